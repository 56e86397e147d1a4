"""A risk that occurs becomes an issue in the log, with its corrective measures as actions, in one undoable change."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap_tui.i18n import use_language
from roadmap_tui.model.ids import new_id
from roadmap_tui.model.steering import LogEntry
from roadmap_tui.planning.gaps import findings
from roadmap_tui.session import Session

TODAY = date(2026, 6, 3)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    use_language("nl")
    risk = new_id()
    rows: list[tuple[str, int, dict[str, Any]]] = [
        ("plan", new_id(), {"title": "Proef", "year": 2026}),
        ("risks", risk, {"title": "Training loopt uit", "owner": "Projectleider", "action_holder": "Leverancier"}),
        ("measures", new_id(), {"title": "Vroeg inplannen", "risk": risk, "kind": "preventive"}),
        ("measures", new_id(), {"title": "Online trainen", "risk": risk, "kind": "corrective", "due": "2026-07-01"}),
        ("measures", new_id(), {"title": "Inhaalles", "risk": risk, "kind": "corrective", "owner": "Kerngebruikers"}),
        ("measures", new_id(), {"title": "Al gebeld", "risk": risk, "kind": "corrective", "status": "done"}),
    ]
    path = tmp_path / "p.roadmap.json"
    Session.create(path, rows, user="Test")
    return Session.open(path, user="Test", today=TODAY)


def log(session: Session) -> list[tuple[str, str, str, date | None]]:
    found = [entry for entry in session.records("log") if isinstance(entry, LogEntry)]
    risk = session.find("R1")
    assert all(entry.risk == risk.id and entry.noted == TODAY for entry in found)
    return [(entry.kind, entry.title, entry.owner, entry.due) for entry in found]


def test_the_issue_and_its_actions_come_with_the_status_and_go_with_undo(session: Session) -> None:
    session.update(session.find("R1"), {"status": "occurred"})
    assert log(session) == [
        ("issue", "Training loopt uit", "Projectleider", None),
        ("action", "Online trainen", "Leverancier", date(2026, 7, 1)),
        ("action", "Inhaalles", "Kerngebruikers", None),
    ]
    session.undo()
    assert log(session) == []
    assert getattr(session.find("R1"), "status", "") == "open"
    session.redo()
    assert len(log(session)) == 3


def test_nothing_is_made_twice_while_it_is_open_and_anew_once_it_is_settled(session: Session) -> None:
    risk = session.find("R1")
    session.update(risk, {"status": "occurred"})
    session.update(session.find("R1"), {"status": "controlled"})
    session.update(session.find("R1"), {"status": "occurred"})
    session.update(session.find("R1"), {"status": "occurred", "trend": "rising"})
    assert len(log(session)) == 3
    for entry in session.records("log"):
        session.update(entry, {"status": "done"})
    session.update(session.find("R1"), {"status": "closed"})
    session.update(session.find("R1"), {"status": "occurred"})
    assert [kind for kind, *_rest in log(session)].count("issue") == 2


def test_a_new_risk_that_has_occurred_already_is_an_issue_at_once(session: Session) -> None:
    session.add("risks", {"title": "Leverancier failliet", "status": "occurred"})
    (entry,) = session.records("log")
    assert entry.title == "Leverancier failliet"


def test_an_opportunity_that_occurs_is_no_issue(session: Session) -> None:
    session.add("risks", {"title": "Subsidie toegekend", "status": "occurred", "kind": "opportunity"})
    assert session.records("log") == ()


def test_a_risk_that_occurred_without_an_issue_is_found(session: Session) -> None:
    session.update(session.find("R1"), {"status": "occurred"})
    assert "occurred_without_issue" not in {each.code for each in findings(session.outlook)}
    for entry in session.records("log"):
        session.update(entry, {"risk": None})
    assert "occurred_without_issue" in {each.code for each in findings(session.outlook)}
