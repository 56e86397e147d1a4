"""The workload as a grid: a row per person or role, a column per week or month, the hours shaded by how many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.fields import Tone
from roadmap_tui.planning.periods import shift
from roadmap_tui.view.formats import format_date, format_number, hours
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.text import Line, Run, cut, fit, one_line, width_of, wrap
from roadmap_tui.view.workload_text import period_name, periods_of

if TYPE_CHECKING:
    from roadmap_tui.model.activity import Activity
    from roadmap_tui.planning.workload import Load, Slot, Workload

NAME, TOTAL, CELL = 22, 7, 6
SHADES = 5
_WHOLE_HOURS = 100  # from here on decimals say nothing and would not fit


class Cell(NamedTuple):
    """One cell of the grid: its hours as text, how dark it is (0 empty to SHADES), and whether it is too much."""

    text: str
    shade: int = 0
    overload: bool = False


class Grid:
    """What is asked of everybody, ready to be drawn cell by cell."""

    def __init__(self, found: Workload, glyphs: Glyphs) -> None:
        self.found, self._glyphs = found, glyphs
        self.periods = periods_of(found)
        self.slots = [{slot.start: slot for slot in load.slots} for load in found.loads]
        self.peak = max((slot.hours for load in found.loads for slot in load.slots), default=0.0)

    def cell(self, row: int, column: int) -> Cell:
        """The cell of one person in one week or month."""
        slot: Slot | None = self.slots[row].get(self.periods[column])
        if slot is None or slot.hours <= 0:
            return Cell(fit(self._glyphs.sign("grid"), CELL - 1, right=True))
        shade = min(SHADES, 1 + int(slot.hours / self.peak * SHADES))
        number = format_number(round(slot.hours, 1 if slot.hours < _WHOLE_HOURS else 0))
        sign = self._glyphs.warning if slot.overload else ""
        return Cell(fit(sign + number, CELL - 1, right=True), shade, slot.overload)

    def label(self, row: int) -> Line:
        """The name of a row and its hours in all."""
        load = self.found.loads[row]
        people = "?" if load.vague else str(load.people) if load.people and load.people > 1 else ""
        count = f" ({people})" if people else ""
        name = cut(one_line(load.name), NAME - len(count), self._glyphs.ellipsis)
        return [
            Run(name),
            Run(fit(count, NAME - width_of(name)), Tone.WARN if load.vague else Tone.MUTED),
            Run(fit(format_number(round(load.hours, 1)), TOTAL, right=True), Tone.STRONG),
        ]

    def heads(self, first: int, count: int) -> tuple[str, str]:
        """Two lines over the columns: the month or year where it begins, and the week or month."""
        shown = self.periods[first : first + count]
        upper, before = "", ""
        for place, start in enumerate(shown):
            name = f"{start.year}" if self.found.by == "month" else f"{start.month:02d}-{start.year}"
            fits = place * CELL + 1 + len(name) <= len(shown) * CELL
            if name != before and len(upper) <= place * CELL + 1 and fits:
                upper = fit(upper, place * CELL + 1) + name
                before = name
        return upper, "".join(fit(period_name(start, self.found.by), CELL, right=True) for start in shown)


def summary(grid: Grid, without: bool, grouping: str, glyphs: Glyphs) -> Line:
    """What is shown, and how much of it is too much."""
    found = grid.found
    overloads = sum(1 for load in found.loads for slot in load.slots if slot.overload)
    title = {
        ("week", "person"): _("Hours per person per week"),
        ("week", "role"): _("Hours per role per week"),
        ("month", "person"): _("Hours per person per month"),
        ("month", "role"): _("Hours per role per month"),
    }[found.by, grouping]
    line = [Run(title, Tone.STRONG)]
    if without:
        line.append(Run("   " + _("without options"), Tone.ACCENT))
    if overloads:
        text = ngettext("{count} time too much", "{count} times too much", overloads)
        line.append(Run(f"   {glyphs.warning} {text.format(count=overloads)}", Tone.BAD))
    return line


def note(width: int) -> Line:
    """What the hours are and are not; in fewer words where it is narrow."""
    words = _("Contact hours of the people invited, excl. organisation and preparation.")
    short = _("Contact hours, excl. organisation and preparation.")
    return [Run(words if width_of(words) <= width else short, Tone.MUTED)]


def about_cell(grid: Grid, row: int, column: int, width: int, glyphs: Glyphs) -> list[Line]:
    """Everything about one person in one week or month: hours of what there is, by activity, and the person's time."""
    load, start, by = grid.found.loads[row], grid.periods[column], grid.found.by
    slot = grid.slots[row].get(start)
    last = start + timedelta(days=6) if by == "week" else shift(start, 1, "M") - timedelta(days=1)
    when = _("{period}, {start} to {end}").format(
        period=period_name(start, by), start=format_date(start), end=format_date(last)
    )
    lines: list[Line] = [[Run(one_line(load.name), Tone.STRONG), Run(f"   {when}", Tone.MUTED)]]
    lines.append(_amount(slot, glyphs))
    for activity, amount in asked_in(load, start):
        lines.append(
            [
                Run(fit(format_number(round(amount, 1)), 6, right=True) + "  "),
                Run(f"{activity.number} ", Tone.MUTED),
                Run(fit(one_line(activity.title), max(8, width - 14), glyphs.ellipsis).rstrip()),
            ]
        )
    return [*lines, *_time_of(load, width), *_not_known(load, width)]


