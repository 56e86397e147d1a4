"""What a merger makes one: work processes, applications, compliance, and the departments that do the work (S1)."""

from datetime import date
from typing import Annotated, ClassVar, Final

from roadmap_tui.i18n import N_
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Choice, Tone
from roadmap_tui.model.record import Record

PROCESS_STATUS: Final = (
    Choice("todo", N_("Not compared yet"), "todo", Tone.MUTED),
    Choice("compared", N_("Differences known"), "active", Tone.NORMAL),
    Choice("designed", N_("New process described"), "delivered", Tone.NORMAL),
    Choice("done", N_("Harmonised"), "done", Tone.GOOD),
)
APPLICATION_STATUS: Final = (
    Choice("current", N_("In use now"), "todo", Tone.MUTED),
    Choice("chosen", N_("Chosen"), "active", Tone.NORMAL),
    Choice("set_up", N_("Set up"), "delivered", Tone.NORMAL),
    Choice("live", N_("In use in the new organisation"), "done", Tone.GOOD),
    Choice("retired", N_("Switched off"), "cancelled", Tone.MUTED),
)
APPLICATION_LAYER: Final = (
    Choice("application", N_("Application")),
    Choice("infrastructure", N_("Infrastructure")),
    Choice("integration", N_("Connection")),
)
HOUSE_STYLE: Final = (
    Choice("no", N_("No"), "todo", Tone.WARN),
    Choice("yes", N_("Yes"), "done", Tone.GOOD),
    Choice("na", N_("Not applicable"), "cancelled", Tone.MUTED),
)
PURCHASE: Final = (
    Choice("none", N_("Nothing to buy")),
    Choice("preparing", N_("In preparation")),
    Choice("tender", N_("Out to tender")),
    Choice("contracted", N_("Contract signed"), "done", Tone.GOOD),
)
COMPLIANCE: Final = (
    Choice("unknown", N_("Not looked at"), "todo", Tone.WARN),
    Choice("partly", N_("In part"), "active", Tone.WARN),
    Choice("complies", N_("Complies"), "done", Tone.GOOD),
    Choice("fails", N_("Does not comply"), "alert", Tone.BAD),
)
CAPACITY_FOR: Final = (
    Choice("programme", N_("Programme")),
    Choice("placement", N_("Placement of staff"), "", Tone.WARN),
    Choice("regular", N_("Regular work")),
)


class WorkProcess(Record, frozen=True, kw_only=True):
    """A work process, from how each municipality does it to how the new organisation will."""

    TABLE: ClassVar[str] = "processes"
    PREFIX: ClassVar[str] = "WP"
    LABEL: ClassVar[str] = N_("Work process")
    PLURAL: ClassVar[str] = N_("Work processes")
    STEPS: ClassVar[tuple[str, ...]] = ("todo", "compared", "designed", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Work process"), required=True, width=32)] = ""
    status: Annotated[str, f.choice(N_("Status"), PROCESS_STATUS, width=20)] = "todo"
    team: Annotated[int | None, f.ref(N_("Building team"), "teams", width=20)] = None
    basis: Annotated[str, f.text(N_("Legal base"), N_("The policy or by-law it rests on."), width=28)] = ""
    harmonised: Annotated[str, f.long_text(N_("Harmonised process"), N_("How the new organisation does it."))] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class ProcessSituation(Record, frozen=True, kw_only=True):
    """How one municipality does a work process now."""

    TABLE: ClassVar[str] = "situations"
    PREFIX: ClassVar[str] = "HS"
    LABEL: ClassVar[str] = N_("Present situation")
    PLURAL: ClassVar[str] = N_("Present situations")

    title: Annotated[str, f.text(N_("Situation"), N_("How it goes now."), required=True, width=40)] = ""
    process: Annotated[int | None, f.ref(N_("Work process"), "processes", required=True, width=26)] = None
    organisation: Annotated[int | None, f.ref(N_("Organisation"), "organisations", required=True, width=22)] = None
    basis: Annotated[str, f.text(N_("Legal base"), N_("Its own policy or by-law."), width=28)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class Application(Record, frozen=True, kw_only=True):
    """An application or a piece of infrastructure, old or new; an old one points to what replaces it."""

    TABLE: ClassVar[str] = "applications"
    PREFIX: ClassVar[str] = "AP"
    LABEL: ClassVar[str] = N_("Application")
    PLURAL: ClassVar[str] = N_("Applications")

    title: Annotated[str, f.text(N_("Application"), required=True, width=28)] = ""
    status: Annotated[str, f.choice(N_("Status"), APPLICATION_STATUS, width=20)] = "current"
    organisation: Annotated[
        int | None, f.ref(N_("Organisation"), "organisations", N_("Whose it is; empty for the new one."), width=20)
    ] = None
    replaced_by: Annotated[int | None, f.ref(N_("Replaced by"), "applications", width=22)] = None
    house_style: Annotated[
        str, f.choice(N_("House style applied"), HOUSE_STYLE, N_("For applications that stay."), width=14)
    ] = ""
    processes: Annotated[tuple[int, ...], f.refs(N_("Work processes"), "processes", width=14)] = ()
    layer: Annotated[str, f.choice(N_("Layer"), APPLICATION_LAYER, width=14)] = "application"
    infrastructure: Annotated[str, f.text(N_("Runs on"), N_("The infrastructure under it."), width=24)] = ""
    purchase: Annotated[str, f.choice(N_("Purchase"), PURCHASE, width=16)] = ""
    services: Annotated[
        str, f.text(N_("Implementation services"), N_("What the supplier does besides delivering."), width=28)
    ] = ""
    supplier: Annotated[str, f.text(N_("Supplier"), width=20)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class Law(Record, frozen=True, kw_only=True):
    """A law that the new processes and applications must comply with."""

    TABLE: ClassVar[str] = "laws"
    PREFIX: ClassVar[str] = "WT"
    LABEL: ClassVar[str] = N_("Law")
    PLURAL: ClassVar[str] = N_("Laws")

    title: Annotated[str, f.text(N_("Law"), N_("For example Archiefwet."), required=True, width=30)] = ""
    status: Annotated[str, f.choice(N_("Complies"), COMPLIANCE, width=18)] = "unknown"
    owner: Annotated[str, f.people(N_("Owner"), N_("Who watches over it."), width=20)] = ""
    checked_on: Annotated[date | None, f.date_field(N_("Checked on"))] = None
    demands: Annotated[str, f.long_text(N_("What it asks"), N_("What it means for this programme."))] = ""
    measure: Annotated[str, f.long_text(N_("Still to do"), N_("What must happen to comply."))] = ""


class Capacity(Record, frozen=True, kw_only=True):
    """What a department is asked for in a period, beside what it can give."""

    TABLE: ClassVar[str] = "capacity"
    PREFIX: ClassVar[str] = "IA"
    LABEL: ClassVar[str] = N_("Capacity of a department")
    PLURAL: ClassVar[str] = N_("Capacity per department")

    title: Annotated[str, f.text(N_("Department"), required=True, width=24)] = ""
    purpose: Annotated[str, f.choice(N_("Asked for"), CAPACITY_FOR, width=18)] = "programme"
    when: Annotated[str, f.when(N_("When"), N_("In which period."), width=20)] = ""
    asked: Annotated[float | None, f.decimal(N_("Days a week"), N_("How many working days a week."), width=8)] = None
    available: Annotated[
        float | None, f.decimal(N_("Available"), N_("Days a week that the department has in all."), width=9)
    ] = None
    organisation: Annotated[int | None, f.ref(N_("Organisation"), "organisations", width=20)] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
