"""Filling in what terms leave to their neighbours: the unit, the month, the year."""

from __future__ import annotations

from datetime import date
from typing import Final

from roadmap_tui.planning.notes import Note, note
from roadmap_tui.planning.periods import FIRST_YEAR, LAST_YEAR
from roadmap_tui.planning.when import terms as t
from roadmap_tui.planning.when.model import Unreadable, WhenContext
from roadmap_tui.planning.when.resolve import resolve
from roadmap_tui.planning.when.terms import Term

RANGES: Final = frozenset(("range", "dash", "until"))
_NUMBERED: Final = frozenset(
    (t.WEEK, t.QUARTER, t.THIRD, t.HALF, t.NTH_WEEK, t.NTH_WEEKDAY, t.NTH_MONTH, t.NTH_DAY, t.NTH_WORKDAY)
)
_BASED: Final = frozenset((t.PART, t.NTH_WEEK, t.NTH_WEEKDAY, t.NTH_MONTH, t.NTH_DAY, t.NTH_WORKDAY, t.FIRST_UNITS))
_REPEATED: Final = frozenset((t.DAY, t.MONTH, t.QUARTER, t.SEASON, t.HALF))
UNFINISHED: Final = frozenset((*t.BARE, *_BASED))
_DAYS_IN_MONTH: Final = 30
_LIST_ROLLS_AFTER: Final = 180  # days back in a list that mean a new year: "december/januari"


def complete(terms: list[Term]) -> None:
    """Give bare terms the unit and month of the term to their right, else to their left.

    Raises Unreadable for a number that belongs to nothing.
    """
    for i in range(len(terms) - 2, -1, -1):
        terms[i] = _completed(terms[i], terms[i + 1], from_left=False)
    for i in range(1, len(terms)):
        terms[i] = _completed(terms[i], terms[i - 1], from_left=True)
    for term in terms:
        if term.unit in t.BARE or (term.unit in _BASED and term.base is None):
            raise Unreadable(note("not_understood", part=term.text))


def repeat_in_years(terms: list[Term], links: list[str]) -> None:
    """Read "1 juli 2025, 2027 en 2029" and "mei 2026 en 2027" as the same period in each of the years."""
    first = terms[0]
    listed = all(link in ("list", "or") for link in links) and all(term.unit == t.YEAR for term in terms[1:])
    if not listed or not first.year or first.unit not in _REPEATED:
        return
    for place, term in enumerate(terms[1:], start=1):
        twin = first.copy_with(first.number)
        twin.year, twin.text = term.year, term.text
        terms[place] = twin


def _completed(term: Term, neighbour: Term, *, from_left: bool) -> Term:
    if term.unit in _BASED and term.base is None and neighbour.base is not None:
        term.base = neighbour.base
    if term.unit not in t.BARE or neighbour.unit in t.BARE:
        return term
    twin = _twin(term, neighbour, from_left=from_left)
    if twin is None:
        return term
    twin.text = term.text
    twin.weekday = term.weekday if neighbour.unit == t.DAY else twin.weekday
    return twin


def _twin(term: Term, neighbour: Term, *, from_left: bool) -> Term | None:
    if term.unit == t.BARE_PART:
        return Term(t.PART, name=term.name, base=neighbour.base) if neighbour.unit == t.PART else None
    if neighbour.unit == t.DAY:
        return Term(t.DAY, term.number, month=neighbour.month, year=term.year if from_left else neighbour.year)
    if neighbour.unit in _NUMBERED and (from_left or term.unit == t.BARE_ORDINAL or neighbour.unit != t.WEEK):
        return _numbered_twin(term, neighbour, from_left=from_left)
    if neighbour.unit == t.PART and neighbour.name in ("h1", "h2") and term.number in (1, 2):
        return Term(t.PART, name=f"h{term.number}", base=neighbour.base)
    if neighbour.unit == t.YEAR and from_left and term.number == (neighbour.year + 1) % 100:
        return Term(t.YEAR, year=neighbour.year + 1)
    return None


def _numbered_twin(term: Term, neighbour: Term, *, from_left: bool) -> Term:
    twin = neighbour.copy_with(term.number)
    if from_left and neighbour.base is None:
        twin.year = term.year
    return twin


def fill_years(terms: list[Term], links: list[str], context: WhenContext, notes: list[Note]) -> None:
    """Give every term a year: its own, else that of the term to its right, to its left, else the plan's.

    A period that would run backwards starts in the year before or ends in the year after.
    """
    if len(terms) == 1:
        if terms[0].needs_year:
            terms[0].root.year = _plan_year(context)
            notes.append(note("year_assumed", year=context.year))
        return
    if all(term.needs_year for term in terms):
        terms[0].root.year = _plan_year(context)
        notes.append(note("year_assumed", year=context.year))
    for i in range(len(terms) - 2, -1, -1):
        if terms[i].needs_year and not terms[i + 1].needs_year and terms[i + 1].unit != t.FIXED:
            _take_year(terms[i], terms[i + 1], -1, links[i], context)
    for i in range(1, len(terms)):
        if terms[i].needs_year:
            _take_year(terms[i], terms[i - 1], 1, links[i - 1], context)
            if terms[i].root.year > terms[i - 1].root.year > 0:
                notes.append(note("year_rolled", year=terms[i].root.year))
    for term in terms:
        if term.needs_year:
            term.root.year = _plan_year(context)
            notes.append(note("year_assumed", year=context.year))


def _plan_year(context: WhenContext) -> int:
    """The plan's year; raises Unreadable when it lies outside the calendar."""
    if not FIRST_YEAR <= context.year <= LAST_YEAR:
        raise Unreadable(note("no_such_year", part=str(context.year)))
    return context.year


def _take_year(term: Term, neighbour: Term, step: int, link: str, context: WhenContext) -> None:
    """Give `term` the year of `neighbour`, moved by `step` when it would otherwise lie on the wrong side."""
    root, other = term.root, neighbour.root
    allowed = 0 if link in RANGES else _LIST_ROLLS_AFTER
    if root.month and other.month:
        root.year = other.year
        if (other.month - root.month) * step * _DAYS_IN_MONTH > allowed:
            root.year += step
        return
    reference = resolve(neighbour, context, []).start
    root.year = other.year or reference.year
    if _order(term) == _order(neighbour):
        return
    own = resolve(term, context, []).start
    if (reference - own).days * step > allowed and not _same_month(own, reference):
        root.year += step


def _order(term: Term) -> tuple[str, int, int, str]:
    root = term.root
    return root.unit, root.month, root.number if root.unit != t.DAY else 0, root.name


def _same_month(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)
