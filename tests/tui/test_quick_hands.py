"""Adding in one line, changing cells in place, marking, copying and pasting, as a user does it."""

from __future__ import annotations

from pathlib import Path

from plan_driver import Driver, make_plan, running
from textual import events

from screens.paste import PasteScreen
from screens.widgets.cell_editor import CellEditor
from screens.widgets.quick_bar import QuickBar

ACTIVITIES = [
    {"title": "Kick-off", "lead": "Projectleider", "when": "8 juni", "sessions": "2 uur"},
    {"title": "Testen", "lead": "Leverancier", "when": "juli"},
    {"title": "Opleiden", "when": "september"},
    {"title": "Livegang"},
]


def plan(folder: Path) -> Path:
    return make_plan(folder / "p.roadmap.json", activities=ACTIVITIES)


async def paste(driver: Driver, text: str) -> None:
    driver.app.post_message(events.Paste(text))
    await driver.pilot.pause()


async def test_a_line_becomes_an_activity_and_shows_how_it_is_read(tmp_path: Path) -> None:
    async with running(plan(tmp_path)) as driver:
        await driver.at("A1")
        await driver.do("quick_add")
        await driver.type("Training 8 en 15 juni fysiek 2 sessies van 3 uur Jan en Piet")
        shown = driver.screen_text()
        assert "2 × 3 uur = 6 uur" in shown
        assert "Jan · Piet" in shown
        await driver.press("enter")
        assert driver.message == "Toegevoegd: A5 Training"
        added = driver.find("A5")
        assert (added.title, added.when, added.workform, added.sessions, added.lead) == (
            "Training",
            "8 en 15 juni",
            "fysiek",
            "2 sessies van 3 uur",
            "Jan en Piet",
        )
        await driver.type("Nog iets")
        await driver.press("enter", "escape")
        assert driver.titles == ["Kick-off", "Training", "Nog iets", "Testen", "Opleiden", "Livegang"]
        await driver.do("undo")
        assert driver.titles == ["Kick-off", "Training", "Testen", "Opleiden", "Livegang"]
        assert not driver.app.screen.query_one(QuickBar).display


async def test_a_range_and_all_rows_can_be_marked_and_set_at_once(tmp_path: Path) -> None:
    async with running(plan(tmp_path)) as driver:
        await driver.at("A1")
        await driver.do("mark", "cursor_down", "mark_range")
        assert [record.number for record in driver.table.chosen] == ["A1", "A2", "A3"]
        assert "3 rijen gemarkeerd" in driver.screen_text()
        await driver.do("mark_all")
        assert len(driver.table.chosen) == 4
        await driver.do("mark_all")
        assert driver.table.marked == set()
        await driver.at("A1")
        await driver.do("mark", "mark")
        await driver.do("set_field")
        await driver.type("l")
        while driver.app.screen.query_one("ChoiceEditor").text != "lead":  # type: ignore[attr-defined]
            await driver.type("w")
        await driver.press("tab")
        await driver.type("Jan")
        await driver.press("enter")
        assert [driver.find(number).lead for number in ("A1", "A2", "A3")] == ["Jan", "Jan", ""]
        await driver.do("undo")
        assert [driver.find(number).lead for number in ("A1", "A2")] == ["Projectleider", "Leverancier"]


async def test_cells_change_in_their_place(tmp_path: Path) -> None:
    async with running(plan(tmp_path)) as driver:
        await driver.at("A3")
        await driver.do("edit_cell")
        await driver.type(" team")
        await driver.press("tab")
        await driver.type("Marieke")
        await driver.press("tab")
        assert driver.find("A3").title == "Opleiden team"
        assert driver.find("A3").lead == "Marieke"
        await driver.type(" 2026")
        await driver.press("down")
        assert driver.find("A3").when == "september 2026"
        await driver.type("2 november")
        await driver.press("escape")
        assert driver.find("A4").when == ""
        assert not driver.app.screen.query(CellEditor)
        assert driver.table.record is not None
        assert driver.table.record.number == "A4"


async def test_a_wrong_cell_says_what_is_wrong_and_stays_open(tmp_path: Path) -> None:
    async with running(plan(tmp_path)) as driver:
        await driver.at("A1")
        await driver.do("edit_cell")
        await driver.press("home", *["delete"] * 12, "enter")
        assert "mag niet leeg blijven" in driver.screen_text()
        assert driver.app.screen.query(CellEditor)
        await driver.press("escape")
        assert driver.find("A1").title == "Kick-off"


async def test_rows_go_to_the_clipboard_as_words(tmp_path: Path) -> None:
    async with running(plan(tmp_path)) as driver:
        await driver.at("A1")
        await driver.do("copy_rows")
        assert driver.app.clipboard == "A1\tNog niet gestart\tKick-off\tProjectleider\t8 juni\t\t2 uur\t"
        assert driver.message == "Op het klembord: A1"
        await driver.do("copy_table")
        lines = driver.app.clipboard.split("\n")
        assert lines[0].split("\t") == [
            "Nr.",
            "Status",
            "Activiteit",
            "Wie (lead)",
            "Wanneer",
            "Werkvorm",
            "Duur sessies",
            "Gewenste inzet van",
        ]
        assert len(lines) == 5
        await driver.do("paste", "paste")
        await driver.press("ctrl+v")
        assert isinstance(driver.app.screen, PasteScreen)


async def test_a_table_is_pasted_with_a_preview_and_undone_at_once(tmp_path: Path) -> None:
    async with running(plan(tmp_path)) as driver:
        await driver.at("A1")
        table = "Activiteit\tWie (lead)\tWanneer\nSchonen\tJan\t1 juni\nProefmigratie\tLeverancier\tjuli\n"
        await paste(driver, table)
        assert isinstance(driver.app.screen, PasteScreen)
        shown = driver.screen_text()
        assert "2 nieuwe activiteiten" in shown
        assert "Proefmigratie" in shown
        assert len(driver.session.records("activities")) == 4
        await driver.press("enter")
        assert driver.find("A6").lead == "Leverancier"
        await paste(driver, table.replace("juli", "augustus"))
        assert "1 gewijzigd" in driver.screen_text()
        await driver.press("enter")
        assert driver.find("A6").when == "augustus"
        assert len(driver.session.records("activities")) == 6
        await driver.do("undo", "undo")
        assert len(driver.session.records("activities")) == 4


async def test_rows_without_headings_lines_and_one_line(tmp_path: Path) -> None:
    async with running(plan(tmp_path)) as driver:
        await driver.at("A1")
        await paste(driver, 'Schonen\tJan\t"1 juni\nof later"\nProef\tPiet\tjuli')
        assert "Geen kopjes gevonden" in driver.screen_text()
        await driver.press("enter")
        assert driver.find("A5").when == "1 juni\nof later"
        await paste(driver, "- Overleg wekelijks 1 uur\n- Borrel 8 juni\n")
        await driver.press("enter")
        assert (driver.find("A7").title, driver.find("A7").sessions) == ("Overleg", "1 uur")
        await paste(driver, "Nazorg 4 weken na livegang")
        assert driver.app.screen.query_one(QuickBar).display
        await driver.press("enter", "escape")
        assert driver.find("A9").when == "4 weken na livegang"


async def test_read_only_says_so(tmp_path: Path) -> None:
    async with running(plan(tmp_path), read_only=True) as driver:
        await driver.at("A1")
        for action in ("quick_add", "edit_cell", "set_field", "paste"):
            await driver.do(action)
            assert driver.message == "Dit plan is alleen open om te lezen."
