"""From a persona to the roadmap: bottlenecks, journeys, service blueprint, consequences and what is planned for them.

The vocabulary is that of seed document S2. Every record points to what it comes from, so that planning/trace.py can
walk from a roadmap item back to a bottleneck, and from a bottleneck on to what solves it.
"""

from typing import Annotated, ClassVar, Final

from roadmap_tui.i18n import N_
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Choice, Tone
from roadmap_tui.model.record import Record

PERSONA_KIND: Final = (Choice("resident", N_("Resident")), Choice("professional", N_("Professional")))
JOURNEY_STATE: Final = (Choice("current", N_("As it is now")), Choice("ideal", N_("As it should be")))
CONSEQUENCE_KIND: Final = (Choice("policy", N_("Policy")), Choice("practical", N_("Practical")))
CONSEQUENCE_STATUS: Final = (
    Choice("open", N_("Open"), "todo", Tone.NORMAL),
    Choice("active", N_("In progress"), "active", Tone.NORMAL),
    Choice("done", N_("Arranged"), "done", Tone.GOOD),
    Choice("cancelled", N_("Not needed"), "cancelled", Tone.MUTED),
)
PHASE: Final = (
    Choice("first", N_("Organise first"), "onward", Tone.NORMAL),
    Choice("mvp", N_("First phase"), "active", Tone.NORMAL),
    Choice("next", N_("Next phase"), "todo", Tone.NORMAL),
    Choice("later", N_("Can wait"), "hold", Tone.MUTED),
)


class Persona(Record, frozen=True, kw_only=True):
    """Somebody for whom the service is designed: a resident or a professional."""

    TABLE: ClassVar[str] = "personas"
    PREFIX: ClassVar[str] = "PS"
    LABEL: ClassVar[str] = N_("Persona")
    PLURAL: ClassVar[str] = N_("Personas")

    title: Annotated[str, f.text(N_("Persona"), N_("A made-up name and who it is."), required=True, width=30)] = ""
    kind: Annotated[str, f.choice(N_("Kind"), PERSONA_KIND, width=13)] = "resident"
    theme: Annotated[int | None, f.ref(N_("Theme"), "themes", width=22)] = None
    description: Annotated[str, f.long_text(N_("Description"), N_("Situation, habits and what matters."))] = ""
    needs: Annotated[str, f.long_text(N_("Needs"), N_("What this persona asks of you."))] = ""


class Bottleneck(Record, frozen=True, kw_only=True):
    """What a persona runs into; it wants a solution."""

    TABLE: ClassVar[str] = "bottlenecks"
    PREFIX: ClassVar[str] = "KN"
    LABEL: ClassVar[str] = N_("Bottleneck")
    PLURAL: ClassVar[str] = N_("Bottlenecks")

    title: Annotated[
        str, f.text(N_("Bottleneck"), N_("What goes wrong for this persona."), required=True, width=38)
    ] = ""
    persona: Annotated[int | None, f.ref(N_("Persona"), "personas", required=True, width=24)] = None
    weight: Annotated[int | None, f.scale(N_("Weight"), N_("1 a nuisance to 5 they give up."))] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class PersonaFactor(Record, frozen=True, kw_only=True):
    """What makes it a success for a persona."""

    TABLE: ClassVar[str] = "persona_factors"
    PREFIX: ClassVar[str] = "PF"
    LABEL: ClassVar[str] = N_("Success factor of a persona")
    PLURAL: ClassVar[str] = N_("Success factors of personas")

    title: Annotated[str, f.text(N_("Success factor"), required=True, width=38)] = ""
    persona: Annotated[int | None, f.ref(N_("Persona"), "personas", required=True, width=24)] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class Journey(Record, frozen=True, kw_only=True):
    """The steps that a persona sets to get something done."""

    TABLE: ClassVar[str] = "journeys"
    PREFIX: ClassVar[str] = "KR"
    LABEL: ClassVar[str] = N_("Customer journey")
    PLURAL: ClassVar[str] = N_("Customer journeys")

    title: Annotated[str, f.text(N_("Journey"), N_("What the persona wants to get done."), required=True, width=34)] = (
        ""
    )
    persona: Annotated[int | None, f.ref(N_("Persona"), "personas", required=True, width=24)] = None
    state: Annotated[str, f.choice(N_("Now or ideal"), JOURNEY_STATE, width=16)] = "ideal"
    description: Annotated[str, f.long_text(N_("Description"))] = ""


class JourneyStep(Record, frozen=True, kw_only=True):
    """One step of a journey, and the bottlenecks that it takes away (or, in a journey of now, in which they occur)."""

    TABLE: ClassVar[str] = "journey_steps"
    PREFIX: ClassVar[str] = "ST"
    LABEL: ClassVar[str] = N_("Step of a journey")
    PLURAL: ClassVar[str] = N_("Steps of journeys")

    title: Annotated[str, f.text(N_("Step"), N_("What the persona does."), required=True, width=30)] = ""
    journey: Annotated[int | None, f.ref(N_("Journey"), "journeys", required=True, width=26)] = None
    bottlenecks: Annotated[
        tuple[int, ...],
        f.refs(N_("Bottlenecks"), "bottlenecks", N_("Which ones it takes away; now: occur in it."), width=16),
    ] = ()
    feeling: Annotated[str, f.text(N_("Feeling"), N_("What the persona thinks or feels here."), width=22)] = ""
    description: Annotated[str, f.long_text(N_("Description"))] = ""


