"""The workload as lines of text: one row per person or role, with a picture or numbers per week or month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.fields import Tone
from roadmap_tui.planning.periods import shift
from roadmap_tui.view.formats import bar, format_date, format_number, hours
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.text import Line, Run, cut, fit, one_line, width_of, wrap

if TYPE_CHECKING:
    from roadmap_tui.planning.workload import Load, Slot, Workload

_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
_NAME, _HOURS, _CELL = 22, 7, 6
_BAR, _BESIDE_BAR = 24, 54


def periods_of(found: Workload) -> list[date]:
    """The first days of all weeks or months from the first to the last with hours, without gaps."""
    starts = [slot.start for load in found.loads for slot in load.slots]
    if not starts:
        return []
    periods, last = [min(starts)], max(starts)
    while periods[-1] < last:
        periods.append(periods[-1] + timedelta(weeks=1) if found.by == "week" else shift(periods[-1], 1, "M"))
    return periods


def fits(found: Workload, width: int) -> bool:
    """Whether a picture of one cell per period fits."""
    return len(periods_of(found)) <= width - _NAME - _HOURS - 3


def workload_lines(found: Workload, width: int, glyphs: Glyphs) -> Iterator[Line]:
    """Everybody with their hours, then what is too much, who is not there and what is not known."""
    periods = periods_of(found)
    room = width - _NAME - _HOURS - 3
    title = _("Hours per week") if found.by == "week" else _("Hours per month")
    yield [Run(title, Tone.STRONG)]
    in_numbers = bool(periods) and len(periods) * _CELL <= room
    columns = f"{fit('', _NAME)} {fit(_('Hours'), _HOURS, right=True)}  "
    yield [Run(columns, Tone.MUTED), *_heading(periods, found.by, in_numbers, room)]
    peak = max((slot.hours for load in found.loads for slot in load.slots), default=0.0)
    for load in found.loads:
        cells = {slot.start: slot for slot in load.slots}
        picture = [_cell(cells.get(start), peak, in_numbers, glyphs) for start in periods[: max(0, room)]]
        yield [
            Run(fit(one_line(load.name), _NAME, glyphs.ellipsis) + " "),
            Run(fit(format_number(load.hours), _HOURS, right=True) + "  ", Tone.STRONG),
            *picture,
        ]
    yield from _remarks(found, width, glyphs)


def _heading(periods: Sequence[date], by: str, in_numbers: bool, room: int) -> Line:
    if in_numbers:
        return [Run("".join(fit(period_name(start, by), _CELL, right=True) for start in periods), Tone.MUTED)]
    text = ""
    for place, start in enumerate(periods[: max(0, room)]):
        name = f"{start.isocalendar().week}" if by == "week" else _(_MONTHS[start.month - 1])
        if place == len(text) or (place > len(text) and place % 4 == 0):
            text = fit(text, place) + name + " "
    return [Run(cut(text.rstrip(), max(0, room), ""), Tone.MUTED)]


def period_name(start: date, by: str) -> str:
    """wk 24, or jun."""
    if by == "week":
        return _("wk {number}").format(number=start.isocalendar().week)
    return _(_MONTHS[start.month - 1])


def _cell(slot: Slot | None, peak: float, in_numbers: bool, glyphs: Glyphs) -> Run:
    if slot is None or slot.hours <= 0:
        return Run(fit("", _CELL) if in_numbers else glyphs.sign("grid"), Tone.MUTED)
    level = glyphs.levels[min(len(glyphs.levels) - 1, int(slot.hours / peak * len(glyphs.levels)))]
    tone = Tone.BAD if slot.overload else Tone.NORMAL
    if not in_numbers:
        return Run(level, tone)
    sign = glyphs.warning if slot.overload else level
    return Run(fit(sign + fit(format_number(round(slot.hours, 1)), 4, right=True), _CELL, right=True), tone)


def _remarks(found: Workload, width: int, glyphs: Glyphs) -> Iterator[Line]:
    overloads = [
        _("{name}: {hours} in {period} of {date}, {capacity} available.").format(
            name=one_line(load.name),
            hours=hours(slot.hours),
            period=period_name(slot.start, found.by),
            date=format_date(slot.start),
            capacity=hours(slot.capacity),
        )
        for load in found.loads
        for slot in load.slots
        if slot.overload
    ]
    clashes = [
        _("{name} is absent on {date}, when {activity} is planned.").format(
            name=one_line(clash.name), date=format_date(clash.day), activity=clash.activity.number
        )
        for clash in found.clashes
    ]
    yield from _listed(_("Too much"), overloads, width, glyphs, Tone.BAD)
    yield from _listed(_("Not there"), clashes, width, glyphs, Tone.WARN)
    yield from _listed(_("Not known"), list(_unknown(found)), width, glyphs, Tone.MUTED)
    yield []
    for text in wrap(explanation(), width):
        yield [Run(text, Tone.MUTED)]


def explanation() -> str:
    """What the hours are and are not."""
    return _(
        "Contact hours per person invited, excl. organisation and preparation. Hours without a date are spread evenly "
        "over the working days of their period."
    )


def _unknown(found: Workload) -> Iterator[str]:
    for load in found.loads:
        if load.vague:
            words = ", ".join(load.vague)
            yield _('{name}: how many people is not known ("{words}"); these are the hours of one of them.').format(
                name=one_line(load.name), words=one_line(words)
            )
        if load.unplaced:
            yield _("{name}: {hours} at a moment that is not known yet.").format(
                name=one_line(load.name), hours=hours(load.unplaced)
            )
    if found.unknown:
        count = len(found.unknown)
        text = ngettext(
            "{count} activity asks for people without saying how many hours: {numbers}.",
            "{count} activities ask for people without saying how many hours: {numbers}.",
            count,
        )
        yield text.format(count=count, numbers=", ".join(activity.number for activity in found.unknown[:12]))


def _listed(heading: str, sentences: Sequence[str], width: int, glyphs: Glyphs, tone: Tone) -> Iterator[Line]:
    if not sentences:
        return
    yield []
    yield [Run(heading, Tone.STRONG)]
    sign = glyphs.dot if tone is Tone.MUTED else glyphs.warning
    for text in sentences:
        first, *more = wrap(text, width - 2)
        yield [Run(f"{sign} {first}", tone)]
        yield from ([Run(f"  {line}", tone)] for line in more)


def person_lines(load: Load, by: str, width: int, glyphs: Glyphs) -> Iterator[Line]:
    """One person or role: a line with a bar per week or month."""
    said = f" ({load.people})" if load.people and load.people > 1 else ""
    yield [Run(one_line(load.name) + said, Tone.STRONG), Run(f"  {hours(load.hours)}", Tone.STRONG)]
    size = max(4, min(_BAR, width - _BESIDE_BAR))
    top = max([*(slot.hours for slot in load.slots), 1.0])
    for slot in load.slots:
        filled, rest = bar(slot.hours / top, size, glyphs)
        tone = Tone.BAD if slot.overload else Tone.NORMAL
        label = fit(f"{period_name(slot.start, by)} {format_date(slot.start)}", 18)
        of = _("of {hours}").format(hours=format_number(slot.capacity))
        yield [
            Run(label + " ", Tone.MUTED),
            Run(filled, tone),
            Run(rest, Tone.MUTED),
            Run(" " + fit(format_number(slot.hours), 6, right=True), tone),
            Run(f" {of}", Tone.MUTED),
            *([Run(f"  {glyphs.warning} " + _("too much"), Tone.BAD)] if slot.overload else []),
        ]
    if load.unplaced:
        label = fit(_("not known"), max(18, width_of(_("not known"))))
        yield [Run(f"{label} {fit('', size)} {fit(format_number(load.unplaced), 6, right=True)}", Tone.MUTED)]
