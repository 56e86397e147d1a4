"""Where a day stands on the timeline: a scale in eighths of a terminal cell, and the header above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

import msgspec

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.parsing import suggestion
from roadmap_tui.planning.periods import first_day, monday_before

EIGHTHS: Final = 8
DAYS_IN_WEEK: Final = 7
_EARLIEST: Final = date(1900, 1, 1)
_LATEST: Final = date(2299, 12, 31)
_LARGEST, _SMALLEST = 168, 1
_FITTING: Final = (112, 56, 48, 40, 32, 28, 24, 20, 16, 14, 12, 10, 8, 6, 4, 3, 2, 1)
_STEPS: Final = (168, 56, 32, 16, 8, 4, 2, 1)
_SHADES_DAYS: Final = 56
_SHOWS_WEEKS: Final = 6
_ROOM_FOR_MONTH: Final = 4
_ROOM_FOR_LONG_MONTH: Final = 10
_ROOM_FOR_YEAR: Final = 5
ZOOMS: Final = {
    "day": (168, N_("Day")),
    "week": (56, N_("Week")),
    "month": (16, N_("Month")),
    "quarter": (4, N_("Quarter")),
}
_MONTHS: Final = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_MONTHS_SHORT: Final = (
    N_("jan"), N_("feb"), N_("mar"), N_("apr"), N_("may"), N_("jun"),
    N_("jul"), N_("aug"), N_("sep"), N_("oct"), N_("nov"), N_("dec"),
)  # fmt: skip


class Label(NamedTuple):
    """A word in the header, at a cell."""

    cell: int
    text: str


class TimeScale(msgspec.Struct, frozen=True):
    """A window on time: `origin` (a Monday) stands at the left edge, a week takes so many eighths of a cell.

    Weeks are the unit because they are what stays equally long; with a whole number of eighths per week every
    Monday stands on an eighth, and a pan by whole cells never changes the shape of a bar.
    """

    origin: date
    eighths_per_week: int
    width: int

    def x(self, day: date) -> int:
        """Where `day` begins, in eighths of a cell from the left edge; may lie outside the window."""
        return (day - self.origin).days * self.eighths_per_week // DAYS_IN_WEEK

    def span(self, first: date, last: date) -> tuple[int, int]:
        """Where the days from `first` to `last`, both included, begin and end, in eighths of a cell."""
        return self.x(first), max(self.x(_day_after(last)), self.x(first) + 1)

    def day_at(self, cell: int) -> date:
        """The first day that begins in or after a cell."""
        return _shifted(self.origin, -(-cell * EIGHTHS * DAYS_IN_WEEK // self.eighths_per_week))

    @property
    def first(self) -> date:
        """The first day in the window."""
        return self.origin

    @property
    def last(self) -> date:
        """The last day in the window."""
        return _shifted(self.day_at(self.width), -1)

    @property
    def shades_days(self) -> bool:
        """Whether single days are wide enough to shade weekends and holidays."""
        return self.eighths_per_week >= _SHADES_DAYS

    @property
    def counts_days(self) -> bool:
        """Whether the lower line of the header counts days."""
        return self.eighths_per_week >= _LARGEST

    @property
    def counts_weeks(self) -> bool:
        """Whether the lower line of the header counts ISO weeks."""
        return _SHOWS_WEEKS <= self.eighths_per_week < _LARGEST

    @property
    def zoom(self) -> str:
        """The name of the nearest zoom that is not finer than this: day, week, month or quarter."""
        return next((name for name, (size, _label) in ZOOMS.items() if self.eighths_per_week >= size), "quarter")

    def resized(self, width: int) -> TimeScale:
        """The same scale in another width."""
        return TimeScale(self.origin, self.eighths_per_week, width)

    def panned(self, steps: int) -> TimeScale:
        """The window moved by steps of about an eighth of its width, in whole weeks and whole cells."""
        cells = max(1, self.width // 8)
        whole = _weeks_in_whole_cells(self.eighths_per_week)
        weeks = max(1, round(cells * EIGHTHS / self.eighths_per_week / whole)) * whole
        return self.starting(_shifted(self.origin, steps * weeks * DAYS_IN_WEEK))

    def zoomed(self, steps: int, around: date) -> TimeScale:
        """Closer by (positive) or further away; `around` keeps its place on the screen where it is in the window."""
        size = self.eighths_per_week
        for _step in range(abs(steps)):
            others = [s for s in _STEPS if s > size] if steps > 0 else [s for s in _STEPS if s < size]
            size = (min(others) if steps > 0 else max(others)) if others else size
        return self.scaled(size, around)

    def scaled(self, eighths_per_week: int, around: date) -> TimeScale:
        """At another scale; `around` keeps its place on the screen, or comes to the middle."""
        place = self.x(around)
        if not 0 <= place < self.width * EIGHTHS:
            place = self.width * EIGHTHS // 2
        origin = _shifted(around, -(place * DAYS_IN_WEEK // eighths_per_week))
        return TimeScale(_aligned(origin, eighths_per_week), eighths_per_week, self.width)

    def starting(self, day: date) -> TimeScale:
        """The window with `day` at its left edge."""
        return TimeScale(_aligned(day, self.eighths_per_week), self.eighths_per_week, self.width)

    def showing(self, first: date, last: date) -> TimeScale:
        """The window moved no further than needed to show the period, or its beginning where it is too long."""
        if self.first <= first and last <= self.last:
            return self
        spare = max(0, (self.last - self.first).days - (last - first).days)
        return self.starting(_shifted(first, -min(spare // 2, DAYS_IN_WEEK * 4)))


def fitting(first: date, last: date, width: int) -> TimeScale:
    """The closest scale on which the whole period fits in `width` cells."""
    width = max(width, 1)
    for size in _FITTING:
        scale = TimeScale(_aligned(first, size), size, width)
        if scale.x(_day_after(last)) <= width * EIGHTHS:
            return scale
    return TimeScale(_aligned(first, _SMALLEST), _SMALLEST, width)


def zoom_size(word: str) -> int:
    """The eighths of a cell per week of a zoom by name, in English or the user's language. Raises UsageError."""
    wanted = word.strip().lower()
    names = {_(label).lower(): name for name, (_size, label) in ZOOMS.items()}
    name = names.get(wanted, wanted)
    if name not in ZOOMS:
        raise UsageError(_('"{word}" is not a zoom.{hint}').format(word=word, hint=suggestion(word, names)))
    return ZOOMS[name][0]


