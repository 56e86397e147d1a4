"""The end of a project as lines: the evaluation beside the plan, and what is still open before discharge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.evaluation import Evaluation
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.goal import Criterion
from roadmap_tui.model.record import fields_of
from roadmap_tui.planning.discharge import AREAS, StillOpen, still_open
from roadmap_tui.planning.evaluation import AspectOutlook, evaluation
from roadmap_tui.view.glyphs import Glyphs, choice_sign
from roadmap_tui.view.text import Line, Run, fit, one_line, width_of, wrap

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_WORD: Final = 20
_MOST_LINES: Final = 3


class ClosingLine(NamedTuple):
    """One line; `key` names what it is about (a number of a record or an aspect), empty for headings."""

    runs: Line
    key: str = ""


def evaluation_lines(outlook: Outlook, width: int, glyphs: Glyphs) -> Iterator[ClosingLine]:
    """Every success criterion and every aspect of GOTIK: the judgement, what was planned, and the explanation."""
    found = evaluation(outlook)
    yield ClosingLine([Run(_("Success criteria of the goal"), Tone.STRONG)])
    if not found.criteria:
        yield ClosingLine([Run("  " + _("The plan has no success criteria; add them to the goal (6)."), Tone.MUTED)])
    for each in found.criteria:
        yield from _criterion(each, width, glyphs)
    yield ClosingLine([])
    yield ClosingLine([Run(_("Beside the plan (GOTIK)"), Tone.STRONG)])
    for aspect in found.aspects:
        yield from _aspect(aspect, width, glyphs)


def _criterion(criterion: Criterion, width: int, glyphs: Glyphs) -> Iterator[ClosingLine]:
    field = fields_of(Criterion)["status"]
    sign, tone = choice_sign(field, criterion.status, glyphs)
    choice = field.choice(criterion.status)
    word = _(choice.label) if choice else criterion.status
    target = f"   {one_line(criterion.target)}" if criterion.target.strip() else ""
    runs = [
        Run("  " + fit(f"{sign} {word}", _WORD, glyphs.ellipsis) + "  ", tone),
        Run(f"{criterion.number} {one_line(criterion.title)}", Tone.NORMAL),
        Run(target, Tone.MUTED),
    ]
    yield ClosingLine(runs, criterion.number)
    yield from _explanation(criterion.outcome, criterion.number, width)


def _aspect(found: AspectOutlook, width: int, glyphs: Glyphs) -> Iterator[ClosingLine]:
    field = fields_of(Evaluation)["status"]
    code = found.record.status if found.record else "open"
    sign, tone = choice_sign(field, code, glyphs)
    choice = field.choice(code)
    word = _(choice.label) if choice else code
    runs = [
        Run("  " + fit(f"{sign} {word}", _WORD, glyphs.ellipsis) + "  ", tone),
        Run(fit(_(found.aspect.label), 13), Tone.NORMAL),
        Run(found.fact, Tone.MUTED),
    ]
    yield ClosingLine(runs, found.aspect.code)
    if found.record:
        yield from _explanation(found.record.explanation, found.aspect.code, width)
        if found.record.lesson.strip():
            lesson = _("Lesson: {text}").format(text=one_line(found.record.lesson))
            yield from _explanation(lesson, found.aspect.code, width, Tone.MUTED)


def _explanation(text: str, key: str, width: int, tone: Tone = Tone.NORMAL) -> Iterator[ClosingLine]:
    indent = " " * (_WORD + 4)
    for part in wrap(one_line(text), max(20, width - len(indent)))[:_MOST_LINES] if text.strip() else ():
        yield ClosingLine([Run(indent + part, tone)], key)


def evaluation_heading(outlook: Outlook) -> Line:
    """How much is judged."""
    found = evaluation(outlook)
    words = _("{judged} of {total} judged").format(judged=found.judged, total=found.total)
    return [Run(f"  {words}", Tone.GOOD if found.judged == found.total else Tone.STRONG)]


def discharge_heading(outlook: Outlook) -> Line:
    """Whether discharge can be asked for."""
    count = len(still_open(outlook))
    if not count:
        return [Run("  " + _("Nothing is open: discharge can be asked for."), Tone.GOOD)]
    words = ngettext(
        "{count} point is still open before discharge", "{count} points are still open before discharge", count
    )
    return [Run("  " + words.format(count=count), Tone.WARN)]


def discharge_lines(outlook: Outlook, width: int, glyphs: Glyphs) -> Iterator[ClosingLine]:
    """The conditions for discharge, each with what is still open."""
    found = still_open(outlook)
    for place, area in enumerate(AREAS):
        mine = [each for each in found if each.area is area]
        sign, tone = (glyphs.sign("todo"), Tone.WARN) if mine else (glyphs.good, Tone.GOOD)
        if place:
            yield ClosingLine([])
        count = f"  ({len(mine)})" if mine else "  " + _("in order")
        yield ClosingLine([Run(f"{sign} ", tone), Run(_(area.label), Tone.STRONG), Run(count, Tone.MUTED)])
        for each in mine:
            yield _open_line(each, width, glyphs)


def _open_line(each: StillOpen, width: int, glyphs: Glyphs) -> ClosingLine:
    if each.record is None:
        return ClosingLine([Run("    " + each.message, Tone.NORMAL)])
    number = each.record.number
    room = max(16, min(44, width - 7 - width_of(each.message) - 4))
    title = fit(one_line(each.record.title), room, glyphs.ellipsis)
    runs = [Run(f"    {number:<5}", Tone.MUTED), Run(title + "  ", Tone.NORMAL), Run(each.message, Tone.MUTED)]
    return ClosingLine(runs, number)
