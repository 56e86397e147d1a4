"""The words around the bars: columns, header, and the whole timeline as lines of text for the command line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, product
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.choices import ACTIVITY_STATUS, MILESTONE_STATUS
from roadmap_tui.model.fields import Choice, Tone
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.stakeholder import Communication, Stakeholder
from roadmap_tui.view.formats import format_date, long_date, period, short_date
from roadmap_tui.view.glyphs import UNICODE, Glyphs
from roadmap_tui.view.text import Line, Run, fit, one_line
from roadmap_tui.view.timeline import Timeline
from roadmap_tui.view.timeline_cells import BLANK, Cells, backdrop, draw, runs, spoken, write
from roadmap_tui.view.timeline_legend import legend, shapes_in
from roadmap_tui.view.timeline_moving import old_words
from roadmap_tui.view.timeline_rows import Row, grouping_named
from roadmap_tui.view.timescale import (
    EIGHTHS,
    TimeScale,
    label_line,
    lower_labels,
    upper_labels,
    zoom_size,
)

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

HEADER_LINES: Final = 3
_MIN_CHART: Final = 10
_ROOM_FOR_WORDS: Final = 110


class OutlookSource(Protocol):
    """What a timeline is made from; a Session is one."""

    @property
    def outlook(self) -> Outlook: ...


class Columns(NamedTuple):
    """How the width is divided, in cells: number and title, the words of the plan, and the chart."""

    label: int
    words: int
    chart: int


def columns(width: int) -> Columns:
    """The division that fits a width; the words get a column of their own where there is room."""
    if width < _ROOM_FOR_WORDS:
        label, words = max(min(22, width // 2), min(36, width * 9 // 25)), 0
    else:
        label, words = min(46, width // 3), min(26, 18 + (width - _ROOM_FOR_WORDS) // 10)
    return Columns(label, words, max(_MIN_CHART, width - label - words))


def header(timeline: Timeline, scale: TimeScale, glyphs: Glyphs) -> list[Cells]:
    """The lines above the chart: months, ISO weeks, and where today and go-live are."""
    lines: list[Cells] = []
    for labels, tone in ((upper_labels(scale), Tone.NORMAL), (lower_labels(scale), Tone.MUTED)):
        cells = [BLANK] * scale.width
        write(cells, 0, label_line(labels, scale.width), tone)
        lines.append(cells)
    return [*lines, _flags(timeline, scale, glyphs)]


def corner(scale: TimeScale, width: int) -> list[Run]:
    """What stands before the header's lines: the year at the left edge and what the lower line counts."""
    counted = _("day") if scale.counts_days else _("week") if scale.counts_weeks else ""
    words = (str(scale.first.year), counted, "")
    return [Run(fit(word, width - 2, right=True) + "  ", Tone.MUTED) for word in words]


def _flags(timeline: Timeline, scale: TimeScale, glyphs: Glyphs) -> Cells:
    """Today and go-live with their names, at their place or with an arrow to where they are; as long as both fit."""
    today, go_live = timeline.today, timeline.outlook.plan.go_live
    flags = [_Flag(today, glyphs.sign("flag"), _("today"), Tone.ACCENT)]
    if go_live and go_live != today:
        flags.append(_Flag(go_live, glyphs.sign("milestone"), _("go-live"), Tone.STRONG))
    ways = [list(_places(flag, scale, glyphs)) for flag in flags]
    for chosen in product(*ways):
        taken = sorted((start, start + len(words)) for start, words in chosen)
        if all(one[1] < other[0] for one, other in pairwise(taken)):
            break
    cells = [BLANK] * scale.width
    for flag, (start, words) in zip(flags, chosen, strict=True):
        write(cells, start, words, flag.tone)
    return cells


class _Flag(NamedTuple):
    """A day that the header names."""

    day: date
    sign: str
    name: str
    tone: Tone


def _places(flag: _Flag, scale: TimeScale, glyphs: Glyphs) -> Iterator[tuple[int, str]]:
    """Where a flag can stand and what it then says, the best first."""
    place = (scale.x(flag.day) + scale.x(flag.day + timedelta(days=1))) // (2 * EIGHTHS)
    for name in (f"{flag.name} {short_date(flag.day)}", flag.name, ""):
        if place < 0:
            ways = [(0, f"{glyphs.sign('earlier')} {name}")]
        elif place >= scale.width:
            words = f"{name} {glyphs.sign('later')}".strip()
            ways = [(scale.width - len(words), words)]
        else:
            words, before = f"{flag.sign} {name}".strip(), f"{name} {flag.sign}".strip()
            ways = [(place, words), (place - len(before) + 1, before)]
        yield from ((start, words) for start, words in ways if 0 <= start <= scale.width - len(words))


def chart_cells(timeline: Timeline, row: Row, scale: TimeScale, behind: Cells, glyphs: Glyphs) -> Cells:
    """The chart part of a row; what has no date yet shows the words there are."""
    marks = timeline.marks(row, scale)
    if marks or row.record is None:
        return draw(behind, marks, glyphs)
    cells = list(behind)
    write(cells, 0, (_words_of(row) or _("no date yet"))[: scale.width], Tone.MUTED)
    return cells


def _words_of(row: Row) -> str:
    """When it happens, in the words of the plan."""
    record = row.record
    if isinstance(record, Activity | Communication):
        return one_line(record.when)
    return one_line(record.offset) if isinstance(record, Milestone) else ""


