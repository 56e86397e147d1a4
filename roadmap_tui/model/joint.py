"""What a municipality gathers on the way to its activity list, and what it decides to do with others.

The vocabulary is that of seed document S3: uitgangspunten and hiaten under four perspectives, wensen and eisen,
sessies, feedback, besluit van het MT, waardering, succesfactoren, gezamenlijke roadmap.
"""

from datetime import date
from typing import Annotated, Any, ClassVar, Final

from roadmap_tui.i18n import N_
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Choice, Tone
from roadmap_tui.model.record import Record

FINDING_KIND: Final = (
    Choice("strength", N_("Starting point"), "up", Tone.GOOD),
    Choice("gap", N_("Gap"), "alert", Tone.WARN),
)
VIEWPOINT: Final = (
    Choice("customer", N_("Customer")),
    Choice("digital", N_("Digital")),
    Choice("organisation", N_("Organisational")),
    Choice("financial", N_("Financial")),
)
REQUIREMENT_KIND: Final = (Choice("wish", N_("Wish")), Choice("demand", N_("Demand")))
REQUIREMENT_STATUS: Final = (
    Choice("open", N_("Open"), "todo", Tone.NORMAL),
    Choice("honoured", N_("Honoured"), "done", Tone.GOOD),
    Choice("refused", N_("Not honoured"), "cancelled", Tone.MUTED),
)
MEETING_KIND: Final = (
    Choice("framework", N_("Framework session")),
    Choice("feedback", N_("Feedback session")),
    Choice("implementation", N_("Implementation session")),
    Choice("management", N_("Presentation to the management team")),
    Choice("other", N_("Other session")),
)
MEETING_STATUS: Final = (
    Choice("planned", N_("Planned"), "todo", Tone.NORMAL),
    Choice("held", N_("Held"), "done", Tone.GOOD),
    Choice("cancelled", N_("Cancelled"), "cancelled", Tone.MUTED),
)
FEEDBACK_STATUS: Final = (
    Choice("open", N_("Not handled yet"), "todo", Tone.WARN),
    Choice("taken", N_("Taken in"), "done", Tone.GOOD),
    Choice("refused", N_("Not taken in"), "cancelled", Tone.MUTED),
)
RULING: Final = (
    Choice("pending", N_("Still to be decided"), "todo", Tone.NORMAL),
    Choice("agreed", N_("Agreed"), "done", Tone.GOOD),
    Choice("adapted", N_("Agreed with changes"), "done", Tone.GOOD),
    Choice("postponed", N_("Postponed"), "hold", Tone.WARN),
    Choice("refused", N_("Refused"), "cancelled", Tone.BAD),
)
COLLABORATION_STATUS: Final = (
    Choice("proposed", N_("Proposed"), "todo", Tone.NORMAL),
    Choice("agreed", N_("Together"), "done", Tone.GOOD),
    Choice("learning", N_("Each on its own, learning from each other"), "active", Tone.NORMAL),
    Choice("refused", N_("Not together"), "cancelled", Tone.MUTED),
)


class Observation(Record, frozen=True, kw_only=True):
    """What the analysis brought: a good starting point, or something that is lacking."""

    TABLE: ClassVar[str] = "analysis"
    PREFIX: ClassVar[str] = "HI"
    LABEL: ClassVar[str] = N_("Finding of the analysis")
    PLURAL: ClassVar[str] = N_("Findings of the analysis")

    title: Annotated[str, f.text(N_("Finding"), N_("What you saw, in one sentence."), required=True, width=44)] = ""
    kind: Annotated[str, f.choice(N_("Kind"), FINDING_KIND, width=14)] = "gap"
    viewpoint: Annotated[
        str, f.choice(N_("Perspective"), VIEWPOINT, N_("From whose side it is looked at."), width=16)
    ] = "customer"
    source: Annotated[str, f.text(N_("Source"), N_("The document or the talk it comes from."), width=24)] = ""
    organisation: Annotated[int | None, f.ref(N_("Organisation"), "organisations", width=20)] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
    activity: Annotated[
        int | None, f.ref(N_("Activity"), "activities", N_("The work in the plan that it became."), width=24)
    ] = None


