"""Risks: what may go wrong, and what do we do about it?"""

from __future__ import annotations

from typing import ClassVar

from roadmap_tui.i18n import _
from screens.matrices import MatrixScreen
from screens.widgets.matrix import MatrixView, RiskMatrix


class RisksScreen(MatrixScreen):
    """The register, heaviest first; the matrix, the details and the measures of the one under the cursor."""

    PLACE: ClassVar[str] = "risks"
    OWNER, OWNED, FIELD = "risks", "measures", "risk"

    def matrix_view(self) -> MatrixView:
        return RiskMatrix(id="matrix")

    def words(self) -> tuple[str, str, str]:
        return _("No risks yet; n adds the first."), _("Measures"), _("No measures yet; n adds the first.")
