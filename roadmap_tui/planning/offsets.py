"""Dates counted from an anchor: "T-12w" is twelve weeks before go-live.

Written as anchor, sign, number, unit and an optional weekday of the week that is reached:
T is go-live, S the start, D the day on which the plan is made; w counts weeks, d calendar days.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

import msgspec

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _, ngettext

ANCHORS: Final = {"T": "golive", "S": "start", "D": "day"}
WEEKDAYS: Final = ("ma", "di", "wo", "do", "vr", "za", "zo")
LONGEST_DAYS: Final = 7300  # twenty years: more is a typing error

_PATTERN: Final = (
    r"(?ia)(?P<anchor>[TSD])\s*(?:(?P<sign>[+\-\u2212\u2013])\s*(?P<count>\d{1,4})\s*(?P<unit>[wd]))?"
    r"(?:/(?P<weekday>[a-z]{2}))?"
)
_AT: Final = {
    "golive": N_("on the day of go-live"),
    "start": N_("on the start date"),
    "day": N_("on the day the plan is made"),
}
_BEFORE: Final = {
    "golive": N_("{span} before go-live"),
    "start": N_("{span} before the start"),
    "day": N_("{span} before the day the plan is made"),
}
_AFTER: Final = {
    "golive": N_("{span} after go-live"),
    "start": N_("{span} after the start"),
    "day": N_("{span} after the day the plan is made"),
}
_WEEKDAY_NAMES: Final = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


class OffsetError(UsageError, ValueError):
    """Text that does not say how far from which anchor."""


class Offset(msgspec.Struct, frozen=True):
    """A distance from an anchor, in weeks or in calendar days; negative is before it.

    `weekday` (0 is Monday) then picks that day of the ISO week the distance leads to.
    """

    anchor: str
    weeks: int = 0
    days: int = 0
    weekday: int | None = None


def parse_offset(text: str) -> Offset:
    """Read "T-12w", "T+2d", "S+4w", "T", or with a weekday "D+13w/ma".

    Raises OffsetError when the text is anything else, or further than twenty years away.
    """
    found = re.fullmatch(_PATTERN, text.strip())
    if found is None:
        raise _unreadable(text)
    anchor = ANCHORS[found["anchor"].upper()]
    weekday = _weekday(found["weekday"], text)
    if found["sign"] is None:
        return Offset(anchor, weekday=weekday)
    count = int(found["count"]) * (1 if found["sign"] == "+" else -1)
    in_weeks = found["unit"].lower() == "w"
    if abs(count) * (7 if in_weeks else 1) > LONGEST_DAYS:
        raise OffsetError(_("“{text}” is more than twenty years away.").format(text=text))
    weeks, days = (count, 0) if in_weeks else (0, count)
    return Offset(anchor, weeks, days, weekday)


def resolve(offset: Offset, start: date | None, golive: date | None, day: date | None = None) -> date | None:
    """The date that `offset` leads to; None while its anchor has no date or the calendar ends before it."""
    anchor = {"start": start, "golive": golive, "day": day}[offset.anchor]
    if anchor is None:
        return None
    try:
        reached = anchor + timedelta(weeks=offset.weeks, days=offset.days)
        if offset.weekday is None:
            return reached
        return reached + timedelta(days=offset.weekday - reached.weekday())
    except OverflowError:
        return None


def offset_text(offset: Offset) -> str:
    """The offset as people say it: "12 weken voor livegang"."""
    count = offset.weeks or offset.days
    if not count:
        words = _(_AT[offset.anchor])
    else:
        words = _((_BEFORE if count < 0 else _AFTER)[offset.anchor]).format(span=_span(offset))
    if offset.weekday is None:
        return words
    return _("{offset}, on {weekday}").format(offset=words, weekday=_(_WEEKDAY_NAMES[offset.weekday]))


def _span(offset: Offset) -> str:
    if offset.weeks:
        weeks = abs(offset.weeks)
        return ngettext("{count} week", "{count} weeks", weeks).format(count=weeks)
    days = abs(offset.days)
    return ngettext("{count} day", "{count} days", days).format(count=days)


def _weekday(name: str | None, text: str) -> int | None:
    if name is None:
        return None
    if name.lower() not in WEEKDAYS:
        raise _unreadable(text)
    return WEEKDAYS.index(name.lower())


def _unreadable(text: str) -> OffsetError:
    shown = text if len(text) <= 40 else text[:39] + "…"
    return OffsetError(
        _("“{text}” is not a distance from an anchor; write for instance T-12w or S+2d.").format(text=shown)
    )
