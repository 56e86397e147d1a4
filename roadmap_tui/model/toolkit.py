"""What a service is redesigned for: themes, indicators, and the plans to keep content and figures up to date.

The vocabulary is that of seed document S2: thema, KPI, meetplan, contentbeheerplan, governance, draagvlak.
"""

from datetime import date
from typing import Annotated, ClassVar, Final

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Choice, Tone
from roadmap_tui.model.record import Record

THEME_STATUS: Final = (
    Choice("candidate", N_("Candidate"), "todo", Tone.NORMAL),
    Choice("chosen", N_("Chosen to begin with"), "done", Tone.GOOD),
    Choice("later", N_("Later"), "hold", Tone.MUTED),
)
DIRECTION: Final = (
    Choice("up", N_("Higher is better"), "up", Tone.NORMAL),
    Choice("down", N_("Lower is better"), "down", Tone.NORMAL),
)
EXPERTISE: Final = (
    Choice("policy", N_("Policy")),
    Choice("practice", N_("Practice")),
    Choice("resident", N_("Resident")),
    Choice("other", N_("Other")),
)
ENGAGEMENT_KIND: Final = (
    Choice("demo", N_("Demo or prototype")),
    Choice("presentation", N_("Presentation")),
    Choice("talk", N_("Talk")),
    Choice("workshop", N_("Workshop")),
    Choice("other", N_("Other")),
)
AUDIENCE: Final = (
    Choice("privacy", N_("Data protection officer (FG)")),
    Choice("communication", N_("Communication department")),
    Choice("management", N_("Management")),
    Choice("professionals", N_("Professionals")),
    Choice("residents", N_("Residents")),
    Choice("other", N_("Other")),
)


class Theme(Record, frozen=True, kw_only=True):
    """A part of the work that a redesign can begin with; the domain as a whole is too wide to turn at once."""

    TABLE: ClassVar[str] = "themes"
    PREFIX: ClassVar[str] = "TH"
    LABEL: ClassVar[str] = N_("Theme")
    PLURAL: ClassVar[str] = N_("Themes")
    STEPS: ClassVar[tuple[str, ...]] = ("candidate", "chosen", "later")

    title: Annotated[str, f.text(N_("Theme"), N_("What it is about."), required=True, width=30)] = ""
    status: Annotated[str, f.choice(N_("Choice"), THEME_STATUS, N_("One theme to begin with."), width=22)] = "candidate"
    owner: Annotated[str, f.people(N_("Owner"), width=20)] = ""
    arguments: Annotated[str, f.long_text(N_("Arguments"), N_("Why this theme, and why now."))] = ""
    goals: Annotated[str, f.long_text(N_("Goals"), N_("What residents and professionals will notice."))] = ""
    scope: Annotated[str, f.long_text(N_("Demarcation"), N_("Which part of it, for whom, and what not."))] = ""
    solution: Annotated[str, f.long_text(N_("Direction of the solution"), N_("For the advice to management."))] = ""
    business_case: Annotated[str, f.long_text(N_("Why it pays"), N_("Costs and benefits in a few sentences."))] = ""


