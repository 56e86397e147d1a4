"""The chapters of the implementation plan and the stakeholders, as a person at the keyboard meets them."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from plan_driver import make_plan, running
from textual.app import App

from roadmap_tui.errors import UsageError
from screens.chapter import ChapterScreen
from screens.chapters import ChaptersScreen
from screens.external import write_outside
from screens.form import FormScreen
from screens.widgets.matrix import StakeholderMatrix


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return make_plan(
        tmp_path / "plan.roadmap.json",
        criteria=[{"title": "Sneller", "target": "90%"}],
        stakeholders=[
            {"key": "s1", "title": "Stuurgroep", "influence": 5, "interest": 5},
            {"title": "Inwoners", "influence": 1, "interest": 4},
        ],
        communications=[{"title": "Rapport", "stakeholder": "s1", "when": "elke maand"}],
        runsheet=[{"title": "Back-up", "offset": "T-3d", "time": "17.00", "minutes": 90}, {"title": "Omzetten"}],
        log=[{"title": "Autorisatie opvragen", "due": "2026-05-01"}],
    )


async def test_ten_chapters_show_how_complete_they_are(plan: Path) -> None:
    async with running(plan, size=(80, 24)) as driver:
        await driver.do("go_chapters")
        assert len(driver.titles) == 10
        text = driver.screen_text()
        assert "Mager" in text
        assert "Leeg" in text
        assert "Het doel staat er niet in." in text


async def test_a_chapter_opens_with_its_list_and_escape_goes_back(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_chapters", "open_chapter")
        assert isinstance(driver.app.screen, ChapterScreen)
        assert driver.titles == ["Sneller"]
        await driver.do("advance")
        assert driver.find("K1").status == "achieved"
        await driver.do("clear")
        assert isinstance(driver.app.screen, ChaptersScreen)


async def test_the_text_of_a_chapter_is_written_in_a_form_of_its_own(plan: Path) -> None:
    async with running(plan, size=(80, 24)) as driver:
        await driver.do("go_chapters", "edit_chapter")
        form = driver.app.screen
        assert isinstance(form, FormScreen)
        assert list(form.texts) == ["goal"]
        await driver.type("iedereen vindt zijn zaak")
        await driver.do("save_form")
        assert driver.session.plan.goal == "iedereen vindt zijn zaak"
        assert isinstance(driver.app.screen, ChaptersScreen)
        assert "Compleet" in driver.screen_text().splitlines()[6]


async def test_tab_goes_through_the_texts_and_the_lists(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_chapters", "cursor_down", "cursor_down", "cursor_down", "open_chapter")
        assert driver.table.id == "milestones"
        await driver.do("next_pane")
        assert driver.titles == ["Back-up", "Omzetten"]
        assert "vr 30-10 17.00" in driver.screen_text()
        assert "vr 30-10 18.30" in driver.screen_text()
        await driver.do(*["next_pane"] * 5)
        await driver.do("edit")
        assert isinstance(driver.app.screen, FormScreen)
        assert list(driver.app.screen.texts) == ["results_note"]


async def test_a_stakeholder_shows_what_they_hear_and_where_they_stand(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_stakeholders")
        assert driver.titles == ["Stuurgroep", "Inwoners"]
        matrix = driver.app.screen.query_one(StakeholderMatrix)
        assert [record.title for record in matrix.matrix.cells[1, 4].records] == ["Inwoners"]
        await driver.do("next_pane")
        assert driver.titles == ["Rapport"]


async def test_a_new_moment_belongs_to_the_stakeholder_under_the_cursor(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("S2")
        await driver.do("next_pane", "new")
        await driver.type("Website")
        await driver.do("save_form")
        assert driver.find("CM2").stakeholder == driver.find("S2").id


async def test_every_kind_of_record_has_a_list_that_the_palette_opens(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("palette")
        await driver.type("besluiten")
        await driver.press("enter")
        await driver.pilot.pause()
        assert driver.titles == ["Autorisatie opvragen"]
        assert "Te laat" in driver.screen_text()
        record = await driver.at("BA1")
        assert record.title == "Autorisatie opvragen"


async def test_without_an_editor_the_form_says_so(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with running(plan) as driver:
        await driver.do("go_chapters", "edit_chapter", "external_editor")
        assert "EDITOR" in driver.message


class _Lent:
    """An application that steps aside without a terminal."""

    @contextlib.contextmanager
    def suspend(self) -> Iterator[None]:
        yield


def test_the_text_comes_back_from_the_editor_cleaned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "editor.py"
    script.write_text("import sys; f = open(sys.argv[1], 'a'); f.write(' en meer\\x1b[31m\\n')")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    assert write_outside(cast("App[Any]", _Lent()), "Doel") == "Doel en meer"


@pytest.mark.parametrize("command", ["geen-editor-met-deze-naam", "false"])
def test_an_editor_that_fails_changes_nothing(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", command)
    with pytest.raises(UsageError, match=command):
        write_outside(cast("App[Any]", _Lent()), "Doel")
