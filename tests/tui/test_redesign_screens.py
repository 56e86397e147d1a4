"""The grids, traces and order of a redesign and of a journey map, as a person uses them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plan_driver import Driver, running

from roadmap_tui.exchange.templates import build, load_template
from roadmap_tui.model.record import Record
from roadmap_tui.session import Session
from screens.blueprint import BlueprintScreen
from screens.grids import GridScreen
from screens.layer_map import LayerMapScreen
from screens.trace import TraceScreen


def plan_from(template: str, path: Path) -> Path:
    Session.create(path, build(load_template(template), date(2026, 6, 3)), user="Test")
    return path


async def go(driver: Driver, place: str) -> None:
    await driver.app.action_go(place)
    await driver.pilot.pause()
    await driver.pilot.pause()


def under_cursor(driver: Driver) -> Record | None:
    screen = driver.app.screen
    assert isinstance(screen, GridScreen)
    return screen.grid.record


async def test_a_cell_of_the_blueprint_is_changed_in_its_place_and_taken_back(tmp_path: Path) -> None:
    plan = plan_from("i4sociaal", tmp_path / "plan.roadmap.json")
    async with running(plan, size=(80, 24)) as driver:
        await go(driver, "blueprint")
        await driver.do("edit_entry")
        await driver.type(" nu")
        await driver.press("enter")
        record = under_cursor(driver)
        assert record is not None
        assert record.title == "Voorwaarden in gewone taal; bedragen van dit jaar nu"
        await driver.do("undo")
        assert under_cursor(driver).title == "Voorwaarden in gewone taal; bedragen van dit jaar"  # type: ignore[union-attr]


async def test_an_empty_cell_is_filled_and_emptied_again(tmp_path: Path) -> None:
    plan = plan_from("i4sociaal", tmp_path / "plan.roadmap.json")
    async with running(plan, size=(120, 40)) as driver:
        await go(driver, "blueprint")
        await driver.do("next_journey")
        await driver.do("cursor_first")
        assert under_cursor(driver) is None
        await driver.do("open_entry", "close", "edit_entry")
        await driver.type("Dossier")
        await driver.press("enter")
        assert under_cursor(driver).title == "Dossier"  # type: ignore[union-attr]
        before = len(driver.session.records("blueprint"))
        await driver.do("edit_entry")
        await driver.press(*["backspace"] * 7, "enter")
        assert len(driver.session.records("blueprint")) == before - 1
        await driver.do("form_entry")
        assert "leeg" in driver.message


async def test_lanes_are_added_by_name_and_an_empty_name_is_refused(tmp_path: Path) -> None:
    plan = plan_from("i4sociaal", tmp_path / "plan.roadmap.json")
    async with running(plan, size=(120, 40)) as driver:
        await go(driver, "blueprint")
        await driver.do("new_grid_column")
        await driver.press("enter")
        assert "Typ een naam" in driver.screen_text()
        await driver.type("Kosten")
        await driver.press("enter")
        assert [lane.title for lane in driver.session.records("lanes")][-1] == "Kosten"
        await driver.do("usual_columns")
        assert "al lanen" in driver.message


async def test_a_blueprint_of_nothing_says_how_to_begin(tmp_path: Path) -> None:
    plan = plan_from("leeg", tmp_path / "plan.roadmap.json")
    async with running(plan, size=(80, 24)) as driver:
        await go(driver, "blueprint")
        assert isinstance(driver.app.screen, BlueprintScreen)
        assert "Nog geen klantreizen" in driver.screen_text()
        for action in ("edit_entry", "new_entry", "next_journey", "new_consequence", "new_grid_row", "remove_entry"):
            await driver.do(action)
            assert isinstance(driver.app.screen, BlueprintScreen)
            assert driver.message
        await driver.do("usual_columns")
        assert len(driver.session.records("lanes")) == 5


async def test_the_cursor_walks_through_the_components_of_a_cell(tmp_path: Path) -> None:
    plan = plan_from("routekaart", tmp_path / "plan.roadmap.json")
    async with running(plan, size=(120, 40)) as driver:
        await go(driver, "layer_map")
        assert isinstance(driver.app.screen, LayerMapScreen)
        assert "5 mijlpalen, 3 sessies" in driver.screen_text()
        await driver.do("new_entry")
        await driver.type("Loket")
        await driver.press("enter")
        assert under_cursor(driver).title == "Loket"  # type: ignore[union-attr]
        await driver.do("advance_entry")
        assert under_cursor(driver).status == "partly"  # type: ignore[union-attr]
        await driver.do("cursor_up")
        assert under_cursor(driver).title == "Afspraak dat je zonder verwijzing terechtkunt"  # type: ignore[union-attr]
        await driver.do("cursor_down", "cursor_down")
        assert under_cursor(driver).title == "Regels voor het gebruik van signalen"  # type: ignore[union-attr]


async def test_one_key_walks_from_a_roadmap_item_to_its_bottleneck_and_back(tmp_path: Path) -> None:
    plan = plan_from("i4sociaal", tmp_path / "plan.roadmap.json")
    async with running(plan, size=(120, 40)) as driver:
        await driver.at("RI3")
        await driver.do("trace_back")
        assert isinstance(driver.app.screen, TraceScreen)
        shown = driver.screen_text()
        for number in ("RI3", "CS2", "ST4", "KR2", "PS1", "KN1"):
            assert number in shown, number
        assert "KN3" not in shown
        await driver.do("cursor_down", "walk")
        assert "RI3" in driver.screen_text()
        await driver.do("step_back", "step_back")
        assert driver.table.record is not None
        assert driver.table.record.number == "RI3"


async def test_a_bottleneck_that_nothing_solves_is_flagged(tmp_path: Path) -> None:
    plan = plan_from("i4sociaal", tmp_path / "plan.roadmap.json")
    async with running(plan, size=(80, 24)) as driver:
        await go(driver, "trace")
        (line,) = [line for line in driver.screen_text().splitlines() if "KN3" in line]
        assert "! niets" in line


async def test_marked_items_become_activities_in_one_step(tmp_path: Path) -> None:
    plan = plan_from("i4sociaal", tmp_path / "plan.roadmap.json")
    async with running(plan, size=(120, 40)) as driver:
        await driver.at("RI1")
        await driver.do("mark", "cursor_down", "mark", "make_activities")
        made = driver.session.records("activities")
        assert [each.title for each in made] == ["Afspraken over gegevens", "Vooraf ingevuld formulier"]
        assert driver.find("RI1").activity == made[0].id
        (link,) = driver.session.records("links")
        assert (link.source, link.target) == (made[0].id, made[1].id)  # type: ignore[attr-defined]
        await driver.do("clear")
        await driver.at("RI1")
        await driver.do("make_activities")
        assert "al activiteiten" in driver.message
        await driver.do("undo")
        assert not driver.session.records("activities")
        assert driver.find("RI1").activity is None


async def test_the_order_says_why_and_a_section_leads_to_its_picture(tmp_path: Path) -> None:
    plan = plan_from("i4sociaal", tmp_path / "plan.roadmap.json")
    async with running(plan, size=(80, 24)) as driver:
        await go(driver, "priorities")
        shown = driver.screen_text()
        assert "Dringend (5) maar complex (4). Komt na RI1." in shown
        await driver.do("go_programme", "cursor_first", "cursor_down", "cursor_down", "open_chapter", "show_picture")
        assert isinstance(driver.app.screen, BlueprintScreen)
