"""Importing, undoing and importing again: what a person took back may return, what a person removed may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap_tui.editing import edits
from roadmap_tui.exchange.importing import plan_import
from roadmap_tui.exchange.source import read_source
from roadmap_tui.services.importing import carry_out, state_of
from roadmap_tui.session import Session

TABLE = Path(__file__).parent.parent / "data" / "planning_table.txt"


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setenv("ROADMAP_STATE", str(tmp_path / "state"))
    return Session.create(tmp_path / "p.roadmap.json", [("plan", 1, {"title": "Test", "year": 2026})], user="Sanne")


def bring_in(session: Session) -> tuple[int, int, int]:
    found = plan_import(read_source(TABLE), state_of(session), TABLE.name)
    carry_out(session, found, {})
    return len(found.added), len(found.updated), len(found.skipped)


def numbers(session: Session) -> list[str]:
    return [record.number for record in session.records("activities")]


def test_an_undone_import_comes_back_under_the_same_numbers(session: Session) -> None:
    assert bring_in(session) == (12, 0, 0)
    before = numbers(session)
    session.undo()
    assert numbers(session) == []
    assert bring_in(session) == (12, 0, 0)
    assert numbers(session) == before


def test_a_removed_row_stays_removed_and_a_changed_cell_stays_changed(session: Session) -> None:
    bring_in(session)
    session.commit(edits.delete(session.tables, [session.find("A3")]))
    session.update(session.find("A2"), {"title": "Anders"})
    assert bring_in(session) == (0, 0, 1)
    assert "A3" not in numbers(session)
    assert session.find("A2").title == "Anders"


def test_undo_goes_back_through_edits_to_the_import_and_redo_returns(session: Session) -> None:
    bring_in(session)
    session.update(session.find("A2"), {"title": "Anders"})
    session.undo()
    assert session.find("A2").title == "Kick-off projectteam"
    session.undo()
    assert numbers(session) == []
    session.redo()
    session.redo()
    assert session.find("A2").title == "Anders"