class Requirement(Record, frozen=True, kw_only=True):
    """What somebody would like to see, or insists on."""

    TABLE: ClassVar[str] = "requirements"
    PREFIX: ClassVar[str] = "WE"
    LABEL: ClassVar[str] = N_("Wish or demand")
    PLURAL: ClassVar[str] = N_("Wishes and demands")

    title: Annotated[str, f.text(N_("Wish or demand"), N_("One thing, in plain words."), required=True, width=44)] = ""
    kind: Annotated[str, f.choice(N_("Kind"), REQUIREMENT_KIND, width=8)] = "wish"
    viewpoint: Annotated[str, f.choice(N_("Perspective"), VIEWPOINT, width=16)] = ""
    who: Annotated[str, f.people(N_("From"), N_("Who asks for it."), width=20)] = ""
    organisation: Annotated[int | None, f.ref(N_("Organisation"), "organisations", width=20)] = None
    status: Annotated[str, f.choice(N_("Status"), REQUIREMENT_STATUS, width=14)] = "open"
    remarks: Annotated[str, f.long_text(N_("Remarks"), N_("Why it was honoured or not."))] = ""
    activity: Annotated[
        int | None, f.ref(N_("Activity"), "activities", N_("The work in the plan that it became."), width=24)
    ] = None


class Meeting(Record, frozen=True, kw_only=True):
    """A session on the way to the strategy and its roadmap."""

    TABLE: ClassVar[str] = "meetings"
    PREFIX: ClassVar[str] = "SE"
    LABEL: ClassVar[str] = N_("Session")
    PLURAL: ClassVar[str] = N_("Sessions on the way")
    STEPS: ClassVar[tuple[str, ...]] = ("planned", "held")
    FINISHED: ClassVar[str] = "held"

    title: Annotated[str, f.text(N_("Session"), N_("What it is about."), required=True, width=36)] = ""
    kind: Annotated[str, f.choice(N_("Kind"), MEETING_KIND, width=22)] = "framework"
    held_on: Annotated[date | None, f.date_field(N_("Date"))] = None
    participants: Annotated[str, f.people(N_("Participants"), N_("Who takes part."), width=24)] = ""
    status: Annotated[str, f.choice(N_("Status"), MEETING_STATUS, width=12)] = "planned"
    outcome: Annotated[str, f.long_text(N_("Outcome"), N_("Choices, goals and priorities that came of it."))] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class Feedback(Record, frozen=True, kw_only=True):
    """A remark on a draft, and what was done with it."""

    TABLE: ClassVar[str] = "feedback"
    PREFIX: ClassVar[str] = "FB"
    LABEL: ClassVar[str] = N_("Feedback on a draft")
    PLURAL: ClassVar[str] = N_("Feedback on drafts")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "taken")
    FINISHED: ClassVar[str] = "taken"

    title: Annotated[str, f.text(N_("Remark"), N_("What should be different."), required=True, width=44)] = ""
    document: Annotated[str, f.text(N_("Draft"), N_("Which document and version."), width=22)] = ""
    who: Annotated[str, f.people(N_("From"), N_("Who made the remark."), width=20, personal=True)] = ""
    meeting: Annotated[int | None, f.ref(N_("Session"), "meetings", N_("Where it was said."), width=20)] = None
    status: Annotated[str, f.choice(N_("Status"), FEEDBACK_STATUS, width=16)] = "open"
    remarks: Annotated[str, f.long_text(N_("Answer"), N_("What was changed, or why not."))] = ""


