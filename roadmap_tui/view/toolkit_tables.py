"""The columns of indicators and roadmap items: a sparkline of the measurements, and the place in the order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

from roadmap_tui.i18n import N_, _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.journeys import RoadmapItem
from roadmap_tui.model.toolkit import Kpi
from roadmap_tui.planning.indicators import kpi_outlook
from roadmap_tui.planning.priorities import Ranked, ranking
from roadmap_tui.view.columns import Column, ViewContext, field_column
from roadmap_tui.view.formats import format_number
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.text import Line, Run

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_SPARK: Final = 12
_EFFECTS: Final = {
    "none": (N_("Not measured"), "todo", Tone.MUTED),
    "met": (N_("Target met"), "done", Tone.GOOD),
    "better": (N_("Better"), "up", Tone.GOOD),
    "same": (N_("Unchanged"), "same", Tone.NORMAL),
    "worse": (N_("Worse"), "down", Tone.BAD),
}


def sparkline(values: Sequence[float], width: int, glyphs: Glyphs) -> str:
    """The last `width` values as a line of levels, the lowest at the bottom; values that are all alike lie halfway."""
    shown = values[-width:] if width > 0 else []
    if not shown:
        return ""
    low, high = min(shown), max(shown)
    levels = glyphs.levels
    if low == high:
        return levels[len(levels) // 2] * len(shown)
    return "".join(levels[round((value - low) / (high - low) * (len(levels) - 1))] for value in shown)


def _effect(kpi: Kpi, context: ViewContext, width: int) -> Line:
    seen = kpi_outlook(context.outlook, kpi)
    if seen.missed:
        return [Run(f"{context.glyphs.warning} {_('Late')}", Tone.BAD)]
    label, sign, tone = _EFFECTS[seen.effect]
    return [Run(f"{context.glyphs.sign(sign)} {_(label)}", tone)]


def _spark(kpi: Kpi, context: ViewContext, width: int) -> Line:
    return [Run(sparkline(kpi_outlook(context.outlook, kpi).values, width, context.glyphs), Tone.NORMAL)]


def _latest(kpi: Kpi, context: ViewContext, width: int) -> Line:
    return [Run(format_number(kpi_outlook(context.outlook, kpi).latest), Tone.STRONG)]


def kpi_columns() -> tuple[Column, ...]:
    """What is counted, from where to where, where it is now, and how it went."""

    def latest(kpi: Kpi, context: ViewContext) -> Any:
        return kpi_outlook(context.outlook, kpi).latest or 0

    return (
        Column(
            "effect", N_("How it goes"), 14, 14, _effect, lambda kpi, context: kpi_outlook(context.outlook, kpi).effect
        ),
        field_column(Kpi, "title", minimum=20, flex=4, strong=True, grow=1),
        field_column(Kpi, "baseline", minimum=6, width=9, drop=2),
        Column("latest", N_("Latest"), 7, 6, _latest, latest, right=True),
        field_column(Kpi, "target", minimum=6, width=7),
        field_column(Kpi, "unit", minimum=7, width=9, drop=4, muted=True),
        Column("spark", N_("Course"), _SPARK, 6, _spark, latest, drop=1, grow=2),
        field_column(Kpi, "theme", minimum=10, drop=5, flex=1, muted=True),
    )


_known: WeakKeyDictionary[Outlook, Mapping[int, Ranked]] = WeakKeyDictionary()


def ranked(outlook: Outlook) -> Mapping[int, Ranked]:
    """The ranking of an outlook by the ids of the items, made once."""
    found = _known.get(outlook)
    if found is None:
        found = _known[outlook] = {each.item.id: each for each in ranking(outlook).items}
    return found


def _place(item: RoadmapItem, context: ViewContext, width: int) -> Line:
    found = ranked(context.outlook).get(item.id)
    place = found.place if found else 0
    return [Run(str(place) if place else "-", Tone.STRONG if place else Tone.MUTED)]


def _place_key(item: RoadmapItem, context: ViewContext) -> Any:
    found = ranked(context.outlook).get(item.id)
    return found.place or 10_000 if found else 10_000


def item_columns() -> tuple[Column, ...]:
    """The place that follows, the subject, and what it follows from."""
    return (
        Column("place", N_("Pl."), 3, 3, _place, _place_key, right=True),
        field_column(RoadmapItem, "title", minimum=20, flex=4, strong=True, grow=1),
        field_column(RoadmapItem, "mvp", minimum=3, width=3),
        field_column(RoadmapItem, "phase", minimum=10, width=17, drop=2),
        field_column(RoadmapItem, "urgency", minimum=3, width=8, drop=5),
        field_column(RoadmapItem, "complexity", minimum=3, width=8, drop=5),
        field_column(RoadmapItem, "after", minimum=6, width=10, drop=4, muted=True),
        field_column(RoadmapItem, "when", minimum=8, drop=6),
        field_column(RoadmapItem, "owner", minimum=12, drop=3, flex=1, muted=True),
        field_column(RoadmapItem, "activity", minimum=6, width=20, drop=7, muted=True),
    )


COLUMNS: Final = {"kpis": kpi_columns, "roadmap_items": item_columns}
