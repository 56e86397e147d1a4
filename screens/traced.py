"""A plain list of records that take part in traces, some of which can become activities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from roadmap_tui.actions.scopes import APP, GROWING, LIST, TRACED
from roadmap_tui.editing.growing import GROWING as GROWING_TABLES
from roadmap_tui.model.record import Record
from screens.keys import bindings
from screens.table import TableScreen
from screens.tracing import Tracing


class TracedScreen(Tracing, TableScreen):
    """All records of one table, with the keys for traces."""

    SCOPES: ClassVar[tuple[str, ...]] = (TRACED, GROWING, LIST, APP)
    BINDINGS = bindings(TRACED, GROWING)

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        if place not in GROWING_TABLES:
            self.SCOPES = (TRACED, LIST, APP)  # type: ignore[misc]

    def traced_records(self) -> Sequence[Record]:
        return self.table.chosen
