"""Exports keep every word, and what goes out can come in again."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_tui import i18n
from roadmap_tui.errors import NotSavedError, UsageError
from roadmap_tui.exchange import delimited, markdown, spreadsheet, wordwriting
from roadmap_tui.exchange.cells import clean
from roadmap_tui.exchange.exporting import ENDINGS, export
from roadmap_tui.exchange.fieldvalues import values_of
from roadmap_tui.exchange.parts import HOURS_NOTE, part_of, period_words, planning_grid
from roadmap_tui.exchange.source import read_bytes, read_source
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.person import Person
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record
from roadmap_tui.model.risk import Risk

READABLE = [ending for ending in ENDINGS if ending not in (".html", ".svg")]

PLAN = Plan(id=1, title="Aanpak: *Zuid* | fase_1", subtitle="Alle wijken & buurten")
ACTIVITIES = [
    Activity(
        id=11,
        number="A1",
        title="Startoverleg",
        description="· doel\n· rollen",
        result="afspraken: wie wat doet\n\nen wanneer",
        lead="Ans de Vries en Bo",
        when="8 en 15 juni",
        workform="Fysiek\nKan ook online",
        sessions="2 sessies\nvan 3 uur",
        participants="Projectteam | inwoners",
        milestone=31,
    ),
    Activity(id=12, number="A2", title="Proef <b>met</b> \\ [x]", optional=True, description="Dit.\n\nDan dat."),
    Activity(id=13, number="A3", title="=HYPERLINK(1)", lead="+31 6", when="'-x", participants="@team", result="-1"),
]
PEOPLE = [
    Person(
        id=21, number="P1", title="Ans de Vries", role="projectleider", kind="person", contact="06-1", remarks="ziek"
    ),
    Person(id=22, number="P2", title="Projectteam", kind="role"),
    Person(id=23, number="P3", title="Mei Chen", kind="person"),
]
RECORDS: dict[str, Sequence[Record]] = {
    "plan": [PLAN],
    "activities": ACTIVITIES,
    "people": PEOPLE,
    "milestones": [Milestone(id=31, number="M1", title="Opleiding", due=date(2026, 9, 1), owner="Vries")],
    "risks": [Risk(id=41, number="R1", title="=Uitval", chance=4, impact=5)],
}
NAMES = ("title", "description", "result", "optional", "lead", "when", "workform", "sessions", "participants")


def records(table: str) -> Sequence[Record]:
    return RECORDS.get(table, [])


def words(activities: Sequence[Record]) -> list[list[Any]]:
    return [[getattr(a, name) for name in NAMES] for a in activities]


def words_read(path: Path) -> list[list[Any]]:
    rows = [values_of(row, {})[0] for row in read_source(path).rows]
    return [[row.get(name) or (False if name == "optional" else "") for name in NAMES] for row in rows]


@pytest.mark.parametrize("ending", READABLE)
def test_what_goes_out_comes_in_again(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"uit{ending}"
    export(records, path)
    assert words_read(path) == words(ACTIVITIES)
    if ending != ".csv":
        table = read_source(path)
        assert (table.title, table.subtitle) == (PLAN.title, PLAN.subtitle)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_languages_can_be_read_back(tmp_path: Path, language: str) -> None:
    i18n.use_language(language)
    try:
        export(records, tmp_path / "uit.csv")
    finally:
        i18n.use_language(i18n.DEFAULT_LANGUAGE)
    assert words_read(tmp_path / "uit.csv") == words(ACTIVITIES)


needs_catalogue = pytest.mark.skipif(
    i18n.translate(HOURS_NOTE, "nl") == HOURS_NOTE, reason="the Dutch catalogue does not have these words yet"
)


@needs_catalogue
def test_the_six_dutch_columns(tmp_path: Path) -> None:
    export(records, tmp_path / "uit.csv")
    export(records, tmp_path / "uit.xlsx")
    six = ["Activiteit", "Wie (lead)", "Wanneer", "Werkvorm", "Duur sessies", "Gewenste inzet van"]
    data = (tmp_path / "uit.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == six
    sheet = openpyxl.load_workbook(tmp_path / "uit.xlsx").active
    headings = [cell.value for cell in sheet[3]]
    assert [str(text).split("\n")[0] for text in headings] == six
    assert headings[4] == "Duur sessies\nexcl. organisatie en voorbereiding"
    assert sheet["A5"].value.startswith("Optie: Proef")


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    export(records, tmp_path / "uit.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "uit.xlsx").active
    assert not [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert sheet["A6"].value.startswith("'=HYPERLINK(1)")
    export(records, tmp_path / "uit.csv")
    last = list(csv.reader((tmp_path / "uit.csv").open(encoding="utf-8-sig", newline=""), delimiter=";"))[-1]
    assert last[1:] == ["'+31 6", "''-x", "", "", "'@team"]


def test_the_word_table_is_landscape_and_repeats_its_headings(tmp_path: Path) -> None:
    export(records, tmp_path / "uit.docx")
    document = docx.Document(tmp_path / "uit.docx")
    assert document.sections[0].page_width > document.sections[0].page_height
    (table,) = document.tables
    assert "tblHeader" in table.rows[0]._tr.xml
    assert "tblHeader" not in table.rows[1]._tr.xml
    bullets = [p.text for p in table.cell(1, 0).paragraphs if p.style.name == "Table Bullet"]
    assert bullets == ["doel", "rollen"]


def test_options_and_names_can_stay_out(tmp_path: Path) -> None:
    for ending in READABLE:
        path = tmp_path / f"uit{ending}"
        export(records, path, without_options=True, without_names=True)
        assert [row.cells["title"] for row in read_source(path).rows] == ["Startoverleg", "=HYPERLINK(1)"]
        assert read_source(path).rows[0].cells["lead"] == "projectleider en Bo"
    text = (tmp_path / "uit.json").read_text("utf-8")
    content = json.loads(text)
    assert not [secret for secret in ("Ans", "Vries", "06-1", "ziek", "Chen") if secret in text]
    assert content["people"][0]["title"] == "projectleider"
    assert content["people"][1]["title"] == "Projectteam"
    assert content["milestones"][0]["owner"] == "projectleider"


@pytest.mark.parametrize(
    ("language", "part", "name"),
    [("en", "planning", "Planning"), ("en", "risks", "Risks"), ("nl", "risks", "Risico's"), ("en", "plan", "Plan")],
)
def test_the_sheet_is_named_after_the_part(tmp_path: Path, language: str, part: str, name: str) -> None:
    i18n.use_language(language)
    try:
        export(records, tmp_path / "uit.xlsx", part=part)
    finally:
        i18n.use_language(i18n.DEFAULT_LANGUAGE)
    assert openpyxl.load_workbook(tmp_path / "uit.xlsx").sheetnames == [name]


def test_a_sheet_name_is_one_that_excel_allows() -> None:
    assert spreadsheet.sheet_name("'Fit/gap: [a]*?\\'") == "Fit gap   a"
    assert spreadsheet.sheet_name("x" * 40) == "x" * 31
    assert spreadsheet.sheet_name("[]") == ""


def test_json_holds_every_table_with_handles_and_iso_dates(tmp_path: Path) -> None:
    export(records, tmp_path / "uit.json")
    content = json.loads((tmp_path / "uit.json").read_text("utf-8"))
    assert content["milestones"][0]["due"] == "2026-09-01"
    first = content["activities"][0]
    assert (first["id"], first["number"], first["handle"], first["milestone"]) == (11, "A1", "000000000b", 31)
    assert "origin" not in first
    assert content["measures"] == []


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".md", ".docx"])
def test_any_table_of_records_can_go_out(tmp_path: Path, ending: str) -> None:
    for part in ("risks", "milestones", "people", "activities", "plan", "checkpoints"):
        export(records, tmp_path / f"{part}{ending}", part=part)
    if ending == ".csv":
        risk = (tmp_path / "risks.csv").read_text("utf-8-sig").splitlines()[1].split(";")
        assert risk[:3] == ["R1", "'=Uitval", ""]
        assert "01-09-2026" in (tmp_path / "milestones.csv").read_text("utf-8-sig")
        assert "Opleiding" in (tmp_path / "activities.csv").read_text("utf-8-sig")
    if ending == ".xlsx":
        assert openpyxl.load_workbook(tmp_path / "milestones.xlsx").active["C4"].value.date() == date(2026, 9, 1)


def test_parts_are_named_in_english_or_by_label() -> None:
    assert part_of("planning") == "planning"
    assert part_of("Risks") == "risks"
    with pytest.raises(UsageError):
        part_of("kleuren")


def test_dates_that_overrule_the_words_go_with_them() -> None:
    moved = Activity(title="Een", when="begin mei", start=date(2026, 6, 1), end=date(2026, 6, 12))
    assert period_words(moved).endswith(": begin mei)")
    assert period_words(moved).startswith("01-06-2026 ")
    grid = planning_grid(PLAN, [moved])
    cells = read_bytes(delimited.write(grid), "uit.csv").rows[0].cells
    assert (cells["when"], cells["start"], cells["end"]) == ("begin mei", "2026-06-01", "2026-06-12")
    alone = Activity(title="Een", start=date(2026, 6, 1))
    assert period_words(alone).endswith("01-06-2026")


def test_nothing_is_overwritten_or_half_written(tmp_path: Path) -> None:
    there = tmp_path / "uit.csv"
    there.write_text("van een ander")
    with pytest.raises(NotSavedError):
        export(records, there)
    assert there.read_text() == "van een ander"
    export(records, there, overwrite=True)
    assert there.read_text("utf-8-sig").count("\n") > 3
    for path, error in (
        (tmp_path / "plan.roadmap.json", UsageError),
        (tmp_path / "uit.pdf", UsageError),
        (tmp_path / "uit", UsageError),
        (tmp_path / "weg" / "uit.csv", NotSavedError),
    ):
        with pytest.raises(error):
            export(records, path, overwrite=True)
    assert list(tmp_path.iterdir()) == [there]


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).map(clean)
WRITERS: list[Callable[..., bytes]] = [delimited.write, spreadsheet.write, markdown.write, wordwriting.write]


@settings(max_examples=24, deadline=None)
@given(lead=TEXT, when=TEXT, participants=TEXT)
def test_any_text_survives_every_format(lead: str, when: str, participants: str) -> None:
    activity = Activity(title="Een", lead=lead, when=when, participants=participants)
    for write in WRITERS:
        cells = read_bytes(write(planning_grid(PLAN, [activity])), "uit").rows[0].cells
        assert (cells["lead"], cells["when"], cells["participants"]) == (lead, when, participants)


def test_json_field_names_are_taken_literally(tmp_path: Path) -> None:
    activity = Activity(id=11, title="Een", sessions="2 uur", duration=5, hours=2.5, project="P", progress=40)
    export(lambda table: [activity] if table == "activities" else [], tmp_path / "uit.json")
    table = read_source(tmp_path / "uit.json")
    values, warnings = values_of(table.rows[0], {})
    assert (values["duration"], values["hours"], values["progress"]) == (5, 2.5, 40)
    assert (values["sessions"], values["project"], values["remarks"]) == ("2 uur", "P", None)
    assert (table.warnings, warnings) == ([], [])
