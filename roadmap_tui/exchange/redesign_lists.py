"""The lists of a redesign and a journey map in documents: advice, blueprints, matrix, order and business case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap_tui.exchange.cells import one_line
from roadmap_tui.exchange.document import plan_of
from roadmap_tui.exchange.document_lists import Lists, listed
from roadmap_tui.exchange.grid import Grid, Heading, Value
from roadmap_tui.exchange.parts import Records, value_of
from roadmap_tui.i18n import _
from roadmap_tui.model.journey_map import Component
from roadmap_tui.model.journeys import Bottleneck, RoadmapItem
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.toolkit import Kpi
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.grids import RecordGrid, blueprint, business_case, journey_map, journeys, sessions_needed
from roadmap_tui.planning.indicators import kpi_outlook
from roadmap_tui.planning.priorities import ranking
from roadmap_tui.planning.trace import trace_of
from roadmap_tui.view.formats import format_number, grouped
from roadmap_tui.view.tracing import ends_words

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_CELL = 26


def advice(outlook: Outlook, records: Records) -> Lists:
    """The advice to management: the texts, the themes to choose from, and the indicators they are judged by."""
    plan = plan_of(records)
    texts = [
        (_(fields_of(Plan)[name].label), str(getattr(plan, name)).strip())
        for name in ("advice_bottlenecks", "advice_solution", "advice_case", "advice")
    ]
    widths = {"title": 24, "status": 18, "arguments": 40, "goals": 34, "scope": 34, "solution": 34, "business_case": 34}
    found: Lists = [(label, text) for label, text in texts[:1] if text]
    found += listed(records, "themes", _("Themes"), **widths)
    found += listed(records, "bottlenecks", _("Bottlenecks"), title=50, persona=30, weight=8)
    found += [(label, text) for label, text in texts[1:] if text]
    return [*found, *indicators(outlook, records)]


def indicators(outlook: Outlook, records: Records) -> Lists:
    """Indicators with zero measurement, latest value and target."""
    rows: list[list[Value]] = []
    for kpi in (row for row in records(Kpi.TABLE) if isinstance(row, Kpi)):
        seen = kpi_outlook(outlook, kpi)
        figures = (kpi.baseline, seen.latest, kpi.target)
        rows.append([one_line(kpi.title), kpi.unit, *map(format_number, figures), one_line(kpi.owner)])
    names = (_("Indicator"), _("Unit"), _("Zero measurement"), _("Latest"), _("Target"), _("Owner"))
    return [(_("Indicators (KPI)"), _grid(names, rows, (40, 12, 14, 12, 12, 24)))] if rows else []


def _grid(names: tuple[str, ...], rows: list[list[Value]], widths: tuple[int, ...]) -> Grid:
    pairs = zip(names, widths, strict=True)
    headings = tuple(Heading(name, width=width, strong=not i) for i, (name, width) in enumerate(pairs))
    return Grid("", "", headings, rows)


def blueprints(outlook: Outlook, records: Records) -> Lists:
    """One table per journey that has steps: the steps by lanes."""
    found: Lists = []
    for journey in journeys(outlook):
        grid = blueprint(outlook, journey.id)
        if (
            grid.rows
            and grid.columns
            and any(grid.at(r, c) for r in range(len(grid.rows)) for c in range(len(grid.columns)))
        ):
            found.append((f"{journey.number} {one_line(journey.title)}", _matrix(_("Step"), grid)))
    return found


def layer_matrix(outlook: Outlook, records: Records) -> Lists:
    """Milestones by layers, each component with whether it is there; and what follows from it."""
    grid = journey_map(outlook)
    if not grid.rows or not grid.columns:
        return []
    sessions = _("Working this out takes {sessions} sessions for {milestones} milestones.").format(
        sessions=sessions_needed(outlook), milestones=len(grid.rows)
    )
    return [(_("Milestones and layers"), _matrix(_("Milestone"), grid)), (_("Sessions needed"), sessions)]


def _matrix(corner: str, grid: RecordGrid) -> Grid:
    names = (corner, *(one_line(column.title) for column in grid.columns))
    rows: list[list[Value]] = [
        [one_line(row.title), *("\n".join(map(_entry, grid.at(r, c))) for c in range(len(grid.columns)))]
        for r, row in enumerate(grid.rows)
    ]
    return _grid(names, rows, tuple([_CELL] * len(names)))


def _entry(record: Record) -> str:
    if not isinstance(record, Component):
        return record.title
    status = value_of(fields_of(Component)["status"], record.status, {})
    return f"{one_line(record.title)} ({str(status).lower()})"


def order(outlook: Outlook, records: Records) -> Lists:
    """The roadmap in its order, each item with why it stands there."""
    phase = fields_of(RoadmapItem)["phase"]
    rows: list[list[Value]] = [
        [
            f"{each.item.number} {one_line(each.item.title)}",
            each.place or None,
            _("yes") if each.item.mvp else "",
            value_of(phase, each.item.phase, {}),
            each.item.when,
            one_line(each.item.owner),
            each.why,
        ]
        for each in ranking(outlook).items
    ]
    names = (_("Subject"), _("Pl."), _("MVP"), _("Phase"), _("When"), _("Owner"), _("Why"))
    return [(_("Order of the roadmap"), _grid(names, rows, (34, 6, 6, 16, 14, 20, 50)))] if rows else []


def solved(outlook: Outlook, records: Records) -> Lists:
    """Every bottleneck with what is planned for it."""
    trace = trace_of(outlook)
    rows: list[list[Value]] = []
    for bottleneck in all_of(outlook, Bottleneck):
        planned = [f.record for f in trace.forward(bottleneck.id) if f.record.TABLE in ("roadmap_items", "activities")]
        by = ", ".join(f"{each.number} {one_line(each.title)}" for each in planned)
        rows.append([f"{bottleneck.number} {one_line(bottleneck.title)}", ends_words(trace.ends(bottleneck)), by])
    names = (_("Bottleneck"), _("Status"), _("Solved by"))
    return [(_("What solves which bottleneck"), _grid(names, rows, (44, 12, 50)))] if rows else []


def case(outlook: Outlook, records: Records) -> Lists:
    """The lines of the business case, and what they come down to."""
    found = listed(
        records, "business_case", _("Business case"), title=40, kind=14, once=14, yearly=14, layer=22, remarks=34
    )
    totals = business_case(outlook)
    words = [
        _("Costs: {once} euros once and {yearly} euros every year.").format(
            once=grouped(totals.once), yearly=grouped(totals.yearly)
        ),
        _("Benefits: {once} euros once and {yearly} euros every year.").format(
            once=grouped(totals.benefits_once), yearly=grouped(totals.benefits_yearly)
        ),
        _("Developing the layer of information and systems: {amount} euros.").format(
            amount=grouped(totals.information)
        ),
    ]
    if totals.unpriced:
        words.append(_("Of that layer {count} components have no price yet.").format(count=totals.unpriced))
    return [*found, (_("What it comes down to"), "\n".join(words))] if found or journey_map(outlook).rows else []
