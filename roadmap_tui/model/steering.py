"""What keeps a project on course: decisions, actions, issues and money."""

from datetime import date
from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class LogEntry(Record, frozen=True, kw_only=True):
    """A decision, an action or an issue with its owner and date."""

    TABLE: ClassVar[str] = "log"
    PREFIX: ClassVar[str] = "BA"
    LABEL: ClassVar[str] = N_("Decision, action or issue")
    PLURAL: ClassVar[str] = N_("Decisions, actions and issues")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "active", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Subject"), N_("What it is about."), required=True, width=44)] = ""
    kind: Annotated[str, f.choice(N_("Kind"), choices.LOG_KIND, width=10)] = "action"
    owner: Annotated[str, f.people(N_("Owner"), N_("Who does it or decides."), width=20)] = ""
    due: Annotated[date | None, f.date_field(N_("Due"))] = None
    status: Annotated[str, f.choice(N_("Status"), choices.LOG_STATUS, width=14)] = "open"
    noted: Annotated[date | None, f.date_field(N_("Noted on"))] = None
    outcome: Annotated[str, f.long_text(N_("Outcome"), N_("What was decided, or what came of it."))] = ""
    risk: Annotated[int | None, f.ref(N_("Risk"), "risks", N_("The risk it came from, if any."), width=24)] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class BudgetLine(Record, frozen=True, kw_only=True):
    """One line of the budget, in euros including what is still to come."""

    TABLE: ClassVar[str] = "budget"
    PREFIX: ClassVar[str] = "E"
    LABEL: ClassVar[str] = N_("Budget line")
    PLURAL: ClassVar[str] = N_("Budget")

    title: Annotated[str, f.text(N_("Budget line"), N_("What it is for."), required=True, width=36)] = ""
    granted: Annotated[float | None, f.decimal(N_("Granted"), N_("In euros."), width=12)] = None
    spent: Annotated[float | None, f.decimal(N_("Spent"), N_("In euros, until now."), width=12)] = None
    expected: Annotated[float | None, f.decimal(N_("Expected"), N_("In euros, at the end."), width=12)] = None
    owner: Annotated[str, f.people(N_("Owner"), width=20)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