class Lane(Record, frozen=True, kw_only=True):
    """A row of the service blueprint: a kind of thing that each step needs, such as information or channels."""

    TABLE: ClassVar[str] = "lanes"
    PREFIX: ClassVar[str] = "LN"
    LABEL: ClassVar[str] = N_("Lane of the blueprint")
    PLURAL: ClassVar[str] = N_("Lanes of the blueprint")

    title: Annotated[str, f.text(N_("Lane"), N_("For example information or channels."), required=True, width=22)] = ""
    question: Annotated[str, f.text(N_("Question"), N_("What to ask of each step."), width=44)] = ""


class BlueprintCell(Record, frozen=True, kw_only=True):
    """What a step needs in one lane."""

    TABLE: ClassVar[str] = "blueprint"
    LABEL: ClassVar[str] = N_("Cell of the blueprint")
    PLURAL: ClassVar[str] = N_("Service blueprint")

    title: Annotated[str, f.long_text(N_("What is needed"), required=True, width=40)] = ""
    step: Annotated[int | None, f.ref(N_("Step"), "journey_steps", required=True, width=26)] = None
    lane: Annotated[int | None, f.ref(N_("Lane"), "lanes", required=True, width=18)] = None


class Consequence(Record, frozen=True, kw_only=True):
    """What must be tackled before the ideal journey can exist."""

    TABLE: ClassVar[str] = "consequences"
    PREFIX: ClassVar[str] = "CS"
    LABEL: ClassVar[str] = N_("Consequence to tackle")
    PLURAL: ClassVar[str] = N_("Consequences")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "active", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Consequence to tackle"), N_("What must happen."), required=True, width=36)] = ""
    status: Annotated[str, f.choice(N_("Status"), CONSEQUENCE_STATUS, width=14)] = "open"
    kind: Annotated[
        str, f.choice(N_("Kind"), CONSEQUENCE_KIND, N_("Policy: first decide. Practical: arrange."), width=10)
    ] = "practical"
    step: Annotated[
        int | None, f.ref(N_("Step"), "journey_steps", N_("The step of the journey it follows from."), width=22)
    ] = None
    lane: Annotated[int | None, f.ref(N_("Lane"), "lanes", N_("The part of the blueprint."), width=16)] = None
    owner: Annotated[str, f.people(N_("Owner"), width=18)] = ""
    bottlenecks: Annotated[
        tuple[int, ...],
        f.refs(N_("Bottlenecks"), "bottlenecks", N_("Where it does not follow from a step."), width=14),
    ] = ()
    description: Annotated[str, f.long_text(N_("Description"))] = ""


class RoadmapItem(Record, frozen=True, kw_only=True):
    """A subject on the roadmap, with what makes it come early or late."""

    TABLE: ClassVar[str] = "roadmap_items"
    PREFIX: ClassVar[str] = "RI"
    LABEL: ClassVar[str] = N_("Roadmap item")
    PLURAL: ClassVar[str] = N_("Roadmap items")

    title: Annotated[str, f.text(N_("Subject"), N_("What is made or arranged."), required=True, width=34)] = ""
    mvp: Annotated[bool, f.flag(N_("MVP"), N_("Yes: part of the least that works."))] = False
    phase: Annotated[str, f.choice(N_("Phase"), PHASE, N_("What comes first, and what can wait."), width=16)] = ""
    urgency: Annotated[int | None, f.number(N_("Urgency"), N_("From 1 to the top of your scale."), low=1, high=99)] = (
        None
    )
    complexity: Annotated[int | None, f.number(N_("Complexity"), N_("1 is simple."), low=1, high=99)] = None
    after: Annotated[
        tuple[int, ...], f.refs(N_("Comes after"), "roadmap_items", N_("What must be there first (logic)."), width=12)
    ] = ()
    when: Annotated[str, f.when(N_("When"), N_("In your own words: Q3, autumn."), width=14)] = ""
    owner: Annotated[str, f.people(N_("Owner"), width=18)] = ""
    consequences: Annotated[
        tuple[int, ...], f.refs(N_("Consequences"), "consequences", N_("What it takes care of."), width=14)
    ] = ()
    explanation: Annotated[str, f.long_text(N_("Explanation"), N_("Why it stands where it stands."))] = ""
    activity: Annotated[
        int | None, f.ref(N_("Activity"), "activities", N_("The work in the plan that it became."), width=24)
    ] = None


STANDARD_LANES: Final = (
    (N_("Information"), N_("What must be known here, by whom, and where does it come from?")),
    (N_("Functionality"), N_("What must the system be able to do here?")),
    (N_("Channels"), N_("Website, telephone, counter, letter: where does it happen?")),
    (N_("Organisation"), N_("Who does what behind the counter?")),
    (N_("Guidelines"), N_("Which rules and agreements hold here?")),
)
"""The lanes that document S2 names; people add their own."""
