"""The words that quick add knows: forms of work, roles, first names, and those that the plan itself uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.person import Person
from roadmap_tui.model.record import Record
from roadmap_tui.planning.people import leads

WORKFORMS: Final = frozenset(
    (
        *("fysiek", "online", "digitaal", "hybride", "teams", "via teams", "ms teams", "microsoft teams", "zoom"),
        *("op locatie", "op kantoor", "telefonisch", "schriftelijk", "per mail", "per e-mail", "op afstand"),
        *("in person", "on site", "on-site", "onsite", "remote", "hybrid", "by phone", "by mail", "on location"),
    )
)
ROLES: Final = frozenset(
    (
        *("projectleider", "projectleiding", "projectteam", "projectmanager", "programmamanager", "programmaleider"),
        *("opdrachtgever", "opdrachtnemer", "stuurgroep", "werkgroep", "kernteam", "leverancier", "leveranciers"),
        *("functioneel beheer", "functioneel beheerder", "functioneel beheerders", "technisch beheer"),
        *("applicatiebeheer", "applicatiebeheerder", "technisch beheerder", "procesbegeleider", "procesbegeleiders"),
        *("proceseigenaar", "proceseigenaren", "teamleider", "teamleiders", "teammanager", "afdelingshoofd"),
        *("communicatieadviseur", "communicatie", "informatieadviseur", "informatiemanager", "privacy officer"),
        *("ciso", "fg", "key users", "key-users", "keyusers", "kerngebruikers", "gemeentesecretaris", "adviseur"),
        *("beleidsadviseur", "beleidsmedewerker", "testcoördinator", "testcoordinator", "migratieteam", "trainer"),
        *("project manager", "project leader", "project team", "steering group", "supplier", "vendor", "client"),
        *("process owner", "functional manager", "team leader", "communications", "application manager"),
    )
)
FIRST_NAMES: Final = frozenset(
    (
        *("jan", "piet", "kees", "henk", "klaas", "hans", "peter", "paul", "mark", "erik", "eric", "johan", "marcel"),
        *("rob", "bart", "tom", "tim", "tom", "sander", "jeroen", "martijn", "dennis", "bas", "daan", "sem", "luuk"),
        *("willem", "wim", "gerard", "frank", "ruud", "ron", "rené", "rene", "michel", "michiel", "maarten", "pieter"),
        *("jos", "joost", "thijs", "lars", "niels", "koen", "stefan", "ahmed", "mohamed", "mohammed", "ali", "hassan"),
        *("mehmet", "mustafa", "omar", "karim", "youssef", "arjan", "edwin", "richard", "robert", "theo", "ton"),
        *("anna", "anne", "maria", "marieke", "petra", "linda", "sandra", "monique", "marjan", "karin", "ingrid"),
        *("esther", "ellen", "els", "eva", "emma", "julia", "lisa", "laura", "sophie", "sanne", "femke", "lotte"),
        *("fleur", "iris", "inge", "irene", "jolanda", "judith", "kim", "linde", "marleen", "mieke", "miranda"),
        *("nicole", "patricia", "renate", "rianne", "roos", "saskia", "sara", "simone", "suzanne", "tessa", "wendy"),
        *("fatima", "aisha", "samira", "yasmin", "leila", "naima", "john", "mary", "james", "susan", "sarah", "david"),
        *("bob", "alice", "carol", "mike", "steve", "karen", "annemarie", "yvonne", "wilma", "ria", "truus", "tineke"),
    )
)


class Vocabulary(msgspec.Struct, frozen=True):
    """The names and forms of work that may be recognised, in lower case."""

    names: frozenset[str] = ROLES | FIRST_NAMES
    workforms: frozenset[str] = WORKFORMS


def vocabulary_of(records: Callable[[str], Sequence[Record]]) -> Vocabulary:
    """The general words with those of a plan: its people and roles, and the leads and forms that activities name."""
    names, forms = set(ROLES | FIRST_NAMES), set(WORKFORMS)
    for person in records(Person.TABLE):
        if isinstance(person, Person):
            names.update(_names((person.title, person.role, person.organisation)))
            names.update(_names(person.title.split()[:1]))
    for lead, form in {(a.lead, a.workform) for a in records(Activity.TABLE) if isinstance(a, Activity)}:
        names.update(_names(leads(lead)))
        if form and len(form.split()) <= 3 and "\n" not in form:
            forms.add(" ".join(form.casefold().split()))
    return Vocabulary(frozenset(names), frozenset(forms))


def _names(texts: Iterable[str]) -> Iterable[str]:
    return (" ".join(text.casefold().split()) for text in texts if text.strip())
