"""What steers a merger of municipalities: challenges, frameworks, projects, building teams and the project office.

The vocabulary is that of seed document S1: opgave, kader, projectblad, bouwteam, projectbureau.
"""

from datetime import date
from typing import Annotated, ClassVar, Final

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Choice, Tone
from roadmap_tui.model.record import Record

FRAMEWORK_STATUS: Final = (
    Choice("not_started", N_("Not started"), "todo", Tone.MUTED),
    Choice("draft", N_("Being written"), "active", Tone.NORMAL),
    Choice("submitted", N_("Submitted for approval"), "delivered", Tone.NORMAL),
    Choice("approved", N_("Approved"), "done", Tone.GOOD),
    Choice("updated", N_("Updated"), "done", Tone.GOOD),
)
DUTY_STATUS: Final = (
    Choice("todo", N_("Not started"), "todo", Tone.MUTED),
    Choice("active", N_("In progress"), "active", Tone.NORMAL),
    Choice("done", N_("Done"), "done", Tone.GOOD),
    Choice("stuck", N_("Stuck"), "alert", Tone.BAD),
)
COMPETENCE: Final = (
    Choice("connecting", N_("Connects the interests")),
    Choice("content", N_("Knows the work")),
    Choice("both", N_("Both")),
)
CONFORMITY: Final = (
    Choice("applies", N_("Applies, not judged yet"), "", Tone.WARN),
    Choice("conforms", N_("Conforms"), "", Tone.GOOD),
    Choice("deviates", N_("Does not conform"), "", Tone.BAD),
)


class Challenge(Record, frozen=True, kw_only=True):
    """An opgave: what the programme as a whole must bring about."""

    TABLE: ClassVar[str] = "challenges"
    PREFIX: ClassVar[str] = "OP"
    LABEL: ClassVar[str] = N_("Challenge")
    PLURAL: ClassVar[str] = N_("Challenges")

    title: Annotated[str, f.text(N_("Challenge"), N_("What must be brought about."), required=True, width=44)] = ""
    progress: Annotated[int | None, f.percent(N_("Progress"), N_("Only to overrule what its projects say."))] = None
    owner: Annotated[str, f.people(N_("Owner"), width=20)] = ""
    description: Annotated[str, f.long_text(N_("Description"))] = ""


class Framework(Record, frozen=True, kw_only=True):
    """A kader: a vision, rule or agreement within which processes and applications are built."""

    TABLE: ClassVar[str] = "frameworks"
    PREFIX: ClassVar[str] = "KD"
    LABEL: ClassVar[str] = N_("Framework")
    PLURAL: ClassVar[str] = N_("Frameworks")
    STEPS: ClassVar[tuple[str, ...]] = ("not_started", "draft", "submitted", "approved")
    FINISHED: ClassVar[str] = "approved"

    title: Annotated[str, f.text(N_("Framework"), N_("What it lays down."), required=True, width=40)] = ""
    status: Annotated[str, f.choice(N_("Status"), FRAMEWORK_STATUS, width=18)] = "not_started"
    owner: Annotated[str, f.people(N_("Owner"), N_("Who brings it to approval."), width=20)] = ""
    approved_on: Annotated[date | None, f.date_field(N_("Approved on"))] = None
    rests_on: Annotated[
        tuple[int, ...], f.refs(N_("Rests on"), "frameworks", N_("Frameworks that must be approved first."), width=14)
    ] = ()
    document: Annotated[str, f.text(N_("Document"), N_("Its name, and where it is."), width=24)] = ""
    description: Annotated[str, f.long_text(N_("Description"))] = ""