def label(timeline: Timeline, row: Row, width: Columns, glyphs: Glyphs, cursor: bool = False) -> Line:
    """The left part of a row: number, title, how it stands, and the words where there is room."""
    if row.record is None:
        return [Run(fit(row.heading, width.label + width.words), Tone.STRONG)]
    sign, tone = _status_sign(timeline, row, glyphs)
    title_width = max(0, width.label - timeline.number_width - 5)
    title = fit(one_line(row.record.title), title_width, glyphs.ellipsis)
    strong = Tone.STRONG if cursor else _title_tone(timeline, row)
    line = [
        Run(fit(row.record.number, timeline.number_width), Tone.MUTED),
        Run(title + " ", strong),
        Run(sign + " ", tone),
        Run(glyphs.sign(timeline.badge(row.record)).ljust(2), Tone.STRONG),
    ]
    if width.words:
        line.append(Run(fit(_when_words(timeline, row), width.words - 2, glyphs.ellipsis) + "  ", Tone.MUTED))
    return line


def _when_words(timeline: Timeline, row: Row) -> str:
    if row.record is not None and (words := timeline.words(row.record)):
        return words
    if isinstance(row.record, Milestone):
        return format_date(timeline.outlook.milestone(row.record).due)
    if isinstance(row.record, Activity) and (words := old_words(timeline.outlook, row.record)):
        return _("was: {words}").format(words=words)
    return _words_of(row)


def _title_tone(timeline: Timeline, row: Row) -> Tone:
    record = row.record
    if isinstance(record, Activity) and timeline.outlook.activity(record).finished:
        return Tone.MUTED
    return Tone.NORMAL


def _status_sign(timeline: Timeline, row: Row, glyphs: Glyphs) -> tuple[str, Tone]:
    """The sign of a row's status; late and should-have-started have one too, or nobody sees them without colours."""
    tone = timeline.alarm(row)
    if tone is not None:
        return glyphs.sign("late"), tone
    status = _status(row)
    return (glyphs.sign(status.glyph), status.tone) if status else (" ", Tone.MUTED)


def _status(row: Row) -> Choice | None:
    record = row.record
    if isinstance(record, Activity | Communication):
        return next((choice for choice in ACTIVITY_STATUS if choice.code == record.status), None)
    if isinstance(record, Milestone):
        return next((choice for choice in MILESTONE_STATUS if choice.code == record.status), None)
    return None


def description(timeline: Timeline, row: Row, glyphs: Glyphs) -> Line:
    """One line about a row: how it stands, its words, how they are read, who leads."""
    record = row.record
    if record is None:
        return [Run(row.heading, Tone.MUTED)]
    state, tone = _state(timeline, row)
    parts = [_when_words(timeline, row), _reading(timeline, row)]
    if timeline.is_critical(record):
        parts.insert(0, _("critical path"))
    if isinstance(record, Activity):
        progress = timeline.outlook.activity(record).progress
        parts += [one_line(record.lead), one_line(record.sessions), f"{progress}%" if progress else ""]
    elif isinstance(record, Communication):
        told = (each.title for each in timeline.outlook.records(Stakeholder.TABLE) if each.id == record.stakeholder)
        parts += [one_line(next(told, record.audience)), one_line(record.means), one_line(record.responsible)]
    elif isinstance(record, Milestone):
        seen = timeline.outlook.milestone(record)
        parts += [f"{seen.done}/{seen.total}" if seen.total else "", one_line(record.owner)]
    between = f" {glyphs.dot} "
    return [
        Run(f"{record.number} {one_line(record.title)}  ", Tone.STRONG),
        Run(state, tone),
        Run(between + between.join(part for part in parts if part), Tone.NORMAL),
    ]


def _state(timeline: Timeline, row: Row) -> tuple[str, Tone]:
    """How a row stands, in a word."""
    tone = timeline.alarm(row)
    if tone is not None:
        return (_("Late") if tone is Tone.BAD else _("Should have started")), tone
    status = _status(row)
    return (_(status.label), status.tone) if status else ("", Tone.NORMAL)


def _reading(timeline: Timeline, row: Row) -> str:
    """The days that the words stand for, where that adds something to them."""
    activity = timeline.activity_of(row.record)
    if activity is None:
        return ""
    seen = timeline.outlook.activity(activity)
    if seen.dates:
        joiner = " " + _("or") + " " if seen.alternatives else ", "
        return joiner.join(long_date(day) for day in seen.dates[:4]) + ("..." if len(seen.dates) > 4 else "")
    text = period(seen.start, seen.end)
    return text + " (" + _("one of these") + ")" if text and seen.alternatives else text


def timeline_text(
    source: OutlookSource, width: int, zoom: str | None = None, glyphs: Glyphs = UNICODE, group: str = ""
) -> list[Line]:
    """The whole timeline as lines of at most `width` cells. Raises UsageError for an unknown zoom or grouping."""
    timeline, divided = Timeline(source.outlook, grouping_named(group or "none")), columns(width)
    scale = timeline.fitted(divided.chart)
    if zoom:
        size = zoom_size(zoom)
        scale = TimeScale(scale.origin, size, divided.chart).starting(timeline.period[0])
    left = divided.label + divided.words
    corners = corner(scale, left)
    lines = [[run, *runs(cells)] for run, cells in zip(corners, header(timeline, scale, glyphs), strict=True)]
    behind = backdrop(scale, timeline.today, glyphs)
    for row in timeline.rows:
        chart = runs(chart_cells(timeline, row, scale, behind, glyphs))
        lines.append([*label(timeline, row, divided, glyphs), *chart])
    meanings = legend(width, glyphs, shapes_in(timeline))
    return [_trimmed(line) for line in [*lines, [], *(spoken(pieces) for pieces in meanings)]]


def _trimmed(line: Line) -> Line:
    """A line without blanks at its end."""
    kept = list(line)
    while kept and not kept[-1].text.strip():
        kept.pop()
    return [*kept[:-1], Run(kept[-1].text.rstrip(), kept[-1].tone)] if kept else []
