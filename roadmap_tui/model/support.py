"""Who keeps the application running after go-live (milestone Inrichten technisch en functioneel beheer of S4)."""

from typing import Annotated, ClassVar, Final

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Choice
from roadmap_tui.model.record import Record

SUPPORT_KIND: Final = (
    Choice("functional", N_("Functional")),
    Choice("technical", N_("Technical")),
    Choice("application", N_("Application owner")),
    Choice("supplier", N_("Supplier")),
)


class SupportTask(Record, frozen=True, kw_only=True):
    """One task of running the application: whose it is, who stands in, and whether that is arranged."""

    TABLE: ClassVar[str] = "support"
    PREFIX: ClassVar[str] = "BH"
    LABEL: ClassVar[str] = N_("Support task")
    PLURAL: ClassVar[str] = N_("Support tasks")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "active", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Support task"), N_("For example: rights of users."), required=True, width=38)] = ""
    kind: Annotated[str, f.choice(N_("Kind"), SUPPORT_KIND, width=16)] = "functional"
    owner: Annotated[str, f.people(N_("Who"), N_("Who does it."), width=20)] = ""
    stand_in: Annotated[str, f.people(N_("Stand-in"), N_("Who does it in holidays and illness."), width=20)] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.PRECONDITION_STATUS, width=16)] = "open"
    remarks: Annotated[str, f.long_text(N_("Remarks"), N_("For example where the instruction is kept."))] = ""
