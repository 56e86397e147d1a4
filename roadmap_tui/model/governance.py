"""How a plan is approved and changed afterwards: its versions and the requests to change it."""

from datetime import date
from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class PlanVersion(Record, frozen=True, kw_only=True):
    """One version of the plan as it went round: for the table on the front page."""

    TABLE: ClassVar[str] = "versions"
    PREFIX: ClassVar[str] = "VS"
    LABEL: ClassVar[str] = N_("Version of the plan")
    PLURAL: ClassVar[str] = N_("Versions of the plan")

    title: Annotated[str, f.text(N_("Version"), N_("For example 0.3."), required=True, width=8)] = ""
    issued: Annotated[date | None, f.date_field(N_("Date"))] = None
    author: Annotated[str, f.people(N_("Author"), N_("Who wrote it."), width=20)] = ""
    changes: Annotated[str, f.text(N_("What changed"), N_("In one line."), width=44)] = ""


class ChangeRequest(Record, frozen=True, kw_only=True):
    """A request to change an approved plan: why, who decided and when."""

    TABLE: ClassVar[str] = "change_requests"
    PREFIX: ClassVar[str] = "WV"
    LABEL: ClassVar[str] = N_("Change request")
    PLURAL: ClassVar[str] = N_("Change requests")
    STEPS: ClassVar[tuple[str, ...]] = ("requested", "granted", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Change request"), N_("What should change."), required=True, width=44)] = ""
    about: Annotated[
        str, f.choice(N_("About"), choices.CHANGE_SUBJECT, N_("The part of the plan it opens."), width=14)
    ] = "several"
    reason: Annotated[str, f.long_text(N_("Reason"), N_("Why it must change."), required=True)] = ""
    effect: Annotated[str, f.long_text(N_("Effect"), N_("On time, money, quality and people."))] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.CHANGE_STATUS, width=16)] = "requested"
    requested_by: Annotated[str, f.people(N_("Requested by"), width=20)] = ""
    requested: Annotated[date | None, f.date_field(N_("Requested on"))] = None
    decided_by: Annotated[str, f.people(N_("Decided by"), N_("Who may decide on it."), width=20)] = ""
    decided: Annotated[date | None, f.date_field(N_("Decided on"))] = None
    decision: Annotated[str, f.long_text(N_("Decision"), N_("What was decided, and on what terms."))] = ""
