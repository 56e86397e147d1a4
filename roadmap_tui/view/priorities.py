"""The order of the roadmap as a ranked list that says why, and as a matrix of urgency and complexity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.journeys import PHASE, RoadmapItem
from roadmap_tui.planning.priorities import Ranked, Ranking, judgement
from roadmap_tui.view.columns import ViewContext
from roadmap_tui.view.rows import Row, plain
from roadmap_tui.view.text import Line, Run, fit, one_line, width_of, wrap

_PLACE: Final = 4
_PHASES: Final = {choice.code: choice for choice in PHASE}
_LEAST_CELL: Final = 6


def ranking_rows(found: Ranking, context: ViewContext, width: int) -> Iterator[Row]:
    """Every item with its place, phase and score, and below it the sentence that says why; then the matrix."""
    phase = max((width_of(_phase(ranked.item, context)) for ranked in found.items), default=0)
    for ranked in found.items:
        yield _item(ranked, context, width, phase)
        indent = " " * (_PLACE + 1)
        yield from (plain(Run(indent + part, Tone.MUTED)) for part in wrap(ranked.why, max(20, width - _PLACE - 1)))
    if not found.items:
        yield plain(Run(_("No roadmap items yet; n adds the first."), Tone.MUTED))
        return
    yield plain()
    yield from (plain(*line) for line in matrix_lines(found, context, width))


def _phase(item: RoadmapItem, context: ViewContext) -> str:
    """The phase as sign and word; empty where it has none."""
    phase = _PHASES.get(item.phase)
    return f"{context.glyphs.sign(phase.glyph)} {_(phase.label)}" if phase else ""


def _item(ranked: Ranked, context: ViewContext, width: int, phase: int) -> Row:
    item = ranked.item
    place = f"{ranked.place:>{_PLACE - 1}}" if ranked.place else " " * (_PLACE - 2) + "-"
    mvp = "MVP " if item.mvp else "    "
    score = "" if ranked.score is None else str(ranked.score)
    room = width - _PLACE - 1 - phase - 1 - 4 - 4
    title = fit(f"{item.number} {one_line(item.title)}", max(10, room), context.glyphs.ellipsis)
    return plain(
        Run(place + "  ", Tone.MUTED if not ranked.place else Tone.NORMAL),
        Run(title, Tone.STRONG if item.activity is None else Tone.NORMAL),
        Run(" " + mvp, Tone.ACCENT),
        Run(fit(_phase(item, context), phase), Tone.NORMAL),
        Run(f"{score:>3}", Tone.MUTED),
        record=item,
    )


def matrix_lines(found: Ranking, context: ViewContext, width: int) -> list[Line]:
    """Urgency upwards and complexity to the right, with the numbers of the items in each cell."""
    top = found.top
    cells: dict[tuple[int, int], list[RoadmapItem]] = {}
    for ranked in found.items:
        judged = judgement(ranked.item, top)
        if judged is not None:
            cells.setdefault(judged, []).append(ranked.item)
    left = width_of(_("Urgency")) + 4
    cell = max(_LEAST_CELL, min(16, (width - left) // top))
    lines: list[Line] = []
    for urgency in range(top, 0, -1):
        label = _("Urgency") if urgency == top else ""
        line: Line = [Run(f"{fit(label, left - 4)}{urgency:>3} ", Tone.MUTED)]
        for complexity in range(1, top + 1):
            items = cells.get((urgency, complexity), [])
            early = urgency > (top + 1) / 2 and complexity < (top + 1) / 2
            text = _numbers(items, cell - 1) or context.glyphs.dot
            line.append(Run(fit(text, cell), Tone.STRONG if items and early else Tone.NORMAL if items else Tone.MUTED))
        lines.append(line)
    numbers = "".join(fit(str(each), cell) for each in range(1, top + 1))
    lines.append([Run(" " * left + numbers, Tone.MUTED)])
    lines.append([Run(" " * left + _("Complexity"), Tone.MUTED)])
    return lines


def _numbers(items: list[RoadmapItem], width: int) -> str:
    shown = ""
    for place, item in enumerate(items):
        longer = f"{shown} {item.number}".strip()
        more = f" +{len(items) - place - 1}" if place < len(items) - 1 else ""
        if width_of(longer + more) > width:
            return f"{shown} +{len(items) - place}".strip()
        shown = longer
    return shown
