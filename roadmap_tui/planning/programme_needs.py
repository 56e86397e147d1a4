"""What seed document S1 asks of each section of a programme, as needs that are met or not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from roadmap_tui.i18n import _
from roadmap_tui.model.stakeholder import Stakeholder
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.needs import Need, text, told

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


def steering(outlook: Outlook) -> Iterable[Need]:
    """Who decides, and the interest groups."""
    return told(
        text(outlook.plan.organisation_note, _("It is not said who decides what.")),
        Need(bool(all_of(outlook, Stakeholder)), _("No stakeholders are named.")),
    )
