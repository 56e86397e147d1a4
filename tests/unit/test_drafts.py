"""Drafts come back as they were, and a folder that cannot be used costs the draft only."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from roadmap_tui.user.drafts import Draft, DraftFolder


def _draft(record_id: int | None, text: str, plan: str = "plan1") -> Draft:
    return Draft(plan, "activities", record_id, {"title": text}, datetime(2026, 6, 3, 9, 12), title=text, seen=("r1",))


def test_a_draft_comes_back_as_it_was(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path / "drafts", "plan1")
    assert folder.keep(_draft(7, 'één "regel"\n'))
    assert folder.find("activities", 7) == _draft(7, 'één "regel"\n')
    assert folder.find("activities", None) is None


def test_the_last_draft_of_a_form_replaces_the_earlier(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path, "plan1")
    folder.keep(_draft(None, "a"))
    folder.keep(_draft(None, "ab"))
    assert [draft.title for draft in folder.all()] == ["ab"]
    folder.remove(_draft(None, "").name)
    assert folder.all() == []


def test_plans_do_not_see_each_others_drafts(tmp_path: Path) -> None:
    DraftFolder(tmp_path, "plan2").keep(_draft(1, "x", plan="plan2"))
    assert DraftFolder(tmp_path, "plan1").all() == []


def test_a_damaged_draft_is_no_draft(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path, "plan1")
    folder.keep(_draft(7, "x"))
    (tmp_path / f"{_draft(7, 'x').name}.json").write_text('{"plan": ', encoding="utf-8")
    assert folder.find("activities", 7) is None
    assert folder.all() == []


def test_a_folder_that_cannot_be_made_is_told_not_thrown(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    folder = DraftFolder(tmp_path / "file" / "drafts", "plan1")
    assert folder.keep(_draft(7, "x")) is False
    assert folder.find("activities", 7) is None
