"""Roadmap items, gaps and components become activities: once, linked back, in one step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmap_tui.editing import edits
from roadmap_tui.editing.growing import to_activities
from roadmap_tui.errors import UsageError
from roadmap_tui.exchange.templates import build, load_template
from roadmap_tui.model.journey_map import FitGap
from roadmap_tui.model.journeys import Bottleneck
from roadmap_tui.planning.trace import trace_of
from roadmap_tui.services.freshness import last_updated
from roadmap_tui.session import Session

TODAY = date(2026, 6, 3)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    rows = build(load_template("routekaart"), TODAY)
    return Session.create(tmp_path / "plan.roadmap.json", rows, user="Sanne", today=TODAY)


def test_a_gap_becomes_what_must_happen_with_its_layer(session: Session) -> None:
    gap = session.records("fit_gap")[0]
    assert isinstance(gap, FitGap)
    session.commit(to_activities(session.tables, [gap], {gap.layer or 0: "Informatiekundig"}))
    made = session.records("activities")[-1]
    shown = (made.title, made.lead, made.layer, made.result)  # type: ignore[attr-defined]
    assert shown == (
        "Gedeeld dossier met toestemming inrichten",
        "Informatiearchitect",
        "Informatiekundig",
        "De inwoner vertelt het één keer en bepaalt wie het mag zien.",
    )
    assert session.record("fit_gap", gap.id).activity == made.id  # type: ignore[union-attr]


def test_a_second_time_is_refused_unless_the_activity_is_gone(session: Session) -> None:
    gap = session.records("fit_gap")[0]
    session.commit(to_activities(session.tables, [gap], {}))
    now = session.records("fit_gap")[0]
    with pytest.raises(UsageError):
        to_activities(session.tables, [now], {})
    session.undo()
    assert to_activities(session.tables, [session.records("fit_gap")[0]], {})


def test_what_cannot_become_work_is_refused(session: Session) -> None:
    with pytest.raises(UsageError):
        to_activities(session.tables, session.records("layers"), {})


def test_a_record_tells_when_it_was_last_updated_and_by_whom(session: Session) -> None:
    gap = session.records("fit_gap")[0]
    before = last_updated(session, "fit_gap", gap.id)
    session.update(gap, {"title": "Anders"})
    after = last_updated(session, "fit_gap", gap.id)
    assert before is not None
    assert after is not None
    assert after[0] >= before[0]
    assert after[1] == "Sanne"
    assert last_updated(session, "fit_gap", 1) is None


def test_a_gap_of_the_analysis_and_a_wish_become_activities(session: Session) -> None:
    rows = [
        ("analysis", 11, {"title": "Geen eigenaar", "kind": "gap"}),
        ("requirements", 12, {"title": "Zelf publiceren"}),
    ]
    session.commit(edits.add_many(session.tables, rows))
    both = [*session.records("analysis"), *session.records("requirements")]
    session.commit(to_activities(session.tables, both, {}))
    assert [made.title for made in session.records("activities")[-2:]] == ["Geen eigenaar", "Zelf publiceren"]
    assert session.record("requirements", 12).activity == session.records("activities")[-1].id  # type: ignore[union-attr]


def test_an_activity_that_looks_at_bottlenecks_stands_on_their_trace(session: Session) -> None:
    rows = [
        ("personas", 21, {"title": "Fatima"}),
        ("bottlenecks", 22, {"title": "Drie loketten", "persona": 21}),
        ("activities", 23, {"title": "Plotten routekaart", "bottlenecks": [22]}),
    ]
    session.commit(edits.add_many(session.tables, rows))
    trace, found = trace_of(session.outlook), session.record("bottlenecks", 22)
    assert [each.record.id for each in trace.back(23)] == [22, 21]
    assert isinstance(found, Bottleneck)
    assert trace.ends(found) == "planned"