def upper_labels(scale: TimeScale) -> list[Label]:
    """The upper line of the header: months, or years where months are too narrow; ISO weeks between them over days."""
    if scale.eighths_per_week < _SHOWS_WEEKS:
        return _spaced(_years(scale), scale.width)
    months = _spaced(_months(scale), scale.width)
    if not scale.counts_days:
        return months
    weeks = (label for label in _weeks(scale) if not any(_touch(label, month) for month in months))
    return _spaced(iter(sorted([*months, *weeks])), scale.width)


def lower_labels(scale: TimeScale) -> list[Label]:
    """The lower line of the header: days, ISO weeks or quarters."""
    if scale.counts_days:
        days = (_shifted(scale.origin, n) for n in range((scale.last - scale.first).days + 1))
        return _spaced((Label(scale.x(day) // EIGHTHS, f"{day.day:2}") for day in days), scale.width)
    return _spaced(_weeks(scale) if scale.counts_weeks else _quarters(scale), scale.width)


def month_name(month: date, *, short: bool = False) -> str:
    """The name of a month in the user's language, in small letters."""
    return _(_MONTHS_SHORT[month.month - 1]) if short else _(_MONTHS[month.month - 1]).lower()


def month_starts(scale: TimeScale) -> Iterator[date]:
    """The first days of the months that begin in the window."""
    day = scale.first.replace(day=1)
    while day <= scale.last:
        if day >= scale.first:
            yield day
        day = first_day(day.year, day.month + 1)


def _months(scale: TimeScale) -> Iterator[Label]:
    """Months at their first day, January as its year; at the left edge the month that is already running."""
    wide = scale.eighths_per_week * 30 // DAYS_IN_WEEK >= 10 * EIGHTHS
    every = 1 if scale.eighths_per_week >= EIGHTHS else 3
    starts = [day for day in month_starts(scale) if (day.month - 1) % every == 0]
    room = scale.x(starts[0]) // EIGHTHS if starts else scale.width
    if scale.first not in starts and room >= (_ROOM_FOR_LONG_MONTH if wide else _ROOM_FOR_MONTH):
        starts.insert(0, scale.first)
    for day in starts:
        name = month_name(day, short=not wide)
        if day.month == 1 and day.day == 1:
            name = f"{name} {day.year}" if wide else str(day.year)
        yield Label(scale.x(day) // EIGHTHS, name)


def _years(scale: TimeScale) -> Iterator[Label]:
    if scale.x(date(scale.first.year + 1, 1, 1)) >= _ROOM_FOR_YEAR * EIGHTHS:
        yield Label(0, str(scale.first.year))
    for year in range(scale.first.year + 1, scale.last.year + 1):
        yield Label(scale.x(date(year, 1, 1)) // EIGHTHS, str(year))


def _quarters(scale: TimeScale) -> Iterator[Label]:
    for day in month_starts(scale):
        if day.month % 3 == 1:
            yield Label(scale.x(day) // EIGHTHS, _("Q{number}").format(number=day.month // 3 + 1))


def _weeks(scale: TimeScale) -> Iterator[Label]:
    """ISO weeks at their Monday; every second, fourth or eighth one where they stand close."""
    every = next(n for n in (1, 2, 4, 8) if n * scale.eighths_per_week >= 3 * EIGHTHS)
    named = scale.eighths_per_week >= 7 * EIGHTHS
    monday = monday_before(scale.first)
    while monday <= scale.last:
        number = monday.isocalendar().week
        if number % every == 0 and monday >= scale.first:
            text = _("wk {number}").format(number=number) if named else str(number)
            yield Label(scale.x(monday) // EIGHTHS, text)
        monday = _shifted(monday, DAYS_IN_WEEK)


def _touch(one: Label, other: Label) -> bool:
    """Whether there is no blank between two labels."""
    return one.cell <= other.cell + len(other.text) and other.cell <= one.cell + len(one.text)


def _spaced(labels: Iterator[Label], width: int) -> list[Label]:
    """The labels that fit in the width with a blank between them."""
    kept: list[Label] = []
    for label in labels:
        free = not kept or label.cell > kept[-1].cell + len(kept[-1].text)
        if free and label.cell + len(label.text) <= width:
            kept.append(label)
    return kept


def label_line(labels: Sequence[Label], width: int) -> str:
    """Labels as one line of text."""
    line = ""
    for label in labels:
        line = line.ljust(label.cell)[: label.cell] + label.text
    return line.ljust(width)[:width]


def _weeks_in_whole_cells(eighths_per_week: int) -> int:
    return next(n for n in (1, 2, 4, 8) if n * eighths_per_week % EIGHTHS == 0)


def _aligned(day: date, eighths_per_week: int) -> date:
    """The Monday on or before `day` from which whole cells are whole weeks at this scale."""
    monday = monday_before(min(max(day, _EARLIEST), _LATEST))
    group = _weeks_in_whole_cells(eighths_per_week)
    return _shifted(monday, -((monday.toordinal() // DAYS_IN_WEEK) % group) * DAYS_IN_WEEK)


def _shifted(day: date, days: int) -> date:
    """`day` moved, kept within the years a plan can hold."""
    ordinal = min(max(day.toordinal() + days, _EARLIEST.toordinal()), _LATEST.toordinal())
    return date.fromordinal(ordinal)


def _day_after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
