"""The table of counts keeps what was proved best, and never hides a failure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from proofs.__main__ import PROOFS
from proofs.result import Result
from proofs.table import PAGE, read, update

_PAGE = "# Counts\n\nBefore.\n\n<!-- counts -->\n<!-- end of counts -->\n\nAfter.\n"
_MONDAY, _TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def _page(folder: Path, *results: Result, day: date = _TUESDAY, replace: bool = False) -> Path:
    page = folder / "proofs.md"
    if not page.exists():
        page.write_text(_PAGE, encoding="utf-8")
        update([Result("kill", "what | is done", 1_000, 0)], _MONDAY, page=page)
    update(results, day, replace=replace, page=page)
    return page


def _counts(page: Path) -> list[tuple[str, int, int, str]]:
    return [(row.name, row.rounds, row.failures, row.date) for row in read(page.read_text(encoding="utf-8"))]


def test_a_quick_run_leaves_the_counts_of_a_deep_one(tmp_path: Path) -> None:
    assert _counts(_page(tmp_path, Result("kill", "less", 10, 0))) == [("kill", 1_000, 0, "2026-11-23")]


def test_unless_it_is_asked_for(tmp_path: Path) -> None:
    page = _page(tmp_path, Result("kill", "less", 10, 0), replace=True)
    assert _counts(page) == [("kill", 10, 0, "2026-11-24")]


def test_a_quick_run_that_fails_is_entered(tmp_path: Path) -> None:
    assert _counts(_page(tmp_path, Result("kill", "less", 10, 1))) == [("kill", 10, 1, "2026-11-24")]


def test_as_many_rounds_count_again_and_new_names_are_added(tmp_path: Path) -> None:
    page = _page(tmp_path, Result("kill", "as much", 1_000, 0), Result("faults", "new", 5, 0))
    assert _counts(page) == [("faults", 5, 0, "2026-11-24"), ("kill", 1_000, 0, "2026-11-24")]


def test_what_was_skipped_changes_nothing_and_the_page_around_stays(tmp_path: Path) -> None:
    page = _page(tmp_path, Result("kill", "", 0, 0, skipped="not here"))
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Counts\n\nBefore.\n")
    assert text.endswith("<!-- end of counts -->\n\nAfter.\n")
    assert read(text)[0].what == "what | is done"


def test_the_page_in_the_docs_holds_counts_without_failures() -> None:
    rows = read(PAGE.read_text(encoding="utf-8"))
    assert rows
    assert not [row.name for row in rows if row.failures]
    assert len(PROOFS) == len(set(PROOFS))
