"""The migration weekend on one screen: what is busy, what comes next, and until when there is a way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.fields import Tone
from roadmap_tui.planning.cutover import Cutover, ReturnPoint, StepProgress, minutes_between
from roadmap_tui.view.formats import bar, clock, duration, long_date, weekday
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.text import Line, Run, cut, fit, line_width, one_line, width_of, wrap

_INDENT: Final = 10
_TALL: Final = 26
_BAR: Final = 30
_SHORT_WHO, _TAIL, _START = 14, 10, 11
_NARROW, _LEAST_NEXT = 70, 2
_TIGHT: Final = 60
_DIGITS: Final = {
    "0": ("█▀█", "█ █", "▀▀▀"), "1": ("▀█ ", " █ ", "▀▀▀"), "2": ("▀▀█", "█▀▀", "▀▀▀"), "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"), "5": ("█▀▀", "▀▀█", "▀▀▀"), "6": ("█▀▀", "█▀█", "▀▀▀"), "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"), "9": ("█▀█", "▀▀█", "▀▀▀"), ".": (" ", " ", "▀"),
}  # fmt: skip


def day_clock(moment: datetime | None) -> str:
    """za 2.05; empty where it is not known."""
    return f"{weekday(moment.date())} {clock(moment):>5}" if moment else ""


def live_lines(found: Cutover, width: int, height: int, glyphs: Glyphs, read_only: bool = False) -> list[Line]:
    """The whole screen in at most `height` lines, large where there is room."""
    tall = height >= _TALL
    gap: list[Line] = [[], []] if tall else [[]]
    top = [*_clock(found, width, glyphs, tall, read_only), *gap]
    now = [*_now(found, width, glyphs, tall), *gap]
    way_back, end = _way_back(found, width, glyphs), _end(found, width, glyphs)
    left = height - len(top) - len(now) - len(gap) - len(end)
    foot = [*(way_back if left - len(way_back) >= _LEAST_NEXT else way_back[:1]), *end]
    room = height - len(top) - len(now) - len(foot) - len(gap)
    return [*top, *now, *_next(found, width, room, glyphs), *gap, *foot][:height]


def _clock(found: Cutover, width: int, glyphs: Glyphs, tall: bool, read_only: bool) -> list[Line]:
    state = _state(found)
    if read_only:
        state = [*state, Run("   " + _("you follow, you change nothing"), Tone.MUTED)]
    small: Line = [Run(f"{long_date(found.now.date())}  ", Tone.NORMAL), Run(clock(found.now), Tone.STRONG)]
    if not tall or glyphs.levels.isascii():
        return [[*small, Run("    "), *state]]
    digits = [" ".join(_DIGITS[sign][row] for sign in clock(found.now)) for row in range(3)]
    beside: list[Line] = [[Run(long_date(found.now.date()), Tone.STRONG)], [], state]
    wide = max(map(len, digits)) + 4
    return [[Run(f"{row:<{wide}}", Tone.STRONG), *line] for row, line in zip(digits, beside, strict=True)]


def _state(found: Cutover) -> Line:
    """How the run stands in a few words."""
    if found.finished:
        return [Run(_("everything is done"), Tone.GOOD)]
    if not found.started:
        return [Run(_("not begun yet"), Tone.MUTED)]
    running = found.active or next(iter(found.upcoming))
    practice = "  " + _("rehearsal") if found.shift else ""
    return [Run(delay_words(running.delay), delay_tone(running.delay)), Run(practice, Tone.ACCENT)]


def delay_words(minutes: int) -> str:
    """12 min later than planned; on time within a minute."""
    if abs(minutes) <= 1:
        return _("on time")
    words = _("{duration} later than planned") if minutes > 0 else _("{duration} earlier than planned")
    return words.format(duration=duration(abs(minutes)))


def delay_tone(minutes: int) -> Tone:
    """Amber for what is late; the last way back alone makes it red."""
    return Tone.WARN if minutes > 1 else Tone.GOOD


def _now(found: Cutover, width: int, glyphs: Glyphs, tall: bool) -> list[Line]:
    row = found.active
    label = fit(_("NOW"), _INDENT)
    if row is None:
        parts = wrap(_resting(found), max(8, width - _INDENT))
        return [
            [Run(" " * _INDENT if place else label, Tone.ACCENT), Run(part, Tone.MUTED)]
            for place, part in enumerate(parts)
        ]
    lines: list[Line] = [
        [Run(label, Tone.ACCENT), Run(part, Tone.STRONG)] if place == 0 else _below(part, Tone.STRONG)
        for place, part in enumerate(wrap(f"{row.step.number}  {one_line(row.step.title)}", width - _INDENT)[:2])
    ]
    lines += [[]] if tall else []
    who = f"{one_line(row.step.who)}  " if row.step.who else ""
    times = _("began {start}, ready {end}").format(start=day_clock(row.start), end=day_clock(row.end))
    lines.append([Run(" " * _INDENT + who, Tone.NORMAL), Run(times, Tone.MUTED)])
    lines.append(_busy(found, row, glyphs))
    texts = ((_("Check"), row.step.check), (_("Way back"), row.step.fallback))
    for name, text in texts:
        if text.strip():
            lines += [[]] if tall else []
            lines += _text(name, text, width, 3 if tall else 1)
    return lines


def _resting(found: Cutover) -> str:
    """What to say while no step is busy."""
    if not found.rows:
        return _("There are no steps yet; Esc goes to the run-sheet, where n adds the first.")
    return _("Everything is done.") if found.finished else _("Nothing is busy; space begins the next step.")


def _below(text: str, tone: Tone) -> Line:
    return [Run(" " * _INDENT), Run(text, tone)]


def _text(name: str, text: str, width: int, most: int) -> list[Line]:
    label = f"{name}  "
    parts = wrap(one_line(text), max(20, width - _INDENT - width_of(label)))
    if len(parts) > most:
        parts = [*parts[: most - 1], cut(" ".join(parts[most - 1 :]), width - _INDENT - width_of(label))]
    pad = " " * width_of(label)
    return [
        [Run(" " * _INDENT), Run(label if place == 0 else pad, Tone.MUTED), Run(part)]
        for place, part in enumerate(parts)
    ]


def _busy(found: Cutover, row: StepProgress, glyphs: Glyphs) -> Line:
    """How far the step is by the clock."""
    length, gone = row.step.minutes or 0, minutes_between(row.start, found.now)
    if not length:
        return _below(_("{gone} busy").format(gone=duration(max(0, gone))), Tone.NORMAL)
    drawn, rest = bar(min(1.0, max(0, gone) / length), _BAR, glyphs)
    over = gone > length
    words = _("{gone} of {length}").format(gone=duration(max(0, gone)), length=duration(length))
    tone = Tone.WARN if over else Tone.GOOD
    return [
        Run(" " * _INDENT),
        Run(drawn, tone),
        Run(rest, Tone.MUTED),
        Run(f"  {words}", tone if over else Tone.NORMAL),
    ]


def _next(found: Cutover, width: int, room: int, glyphs: Glyphs) -> list[Line]:
    rows = found.upcoming
    if not rows or room < 1:
        return []
    shown = rows[: room if len(rows) <= room else room - 1] or rows[:1]
    widths = _widths(shown, width, glyphs)
    lines = [
        _step_line(row, fit(_("NEXT") if place == 0 else "", _INDENT), widths, glyphs)
        for place, row in enumerate(shown)
    ]
    more = len(rows) - len(shown)
    if more and len(lines) < room:
        words = ngettext("{count} step after that", "{count} steps after that", more).format(count=more)
        lines.append(_below(words, Tone.MUTED))
    return lines


class _Widths(NamedTuple):
    """The cells for the title, for who does it and for the delay, the same on every line of what comes next."""

    title: int
    who: int
    tail: int


def _widths(rows: Sequence[StepProgress], width: int, glyphs: Glyphs) -> _Widths:
    """Titles come first; the names of who does it are whole where there is room left."""
    tail = _TAIL if any(row.delay > 1 for row in rows) else 0
    room = width - _INDENT - _START - tail - 2
    title = max(width_of(_title(row, glyphs)) for row in rows)
    who = max(width_of(one_line(row.step.who)) for row in rows) if width >= _NARROW else 0
    who = min(who, max(_SHORT_WHO, room - title))
    return _Widths(max(8, min(title, room - who)), who, tail)


def _title(row: StepProgress, glyphs: Glyphs) -> str:
    sign = glyphs.diamond + " " if row.step.go_no_go else ""
    return f"{sign}{row.step.number} {one_line(row.step.title)}"


def _step_line(row: StepProgress, label: str, widths: _Widths, glyphs: Glyphs) -> Line:
    late = row.delay
    tail = f"  +{duration(late)}" if late > 1 else ""
    return [
        Run(label, Tone.ACCENT),
        Run(fit(day_clock(row.start), _START), Tone.WARN if late > 1 else Tone.NORMAL),
        Run(fit(_title(row, glyphs), widths.title, glyphs.ellipsis), Tone.STRONG if label.strip() else Tone.NORMAL),
        Run("  " + fit(one_line(row.step.who), widths.who, glyphs.ellipsis) if widths.who else "", Tone.MUTED),
        Run(tail, Tone.WARN),
    ]


def _way_back(found: Cutover, width: int, glyphs: Glyphs) -> list[Line]:
    waiting = [point for point in found.points if not point.progress.over]
    if not waiting:
        return []
    point = found.warning or waiting[0]
    return _warning(point, width, glyphs) if point.passed else _margin(point, width)


def _warning(point: ReturnPoint, width: int, glyphs: Glyphs) -> list[Line]:
    words = _("Too late for the way back: {step} ends {end}, the last way back is {deadline}.").format(
        step=point.progress.step.number, end=day_clock(point.expected), deadline=day_clock(point.deadline)
    )
    parts = wrap(words, max(8, width - 2))
    return [[Run(f"{'' if place else glyphs.warning:<2}{part}", Tone.BAD)] for place, part in enumerate(parts)]


def _margin(point: ReturnPoint, width: int) -> list[Line]:
    words = _("Last way back {deadline}").format(deadline=day_clock(point.deadline))
    rest = _("{step} decides {end}, {margin} to spare").format(
        step=point.progress.step.number, end=day_clock(point.expected), margin=duration(point.margin)
    )
    tight = point.margin < _TIGHT
    deadline, decision = Run(words, Tone.WARN if tight else Tone.STRONG), Run(rest, Tone.NORMAL)
    line = [deadline, Run("  "), decision]
    return [line] if line_width(line) <= width else [[deadline], [decision]]


def _end(found: Cutover, width: int, glyphs: Glyphs) -> list[Line]:
    done, total = sum(row.over for row in found.rows), len(found.rows)
    if not total:
        return []
    drawn, rest = bar(done / total, 12, glyphs)
    words = _("{done} of {total} steps").format(done=done, total=total)
    end = "  " + _("ready {end}").format(end=day_clock(found.end)) if found.end and not found.finished else ""
    line: Line = [Run(drawn, Tone.GOOD), Run(rest, Tone.MUTED), Run(f"  {words}{end}", Tone.NORMAL)]
    decided = [row.step for row in found.rows if row.step.decision == "no_go"]
    if decided:
        line += [Run(f"   {glyphs.warning} " + _("no go: {step}").format(step=decided[-1].number), Tone.BAD)]
    return [line] if line_width(line) <= width else [line[:3]]
