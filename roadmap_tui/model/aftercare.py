"""What is still to be done after go-live, and when aftercare may end (milestone Nazorg of seed document S4)."""

from datetime import date
from typing import Annotated, ClassVar, Final

from roadmap_tui.i18n import N_
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Choice, Tone
from roadmap_tui.model.record import Record

PRIORITY: Final = (
    Choice("high", N_("High"), "alert", Tone.BAD),
    Choice("normal", N_("Normal"), "same", Tone.NORMAL),
    Choice("low", N_("Low"), "down", Tone.MUTED),
)
POINT_STATUS: Final = (
    Choice("open", N_("Open"), "todo", Tone.NORMAL),
    Choice("active", N_("In progress"), "active", Tone.NORMAL),
    Choice("done", N_("Solved"), "done", Tone.GOOD),
    Choice("handed_over", N_("Handed over"), "delivered", Tone.GOOD),
)
MET: Final = (
    Choice("open", N_("Not met yet"), "todo", Tone.NORMAL),
    Choice("done", N_("Met"), "done", Tone.GOOD),
)


class OpenPoint(Record, frozen=True, kw_only=True):
    """Something that go-live left to be done: solved in aftercare, or handed over to those who run the application."""

    TABLE: ClassVar[str] = "open_points"
    PREFIX: ClassVar[str] = "RP"
    LABEL: ClassVar[str] = N_("Open point")
    PLURAL: ClassVar[str] = N_("Open points")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "active", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Open point"), N_("What is not in order yet."), required=True, width=44)] = ""
    priority: Annotated[str, f.choice(N_("Priority"), PRIORITY, width=10)] = "normal"
    owner: Annotated[str, f.people(N_("Owner"), N_("Who sees to it."), width=20)] = ""
    due: Annotated[date | None, f.date_field(N_("Due"))] = None
    status: Annotated[str, f.choice(N_("Status"), POINT_STATUS, width=16)] = "open"
    found: Annotated[date | None, f.date_field(N_("Found on"))] = None
    handed_to: Annotated[str, f.people(N_("Handed over to"), N_("Who takes it on after the project."), width=20)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class EndCriterion(Record, frozen=True, kw_only=True):
    """One thing that must be true before aftercare ends."""

    TABLE: ClassVar[str] = "end_criteria"
    PREFIX: ClassVar[str] = "EC"
    LABEL: ClassVar[str] = N_("Criterion to end aftercare")
    PLURAL: ClassVar[str] = N_("Criteria to end aftercare")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[
        str, f.text(N_("Criterion"), N_("What is true when aftercare can end."), required=True, width=44)
    ] = ""
    status: Annotated[str, f.choice(N_("Status"), MET, width=14)] = "open"
    owner: Annotated[str, f.people(N_("Owner"), N_("Who says that it is met."), width=20)] = ""
    remarks: Annotated[str, f.long_text(N_("Explanation"), N_("How you see that it is met."))] = ""
