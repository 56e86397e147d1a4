"""Reading repetition: wekelijks, om de week, 1x per twee weken, elke eerste dinsdag van de maand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from roadmap_tui.planning.effort.words import is_session
from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.periods import iso_period

if TYPE_CHECKING:
    from roadmap_tui.planning.when.clauses import ClauseReader

_ARTICLES: Final = frozenset((k.FILLER, k.VAN, k.OF))
_ONCE_A_YEAR: Final = frozenset((k.SEASON, k.MONTH, k.SCHOOL_HOLIDAY, k.RECESS, k.QUARTER_LETTER))
_OF_MONTHS: Final = ("M", "Y")
_JOIN: Final = frozenset((k.AND, k.COMMA, k.SLASH, k.PLUS))


def recurrence_clause(reader: ClauseReader) -> bool:
    """Read how often something repeats; nothing is read when the words say something else."""
    cursor = reader.cursor
    start = cursor.at
    limit = cursor.kind if cursor.kind in (k.AT_LEAST, k.AT_MOST) else None
    found = read_recurrence(cursor)
    if found is None:
        found = _every_weekday(reader)
        if found == "":
            return True
    if found is None:
        return _times_within(reader)
    if found:
        if reader.out.nth and str(reader.out.recurrence).endswith(_OF_MONTHS):
            return True  # "eens per twee maanden, op de derde woensdag": which day of the month
        if reader.out.recurrence is not None and reader.out.recurrence != found:
            found = ""
        else:
            reader.out.recurrence = found
            if limit is not None:
                reader.out.remark("at_least" if limit == k.AT_LEAST else "at_most")
            while is_session(cursor.token):  # "wekelijks overleg" is how often, whatever it is
                cursor.at += 1
    if not found:
        cursor.at = start
    return bool(found)


def read_recurrence(cursor: Cursor) -> str | None:
    """The ISO 8601 period of a repetition without weekdays ("P2W", "2/P1M"); None with nothing read."""
    start = cursor.at
    found = _adverb(cursor) or _alternate(cursor) or _every_unit(cursor) or _count_per(cursor) or _parity(cursor)
    if found is None:
        cursor.at = start
    return found


def _adverb(cursor: Cursor) -> str | None:
    """wekelijks, maandelijks; "2-wekelijks" and "3 maandelijks" with the number in front."""
    count: int | None = None
    if cursor.kind == k.NUM and cursor.ahead(1).kind in (k.DASH, k.RECURRING):
        count = cursor.number()
        cursor.take(k.DASH)
        if not count or cursor.kind != k.RECURRING:
            return None
    token = cursor.take(k.RECURRING)
    if token is None:
        return None
    period: str = token.value
    return period if count is None else iso_period(count * int(period[1:-1]), period[-1])


def _alternate(cursor: Cursor) -> str | None:
    """ "om de week" means every other week; "om de twee weken" every two weeks."""
    if cursor.take(k.ALTERNATE) is None:
        return None
    other = cursor.take(k.OTHER_ONE)
    count = cursor.number()
    unit = _unit(cursor)
    if unit is None or (other and count):
        return None
    return iso_period(count or 2, unit)


def _every_unit(cursor: Cursor) -> str | None:
    """ "elke week", "iedere twee weken", "every other month", "per kwartaal", "elke werkdag"."""
    every = cursor.take_any((k.EVERY, k.PER))
    if every is None:
        return None
    cursor.skip(frozenset((k.FILLER,)))
    if every.kind == k.EVERY and cursor.take(k.WORKDAY):
        return "P1D"
    if every.kind == k.EVERY and cursor.kind in _ONCE_A_YEAR:
        return "P1Y"  # "ieder najaar": which part of the year is read as a period
    count = 2 if cursor.take(k.OTHER_ONE) else None
    if cursor.kind == k.ORDINAL and cursor.token.value > 1 and cursor.ahead(1).kind == k.UNIT:
        if cursor.ahead(2).kind in _ARTICLES:  # "elke 2e week van de maand"
            return None
        count = cursor.token.value
        cursor.at += 1
    if count is None:
        count = cursor.number()
    if count is not None and (cursor.token.text in ("à", "a") or cursor.kind in (k.DASH, k.UNTIL)):
        cursor.at += 1  # "iedere 6 à 8 weken"
        count = cursor.number()
    unit = _unit(cursor)
    return None if unit is None or count == 0 else iso_period(count or 1, unit)


def _count_per(cursor: Cursor) -> str | None:
    """ "1x per twee weken", "2 keer per maand", "eens in de 3 weken", "twice a year", "1x/week"."""
    cursor.take_any((k.AT_LEAST, k.AT_MOST))
    times = count_of_times(cursor)
    if times is None and cursor.ahead(1).kind == k.PER and cursor.ahead(2).kind == k.UNIT:
        times = cursor.number()  # "twee per week"
    if not times:
        return None
    if cursor.kind == k.RECURRING:
        period: str = cursor.token.value
        cursor.at += 1
        return period if times == 1 else f"{times}/{period}"
    if cursor.token.text.replace(".", "") == "pm":  # "1x p.m."
        cursor.at += 1
        return "P1M" if times == 1 else f"{times}/P1M"
    linked = cursor.take_any((k.PER, k.SLASH, k.EVERY)) or cursor.token.text in ("in", "a", "an")
    if not linked:
        alternate = _alternate(cursor)
        return alternate if times == 1 else None
    cursor.skip(frozenset((k.FILLER,)))
    if cursor.token.text in ("a", "an"):
        cursor.at += 1
    count = cursor.number()
    unit = _unit(cursor)
    if unit is None or count == 0:
        return None
    period = iso_period(count or 1, unit)
    return period if times == 1 else f"{times}/{period}"


def count_of_times(cursor: Cursor) -> int | None:
    """ "2x", "twee keer", "eenmaal", "twice"; None with nothing read."""
    start = cursor.at
    count = cursor.number()
    token = cursor.take(k.TIMES)
    if token is None or (count is None and token.value is None) or count == 0:
        cursor.at = start
        return None
    return count if count is not None else int(token.value)


def _parity(cursor: Cursor) -> str | None:
    """ "in de even weken"."""
    cursor.skip(_ARTICLES)
    if cursor.take(k.PARITY) is None:
        return None
    return "P2W" if _unit(cursor) == "W" else None


def _unit(cursor: Cursor) -> str | None:
    token = cursor.take(k.UNIT)
    return None if token is None else str(token.value)


def _times_within(reader: ClauseReader) -> bool:
    """ "2x in mei": a number of times, with a period that follows."""
    times = count_of_times(reader.cursor)
    if times is None or reader.out.count_within is not None:
        return False
    reader.out.count_within = times
    return True


def _every_weekday(reader: ClauseReader) -> str | None:
    """ "elke dinsdag", "elke 1e en 3e dinsdag van de maand", "laatste vrijdag van elke maand"."""
    cursor, out = reader.cursor, reader.out
    start = cursor.at
    every = cursor.take(k.EVERY) is not None
    cursor.skip(frozenset((k.FILLER,)))
    ordinals = _ordinals(cursor)
    other = every and cursor.take(k.OTHER_ONE) is not None
    weekdays = _weekdays(cursor)
    if ordinals and not weekdays:
        return _every_nth(reader, start, ordinals)
    if not weekdays or not (every or ordinals):
        cursor.at = start
        return None
    of_month = _of_the_period(cursor)
    if not ordinals:
        out.weekdays.extend(weekdays)
        period = "P2W" if other else "P1W"
        return period if len(weekdays) == 1 else f"{len(weekdays)}/{period}"
    if of_month or (every and ordinals != [2]):
        out.nth.extend(ordinals)
        out.weekdays.extend(weekdays)
        count = len(ordinals) * len(weekdays)
        period = of_month or "P1M"
        return period if count == 1 else f"{count}/{period}"
    if every:  # "elke tweede dinsdag": every other Tuesday
        out.weekdays.extend(weekdays)
        return "P2W"
    if cursor.done or cursor.kind == k.CLOSE_BRACKET:  # "maandelijks (1e dinsdag)": the rest says of which month
        out.nth.extend(ordinals)
        out.weekdays.extend(weekdays)
        return ""
    cursor.at = start
    return None


def _every_nth(reader: ClauseReader, start: int, ordinals: list[int]) -> str | None:
    """ "elke 1e van de maand", "elke eerste week van de maand", with the nth in a note."""
    cursor = reader.cursor
    week = cursor.take(k.UNIT)
    by_week = week is not None and week.value == "W"
    every = any(token.kind == k.EVERY for token in cursor.tokens[start : cursor.at])
    if (
        (week is not None and not by_week)
        or (by_week and not every)
        or min(ordinals) < (-1 if by_week else 1)
        or _of_the_period(cursor) != "P1M"
    ):
        cursor.at = start
        return None
    for nth in ordinals:
        reader.out.remark("nth_week_of_month" if by_week else "on_day", nth=nth)
    return "P1M" if len(ordinals) == 1 else f"{len(ordinals)}/P1M"


def _ordinals(cursor: Cursor) -> list[int]:
    found: list[int] = []
    while cursor.kind == k.ORDINAL:
        found.append(cursor.token.value)
        cursor.at += 1
        if cursor.kind in _JOIN and cursor.ahead(1).kind == k.ORDINAL:
            cursor.at += 1
    return found


def _weekdays(cursor: Cursor) -> list[int]:
    found: list[int] = []
    while cursor.kind in (k.WEEKDAY, k.WEEKDAYS):
        found.append(cursor.token.value)
        cursor.at += 1
        if cursor.kind in _JOIN and cursor.ahead(1).kind in (k.WEEKDAY, k.WEEKDAYS):
            cursor.at += 1
    return found


def _of_the_period(cursor: Cursor) -> str | None:
    """Step over "van de maand" or "van elk kwartaal" and give that period."""
    start = cursor.at
    cursor.skip(_ARTICLES)
    every = cursor.take_any((k.EVERY, k.PER))
    cursor.skip(_ARTICLES)
    unit = cursor.take(k.UNIT)
    if unit is not None and unit.value in ("M", "Q", "H") and (every or cursor.kind not in (k.MONTH, k.NUM)):
        return iso_period(1, unit.value)
    cursor.at = start
    return None


def weekday_clause(reader: ClauseReader) -> bool:
    """A weekday apart from a date: "wekelijks op dinsdag", "week 36, dinsdag", "dinsdags"."""
    cursor, out = reader.cursor, reader.out
    if cursor.kind == k.WEEKDAYS:
        weekdays = _weekdays(cursor)
        out.weekdays.extend(weekdays)
        out.recurrence = out.recurrence or ("P1W" if len(weekdays) == 1 else f"{len(weekdays)}/P1W")
        return True
    start = cursor.at
    phrase = reader.phrase()
    if phrase is not None:
        out.phrases.append(phrase)
        return True
    cursor.at = start
    out.weekdays.extend(_weekdays(cursor))
    return True
