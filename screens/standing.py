"""How a plan stood when somebody went to another one in the same window: its screen, and what its tables showed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from screens.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from screens.app import RoadmapApp


class TableStand(NamedTuple):
    """The filter and the order of a table, and the record under its cursor."""

    query: str
    sort: str
    record_id: int | None


class Stand(NamedTuple):
    """The screen that was shown, and the tables of every screen by place and id."""

    place: str
    tables: dict[tuple[str, str], TableStand]


def stand_of(app: RoadmapApp) -> Stand:
    """How the plan stands now."""
    tables = {
        (mode, table.id or ""): _table_stand(table)
        for mode, stack in app._screen_stacks.items()
        for screen in stack[:1]
        for table in screen.query(RecordTable)
    }
    return Stand(app.current_mode, tables)


def _table_stand(table: RecordTable) -> TableStand:
    record = table.record
    return TableStand(table.listing.query, table.listing.sort, record.id if record is not None else None)


def take_up(stand: Stand, place: str, table: RecordTable) -> None:
    """Have a table show what it showed before, as soon as it is filled."""
    found = stand.tables.get((place, table.id or ""))
    if found is not None:
        table.listing.query, table.listing.sort = found.query, found.sort
        table.begin_at(found.record_id)