class Kpi(Record, frozen=True, kw_only=True):
    """An indicator by which people see whether a theme has effect."""

    TABLE: ClassVar[str] = "kpis"
    PREFIX: ClassVar[str] = "KP"
    LABEL: ClassVar[str] = N_("Indicator (KPI)")
    PLURAL: ClassVar[str] = N_("Indicators (KPI)")

    title: Annotated[str, f.text(N_("Indicator"), N_("What is counted or asked."), required=True, width=30)] = ""
    theme: Annotated[int | None, f.ref(N_("Theme"), "themes", width=20)] = None
    unit: Annotated[str, f.text(N_("Unit"), N_("For example days or percent."), width=10)] = ""
    direction: Annotated[str, f.choice(N_("Direction"), DIRECTION, width=18)] = "up"
    baseline: Annotated[float | None, f.decimal(N_("Zero measurement"), N_("The value before anything changes."))] = (
        None
    )
    measured_on: Annotated[date | None, f.date_field(N_("Measured on"), N_("The day of the zero measurement."))] = None
    target: Annotated[float | None, f.decimal(N_("Target"), N_("The value it should get."))] = None
    due: Annotated[date | None, f.date_field(N_("Target by"), N_("The day on which the target must be met."))] = None
    owner: Annotated[str, f.people(N_("Owner"), width=20)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class KpiValue(Record, frozen=True, kw_only=True):
    """One measurement of an indicator."""

    TABLE: ClassVar[str] = "kpi_values"
    PREFIX: ClassVar[str] = "KM"
    LABEL: ClassVar[str] = N_("Value of an indicator")
    PLURAL: ClassVar[str] = N_("Values of indicators")

    title: Annotated[str, f.text(N_("Note"), N_("What stands out."), width=24)] = ""
    kpi: Annotated[int | None, f.ref(N_("Indicator"), "kpis", required=True, width=28)] = None
    day: Annotated[date | None, f.date_field(N_("Day"), required=True)] = None
    value: Annotated[float | None, f.decimal(N_("Value"), required=True, width=8)] = None


class Expert(Record, frozen=True, kw_only=True):
    """Somebody from policy or practice who works on the journeys."""

    TABLE: ClassVar[str] = "experts"
    PREFIX: ClassVar[str] = "DN"
    LABEL: ClassVar[str] = N_("Member of the design group")
    PLURAL: ClassVar[str] = N_("Design group")

    title: Annotated[str, f.text(N_("Name"), N_("A name or a role."), required=True, width=26, personal=True)] = ""
    kind: Annotated[str, f.choice(N_("Comes from"), EXPERTISE, width=12)] = "policy"
    department: Annotated[str, f.text(N_("Department"), width=22)] = ""
    theme: Annotated[int | None, f.ref(N_("Theme"), "themes", width=20)] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"), personal=True)] = ""


class ContentItem(Record, frozen=True, kw_only=True):
    """A line of the content plan: what is kept up to date, where, how often and by whom."""

    TABLE: ClassVar[str] = "content_plan"
    PREFIX: ClassVar[str] = "CB"
    LABEL: ClassVar[str] = N_("Line of the content plan")
    PLURAL: ClassVar[str] = N_("Content plan")

    title: Annotated[str, f.text(N_("Content"), N_("What must stay correct."), required=True, width=30)] = ""
    channel: Annotated[str, f.text(N_("Channel"), N_("Where it stands."), width=18)] = ""
    how: Annotated[str, f.text(N_("How"), N_("What is checked, and with what."), width=26)] = ""
    when: Annotated[str, f.when(N_("When"), N_("For example every quarter."), width=18)] = ""
    owner: Annotated[str, f.people(N_("Owner"), width=20)] = ""
    reviewed: Annotated[date | None, f.date_field(N_("Last reviewed"))] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class MeasuringItem(Record, frozen=True, kw_only=True):
    """A line of the measuring plan: what is measured, how, when and by whom."""

    TABLE: ClassVar[str] = "measuring_plan"
    PREFIX: ClassVar[str] = "ME"
    LABEL: ClassVar[str] = N_("Line of the measuring plan")
    PLURAL: ClassVar[str] = N_("Measuring plan")

    title: Annotated[str, f.text(N_("What is measured"), required=True, width=30)] = ""
    kpi: Annotated[int | None, f.ref(N_("Indicator"), "kpis", width=24)] = None
    how: Annotated[str, f.text(N_("How"), N_("The source, the question or the count."), width=28)] = ""
    when: Annotated[str, f.when(N_("When"), N_("For example every quarter."), width=18)] = ""
    owner: Annotated[str, f.people(N_("Owner"), width=20)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class GovernanceRole(Record, frozen=True, kw_only=True):
    """A role in steering the change, with its tasks, responsibilities and powers."""

    TABLE: ClassVar[str] = "governance_roles"
    PREFIX: ClassVar[str] = "GR"
    LABEL: ClassVar[str] = N_("Governance role")
    PLURAL: ClassVar[str] = N_("Governance")

    title: Annotated[str, f.text(N_("Role"), required=True, width=26)] = ""
    who: Annotated[str, f.people(N_("Who"), N_("Who fills this role."), width=22)] = ""
    tasks: Annotated[str, f.long_text(N_("Tasks"))] = ""
    responsibilities: Annotated[str, f.long_text(N_("Responsibilities"))] = ""
    powers: Annotated[str, f.long_text(N_("Powers"), N_("What this role may decide."))] = ""


class Engagement(Record, frozen=True, kw_only=True):
    """Something done to take the organisation along: a demo, a presentation, a talk."""

    TABLE: ClassVar[str] = "engagement"
    PREFIX: ClassVar[str] = "DV"
    LABEL: ClassVar[str] = N_("Support action")
    PLURAL: ClassVar[str] = N_("Support actions")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "active", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Action"), N_("What you do."), required=True, width=32)] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.MEASURE_STATUS, width=12)] = "open"
    audience: Annotated[str, f.choice(N_("For whom"), AUDIENCE, width=26)] = ""
    kind: Annotated[str, f.choice(N_("Form"), ENGAGEMENT_KIND, width=18)] = "talk"
    when: Annotated[str, f.when(N_("When"), N_("In your own words; not too late."), width=18)] = ""
    owner: Annotated[str, f.people(N_("Owner"), N_("Who does it."), width=20)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"), N_("What came of it."))] = ""
