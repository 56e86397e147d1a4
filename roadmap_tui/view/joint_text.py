"""The joint roadmap in words: chances, factors and rankings as lines, and the whole of it for the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.joint import COLLABORATION_STATUS
from roadmap_tui.planning.joint.roadmap import Chance, Factor, JointRoadmap, Member
from roadmap_tui.planning.joint.scoring import ASPECTS, Score, Worth
from roadmap_tui.planning.joint.similarity import sureness
from roadmap_tui.view.formats import format_number, period
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.joint_timeline import JointTimeline
from roadmap_tui.view.text import Line, Run, fit, one_line, wrap
from roadmap_tui.view.timeline_cells import backdrop, runs
from roadmap_tui.view.timeline_text import chart_cells, columns, corner, header, label

_NAMED: Final = 4
_LEAST_SUBJECT: Final = 12
_LARGEST_LIST: Final = 100


def joint_lines(roadmap: JointRoadmap, width: int, glyphs: Glyphs) -> list[Line]:
    """The whole joint roadmap as text: timeline, chances, factors."""
    lines: list[Line] = [[Run(headline(roadmap), Tone.STRONG)], []]
    lines += timeline_lines(roadmap, width, glyphs)
    lines += [[], [Run(_("Where you could work together"), Tone.STRONG)]]
    lines += [line for number in range(len(roadmap.chances)) for line in chance_lines(roadmap, number, width)]
    if not roadmap.chances:
        lines.append([Run(_("No subject is worked on in the same period by two of these plans."), Tone.MUTED)])
    if roadmap.factors:
        lines += [[], [Run(_("Success factors and preconditions"), Tone.STRONG)]]
        lines += list(factor_lines(roadmap, width))
    return lines


def headline(roadmap: JointRoadmap, with_chances: bool = True) -> str:
    """How many plans, which days, how many chances."""
    plans = ngettext("{count} plan", "{count} plans", len(roadmap.members)).format(count=len(roadmap.members))
    found = len(roadmap.chances)
    chances = ngettext("{count} chance to work together", "{count} chances to work together", found)
    parts = [plans, period(*roadmap.period), *([chances.format(count=found)] if with_chances else [])]
    return ", ".join(parts)


def timeline_lines(roadmap: JointRoadmap, width: int, glyphs: Glyphs) -> list[Line]:
    """Who works on what when: chances on top, then every municipality."""
    timeline, divided = JointTimeline(roadmap), columns(width)
    scale = timeline.fitted(divided.chart)
    left = divided.label + divided.words
    heads = zip(corner(scale, left), header(timeline, scale, glyphs), strict=True)
    lines: list[Line] = [[run, *runs(cells)] for run, cells in heads]
    behind = backdrop(scale, timeline.today, glyphs)
    for row in timeline.rows:
        chart = runs(chart_cells(timeline, row, scale, behind, glyphs))
        lines.append([*label(timeline, row, divided, glyphs), *chart])
    return lines


def names_of(roadmap: JointRoadmap, places: Sequence[int]) -> str:
    """The names of a few plans, and how many more there are."""
    names = ", ".join(one_line(roadmap.names[place]) for place in places[:_NAMED])
    more = len(places) - _NAMED
    return _("{names} and {count} more").format(names=names, count=more) if more > 0 else names


def sure_words(confidence: float) -> str:
    """How sure it is: probably (73%)."""
    return f"{sureness(confidence)} ({round(confidence * 100)}%)"


def decision_words(roadmap: JointRoadmap, chance: Chance) -> tuple[str, Tone]:
    """What was decided on a chance, and in which plan; a proposal where nothing was."""
    if chance.decision is None:
        return _("not decided yet"), Tone.MUTED
    known = next((each for each in COLLABORATION_STATUS if each.code == chance.decision.status), None)
    words = _(known.label) if known else chance.decision.status
    if chance.decided_in is not None:
        words += " (" + _("in the plan of {name}").format(name=one_line(roadmap.names[chance.decided_in])) + ")"
    return words, known.tone if known else Tone.NORMAL


def chance_lines(roadmap: JointRoadmap, number: int, width: int) -> list[Line]:
    """One chance: its subject, days and certainty, who does what, and what was decided."""
    chance = roadmap.chances[number]
    words, tone = decision_words(roadmap, chance)
    days, sure = "  " + period(chance.start, chance.end), "  " + sure_words(chance.confidence)
    subject = fit(one_line(chance.subject), max(_LEAST_SUBJECT, width - 5 - len(days) - len(sure)), "...").rstrip()
    head = [Run(f"{number + 1:3}  ", Tone.MUTED), Run(subject, Tone.STRONG), Run(days), Run(sure, Tone.MUTED)]
    lines: list[Line] = [head]
    lines += [[Run("     " + text)] for text in _who_does_what(roadmap, chance, width)]
    if chance.decision is not None:
        words = "; ".join(filter(None, (words, one_line(chance.decision.agreement), one_line(chance.decision.owner))))
    return [*lines, *([Run("     "), Run(part, tone)] for part in wrap(words, max(10, width - 5)))]


def _who_does_what(roadmap: JointRoadmap, chance: Chance, width: int) -> Iterator[str]:
    for place in chance.plans[:_NAMED]:
        own = [activity for where, activity in chance.activities if where == place]
        titles = "; ".join(_work(each) for each in own[:_NAMED])
        yield fit(f"{one_line(roadmap.names[place])}: {titles}", width - 5, "...").rstrip()
    more = len(chance.plans) - _NAMED
    if more > 0:
        yield ngettext("and {count} more plan", "and {count} more plans", more).format(count=more)


def _work(activity: Activity) -> str:
    """An activity in a few words: number, title, and when in the words of its plan."""
    words = f"{activity.number} {one_line(activity.title)}"
    return f"{words} ({one_line(activity.when)})" if activity.when.strip() else words


def factor_lines(roadmap: JointRoadmap, width: int) -> Iterator[Line]:
    """Success factors and preconditions under their areas, the shared ones first."""
    area: str | None = None
    for factor in roadmap.factors:
        if factor.area != area:
            area = factor.area
            yield [Run(area or _("No area"), Tone.ACCENT)]
        names = _("for all") if factor.shared and len(factor.plans) == 1 else names_of(roadmap, factor.plans)
        text = f"{one_line(factor.text)} ({kind_word(factor)}; {names})"
        sign = "+ " if factor.shared else "- "
        for place, piece in enumerate(wrap(text, max(10, width - 4))):
            yield [Run(f"  {sign if not place else '  '}"), Run(piece, Tone.NORMAL if factor.shared else Tone.MUTED)]


def kind_word(factor: Factor) -> str:
    """Whether it is a success factor or a precondition."""
    return _("success factor") if factor.kind == "success_factor" else _("precondition")


# what people think activities are worth


def score_words(score: Score | None) -> str:
    """The average with its spread where people differ: 3,5 (2-5)."""
    if score is None:
        return "-"
    text = format_number(round(score.average, 1))
    if score.spread:
        text += f" ({format_number(round(score.lowest, 1))}-{format_number(round(score.highest, 1))})"
    return text


def ranking_lines(member: Member, width: int, glyphs: Glyphs) -> list[Line]:
    """The rated activities of a plan, the most valuable and urgent first, with averages and spread."""
    worths = member.worths
    rows = sorted(
        (each for each in member.activities if each.id in worths), key=lambda a: (-worths[a.id].rank, a.order)
    )
    title = max(12, width - 49)
    heads = [fit(text, 12) for text in (_("Customer"), _("Organisation"), _("Urgency"))]
    lines: list[Line] = [[Run(fit("", title + 6) + "".join(heads), Tone.MUTED)]]
    for activity in rows[:_LARGEST_LIST]:
        found = worths[activity.id]
        line = [Run(fit(activity.number, 6), Tone.MUTED), Run(fit(one_line(activity.title), title, glyphs.ellipsis))]
        line += [_score_run(found, name) for name in ASPECTS]
        lines.append([*line, Run(f"{len(found.raters) or 1}x", Tone.MUTED)])
    return lines


def _score_run(found: Worth, name: str) -> Run:
    score = found.scores.get(name)
    return Run(fit(score_words(score), 12), Tone.WARN if score is not None and score.differs else Tone.NORMAL)
