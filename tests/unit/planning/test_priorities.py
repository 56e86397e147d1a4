"""The order of the roadmap: urgency, complexity and logic, and the sentence that says why."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_tui.i18n import use_language
from roadmap_tui.model.journeys import RoadmapItem
from roadmap_tui.model.plan import Plan
from roadmap_tui.planning.outlook import Outlook
from roadmap_tui.planning.priorities import Ranking, ranking

TODAY = date(2026, 6, 3)


def ranked(*items: RoadmapItem, plan: Plan | None = None) -> Ranking:
    tables = {RoadmapItem.TABLE: list(items)}
    return ranking(Outlook(plan or Plan(), lambda table: tables.get(table, []), TODAY))


def item(number: int, urgency: int | None, complexity: int | None, *after: int) -> RoadmapItem:
    return RoadmapItem(id=number, number=f"RI{number}", urgency=urgency, complexity=complexity, after=after)


def order(found: Ranking) -> list[str]:
    return [each.item.number for each in found.items]


def test_urgent_and_simple_comes_first() -> None:
    found = ranked(item(1, 2, 4), item(2, 5, 1), item(3, 5, 4))
    assert order(found) == ["RI2", "RI3", "RI1"]
    assert [each.score for each in found.items] == [10, 7, 4]
    assert [each.place for each in found.items] == [1, 2, 3]


def test_what_an_urgent_item_waits_for_comes_before_it_and_says_why() -> None:
    use_language("nl")
    found = ranked(item(1, 1, 5), item(2, 5, 1, 1), item(3, 3, 3))
    assert order(found) == ["RI1", "RI2", "RI3"]
    assert found.items[0].why == "Niet dringend (1) en complex (5). Komt vroeg omdat RI2 erop wacht."
    assert found.items[1].why == "Dringend (5) en eenvoudig (1). Komt na RI1."
    assert found.items[0].lifted == 10


def test_an_item_without_a_judgement_has_no_place_and_says_what_it_needs() -> None:
    use_language("nl")
    found = ranked(item(1, None, 3), item(2, 1, 5))
    assert order(found) == ["RI2", "RI1"]
    assert found.items[1].place == 0
    assert found.items[1].why == "Beoordeel urgentie en complexiteit allebei, van 1 tot 5."


def test_the_scale_and_the_weight_are_those_of_the_plan() -> None:
    plan = Plan(priority_scale=3, urgency_weight=2)
    found = ranked(item(1, 3, 3), item(2, 2, 1), item(3, 5, 1), plan=plan)
    assert found.top == 3
    assert [(each.item.number, each.score) for each in found.items] == [("RI1", 7), ("RI2", 7), ("RI3", None)]


def test_a_circle_is_named_and_nobody_gets_lost() -> None:
    found = ranked(item(1, 5, 1, 2), item(2, 4, 1, 1), item(3, 3, 1))
    assert sorted(order(found)) == ["RI1", "RI2", "RI3"]
    assert found.loops


@given(
    st.lists(
        st.tuples(st.integers(1, 5), st.integers(1, 5), st.sets(st.integers(1, 8), max_size=3)), min_size=1, max_size=8
    )
)
@settings(max_examples=150, deadline=None)
def test_nothing_comes_before_what_it_comes_after(rows: list[tuple[int, int, set[int]]]) -> None:
    items = [item(n, u, c, *(a for a in after if a < n)) for n, (u, c, after) in enumerate(rows, 1)]
    found = ranked(*items)
    place = {each.item.id: each.place for each in found.items}
    assert sorted(place) == [each.id for each in items]
    assert all(place[before] < place[each.id] for each in items for before in each.after)
