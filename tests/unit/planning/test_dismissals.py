"""Findings that were put aside: what keeps them away, what brings them back, and where they belong."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import use_language
from roadmap_tui.model.dismissal import Dismissal
from roadmap_tui.model.ids import new_id
from roadmap_tui.planning.dismissals import Judged, still_open
from roadmap_tui.services.dismissing import checked, dismiss, take_back
from roadmap_tui.services.sharing import merge
from roadmap_tui.session import Session

TODAY = date(2026, 6, 3)


@pytest.fixture(autouse=True)
def _english() -> Any:
    use_language("en")
    yield
    use_language("nl")


def session_with(path: Path, *rows: tuple[str, dict[str, Any]]) -> Session:
    plan = ("plan", {"title": "Proef", "year": 2026, "go_live": "2026-11-02", "kind": "approach"})
    Session.create(path, [(table, new_id(), fields) for table, fields in (plan, *rows)], user="Test")
    return Session.open(path, user="Test", today=TODAY)


def open_codes(session: Session) -> list[tuple[str, str]]:
    return [(each.finding.code, each.finding.number) for each in still_open(checked(session))]


def found(session: Session, code: str) -> Judged:
    return next(each for each in checked(session) if each.finding.code == code)


LATE = ("activities", {"title": "Kick-off", "lead": "Projectleider", "when": "10 mei"})
NOBODY = ("activities", {"title": "Nulmeting", "when": "juli"})


def test_a_dismissed_finding_stays_away_in_either_language_and_after_reopening(tmp_path: Path) -> None:
    session = session_with(tmp_path / "a.roadmap.json", NOBODY)
    assert open_codes(session) == [("no_lead", "A1")]
    session.commit(dismiss(session, [found(session, "no_lead").finding], "The team does this together"))
    session.save()
    again = Session.open(session.path, user="Other", today=TODAY)
    assert open_codes(again) == []
    use_language("nl")
    assert open_codes(again) == []
    (record,) = again.records(Dismissal.TABLE)
    assert isinstance(record, Dismissal)
    assert (record.number, record.reason, record.noted) == ("BV1", "The team does this together", TODAY)


def test_a_finding_that_rests_on_something_else_comes_back(tmp_path: Path) -> None:
    session = session_with(tmp_path / "a.roadmap.json", LATE)
    session.commit(dismiss(session, [found(session, "late").finding], "Held, minutes follow"))
    assert open_codes(session) == []
    session.update(session.find("A1"), {"title": "Start meeting"})
    assert open_codes(session) == []
    session.update(session.find("A1"), {"when": "20 mei"})
    assert open_codes(session) == [("late", "A1")]


def test_taking_back_makes_it_count_again_and_dismissing_anew_reuses_the_record(tmp_path: Path) -> None:
    session = session_with(tmp_path / "a.roadmap.json", NOBODY)
    session.commit(dismiss(session, [found(session, "no_lead").finding], "First"))
    dismissal = found(session, "no_lead").dismissal
    assert dismissal is not None
    session.commit(take_back(session, [dismissal]))
    assert open_codes(session) == [("no_lead", "A1")]
    session.commit(dismiss(session, [found(session, "no_lead").finding], "Second"))
    assert [(each.id, each.title) for each in session.records(Dismissal.TABLE)] == [
        (dismissal.id, "A1: No lead is named.")
    ]
    assert open_codes(session) == []


def test_two_people_who_dismiss_the_same_finding_make_one_record(tmp_path: Path) -> None:
    session = session_with(tmp_path / "a.roadmap.json", NOBODY)
    copy = tmp_path / "b.roadmap.json"
    copy.write_bytes(session.path.read_bytes())
    other = Session.open(copy, user="Other", today=TODAY)
    for each, reason in ((session, "Mine"), (other, "Mine")):
        each.commit(dismiss(each, [found(each, "no_lead").finding], reason))
        each.save()
    merge(session, [copy])
    assert len(session.records(Dismissal.TABLE)) == 1
    assert open_codes(session) == []


def test_a_reason_and_a_finding_are_needed(tmp_path: Path) -> None:
    session = session_with(tmp_path / "a.roadmap.json", NOBODY)
    with pytest.raises(UsageError, match="Give the reason"):
        dismiss(session, [found(session, "no_lead").finding], "  \n ")
    with pytest.raises(UsageError, match="Choose a row"):
        dismiss(session, [], "Because")


def test_findings_come_most_pressing_first_and_know_their_chapter(tmp_path: Path) -> None:
    session = session_with(
        tmp_path / "a.roadmap.json",
        NOBODY,
        LATE,
        ("scope", {"title": "Eventueel het archief", "side": "out"}),
        ("risks", {"title": "Uitval", "chance": 1, "impact": 1, "rest_chance": 5, "rest_impact": 5, "owner": "CISO"}),
    )
    kinds = [(each.finding.severity.code, each.shape.code if each.shape else "") for each in checked(session)]
    assert kinds == [
        ("wrong", "risks"), ("late", "activities"),
        ("missing", "activities"), ("missing", "risks"), ("missing", "risks"), ("unclear", "boundaries"),
    ]  # fmt: skip


def test_a_milestone_and_a_moment_on_a_holiday_are_found(tmp_path: Path) -> None:
    session = session_with(
        tmp_path / "a.roadmap.json",
        ("milestones", {"title": "DAP", "due": "2026-12-25"}),
        ("communications", {"title": "Nieuwsbrief", "when": "25 december 2026", "responsible": "Communicatie"}),
        ("activities", {"title": "Overleg", "lead": "Team", "when": "8 juni", "start": "2026-12-25"}),
    )
    holidays = {each.finding.number for each in checked(session) if each.finding.code == "on_holiday"}
    assert holidays == {"M1", "CM1", "A1"}
