"""Traces between bottlenecks and the roadmap: walks end, agree in both directions, and name only what is there."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.journey_map import FitGap
from roadmap_tui.model.journeys import Bottleneck, Consequence, Journey, JourneyStep, Persona, RoadmapItem
from roadmap_tui.model.record import Record
from roadmap_tui.planning.trace import Trace

IDS = st.integers(min_value=1, max_value=14)
REF = st.none() | IDS
REFS = st.lists(IDS, max_size=3).map(tuple)
ONE = st.one_of(
    st.builds(Persona),
    st.builds(Bottleneck, persona=REF),
    st.builds(Journey, persona=REF, state=st.sampled_from(["current", "ideal"])),
    st.builds(JourneyStep, journey=REF, bottlenecks=REFS),
    st.builds(Consequence, step=REF, bottlenecks=REFS),
    st.builds(FitGap, bottlenecks=REFS, activity=REF),
    st.builds(RoadmapItem, consequences=REFS, activity=REF),
    st.builds(Activity),
)


@st.composite
def plans(draw: st.DrawFn) -> list[Record]:
    """Up to twelve records that point anywhere: to each other, to the wrong kind, or to nothing."""
    found = draw(st.lists(ONE, max_size=12))
    return [type(r)(**{**{n: getattr(r, n) for n in r.__struct_fields__}, "id": i}) for i, r in enumerate(found, 1)]


def trace_over(records: Sequence[Record]) -> Trace:
    return Trace(lambda table: [record for record in records if table == record.TABLE])


@given(plans())
@settings(max_examples=200, deadline=None)
def test_what_a_walk_back_finds_finds_it_on_its_walk_forward(records: list[Record]) -> None:
    trace = trace_over(records)
    back = {(r.id, f.record.id) for r in records for f in trace.back(r.id)}
    forward = {(f.record.id, r.id) for r in records for f in trace.forward(r.id)}
    assert back == forward


@given(plans())
@settings(max_examples=200, deadline=None)
def test_a_walk_names_every_record_once_and_never_where_it_began(records: list[Record]) -> None:
    trace = trace_over(records)
    known = {record.id for record in records}
    for record in records:
        for walk in (trace.back(record.id), trace.forward(record.id)):
            ids = [found.record.id for found in walk]
            assert len(ids) == len(set(ids))
            assert record.id not in ids
            assert set(ids) <= known
            assert all(found.depth >= 1 for found in walk)


@given(plans())
@settings(max_examples=200, deadline=None)
def test_a_bottleneck_is_solved_exactly_where_something_planned_goes_back_to_it(records: list[Record]) -> None:
    trace = trace_over(records)
    planned = [r for r in records if isinstance(r, RoadmapItem | Activity)]
    for bottleneck in (r for r in records if isinstance(r, Bottleneck)):
        solved = any(f.record.id == bottleneck.id for item in planned for f in trace.back(item.id))
        assert (trace.ends(bottleneck) == "planned") == solved


@given(plans(), IDS)
@settings(max_examples=100, deadline=None)
def test_a_removed_record_is_on_no_trace(records: list[Record], gone: int) -> None:
    left = [record for record in records if record.id != gone]
    trace = trace_over(left)
    assert not trace.back(gone)
    assert not trace.forward(gone)
    assert all(f.record.id != gone for r in left for f in (*trace.back(r.id), *trace.forward(r.id)))
