"""The end of a project as lines: the evaluation beside the plan, and what is still open before discharge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.evaluation import Evaluation
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.goal import Criterion
from roadmap_tui.model.record import fields_of
from roadmap_tui.planning.discharge import AREAS, StillOpen, still_open
from roadmap_tui.planning.evaluation import AspectOutlook, evaluation
from roadmap_tui.view.glyphs import Glyphs, choice_sign
from roadmap_tui.view.text import Line, Run, fit, line_width, one_line, width_of, wrap

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_WORD: Final = 20
_MOST_LINES: Final = 3
_BEFORE_TITLE, _ASPECT = 13, 13


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
    target = one_line(criterion.target)
    runs = [
        Run("  " + fit(f"{sign} {word}", _WORD, glyphs.ellipsis) + "  ", tone),
        Run(f"{criterion.number} {one_line(criterion.title)}", Tone.NORMAL),
    ]
    beside = [*runs, Run(f"   {target}", Tone.MUTED)]
    fits = line_width(beside) <= width
    yield ClosingLine(beside if fits else runs, criterion.number)
    if not fits:
        yield from _explanation(target, criterion.number, width, Tone.MUTED)
    yield from _explanation(criterion.outcome, criterion.number, width)


def _aspect(found: AspectOutlook, width: int, glyphs: Glyphs) -> Iterator[ClosingLine]:
    field = fields_of(Evaluation)["status"]
    code = found.record.status if found.record else "open"
    sign, tone = choice_sign(field, code, glyphs)
    choice = field.choice(code)
    word = _(choice.label) if choice else code
    head = [
        Run("  " + fit(f"{sign} {word}", _WORD, glyphs.ellipsis) + "  ", tone),
        Run(fit(_(found.aspect.label), _ASPECT), Tone.NORMAL),
    ]
    indent = line_width(head)
    for place, part in enumerate(wrap(found.fact, max(16, width - indent)) or [""]):
        yield ClosingLine([*(head if not place else [Run(" " * indent)]), Run(part, Tone.MUTED)], found.aspect.code)
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
        yield from _open_lines(mine, width, glyphs)


def _open_lines(found: Sequence[StillOpen], width: int, glyphs: Glyphs) -> Iterator[ClosingLine]:
    """What is open of one condition; what is said of it stands beside the titles, or above them where too wide."""
    named = [each for each in found if each.record is not None]
    longest = max((width_of(one_line(each.record.title)) for each in named if each.record), default=0)
    said = max((width_of(each.message) for each in named), default=0)
    beside = width - _BEFORE_TITLE - said >= longest
    before = ""
    for each in found:
        if each.record is None:
            yield from (ClosingLine([Run("    " + part)]) for part in wrap(each.message, max(16, width - 4)))
            continue
        if not beside and each.message != before:
            yield ClosingLine([Run("    " + each.message, Tone.MUTED)])
        before = each.message
        number = each.record.number
        title = fit(one_line(each.record.title), min(longest, width - _BEFORE_TITLE), glyphs.ellipsis)
        runs = [Run(f"    {number:<5}", Tone.MUTED), Run(title, Tone.NORMAL)]
        yield ClosingLine([*runs, Run("  " + each.message, Tone.MUTED)] if beside else runs, number)
