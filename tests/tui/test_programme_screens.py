"""A programme as a person at the keyboard and on the command line meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import make_plan, running

from roadmap_tui.editing import edits
from roadmap_tui.exchange.exporting import export
from roadmap_tui.model.programme import Conformity
from roadmap_tui.services.project_plans import live_plans
from roadmap_tui.session import Session
from screens.chapter import ChapterScreen
from screens.conformity import ConformityScreen
from screens.form import FormScreen
from screens.lights import LightsScreen


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    make_plan(
        tmp_path / "zaak.roadmap.json",
        plan=[{"title": "Zaaksysteem", "go_live": "2026-10-05"}],
        milestones=[{"title": "DAP", "due": "2026-05-01"}],
    )
    return make_plan(
        tmp_path / "programma.roadmap.json",
        plan=[{"title": "Fusie", "kind": "programme", "programme_kind": "merger", "go_live": "2028-01-01"}],
        challenges=[{"key": "op", "title": "Eén werkwijze"}],
        frameworks=[
            {"key": "k1", "number": "KD1", "title": "Visie op dienstverlening"},
            {"key": "k2", "number": "KD2", "title": "Huisstijl"},
        ],
        teams=[{"number": "BT1", "title": "Burgerzaken"}],
        projects=[
            {"key": "p1", "number": "PB1", "title": "Zaaksysteem", "file": "zaak.roadmap.json"},
            {"key": "p2", "number": "PB2", "title": "Telefonie", "file": "weg.roadmap.json"},
        ],
    )


async def test_walking_the_matrix_and_filling_it(plan: Path) -> None:
    async with running(plan, size=(80, 24)) as driver:
        await driver.do("go_programme", "show_conformity")
        assert isinstance(driver.app.screen, ConformityScreen)
        await driver.do("mark_conforms", "cursor_right", "mark_deviates", "cursor_down", "mark_next")
        cells = [cell for cell in driver.session.records("conformity") if isinstance(cell, Conformity)]
        assert [cell.verdict for cell in cells] == ["conforms", "deviates", "applies"]
        assert "1 niet" in driver.screen_text()
        assert "KD2 Huisstijl: geldt, nog niet beoordeeld" in driver.screen_text()
        await driver.do("mark_nothing")
        assert len(driver.session.records("conformity")) == 2
        await driver.do("note_cell")
        assert "In deze cel staat niets" in driver.message
        await driver.do("cursor_up", "note_cell")
        assert isinstance(driver.app.screen, FormScreen)


async def test_the_overview_reads_the_plans_of_projects_and_leaves_them_as_they_are(plan: Path) -> None:
    other = plan.with_name("zaak.roadmap.json")
    before = other.read_bytes()
    async with running(plan, size=(120, 40)) as driver:
        await driver.do("go_programme", "show_lights")
        assert isinstance(driver.app.screen, LightsScreen)
        text = driver.screen_text()
        assert "! Rood" in text
        assert "1 mijlpaal is te laat" in text
        assert "het planbestand weg" in text
        await driver.do("read_again")
        assert "Gelezen planbestanden van projecten: 2." in driver.message
    assert other.read_bytes() == before


def test_a_plan_file_that_cannot_be_read_is_one_sentence(plan: Path) -> None:
    (plan.parent / "kapot.roadmap.json").write_text("{oeps", encoding="utf-8")
    session = Session.open(plan, user="Test")
    for name, sentence in (
        ("kapot.roadmap.json", "het planbestand kapot.roadmap.json is niet te lezen"),
        (".", "het planbestand . is niet te lezen"),
        ("programma.roadmap.json", "het planbestand is dit programma zelf"),
        ("x" * 300, "is niet te lezen"),
    ):
        session.commit(edits.set_fields(session.find("PB2"), {"file": name}))
        found = live_plans(session)[session.find("PB2").id]
        assert sentence in found.problem
        assert not found.light


async def test_a_list_of_a_section_is_edited_in_place_and_references_are_numbers_or_names(plan: Path) -> None:
    async with running(plan, size=(80, 24)) as driver:
        await driver.do("go_programme", "cursor_first", *["cursor_down"] * 3, "open_chapter")
        assert isinstance(driver.app.screen, ChapterScreen)
        assert driver.titles == ["Visie op dienstverlening", "Huisstijl"]
        await driver.do("cursor_down", "edit")
        form = driver.app.screen
        assert isinstance(form, FormScreen)
        await driver.do(*["next_field"] * 4)
        await driver.type("kd1, visie")
        assert "KD1 Visie op dienstverlening" in driver.screen_text()
        await driver.do("save_form")
        assert driver.find("KD2").rests_on == (driver.find("KD1").id,)
        await driver.do("advance", "advance", "advance")
        assert driver.find("KD2").status == "approved"
        assert "vóór KD1" in driver.screen_text()


def test_pointing_to_several_records_survives_removal_and_bringing_back(plan: Path) -> None:
    session = Session.open(plan, user="Test")
    first, second = session.find("KD1"), session.find("KD2")
    session.commit(
        edits.add_records(session.tables, "frameworks", [{"title": "ICT", "rests_on": [first.id, second.id]}])
    )
    session.commit(edits.delete(session.tables, [first]))
    assert session.find("KD3").rests_on == (second.id,)
    session.commit(edits.bring_back(session.tables, [("frameworks", first.id)]))
    assert session.find("KD3").rests_on == (first.id, second.id)
    session.save()
    assert Session.open(plan).find("KD3").rests_on == (first.id, second.id)


def test_the_programme_is_written_as_a_document(plan: Path, tmp_path: Path) -> None:
    session = Session.open(plan, user="Test")
    target = tmp_path / "programma.md"
    export(session.records, target, part="programma", outlook=session.outlook)
    text = target.read_text(encoding="utf-8")
    assert "## 3. Kaders" in text
    assert "| KD2 | Huisstijl | Niet gestart |" in text or "Huisstijl" in text
    assert "## 7. Werkprocessen" in text
    assert "Dit onderdeel moet nog geschreven worden." in text


async def test_the_time_of_departments_shows_per_month_with_the_placement_of_staff(tmp_path: Path) -> None:
    rows = [
        {"number": "IA1", "title": "ICT", "when": "maart tot en met mei 2027", "asked": 3, "available": 4},
        {"number": "IA2", "title": "ICT", "when": "april 2027", "asked": 2, "purpose": "placement"},
    ]
    plan = make_plan(tmp_path / "p.roadmap.json", plan=[{"title": "Fusie", "year": 2027}], capacity=rows)
    async with running(plan, size=(80, 24)) as driver:
        await driver.app.action_go("capacity_months")
        await driver.pilot.pause()
        line = next(line for line in driver.screen_text().splitlines() if "ICT" in line)
        assert line.split()[1:] == ["ICT", "1x", "te", "kort", "[3]", "5P!", "3"]
        await driver.do("cursor_right")
        assert "ICT, april 2027: programma 3, plaatsingsproces 2   beschikbaar: 4" in driver.screen_text()
        await driver.do("open_department")
        assert driver.table.record is not None
        assert driver.table.record.number == "IA1"
        target = tmp_path / "p.md"
        export(driver.session.records, target, part="programme", outlook=driver.session.outlook)
        assert "5 van 4 (plaatsingsproces 2) !" in target.read_text(encoding="utf-8")
