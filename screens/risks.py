"""Risks: what may go wrong, and what do we do about it?"""

from __future__ import annotations

from typing import ClassVar

from roadmap_tui.actions.scopes import APP, LIST, MATRIX, RISK
from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.risk import Risk
from roadmap_tui.model.steering import LogEntry
from screens.keys import bindings
from screens.matrices import MatrixScreen
from screens.widgets.matrix import MatrixView, RiskMatrix


class RisksScreen(MatrixScreen):
    """The register, heaviest first; the matrix, the details and the measures of the one under the cursor."""

    PLACE: ClassVar[str] = "risks"
    SCOPES: ClassVar[tuple[str, ...]] = (LIST, MATRIX, RISK, APP)
    BINDINGS = bindings(RISK)
    OWNER, OWNED, FIELD = "risks", "measures", "risk"

    def matrix_view(self) -> MatrixView:
        return RiskMatrix(id="matrix")

    def words(self) -> tuple[str, str, str]:
        return _("No risks yet; n adds the first."), _("Measures"), _("No measures yet; n adds the first.")

    def _chosen_risks(self) -> list[Risk]:
        """The marked risks, else the one under the cursor. Raises UsageError where there is none."""
        found = [record for record in self.owner_table.chosen if isinstance(record, Risk)]
        if not found:
            raise UsageError(_("Choose a row first."))
        return found

    def action_occur(self) -> None:
        """The risk happened: the log gets an issue and its corrective measures as actions."""
        found = [risk for risk in self._chosen_risks() if risk.status != "occurred"]
        if not found:
            raise UsageError(_("This risk has occurred already; its issue is in the log."))
        before = len(self.session.records(LogEntry.TABLE))
        self.roadmap.commit([change for risk in found for change in edits.set_fields(risk, {"status": "occurred"})])
        count = len(self.session.records(LogEntry.TABLE)) - before
        words = ngettext("Occurred; the log got {count} entry.", "Occurred; the log got {count} entries.", count)
        self.say(words.format(count=count) + " " + _("u takes it back."))

    def action_review(self) -> None:
        """These risks were looked at today."""
        found, day = self._chosen_risks(), self.session.today.isoformat()
        changes = [change for risk in found for change in edits.set_fields(risk, {"reviewed": day})]
        words = ngettext("{count} risk was reviewed today.", "{count} risks were reviewed today.", len(found))
        self.roadmap.commit(changes, words.format(count=len(found)))
