"""Success criteria: how people will see that the goal is reached (chapter Doel of seed document S4)."""

from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class Criterion(Record, frozen=True, kw_only=True):
    """One thing that must be true for the implementation to be a success, measured before and after."""

    TABLE: ClassVar[str] = "criteria"
    PREFIX: ClassVar[str] = "K"
    LABEL: ClassVar[str] = N_("Success criterion")
    PLURAL: ClassVar[str] = N_("Success criteria")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "achieved")
    FINISHED: ClassVar[str] = "achieved"

    title: Annotated[
        str, f.text(N_("Success criterion"), N_("What is true when it is a success."), required=True, width=44)
    ] = ""
    target: Annotated[str, f.text(N_("Target"), N_("The number or the state you want to see."), width=18)] = ""
    measured: Annotated[str, f.text(N_("Now"), N_("The same thing measured before the start."), width=14)] = ""
    method: Annotated[str, f.text(N_("Measured by"), N_("How you find out: a report, a survey."), width=20)] = ""
    when: Annotated[str, f.when(N_("When"), N_("When you measure it: six weeks after go-live."), width=16)] = ""
    owner: Annotated[str, f.people(N_("Owner"), N_("Who measures it."), width=18)] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.CRITERION_STATUS, width=15)] = "open"
    outcome: Annotated[str, f.long_text(N_("Outcome"), N_("What the evaluation found."))] = ""
