"""The published planning table, pasted as text, gives exactly its twelve activities."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap_tui.exchange.source import SourceTable, read_source

TABLE = Path(__file__).parents[2] / "data" / "planning_table.txt"
DUO = "Projectleider en procesbegeleiders"
PLATE = "Uitwerking in een plaat\n\nPresentatie aan projectteam"
# title, lead, when, workform, sessions, participants
EXPECTED = [
    ("Plan van aanpak", "Projectleider", "April/mei", "", "", ""),
    ("Kick-off projectteam", DUO, "10 / 17 mei", "Fysiek", "1 sessie van 2 uur", "Projectteam"),
    (
        "Sessie: plotten routekaart",
        DUO,
        "8 en 15 juni",
        "Fysiek\nDit kan ook online",
        "2 sessies\nvan 3 uur",
        "Projectteam + enkele betrokken professionals gemeente",
    ),
    (
        "Uitwerking/ aanscherping",
        DUO,
        "Mei, juni, juli",
        "Uitwerking in presentatie/rapport\nPresentatie aan projectteam",
        "4 sessie van 2 uur (2 mijlpalen per sessie).",
        "Projectleider, procesbegeleiders en meelezen door projectteam",
    ),
    (
        "Toetsing ideale routekaart bij inwoners",
        DUO,
        "Juni/juli",
        "Fysiek",
        "3 uur",
        "Projectteam + diverse inwoners gemeente",
    ),
    (
        "Toetsing ideale routekaart bij professionals",
        DUO,
        "Juni /juli",
        "Fysiek",
        "3 uur",
        "Projectteam + diverse betrokken professionals gemeente",
    ),
    (
        "Uitwerking Beleidslaag",
        "Beleid",
        "September",
        PLATE,
        "1 sessie van 2 uur",
        "Beleidsadviseur uitwerking en meelezen door projectteam",
    ),
    (
        "Uitwerking Communicatie laag",
        "Communicatie",
        "September",
        PLATE,
        "1 sessie van 2 uur",
        "Communicatie-adviseur uitwerking en meelezen door projectteam\n\nVoorbeeld: Format communicatieplan (docx)",
    ),
    (
        "Uitwerking informatiekundige laag",
        "Informatiearchitect",
        "September",
        PLATE,
        "1 sessie van 2 uur",
        "Informatiearchitect uitwerking en meelezen door projectteam",
    ),
    (
        "Financiële uitwerking informatiekundige laag",
        "Business controller",
        "September",
        "Uitwerking in business case\n\nPresentatie aan projectteam",
        "1 sessie van 2 uur",
        "Business controller, uitwerking meelezen door projectteam",
    ),
    ("Oplevering van de resultaten", "Projectleider", "Oktober", "Teams meeting", "1 sessie van 2 uur", "Projectteam"),
    (
        "Implementatie plan",
        "Projectleider",
        "Augustus tot en met december",
        "Teams meetings\nEindresultaat in een fysieke sessie",
        "1x per twee weken 1 uur Teams\n\n1x eindsessie van 2 uur",
        "Projectteam",
    ),
]
COLUMNS = ["title", "lead", "when", "workform", "sessions", "participants"]


@pytest.fixture(scope="module")
def table() -> SourceTable:
    return read_source(TABLE)


def test_every_cell_is_read_word_for_word(table: SourceTable) -> None:
    assert [tuple(row.cells[name] for name in COLUMNS) for row in table.rows] == EXPECTED


def test_title_subtitle_and_columns(table: SourceTable) -> None:
    assert (table.format, table.title, table.subtitle) == (
        "pasted",
        "Voorbeeld aanpak en planning",
        "Bij implementatie alle mijlpalen",
    )
    assert table.columns == COLUMNS
    assert table.skipped == []
    assert table.warnings == []
    assert [row.number for row in table.rows] == list(range(2, 14))


def test_two_options_and_eleven_results(table: SourceTable) -> None:
    assert [n for n, row in enumerate(table.rows, 1) if row.cells["optional"] == "true"] == [5, 6]
    assert [n for n, row in enumerate(table.rows, 1) if not row.cells["result"]] == [1]
    assert table.rows[6].cells["result"] == (
        "Beleids laag uitgewerkt per mijlpaal: welke componenten zijn er al, wat moet nog ontwikkeld enz."
    )


def test_descriptions_keep_bullets_and_plain_lines(table: SourceTable) -> None:
    assert table.rows[1].cells["description"] == (
        "· kennismaking\n· doel en aanpak\n· afspraken en werkvormen\n· doorlooptijden"
    )
    assert table.rows[10].cells["description"] == ("Doorleven resultaten en eventueel bijsturen\nEindrapportage maken")
    assert table.rows[9].cells["description"] == ""


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\xa0", " ").replace("\u202f", " "),
        lambda text: text.replace("\xa0", "").replace("\u202f", ""),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n\n\t", "\n\t"),
    ],
    ids=["plain spaces", "no such spaces", "Windows newlines", "no empty lines between rows"],
)
def test_the_form_of_the_paste_does_not_matter(tmp_path: Path, table: SourceTable, change) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "paste.txt"
    path.write_text(change(TABLE.read_text("utf-8")), "utf-8", newline="")
    again = read_source(path)
    squeezed = [{k: " ".join(v.split()) for k, v in row.cells.items()} for row in again.rows]
    assert squeezed == [{k: " ".join(v.split()) for k, v in row.cells.items()} for row in table.rows]
