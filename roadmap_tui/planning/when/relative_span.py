"""Reading periods between two moments around events: "12 tot 8 weken voor livegang", "van gunning tot livegang"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.periods import ONE_DAY
from roadmap_tui.planning.when.anchors import GO_LIVE, anchor_date, anchor_words
from roadmap_tui.planning.when.distance import DIRECTIONS, MINUS, SIGNS, Distance
from roadmap_tui.planning.when.model import WhenContext
from roadmap_tui.planning.when.outline import Anchored, Bound
from roadmap_tui.planning.when.subjects import is_subject
from roadmap_tui.planning.when.terms import Span

if TYPE_CHECKING:
    from roadmap_tui.planning.when.clauses import ClauseReader

_LINKS: Final = frozenset((k.RANGE, k.UNTIL, k.DASH, k.SLASH, k.OF, k.OR))
_FILLERS: Final = frozenset((k.FILLER,))
_SAME_EVENT: Final = frozenset(("erna", "daarna", "nadien", "erop", "thereafter", "later", "afterwards"))


class Moment:
    """One end of the period while it is being read; what it leaves out comes from the other end."""

    __slots__ = ("base", "count", "direction", "is_after", "name", "said", "unit", "workdays")

    def __init__(self) -> None:
        self.count: int | None = None
        self.unit = ""
        self.workdays = False
        self.direction = 0
        self.name = ""
        self.base: tuple[date, date] | None = None
        self.is_after = False  # whether "na" precedes: the day after it
        self.said = False  # whether it names an event, a date or T

    @property
    def distance(self) -> Distance:
        """How far this lies from the event."""
        return Distance(self.count or 0, self.unit or "D", self.direction or 1, workdays=self.workdays)

    def fill_from(self, other: Moment) -> None:
        """Take over the unit, the direction and the event that were only said at the other end."""
        if self.count is not None and not self.unit:
            self.unit, self.workdays = other.unit, other.workdays
        if self.count is not None and not self.direction:
            self.direction = other.direction
        if not self.said:
            self.name, self.base, self.said = other.name, other.base, other.said

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return self.said and (self.count is None or bool(self.unit and self.direction))

    def day(self, context: WhenContext) -> date | None:
        """The day this is, once the event has a date."""
        if self.base is not None:
            anchor: date | None = self.base[0] if self.direction < 0 else self.base[1]
        else:
            anchor = anchor_date(self.name, context)
        return None if anchor is None else self.distance.moved(anchor, context) + ONE_DAY * self.is_after


def relative_span(reader: ClauseReader) -> bool:
    """Read two moments around events with what links them; nothing is read when there is only one."""
    cursor = reader.cursor
    cursor.skip(_FILLERS)
    opener = cursor.take_any((k.VAN, k.FROM, k.BETWEEN, k.AFTER))
    between = opener is not None and opener.kind == k.BETWEEN
    known = opener is not None or reader.known_anchor_ahead() or cursor.kind == k.GO_LIVE
    named = is_subject(cursor.token)
    first = _moment(reader, first=True, between=between)
    if first is None:
        return False
    first.is_after = opener is not None and opener.kind == k.AFTER and first.count is None
    link = cursor.token
    if not (link.kind in _LINKS or link.text in ("à", "a") or (between and link.kind == k.AND)):
        return False
    if link.kind in (k.DASH, k.SLASH, k.OF, k.OR) and first.count is None:
        return False
    cursor.at += 1
    cursor.take(k.BY)
    second = _moment(reader, first=False, between=between)
    if second is None and not known:
        return False
    if second is None:
        return first.is_complete and bool(first.name) and _until_date(reader, first, link.kind)
    if not known and first.count is None and (second.count is not None or not named):
        return False
    first.fill_from(second)
    second.fill_from(first)
    if not (first.is_complete and second.is_complete):
        return False
    _place(reader, first, second, exclusive=link.kind == k.UNTIL and link.value == "exclusive")
    return True


def _moment(reader: ClauseReader, *, first: bool, between: bool) -> Moment | None:
    """One end: "12", "12 weken voor", "12 weken voor livegang", "T-12w", "gunning", "6 weken erna"."""
    cursor = reader.cursor
    cursor.skip(_FILLERS)
    found = Moment()
    if cursor.take(k.T_LETTER):
        found.name, found.said = GO_LIVE, True
        return found if _signed(reader, found) else None
    count = cursor.number()
    if count is None:
        return _named(reader, found, first=first, between=between)
    found.count = count
    unit = cursor.take_any((k.UNIT, k.WORKDAY))
    if unit is None:
        return found if first else None
    found.workdays = unit.kind == k.WORKDAY
    found.unit = "D" if found.workdays else unit.value
    if cursor.token.text in _SAME_EVENT and not first:
        cursor.at += 1
        found.direction = 1
        return found
    direction = DIRECTIONS.get(cursor.kind)
    if direction is None:
        return found if first else None
    cursor.at += 1
    found.direction = direction
    return _event(reader, found, first=first, between=between)


def _signed(reader: ClauseReader, found: Moment) -> bool:
    """The distance behind T or an event: "-12w", "+ 4 weken"; the unit may be said at the other end."""
    cursor = reader.cursor
    sign = cursor.token
    if sign.text not in SIGNS or cursor.ahead(1).kind != k.NUM:
        return True
    cursor.at += 1
    found.count = cursor.number()
    found.direction = -1 if sign.text in MINUS else 1
    unit = cursor.take_any((k.UNIT, k.WORKDAY))
    if unit is not None:
        found.workdays = unit.kind == k.WORKDAY
        found.unit = "D" if found.workdays else unit.value
    return found.count is not None


def _named(reader: ClauseReader, found: Moment, *, first: bool, between: bool) -> Moment | None:
    """An event by its name, perhaps with a distance behind it."""
    name = anchor_words(reader.cursor, reader.context, stop_at_and=between and first)
    if name is None:
        return None
    found.name, found.said = name, True
    return found if _signed(reader, found) else None


def _event(reader: ClauseReader, found: Moment, *, first: bool, between: bool) -> Moment | None:
    """The event or date that a distance is counted from; the first end may leave it to the second."""
    cursor = reader.cursor
    if first and cursor.kind in _LINKS:
        return found
    start = cursor.at
    phrase = reader.phrase() if not reader.known_anchor_ahead() else None
    if phrase is not None:
        found.base, found.said = (phrase.start, phrase.end), True
        return found
    cursor.at = start
    name = anchor_words(cursor, reader.context, stop_at_and=between and first)
    if name is None:
        return None
    found.name, found.said = name, True
    return found


def _until_date(reader: ClauseReader, first: Moment, link: str) -> bool:
    """ "van gunning tot 1 november": an event on one side, a date on the other."""
    phrase = reader.phrase()
    if phrase is None:
        return False
    reader.set_upper(Bound(phrase.until if link == k.UNTIL else phrase.end, phrase.precision))
    reader.out.remark("after_anchor", anchor=first.name)
    reader.set_anchored(Anchored(first.name, _offset(first), first.day(reader.context), None))
    return True


def _place(reader: ClauseReader, first: Moment, second: Moment, *, exclusive: bool) -> None:
    context, out = reader.context, reader.out
    if first.workdays or second.workdays:
        out.remark("workdays")
    start, end = first.day(context), second.day(context)
    if end is not None and exclusive and second.count is None:
        end -= ONE_DAY
    if first.base is not None and second.base is not None and start is not None and end is not None:
        start, end = min(start, end), max(start, end)
        out_span = Span(start, end, "day" if start == end else "range", "day" if start == end else "week")
        reader.add_span(out_span)
        return
    same = first.name == second.name
    if same and _length(first) > _length(second):  # "2 à 3 weken voor" and "3 tot 2 weken voor" are the same period
        first, second, start, end = second, first, end, start
    name = first.name or second.name
    if first.name and (not same or first.direction >= 0):
        out.remark("after_anchor", anchor=first.name)
    if second.name and (not same or second.direction < 0):
        out.remark("before_anchor", anchor=second.name)
    reader.set_anchored(Anchored(name, _offsets(first, second, same=same), start, end))


def _length(moment: Moment) -> int:
    """The distance in days, roughly, to order two of them."""
    return moment.distance.rough_days


def _offset(moment: Moment) -> str | None:
    return None if moment.count is None else moment.distance.iso


def _offsets(first: Moment, second: Moment, *, same: bool) -> str | None:
    """Both distances, "-P12W/-P8W", or the one that is said when the other end is the event itself."""
    one, other = _offset(first), _offset(second)
    if not same or one is None or other is None or one == other:
        return one or other
    return f"{one}/{other}"
