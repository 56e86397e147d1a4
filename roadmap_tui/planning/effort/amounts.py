"""Reading one amount of time: 2 uur, 1,5 uur, 30 minuten, een dagdeel, 9.00-12.00 uur, 2 tot 3 sessies."""

from __future__ import annotations

from typing import Final

from roadmap_tui.planning.effort.model import EffortNorms
from roadmap_tui.planning.effort.words import is_session, unit_of
from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.notes import Note, note

_TO: Final = frozenset((k.DASH, k.UNTIL, k.RANGE, k.SLASH, k.OR, k.OF))
_QUARTERS: Final = frozenset((25, 50, 75))
_DAY_SHARES: Final = {"halve": "half_day", "half": "half_day"} | dict.fromkeys(
    ("hele", "gehele", "volle", "full", "whole"), "day"
)
_WORDS: Final = frozenset((k.WORD, k.DAYPART, k.WORKDAY))
OPENS_AMOUNT: Final = _WORDS | {k.NUM, k.CLOCK, k.VAN, k.PART, k.FILLER, k.OTHER, k.SESSION}
_MOST: Final = 10_000  # hours or sessions: more is a typing error


class Amount:
    """A number with its unit: hours, minutes, days, sessions; `low` when a span was written."""

    __slots__ = ("is_norm", "low", "unit", "value")

    def __init__(self, value: float, unit: str, low: float | None = None, *, is_norm: bool = False) -> None:
        self.value = value
        self.unit = unit  # "hour", "session", "dagdeel", "half_day", "day", or W, M, Q, H, Y for lead time
        self.low = low
        self.is_norm = is_norm


def read_amount(cursor: Cursor) -> Amount | None:
    """The amount at the cursor; None with nothing read when the number has no unit that is known."""
    start = cursor.at
    found = _clock_span(cursor) or _clock_length(cursor) or _worded(cursor) or _numbered(cursor)
    if found is None or found.value > _MOST:
        cursor.at = start
        return None
    return found


def hours_of(amount: Amount, norms: EffortNorms, notes: list[Note]) -> float | None:
    """The hours in one unit of the amount, or in all of it for hours; None for what is no working time."""
    if amount.unit == "hour":
        return amount.value
    if amount.unit not in ("dagdeel", "half_day", "day"):
        return None
    hours: float = getattr(norms, amount.unit)
    notes.append(
        note("norm", hours=hours, unit={"half_day": "half day", "day": "day"}.get(amount.unit, "half-day session"))
    )
    return hours


def _clock_span(cursor: Cursor) -> Amount | None:
    """ "9.00-12.00 uur", "van 9 tot 12 uur": the difference."""
    start = cursor.at
    opened = cursor.take(k.VAN) is not None
    first = _time(cursor, bare=opened)
    if first is not None and cursor.take_any(_TO):
        last = _time(cursor, bare=opened)
        if (
            last is not None
            and last > first
            and (not opened or cursor.kind == k.HOUR or cursor.tokens[cursor.at - 1].kind == k.CLOCK)
        ):
            cursor.take(k.HOUR)
            return Amount(round(last - first, 2), "hour")
    cursor.at = start
    return None


def _time(cursor: Cursor, *, bare: bool) -> float | None:
    token = cursor.token
    if token.kind == k.CLOCK:
        hours, minutes = (int(part) for part in token.text.replace(".", ":").split(":"))
        if hours > 24 or minutes > 59:
            return None
        cursor.at += 1
        if cursor.kind == k.HOUR and cursor.ahead(1).kind in _TO:
            cursor.at += 1
        return hours + minutes / 60
    if bare and token.kind == k.NUM and 0 <= token.value <= 24:
        cursor.at += 1
        return float(token.value)
    return None


def _clock_length(cursor: Cursor) -> Amount | None:
    """ "1:30 uur" and "1.30 uur" are an hour and a half; "1.50 uur" is a decimal."""
    token = cursor.token
    if token.kind != k.CLOCK or cursor.ahead(1).kind != k.HOUR:
        return None
    hours, minutes = (int(part) for part in token.text.replace(".", ":").split(":"))
    decimal = "." in token.text and (minutes in _QUARTERS or minutes > 59)
    cursor.at += 2
    return Amount(round(hours + (minutes / 100 if decimal else minutes / 60), 2), "hour")


