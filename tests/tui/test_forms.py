"""Forms: made from the declarations, validated field by field, and never losing what was typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import Driver, make_plan, running

from roadmap_tui import i18n
from roadmap_tui.session import Session
from screens.confirm import ConfirmScreen
from screens.form import FormScreen
from screens.shell import Crash


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    i18n.use_language("en")
    return make_plan(
        tmp_path / "proef.roadmap.json",
        activities=[{"title": "Plan van aanpak", "when": "april/mei"}, {"title": "Kick-off"}],
        milestones=[{"key": "dap", "title": "DAP", "offset": "T-2w"}, {"title": "Draaiboek"}],
        checkpoints=[{"title": "Contacts known", "milestone": "dap"}],
        risks=[{"title": "No time", "chance": 4, "impact": 4}],
    )


def form_of(driver: Driver) -> FormScreen:
    assert isinstance(driver.app.screen, FormScreen), driver.app.screen
    return driver.app.screen


async def go_to_field(driver: Driver, name: str) -> None:
    driver.app.screen.set_focus(form_of(driver).editor(name))
    await driver.pilot.pause()


async def test_a_new_row_comes_below_the_cursor_and_has_the_cursor(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do("new")
        await driver.type("Nieuw werk")
        await driver.do("save_form")
        assert driver.titles == ["Plan van aanpak", "Nieuw werk", "Kick-off"]
        assert driver.table.record is not None
        assert driver.table.record.title == "Nieuw werk"
        assert "A3" in driver.message
        await driver.saved()
    assert Session.open(plan).find("A3").title == "Nieuw werk"


async def test_typing_right_after_the_new_key_loses_no_letter(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.pilot.press("n", *"Werk")
        await driver.pilot.pause()
        assert form_of(driver).texts["title"] == "Werk"


async def test_the_reading_stands_under_when_while_typing(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A2")
        await driver.do("edit")
        await go_to_field(driver, "when")
        await driver.type("8 en 15 juni")
        screen = driver.screen_text()
        assert "Mon 08-06-2026 and Mon 15-06-2026" in screen
        await go_to_field(driver, "sessions")
        await driver.type("2 sessies van 3 uur")
        assert "2 × 3 hours = 6 hours" in driver.screen_text()


async def test_a_wrong_value_keeps_the_form_and_says_what_is_wrong(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A2")
        await driver.do("edit")
        await go_to_field(driver, "start")
        await driver.type("31-2-2026")
        await driver.do("save_form")
        assert form_of(driver).texts["start"] == "31-2-2026"
        assert "must be a date" in driver.message
        assert driver.app.focused is form_of(driver).editor("start")
        assert getattr(driver.find("A2"), "start", None) is None


async def test_a_required_field_cannot_stay_empty(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do("new", "save_form")
        assert "cannot stay empty" in driver.message
        assert isinstance(driver.app.screen, FormScreen)


async def test_a_milestone_is_chosen_by_number_or_by_title(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do("edit")
        await go_to_field(driver, "milestone")
        await driver.type("draai")
        assert "M2 Draaiboek" in driver.screen_text()
        await driver.do("save_form")
        assert driver.find("A1").milestone == driver.find("M2").id


async def test_choices_scales_and_flags_are_set_with_arrows_and_letters(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("R1")
        await driver.do("edit")
        await go_to_field(driver, "chance")
        await driver.type("2")
        await go_to_field(driver, "impact")
        await driver.press("right")
        await go_to_field(driver, "status")
        await driver.press("left")
        await driver.do("save_form")
        risk = driver.find("R1")
        assert (risk.chance, risk.impact, risk.status) == (2, 5, "accepted")
        await driver.at("A1")
        await driver.do("edit")
        await go_to_field(driver, "optional")
        await driver.type("y")
        await driver.do("save_form")
        assert driver.find("A1").optional is True


async def test_a_new_checkpoint_belongs_to_the_milestone_in_sight(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("M1")
        await driver.do("next_pane", "new")
        await driver.type("Kosten bekend")
        await driver.do("save_form")
        assert driver.titles == ["Contacts known", "Kosten bekend"]


async def test_only_what_changed_is_written(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do("edit")
        other = Session.open(plan, user="Other")
        other.update(other.find("A1"), {"lead": "Beleid"})
        other.save()
        await go_to_field(driver, "when")
        await driver.press("end")
        await driver.type(" 2026")
        await driver.do("save_form")
        await driver.saved()
    activity = Session.open(plan).find("A1")
    assert (getattr(activity, "lead", ""), getattr(activity, "when", "")) == ("Beleid", "april/mei 2026")


async def test_cancel_asks_when_something_was_typed(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do("edit", "cancel")
        assert not isinstance(driver.app.screen, FormScreen)
        await driver.do("edit")
        await driver.type("x")
        await driver.do("cancel")
        assert isinstance(driver.app.screen, ConfirmScreen)
        await driver.press("enter")
        assert isinstance(driver.app.screen, FormScreen)
        await driver.do("cancel")
        await driver.press("w")
        assert driver.find("A1").title == "Plan van aanpak"
        assert driver.app.drafts.all() == []


async def test_what_was_typed_survives_a_lost_connection(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do("edit")
        await driver.press("end")
        await driver.type(" af")
        driver.app._cut_off()
    async with running(plan) as driver:
        assert isinstance(driver.app.screen, ConfirmScreen)
        assert "Plan van aanpak af" in driver.screen_text()
        await driver.press("enter")
        assert form_of(driver).texts["title"] == "Plan van aanpak af"
        await driver.do("save_form")
        await driver.saved()
        assert driver.app.drafts.all() == []
    assert Session.open(plan).find("A1").title == "Plan van aanpak af"


async def test_a_draft_stays_until_the_file_is_saved(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_args: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do("edit")
        await driver.type("x")
        with monkeypatch.context() as patch:
            patch.setattr("roadmap_tui.store.document.replace_file", full_disk)
            await driver.do("save_form")
            await driver.app.workers.wait_for_complete()
            await driver.pilot.pause()
            assert len(driver.app.drafts.all()) == 1
        await driver.do("retry_save")
        await driver.saved()
        assert driver.app.drafts.all() == []


async def test_a_crash_keeps_what_was_typed_and_shows_one_sentence(
    plan: Path, monkeypatch: pytest.MonkeyPatch, own_surroundings: Path
) -> None:
    async def type_until_it_breaks() -> None:
        async with running(plan) as driver:
            await driver.at("A1")
            await driver.do("edit")
            await driver.type("nog ")
            monkeypatch.setattr(FormScreen, "action_next_field", broken)
            await driver.do("next_field")

    def broken(_form: FormScreen) -> None:
        raise RuntimeError("broken")

    with pytest.raises(Crash, match="broken"):
        await type_until_it_breaks()
    assert "broken" in (own_surroundings / "state" / "crash.txt").read_text()
    async with running(plan) as driver:
        assert isinstance(driver.app.screen, ConfirmScreen)


async def test_a_row_that_others_removed_is_added_again_with_what_was_typed(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do("edit")
        await driver.press("end")
        await driver.type(" nieuw")
        session = driver.session
        from roadmap_tui.editing import edits

        session.commit(edits.delete(session.tables, [session.find("A1")]))
        await driver.do("save_form")
        assert "Plan van aanpak nieuw" in driver.titles


async def test_the_plan_itself_has_a_form_too(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.app.action_edit_plan()
        await go_to_field(driver, "organisation")
        await driver.type("Gemeente Proef")
        await driver.do("save_form")
        assert "Gemeente Proef" in driver.screen_text()


async def test_every_kind_of_record_has_a_form(plan: Path) -> None:
    async with running(plan, size=(80, 24)) as driver:
        for number in ("A1", "M1", "C1", "R1", "plan"):
            await driver.app.open_form(driver.find(number))
            form = form_of(driver)
            assert set(form.texts) == {field.name for field in form.model.fields}
            if number != "plan":
                await driver.press(*["tab"] * len(form.texts))
            assert not form.model.is_changed(form.texts)
            await driver.do("cancel")
