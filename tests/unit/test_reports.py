"""Reports are filled in from the plan, judged in full, fixed when issued, and compared with the one before."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.model.governance import ChangeRequest
from roadmap_tui.model.report import Judgement, Report
from roadmap_tui.planning.reporting.facts import facts_of
from roadmap_tui.planning.reporting.judging import judgements, last_issued, trend
from roadmap_tui.planning.reporting.money import totals
from roadmap_tui.planning.reporting.suggestions import suggestions
from roadmap_tui.session import Session
from roadmap_tui.view.overview import overview

TODAY = date(2026, 6, 10)
_FULL = {"cause": "Ziekte", "consequence": "Later klaar", "correction": "Inhuren"}


@pytest.fixture
def plan(tmp_path: Path) -> Session:
    rows: list[tuple[str, int, dict[str, Any]]] = [
        ("plan", 1, {"title": "Zaken", "start": "2026-01-05", "go_live": "2026-11-02"}),
        ("milestones", 2, {"title": "Opleiding", "due": "2026-05-01"}),
        ("risks", 3, {"title": "Uitval", "chance": 5, "impact": 4}),
        ("budget", 4, {"title": "Licentie", "granted": 1000, "spent": 400, "expected": 1150}),
        ("budget", 5, {"title": "Opleiding", "granted": 500, "spent": 600}),
        ("log", 6, {"title": "Extra kracht", "kind": "decision", "due": "2026-06-01"}),
    ]
    return Session.create(tmp_path / "p.roadmap.json", rows, today=TODAY)


def report_of(session: Session, record_id: int) -> Report:
    found = session.record("reports", record_id)
    assert isinstance(found, Report)
    return found


def issued(session: Session, colour: str = "amber") -> Report:
    made = session.add("reports", {"title": "Rapport"})
    for judgement in judgements(session.records, report_of(session, made)):
        session.update(judgement, {"colour": colour, **_FULL})
    session.commit(edits.finish(report_of(session, made)))
    return report_of(session, made)


def test_budget_totals_count_what_was_spent_above_the_grant(plan: Session) -> None:
    money = totals(plan.records)
    assert (money.granted, money.spent, money.expected, money.left, money.over) == (1500, 1000, 1750, 500, 250)


def test_the_plan_suggests_a_colour_with_its_reason(plan: Session) -> None:
    found = {each.aspect: each for each in suggestions(plan.outlook)}
    assert {aspect: each.colour for aspect, each in found.items()} == {
        "money": "red", "organisation": "green", "time": "red", "information": "amber", "quality": "amber",
    }  # fmt: skip
    assert "17%" in found["money"].reason
    assert "Opleiding" in found["time"].reason
    assert "Extra kracht" in found["information"].reason


def test_a_new_report_is_filled_in_with_five_judgements(plan: Session) -> None:
    report = report_of(plan, plan.add("reports", {"title": "Eerste"}))
    assert (report.number, report.title, report.status) == ("VR1", "Eerste", "draft")
    assert (report.period_start, report.reference) == (date(2026, 1, 5), TODAY)
    assert (report.budget_granted, report.budget_spent, report.budget_expected) == (1500, 1000, 1750)
    assert report.decisions == "· Extra kracht (vóór 01-06-2026)"
    assert [each.aspect for each in judgements(plan.records, report)] == [
        "money", "organisation", "time", "information", "quality",
    ]  # fmt: skip
    plan.undo()
    assert not plan.records("reports")
    assert not plan.records("judgements")


def test_amber_and_red_need_cause_consequence_and_correction(plan: Session) -> None:
    report = report_of(plan, plan.add("reports", {"title": "Eerste"}))
    with pytest.raises(UsageError) as refusal:
        plan.commit(edits.finish(report))
    assert "Geld is rood zonder oorzaak, gevolgen, bijsturing" in str(refusal.value)
    assert "Organisatie" not in str(refusal.value)
    assert report_of(plan, report.id).status == "draft"


def test_an_issued_report_keeps_what_was_and_refuses_changes(plan: Session) -> None:
    report = issued(plan)
    assert report.issued == TODAY
    (fact,) = facts_of(report, plan.outlook).milestones
    assert (fact.title, fact.expected, fact.late) == ("Opleiding", date(2026, 5, 1), True)
    plan.update(plan.records("milestones")[0], {"due": "2026-09-01", "title": "Anders"})
    assert facts_of(report, plan.outlook).milestones == (fact,)
    judgement = judgements(plan.records, report)[0]
    for change in (
        lambda: plan.update(report, {"summary": "mooier"}),
        lambda: plan.update(judgement, {"colour": "green"}),
        lambda: plan.commit(edits.delete(plan.tables, [report])),
        lambda: plan.commit(edits.delete(plan.tables, [judgement])),
        lambda: plan.add("judgements", {"report": report.id, "aspect": "time", "colour": "green"}),
    ):
        with pytest.raises(UsageError, match="VR1 is uitgebracht en blijft zoals het is"):
            change()
    plan.update(report, {"internal": True})


def test_the_next_report_compares_with_the_last(plan: Session) -> None:
    issued(plan, "red")
    plan.update(plan.records("milestones")[0], {"status": "delivered"})
    plan.add("risks", {"title": "Brand", "chance": 5, "impact": 5})
    report = report_of(plan, plan.add("reports", {"title": "Tweede"}))
    assert report.period_start == date(2026, 6, 11) or report.period_start == TODAY
    assert report.changes.splitlines() == [
        "· Opleiding: opgeleverd.",
        "· Nieuw bij de zwaarste risico's: Brand.",
    ]
    found = {each.aspect: trend(plan.records, report, each) for each in judgements(plan.records, report)}
    assert found == {
        "money": "same", "organisation": "better", "time": "better", "information": "better", "quality": "better",
    }  # fmt: skip


def test_the_copy_of_an_issued_report_is_a_draft(plan: Session) -> None:
    report = issued(plan)
    plan.commit(edits.duplicate(plan.tables, [report]))
    copy = next(each for each in plan.records("reports") if each.id != report.id)
    assert isinstance(copy, Report)
    assert (copy.status, copy.issued, copy.snapshot) == ("draft", None, {})


def test_the_overview_shows_the_last_judgement_and_what_is_due(plan: Session) -> None:
    assert overview(plan).gotik == ()
    issued(plan)
    found = overview(plan)
    assert [(each.aspect, each.word) for each in found.gotik][:2] == [("Geld", "Oranje"), ("Organisatie", "Oranje")]
    assert [(entry.title, entry.word) for entry in found.log.entries] == [("Extra kracht", "Besluit")]
    last = last_issued(plan.records)
    assert last is not None
    assert found.report == last.title


# Changing an approved plan


@pytest.mark.parametrize(
    ("about", "table", "number", "fields"),
    [
        ("goal", "plan", 1, {"goal": "Iets anders"}),
        ("dates", "plan", 1, {"go_live": "2026-12-01"}),
        ("dates", "milestones", 2, {"due": "2026-09-01"}),
        ("results", "milestones", 2, {"status": "cancelled"}),
        ("money", "budget", 4, {"granted": 2000}),
    ],
)
def test_what_was_agreed_changes_by_a_granted_request(
    plan: Session, about: str, table: str, number: int, fields: dict[str, Any]
) -> None:
    def change() -> None:
        record = plan.record(table, number)
        assert record is not None
        plan.update(record, fields)

    plan.update(plan.plan, {"status": "approved"})
    with pytest.raises(UsageError, match="wijzigingsverzoek"):
        change()
    request = plan.add("change_requests", {"title": "Anders", "about": about, "reason": "Nodig"})
    with pytest.raises(UsageError, match="wijzigingsverzoek"):
        change()
    asked = plan.record("change_requests", request)
    assert isinstance(asked, ChangeRequest)
    plan.update(asked, {"status": "granted", "decided_by": "Stuurgroep"})
    change()
    plan.update(asked, {"status": "done"})
    other = {**fields, next(iter(fields)): {"goal": "Nog iets", "granted": 3000}.get(next(iter(fields)), "2027-01-01")}
    if "status" not in fields:
        with pytest.raises(UsageError):
            plan.update(plan.record(table, number) or plan.plan, other)


def test_a_request_opens_only_what_it_is_about(plan: Session) -> None:
    plan.update(plan.plan, {"status": "approved"})
    plan.add("change_requests", {"title": "Geld", "about": "money", "reason": "Duurder", "status": "granted"})
    with pytest.raises(UsageError, match="about=dates"):
        plan.update(plan.records("milestones")[0], {"due": "2026-09-01"})


def test_an_approved_plan_can_still_be_followed(plan: Session) -> None:
    plan.update(plan.plan, {"status": "approved"})
    plan.commit(edits.advance([plan.records("milestones")[0]]))
    plan.update(plan.records("milestones")[0], {"evidence": "Verslag", "due": "2026-05-01"})
    plan.update(plan.records("budget")[0], {"spent": 700})
    plan.add("activities", {"title": "Nog iets"})
    plan.update(plan.plan, {"context": "Meer uitleg"})
    assert plan.unsaved


def test_a_judgement_is_not_silently_lost_when_its_report_goes(plan: Session) -> None:
    report = report_of(plan, plan.add("reports", {"title": "Eerste"}))
    plan.commit(edits.delete(plan.tables, [report]))
    assert not plan.records(Judgement.TABLE)
