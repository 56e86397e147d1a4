"""Reading moments relative to an event or a date: "T-2 weken", "2 weken voor livegang", "na gunning"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.language.tokens import Token
from roadmap_tui.planning.language.typos import meant_word
from roadmap_tui.planning.notes import note
from roadmap_tui.planning.periods import ONE_DAY, monday_before
from roadmap_tui.planning.when import terms as t
from roadmap_tui.planning.when.anchors import GO_LIVE, anchor_date, anchor_words
from roadmap_tui.planning.when.distance import DIRECTIONS, MINUS, SIGNS, Distance, shifted
from roadmap_tui.planning.when.model import Unreadable, WhenContext
from roadmap_tui.planning.when.outline import Anchored, Bound
from roadmap_tui.planning.when.terms import Span

if TYPE_CHECKING:
    from roadmap_tui.planning.when.clauses import ClauseReader
    from roadmap_tui.planning.when.phrase import Phrase

_WHOLE: Final = frozenset(("de", "the", "gedurende", "in", "during"))  # "de 4 weken voor" are all of them


def offset_clause(reader: ClauseReader, side: str | None = None, *, whole: bool = False) -> bool:
    """ "2 weken voor livegang", "de week na 12 mei"; with `side` a bound that precedes it (uiterlijk, vanaf, tot)."""
    cursor, out = reader.cursor, reader.out
    start = cursor.at
    distance = _distance(cursor)
    if distance is None:
        cursor.at = start
        return False
    distance.whole = distance.whole or whole
    if distance.workdays:
        out.remark("workdays")
    cursor.skip(frozenset((k.FILLER,)))
    noted = len(out.notes)
    phrase = reader.phrase() if not reader.known_anchor_ahead() else None
    if phrase is not None:
        day = phrase.start if distance.direction < 0 else phrase.end
        days = distance.days(day, reader.context)
        _place_on_calendar(reader, side or distance.limit, (day, days[1]) if side == k.WITHIN else days, distance)
        return True
    del out.notes[noted:]
    name = anchor_words(cursor, reader.context)
    if name is None:
        cursor.at = start
        return False
    name, dated = _event_date(reader, name)
    if dated is not None:  # "2 weken na de raadsvergadering van 12 mei"
        days = distance.days(dated.start if distance.direction < 0 else dated.end, reader.context)
        _place_on_calendar(reader, side or distance.limit, days, distance)
        return True
    _place_at_anchor(reader, name, distance, side)
    return True


def nth_clause(reader: ClauseReader) -> bool:
    """ "eerste maandag na de zomervakantie", "laatste week voor 1 juli"."""
    cursor, context = reader.cursor, reader.context
    number: int = cursor.token.value
    unit = cursor.ahead(1)
    direction = {k.BEFORE: -1, k.AFTER: 1}.get(cursor.ahead(2).kind)
    if reader.out.recurrence is not None and _within_each(reader, unit.kind):
        return True
    if unit.kind == k.NUM and number == direction_after(cursor):
        cursor.at += 1  # "eerste 2 weken na livegang"
        return offset_clause(reader, whole=True)
    if unit.kind not in (k.WEEKDAY, k.UNIT, k.WORKDAY) or direction is None or number not in (direction, 2 * direction):
        return False
    cursor.at += 3
    phrase = reader.phrase() if not reader.known_anchor_ahead() else None
    if phrase is None:
        if unit.kind != k.UNIT:
            return _nth_day_at_anchor(reader, unit, number, direction)
        if number != direction:
            return False
        cursor.at -= 2  # "eerste week na livegang" is the week after it
        return offset_clause(reader)
    day = phrase.start if direction < 0 else phrase.end
    if unit.kind == k.UNIT and unit.value == "W":
        # The last working week before a day has its Friday before it; the first one after opens on a later Monday.
        near = day - timedelta(days=5) if direction < 0 else day + timedelta(weeks=1)
        monday = monday_before(near) + timedelta(weeks=number - direction)
        reader.add_span(Span(monday, monday + timedelta(days=6), "week", "week"))
        return True
    if unit.kind == k.UNIT:
        return False
    reached = _nth_day(unit, day, number, context)
    reader.add_span(Span(reached, reached, "day", "day"))
    return True


def _nth_day(unit: Token, day: date, number: int, context: WhenContext) -> date:
    """The nth weekday or working day after `day`, before it when `number` is negative."""
    direction = 1 if number > 0 else -1
    if unit.kind == k.WORKDAY:
        return Distance(abs(number), "D", direction, workdays=True).moved(day, context)
    days = ((unit.value - day.weekday()) * direction) % 7 or 7
    return day + timedelta(days=direction * (days + 7 * (abs(number) - 1)))


def _nth_day_at_anchor(reader: ClauseReader, unit: Token, number: int, direction: int) -> bool:
    """ "eerste werkdag na livegang", "laatste vrijdag voor de go/no-go"."""
    name = anchor_words(reader.cursor, reader.context)
    if name is None:
        return False
    anchor = anchor_date(name, reader.context)
    day = None if anchor is None else _nth_day(unit, anchor, number, reader.context)
    reader.out.remark("before_anchor" if direction < 0 else "after_anchor", anchor=name)
    reader.set_anchored(
        Anchored(name, f"{'-' * (direction < 0)}P{abs(number)}D" if unit.kind == k.WORKDAY else None, day, day)
    )
    return True


def _within_each(reader: ClauseReader, following: str) -> bool:
    """Which day or week of every month or quarter: "elke maand op de 15e", "elk kwartaal in de 1e week"."""
    cursor, number = reader.cursor, reader.cursor.token.value
    length = 2 if following == k.UNIT else 1
    if cursor.ahead(length).kind not in (k.END, k.COMMA, k.CLOSE_BRACKET) or number == 0:
        return False
    start = cursor.at
    cursor.at += length
    if length == 1 and number > 0 and str(reader.out.recurrence).endswith("M"):
        reader.out.remark("on_day", nth=number)
    else:
        reader.out.remark("each_time", part=cursor.words(start))
    return True


def direction_after(cursor: Cursor) -> int:
    """1 when "na" follows an ordinal, a number and a unit, -1 when "voor" does, else 0."""
    if cursor.ahead(2).kind != k.UNIT:
        return 0
    return {k.BEFORE: -1, k.AFTER: 1}.get(cursor.ahead(3).kind, 0)


def week_of_clause(reader: ClauseReader) -> bool:
    """ "(in) de week van livegang": the week that holds the event."""
    cursor = reader.cursor
    if cursor.token.value != "W" or cursor.ahead(1).kind not in (k.VAN, k.OF):
        return False
    cursor.at += 2
    name = anchor_words(cursor, reader.context)
    if name is None:
        return False
    day = anchor_date(name, reader.context)
    monday = monday_before(day) if day else None
    reader.out.remark("at_anchor", anchor=name)
    reader.set_anchored(Anchored(name, "P0D", monday, monday and monday + timedelta(days=6)))
    return True


def _distance(cursor: Cursor) -> Distance | None:
    """The count, unit and direction; None when these do not follow."""
    at_least = cursor.take(k.AT_LEAST) is not None
    at_most = not at_least and cursor.take(k.AT_MOST) is not None
    if not (at_least or at_most):
        cursor.skip(frozenset((k.FILLER,)))
    article = cursor.at > 0 and cursor.tokens[cursor.at - 1].text in _WHOLE
    count = cursor.number()
    token = cursor.token
    if token.kind not in (k.UNIT, k.WORKDAY):
        return None
    cursor.at += 1
    cursor.take(k.VAN)
    direction = DIRECTIONS.get(cursor.kind)
    if direction is None or (token.kind == k.WORKDAY and count is None):
        return None
    cursor.at += 1
    unit = "D" if token.kind == k.WORKDAY else token.value
    whole = unit != "D" and (count is None or (article and direction != 0))
    distance = Distance(count or 1, unit, direction, whole=whole, workdays=token.kind == k.WORKDAY)
    distance.lasts = cursor.tokens[cursor.at - 1].text == "vanaf"  # "4 weken vanaf 1 mei" are those weeks
    if at_least or at_most:
        distance.limit = k.BY if (direction < 0) == at_least else k.FROM
    return distance


def _place_on_calendar(
    reader: ClauseReader, side: str | None, days: tuple[date, date], distance: Distance | None
) -> None:
    """Add the days as a bound on one side, or as a period when no side is given."""
    first, last = days
    if side in (k.FROM, k.AFTER, k.START):
        after = side == k.AFTER and distance is None
        reader.set_lower(Bound(last + ONE_DAY if after else first, "day"))
    elif side == k.BEFORE and distance is None:
        reader.set_upper(Bound(first - ONE_DAY, "day"))
    elif side is not None and side != k.WITHIN:
        reader.set_upper(Bound(last - ONE_DAY if side == k.BEFORE else last, "day"))
    else:
        kind = "day" if first == last else "range"
        reader.add_span(Span(first, last, kind, "day" if first == last else "week"))


def _place_at_anchor(reader: ClauseReader, name: str, distance: Distance, side: str | None) -> None:
    context, out = reader.context, reader.out
    day = anchor_date(name, context)
    first, last = distance.days(day, context) if day else (None, None)
    side = side or distance.limit
    if side in (k.FROM, k.AFTER, k.START):
        last = None
    elif side == k.WITHIN:
        first = day
    elif side is not None:
        first = None
    out.remark("before_anchor" if distance.direction < 0 else "after_anchor", anchor=name)
    anchored = Anchored(name, distance.iso, first, last)
    anchored.is_end = side in (k.UNTIL, k.RANGE)
    reader.set_anchored(anchored)


def anchored_bound(reader: ClauseReader, kind: str) -> bool:
    """ "na vaststelling", "voor de livegang", "vanaf gunning"."""
    name = anchor_words(reader.cursor, reader.context)
    if name is None:
        return False
    name, dated = _event_date(reader, name)
    if dated is not None:
        _place_on_calendar(reader, kind, (dated.start, dated.end), None)
        return True
    if _at_distance(reader, name, kind):
        return True
    day = anchor_date(name, reader.context)
    if day is None:
        _check_spelling(reader.cursor, name)
    first: date | None = None
    last: date | None = None
    if kind in (k.AFTER, k.FROM, k.START):
        reader.out.remark("after_anchor", anchor=name)
        first = day and (day + ONE_DAY if kind == k.AFTER else day)
    else:
        reader.out.remark("before_anchor", anchor=name)
        last = day and (day - ONE_DAY if kind in (k.BEFORE, k.UNTIL) else day)
    anchored = Anchored(name, None, first, last)
    anchored.is_end = kind in (k.UNTIL, k.RANGE)
    reader.set_anchored(anchored)
    return True


def _event_date(reader: ClauseReader, name: str) -> tuple[str, Phrase | None]:
    """The event and the date behind it; the year of "begroting 2027" belongs to the name."""
    cursor = reader.cursor
    start, noted = cursor.at, len(reader.out.notes)
    dated = reader.phrase()
    in_name = dated is not None and len(dated.terms) == 1 and dated.terms[0].unit == t.YEAR
    if not in_name or cursor.tokens[start].kind == k.FILLER:
        return name, dated
    del reader.out.notes[noted:]
    return f"{name} {cursor.words(start)}".lower(), None


def _check_spelling(cursor: Cursor, name: str) -> None:
    """Raises Unreadable for "na septmber": a misspelt month is no event."""
    written = cursor.words(cursor.at - 1)
    meant = meant_word(written) if written.lower() == name else None
    if meant is not None:
        raise Unreadable(note("did_you_mean", part=written, word=meant))


def at_clause(reader: ClauseReader) -> bool:
    """ "bij livegang", "tijdens de migratie"; before a period on the calendar the word adds nothing."""
    cursor = reader.cursor
    at = cursor.take(k.AT)
    if not reader.known_anchor_ahead():
        phrase = reader.phrase()
        if phrase is not None:
            reader.out.phrases.append(phrase)
            return True
    name = anchor_words(cursor, reader.context)
    if name is None:
        return False
    name, dated = _event_date(reader, name) if at is not None else (name, reader.phrase())
    if dated is not None:
        reader.out.phrases.append(dated)
        return True
    if not _at_distance(reader, name, None):
        _at(reader, name, "P0D")
    return True


def _at(reader: ClauseReader, name: str, offset: str) -> None:
    day = anchor_date(name, reader.context)
    reader.out.remark("at_anchor", anchor=name)
    reader.set_anchored(Anchored(name, offset, day, day))


def t_clause(reader: ClauseReader) -> bool:
    """ "T-2 weken", "T+4w", "T": counted from go-live. Raises Unreadable for "T-2" without a unit."""
    cursor = reader.cursor
    cursor.at += 1
    if _at_distance(reader, GO_LIVE, None):
        return True
    if cursor.token.text in SIGNS and cursor.ahead(1).kind == k.NUM:
        raise Unreadable(note("which_unit"))
    _at(reader, GO_LIVE, "P0D")
    return True


def _at_distance(reader: ClauseReader, name: str, side: str | None) -> bool:
    """The distance behind an event: "livegang + 6 weken", "T-2w"; with `side` a bound that precedes it."""
    cursor = reader.cursor
    sign, unit = cursor.token, cursor.ahead(2)
    if sign.text not in SIGNS or cursor.ahead(1).kind != k.NUM or unit.kind not in (k.UNIT, k.WORKDAY):
        return False
    cursor.at += 1
    count = cursor.number()
    if count is None:
        return False
    cursor.at += 1
    workdays = unit.kind == k.WORKDAY
    if workdays:
        reader.out.remark("workdays")
    direction = -1 if sign.text in MINUS else 1
    distance = Distance(count, "D" if workdays else unit.value, direction, workdays=workdays)
    _place_at_anchor(reader, name, distance, side)
    return True


def within_clause(reader: ClauseReader) -> bool:
    """ "binnen 2 weken (na gunning)": from today or the event until so much later."""
    cursor, context = reader.cursor, reader.context
    cursor.at += 1
    if cursor.kind == k.TODAY and cursor.ahead(1).kind == k.AND:
        cursor.at += 2  # "binnen nu en 3 maanden"
    start = cursor.at
    count = cursor.number()
    unit = cursor.take_any((k.UNIT, k.WORKDAY))
    if count is None or unit is None:
        return False
    if cursor.kind not in DIRECTIONS:
        distance = Distance(count, "D" if unit.kind == k.WORKDAY else unit.value, 1, workdays=unit.kind == k.WORKDAY)
        last = distance.moved(context.today, context)
        reader.out.remark("from_today", day=context.today)
        reader.add_span(Span(context.today, last, "range", "day" if distance.unit == "D" else "week"))
        return True
    cursor.at = start
    return offset_clause(reader, side=k.WITHIN)


def ahead_clause(reader: ClauseReader) -> bool:
    """ "over 2 weken": so long after today."""
    cursor, today = reader.cursor, reader.context.today
    cursor.at += 1
    count = cursor.number()
    unit = cursor.take(k.UNIT)
    if count is None or unit is None:
        return False
    reader.out.remark("from_today", day=today)
    day = shifted(today, count, unit.value)
    if unit.value in ("D", "W"):
        span = Span(day, day, "day", "day" if unit.value == "D" else "week")
    else:
        monday = monday_before(day)
        span = Span(monday, monday + timedelta(days=6), "week", "week")
    reader.add_span(span)
    return True
