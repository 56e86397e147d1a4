"""Parts of the plan as documents of their own, for everybody or for the supplier: read back from the file."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from roadmap_tui.errors import UsageError
from roadmap_tui.exchange.exporting import export
from roadmap_tui.exchange.parts import part_of
from roadmap_tui.exchange.templates import build, load_example
from roadmap_tui.session import Session

TODAY = date(2026, 6, 3)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Session:
    path = tmp_path_factory.mktemp("plan") / "p.roadmap.json"
    return Session.create(path, build(load_example(), TODAY), today=TODAY)


def written(session: Session, ending: str, part: str, **options: object) -> bytes:
    target = session.path.with_name(f"uit{ending}")
    export(session.records, target, part=part, outlook=session.outlook, overwrite=True, **options)  # type: ignore[arg-type]
    return target.read_bytes()


def text_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("draaiboek", "Oude zaaksysteem op alleen-lezen"),
        ("dap", "Incidenten melden en oplossen"),
        ("risicoregister", "Elke maand de planning naast die van huisvesting leggen"),
        ("communicatieplan", "Formulieren zijn een weekend dicht"),
        ("actie- en besluitenlijst", "Team Vergunningen is de pilot"),
        ("restpunten", "Restpunt"),
        ("eindverslag", "Zaken zijn binnen de termijn afgehandeld"),
        ("rapport", "De proceseigenaar komt tijd tekort."),
        ("veri", "V: voert uit"),
        ("begroting", "€ 278.000"),
        ("change_requests", "Extra proefmigratie met alle documenten"),
    ],
)
def test_every_part_can_go_out_as_a_document(example: Session, word: str, expected: str) -> None:
    assert expected in text_of(written(example, ".docx", word))
    assert expected in written(example, ".md", word).decode().replace("\\", "")
    assert expected in written(example, ".html", word).decode()


def test_parts_are_known_by_what_people_call_them() -> None:
    words = ("Draaiboek", "final report", "Voortgangsrapportage", "raci", "Risico's", "implementatieplan", "mijlpalen")
    assert [part_of(word) for word in words] == [
        "runsheet", "final", "report", "responsibilities", "risks", "plan", "milestones",
    ]  # fmt: skip


def test_the_report_has_lights_money_milestones_and_what_is_asked(example: Session) -> None:
    text = text_of(written(example, ".docx", "report"))
    for expected in (
        "Voortgangsrapport 2", "Oranje, slechter", "Groen, gelijk", "€ 108.000", "€ 61.500", "Vastgesteld", "Te laat",
        "Bijsturing: De matrix is over twee weken af", "Akkoord op een extra proefmigratie", "Komende periode",
        "Dit is een concept",
    ):  # fmt: skip
        assert expected in text


def test_the_front_page_has_versions_and_every_page_its_stamp(example: Session) -> None:
    document = docx.Document(io.BytesIO(written(example, ".docx", "plan")))
    versions = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert versions[0] == ["Versie", "Datum", "Opsteller", "Wat is er veranderd"]
    assert versions[3] == ["1.0", "02-04-2026", "Projectleider", "Vastgesteld door het college"]
    head, foot = document.sections[1].header.paragraphs[0].text, document.sections[1].footer._element.xml
    assert head == "Zaaksysteem vervangen\tversie 1.2, vastgesteld, 03-06-2026"
    assert "PAGE" in foot
    assert "NUMPAGES" in foot
    assert not document.sections[0].header.paragraphs[0].text


def test_the_timeline_is_drawn_with_words_for_who_cannot_see_it(example: Session) -> None:
    body = zipfile.ZipFile(io.BytesIO(written(example, ".docx", "plan"))).read("word/document.xml").decode()
    assert body.count("<wpg:wgp>") == 3
    assert body.count("wps:wsp>") > 300
    assert 'descr="Tijdlijn van het plan' in body


def test_tables_have_the_width_of_the_page_and_whole_words(example: Session) -> None:
    document = docx.Document(io.BytesIO(written(example, ".docx", "plan")))
    for table in document.tables[1:]:
        widths = [cell.width or 0 for cell in table.rows[0].cells]
        assert sum(widths) <= 36_000 * 266
        for row in table.rows[:1]:
            for cell, width in zip(row.cells, widths, strict=True):
                longest = max((len(word) for word in cell.text.replace("-", " ").split()), default=0)
                assert longest * 9 * 0.19 * 36_000 <= width, cell.text


def test_a_workbook_holds_a_sheet_for_every_table(example: Session) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(example, ".xlsx", "plan")))
    assert len(book.sheetnames) > 15
    risks = openpyxl.load_workbook(io.BytesIO(written(example, ".xlsx", "risks")))
    assert risks.sheetnames == ["Risico's", "Maatregelen"]


def test_json_and_csv_say_what_belongs_to_a_part(example: Session) -> None:
    assert set(json.loads(written(example, ".json", "risks"))) == {"risks", "measures"}
    assert set(json.loads(written(example, ".json", "report"))) == {"reports", "judgements"}
    target = example.path.with_name("los.csv")
    remarks = export(example.records, target, part="risks", outlook=example.outlook, overwrite=True)
    assert remarks == ["Dit bestand bevat één tabel; maatregelen staan in een andere: --part measures."]


@pytest.mark.parametrize(
    ("ending", "part", "audience", "reason"),
    [
        (".docx", "plan", "burger", 'Er is geen doelgroep "burger"; kies leverancier.'),
        (".docx", "plannen", "", 'Een plan heeft geen onderdeel "plannen".'),
        (".csv", "plan", "", "meer dan één tabel"),
        (".json", "final", "", "Het eindverslag is een tekst"),
        (".docx", "report", "leverancier", "voor de opdrachtgever"),
        (".xlsx", "stakeholders", "supplier", "stakeholderanalyse"),
        (".svg", "risks", "", "tijdlijn"),
    ],
)
def test_what_cannot_be_written_is_told_in_one_sentence(
    example: Session, ending: str, part: str, audience: str, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=reason):
        export(example.records, tmp_path / f"x{ending}", part=part, audience=audience, outlook=example.outlook)
    assert list(tmp_path.iterdir()) == []


# For the supplier


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".json", ".xlsx"])
def test_the_supplier_gets_neither_what_is_internal_nor_the_analysis(example: Session, ending: str) -> None:
    data = written(example, ending, "plan", audience="leverancier")
    if ending in (".docx", ".xlsx"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        data = b"\n".join(archive.read(name) for name in archive.namelist())
    text = data.decode("utf-8", "replace")
    for secret in (
        "koppeling met financiën kan duurder", "tijdelijke functies", "Onvoorzien", "278000", "278.000",
        "Zij missen mensen in een drukke tijd", "Tevreden houden", "opponent", "Voortgangsrapport",
    ):  # fmt: skip
        assert secret not in text, secret
    assert "Formulieren zijn een weekend dicht" in text
    if ending in (".docx", ".html", ".md"):
        assert "Versie voor de leverancier" in text


def test_what_belongs_to_an_internal_record_stays_with_it(tmp_path: Path) -> None:
    rows = [
        ("risks", 1, {"title": "Geheim risico", "internal": True}),
        ("risks", 2, {"title": "Open risico"}),
        ("measures", 3, {"title": "Geheime maatregel", "risk": 1, "kind": "preventive"}),
        ("measures", 4, {"title": "Open maatregel", "risk": 2, "kind": "preventive"}),
        ("stakeholders", 5, {"title": "Geheime partij", "internal": True}),
        ("communications", 6, {"title": "Geheim moment", "stakeholder": 5}),
        ("milestones", 7, {"title": "Geheime mijlpaal", "internal": True}),
        ("activities", 8, {"title": "Open activiteit", "milestone": 7}),
    ]
    session = Session.create(tmp_path / "p.roadmap.json", rows, today=TODAY)
    text = written(session, ".json", "plan", audience="supplier").decode()
    assert "Gehei" not in text
    assert text.count("Open ") == 3
