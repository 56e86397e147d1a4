"""The marks of the timeline: what stands on a row and what it says, in eighths of a cell.

A mark never says more than the words do: a day is high, a month is low, a choice is hollow, an open end fades.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.planning.occurrences import when_days
from roadmap_tui.view.timescale import TimeScale

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import ActivityOutlook

Span = tuple[date, date]
_EXACT: Final = ("day", "week", "none")
_FADING_SHARE: Final = 4


class Shape(StrEnum):
    """How a mark is drawn, by what is known about it."""

    SOLID = "solid"
    PART = "part"
    PERIOD = "period"
    TICK = "tick"
    REPEAT = "repeat"
    CHOICE = "choice"
    HOLLOW = "hollow"
    OPEN_START = "open_start"
    OPEN_END = "open_end"
    ONWARD = "onward"
    ALWAYS = "always"
    MILESTONE = "milestone"
    DOUBT = "doubt"
    GHOST = "ghost"
    GROUP = "group"


class Mark(NamedTuple):
    """Something drawn on a row, from `start` to `end` in eighths of a cell from the left edge of the chart."""

    shape: Shape
    start: int
    end: int
    tone: Tone


def activity_tone(activity: Activity, seen: ActivityOutlook) -> Tone:
    """What the colour of an activity says: late, should have started, on hold, done, busy, or still to come."""
    if seen.finished:
        return Tone.GOOD if activity.status == "done" else Tone.MUTED
    if seen.late:
        return Tone.BAD
    if seen.late_start or activity.status == "on_hold":
        return Tone.WARN
    return Tone.NORMAL if activity.status == "active" else Tone.MUTED


def repeated_days(seen: ActivityOutlook, around: Span) -> Sequence[date]:
    """The days of what repeats; where its words leave an end open, within `around`."""
    if not seen.when.recurrence or seen.dates:
        return ()
    start, end = seen.start or around[0], seen.end or around[1]
    return when_days(msgspec.structs.replace(seen.when, start=start, end=max(start, end)))


def activity_marks(
    seen: ActivityOutlook, tone: Tone, scale: TimeScale, repeated: Sequence[date] = ()
) -> Iterable[Mark]:
    """The marks of an activity, honest about what its words leave open; `repeated` are the days it happens on."""
    if seen.dates:
        yield from _day_marks(seen, tone, scale)
    elif repeated:
        yield from _repeat_marks(seen, repeated, tone, scale)
    elif seen.start and seen.end:
        yield from _period_marks(seen, max(seen.start, seen.end), tone, scale)
    elif seen.start:
        yield Mark(Shape.OPEN_END, *scale.span(seen.start, seen.start), tone)
    elif seen.end:
        yield Mark(Shape.OPEN_START, *scale.span(seen.end, seen.end), tone)
    elif seen.when.kind == "open":
        yield Mark(Shape.ALWAYS, 0, scale.width * 8, Tone.MUTED)
    if seen.uncertain and (latest := max([*seen.dates, *filter(None, (seen.start, seen.end))], default=None)):
        _start, end = scale.span(latest, latest)
        yield Mark(Shape.DOUBT, end, end, tone)


def _day_marks(seen: ActivityOutlook, tone: Tone, scale: TimeScale) -> Iterable[Mark]:
    held = len(seen.dates) * seen.progress // 100 if not seen.alternatives else 0
    shape = Shape.CHOICE if seen.alternatives else Shape.TICK
    for index, day in enumerate(seen.dates):
        yield Mark(shape, *scale.span(day, day), Tone.GOOD if index < held else tone)


def _repeat_marks(seen: ActivityOutlook, days: Sequence[date], tone: Tone, scale: TimeScale) -> Iterable[Mark]:
    """One mark for every time; without an end they pale, and an arrow says that they go on."""
    held = len(days) * seen.progress // 100
    pale = len(days) if seen.end else len(days) - len(days) // _FADING_SHARE
    for index, day in enumerate(days):
        colour = Tone.GOOD if index < held else Tone.MUTED if index >= pale else tone
        yield Mark(Shape.REPEAT, *scale.span(day, day), colour)
    if seen.end is None:
        _start, end = scale.span(days[-1], days[-1])
        yield Mark(Shape.ONWARD, end, end + 8, Tone.MUTED)


def _period_marks(seen: ActivityOutlook, end: date, tone: Tone, scale: TimeScale) -> Iterable[Mark]:
    assert seen.start is not None
    left, right = scale.span(seen.start, end)
    shape = _shape_of(seen)
    done = left + (right - left) * seen.progress // 100
    if shape is Shape.HOLLOW or not left < done < right:
        yield Mark(shape, left, right, tone)
        return
    yield Mark(shape, left, done, Tone.GOOD)
    yield Mark(shape, done, right, tone)


def _shape_of(seen: ActivityOutlook) -> Shape:
    if seen.alternatives:
        return Shape.HOLLOW
    if seen.precision in _EXACT:
        return Shape.SOLID
    return Shape.PART if seen.precision == "part_month" else Shape.PERIOD
