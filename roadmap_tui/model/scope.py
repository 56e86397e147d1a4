"""Where the project ends and what it needs (chapters Projectgrenzen and Randvoorwaarden of seed document S4)."""

from datetime import date
from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class ScopeItem(Record, frozen=True, kw_only=True):
    """Something that the project does, or that people might expect of it and that it does not do."""

    TABLE: ClassVar[str] = "scope"
    PREFIX: ClassVar[str] = "G"
    LABEL: ClassVar[str] = N_("Boundary")
    PLURAL: ClassVar[str] = N_("Boundaries")

    title: Annotated[str, f.text(N_("Boundary"), N_("One thing, in plain words."), required=True, width=50)] = ""
    side: Annotated[str, f.choice(N_("In or out"), choices.SCOPE_SIDE, width=16)] = "in"
    who: Annotated[str, f.people(N_("Who does it"), N_("Who does it if the project does not."), width=20)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class Precondition(Record, frozen=True, kw_only=True):
    """What others must arrange before the implementation can succeed."""

    TABLE: ClassVar[str] = "preconditions"
    PREFIX: ClassVar[str] = "W"
    LABEL: ClassVar[str] = N_("Precondition")
    PLURAL: ClassVar[str] = N_("Preconditions")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "active", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Precondition"), N_("What must be arranged."), required=True, width=44)] = ""
    kind: Annotated[str, f.choice(N_("Kind"), choices.PRECONDITION_KIND, width=20)] = "staff"
    owner: Annotated[str, f.people(N_("Owner"), N_("Who arranges it."), width=20)] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.PRECONDITION_STATUS, width=14)] = "open"
    due: Annotated[date | None, f.date_field(N_("Before"), N_("Only to overrule the distance to go-live."))] = None
    offset: Annotated[str, f.offset(N_("Distance"), N_("From go-live (T-6w) or from the start (S+4w)."), width=8)] = ""
    area: Annotated[str, f.text(N_("Area"), N_("Knowledge, systems, people, or an area of your own."), width=14)] = ""
    shared: Annotated[bool, f.flag(N_("For all"), N_("Yes: it holds for every municipality."))] = False
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