class FrameworkItem(Record, frozen=True, kw_only=True):
    """A part of a framework, such as the culture in the vision on the organisation."""

    TABLE: ClassVar[str] = "framework_items"
    PREFIX: ClassVar[str] = "KO"
    LABEL: ClassVar[str] = N_("Part of a framework")
    PLURAL: ClassVar[str] = N_("Parts of frameworks")
    STEPS: ClassVar[tuple[str, ...]] = Framework.STEPS
    FINISHED: ClassVar[str] = "approved"

    title: Annotated[str, f.text(N_("Part"), N_("What it lays down."), required=True, width=36)] = ""
    framework: Annotated[int | None, f.ref(N_("Framework"), "frameworks", required=True, width=28)] = None
    status: Annotated[str, f.choice(N_("Status"), FRAMEWORK_STATUS, width=18)] = "not_started"
    owner: Annotated[str, f.people(N_("Owner"), width=20)] = ""
    document: Annotated[str, f.text(N_("Document"), N_("Its name, and where it is."), width=24)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class BuildTeam(Record, frozen=True, kw_only=True):
    """A bouwteam: answers as a whole for harmonising, setting up, testing and delivering its part."""

    TABLE: ClassVar[str] = "teams"
    PREFIX: ClassVar[str] = "BT"
    LABEL: ClassVar[str] = N_("Building team")
    PLURAL: ClassVar[str] = N_("Building teams")

    title: Annotated[str, f.text(N_("Building team"), N_("The part it builds."), required=True, width=28)] = ""
    members: Annotated[str, f.people(N_("Members"), N_("Who is in it."), width=24)] = ""
    harmonisation: Annotated[str, f.choice(N_("Process harmonisation"), DUTY_STATUS, width=16)] = "todo"
    set_up: Annotated[str, f.choice(N_("Setting up systems"), DUTY_STATUS, width=16)] = "todo"
    testing: Annotated[str, f.choice(N_("Testing"), DUTY_STATUS, width=16)] = "todo"
    delivery: Annotated[str, f.choice(N_("Delivery"), DUTY_STATUS, width=16)] = "todo"
    lead: Annotated[str, f.people(N_("Lead"), width=20)] = ""
    light: Annotated[
        str, f.choice(N_("Traffic light"), choices.TRAFFIC_LIGHT, N_("Only to overrule what the duties say."), width=12)
    ] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"), N_("What goes well, and where it is stuck."))] = ""


class Project(Record, frozen=True, kw_only=True):
    """A projectblad in the projectenboek; a project may have a plan file of its own, which is read and not changed."""

    TABLE: ClassVar[str] = "projects"
    PREFIX: ClassVar[str] = "PB"
    LABEL: ClassVar[str] = N_("Project sheet")
    PLURAL: ClassVar[str] = N_("Project book")
    STEPS: ClassVar[tuple[str, ...]] = ("todo", "active", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Project"), N_("What it is called."), required=True, width=34)] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.ACTIVITY_STATUS, width=16)] = "todo"
    lead: Annotated[str, f.people(N_("Lead"), width=20)] = ""
    when: Annotated[str, f.when(N_("When"), N_("From when until when."), width=18)] = ""
    challenges: Annotated[tuple[int, ...], f.refs(N_("Challenges"), "challenges", width=10)] = ()
    teams: Annotated[tuple[int, ...], f.refs(N_("Building teams"), "teams", width=12)] = ()
    goal: Annotated[str, f.long_text(N_("Goal"), N_("What is there when it is done."))] = ""
    description: Annotated[str, f.long_text(N_("Description"))] = ""
    cost: Annotated[float | None, f.decimal(N_("Cost"), N_("In euros."), width=12)] = None
    budget: Annotated[int | None, f.ref(N_("Budget line"), "budget", N_("Where the money comes from."), width=24)] = (
        None
    )
    risks: Annotated[str, f.long_text(N_("Risks"), N_("What may go wrong in this project."))] = ""
    light: Annotated[
        str, f.choice(N_("Traffic light"), choices.TRAFFIC_LIGHT, N_("Only to overrule what follows."), width=12)
    ] = ""
    file: Annotated[
        str, f.text(N_("Plan file"), N_("Its own plan, seen from the folder of this one; it is only read."), width=28)
    ] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class Conformity(Record, frozen=True, kw_only=True):
    """Whether a project or a building team keeps to a framework: one cell of the matrix."""

    TABLE: ClassVar[str] = "conformity"
    LABEL: ClassVar[str] = N_("Conformity")
    PLURAL: ClassVar[str] = N_("Conformity with frameworks")

    framework: Annotated[int | None, f.ref(N_("Framework"), "frameworks", required=True, width=24)] = None
    project: Annotated[int | None, f.ref(N_("Project"), "projects", width=24)] = None
    team: Annotated[int | None, f.ref(N_("Building team"), "teams", width=24)] = None
    verdict: Annotated[str, f.choice(N_("Verdict"), CONFORMITY, width=22)] = "applies"
    remarks: Annotated[str, f.long_text(N_("Remarks"), N_("What does not conform, and what is done about it."))] = ""


class OfficeMember(Record, frozen=True, kw_only=True):
    """A member of the projectbureau, which guards the frameworks and steers the building teams."""

    TABLE: ClassVar[str] = "office"
    PREFIX: ClassVar[str] = "PL"
    LABEL: ClassVar[str] = N_("Member of the project office")
    PLURAL: ClassVar[str] = N_("Project office")

    title: Annotated[str, f.text(N_("Name"), N_("A name or a role."), required=True, width=26, personal=True)] = ""
    competence: Annotated[str, f.choice(N_("Competence"), COMPETENCE, N_("What this member brings."), width=24)] = ""
    tasks: Annotated[str, f.text(N_("Tasks"), N_("For example: guards frameworks 3 to 5."), width=36)] = ""
    organisation: Annotated[int | None, f.ref(N_("Organisation"), "organisations", width=24)] = None
    days_per_week: Annotated[float | None, f.decimal(N_("Days a week"))] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"), personal=True)] = ""
