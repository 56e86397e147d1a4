"""Risks: what may go wrong, and what do we do about it?"""

from __future__ import annotations

from importlib.util import find_spec
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from roadmap_tui.i18n import _
from roadmap_tui.view.listing import Listing
from screens.owned import OwnedListScreen, SectionLine
from screens.widgets.detail_pane import DetailPane
from screens.widgets.record_table import RecordTable


class RisksScreen(OwnedListScreen):
    """The register, heaviest first; the matrix, the details and the measures of the one under the cursor."""

    PLACE: ClassVar[str] = "risks"
    OWNER, OWNED, FIELD = "risks", "measures", "risk"

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            with Vertical(id="list"):
                yield RecordTable(Listing("risks"), _("No risks yet; n adds the first."), id="risks")
                yield SectionLine(_("Measures"))
                empty = _("No measures yet; n adds the first.")
                yield RecordTable(Listing("measures"), empty, id="measures")
            with Vertical(id="beside"):
                if find_spec("screens.widgets.risk_matrix"):
                    from screens.widgets.risk_matrix import RiskMatrix

                    yield RiskMatrix(id="matrix")
                yield DetailPane(id="detail", belongings=False)
