"""When each step of a run-sheet begins and ends; a night that passes midnight is one night."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from roadmap_tui.model.runsheet import RunStep

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_TIME: Final = re.compile(r"(?:([a-z]{2,9})\.?\s+)?(\d{1,2})(?:[.:u](\d{2}))?\s*(?:uur|h|u)?", re.IGNORECASE)
_STAMP: Final = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})[ ,T]+(\d{1,2})[.:](\d{2})")
_ISO_STAMP: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})[ ,T]+(\d{1,2})[.:](\d{2})(?::\d{2})?")
_DAYS: Final = ("ma", "di", "wo", "do", "vr", "za", "zo"), ("mo", "tu", "we", "th", "fr", "sa", "su")
_DAY_NAMES: Final = (
    ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
_DAY: Final = timedelta(days=1)


class StepTime(NamedTuple):
    """A time of day, with the day of the week (Monday is 0) where it was named."""

    weekday: int | None
    clock: time


class StepOutlook(msgspec.Struct, frozen=True):
    """A step with the moments at which it begins and ends; None where a day or time is missing."""

    step: RunStep
    start: datetime | None
    end: datetime | None


def step_time(text: str) -> StepTime | None:
    """17.00, 17:00, 17 uur, vr 17.00 or Friday 17:00; None for anything else."""
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[2]) > 23 or int(found[3] or 0) > 59:
        return None
    day = _weekday(found[1]) if found[1] else None
    if found[1] and day is None:
        return None
    return StepTime(day, time(int(found[2]), int(found[3] or 0)))


def _weekday(word: str) -> int | None:
    wanted = word.casefold()
    for short, names in zip(_DAYS, _DAY_NAMES, strict=True):
        for day, (brief, name) in enumerate(zip(short, names, strict=True)):
            if wanted == brief or (len(wanted) >= 3 and name.startswith(wanted)):
                return day
    return None


def clock_time(text: str) -> time | None:
    """The time of day in the words of a step; None where they hold none."""
    found = step_time(text)
    return found.clock if found else None


def first_from(moment: datetime, at: StepTime) -> datetime:
    """The first moment at or after `moment` with this time, on this day of the week where one is named."""
    found = datetime.combine(moment.date(), at.clock)
    if found < moment:
        found += _DAY
    while at.weekday is not None and found.weekday() != at.weekday:
        found += _DAY
    return found


def last_way_back(start: datetime, text: str) -> datetime | None:
    """The last way back of a step that begins at `start`: that day of the week nearest to it, or that time after it."""
    at = step_time(text)
    if at is None:
        return None
    found = first_from(start, at)
    return found - 7 * _DAY if at.weekday is not None and found - start > 4 * _DAY else found


def read_stamp(text: str, near: datetime | None) -> datetime | None:
    """The moment that somebody noted: with its date, or a time alone, which is the one closest to `near`."""
    text = text.strip()
    for pattern, order in ((_STAMP, (3, 2, 1)), (_ISO_STAMP, (1, 2, 3))):
        if found := pattern.fullmatch(text):
            try:
                year, month, day = (int(found[group]) for group in order)
                return datetime(year, month, day, int(found[4]), int(found[5]))
            except ValueError:
                return None
    at = step_time(text)
    if at is None or near is None:
        return None
    days = [datetime.combine(near.date() + timedelta(days=shift), at.clock) for shift in range(-3, 4)]
    fitting = [day for day in days if at.weekday is None or day.weekday() == at.weekday]
    return min(fitting, key=lambda day: abs(day - near))


def write_stamp(moment: datetime) -> str:
    """A moment as people note it: 30-10-2026 17.05."""
    return f"{moment:%d-%m-%Y} {moment.hour}.{moment.minute:02d}"


def run_sheet(outlook: Outlook, steps: Iterable[RunStep] | None = None) -> list[StepOutlook]:
    """The steps in their own order. A step without a time begins when the one before it ends; a time without a
    day is the first such time after the step before it, and a day of the week the first such day.
    """
    records: Sequence[object] = outlook.records(RunStep.TABLE)
    rows = list(steps) if steps is not None else [step for step in records if isinstance(step, RunStep)]
    found: list[StepOutlook] = []
    before: datetime | None = None
    for step in rows:
        start = _start(outlook, step, found[-1].start if found else None, before)
        end = start + timedelta(minutes=step.minutes or 0) if start is not None else None
        found.append(StepOutlook(step, start, end))
        before = end or before
    return found


def _start(outlook: Outlook, step: RunStep, last: datetime | None, before: datetime | None) -> datetime | None:
    day, at = outlook.due(None, step.offset), step_time(step.time)
    if day is not None:
        return datetime.combine(day, at.clock) if at is not None else None
    if at is None:
        return before if not step.time.strip() else None
    if last is not None:
        return first_from(last, at)
    return _before_go_live(outlook.plan.go_live, at)


def _before_go_live(go_live: date | None, at: StepTime) -> datetime | None:
    """The last such day of the week up to go-live; None where the day cannot be known."""
    if go_live is None or at.weekday is None:
        return None
    back = (go_live.weekday() - at.weekday) % 7
    return datetime.combine(go_live - timedelta(days=back), at.clock)


def wrong_weekday(outlook: Outlook, step: RunStep) -> bool:
    """Whether the day of the week in a step's time contradicts its distance from go-live."""
    day, at = outlook.due(None, step.offset), step_time(step.time)
    return day is not None and at is not None and at.weekday is not None and at.weekday != day.weekday()
