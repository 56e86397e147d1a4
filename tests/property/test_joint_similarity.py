"""What must hold for any two texts, and for groups of any plans."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_tui.planning.joint.matching import Item, groups
from roadmap_tui.planning.joint.periods import overlap
from roadmap_tui.planning.joint.similarity import LIKELY, similarity, subject_of

WORDS = (
    "website site intranet toegankelijk training cursus opleiding redactie webredactie formulieren e-formulier chatbot "
    "maken verbeteren de van plan klantreis klanttevredenheid vernieuwen webcare nieuwsbrief nieuwsbrieven"
)
TITLES = st.lists(st.sampled_from(WORDS.split()), max_size=5).map(" ".join)
TEXTS = st.one_of(TITLES, st.text(max_size=30))
SPANS = st.tuples(st.integers(0, 300), st.integers(0, 60)).map(
    lambda pair: (date(2026, 1, 1) + timedelta(pair[0]), date(2026, 1, 1) + timedelta(sum(pair)))
)
ITEMS = st.lists(st.tuples(st.integers(0, 4), TITLES, SPANS), max_size=25).map(
    lambda rows: [Item(plan, text, span, key) for key, (plan, text, span) in enumerate(rows)]
)


@given(TEXTS, TEXTS)
def test_similarity_is_symmetric_and_between_0_and_1(one: str, other: str) -> None:
    forth = similarity(subject_of(one), subject_of(other))
    back = similarity(subject_of(other), subject_of(one))
    assert abs(forth - back) < 1e-9
    assert 0 <= forth <= 1


@given(TEXTS)
def test_a_text_is_like_itself(text: str) -> None:
    found = subject_of(text)
    assert similarity(found, found) == (0 if not found.text else 1 if found.strong else 0.6)
    assert similarity(found, subject_of(text.upper())) >= (LIKELY if found.strong and text.isascii() else 0)


@given(SPANS, SPANS)
def test_overlap_is_symmetric_and_within_both(one: tuple[date, date], other: tuple[date, date]) -> None:
    found = overlap(one, other)
    assert found == overlap(other, one)
    shared = {one[0] + timedelta(n) for n in range((one[1] - one[0]).days + 1)} & {
        other[0] + timedelta(n) for n in range((other[1] - other[0]).days + 1)
    }
    assert found == ((min(shared), max(shared)) if shared else None)


@given(ITEMS)
@settings(deadline=None)
def test_a_group_has_two_plans_and_no_item_is_in_two(items: list[Item]) -> None:
    found = groups(items)
    keys = [item.key for group in found for item in group.items]
    assert len(keys) == len(set(keys))
    for group in found:
        assert len(group.plans) > 1
        assert 0 < group.confidence <= 1
        assert group.start is not None
        assert group.end is not None
        for day in (group.start, group.end):
            at_work = {item.plan for item in group.items if item.span and item.span[0] <= day <= item.span[1]}
            assert len(at_work) > 1


@given(ITEMS)
@settings(deadline=None)
def test_no_pair_that_is_alike_and_meets_is_left_alone(items: list[Item]) -> None:
    """The index loses nothing: two free items of different plans never could have made a group."""
    taken = {item.key for group in groups(items) for item in group.items}
    free = [item for item in items if item.key not in taken]
    for one in free:
        for other in free:
            if one.plan != other.plan and one.span and other.span and overlap(one.span, other.span):
                assert similarity(subject_of(one.text), subject_of(other.text)) < LIKELY
