"""The timeline as a vector picture (SVG 1.1) for a report: the geometry of the screen in light colours for paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.sax.saxutils import escape

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.formats import format_date, short_date
from roadmap_tui.view.text import one_line
from roadmap_tui.view.timeline import Timeline
from roadmap_tui.view.timeline_marks import Mark, Shape
from roadmap_tui.view.timeline_moving import old_words
from roadmap_tui.view.timeline_rows import Row
from roadmap_tui.view.timescale import EIGHTHS, TimeScale, lower_labels, month_starts, upper_labels

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_CELLS, _CHART, _LABEL, _MARGIN = 110, 900, 400, 24
_ROW, _HEAD, _TITLE = 22, 46, 44
_COLOURS: Final[Mapping[Tone, str]] = {
    Tone.STRONG: "#0b3d6b",
    Tone.NORMAL: "#2f6fa8",
    Tone.MUTED: "#7fa6c9",
    Tone.ACCENT: "#0a66b0",
    Tone.GOOD: "#3c8a3f",
    Tone.WARN: "#c07a00",
    Tone.BAD: "#c0392b",
}
_INK, _SOFT, _RULE, _BAND, _CRITICAL = "#1f2933", "#66727f", "#d9dee3", "#f3f5f7", "#0b3d6b"
_HEIGHTS: Final = {Shape.SOLID: 13, Shape.PART: 9, Shape.PERIOD: 5}
_NO_DAY: Final = date(2001, 1, 1)
_WIDEST_TITLE, _WIDEST_WORDS = 32, 21
_PAGE_CHART, _PAGE_LABEL, _PAGE_ROWS, _FIRST_ROWS = 640, 400, 27, 18
"""For a page across: chart and labels in pixels, how many rows fit, and how many below the text of a chapter."""


class Canvas(NamedTuple):
    """Where things stand, in pixels: the scale, and the top of the first row."""

    scale: TimeScale
    left: float
    top: float
    cell: float

    def x(self, eighths: int) -> float:
        """A place on the scale, kept within the chart."""
        return self.left + min(max(eighths, 0), self.scale.width * EIGHTHS) * self.cell / EIGHTHS

    @property
    def right(self) -> float:
        """The right edge of the chart."""
        return self.left + self.scale.width * self.cell


def write(outlook: Outlook) -> bytes:
    """The timeline of a plan as an SVG file."""
    return write_timeline(Timeline(outlook))


def write_timeline(timeline: Timeline) -> bytes:
    """Any timeline as an SVG file, under the title of its plan."""
    canvas = _canvas(timeline, _CHART, _LABEL, _TITLE)
    title = [
        _text(_MARGIN, _MARGIN + 16, timeline.outlook.plan.title, size=18, bold=True),
        _text(_MARGIN, _MARGIN + 34, _("as of {day}").format(day=format_date(timeline.today)), colour=_SOFT),
    ]
    return _drawn(timeline, canvas, range(len(timeline.rows)), title, legend=True)


def pages(outlook: Outlook) -> list[bytes]:
    """The timeline for a document on A4 across: as many SVG files as it takes, the last one with the legend."""
    return pages_of(Timeline(outlook))


def pages_of(timeline: Timeline) -> list[bytes]:
    """Any timeline for a document on A4 across."""
    canvas = _canvas(timeline, _PAGE_CHART, _PAGE_LABEL, -_MARGIN + 2)
    return [_drawn(timeline, canvas, rows, [], rows.stop == len(timeline.rows)) for rows in _page_rows(timeline.rows)]


def _page_rows(rows: Sequence[Row]) -> Iterator[range]:
    """The rows of each page; later pages are about as long, and begin with a heading where one is near."""
    start, count, room = 0, len(rows), _FIRST_ROWS
    while start < count:
        end = min(count, start + room)
        if end < count:
            near = range(end, start + room // 2, -1)
            end = next((place for place in near if rows[place].record is None), end)
        yield range(start, end)
        start, rest = end, count - end
        room = -(-rest // max(1, -(-rest // _PAGE_ROWS)))


def _canvas(timeline: Timeline, chart: float, label: float, title: float) -> Canvas:
    """The place of everything, with a scale on which the whole plan fits."""
    scale = timeline.fitted(_CELLS)
    _first, needed = scale.span(*timeline.period)
    scale = scale.resized(min(_CELLS, needed // EIGHTHS + 4))
    return Canvas(scale, _MARGIN + label, _MARGIN + title + _HEAD, chart / scale.width)


def _drawn(timeline: Timeline, canvas: Canvas, rows: range, title: Iterable[str], legend: bool) -> bytes:
    """Some rows of the timeline as an SVG file."""
    bottom = canvas.top + len(rows) * _ROW
    width, height = canvas.right + _MARGIN, bottom + (84 if legend else 36)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}" font-family="Segoe UI, Calibri, Arial, sans-serif" font-size="12">',
        f"<title>{_safe(timeline.outlook.plan.title)}</title>",
        f'<rect width="{width:g}" height="{height:g}" fill="#ffffff"/>',
        *title,
        *_header(canvas, bottom),
    ]
    for place, row in enumerate(timeline.rows[rows.start : rows.stop]):
        parts += _row(timeline, row, canvas, canvas.top + place * _ROW)
    parts += _links(timeline, canvas, rows)
    parts += _moments(timeline, canvas, bottom)
    parts += _legend(bottom + 40) if legend else ()
    return "\n".join([*parts, "</svg>", ""]).encode("utf-8")


def _safe(text: str) -> str:
    """Text without what XML cannot hold, escaped."""
    return escape("".join(sign for sign in one_line(text) if sign.isprintable()))


def _text(x: float, y: float, text: str, colour: str = _INK, size: int = 12, bold: bool = False, at: str = "") -> str:
    extra = (' font-weight="600"' if bold else "") + (f' text-anchor="{at}"' if at else "")
    return f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{colour}"{extra}>{_safe(text)}</text>'


def _box(x: float, y: float, width: float, height: float, colour: str, extra: str = "") -> str:
    return f'<rect x="{x:g}" y="{y:g}" width="{max(width, 1.5):g}" height="{height:g}" fill="{colour}"{extra}/>'


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, extra: str = "") -> str:
    return f'<path d="M{x1:g} {y1:g}L{x2:g} {y2:g}" stroke="{colour}"{extra}/>'


def _header(canvas: Canvas, bottom: float) -> Iterator[str]:
    """Months and weeks, with a rule down at every month."""
    scale, top = canvas.scale, canvas.top
    for day in month_starts(scale):
        yield _line(canvas.x(scale.x(day)), top - _HEAD + 8, canvas.x(scale.x(day)), bottom, _RULE)
    for label in upper_labels(scale):
        yield _text(canvas.left + label.cell * canvas.cell + 3, top - 26, label.text, bold=True)
    for label in lower_labels(scale):
        yield _text(canvas.left + label.cell * canvas.cell + 3, top - 9, label.text, colour=_SOFT, size=10)
    yield _line(_MARGIN, top - 1, canvas.right, top - 1, _SOFT)


def _row(timeline: Timeline, row: Row, canvas: Canvas, y: float) -> Iterator[str]:
    if row.record is None:
        yield _box(_MARGIN, y, canvas.right - _MARGIN, _ROW, _BAND)
        yield _text(_MARGIN + 4, y + 15, row.heading, bold=True)
    else:
        alarm = timeline.alarm(row)
        yield _text(_MARGIN + 4, y + 15, row.record.number, colour=_SOFT, size=11)
        title = _short(one_line(row.record.title), _WIDEST_TITLE)
        yield _text(_MARGIN + 44, y + 15, title, colour=_COLOURS[alarm] if alarm else _INK)
        yield _text(canvas.left - 8, y + 15, _short(_words(timeline, row), _WIDEST_WORDS), _SOFT, 10, at="end")
        if timeline.is_critical(row.record):
            yield _box(_MARGIN, y + 3, 2.5, _ROW - 6, _CRITICAL)
    for mark in timeline.marks(row, canvas.scale):
        if mark.end >= 0 and mark.start <= canvas.scale.width * EIGHTHS:
            yield from _mark(mark, canvas, y)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _words(timeline: Timeline, row: Row) -> str:
    """When, in the words of the plan; where these no longer hold they say so."""
    if not isinstance(row.record, Activity):
        span = timeline.span(row.record) if row.record else None
        return short_date(span[0]) if span else ""
    old = old_words(timeline.outlook, row.record)
    return _("was: {words}").format(words=old) if old else one_line(row.record.when)


def _mark(mark: Mark, canvas: Canvas, y: float) -> Iterator[str]:
    """One mark; heights tell how exactly the days are known, as on the screen."""
    x1, x2 = canvas.x(mark.start), canvas.x(mark.end)
    colour, middle = _COLOURS[mark.tone], y + _ROW / 2
    centre = (x1 + x2) / 2
    match mark.shape:
        case Shape.SOLID | Shape.PART | Shape.PERIOD:
            height = _HEIGHTS[mark.shape]
            yield _box(x1, middle - height / 2, x2 - x1, height, colour, ' rx="2"')
        case Shape.TICK:
            yield _box(centre - max(x2 - x1, 3) / 2, middle - 7, max(x2 - x1, 3), 14, colour)
        case Shape.REPEAT:
            yield _box(centre - 1, middle - 3, 2, 8, colour)
        case Shape.CHOICE:
            yield _diamond(centre, middle, 5, "#ffffff", colour)
        case Shape.MILESTONE:
            yield _diamond(centre, middle, 6, colour, colour)
        case Shape.HOLLOW:
            yield _box(x1, middle - 5, x2 - x1, 10, "none", f' stroke="{colour}" stroke-dasharray="3 2" rx="2"')
        case Shape.OPEN_END | Shape.OPEN_START:
            yield from _fade(mark, x1, x2, middle, colour)
        case Shape.ALWAYS:
            yield _line(canvas.left, middle, canvas.right, middle, colour, ' stroke-dasharray="2 4"')
        case Shape.ONWARD:
            yield f'<path d="M{x1:g} {middle - 3:g}l6 3l-6 3z" fill="{colour}"/>'
        case Shape.GHOST:
            yield _box(x1, y + 1, x2 - x1, 3, "#b9c2cb")
        case Shape.GROUP:
            path = f"M{x1:g} {middle + 5:g}V{middle:g}H{x2:g}v5"
            yield f'<path d="{path}" fill="none" stroke="{_SOFT}" stroke-width="1.5"/>'
        case Shape.DOUBT:
            yield _text(x2 + 3, middle + 4, "?", colour, bold=True)


def _diamond(x: float, y: float, size: float, fill: str, stroke: str) -> str:
    path = f"M{x:g} {y - size:g}l{size} {size}l{-size} {size}l{-size} {-size}z"
    return f'<path d="{path}" fill="{fill}" stroke="{stroke}"/>'


def _fade(mark: Mark, x1: float, x2: float, middle: float, colour: str) -> Iterator[str]:
    """The known day, and ink that thins out on the side that is open."""
    onward = mark.shape is Shape.OPEN_END
    for step, height in enumerate((13, 11, 8, 5, 3)):
        x = x1 + step * 9 if onward else x2 - (step + 1) * 9
        yield _box(x, middle - height / 2, 9, height, colour, f' opacity="{1 - step * 0.18:g}"')


def _links(timeline: Timeline, canvas: Canvas, rows: range) -> Iterator[str]:
    """A line from bar to bar for every link between rows with dates that are drawn."""
    links = {link.id: link for found in timeline.links.values() for link in found}
    for link in links.values():
        places = [timeline.index_of(link.source or 0), timeline.index_of(link.target or 0)]
        spans = [timeline.span(r) if (r := timeline.rows[p].record) else None for p in places if p is not None]
        if len(spans) < 2 or None in spans or any(place not in rows for place in places):
            continue
        edges = [canvas.scale.span(*span) for span in spans if span]
        x1 = canvas.x(edges[0][1] if link.kind[:1] == "F" else edges[0][0])
        x2 = canvas.x(edges[1][1] if link.kind[1:] == "F" else edges[1][0])
        y1, y2 = (canvas.top + ((place or 0) - rows.start) * _ROW + _ROW / 2 for place in places)
        yield (
            f'<path d="M{x1:g} {y1:g}h4V{y2:g}H{x2:g}" fill="none" stroke="#8a97a5" stroke-width="0.9"/>'
            f'<circle cx="{x2:g}" cy="{y2:g}" r="2" fill="#8a97a5"/>'
        )


def _moments(timeline: Timeline, canvas: Canvas, bottom: float) -> Iterator[str]:
    """Lines for today and go-live, where they are in the picture."""
    go_live = timeline.outlook.plan.go_live
    moments = [(timeline.today, _("today {day}"), _COLOURS[Tone.ACCENT], ' stroke-dasharray="4 3"')]
    if go_live:
        moments.append((go_live, _("go-live {day}"), _INK, ""))
    for line, (day, words, colour, extra) in enumerate(moments):
        if canvas.scale.first <= day <= canvas.scale.last:
            x = canvas.x((canvas.scale.x(day) + canvas.scale.x(day + timedelta(days=1))) // 2)
            yield _line(x, canvas.top, x, bottom + 4, colour, extra)
            at = "end" if x > canvas.right - 100 else "start"
            yield _text(x, bottom + 16 + 14 * line, words.format(day=short_date(day)), colour, 11, at=at)


def _legend(y: float) -> Iterator[str]:
    """What the shapes mean."""
    normal = Tone.NORMAL
    items: Iterable[tuple[Shape, str]] = (
        (Shape.SOLID, _("days known")),
        (Shape.PART, _("part of a month")),
        (Shape.PERIOD, _("period known, day not yet")),
        (Shape.TICK, _("loose day")),
        (Shape.REPEAT, _("each time")),
        (Shape.CHOICE, _("one of these")),
        (Shape.MILESTONE, _("milestone")),
        (Shape.GHOST, _("as planned before")),
    )
    x = _MARGIN
    for shape, words in items:
        small = shape in (Shape.TICK, Shape.REPEAT, Shape.CHOICE, Shape.MILESTONE)
        canvas = Canvas(TimeScale(_NO_DAY, EIGHTHS, 3), x, 0, EIGHTHS)
        yield from _mark(Mark(shape, 8 if small else 0, 11 if small else 24, normal), canvas, y)
        yield _text(x + 30, y + 15, words, colour=_SOFT, size=11)
        x += 48 + round(len(words) * 6.2)
    yield _box(x, y + 3, 2.5, _ROW - 6, _CRITICAL)
    yield _text(x + 9, y + 15, _("critical path"), colour=_SOFT, size=11)
