"""One open plan: what it shows, how it changes, goes back, is saved and shared."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from roadmap_tui.errors import NotSavedError, UnreadableError, UsageError
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.handles import handle
from roadmap_tui.model.plan import Plan
from roadmap_tui.session import Session
from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import encode_file
from roadmap_tui.store.merging import differences
from roadmap_tui.store.placing import find_stored
from roadmap_tui.store.revisions import OUTSIDE, actor_of, heads

TODAY = date(2026, 6, 10)
ROWS: list[tuple[str, int, dict[str, Any]]] = [
    ("plan", 50, {"title": "Zaaksysteem", "year": 2026, "go_live": "2026-11-02"}),
    ("activities", 101, {"title": "Plan van aanpak", "when": "april/mei"}),
    ("activities", 102, {"title": "Kick-off", "lead": "Projectleider"}),
    ("milestones", 201, {"title": "Draaiboek", "offset": "T-2w"}),
]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A saved plan with two activities (A1, A2) and a milestone (M1), opened by Anna."""
    return Session.create(tmp_path / "p.roadmap.json", ROWS, user="Anna", today=TODAY)


def titles(session: Session, table: str = "activities") -> list[str]:
    """The titles of a table in the order in which people see them."""
    return [record.title for record in session.records(table)]


def test_a_new_plan_is_in_its_file_and_opens_again(session: Session) -> None:
    again = Session.open(session.path, today=TODAY)
    assert again.plan == Plan(id=50, order=again.plan.order, title="Zaaksysteem", year=2026, go_live=date(2026, 11, 2))
    assert titles(again) == ["Plan van aanpak", "Kick-off"]
    assert [record.number for record in again.records("activities")] == ["A1", "A2"]
    assert again.today == TODAY
    assert again.unsaved == 0


def test_a_new_plan_is_never_made_over_a_file(session: Session) -> None:
    before = session.path.read_bytes()
    with pytest.raises(NotSavedError):
        Session.create(session.path, ROWS)
    assert session.path.read_bytes() == before


def test_opening_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        Session.open(tmp_path / "none.roadmap.json")


def test_records_are_read_once_as_long_as_nothing_changes(session: Session) -> None:
    first = session.records("activities")
    assert session.records("activities") is first
    session.update(first[0], {"title": "Anders"})
    second = session.records("activities")
    assert [record.title for record in second] == ["Anders", "Kick-off"]
    assert second[1] is first[1]


def test_a_record_is_found_by_number_handle_and_its_beginning(session: Session) -> None:
    activity = session.records("activities")[1]
    assert session.find("A2") == session.find(" a2 ") == activity
    assert session.find(handle(102)) == activity
    assert session.find("plan") == session.plan
    with pytest.raises(UsageError, match="A9"):
        session.find("A9")
    with pytest.raises(UsageError):
        session.find("")


def test_a_handle_that_fits_several_records_names_them(session: Session) -> None:
    with pytest.raises(UsageError, match="Kick-off"):
        session.find(handle(102)[:4])


def test_a_new_record_gets_the_next_number_and_its_place(session: Session) -> None:
    first = session.records("activities")[0]
    session.add("activities", {"title": "Ertussen"}, after=first)
    session.add("activities", {"title": "Achteraan"})
    assert titles(session) == ["Plan van aanpak", "Ertussen", "Kick-off", "Achteraan"]
    assert [record.number for record in session.records("activities")] == ["A1", "A3", "A2", "A4"]


def test_a_number_is_not_given_out_again_after_a_removal(session: Session) -> None:
    last = session.records("activities")[1]
    session.commit([Change("activities", last.id, action="delete")])
    session.add("activities", {"title": "Nieuw"})
    assert session.records("activities")[-1].number == "A3"
    assert session.removed("activities")[102]["title"] == "Kick-off"


def test_undo_and_redo_say_what_they_took_back(session: Session) -> None:
    session.update(session.find("A1"), {"title": "Anders"})
    session.update(session.find("A2"), {"status": "done"})
    assert session.undo() == "A2"
    assert session.undo() == "A1"
    assert titles(session) == ["Plan van aanpak", "Kick-off"]
    assert session.redo() == "A1"
    assert session.redo() == "A2"
    assert session.find("A2").status == "done"  # type: ignore[attr-defined]
    with pytest.raises(UsageError):
        session.redo()


