"""Who leads, who takes part, what is attached."""

from __future__ import annotations

import pytest

from roadmap_tui.planning.people import Attachment, Participant, attachments, leads, optional_title, participants


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Projectleider ", ["Projectleider"]),
        ("Projectleider  en procesbegeleiders", ["Projectleider", "procesbegeleiders"]),
        ("Projectleider\u00a0en\u202fprocesbegeleiders", ["Projectleider", "procesbegeleiders"]),
        ("Beleid", ["Beleid"]),
        ("Projectleider, FG en CISO", ["Projectleider", "FG", "CISO"]),
        ("Projectleider/procesbegeleider", ["Projectleider", "procesbegeleider"]),
        ("Beleid & Communicatie", ["Beleid", "Communicatie"]),
        ("I&A", ["I&A"]),
        ("P&O en I&A", ["P&O", "I&A"]),
        ("Werk en Inkomen", ["Werk en Inkomen"]),
        ("Werk en Inkomen en Zorg en Welzijn", ["Werk en Inkomen", "Zorg en Welzijn"]),
        ("burgemeester en wethouders", ["burgemeester en wethouders"]),
        ("Leverancier i.s.m. functioneel beheer", ["Leverancier", "functioneel beheer"]),
        ("· Projectleider\n· Leverancier", ["Projectleider", "Leverancier"]),
        ("Projectleider + leverancier", ["Projectleider", "leverancier"]),
        ("Communicatie-adviseur", ["Communicatie-adviseur"]),
        ("Projectleider en projectleider", ["Projectleider", "projectleider"]),
        ("Beleid en Beleid", ["Beleid"]),
        ("Team Engels", ["Team Engels"]),
    ],
)
def test_leads(text: str, expected: list[str]) -> None:
    assert leads(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Projectteam", [("Projectteam", None, None)]),
        (
            "Projectteam + enkele betrokken professionals gemeente",
            [("Projectteam", None, None), ("enkele betrokken professionals gemeente", "enkele", None)],
        ),
        (
            "Projectteam + diverse inwoners gemeente",
            [("Projectteam", None, None), ("diverse inwoners gemeente", "diverse", None)],
        ),
        (
            "Projectleider, procesbegeleiders en meelezen door projectteam",
            [
                ("Projectleider", None, "author"),
                ("procesbegeleiders", None, "author"),
                ("projectteam", None, "review"),
            ],
        ),
        (
            "Beleidsadviseur uitwerking en meelezen door projectteam",
            [("Beleidsadviseur", None, "author"), ("projectteam", None, "review")],
        ),
        (
            "Business controller, uitwerking meelezen door projectteam",
            [("Business controller", None, "author"), ("projectteam", None, "review")],
        ),
        (
            "Communicatie-adviseur uitwerking en meelezen door projectteam\n\nVoorbeeld: Format plan (docx)",
            [("Communicatie-adviseur", None, "author"), ("projectteam", None, "review")],
        ),
        ("3 consulenten en 1 teamleider", [("3 consulenten", 3, None), ("1 teamleider", 1, None)]),
        ("Wethouder (aanwezig)", [("Wethouder", None, "attend")]),
    ],
)
def test_participants(text: str, expected: list[tuple[str, object, object]]) -> None:
    assert [(person.who, person.quantity, person.task) for person in participants(text)] == expected


def test_the_role_leaves_out_the_quantity() -> None:
    assert Participant("enkele betrokken professionals", "enkele").role == "betrokken professionals"
    assert Participant("3 consulenten", 3).role == "consulenten"
    assert Participant("Projectteam").role == "Projectteam"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voorbeeld: Format communicatieplan (docx)", [Attachment("Format communicatieplan", "docx")]),
        ("Projectteam\n\u00b7 Bijlage 2: planning.xlsx", [Attachment("planning.xlsx", "xlsx")]),
        ("Voorbeeld:\u00a0Draaiboek", [Attachment("Draaiboek", None)]),
        ("Projectteam", []),
        ("Voorbeeld", []),
    ],
)
def test_attachments(text: str, expected: list[Attachment]) -> None:
    assert attachments(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Optie: Toetsing bij inwoners", ("Toetsing bij inwoners", True)),
        ("optioneel : Toetsing", ("Toetsing", True)),
        ("Toetsing bij inwoners (optie)", ("Toetsing bij inwoners", True)),
        ("Option: Survey", ("Survey", True)),
        ("Sessie: plotten routekaart", ("Sessie: plotten routekaart", False)),
        ("Opties verkennen", ("Opties verkennen", False)),
        ("Optie:", ("Optie:", False)),
    ],
)
def test_optional_title(text: str, expected: tuple[str, bool]) -> None:
    assert optional_title(text) == expected
