"""What the team and the supplier agreed (chapter Projectorganisatie and the DAP of seed document S4)."""

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


class SlaNorm(Record, frozen=True, kw_only=True):
    """One norm of the service level agreement: what was promised, how it is measured and where that is reported."""

    TABLE: ClassVar[str] = "norms"
    PREFIX: ClassVar[str] = "N"
    LABEL: ClassVar[str] = N_("SLA norm")
    PLURAL: ClassVar[str] = N_("SLA norms")

    title: Annotated[
        str, f.text(N_("SLA norm"), N_("For example: solved in time, priority 1."), required=True, width=34)
    ] = ""
    value: Annotated[str, f.text(N_("Promised"), N_("For example: 4 hours, or 99.5%."), width=24)] = ""
    measured: Annotated[
        str, f.text(N_("Measured how"), N_("With which tool or report, and over which period."), width=26)
    ] = ""
    reporting: Annotated[str, f.text(N_("Reported"), N_("How often, in what and to whom."), width=24)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"), N_("For example what follows when it is not met."))] = ""


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
    norm: Annotated[
        int | None, f.ref(N_("SLA norm"), "norms", N_("The norm it must meet, as in the SLA."), width=30)
    ] = None
    contact: Annotated[str, f.people(N_("Contacts"), N_("Who to turn to, on both sides."), width=20)] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.DAP_STATUS, width=14)] = "open"
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
