"""What follows from a redesign and a journey map: indicators, sessions, business case, findings and sections."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from roadmap_tui.model.journey_map import CaseLine, Component, FitGap, Layer, MapMilestone, ReviewComment
from roadmap_tui.model.journeys import Bottleneck, Consequence, JourneyStep, Persona, RoadmapItem
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record
from roadmap_tui.model.toolkit import Engagement, Kpi, KpiValue, Theme
from roadmap_tui.planning.gaps import findings
from roadmap_tui.planning.grids import business_case, sessions_needed
from roadmap_tui.planning.indicators import kpi_outlook
from roadmap_tui.planning.outlook import Outlook
from roadmap_tui.planning.section_sets import set_named
from roadmap_tui.view.glyphs import ASCII, UNICODE
from roadmap_tui.view.toolkit_tables import sparkline

TODAY = date(2026, 6, 3)


def outlook(*records: Record, plan: Plan | None = None) -> Outlook:
    return Outlook(plan or Plan(), lambda table: [r for r in records if table == r.TABLE], TODAY)


def codes(found: Outlook, record: Record | None = None) -> set[str]:
    return {f.code for f in findings(found) if record is None or f.id == record.id}


def values(*pairs: tuple[str, float]) -> Iterable[KpiValue]:
    for place, (day, value) in enumerate(pairs, 10):
        yield KpiValue(id=place, kpi=1, day=date.fromisoformat(day), value=value)


def test_measurements_count_in_the_order_of_their_days_after_the_zero_measurement() -> None:
    kpi = Kpi(id=1, baseline=40, target=21, direction="down")
    seen = kpi_outlook(outlook(kpi, *values(("2026-05-01", 30), ("2026-02-01", 36))), kpi)
    assert seen.values == (40, 36, 30)
    assert (seen.latest, seen.latest_on, seen.effect) == (30, date(2026, 5, 1), "better")


@pytest.mark.parametrize(
    ("direction", "value", "effect"),
    [("down", 21, "met"), ("down", 45, "worse"), ("down", 40, "same"), ("up", 41, "met"), ("up", 20, "worse")],
)
def test_the_effect_follows_the_direction(direction: str, value: float, effect: str) -> None:
    kpi = Kpi(id=1, baseline=40, target=21 if direction == "down" else 41, direction=direction)
    assert kpi_outlook(outlook(kpi, *values(("2026-05-01", value))), kpi).effect == effect


def test_a_sparkline_runs_from_the_lowest_level_to_the_highest_in_any_terminal() -> None:
    assert sparkline([10, 20, 30], 8, UNICODE) == "▁▅█"
    assert sparkline([5, 5], 8, UNICODE) == "▅▅"
    assert sparkline([1, 2, 3, 4], 2, ASCII) == ".@"
    assert sparkline([], 8, UNICODE) == ""


@pytest.mark.parametrize(("count", "per_session", "sessions"), [(8, None, 4), (5, None, 3), (5, 3, 2), (0, None, 0)])
def test_sessions_follow_from_the_milestones_that_are_not_left_out(
    count: int, per_session: int | None, sessions: int
) -> None:
    milestones = [MapMilestone(id=place) for place in range(1, count + 1)]
    out = MapMilestone(id=99, left_out=True)
    assert sessions_needed(outlook(*milestones, out, plan=Plan(map_per_session=per_session))) == sessions


def test_the_information_layer_costs_what_must_still_be_made_for_milestones_that_take_part() -> None:
    layers = [Layer(id=1, kind="information"), Layer(id=2, kind="policy")]
    milestones = [MapMilestone(id=3), MapMilestone(id=4, left_out=True)]
    made = [
        Component(id=10, milestone=3, layer=1, status="develop", cost=1000),
        Component(id=11, milestone=3, layer=1, status="partly", cost=250.5),
        Component(id=12, milestone=3, layer=1, status="exists", cost=9999),
        Component(id=13, milestone=4, layer=1, status="develop", cost=9999),
        Component(id=14, milestone=3, layer=2, status="develop", cost=9999),
        Component(id=15, milestone=3, layer=1, status="develop"),
    ]
    case = [CaseLine(id=20, kind="cost", once=500, yearly=100), CaseLine(id=21, kind="benefit", yearly=300)]
    totals = business_case(outlook(*layers, *milestones, *made, *case))
    assert (totals.information, totals.unpriced) == (1250.5, 1)
    assert (totals.once, totals.yearly, totals.benefits_once, totals.benefits_yearly) == (500, 100, 0, 300)


def test_a_bottleneck_is_flagged_until_something_planned_solves_it() -> None:
    persona, bottleneck = Persona(id=1), Bottleneck(id=2, persona=1)
    assert "unsolved_bottleneck" in codes(outlook(persona, bottleneck), bottleneck)
    consequence = Consequence(id=3, bottlenecks=(2,), owner="Beleid")
    assert "unplanned_bottleneck" in codes(outlook(persona, bottleneck, consequence), bottleneck)
    item = RoadmapItem(id=4, consequences=(3,))
    assert not codes(outlook(persona, bottleneck, consequence, item), bottleneck)


def test_what_contradicts_itself_on_the_roadmap_is_named() -> None:
    late = RoadmapItem(id=1, mvp=True, phase="later", urgency=9)
    waits = RoadmapItem(id=2, mvp=True, after=(1,))
    found = outlook(late, waits)
    assert {"mvp_later", "outside_scale", "loose_item"} <= codes(found, late)
    assert "mvp_waits" in codes(found, waits)
    circle = outlook(RoadmapItem(id=1, number="RI1", after=(2,)), RoadmapItem(id=2, number="RI2", after=(1,)))
    assert "loop" in codes(circle)


def test_fg_and_communication_are_missed_until_they_are_involved() -> None:
    theme = Theme(id=1, status="chosen")
    assert {"privacy_not_involved", "communication_not_involved"} <= codes(outlook(theme))
    assert "privacy_not_involved" not in codes(outlook(theme, Engagement(id=2, audience="privacy")))
    assert "privacy_not_involved" not in codes(outlook())


def test_two_themes_to_begin_with_are_one_too_many() -> None:
    first, second = Theme(id=1, status="chosen"), Theme(id=2, status="chosen")
    assert codes(outlook(first, second), second) == {"two_first_themes"}
    assert "no_first_theme" in codes(outlook(Theme(id=1)))


def test_an_indicator_that_points_the_wrong_way_or_measures_the_future_is_named() -> None:
    kpi = Kpi(id=1, baseline=40, target=50, direction="down")
    future = KpiValue(id=2, kpi=1, day=date(2026, 7, 1), value=1)
    assert codes(outlook(kpi, future), kpi) == {"kpi_against_direction"}
    assert codes(outlook(kpi, future), future) == {"measured_in_future"}
    assert "late" in codes(outlook(Kpi(id=1, baseline=40, target=20, direction="down", due=date(2026, 5, 1))))


def test_a_map_is_not_tested_because_it_says_so_and_a_gap_wants_work() -> None:
    assert "map_not_tested" in codes(outlook(plan=Plan(map_status="tested")))
    assert "map_not_tested" not in codes(outlook(plan=Plan(map_status="tested", map_residents="tested")))
    gap = FitGap(id=1, verdict="gap")
    assert codes(outlook(gap), gap) == {"gap_without_activity"}
    refused = ReviewComment(id=2, status="refused")
    assert codes(outlook(refused), refused) == {"refused_without_reason"}


def test_a_bottleneck_of_a_step_of_now_is_not_solved_by_that_step() -> None:
    from roadmap_tui.model.journeys import Journey

    records = (Persona(id=1), Bottleneck(id=2, persona=1), JourneyStep(id=4, journey=3, bottlenecks=(2,)))
    now = outlook(*records, Journey(id=3, persona=1, state="current"))
    ideal = outlook(*records, Journey(id=3, persona=1, state="ideal"))
    assert "unsolved_bottleneck" in codes(now)
    assert "unplanned_bottleneck" in codes(ideal)


def test_the_redesign_has_five_blocks_and_an_empty_plan_lacks_something_in_each() -> None:
    sections = set_named("toolkit").sections(outlook())
    assert [s.shape.code for s in sections] == ["strategy", "journeys", "consequences", "engagement", "roadmap"]
    assert all(section.missing and section.state == "empty" for section in sections)
    assert all(section.missing for section in set_named("journey_map").sections(outlook()))
