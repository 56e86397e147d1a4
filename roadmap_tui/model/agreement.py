"""What the team and the supplier agreed (chapter Projectorganisatie and the DAP of seed document S4)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class Agreement(Record, frozen=True, kw_only=True):
    """A working agreement within the team, or something agreed with the supplier."""

    TABLE: ClassVar[str] = "agreements"
    PREFIX: ClassVar[str] = "AF"
    LABEL: ClassVar[str] = N_("Agreement")
    PLURAL: ClassVar[str] = N_("Agreements")

    title: Annotated[str, f.text(N_("Agreement"), N_("What was agreed."), required=True, width=50)] = ""
    kind: Annotated[str, f.choice(N_("Kind"), choices.AGREEMENT_KIND, width=16)] = "team"
    parties: Annotated[str, f.people(N_("With"), N_("Who agreed to it."), width=20)] = ""
    agreed: Annotated[date | None, f.date_field(N_("Agreed on"))] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class DapAgreement(Record, frozen=True, kw_only=True):
    """One procedure of the DAP: how a norm of the service level agreement works in practice."""

    TABLE: ClassVar[str] = "dap"
    PREFIX: ClassVar[str] = "DA"
    LABEL: ClassVar[str] = N_("DAP agreement")
    PLURAL: ClassVar[str] = N_("DAP agreements")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "active", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Procedure"), N_("For example incidents or changes."), required=True, width=36)] = (
        ""
    )
    text: Annotated[str, f.long_text(N_("Way of working"), N_("Who does what, in which order."))] = ""
    norm: Annotated[str, f.text(N_("SLA norm"), N_("The norm it must meet, as in the SLA."), width=30)] = ""
    contact: Annotated[str, f.people(N_("Contacts"), N_("Who to turn to, on both sides."), width=20)] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.DAP_STATUS, width=14)] = "open"
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