def asked_in(load: Load, start: date) -> list[tuple[Activity, float]]:
    """The activities that ask hours in the week or month that begins on `start`, what asks most first."""
    sums: dict[int, tuple[Activity, float]] = {}
    for ask in load.asks:
        if ask.hours.get(start, 0) > 0:
            before = sums[ask.activity.id][1] if ask.activity.id in sums else 0.0
            sums[ask.activity.id] = ask.activity, before + ask.hours[start]
    return sorted(sums.values(), key=lambda pair: -pair[1])


def _amount(slot: Slot | None, glyphs: Glyphs) -> Line:
    if slot is None or slot.hours <= 0:
        return [Run(_("Nothing is asked."), Tone.MUTED)]
    text = _("{hours} of {capacity} that are there").format(
        hours=hours(round(slot.hours, 1)), capacity=format_number(round(slot.capacity, 1))
    )
    if slot.overload:
        return [Run(f"{glyphs.warning} {text}: " + _("too much"), Tone.BAD)]
    return [Run(text)]


def _time_of(load: Load, width: int) -> Iterable[Line]:
    """How many days a week the people work for the plan, and when they are absent."""
    for person in load.members:
        facts = []
        if person.days_per_week is not None:
            facts.append(_("days a week: {days}").format(days=format_number(person.days_per_week)))
        if person.absent.strip():
            facts.append(_("absent: {when}").format(when=one_line(person.absent)))
        if facts:
            name = f"{one_line(person.title)}: " if len(load.members) > 1 else ""
            yield from ([Run(line, Tone.MUTED)] for line in wrap(name + ", ".join(facts), width))


def _not_known(load: Load, width: int) -> Iterable[Line]:
    texts = []
    if load.vague:
        words = ", ".join(load.vague)
        text = _('How many people is not known ("{words}"); these are the hours of one of them.')
        texts.append(text.format(words=one_line(words)))
    if load.unplaced:
        text = _("{hours} more at a moment that is not known yet.")
        texts.append(text.format(hours=hours(round(load.unplaced, 1))))
    for text in texts:
        yield from ([Run(line, Tone.WARN)] for line in wrap(text, width))


def remarks(found: Workload, width: int, glyphs: Glyphs) -> list[Line]:
    """Who is absent when wanted, and which activities ask for people without hours."""
    texts: list[str] = [
        _("{name} is absent on {date}, when {activity} is planned.").format(
            name=one_line(clash.name), date=format_date(clash.day), activity=clash.activity.number
        )
        for clash in found.clashes
    ]
    tones: Sequence[Tone] = [Tone.WARN] * len(texts)
    if found.unknown:
        count = len(found.unknown)
        text = ngettext(
            "{count} activity asks for people without saying how many hours: {numbers}.",
            "{count} activities ask for people without saying how many hours: {numbers}.",
            count,
        )
        texts.append(text.format(count=count, numbers=", ".join(activity.number for activity in found.unknown[:12])))
        tones = [*tones, Tone.MUTED]
    lines: list[Line] = []
    for text, tone in zip(texts, tones, strict=True):
        lines += [[Run(line, tone)] for line in wrap(f"{glyphs.warning} {text}", width)]
    return lines


def period_of(grid: Grid, day: date) -> int:
    """The column in which a day falls, else the nearest one."""
    places = [place for place, start in enumerate(grid.periods) if start <= day]
    return places[-1] if places else 0
