"""What a person does to rows: move, tick, add, change, remove, sort, filter - and what then stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import make_plan, running

from roadmap_tui import i18n
from roadmap_tui.session import Session
from screens.confirm import ConfirmScreen

ACTIVITIES = [
    {"title": "Plan van aanpak", "lead": "Projectleider", "when": "april/mei"},
    {"title": "Kick-off", "lead": "Projectleider", "when": "10 / 17 mei", "sessions": "1 sessie van 2 uur"},
    {"title": "Sessie routekaart", "lead": "Beleid", "when": "8 en 15 juni", "sessions": "2 sessies van 3 uur"},
    {"title": "Toetsing", "when": "juli", "optional": True, "sessions": "1 sessie van 4 uur"},
]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    i18n.use_language("en")
    return make_plan(
        tmp_path / "proef.roadmap.json",
        activities=ACTIVITIES,
        milestones=[{"key": "dap", "title": "DAP", "offset": "T-2w"}, {"key": "care", "title": "Aftercare"}],
        checkpoints=[
            {"title": "Contacts known", "milestone": "dap"},
            {"title": "Escalation agreed", "milestone": "dap"},
        ],
        risks=[
            {"key": "time", "title": "No time", "chance": 4, "impact": 4},
            {"title": "Late delivery", "chance": 5, "impact": 4},
            {"title": "Small", "chance": 1, "impact": 2},
        ],
        measures=[{"title": "Plan ahead", "risk": "time"}],
    )


async def test_activities_show_the_six_columns_in_order_with_what_is_late(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_activities")
        screen = driver.screen_text()
    header = next(line for line in screen.splitlines() if "Who (lead)" in line)
    places = [header.find(word) for word in ("Activity", "Who (lead)", "When", "Form of", "Sessions", "Wanted")]
    assert places == sorted(places)
    assert -1 not in places
    assert next(line for line in screen.splitlines() if "Kick-off" in line).count("! Late") == 1
    assert "12 hours (without options 8 hours) · excl. organisation and preparation" in screen


async def test_the_second_list_shows_what_belongs_to_the_owner_under_the_cursor(tmp_path: Path) -> None:
    plan = make_plan(
        tmp_path / "proef.roadmap.json",
        milestones=[{"key": "dap", "title": "DAP"}, {"key": "care", "title": "Aftercare"}],
        checkpoints=[
            {"title": "Contacts known", "milestone": "dap"},
            {"title": "Questions answered", "milestone": "care"},
            {"title": "Errors mended", "milestone": "care"},
        ],
    )
    async with running(plan) as driver:
        await driver.do("go_milestones")
        assert "Contacts known" in driver.screen_text()
        await driver.do("cursor_down")
        screen = driver.screen_text()
    assert "Questions answered" in screen
    assert "Errors mended" in screen
    assert "Contacts known" not in screen


async def test_space_moves_the_status_on_and_undo_takes_it_back(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do("advance")
        assert driver.find("A1").status == "active"
        await driver.do("advance")
        assert driver.find("A1").status == "done"
        await driver.do("undo")
        assert driver.find("A1").status == "active"
        assert "A1" in driver.message
        await driver.do("redo")
        assert driver.find("A1").status == "done"
        await driver.saved()
    assert getattr(Session.open(plan).find("A1"), "status", "") == "done"


async def test_the_cursor_stays_on_its_record_when_rows_move(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A2")
        await driver.do("move_down")
        assert driver.titles == ["Plan van aanpak", "Sessie routekaart", "Kick-off", "Toetsing"]
        assert driver.table.record is not None
        assert driver.table.record.number == "A2"
        await driver.do("sort")
        assert driver.table.record.number == "A2"
        await driver.do("move_up")
        assert "not sorted" in driver.message


async def test_marked_rows_are_changed_and_removed_together(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do("mark", "mark", "advance")
        assert [driver.find(number).status for number in ("A1", "A2", "A3")] == ["active", "active", "todo"]
        await driver.do("delete")
        assert "2 rows" in driver.screen_text()
        await driver.press("enter")
        assert driver.titles == ["Sessie routekaart", "Toetsing"]
        await driver.do("undo")
        assert len(driver.titles) == 4


async def test_removing_asks_and_says_what_goes_along(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("M1")
        await driver.do("delete")
        assert isinstance(driver.app.screen, ConfirmScreen)
        assert "2 records that belong to it" in driver.screen_text()
        await driver.press("escape")
        assert driver.titles == ["DAP", "Aftercare"]
        await driver.do("delete")
        await driver.press("enter")
        assert driver.titles == ["Aftercare"]
        assert driver.session.records("checkpoints") == ()


async def test_filter_as_you_type_finds_words_in_any_field(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do("filter")
        await driver.type("beleid juni")
        await driver.press("enter")
        assert driver.titles == ["Sessie routekaart"]
        assert "1 of 4" in driver.screen_text()
        await driver.do("clear")
        assert len(driver.titles) == 4
        assert driver.table.record is not None
        assert driver.table.record.number == "A3"


async def test_typing_right_after_the_filter_key_loses_no_letter(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.pilot.press("slash", *"toets")
        await driver.press("enter")
        assert driver.titles == ["Toetsing"]


async def test_a_checklist_is_ticked_beside_its_milestone(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("M1")
        await driver.do("next_pane")
        assert driver.titles == ["Contacts known", "Escalation agreed"]
        await driver.do("advance")
        assert driver.find("C1").status == "done"
        assert "1/2" in driver.screen_text()
        await driver.do("next_pane", "cursor_down", "next_pane")
        assert driver.titles == []


async def test_risks_stand_heaviest_first_with_their_class(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_risks")
        assert driver.titles == ["Late delivery", "No time", "Small"]
        line = next(line for line in driver.screen_text().splitlines() if "Late delivery" in line)
        assert "Very high" in line
        assert "20" in line
        await driver.do("cursor_down", "next_pane")
        assert driver.titles == ["Plan ahead"]


async def test_a_cell_of_the_matrix_picks_its_risks(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("R1")
        await driver.do("next_pane", "next_pane")
        await driver.press("enter")
        assert driver.titles == ["No time"]
        await driver.do("clear")
        assert driver.titles == ["Late delivery", "No time", "Small"]


async def test_duplicate_copies_what_belongs_to_it(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("M1")
        await driver.do("duplicate")
        assert driver.titles == ["DAP", "DAP (copy)", "Aftercare"]
        assert len(driver.session.records("checkpoints")) == 4


async def test_what_cannot_be_done_says_why(plan: Path) -> None:
    async with running(plan, read_only=True) as driver:
        await driver.at("A1")
        await driver.do("advance")
        assert "reading only" in driver.message
        await driver.do("new")
        assert "reading only" in driver.message
        await driver.do("undo")
        assert driver.message


async def test_a_failed_save_is_told_kept_and_tried_again(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_args: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    async with running(plan) as driver:
        await driver.at("A1")
        with monkeypatch.context() as patch:
            patch.setattr("roadmap_tui.store.document.replace_file", full_disk)
            await driver.do("advance")
            await driver.app.workers.wait_for_complete()
            await driver.pilot.pause()
            assert "not saved" in driver.screen_text()
            assert driver.find("A1").status == "active"
            await driver.do("quit")
            await driver.app.workers.wait_for_complete()
            await driver.pilot.pause()
            assert isinstance(driver.app.screen, ConfirmScreen)
            await driver.press("escape")
        await driver.do("retry_save")
        await driver.saved()
    assert getattr(Session.open(plan).find("A1"), "status", "") == "active"


async def test_what_others_save_is_shown_without_moving_the_cursor(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A3")
        other = Session.open(plan, user="Other")
        other.add("activities", {"title": "From elsewhere"}, after=other.find("A1"))
        other.save()
        driver.app.look_for_changes()
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        assert driver.titles[1] == "From elsewhere"
        assert driver.table.record is not None
        assert driver.table.record.number == "A3"


async def test_text_of_users_is_never_markup_and_never_steers_the_terminal(tmp_path: Path) -> None:
    plan = make_plan(tmp_path / "x.roadmap.json", activities=[{"title": "[red]bold[/] \x1b[31mred\x07"}])
    async with running(plan) as driver:
        await driver.do("go_activities")
        screen = driver.screen_text()
        await driver.do("open")
        opened = driver.screen_text()
    assert "[red]bold[/]" in screen
    assert "\x1b" not in screen + opened
    assert "\x07" not in screen + opened


@pytest.mark.parametrize("size", [(20, 5), (39, 24), (80, 9)])
async def test_a_tiny_terminal_gets_one_sentence(plan: Path, size: tuple[int, int]) -> None:
    async with running(plan, size=size) as driver:
        await driver.do("go_activities")
        words = driver.screen_text().split()
    assert " ".join(words) == "Make this window larger: 40 by 10."


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_every_list_fits_its_terminal(plan: Path, size: tuple[int, int]) -> None:
    async with running(plan, size=size) as driver:
        for place in ("activities", "milestones", "risks", "people"):
            await driver.app.action_go(place)
            await driver.pilot.pause()
            lines = driver.screen_text().splitlines()
            assert len(lines) == size[1], place
            assert all(len(line) <= size[0] for line in lines), place