def _worded(cursor: Cursor) -> Amount | None:
    """ "halve dag", "half uur", "anderhalf uur", "kwartier", "drie kwartier", "dagdeel", "hele dag"."""
    start = cursor.at
    count = cursor.number() if cursor.kind == k.NUM and not cursor.token.text.isdigit() else None
    word = cursor.token.text.rstrip(".")
    following = cursor.ahead(1).kind
    if word in ("kwartier", "kwartiertje"):
        cursor.at += 1
        return Amount(0.25 * (count or 1), "hour")
    if word == "half" and following == k.DASH and cursor.ahead(2).kind == k.UNIT and cursor.ahead(2).value == "D":
        cursor.at += 3  # half-day
        return Amount(count or 1, "half_day")
    if word == "half" and cursor.ahead(1).text == "a":
        cursor.at += 1  # half a day
        return _fraction(cursor, 0.5, cursor.ahead(1).kind)
    if word in ("half", "halve", "anderhalf", "anderhalve"):
        return _fraction(cursor, 1.5 if word.startswith("ander") else 0.5, following)
    if word in ("hele", "gehele", "volle", "full", "whole") and following == k.UNIT and cursor.ahead(1).value == "D":
        cursor.at += 2
        return Amount(count or 1, "day")
    unit = unit_of(word)
    if unit is not None and count is None:
        cursor.at += 1
        return Amount(1, unit)
    cursor.at = start
    return None


def _fraction(cursor: Cursor, share: float, following: str) -> Amount | None:
    if following == k.HOUR:
        cursor.at += 2
        return Amount(share, "hour")
    if following == k.UNIT and cursor.ahead(1).value == "D":
        cursor.at += 2
        return Amount(1, "half_day") if share == 0.5 else Amount(share, "day")
    unit = unit_of(cursor.ahead(1).text)
    if unit is not None:
        cursor.at += 2
        return Amount(share, unit)
    return None


def _numbered(cursor: Cursor) -> Amount | None:
    first = _decimal(cursor)
    if first is None:
        return None
    low: float | None = None
    unit = _unit(cursor)
    if cursor.kind in _TO or cursor.token.text in ("à", "a"):
        place = cursor.at
        cursor.at += 1
        second = _decimal(cursor)
        second_unit = _unit(cursor) if second is not None else None
        if second is not None and second_unit is not None and unit in (None, second_unit) and second >= first:
            low, first, unit = first, second, second_unit
        else:
            cursor.at = place
    if unit is None:
        return None
    if unit == "minute":
        return Amount(round(first / 60, 2), "hour", None if low is None else round(low / 60, 2))
    if unit == "hour" and cursor.kind == k.NUM and cursor.ahead(1).kind != k.HOUR and _is_minutes(cursor):
        first += cursor.token.value / 60  # 1u30
        cursor.at += 1
    return Amount(first, unit, low)


def _decimal(cursor: Cursor) -> float | None:
    """A number, with a comma or point before its decimals, or ending in a half sign."""
    token = cursor.token
    if token.kind != k.NUM or not 0 <= token.value < _MOST:
        if token.text in ("½", "\u00bd"):
            cursor.at += 1
            return 0.5
        return None
    cursor.at += 1
    value = float(token.value)
    if value == 1 and cursor.kind == k.SLASH and cursor.token.glued and cursor.ahead(1).text == "2":
        cursor.at += 2
        return 0.5
    if cursor.token.text == "½":
        cursor.at += 1
        return value + 0.5
    mark, decimals = cursor.token, cursor.ahead(1)
    glued = mark.glued and decimals.glued and decimals.kind == k.NUM
    if glued and mark.text in (",", ".") and len(decimals.text) <= 2 and decimals.text.isdigit():
        cursor.at += 2
        return float(f"{token.value}.{decimals.text}")
    return value


def _is_minutes(cursor: Cursor) -> bool:
    """Whether the number behind the hours is minutes: "1u30", "1 u 30"."""
    ends = cursor.ahead(1).kind in (k.END, k.CLOSE_BRACKET)
    return cursor.token.glued or (len(cursor.token.text) == 2 and cursor.token.value < 60 and ends)


def _unit(cursor: Cursor) -> str | None:
    """Step over the unit of a number; kinds of meetings count as sessions."""
    token = cursor.token
    unit: str | None = None
    if token.kind == k.HOUR or (token.kind == k.HALF_LETTER and token.glued):
        unit = "hour"
    elif token.kind == k.MINUTE:
        unit = "minute"
    elif token.kind == k.UNIT:
        unit = "day" if token.value == "D" else str(token.value)
    elif token.kind in _WORDS and unit_of(token.text) is not None:
        unit = unit_of(token.text)
    elif token.text in _DAY_SHARES and cursor.ahead(1).kind == k.UNIT and cursor.ahead(1).value == "D":
        unit = _DAY_SHARES[token.text]
        cursor.at += 1
    elif token.kind == k.DASH and token.glued and cursor.ahead(1).kind in (k.HOUR, k.MINUTE):  # 2-hour
        unit = "hour" if cursor.ahead(1).kind == k.HOUR else "minute"
        cursor.at += 1
    elif is_session(token):
        unit = "session"
    if unit is not None:
        cursor.at += 1
    return unit
