"""The plan itself: what it is called, whose it is and which dates it hangs on."""

from datetime import date
from typing import Annotated, Any, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class Plan(Record, frozen=True, kw_only=True):
    """The one record that describes the whole plan."""

    TABLE: ClassVar[str] = "plan"
    MARKABLE: ClassVar[bool] = False
    LABEL: ClassVar[str] = N_("Plan")
    PLURAL: ClassVar[str] = N_("Plan")

    title: Annotated[str, f.text(N_("Title"), N_("The name of the plan."), required=True, width=40)] = ""
    subtitle: Annotated[str, f.text(N_("Subtitle"), N_("A second line under the title."), width=40)] = ""
    kind: Annotated[str, f.choice(N_("Kind of plan"), choices.PLAN_KIND, width=20)] = "implementation"
    organisation: Annotated[str, f.text(N_("Organisation"), N_("The municipality this plan is for."), width=28)] = ""
    goal: Annotated[str, f.long_text(N_("Goal"), N_("What you want to achieve, in positive words."))] = ""
    year: Annotated[
        int | None, f.number(N_("Planning year"), N_("The year meant where a date names none."), low=1990, high=2199)
    ] = None
    start: Annotated[date | None, f.date_field(N_("Start"), N_("The first day of the work."))] = None
    go_live: Annotated[date | None, f.date_field(N_("Go-live"), N_("The first day in use."))] = None
    region: Annotated[
        str, f.choice(N_("School holiday region"), choices.REGION, N_("Whose school holidays count."))
    ] = "midden"
    free_days: Annotated[
        str, f.when(N_("Days off"), N_("Days on which nobody works for this plan, one period per line."), width=20)
    ] = ""
    calendars: Annotated[
        str, f.text(N_("Own calendars"), N_("Names of your own calendar files; empty uses all you have."), width=20)
    ] = ""
    version: Annotated[str, f.text(N_("Version"), N_("For example 0.3."), width=8)] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.PLAN_STATUS, width=16)] = "concept"
    context: Annotated[str, f.long_text(N_("Background"), N_("What came before, and why this is done now."))] = ""
    responsibility: Annotated[
        str, f.long_text(N_("Responsibility"), N_("What the project team answers for, and until when."))
    ] = ""
    results_note: Annotated[str, f.long_text(N_("About the results"), N_("How results are accepted, and by whom."))] = (
        ""
    )
    preconditions_note: Annotated[
        str, f.long_text(N_("About the preconditions"), N_("What happens when one of them is not met."))
    ] = ""
    way_of_working: Annotated[
        str, f.long_text(N_("Way of working"), N_("Phases, pilots and how the migration is done."))
    ] = ""
    organisation_note: Annotated[
        str, f.long_text(N_("About the organisation"), N_("Who decides what, and how often people meet."))
    ] = ""
    internal_communication: Annotated[
        str, f.long_text(N_("Communication within the team"), N_("How the team keeps each other informed."))
    ] = ""
    external_communication: Annotated[
        str, f.long_text(N_("Communication outside the team"), N_("Who speaks for the project, and how."))
    ] = ""
    communication_note: Annotated[
        str, f.long_text(N_("Core message"), N_("What you keep telling, in one or two sentences."))
    ] = ""
    planning_note: Annotated[
        str, f.long_text(N_("About the planning"), N_("What it rests on and where it is tight."))
    ] = ""
    risks_note: Annotated[
        str, f.long_text(N_("About the risks"), N_("How often you look at them, and who decides."))
    ] = ""
    risk_classes: Annotated[
        str, f.text(N_("Risk classes"), N_("Highest score of low, medium and high: 4 9 14."), width=10)
    ] = ""
    programme_kind: Annotated[
        str,
        f.choice(N_("Kind of programme"), choices.PROGRAMME_KIND, N_("What is brought together."), part="programme"),
    ] = ""
    programme_note: Annotated[
        str, f.long_text(N_("Why together"), N_("What the new organisation must achieve."), part="programme")
    ] = ""
    change_approach: Annotated[
        str, f.long_text(N_("Approach to change"), N_("How people are taken along."), part="programme")
    ] = ""
    office_note: Annotated[
        str, f.long_text(N_("What the project office does"), N_("What it steers and guards."), part="programme")
    ] = ""
    procurement_note: Annotated[
        str, f.long_text(N_("Purchasing"), N_("Conditions, strategy and services, in short."), part="programme")
    ] = ""
    interests: Annotated[
        str, f.long_text(N_("Interests"), N_("Who has a stake in this, and what it is to them."), part="joint")
    ] = ""
    documents: Annotated[
        str, f.long_text(N_("Documents"), N_("What has been written before, one document per line."), part="joint")
    ] = ""
    choices_made: Annotated[
        str, f.long_text(N_("Choices and priorities"), N_("What you chose, and what comes first."), part="joint")
    ] = ""
    rating_scale: Annotated[
        str, f.text(N_("Scale of the ratings"), N_("Lowest and highest, such as 1-5."), width=8, part="joint")
    ] = ""
    advice_bottlenecks: Annotated[
        str, f.long_text(N_("What goes wrong now"), N_("For management, in a few sentences."), part="toolkit")
    ] = ""
    advice_solution: Annotated[
        str, f.long_text(N_("Proposed direction"), N_("What you propose to do about it."), part="toolkit")
    ] = ""
    advice_case: Annotated[
        str, f.long_text(N_("What it costs and brings"), N_("The argument of the business case."), part="toolkit")
    ] = ""
    advice: Annotated[
        str, f.long_text(N_("Advice to management"), N_("What you ask management to decide."), part="toolkit")
    ] = ""
    working_method: Annotated[
        str, f.choice(N_("Working method"), choices.WORKING_METHOD, N_("How it is built."), part="toolkit")
    ] = ""
    working_method_note: Annotated[
        str,
        f.long_text(N_("Why this working method"), N_("What time and budget allow."), part="toolkit"),
    ] = ""
    priority_scale: Annotated[
        int | None,
        f.number(
            N_("Top of the scale"),
            N_("Urgency and complexity run from 1 to this; 5 if empty."),
            low=2,
            high=10,
            part="toolkit",
        ),
    ] = None
    urgency_weight: Annotated[
        int | None,
        f.number(
            N_("Weight of urgency"),
            N_("How much urgency counts beside simplicity; 1 if empty."),
            low=1,
            high=9,
            part="toolkit",
        ),
    ] = None
    map_title: Annotated[
        str, f.text(N_("Name of the journey map"), N_("What resident's journey it is."), part="journey_map", width=34)
    ] = ""
    map_version: Annotated[str, f.text(N_("Version of the journey map"), part="journey_map", width=8)] = ""
    map_status: Annotated[
        str, f.choice(N_("Status of the journey map"), choices.MAP_STATUS, N_("How far it is."), part="journey_map")
    ] = ""
    map_residents: Annotated[
        str, f.choice(N_("Tested by residents"), choices.TESTED, N_("The ideal map."), part="journey_map")
    ] = ""
    map_professionals: Annotated[
        str, f.choice(N_("Tested by professionals"), choices.TESTED, N_("The ideal map."), part="journey_map")
    ] = ""
    map_tests_note: Annotated[
        str, f.long_text(N_("What the tests said"), N_("What was sharpened because of them."), part="journey_map")
    ] = ""
    map_per_session: Annotated[
        int | None,
        f.number(
            N_("Milestones per session"),
            N_("How many one session works out; 2 if empty."),
            low=1,
            high=20,
            part="journey_map",
        ),
    ] = None
    map_case_note: Annotated[
        str, f.long_text(N_("Financial consequences"), N_("What the figures come down to."), part="journey_map")
    ] = ""
    map_report: Annotated[
        str,
        f.long_text(
            N_("Conclusions for the final report"), N_("What was found, and what comes next."), part="journey_map"
        ),
    ] = ""
    settings: Annotated[dict[str, Any], f.internal(N_("Settings"))] = {}
