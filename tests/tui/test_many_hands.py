"""What people see and do when others worked on the same plan: differences, history, the bin, copies and erasing."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from plan_driver import Driver, make_plan, running

from roadmap_tui import i18n
from roadmap_tui.editing import edits
from roadmap_tui.services import sharing
from roadmap_tui.session import Session
from roadmap_tui.store.backup import plan_folder
from roadmap_tui.store.erased_names import ErasedNames
from roadmap_tui.user import profile
from screens.bin import BinScreen
from screens.confirm import ConfirmScreen
from screens.copies import CopiesScreen
from screens.differences import DifferencesScreen
from screens.erase import EraseScreen
from screens.history import HistoryScreen

ACTIVITIES = [
    {"title": "Plan van aanpak", "lead": "Piet Jansen", "when": "april"},
    {"title": "Kick-off", "when": "10 mei", "description": "Bel Piet Jansen. Piet weet meer."},
    {"title": "Toetsing", "when": "juli"},
]


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    i18n.use_language("en")
    monkeypatch.setenv("ROADMAP_STATE", str(tmp_path / "state"))
    profile.state_folder.cache_clear()
    yield
    profile.state_folder.cache_clear()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return make_plan(
        tmp_path / "plan.roadmap.json",
        activities=ACTIVITIES,
        risks=[{"key": "time", "title": "No time", "chance": 4, "impact": 4}],
        measures=[{"title": "Plan ahead", "risk": "time"}],
        people=[{"title": "Piet Jansen", "kind": "person", "contact": "piet@voorbeeld.nl"}],
    )


def elsewhere(path: Path, name: str, **changes: Any) -> None:
    """Somebody else, in a process of their own, changes activities of the plan at `path`."""
    code = (
        "import sys, json; from roadmap_tui.session import Session\n"
        "path, name, changes = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])\n"
        "session = Session.open(path, user=name)\n"
        "for number, fields in changes.items():\n"
        "    session.update(session.find(number), fields)\n"
        "session.save()\n"
    )
    environment = {**os.environ, "ROADMAP_STATE": str(path.parent / f"state-{name}")}
    command = [sys.executable, "-c", code, str(path), name, json.dumps(changes)]
    subprocess.run(command, env=environment, check=True, timeout=30)


def conflict(plan: Path) -> None:
    """Piet's copy and the plan both changed A1's title, A2's description; Piet's copy is merged in."""
    copy = plan.with_name("from-piet.json")
    shutil.copy(plan, copy)
    elsewhere(copy, "Piet", A1={"title": "Plan of Piet"}, A2={"description": "Piet belt zelf.\nOp maandag."})
    mine = Session.open(plan, user="Test")
    mine.update(mine.find("A1"), {"title": "Plan of Test"})
    mine.update(mine.find("A2"), {"description": "Test belt zelf.\nOp dinsdag."})
    sharing.merge(mine, [copy])
    mine.save()
    copy.unlink()


async def go(driver: Driver, place: str) -> None:
    await driver.app.action_go(place)
    await driver.pilot.pause()
    await driver.pilot.pause()


async def test_a_difference_shows_both_versions_with_who_and_settles_by_key(plan: Path) -> None:
    conflict(plan)
    async with running(plan) as driver:
        await go(driver, "differences")
        assert isinstance(driver.app.screen, DifferencesScreen)
        text = driver.screen_text()
        assert "2 differences wait" in text
        assert "Piet" in text
        assert "Plan of Test" in text
        assert "Plan of Piet" in text
        row = driver.table.record
        left = row.sides[0].value  # type: ignore[union-attr]
        await driver.do("keep_left")
        assert driver.find("A1").title == left
        assert "1 difference to go" in driver.message
        assert len(driver.table.listing.rows) == 1
        await driver.do("keep_right")
        assert "last difference" in driver.message
        assert "Nothing to decide" in driver.screen_text()
        await driver.saved()
    assert not sharing.differences(Session.open(plan))


async def test_a_third_version_can_be_written_also_unchanged(plan: Path) -> None:
    conflict(plan)
    async with running(plan) as driver:
        await go(driver, "differences")
        shown = driver.find("A1").title
        await driver.do("write_third", "save_form")
        assert driver.find("A1").title == shown
        assert [row.name for row in driver.table.listing.rows] == ["description"]  # type: ignore[attr-defined]
        await driver.do("write_third")
        driver.app.screen.editor("description").text = "Samen bellen."  # type: ignore[attr-defined]
        await driver.do("save_form")
        assert driver.find("A2").description == "Samen bellen."
        assert not sharing.differences(driver.session)


async def test_the_list_marks_a_record_with_a_difference_and_opens_it(plan: Path) -> None:
    conflict(plan)
    async with running(plan) as driver:
        await driver.at("A1")
        assert "≠A1" in driver.screen_text()
        await driver.do("differences_here")
        assert isinstance(driver.app.screen, DifferencesScreen)
        assert len(driver.table.listing.rows) == 1
        await driver.do("choose")
        assert isinstance(driver.app.screen, ConfirmScreen)
        await driver.press("2")
        assert not isinstance(driver.app.screen, DifferencesScreen)
        assert "≠A1" not in driver.screen_text()
        await driver.at("A3")
        await driver.do("differences_here")
        assert "Nothing has to be decided" in driver.message


async def test_removed_against_changed_asks(plan: Path) -> None:
    copy = plan.with_name("from-piet.json")
    shutil.copy(plan, copy)
    elsewhere(copy, "Piet", A3={"when": "augustus"})
    mine = Session.open(plan, user="Test")
    mine.commit(edits.delete(mine.tables, [mine.find("A3")]))
    sharing.merge(mine, [copy])
    mine.save()
    copy.unlink()
    async with running(plan) as driver:
        await go(driver, "differences")
        assert "Remove this record." in driver.screen_text()
        await driver.do("write_third")
        assert "left or right" in driver.message
        row = driver.table.record
        keeps = "keep_left" if not row.sides[0].value else "keep_right"  # type: ignore[union-attr]
        await driver.do(keeps)
        assert driver.find("A3").when == "augustus"
        assert not sharing.differences(driver.session)


async def test_what_another_process_saves_comes_in_within_two_seconds_and_leaves_cursor_and_form_alone(
    plan: Path,
) -> None:
    async with running(plan) as driver:
        await driver.at("A2")
        elsewhere(plan, "Piet", A1={"title": "Van Piet"}, A3={"title": "Ook van Piet"})
        await driver.pilot.pause(2.4)
        assert driver.message == "Piet changed 2 activities."
        assert driver.table.record.number == "A2"  # type: ignore[union-attr]
        assert "Van Piet" in driver.screen_text()
        await driver.do("edit")
        form = driver.app.screen
        form.editor("title").text = "Van Test"  # type: ignore[attr-defined]
        elsewhere(plan, "Piet", A2={"title": "Kick-off van Piet", "when": "11 mei"})
        await driver.pilot.pause(2.4)
        assert driver.app.screen is form
        assert form.editor("title").text == "Van Test"  # type: ignore[attr-defined]
        await driver.do("save_form")
        assert "Somebody else changed it too" in driver.message
        await driver.saved()
        assert driver.find("A2").when == "11 mei"
        (found,) = sharing.differences(driver.session)
        assert set(found.values) == {"Van Test", "Kick-off van Piet"}
        assert "≠A2" in driver.screen_text()


async def test_history_of_the_plan_and_of_one_record_and_since(plan: Path) -> None:
    elsewhere(plan, "Piet", A1={"title": "Van Piet"})
    async with running(plan) as driver:
        await go(driver, "history")
        assert isinstance(driver.app.screen, HistoryScreen)
        first = driver.table.listing.rows[0]
        assert (first.who, first.number) == ("Piet", "A1")  # type: ignore[attr-defined]
        assert "Plan van aanpak -> Van Piet" in driver.screen_text()
        await driver.do("since")
        await driver.type("gibberish")
        await driver.press("enter")
        assert "is not a moment" in driver.screen_text()
        for _letter in "gibberish":
            await driver.press("backspace")
        await driver.type("vandaag")
        await driver.press("enter")
        assert "since" in driver.screen_text()
        await driver.at("A1")
        await driver.do("history_here")
        assert [row.what for row in driver.table.listing.rows][-1] == "added"  # type: ignore[attr-defined]
        assert len(driver.table.listing.rows) == 2
        await driver.do("clear")
        assert not isinstance(driver.app.screen, HistoryScreen)


async def test_the_bin_brings_back_one_or_several_with_what_belonged_to_them(plan: Path) -> None:
    async with running(plan) as driver:
        for number in ("R1", "A3", "A1"):
            await driver.at(number)
            await driver.do("delete")
            await driver.press("enter")
        await go(driver, "bin")
        assert isinstance(driver.app.screen, BinScreen)
        assert {"Plan van aanpak", "Toetsing", "No time", "Plan ahead"} == set(driver.titles)
        place = next(i for i, row in enumerate(driver.table.listing.rows) if row.number == "R1")
        for _step in range(place):
            await driver.do("cursor_down")
        await driver.do("bring_back")
        assert driver.find("R1").title == "No time"
        assert [measure.title for measure in driver.session.records("measures")] == ["Plan ahead"]
        assert driver.titles == ["Plan van aanpak", "Toetsing"]
        await driver.do("cursor_first", "mark", "mark", "bring_back")
        assert [a.title for a in driver.session.records("activities")] == ["Plan van aanpak", "Kick-off", "Toetsing"]
        assert "The bin is empty" in driver.screen_text()
        await driver.do("undo")
        assert len(driver.table.listing.rows) == 2
        await driver.saved()


async def test_a_copy_beside_the_plan_is_offered_previewed_taken_in_and_put_away(plan: Path, tmp_path: Path) -> None:
    copy = plan.with_name("plan.roadmap-LAPTOP7.json")
    shutil.copy(plan, copy)
    elsewhere(copy, "Piet", A1={"title": "Van Piet"}, A2={"when": "12 mei"})
    before = copy.read_bytes()
    async with running(plan) as driver:
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        assert isinstance(driver.app.screen, ConfirmScreen)
        assert "a copy with 2 other changes" in driver.screen_text()
        assert "plan.roadmap-LAPTOP7.json" in driver.screen_text()
        await driver.press("enter")
        assert isinstance(driver.app.screen, CopiesScreen)
        assert "A1 Van Piet" in driver.screen_text()
        ErasedNames(plan_folder(driver.session.profile.state, driver.session.document.document_id)).add(["Van Piet"])
        await driver.do("take_in_copy")
        await driver.press("enter")
        await driver.saved()
        assert "stands again in A1; erase it" in " ".join(driver.screen_text().replace("│", " ").split())
        await driver.press("enter")
        assert driver.find("A1").title == "Van Piet"
        assert "No copies of this plan" in driver.screen_text()
    assert not copy.exists()
    kept = [gzip.decompress(path.read_bytes()) for path in (tmp_path / "state").rglob("*-copy*.json.gz")]
    assert kept == [before]


async def test_a_copy_with_questions_says_how_many_and_where(plan: Path) -> None:
    copy = plan.with_name("plan (2).json")
    shutil.copy(plan, copy)
    elsewhere(copy, "Piet", A1={"title": "Van Piet"})
    elsewhere(plan, "Anna", A1={"title": "Van Anna"})
    async with running(plan) as driver:
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        await driver.press("enter")
        await driver.do("take_in_copy")
        await driver.press("enter")
        await driver.saved()
        assert "1 row asks what you choose: = on that row" in driver.message


async def test_a_copy_that_is_left_lying_is_not_offered_again_until_it_changes(plan: Path) -> None:
    copy = plan.with_name("plan (2).json")
    shutil.copy(plan, copy)
    elsewhere(copy, "Piet", A1={"title": "Van Piet"})
    async with running(plan) as driver:
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        await driver.press("w")
    async with running(plan) as driver:
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        assert not isinstance(driver.app.screen, ConfirmScreen)
        await go(driver, "copies")
        assert "plan (2).json" in driver.screen_text()
    elsewhere(copy, "Piet", A2={"title": "Nog eens"})
    async with running(plan) as driver:
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        assert isinstance(driver.app.screen, ConfirmScreen)


async def test_erasing_a_person_shows_what_goes_and_leaves_nothing(plan: Path, tmp_path: Path) -> None:
    async with running(plan) as driver:
        await driver.at("P1")
        await driver.do("erase_person")
        assert isinstance(driver.app.screen, EraseScreen)
        text = driver.screen_text()
        assert "A1 Plan van aanpak" in text
        assert "Judge yourself" in text
        await driver.do("erase_parts")
        assert "loose parts" in driver.screen_text()
        await driver.do("erase_now")
        await driver.press("w")
        await driver.saved()
        assert driver.find("A2").description == "Bel (name erased). (name erased) weet meer."
        assert not driver.session.records("people")
        await driver.do("undo")
        assert not driver.session.records("people")
    held = [path for path in tmp_path.rglob("*") if path.is_file() and b"Piet" in path.read_bytes()]
    assert held == []


async def test_three_versions_can_all_be_seen_and_kept_also_when_only_reading_nothing_changes(plan: Path) -> None:
    copies = [plan.with_name(f"from-{name}.json") for name in ("Piet", "Marie")]
    for copy, name in zip(copies, ("Piet", "Marie"), strict=True):
        shutil.copy(plan, copy)
        elsewhere(copy, name, A1={"title": f"Van {name}"})
    mine = Session.open(plan, user="Test")
    mine.update(mine.find("A1"), {"title": "[bold]Van Test[/]\x1b]52;c;x\x07"})
    sharing.merge(mine, copies)
    mine.save()
    for copy in copies:
        copy.unlink()
    async with running(plan, read_only=True) as driver:
        await go(driver, "differences")
        await driver.do("keep_left")
        assert "reading only" in driver.message
        assert len(driver.table.listing.rows) == 1
    async with running(plan, size=(80, 24)) as driver:
        await go(driver, "differences")
        row = driver.table.record
        assert len(row.sides) == 3  # type: ignore[union-attr]
        assert "[bold]Van Test[/]" in driver.screen_text()
        assert "\x1b" not in driver.screen_text()
        await driver.do("other_version")
        last = row.sides[2].value  # type: ignore[union-attr]
        await driver.do("keep_right")
        assert driver.find("A1").title == last
        await driver.do("keep_left")
        assert "Nothing is left" in driver.message
