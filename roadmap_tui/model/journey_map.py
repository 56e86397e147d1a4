"""The routekaart: milestones of a resident's journey by layers of work, fit/gap, reading rounds and business case.

The vocabulary is that of seed document S0.
"""

from datetime import date
from typing import Annotated, ClassVar, Final

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Choice, Tone
from roadmap_tui.model.record import Record

LAYER_KIND: Final = (
    Choice("policy", N_("Policy")),
    Choice("communication", N_("Communication")),
    Choice("information", N_("Information and systems")),
    Choice("other", N_("Other")),
)
COMPONENT_STATUS: Final = (
    Choice("exists", N_("Is there already"), "done", Tone.GOOD),
    Choice("partly", N_("Partly there"), "active", Tone.WARN),
    Choice("develop", N_("To be developed"), "todo", Tone.BAD),
)
FIT: Final = (
    Choice("unknown", N_("Not judged"), "", Tone.MUTED),
    Choice("fit", N_("Fit"), "done", Tone.GOOD),
    Choice("partly", N_("Partly"), "active", Tone.WARN),
    Choice("gap", N_("Gap"), "todo", Tone.BAD),
)
COMMENT_STATUS: Final = (
    Choice("open", N_("Not decided"), "todo", Tone.WARN),
    Choice("taken", N_("Taken in"), "done", Tone.GOOD),
    Choice("partly", N_("Taken in partly"), "active", Tone.NORMAL),
    Choice("refused", N_("Not taken in"), "cancelled", Tone.MUTED),
)
CASE_KIND: Final = (
    Choice("cost", N_("Cost")),
    Choice("benefit", N_("Benefit")),
    Choice("consequence", N_("Consequence")),
)


class MapMilestone(Record, frozen=True, kw_only=True):
    """A milestone of the journey, such as the first contact."""

    TABLE: ClassVar[str] = "map_milestones"
    PREFIX: ClassVar[str] = "RM"
    LABEL: ClassVar[str] = N_("Milestone of the journey map")
    PLURAL: ClassVar[str] = N_("Milestones of the journey map")

    title: Annotated[str, f.text(N_("Milestone"), N_("Where the resident then is."), required=True, width=30)] = ""
    left_out: Annotated[bool, f.flag(N_("Left out"), N_("Yes: not part of this implementation."))] = False
    description: Annotated[str, f.long_text(N_("Description"), N_("What the resident experiences."))] = ""


class Layer(Record, frozen=True, kw_only=True):
    """A kind of work under the journey: policy, communication, information and systems, or another."""

    TABLE: ClassVar[str] = "layers"
    PREFIX: ClassVar[str] = "LG"
    LABEL: ClassVar[str] = N_("Layer of the journey map")
    PLURAL: ClassVar[str] = N_("Layers of the journey map")

    title: Annotated[str, f.text(N_("Layer"), required=True, width=26)] = ""
    kind: Annotated[str, f.choice(N_("Kind"), LAYER_KIND, width=22)] = "other"
    owner: Annotated[str, f.people(N_("Owner"), N_("Who works this layer out."), width=22)] = ""
    description: Annotated[str, f.long_text(N_("Description"))] = ""


