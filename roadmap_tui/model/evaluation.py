"""How the project went beside how it was planned, for each aspect of GOTIK (milestone Evaluatie of document S4)."""

from typing import Annotated, ClassVar, Final

from roadmap_tui.i18n import N_
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Choice, Tone
from roadmap_tui.model.record import Record

ASPECT: Final = (
    Choice("money", N_("Money")),
    Choice("organisation", N_("Organisation")),
    Choice("time", N_("Time")),
    Choice("information", N_("Information")),
    Choice("quality", N_("Quality")),
)
JUDGEMENT: Final = (
    Choice("open", N_("Not judged"), "todo", Tone.NORMAL),
    Choice("good", N_("As planned"), "done", Tone.GOOD),
    Choice("partly", N_("Partly as planned"), "active", Tone.WARN),
    Choice("bad", N_("Not as planned"), "alert", Tone.BAD),
)


class Evaluation(Record, frozen=True, kw_only=True):
    """The judgement on one aspect afterwards, with its explanation and what others can learn from it."""

    TABLE: ClassVar[str] = "evaluations"
    PREFIX: ClassVar[str] = "EV"
    LABEL: ClassVar[str] = N_("Evaluation of an aspect")
    PLURAL: ClassVar[str] = N_("Evaluation")

    title: Annotated[str, f.text(N_("In one line"), N_("What stands out."), width=40)] = ""
    aspect: Annotated[str, f.choice(N_("Aspect"), ASPECT, width=14, required=True)] = "money"
    status: Annotated[str, f.choice(N_("Judgement"), JUDGEMENT, width=18)] = "open"
    explanation: Annotated[str, f.long_text(N_("Explanation"), N_("Why, compared with the plan."))] = ""
    lesson: Annotated[str, f.long_text(N_("Lesson"), N_("What you would do again, or differently."))] = ""
