"""Stakeholders: who has a stake, and what do they hear?"""

from __future__ import annotations

from typing import ClassVar

from roadmap_tui.i18n import _
from screens.matrices import MatrixScreen
from screens.widgets.matrix import MatrixView, StakeholderMatrix


class StakeholdersScreen(MatrixScreen):
    """The stakeholders, where they stand, and what the one under the cursor hears when."""

    PLACE: ClassVar[str] = "stakeholders"
    OWNER, OWNED, FIELD = "stakeholders", "communications", "stakeholder"

    def matrix_view(self) -> MatrixView:
        return StakeholderMatrix(id="matrix")

    def words(self) -> tuple[str, str, str]:
        empty = _("Nothing planned yet; n adds the first moment.")
        return _("No stakeholders yet; n adds the first."), _("Communication moments"), empty
