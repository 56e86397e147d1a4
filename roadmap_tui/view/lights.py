"""The programme at a glance: challenges, projects and building teams, each with a traffic light and the reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model import fields as f
from roadmap_tui.model.choices import TRAFFIC_LIGHT
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.programme import BuildTeam, Challenge, Project
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.outlook import Outlook
from roadmap_tui.planning.programme_state import (
    DUTIES,
    LIGHTS,
    LivePlan,
    Standing,
    challenge_progress,
    project_standing,
    team_standing,
)
from roadmap_tui.view.columns import Column, ViewContext, status_line
from roadmap_tui.view.formats import bar, format_date
from roadmap_tui.view.text import Line, Run, one_line, wrap

_FULL: Final = 100


class LightRow(Record, frozen=True, kw_only=True):
    """One line of the programme overview; made from the plan, never stored."""

    TABLE: ClassVar[str] = "lights"
    LABEL: ClassVar[str] = N_("Programme overview")
    PLURAL: ClassVar[str] = N_("Programme overview")

    title: Annotated[str, f.text(N_("Title"), width=30)] = ""
    why: Annotated[str, f.text(N_("Why"), width=30)] = ""
    about: Record
    standing: Standing
    progress: int = 0
    live: LivePlan | None = None


def light_rows(outlook: Outlook, live: Mapping[int, LivePlan]) -> list[LightRow]:
    """Challenges, projects and teams in the order of the plan; a challenge has the heaviest light of its projects."""
    projects = [each for each in all_of(outlook, Project) if each.status != "cancelled"]
    found = {each.id: project_standing(outlook, each, live.get(each.id)) for each in projects}
    rows: list[LightRow] = []
    for challenge in all_of(outlook, Challenge):
        own = [found[each.id].light for each in projects if challenge.id in each.challenges]
        light = max(own, key=LIGHTS.index, default="")
        why = _projects(len(own)) if own else _("no project works on it")
        rows.append(_row(challenge, Standing(light, why), challenge_progress(outlook, challenge, live)))
    for project in projects:
        own_plan = live.get(project.id)
        done = _FULL if project.status == "done" else own_plan.progress if own_plan else 0
        rows.append(_row(project, found[project.id], done, own_plan))
    for team in all_of(outlook, BuildTeam):
        done = sum(getattr(team, duty) == "done" for duty in DUTIES) * _FULL // len(DUTIES)
        rows.append(_row(team, team_standing(outlook, team), done))
    return rows


def _projects(count: int) -> str:
    return ngettext("{count} project", "{count} projects", count).format(count=count)


def _row(record: Record, standing: Standing, progress: int, live: LivePlan | None = None) -> LightRow:
    return LightRow(
        id=record.id,
        number=record.number,
        title=record.title,
        why=standing.why,
        about=record,
        standing=standing,
        progress=progress,
        live=live,
    )


def light_word(light: str) -> tuple[str, str, Tone]:
    """The sign, the word and the tone of a traffic light; a dash where there is none."""
    choice = next((each for each in TRAFFIC_LIGHT if each.code == light), None)
    return (choice.glyph, _(choice.label), choice.tone) if choice else ("", "-", Tone.MUTED)


def summary(rows: list[LightRow]) -> str:
    """The programme in one line."""
    if not rows:
        return _("There is nothing to show.")
    projects = [row.standing.light for row in rows if isinstance(row.about, Project)]
    teams = [row.standing.light for row in rows if isinstance(row.about, BuildTeam)]

    def told(lights: list[str]) -> str:
        parts = [f"{lights.count(light)} {light_word(light)[1].lower()}" for light in LIGHTS if light in lights]
        return ", ".join(parts) or "-"

    return _("Projects: {projects}   Building teams: {teams}").format(projects=told(projects), teams=told(teams))


def _paint_light(row: LightRow, context: ViewContext, width: int) -> Line:
    sign, word, tone = light_word(row.standing.light)
    return [Run(f"{context.glyphs.sign(sign)} {word}" if sign else word, tone)]


def _paint_kind(row: LightRow, context: ViewContext, width: int) -> Line:
    return [Run(_(row.about.LABEL), Tone.MUTED)]


def _paint_title(row: LightRow, context: ViewContext, width: int) -> Line:
    return [Run(one_line(row.title), Tone.STRONG)]


def _paint_progress(row: LightRow, context: ViewContext, width: int) -> Line:
    if isinstance(row.about, BuildTeam):
        return duties_line(row.about, context)
    drawn, rest = bar(row.progress / _FULL, max(4, width - 5), context.glyphs)
    return [Run(drawn, Tone.GOOD), Run(rest, Tone.MUTED), Run(f" {row.progress:3}%")]


def duties_line(team: BuildTeam, context: ViewContext) -> Line:
    """The four duties as the first letter of each with the sign of its status: P+ I> T. O."""
    line: Line = []
    for duty in DUTIES:
        field = fields_of(BuildTeam)[duty]
        sign = status_line(field, getattr(team, duty), context, 1)[0]
        line += [Run(_(field.label)[:1], Tone.MUTED), Run(f"{sign.text} ", sign.tone)]
    return line


def _paint_why(row: LightRow, context: ViewContext, width: int) -> Line:
    return [Run(one_line(row.why), Tone.MUTED if row.standing.light in ("", "green") else Tone.NORMAL)]


def light_columns() -> tuple[Column, ...]:
    """The light, what it is about, how far it is, and why the light is what it is."""

    def light(row: LightRow, context: ViewContext) -> Any:
        return -LIGHTS.index(row.standing.light) if row.standing.light in LIGHTS else 1

    return (
        Column("light", N_("State"), 9, 8, _paint_light, light),
        Column("title", N_("Title"), 34, 22, _paint_title, lambda row, context: row.title.casefold(), flex=3, grow=1),
        Column("progress", N_("Progress"), 13, 13, _paint_progress, lambda row, context: row.progress),
        Column("why", N_("Why"), 40, 18, _paint_why, lambda row, context: row.why, drop=2, flex=3, grow=2),
        Column("kind", N_("Kind"), 12, 11, _paint_kind, lambda row, context: row.about.TABLE, drop=3),
    )


def light_lines(row: LightRow, context: ViewContext, width: int) -> list[Line]:
    """One line of the overview in full: the reason, the four duties, and what the project's own plan says."""
    sign, word, tone = light_word(row.standing.light)
    lines: list[Line] = [[Run(f"{row.number}  ", Tone.MUTED), Run(one_line(row.title), Tone.STRONG)]]
    lines += [[Run(f"{context.glyphs.sign(sign)} {word}" if sign else word, tone), Run(f"  {one_line(row.why)}")], []]
    if isinstance(row.about, BuildTeam):
        for duty in DUTIES:
            field = fields_of(BuildTeam)[duty]
            status = status_line(field, getattr(row.about, duty), context, width)
            lines.append([Run(f"{_(field.label)}  ", Tone.MUTED), *status])
    if row.live is not None:
        lines += _live_lines(row.live, row.about, width)
    return lines


def _live_lines(live: LivePlan, record: Record, width: int) -> list[Line]:
    name = record.file if isinstance(record, Project) else ""
    lines: list[Line] = [[Run(_("Its own plan"), Tone.MUTED), Run(f"  {one_line(name)}")]]
    if live.problem:
        return [*lines, *([Run(part, Tone.BAD)] for part in wrap(live.problem, width))]
    facts = _("{title}: {progress}% done").format(title=one_line(live.title), progress=live.progress)
    if live.go_live:
        facts += ", " + _("go-live {day}").format(day=format_date(live.go_live))
    lines.append([Run(facts)])
    return [*lines, *([Run(part, Tone.MUTED)] for reason in live.reasons for part in wrap(reason, width))]


COLUMNS = {"lights": light_columns}
