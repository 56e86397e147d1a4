"""Activities: the rows of the planning table (seed document S0)."""

from datetime import date
from typing import Annotated, Any, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class Activity(Record, frozen=True, kw_only=True):
    """One row of the planning table; the six columns keep people's own words."""

    TABLE: ClassVar[str] = "activities"
    PREFIX: ClassVar[str] = "A"
    LABEL: ClassVar[str] = N_("Activity")
    PLURAL: ClassVar[str] = N_("Activities")
    STEPS: ClassVar[tuple[str, ...]] = ("todo", "active", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Activity"), N_("What happens, in a few words."), required=True, width=36)] = ""
    lead: Annotated[
        str, f.people(N_("Who (lead)"), N_("Role, person or department that takes the lead."), width=18)
    ] = ""
    when: Annotated[str, f.when(N_("When"), N_("In your own words: early May, 8 and 15 June, Q3."), width=16)] = ""
    workform: Annotated[
        str, f.long_text(N_("Form of work"), N_("In person, online, a report, a drawing."), width=14)
    ] = ""
    sessions: Annotated[
        str,
        f.effort(
            N_("Sessions"),
            N_("For example: 2 sessions of 3 hours. Without organisation and preparation."),
            width=14,
        ),
    ] = ""
    participants: Annotated[
        str, f.people(N_("Wanted from"), N_("Who takes part, works out or reads along."), width=18)
    ] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.ACTIVITY_STATUS, width=14)] = "todo"
    result: Annotated[str, f.long_text(N_("Result"), N_("What is there when it is done."), width=24)] = ""
    description: Annotated[str, f.long_text(N_("Description"), N_("Free text, with bullets if you like."))] = ""
    optional: Annotated[bool, f.flag(N_("Optional"), N_("An option that may be left out."))] = False
    left_out: Annotated[
        bool, f.flag(N_("Left out"), N_("The choice about an option: yes leaves it out of dates, hours and totals."))
    ] = False
    milestone: Annotated[
        int | None, f.ref(N_("Milestone"), "milestones", N_("The result this work leads to."), width=20)
    ] = None
    phase: Annotated[str, f.text(N_("Phase"), N_("For example preparation or aftercare."))] = ""
    layer: Annotated[str, f.text(N_("Layer"), N_("For example policy or communication."))] = ""
    project: Annotated[str, f.text(N_("Project"), N_("Where one plan holds several projects."))] = ""
    progress: Annotated[
        int | None, f.percent(N_("Progress"), N_("Leave empty to let it follow from the sessions held."))
    ] = None
    sessions_held: Annotated[int | None, f.number(N_("Sessions held"))] = None
    start: Annotated[date | None, f.date_field(N_("Start"), N_("Only to overrule what is read in When."))] = None
    end: Annotated[date | None, f.date_field(N_("End"), N_("Only to overrule what is read in When."))] = None
    duration: Annotated[
        int | None, f.number(N_("Working days"), N_("How long it takes, where the dates follow from links."))
    ] = None
    hours: Annotated[float | None, f.decimal(N_("Hours"), N_("Only to overrule what is read in Sessions."))] = None
    attachments: Annotated[str, f.long_text(N_("Attachments"), N_("Documents or examples, one per line."))] = ""
    bottlenecks: Annotated[
        tuple[int, ...], f.refs(N_("Bottlenecks"), "bottlenecks", N_("Which ones it is about."), width=14)
    ] = ()
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
    origin: Annotated[dict[str, Any], f.internal(N_("Imported from"))] = {}
