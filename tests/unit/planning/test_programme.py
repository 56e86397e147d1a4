"""A programme: frameworks in order, conformity, traffic lights, capacity and what the check says of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from test_chapters import codes, outlook_of

from roadmap_tui.exchange.templates import build, load_template
from roadmap_tui.i18n import use_language
from roadmap_tui.model.harmonisation import Capacity
from roadmap_tui.model.programme import BuildTeam, Challenge, Project
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.outlook import Outlook
from roadmap_tui.planning.programme_state import (
    LivePlan,
    challenge_progress,
    conformity_matrix,
    demands,
    framework_loops,
    project_standing,
    team_standing,
    too_early,
)
from roadmap_tui.planning.section_sets import CHAPTERS, PROGRAMME, SETS, home_of

PLAN = {"kind": "programme", "programme_kind": "merger", "go_live": "2028-01-01"}


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("nl")


def frameworks(*rows: dict[str, object]) -> Outlook:
    """Frameworks with ids 1, 2, 3, in that order."""
    return outlook_of(PLAN, frameworks=rows)


def test_a_framework_fixed_before_the_one_it_rests_on_is_named_with_it() -> None:
    outlook = frameworks(
        {"title": "Services", "status": "draft"},
        {"title": "ICT", "status": "approved", "approved_on": "2026-05-01", "rests_on": [1]},
    )
    assert [(early.number, base.number) for early, base in too_early(outlook)] == [("KD2", "KD1")]
    assert ("framework_too_early", "KD2") in codes(outlook)


def test_a_base_approved_later_counts_as_too_early_and_one_approved_before_does_not() -> None:
    def early(base_day: str) -> list[str]:
        outlook = frameworks(
            {"title": "Services", "status": "approved", "approved_on": base_day},
            {"title": "ICT", "status": "updated", "approved_on": "2026-05-01", "rests_on": [1]},
        )
        return [each.number for each, _base in too_early(outlook)]

    assert early("2026-06-01") == ["KD2"]
    assert early("2026-05-01") == []
    assert early("2026-04-01") == []


def test_frameworks_that_rest_on_each_other_are_one_finding_and_nothing_hangs() -> None:
    outlook = frameworks(
        {"title": "A", "rests_on": [3]}, {"title": "B", "rests_on": [1]}, {"title": "C", "rests_on": [2]}
    )
    assert [set(loop) for loop in framework_loops(outlook)] == [{1, 2, 3}]
    assert [code for code, _number in codes(outlook)].count("framework_loop") == 1
    itself = frameworks({"title": "A", "rests_on": [1]})
    assert framework_loops(itself) == ((1, 1),)


def test_an_approved_framework_with_an_open_part_is_not_complete() -> None:
    outlook = outlook_of(
        PLAN,
        frameworks=[{"title": "Organisation", "status": "approved", "approved_on": "2026-01-05", "owner": "x"}],
        framework_items=[
            {"title": "Culture", "framework": 1},
            {"title": "Jobs", "framework": 1, "status": "approved"},
        ],
    )
    assert ("framework_parts_open", "KD1") in codes(outlook)


@pytest.mark.parametrize(
    ("kind", "day", "wrong"),
    [("merger", "2028-02-01", True), ("merger", "2028-01-01", False), ("cooperation", "2028-02-01", False)],
)
def test_a_herindeling_starts_on_the_first_of_january(kind: str, day: str, wrong: bool) -> None:
    outlook = outlook_of({"kind": "programme", "programme_kind": kind, "go_live": day})
    assert any(code == "herindeling_date" for code, _number in codes(outlook)) is wrong


def programme() -> Outlook:
    """Ids: framework 1, team 2, project 3 and 4, challenge 5."""
    return outlook_of(
        PLAN,
        frameworks=[{"title": "Services"}],
        teams=[{"title": "Desk", "harmonisation": "done", "testing": "stuck"}],
        projects=[
            {"title": "Cases", "teams": [2], "challenges": [5], "status": "active"},
            {"title": "Phones", "status": "done", "challenges": [5]},
        ],
        challenges=[{"title": "One way of working"}],
        conformity=[
            {"framework": 1, "project": 3, "verdict": "applies"},
            {"framework": 1, "project": 3, "verdict": "deviates", "remarks": "Own logo"},
            {"framework": 77, "project": 4, "verdict": "deviates"},
            {"framework": 1, "verdict": "conforms"},
        ],
    )


def test_the_matrix_takes_the_last_of_two_cells_and_leaves_out_what_points_nowhere() -> None:
    matrix = conformity_matrix(programme())
    assert [(row.record.title, {k: c.verdict for k, c in row.cells.items()}) for row in matrix.rows] == [
        ("Cases", {1: "deviates"}),
        ("Phones", {}),
        ("Desk", {}),
    ]


def test_what_deviates_is_red_and_found_with_its_remark() -> None:
    outlook = programme()
    cases, phones = all_of(outlook, Project)
    assert project_standing(outlook, cases).light == "red"
    assert project_standing(outlook, cases).why == "does not conform to KD1"
    assert project_standing(outlook, phones).light == "green"
    found = codes(outlook)
    assert ("does_not_conform", "PB1") in found
    assert ("team_stuck", "BT1") in found
    assert "loose_conformity" in dict(found)


def test_a_light_chosen_by_hand_wins_and_a_plan_of_its_own_counts() -> None:
    outlook = outlook_of(PLAN, projects=[{"title": "A", "light": "amber"}, {"title": "B"}])
    by_hand, other = all_of(outlook, Project)
    live = LivePlan(light="red", why="a milestone is late", progress=40)
    assert project_standing(outlook, by_hand, live).light == "amber"
    assert project_standing(outlook, by_hand, live).stated
    assert (project_standing(outlook, other, live).light, project_standing(outlook, other, live).why) == (
        "red",
        "a milestone is late",
    )
    gone = project_standing(outlook, other, LivePlan(problem="the file is not there"))
    assert (gone.light, gone.why) == ("amber", "the file is not there")


def test_the_duties_of_a_team_make_its_light() -> None:
    outlook = outlook_of(
        PLAN,
        teams=[
            {"title": "on course", "harmonisation": "done", "set_up": "active"},
            {"title": "out of order", "testing": "done"},
            {"title": "stuck", "delivery": "stuck"},
        ],
    )
    assert [team_standing(outlook, team).light for team in all_of(outlook, BuildTeam)] == ["green", "amber", "red"]


def test_the_progress_of_a_challenge_is_the_mean_of_its_projects_unless_somebody_says_otherwise() -> None:
    outlook = programme()
    (challenge,) = all_of(outlook, Challenge)
    assert challenge_progress(outlook, challenge) == 50
    assert challenge_progress(outlook, challenge, {3: LivePlan(progress=60)}) == 80
    stated = outlook_of(PLAN, challenges=[{"title": "x", "progress": 15}])
    assert challenge_progress(stated, all_of(stated, Challenge)[0]) == 15


def test_the_placement_of_staff_counts_in_the_months_in_which_it_runs() -> None:
    outlook = outlook_of(
        PLAN,
        capacity=[
            {"title": "ICT", "when": "maart tot en met mei 2027", "asked": 4, "available": 5},
            {"title": "ICT", "purpose": "placement", "when": "april 2027", "asked": 2},
            {"title": "HR", "when": "mei 2027", "asked": 1},
        ],
    )
    found = {(each.department, each.month): (each.asked, each.is_short) for each in demands(outlook)}
    assert found == {
        ("ICT", date(2027, 3, 1)): (4, False),
        ("ICT", date(2027, 4, 1)): (6, True),
        ("ICT", date(2027, 5, 1)): (4, False),
        ("HR", date(2027, 5, 1)): (1, False),
    }
    assert ("too_little_capacity", "IA1") in codes(outlook)
    assert len(all_of(outlook, Capacity)) == 3


def test_applications_become_one_and_no_more() -> None:
    outlook = outlook_of(
        PLAN,
        processes=[{"title": "Post", "basis": "Archiefwet"}],
        applications=[
            {"title": "new", "status": "chosen", "processes": [1]},
            {"title": "other", "status": "live", "processes": [1], "house_style": "no"},
            {"title": "old", "replaced_by": 5},
            {"title": "older", "replaced_by": 2},
        ],
    )
    found = codes(outlook)
    assert ("several_applications", "WP1") in found
    assert ("no_house_style", "AP2") in found
    assert ("replaced_twice", "AP3") in found
    assert ("replaced_twice", "AP4") not in found


def test_this_year_is_planned_finer_than_a_month() -> None:
    rows = [
        {"title": "A", "when": "oktober 2026"},
        {"title": "B", "when": "12 oktober 2026"},
        {"title": "C", "when": "mei 2027"},
    ]
    assert [n for code, n in codes(outlook_of(PLAN, activities=rows)) if code == "coarse_this_year"] == ["A1"]
    assert "coarse_this_year" not in dict(codes(outlook_of({"kind": "implementation"}, activities=rows)))


def test_the_template_fills_every_section_enough_to_start() -> None:
    rows: dict[str, list[dict[str, object]]] = {}
    for table, record_id, fields in build(load_template("herindeling"), date(2026, 6, 3)):
        rows.setdefault(table, []).append({**fields, "id": record_id})
    assert len(rows["challenges"]) == 3
    assert len(rows["frameworks"]) == 10
    ids = {row["id"]: place for place, row in enumerate(rows["frameworks"], 1)}
    rests = [[ids[each] for each in row.get("rests_on", [])] for row in rows["frameworks"]]  # type: ignore[attr-defined]
    assert rests[2] == [1, 2]
    assert 3 in rests[3]
    assert rows["plan"][0]["go_live"] == "2028-01-01"


def test_the_sets_know_which_plan_uses_them() -> None:
    assert PROGRAMME.in_use(outlook_of(PLAN))
    assert PROGRAMME.in_use(outlook_of(laws=[{"title": "Archiefwet"}]))
    assert not PROGRAMME.in_use(outlook_of(organisations=[{"title": "Lisse"}]))
    assert len({each.code for each in SETS}) == len(SETS)
    home = home_of("frameworks")
    assert home is not None
    assert (home[0].code, home[1].code) == ("programme", "frameworks")
    chapter = home_of("risks")
    assert chapter is not None
    assert chapter[0] is CHAPTERS


def test_every_empty_section_says_what_it_lacks_and_how_to_begin() -> None:
    for section in PROGRAMME.sections(outlook_of(PLAN)):
        assert section.missing, section.shape.code
        assert section.state in ("empty", "thin")
