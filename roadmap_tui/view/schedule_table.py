"""The schedule as a table for a screen: dates, slack and what is critical; contradictions and loops above it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.planning.contradictions import Names, loop_sentence, sentence, tight_sentence
from roadmap_tui.planning.options import takes_part
from roadmap_tui.view.formats import format_date, hours, long_date
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.rows import Row, sentence_rows
from roadmap_tui.view.schedule_text import days_text, slip_text
from roadmap_tui.view.text import Line, Run, fit, line_width, one_line

if TYPE_CHECKING:
    from roadmap_tui.planning.options import OptionsEffect
    from roadmap_tui.planning.outlook import Outlook
    from roadmap_tui.planning.schedule import Schedule, Scheduled

_NUMBER, _DATE, _SHORT, _SLACK, _GAP = 4, 10, 5, 14, 2
_ROOMY, _NARROW = 96, 72


class _Widths(NamedTuple):
    """The cells of the title, of dates that leave the year out where there is little room, and of the latest dates."""

    title: int
    short: int
    end: int
    latest: int


def _widths(width: int) -> _Widths:
    short = _DATE if width >= _ROOMY else _SHORT
    end = _DATE if width >= _NARROW else _SHORT
    latest = 2 * short + 1 + _GAP + 1 if width >= _NARROW else 0
    rest = _NUMBER + 1 + short + 1 + end + _GAP + 1 + latest + _SLACK
    return _Widths(max(8, width - rest - 1), short, end, latest)


def schedule_heading(width: int) -> Line:
    """The heads of the columns: as planned, and at the latest."""
    sizes = _widths(width)
    planned = sizes.short + 1 + sizes.end
    return [
        Run(fit("", _NUMBER) + " " + fit(_("Activity"), sizes.title) + " ", Tone.MUTED),
        Run(fit(_("Start and end"), planned) + " " * (_GAP + 1), Tone.MUTED),
        Run(fit(_("at the latest"), sizes.latest), Tone.MUTED),
        Run(fit(_("Slack"), _SLACK, right=True), Tone.MUTED),
    ]


def schedule_rows(outlook: Outlook, schedule: Schedule, glyphs: Glyphs) -> list[Row]:
    """One row per activity in the plan's own order; options that are left out stay visible."""
    rows = []
    for record in outlook.records(Activity.TABLE):
        if isinstance(record, Activity) and record.status != "cancelled":
            found = schedule.tasks.get(record.id)
            rows.append(Row(lambda width, r=record, f=found: _row(r, f, width, glyphs), record))  # type: ignore[misc]
    return rows


def _row(activity: Activity, found: Scheduled | None, width: int, glyphs: Glyphs) -> Line:
    sizes = _widths(width)
    title = one_line(activity.title)
    option = _("Option: ") if activity.optional else ""
    if found is None:
        words = _("left out") if takes_part(activity) is False else _("does not take part now")
        return [
            Run(fit(activity.number, _NUMBER) + " ", Tone.MUTED),
            Run(fit(option + title, sizes.title, glyphs.ellipsis) + " " + words, Tone.MUTED),
        ]
    tone = Tone.BAD if found.slack_days < 0 else Tone.STRONG if found.critical else Tone.NORMAL
    return [
        Run(fit(activity.number, _NUMBER) + " ", Tone.MUTED),
        Run(option, Tone.MUTED),
        Run(fit(title, sizes.title - len(option), glyphs.ellipsis) + " ", tone),
        Run(f"{_day(found.early_start, sizes.short)} {_day(found.early_finish, sizes.end)}" + " " * (_GAP + 1)),
        Run(
            fit(f"{_day(found.late_start, sizes.short)} {_day(found.late_finish, sizes.short)}", sizes.latest),
            Tone.MUTED,
        )
        if sizes.latest
        else Run(""),
        Run(fit(_slack(found, glyphs), _SLACK, right=True), tone),
    ]


def _day(day: date, width: int) -> str:
    return format_date(day) if width == _DATE else f"{day.day:02d}-{day.month:02d}"


def _slack(found: Scheduled, glyphs: Glyphs) -> str:
    if found.slack_days < 0:
        return _("{days} short").format(days=days_text(-found.slack_days))
    return glyphs.sign("flag") + " " + _("critical") if found.critical else days_text(found.slack_days)


def problem_rows(outlook: Outlook, schedule: Schedule, width: int, glyphs: Glyphs) -> list[Row]:
    """Loops, contradictions and what only just works out, each with the activity to open."""
    names = Names(outlook)
    known = {record.id: record for record in outlook.records(Activity.TABLE)}
    found: list[Row] = []
    for loop in schedule.cycles:
        found += sentence_rows(loop_sentence(loop, names), width, glyphs.warning, Tone.BAD, known.get(loop[-2]))
    for conflict in schedule.conflicts:
        record = known.get(conflict.source if conflict.kind == "milestone" else conflict.target)
        found += sentence_rows(sentence(conflict, names), width, glyphs.warning, Tone.BAD, record)
    tight: dict[str, Record | None] = {}
    for conflict in schedule.tight:
        tight.setdefault(tight_sentence(conflict, schedule, names), known.get(conflict.source))
    for text, record in tight.items():
        found += sentence_rows(text, width, glyphs.dot, Tone.WARN, record)
    return found


def summary_line(outlook: Outlook, schedule: Schedule, width: int, glyphs: Glyphs) -> Line:
    """When the plan ends, what is critical and what contradicts itself, in as many facts as fit."""
    if schedule.finish is None:
        return [Run(_("There are no activities to schedule."), Tone.MUTED)]
    critical = sum(1 for found in schedule.tasks.values() if found.critical)
    wrong = len(schedule.conflicts) + len(schedule.cycles)
    facts = [
        Run(_("The plan ends on {date}.").format(date=long_date(schedule.finish)), Tone.STRONG),
        Run(ngettext("{count} critical", "{count} critical", critical).format(count=critical)),
    ]
    if wrong:
        text = ngettext("{count} contradiction", "{count} contradictions", wrong)
        facts.append(Run(f"{glyphs.warning} {text.format(count=wrong)}", Tone.BAD))
    if outlook.plan.go_live:
        facts.append(Run(_("go-live {date}").format(date=long_date(outlook.plan.go_live)), Tone.MUTED))
    return _that_fit(facts, width, glyphs)


def options_line(found: OptionsEffect, are_out: bool, days: int | None, width: int, glyphs: Glyphs) -> Line:
    """What the options do to the end and the hours; `days` from the end with them to the end without."""
    if not found.options:
        return [Run(_("No options take part in this plan."), Tone.MUTED)]
    count = ngettext("{count} option", "{count} options", found.options).format(count=found.options)
    ends = _("ends {date}").format(date=format_date(found.finish_without))
    slip = f" ({slip_text(days)})" if days else ""
    spent = _("{after} instead of {before}").format(before=hours(found.hours), after=hours(found.hours_without))
    head = _("Without {options}:") if are_out else _("With {options}; without:")
    facts = [
        Run(f"{head.format(options=count)} {ends}{slip}", Tone.ACCENT if are_out else Tone.NORMAL),
        Run(spent),
        Run(_("excl. organisation and preparation"), Tone.MUTED),
    ]
    return _that_fit(facts, width, glyphs)


def _that_fit(facts: Iterable[Run], width: int, glyphs: Glyphs) -> Line:
    line: Line = []
    for fact in facts:
        more = [Run("   "), fact] if line else [fact]
        if line and line_width([*line, *more]) > width:
            break
        line += more
    return line