class Ruling(Record, frozen=True, kw_only=True):
    """What the management team decided, and what each municipality may do its own way."""

    TABLE: ClassVar[str] = "rulings"
    PREFIX: ClassVar[str] = "MT"
    LABEL: ClassVar[str] = N_("Decision of the management team")
    PLURAL: ClassVar[str] = N_("Decisions of the management team")

    title: Annotated[str, f.text(N_("Question"), N_("What was put to them."), required=True, width=40)] = ""
    body: Annotated[str, f.text(N_("Decided by"), N_("For example the management team Middelen."), width=20)] = ""
    decided: Annotated[date | None, f.date_field(N_("Date"))] = None
    status: Annotated[str, f.choice(N_("Decision"), RULING, width=20)] = "pending"
    meeting: Annotated[int | None, f.ref(N_("Session"), "meetings", width=20)] = None
    outcome: Annotated[str, f.long_text(N_("Outcome"), N_("What was decided, in their words."))] = ""
    tailored: Annotated[
        str, f.long_text(N_("Made to measure"), N_("What each municipality may do in its own way or pace."))
    ] = ""


class Rating(Record, frozen=True, kw_only=True):
    """What one person thinks an activity is worth, on the scale that is kept with it."""

    TABLE: ClassVar[str] = "ratings"
    PREFIX: ClassVar[str] = "WA"
    LABEL: ClassVar[str] = N_("Rating")
    PLURAL: ClassVar[str] = N_("Ratings")

    activity: Annotated[int | None, f.ref(N_("Activity"), "activities", required=True, width=32)] = None
    who: Annotated[str, f.people(N_("Rated by"), N_("A name or a role."), width=20, personal=True)] = ""
    customer: Annotated[int | None, f.number(N_("Value for the customer"), high=100, width=6)] = None
    organisation: Annotated[int | None, f.number(N_("Value for the organisation"), high=100, width=6)] = None
    urgency: Annotated[int | None, f.number(N_("Urgency"), high=100, width=6)] = None
    scale: Annotated[
        str, f.text(N_("Scale"), N_("Lowest and highest, such as 1-5; empty takes that of the plan."), width=6)
    ] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class SuccessFactor(Record, frozen=True, kw_only=True):
    """What helps the work to succeed."""

    TABLE: ClassVar[str] = "factors"
    PREFIX: ClassVar[str] = "SF"
    LABEL: ClassVar[str] = N_("Success factor")
    PLURAL: ClassVar[str] = N_("Success factors")

    title: Annotated[str, f.text(N_("Success factor"), N_("What makes it work."), required=True, width=44)] = ""
    area: Annotated[str, f.text(N_("Area"), N_("Knowledge, systems, people, or an area of your own."), width=16)] = ""
    shared: Annotated[bool, f.flag(N_("For all"), N_("Yes: it holds for every municipality."))] = False
    organisation: Annotated[int | None, f.ref(N_("Organisation"), "organisations", width=20)] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class Collaboration(Record, frozen=True, kw_only=True):
    """What was decided about working together on a subject."""

    TABLE: ClassVar[str] = "collaborations"
    PREFIX: ClassVar[str] = "SW"
    LABEL: ClassVar[str] = N_("Working together")
    PLURAL: ClassVar[str] = N_("Working together")

    title: Annotated[str, f.text(N_("Subject"), N_("What is done together."), required=True, width=36)] = ""
    organisations: Annotated[str, f.text(N_("With whom"), N_("The municipalities it is about."), width=30)] = ""
    status: Annotated[str, f.choice(N_("Decision"), COLLABORATION_STATUS, width=20)] = "proposed"
    start: Annotated[date | None, f.date_field(N_("From"))] = None
    end: Annotated[date | None, f.date_field(N_("Until"))] = None
    owner: Annotated[str, f.people(N_("Pulls the cart"), N_("Who takes the first step."), width=20)] = ""
    decided: Annotated[date | None, f.date_field(N_("Decided on"))] = None
    agreement: Annotated[str, f.long_text(N_("Agreement"), N_("Who does what for the others."))] = ""
    members: Annotated[dict[str, Any], f.internal(N_("Activities"))] = {}