def test_the_making_of_the_plan_is_not_undone(session: Session) -> None:
    with pytest.raises(UsageError):
        session.undo()
    assert titles(session) == ["Plan van aanpak", "Kick-off"]


def test_undo_works_after_reopening_and_only_on_what_this_person_did(
    session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session.update(session.find("A1"), {"title": "Van Anna"})
    session.save()
    again = Session.open(session.path, user="Anna")
    assert again.undo() == "A1"
    assert titles(again)[0] == "Plan van aanpak"
    from roadmap_tui.user import profile

    monkeypatch.setenv("ROADMAP_STATE", str(tmp_path / "ben"))
    profile.state_folder.cache_clear()
    ben = Session.open(session.path, user="Ben")
    with pytest.raises(UsageError):
        ben.undo()


def test_a_change_of_many_records_is_described_shortly(session: Session) -> None:
    for count in range(4):
        session.add("activities", {"title": str(count)})
    records = session.records("activities")
    changes = [Change("activities", record.id, {"status": "done"}) for record in records]
    assert "A1" in session.describe(changes)
    assert "5" in session.describe(changes)
    assert session.describe(changes[:2]) == "A1, A2"


def test_reading_only_refuses_changes_and_leaves_the_file(session: Session) -> None:
    before = session.path.read_bytes()
    reader = Session.open(session.path, read_only=True)
    with pytest.raises(NotSavedError):
        reader.add("activities", {"title": "x"})
    with pytest.raises(NotSavedError):
        reader.undo() if reader.unsaved else reader.commit([Change("plan", 50, {"title": "x"})])
    assert session.path.read_bytes() == before


def test_a_newer_format_says_that_it_is_newer(session: Session) -> None:
    session.path.write_text(session.path.read_text().replace('"write":1', '"write":9'))
    newer = Session.open(session.path)
    assert newer.read_only
    assert titles(newer) == ["Plan van aanpak", "Kick-off"]
    with pytest.raises(NotSavedError, match="nieuwere"):
        newer.add("activities", {"title": "x"})


def test_who_changed_the_plan_last_and_when(session: Session) -> None:
    change = Session.open(session.path).last_change()
    assert change is not None
    assert change.name == "Anna"
    assert abs(change.moment - datetime.now()) < timedelta(minutes=1)


def test_the_name_stands_in_the_file_once_and_not_in_revisions(session: Session) -> None:
    session.update(session.find("A1"), {"title": "Anders"})
    session.save()
    text = session.path.read_text()
    assert text.count("Anna") == 1
    assert [row["name"] for row in json.loads(text)["_actors"].values()] == ["Anna"]


def test_two_sessions_saving_in_turn_keep_each_others_changes(session: Session) -> None:
    other = Session.open(session.path, user="Ben")
    session.update(session.find("A1"), {"title": "Van Anna"})
    other.update(other.find("A2"), {"title": "Van Ben"})
    session.save()
    assert other.save()
    assert session.refresh()
    assert titles(session) == titles(other) == ["Van Anna", "Van Ben"]
    assert not session.refresh()


def test_a_form_that_saw_an_older_value_does_not_wipe_out_a_newer_one(session: Session) -> None:
    seen = session.seen(session.find("A1"))
    other = Session.open(session.path, user="Ben")
    other.update(other.find("A1"), {"title": "Van Ben"})
    other.save()
    session.refresh()
    session.update(session.find("A1"), {"title": "Van Anna"}, seen)
    session.save()
    record = json.loads(session.path.read_text())["activities"]["101"]
    assert record["title"] == "Van Anna"
    assert list(record["_"]["c"]["title"].values()) == ["Van Ben"]


def test_a_clock_that_runs_behind_still_writes_after_what_is_there(session: Session) -> None:
    ahead = session.document.newest
    future = f"{int(ahead[:15]) + 10**9:015d}{ahead[15:]}"
    session.document.commit(future, (Change("activities", 101, {"title": "Morgen"}),))
    session.update(session.find("A1"), {"title": "Nu"})
    assert session.document.newest > future
    assert titles(session)[0] == "Nu"


def test_a_value_that_cannot_be_read_is_a_finding_and_stays_one(session: Session) -> None:
    content = json.loads(session.path.read_text())
    content["activities"]["101"]["start"] = "ooit"
    content["activities"]["101"]["sessions_held"] = "drie"
    session.path.write_text(json.dumps(content))
    again = Session.open(session.path)
    assert titles(again) == ["Plan van aanpak", "Kick-off"]
    found = {(bad.id, bad.field, bad.value) for bad in again.bad_values}
    assert found == {(101, "start", "ooit"), (101, "sessions_held", "drie")}
    again.update(again.find("A2"), {"title": "Anders"})
    assert again.records("activities")
    assert {(bad.id, bad.field, bad.value) for bad in again.bad_values} == found
    again.save()
    assert json.loads(session.path.read_text())["activities"]["101"]["start"] == "ooit"


def test_the_outlook_follows_changes(session: Session) -> None:
    activity = session.find("A1")
    assert isinstance(activity, Activity)
    first = session.outlook
    assert session.outlook is first
    assert first.activity(activity).end == date(2026, 5, 31)
    assert first.activity(activity).late
    session.update(activity, {"status": "done"})
    changed = session.find("A1")
    assert isinstance(changed, Activity)
    assert not session.outlook.activity(changed).late


def _edit_by_hand(path: Path, change: Callable[[Any], object]) -> None:
    content = json.loads(path.read_text())
    change(content)
    path.write_text(json.dumps(content))


def _set(session: Session, record_id: int, **fields: Any) -> None:
    session.commit((Change("activities", record_id, fields),))
    session.save()


@pytest.mark.parametrize("removed", [False, True])
def test_of_a_record_edited_by_hand_only_the_field_that_differs_from_the_safety_copy_changed(
    session: Session, removed: bool
) -> None:
    _set(session, 102, title="Kick-off 2")
    _set(session, 102, hours=4)
    if removed:
        session.commit((Change("activities", 102, action="delete"),))
        session.save()

    def change(content: Any) -> None:
        record = content["_bin"]["102"]["record"] if removed else content["activities"]["102"]
        record["title"] = "Met de hand"

    before = find_stored(session.tables, "activities", 102)
    _edit_by_hand(session.path, change)
    again = Session.open(session.path, today=TODAY)
    record = find_stored(again.tables, "activities", 102)
    assert before
    assert record
    assert again.document.outside == {("activities", 102)}
    assert record["title"] == "Met de hand"
    assert [actor_of(rev) for rev in heads(record, "title")] == [OUTSIDE]
    for field in ("lead", "hours", "number", "order"):
        assert heads(record, field) == heads(before, field)
    assert "Kick-off 2" in [values.get("title") for values in record["_"]["h"].values()]


def test_a_safety_copy_with_other_revisions_says_nothing_of_an_edit_by_hand(session: Session) -> None:
    old = session.path.read_bytes()
    _set(session, 102, title="Kick-off 2")
    session.path.write_bytes(old)
    _edit_by_hand(session.path, lambda content: content["activities"]["102"].update(title="Met de hand"))
    again = Session.open(session.path, today=TODAY)
    assert encode_file(again.tables) == encode_file(Document.open(session.path).tables)


def test_a_row_that_plain_tinydb_added_gets_a_number_with_the_next_save(session: Session) -> None:
    with TinyDB(session.path) as database:
        new = [database.table("activities").insert({"title": title}) for title in ("Een", "Twee")]
    again = Session.open(session.path, today=TODAY)
    again.save()
    assert "number" not in again.tables["activities"][new[0]]
    twin = Session.open(session.path, today=TODAY)
    for each in (again, twin):
        each.commit((Change("activities", 101, {"hours": 2}),))
    again.save()
    assert [again.tables["activities"][key]["number"] for key in new] == ["A3", "A4"]
    twin.save()
    twin.refresh()
    assert not differences(twin.tables)
    assert [list(heads(twin.tables["activities"][key], "number").values()) for key in new] == [["A3"], ["A4"]]
    assert "A3" in again.path.read_text()
    again.undo()
    assert [again.tables["activities"][key]["number"] for key in new] == ["A3", "A4"]
