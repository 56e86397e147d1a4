"""Stakeholders and what they are told (chapters Achtergronden and Communicatieplan of seed document S4)."""

from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class Stakeholder(Record, frozen=True, kw_only=True):
    """Somebody with a stake: how much they decide, how much it touches them, and the approach that follows.

    Influence and interest place them in Mendelow's matrix; the seed document asks for influence and involvement.
    """

    TABLE: ClassVar[str] = "stakeholders"
    PREFIX: ClassVar[str] = "S"
    LABEL: ClassVar[str] = N_("Stakeholder")
    PLURAL: ClassVar[str] = N_("Stakeholders")

    title: Annotated[
        str, f.text(N_("Stakeholder"), N_("A group or a role, rather than a name."), required=True, width=30)
    ] = ""
    organisation: Annotated[str, f.text(N_("Organisation"), width=20)] = ""
    influence: Annotated[int | None, f.scale(N_("Influence"), N_("1 hardly any to 5 decides."))] = None
    interest: Annotated[int | None, f.scale(N_("Interest"), N_("1 hardly touched to 5 changes their work."))] = None
    involvement: Annotated[int | None, f.scale(N_("Involvement"), N_("1 at a distance to 5 takes part daily."))] = None
    attitude: Annotated[
        str, f.choice(N_("Attitude"), choices.ATTITUDE, N_("How they look at it now."), width=12, personal=True)
    ] = "unknown"
    stake: Annotated[str, f.long_text(N_("What is at stake"), N_("What they hope for or worry about."))] = ""
    approach: Annotated[str, f.long_text(N_("Approach"), N_("What you do to win and keep them."))] = ""
    contact: Annotated[str, f.people(N_("Contact person"), N_("Who of the team keeps in touch."), width=18)] = ""


class Communication(Record, frozen=True, kw_only=True):
    """One moment at which somebody hears something; a moment that repeats is one record."""

    TABLE: ClassVar[str] = "communications"
    PREFIX: ClassVar[str] = "CM"
    LABEL: ClassVar[str] = N_("Communication moment")
    PLURAL: ClassVar[str] = N_("Communication moments")
    STEPS: ClassVar[tuple[str, ...]] = ("todo", "active", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Subject"), N_("What it is about."), required=True, width=32)] = ""
    stakeholder: Annotated[int | None, f.ref(N_("Stakeholder"), "stakeholders", N_("Who is told."), width=24)] = None
    audience: Annotated[str, f.people(N_("Also for"), N_("Others who are told the same."), width=18)] = ""
    when: Annotated[str, f.when(N_("When"), N_("In your own words: every two weeks, early May."), width=16)] = ""
    means: Annotated[str, f.text(N_("Means"), N_("Newsletter, meeting, intranet, a talk."), width=18)] = ""
    message: Annotated[str, f.long_text(N_("Message"), N_("What they must know or do afterwards."))] = ""
    responsible: Annotated[str, f.people(N_("Responsible"), N_("Who sees to it."), width=18)] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.ACTIVITY_STATUS, width=14)] = "todo"
