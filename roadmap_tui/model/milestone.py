"""Milestones and the points on their checklists (seed document S4)."""

from datetime import date
from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class Milestone(Record, frozen=True, kw_only=True):
    """A result that the implementation delivers, such as the DAP or the migration run-sheet."""

    TABLE: ClassVar[str] = "milestones"
    PREFIX: ClassVar[str] = "M"
    LABEL: ClassVar[str] = N_("Milestone")
    PLURAL: ClassVar[str] = N_("Milestones")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "preparing", "delivered", "approved")
    FINISHED: ClassVar[str] = "delivered"

    title: Annotated[str, f.text(N_("Milestone"), N_("What is delivered."), required=True, width=40)] = ""
    due: Annotated[date | None, f.date_field(N_("Due"), N_("Only to overrule the distance to go-live."))] = None
    offset: Annotated[str, f.offset(N_("Distance"), N_("From go-live (T-6w) or from the start (S+4w)."), width=8)] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.MILESTONE_STATUS, width=16)] = "open"
    owner: Annotated[str, f.people(N_("Owner"), N_("Who answers for it."), width=20)] = ""
    description: Annotated[str, f.long_text(N_("Description"))] = ""
    evidence: Annotated[str, f.long_text(N_("Evidence"), N_("Where it can be seen that it is done."))] = ""
    code: Annotated[str, f.text(N_("Code"), N_("The standard milestone this is, if any."))] = ""


class Checkpoint(Record, frozen=True, kw_only=True):
    """One point on a milestone's checklist; a record of its own, so that two people can tick different ones."""

    TABLE: ClassVar[str] = "checkpoints"
    PREFIX: ClassVar[str] = "C"
    LABEL: ClassVar[str] = N_("Checkpoint")
    PLURAL: ClassVar[str] = N_("Checkpoints")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Checkpoint"), N_("What must be in order."), required=True, width=44)] = ""
    milestone: Annotated[int | None, f.ref(N_("Milestone"), "milestones", required=True, width=24)] = None
    role: Annotated[str, f.people(N_("Role"), N_("The role that sees to it."), width=20)] = ""
    offset: Annotated[str, f.offset(N_("Distance"), N_("From go-live (T-6w) or from the start (S+4w)."), width=8)] = ""
    due: Annotated[date | None, f.date_field(N_("Due"), N_("Only to overrule the distance to go-live."))] = None
    status: Annotated[str, f.choice(N_("Status"), choices.CHECKPOINT_STATUS, width=10)] = "open"
    reason: Annotated[str, f.text(N_("Reason"), N_("Why it does not apply."), width=24)] = ""
    owner: Annotated[str, f.people(N_("Owner"), N_("Who does it, if not the role."), personal=True)] = ""
    evidence: Annotated[str, f.text(N_("Evidence"), N_("Where it can be seen that it is in order."), width=28)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
