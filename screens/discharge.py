"""Discharge: what is still open before the client can relieve the project leader?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from roadmap_tui.view.closing import ClosingLine, discharge_heading, discharge_lines
from roadmap_tui.view.text import Line
from screens.closing import ClosingScreen


class DischargeScreen(ClosingScreen):
    """The conditions, each with what is still open; Enter goes there."""

    PLACE: ClassVar[str] = "discharge"

    def standing(self) -> Line:
        return discharge_heading(self.session.outlook)

    def lines(self, width: int) -> Iterable[ClosingLine]:
        return discharge_lines(self.session.outlook, width, self.roadmap.glyphs)
