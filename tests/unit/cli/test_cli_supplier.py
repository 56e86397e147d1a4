"""`roadmap supplier`: what the supplier's plan lacks, adding it as one change, and files that are something else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from cli_runner import Run
from docx import Document
from openpyxl import Workbook

PLAN = "p.roadmap.json"
TEXT = "1. Doelstelling\n\nWij leveren.\n\n2. Planning\n\n3. Risico's\n\n4. Training\n\n5. Licentiemodel\n"


@pytest.fixture
def plan(run: Run) -> str:
    assert run("new", PLAN, "--template", "leeg", "--title", "Proef", "--year", "2026").code == 0
    return PLAN


def there(run: Run, source: str) -> set[str]:
    parts = run("supplier", PLAN, source, "--json").json["parts"]
    return {part["code"] for part in parts if part["state"] in ("sure", "likely")}


@pytest.fixture
def source(folder: Path) -> str:
    folder.joinpath("plan.txt").write_text(TEXT, encoding="utf-8")
    return "plan.txt"


def test_what_is_lacking_is_told_and_nothing_changes(run: Run, plan: str, source: str) -> None:
    before = Path(plan).read_bytes()
    outcome = run("supplier", plan, source)
    assert outcome.code == 1
    assert "13 parts are lacking" in outcome.err
    assert next(line for line in outcome.lines if "Planning" in line).split()[0] == "There"
    assert "Other headings: 5. Licentiemodel" in outcome.out
    assert Path(plan).read_bytes() == before
    assert there(run, source) == {"goal", "planning", "risks", "opleiding_instructie"}


def test_adding_fills_what_this_plan_lacks_and_one_undo_takes_it_back(run: Run, plan: str, source: str) -> None:
    run("set", plan, "plan", "context=Het contract loopt af.")
    run("add", plan, "milestones", "title=Nazorg")
    assert run("supplier", plan, source, "--add").code == 0
    titles = {each["title"] for each in run("list", plan, "milestones", "--json").json}
    assert "Evaluatie" in titles
    assert "Opleiding en instructie medewerkers" not in titles, "the supplier has it"
    assert sum("Nazorg" in title for title in titles) == 1, "this plan has it"
    assert run("list", plan, "risks", "--json").json == [], "the supplier has it"
    shown = run("show", plan, "plan", "--json").json
    assert shown["context"] == "Het contract loopt af."
    assert shown["responsibility"]
    assert len(run("list", plan, "checkpoints", "--json").json) > 40
    (action,) = run("list", plan, "log", "--json").json
    assert "Compared with plan.txt." in action["remarks"]
    assert not [each for each in run("check", plan, "--json").json if each["code"] == "orphaned_reference"]
    run("undo", plan)
    assert [each["title"] for each in run("list", plan, "milestones", "--json").json] == ["Nazorg"]
    assert run("list", plan, "log", "--json").json == []


def test_word_headings_and_bold_lines_count_and_cells_and_contents_do_less(run: Run, plan: str, folder: Path) -> None:
    document = Document()
    document.add_heading("Projectorganisatie", 1)
    document.add_paragraph("Tekst over communicatie met de gemeente en de planning van het geheel.")
    document.add_paragraph().add_run("Afbakening").bold = True
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Risicolog"
    document.save(str(folder / "plan.docx"))
    assert there(run, "plan.docx") == {"organisation", "boundaries", "risks"}


def test_sheet_names_and_merged_cells_are_read(run: Run, plan: str, folder: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "Risicolog"
    sheet["A1"] = "1. Scope van het project"
    sheet.merge_cells("A1:D1")
    book.create_sheet("Planning")
    book.save(folder / "plan.xlsx")
    assert there(run, "plan.xlsx") == {"risks", "planning", "boundaries"}


def _zip(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.docx", b"", "is empty"),
        ("b.docx", b"PK\x03\x04 not a zip", "damaged"),
        ("c.docx", _zip(readme="x"), "zip file without"),
        ("d.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "without a password"),
        ("e.docx", b"%PDF-1.7 ...", "is a PDF"),
        ("f.docx", bytes(range(256)) * 20, "is no text"),
        ("g.txt", b"Boodschappen: melk, brood.\n", "none of the ten chapters"),
        ("h.docx", _zip(word__document="<broken"), "zip file without"),
        ("i.docx", b"\0" * 51 * 1024 * 1024, "larger than 50 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "content",
)
def test_another_file_gets_one_sentence_and_changes_nothing(
    run: Run, plan: str, folder: Path, name: str, content: bytes, sentence: str
) -> None:
    before = Path(plan).read_bytes()
    folder.joinpath(name).write_bytes(content)
    outcome = run("supplier", plan, name, "--add")
    assert outcome.code == 3
    assert sentence in outcome.err
    assert outcome.err.count("\n") == 1
    assert Path(plan).read_bytes() == before
