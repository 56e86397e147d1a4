"""Who does what for a result: one cell of the VERI matrix, which is RACI in other words.

E (eindverantwoordelijk) is A (accountable), V (voert uit) is R (responsible), R (raadplegen) is C (consulted) and I
(informeren) is I (informed): the letter R means two things, so the stored words say what is meant.
"""

from typing import Annotated, ClassVar, Final

from roadmap_tui.i18n import N_
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Choice, Tone
from roadmap_tui.model.record import Record

INVOLVEMENT: Final = (
    Choice("accountable", N_("A  accountable"), "", Tone.STRONG),
    Choice("responsible", N_("R  responsible, does the work")),
    Choice("both", N_("A/R  accountable and does the work"), "", Tone.STRONG),
    Choice("consulted", N_("C  consulted beforehand")),
    Choice("informed", N_("I  informed afterwards"), "", Tone.MUTED),
)


class Responsibility(Record, frozen=True, kw_only=True):
    """What a person or role is to a milestone or to an activity."""

    TABLE: ClassVar[str] = "responsibilities"
    LABEL: ClassVar[str] = N_("Responsibility")
    PLURAL: ClassVar[str] = N_("Responsibilities")

    person: Annotated[int | None, f.ref(N_("Person or role"), "people", required=True, width=24)] = None
    milestone: Annotated[int | None, f.ref(N_("Milestone"), "milestones", width=24)] = None
    activity: Annotated[int | None, f.ref(N_("Activity"), "activities", width=24)] = None
    involvement: Annotated[str, f.choice(N_("Involvement"), INVOLVEMENT, width=20)] = "informed"
