"""What a user chose for a plan comes back, and never stands in the way."""

from __future__ import annotations

from roadmap_tui.user.profile import state_folder
from roadmap_tui.user.remembered import keep, recall


def test_choices_are_kept_for_each_plan() -> None:
    keep("one", "timeline_grouping", "lead")
    keep("one", "year_asked", "yes")
    keep("two", "timeline_grouping", "phase")
    assert recall("one") == {"timeline_grouping": "lead", "year_asked": "yes"}
    assert recall("two") == {"timeline_grouping": "phase"}
    assert recall("three") == {}


def test_a_file_that_makes_no_sense_is_as_good_as_none() -> None:
    keep("one", "timeline_grouping", "lead")
    (file,) = (state_folder() / "views").glob("*.json")
    for text in ("", "[1]", '{"timeline_grouping": 3}', "\x00"):
        file.write_text(text, encoding="utf-8")
        assert recall("one") == {}
    keep("one", "timeline_grouping", "status")
    assert recall("one") == {"timeline_grouping": "status"}


def test_a_name_cannot_leave_the_folder() -> None:
    keep("../../elsewhere", "timeline_grouping", "lead")
    assert [file.name for file in (state_folder() / "views").iterdir()] == ["elsewhere.json"]