class Component(Record, frozen=True, kw_only=True):
    """Something a layer must have for a milestone: it is there, partly there, or must be developed."""

    TABLE: ClassVar[str] = "components"
    PREFIX: ClassVar[str] = "CP"
    LABEL: ClassVar[str] = N_("Component of a layer")
    PLURAL: ClassVar[str] = N_("Components of layers")
    STEPS: ClassVar[tuple[str, ...]] = ("develop", "partly", "exists")
    FINISHED: ClassVar[str] = "exists"

    title: Annotated[str, f.text(N_("Component"), N_("What it is."), required=True, width=34)] = ""
    milestone: Annotated[int | None, f.ref(N_("Milestone"), "map_milestones", required=True, width=22)] = None
    layer: Annotated[int | None, f.ref(N_("Layer"), "layers", required=True, width=18)] = None
    status: Annotated[str, f.choice(N_("Is it there?"), COMPONENT_STATUS, width=18)] = "develop"
    cost: Annotated[float | None, f.decimal(N_("Cost"), N_("In euros, to develop it."), width=10)] = None
    owner: Annotated[str, f.people(N_("Owner"), width=20)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
    activity: Annotated[
        int | None, f.ref(N_("Activity"), "activities", N_("The work in the plan that makes it."), width=24)
    ] = None


class FitGap(Record, frozen=True, kw_only=True):
    """The situation now beside the one that is wanted, and what must happen in between."""

    TABLE: ClassVar[str] = "fit_gap"
    PREFIX: ClassVar[str] = "FT"
    LABEL: ClassVar[str] = N_("Fit/gap")
    PLURAL: ClassVar[str] = N_("Fit/gap analysis")

    title: Annotated[str, f.text(N_("Subject"), required=True, width=26)] = ""
    verdict: Annotated[str, f.choice(N_("Fit or gap"), FIT, width=14)] = "unknown"
    now: Annotated[str, f.long_text(N_("At present"), N_("How it is now."), width=24)] = ""
    wanted: Annotated[str, f.long_text(N_("Wanted"), N_("How it should be."), width=24)] = ""
    todo: Annotated[str, f.text(N_("What must happen"), N_("To get from now to wanted."), width=34)] = ""
    milestone: Annotated[int | None, f.ref(N_("Milestone"), "map_milestones", width=18)] = None
    layer: Annotated[int | None, f.ref(N_("Layer"), "layers", width=16)] = None
    owner: Annotated[str, f.people(N_("Owner"), width=18)] = ""
    bottlenecks: Annotated[
        tuple[int, ...], f.refs(N_("Bottlenecks"), "bottlenecks", N_("Which ones it takes away."), width=14)
    ] = ()
    activity: Annotated[
        int | None, f.ref(N_("Activity"), "activities", N_("The work in the plan that it became."), width=24)
    ] = None


class ReviewRound(Record, frozen=True, kw_only=True):
    """A round in which people read along before something is final."""

    TABLE: ClassVar[str] = "reviews"
    PREFIX: ClassVar[str] = "LR"
    LABEL: ClassVar[str] = N_("Reading round")
    PLURAL: ClassVar[str] = N_("Reading rounds")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "active", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("What is read"), N_("The document and its version."), required=True, width=34)] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.MEASURE_STATUS, width=12)] = "open"
    readers: Annotated[str, f.people(N_("Readers"), N_("Who reads along."), width=22)] = ""
    due: Annotated[date | None, f.date_field(N_("Answer by"))] = None
    owner: Annotated[str, f.people(N_("Owner"), N_("Who works the answers in."), width=20)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class ReviewComment(Record, frozen=True, kw_only=True):
    """What a reader said, and whether it was taken in."""

    TABLE: ClassVar[str] = "review_comments"
    PREFIX: ClassVar[str] = "OM"
    LABEL: ClassVar[str] = N_("Comment of a reader")
    PLURAL: ClassVar[str] = N_("Comments of readers")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "taken", "refused")

    title: Annotated[str, f.text(N_("Comment"), required=True, width=40)] = ""
    review: Annotated[int | None, f.ref(N_("Reading round"), "reviews", required=True, width=24)] = None
    status: Annotated[str, f.choice(N_("Decision"), COMMENT_STATUS, width=16)] = "open"
    reader: Annotated[str, f.people(N_("From whom"), width=20)] = ""
    reason: Annotated[str, f.text(N_("Why"), N_("Why it was taken in or not."), width=30)] = ""


class CaseLine(Record, frozen=True, kw_only=True):
    """A line of the business case: a cost, a benefit or a consequence that has no price."""

    TABLE: ClassVar[str] = "business_case"
    PREFIX: ClassVar[str] = "BC"
    LABEL: ClassVar[str] = N_("Line of the business case")
    PLURAL: ClassVar[str] = N_("Business case")

    title: Annotated[str, f.text(N_("Line"), required=True, width=36)] = ""
    kind: Annotated[str, f.choice(N_("Kind"), CASE_KIND, width=12)] = "cost"
    once: Annotated[float | None, f.decimal(N_("Once"), N_("In euros."), width=12)] = None
    yearly: Annotated[float | None, f.decimal(N_("Every year"), N_("In euros."), width=12)] = None
    layer: Annotated[int | None, f.ref(N_("Layer"), "layers", width=20)] = None
    owner: Annotated[str, f.people(N_("Owner"), width=20)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"), N_("What it rests on."))] = ""


STANDARD_LAYERS: Final = (
    ("policy", N_("Policy")),
    ("communication", N_("Communication")),
    ("information", N_("Information and systems")),
)
"""The layers that document S0 works out; people add their own."""
