"""Overview: how are we doing?"""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container

from roadmap_tui.model.record import Record
from screens.pictures import PictureScreen
from screens.widgets.matrix import MATRIX_HEIGHT, MatrixView, RiskMatrix
from screens.widgets.overview_board import OverviewBoard
from screens.widgets.pulse_pane import PulsePane

_TALL = 36
_AROUND = 6


class OverviewScreen(PictureScreen):
    """How the plan stands, what is late, what comes now, and what may go wrong."""

    PLACE: ClassVar[str] = "overview"
    AUTO_FOCUS = "OverviewBoard"

    def body(self) -> ComposeResult:
        yield OverviewBoard()
        with Container(id="below") as below:
            below.display = False
            yield RiskMatrix()
            yield PulsePane()

    @property
    def board(self) -> OverviewBoard:
        """The lists."""
        return self.query_one(OverviewBoard)

    @property
    def record(self) -> Record | None:
        return self.board.record

    def on_resize(self, event: events.Resize) -> None:
        """Show the risk matrix where there is room."""
        self._divide(*event.size)

    def _divide(self, width: int, height: int) -> None:
        """Give the board what it needs; while it is still empty nothing moves, which saves a paint over a slow line."""
        if not self.board.is_filled:
            return
        from roadmap_tui.model.activity import Activity
        from roadmap_tui.model.risk import Risk

        below, matrix = self.query_one("#below"), self.query_one(RiskMatrix)
        matrix.display = bool(self.session.records(Risk.TABLE))
        below.display = height >= _TALL and (matrix.display or bool(self.session.records(Activity.TABLE)))
        room = height - _AROUND - MATRIX_HEIGHT
        self.board.styles.height = self.board.height_needed(width, room) if below.display else "1fr"

    def refresh_plan(self) -> None:
        from roadmap_tui.view.overview import overview

        self.board.show(overview(self.session))
        self._divide(*self.size)
        self.query_one(RiskMatrix).show()
        self.query_one(PulsePane).show()

    @on(MatrixView.Picked)
    def _open_risk(self, message: MatrixView.Picked) -> None:
        self.roadmap.show_record(message.records[0])

    def select_record(self, record: Record) -> None:
        """Put the cursor on a record."""
        self.board.select(record.id)
