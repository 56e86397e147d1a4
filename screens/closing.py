"""What the evaluation and the discharge share: lines of which some stand for a record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from roadmap_tui.errors import UsageError
from roadmap_tui.model.record import Record
from roadmap_tui.view.closing import ClosingLine
from roadmap_tui.view.text import Line
from screens.pictures import PictureScreen
from screens.sections import StandingLine
from screens.widgets.row_list import Row, RowList


class ClosingScreen(PictureScreen):
    """Subclasses give `lines` and `standing`."""

    AUTO_FOCUS: ClassVar[str] = "RowList"

    def body(self) -> ComposeResult:
        yield StandingLine(self.standing)
        yield RowList()

    def standing(self) -> Line:
        """How it stands, in one line."""
        raise NotImplementedError

    def lines(self, width: int) -> Iterable[ClosingLine]:
        """Everything there is to see."""
        raise NotImplementedError

    @property
    def list(self) -> RowList:
        """The lines."""
        return self.query_one(RowList)

    @property
    def record(self) -> Record | None:
        if not self.list.key:
            return None
        try:
            return self.session.find(self.list.key)
        except UsageError:
            return None

    def refresh_plan(self) -> None:
        self.list.show(lambda width: [Row(line.runs, line.key) for line in self.lines(width)])
        self.query_one(StandingLine).refresh()

    def select_record(self, record: Record) -> None:
        """Put the cursor on a record."""
        self.list.select(record.number)
