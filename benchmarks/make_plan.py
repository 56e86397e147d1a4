"""Make a large plan with varied Dutch text, always the same for the same size.

Usage: python -m benchmarks.make_plan 10000 groot.roadmap.json
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from roadmap_tui.session import Session

Row = tuple[str, int, dict[str, Any]]

_VERBS = [
    "Uitwerken",
    "Inrichten",
    "Testen",
    "Vaststellen",
    "Bespreken",
    "Voorbereiden",
    "Evalueren",
    "Toetsen",
    "Bijwerken",
    "Afstemmen",
]
_THINGS = (
    "beleidslaag",
    "communicatieplan",
    "autorisatiematrix",
    "draaiboek migratie",
    "werkinstructies",
    "koppeling BRP",
    "opleidingsplan",
    "proefmigratie",
    "privacytoets (DPIA)",
    "financiële paragraaf",
    "klantreis Schulden",
    "DAP en SLA",
    "routekaart inwoners",
    "archiefregels",
    "acceptatietest",
    "zaaktypecatalogus",
    "beheerorganisatie",
    "nulmeting",
)
_PLACES = ("Burgerzaken", "Sociaal domein", "Belastingen", "Vergunningen", "KCC", "Openbare orde", "Financiën")
_ROLES = (
    "Projectleider",
    "Procesbegeleiders",
    "Beleid",
    "Communicatie",
    "Informatiearchitect",
    "Business controller",
    "Functioneel beheer",
    "Leverancier",
    "Proceseigenaar",
    "Projectleider en procesbegeleiders",
    "CISO en FG",
)
_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_FORMS = ("Fysiek", "Online (Teams)", "Fysiek\nDit kan ook online", "Uitwerking in rapport", "Uitwerking in een plaat")
_SESSIONS = (
    "1 sessie van 2 uur",
    "2 sessies van 3 uur",
    "4 sessies van 2 uur (2 mijlpalen per sessie).",
    "dagdeel",
    "3 dagen",
    "1x per twee weken 1 uur Teams\n1x eindsessie van 2 uur",
    "n.t.b.",
    "",
)
_WANTED = (
    "Projectteam",
    "Projectteam + enkele betrokken professionals gemeente",
    "Beleidsadviseur uitwerking",
    "Beleidsadviseur uitwerking en meelezen door projectteam",
    "Inwoners",
    "Kerngebruikers en leverancier",
)
_STATUS = ("todo", "todo", "active", "done", "done", "on_hold", "cancelled")
_FIRST_DAY = date(2026, 1, 5)


def rows(activities: int) -> Iterator[Row]:
    """The records of a plan with this many activities: per 25 a milestone with 8 checkpoints, per 20 a risk."""
    chance = random.Random(activities)
    yield (
        "plan",
        1,
        {"title": f"Groot plan met {activities} activiteiten", "organisation": "Gemeente Voorbeeldstad"}
        | {"year": 2026, "start": "2026-01-05", "go_live": "2027-06-01", "goal": "Alles in één keer goed geregeld."},
    )
    milestones = [10_000_000 + index for index in range(max(1, activities // 25))]
    for index in range(activities):
        yield "activities", 20_000_000 + index, _activity(chance, index, chance.choice(milestones))
    for index, milestone in enumerate(milestones):
        yield "milestones", milestone, _milestone(chance, index)
        for point in range(8):
            yield "checkpoints", 30_000_000 + index * 8 + point, _checkpoint(chance, milestone, point)
    for index in range(max(1, activities // 20)):
        risk = 40_000_000 + index
        yield "risks", risk, _risk(chance)
        for kind in ("preventive", "corrective"):
            title = f"{chance.choice(_VERBS)} met {chance.choice(_PLACES)}"
            yield (
                "measures",
                50_000_000 + 2 * index + (kind == "corrective"),
                {"title": title, "risk": risk, "kind": kind},
            )


def _when(chance: random.Random) -> str:
    day, month = chance.randint(1, 28), chance.randrange(12)
    patterns = (
        f"{day} {_MONTHS[month]}",
        f"begin {_MONTHS[month]}",
        f"{_MONTHS[month]}/{_MONTHS[(month + 1) % 12]}",
        f"Q{month // 3 + 1}",
        f"week {chance.randint(1, 52)}",
        f"{day} en {day + 1} {_MONTHS[month]}",
        f"{_MONTHS[month]} tot en met december",
        "T-6 weken",
        f"iedere twee weken vanaf {_MONTHS[month]}",
        "n.t.b.",
        f"eind {_MONTHS[month]} (o.v.b.)",
        f"{day}-{month + 1:02}-2026",
        "zomer",
    )
    return chance.choice(patterns)


def _activity(chance: random.Random, index: int, milestone: int) -> dict[str, Any]:
    thing = chance.choice(_THINGS)
    start = _FIRST_DAY + timedelta(days=chance.randrange(500))
    fields = {
        "title": f"{chance.choice(_VERBS)} {thing} {chance.choice(_PLACES)}",
        "lead": chance.choice(_ROLES),
        "when": _when(chance),
        "workform": chance.choice(_FORMS),
        "sessions": chance.choice(_SESSIONS),
        "participants": chance.choice(_WANTED),
        "status": chance.choice(_STATUS),
        "result": f"Een vastgestelde versie van {thing}, met de opmerkingen van {chance.choice(_ROLES)}.",
        "description": "\n".join(f"· {chance.choice(_VERBS)} {chance.choice(_THINGS)}" for _line in range(index % 5)),
        "optional": index % 11 == 0,
        "milestone": milestone,
        "phase": chance.choice(("Voorbereiding", "Uitvoering", "Nazorg")),
        "layer": chance.choice(("Beleid", "Communicatie", "Informatiekundig")),
        "project": chance.choice(_PLACES),
        "remarks": f"Zie het verslag van {start:%d-%m-%Y}." if index % 3 == 0 else "",
    }
    if index % 17 == 0:
        fields |= {"start": start.isoformat(), "end": (start + timedelta(days=20)).isoformat(), "hours": 12.5}
    return {name: value for name, value in fields.items() if value}


def _milestone(chance: random.Random, index: int) -> dict[str, Any]:
    return {
        "title": f"{chance.choice(_THINGS).capitalize()} {chance.choice(_PLACES)} {index + 1}",
        "offset": f"T-{chance.randint(1, 60)}w",
        "owner": chance.choice(_ROLES),
        "status": chance.choice(("open", "preparing", "delivered", "approved")),
        "description": "Opgeleverd tijdens de implementatie.",
    }


def _checkpoint(chance: random.Random, milestone: int, point: int) -> dict[str, Any]:
    return {
        "title": f"{chance.choice(_VERBS)} van {chance.choice(_THINGS)} is gereed ({point + 1})",
        "milestone": milestone,
        "role": chance.choice(_ROLES),
        "status": chance.choice(("open", "done", "done")),
    }


def _risk(chance: random.Random) -> dict[str, Any]:
    return {
        "title": f"{chance.choice(_THINGS).capitalize()} is te laat bij {chance.choice(_PLACES)}",
        "cause": "Te weinig capaciteit in de zomer.",
        "consequence": "De livegang schuift op.",
        "chance": chance.randint(1, 5),
        "impact": chance.randint(1, 5),
        "owner": chance.choice(_ROLES),
        "status": chance.choice(("open", "open", "controlled", "closed")),
    }


def make_plan(activities: int, path: Path) -> int:
    """Write the plan and return its size in bytes."""
    Session.create(path, rows(activities), user="Meting")
    return path.stat().st_size


if __name__ == "__main__":
    print(f"{sys.argv[2]}: {make_plan(int(sys.argv[1]), Path(sys.argv[2])):,} bytes")
