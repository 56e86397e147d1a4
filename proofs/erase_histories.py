"""Histories of a plan that names a person, for erasing that name afterwards."""

from __future__ import annotations

import itertools
import random

from hypothesis import strategies as st

from proofs.join_histories import NOWHERE, check_laws
from roadmap_tui.model.handles import handle
from roadmap_tui.store.changes import Change, Group, apply
from roadmap_tui.store.encoding import Tables, encode_file
from roadmap_tui.store.erasing import Redact, erase, pattern_of, redactor
from roadmap_tui.store.header import ACTORS, HEADER_ID, META, new_header
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.loading import load
from roadmap_tui.store.placing import find_stored
from roadmap_tui.store.revisions import revision
from roadmap_tui.store.undo import inverse, last_undoable

NAME, PERSON, ACTOR = "Piet Jansén", 77, 5
VALUES = (NAME, "Bel piet  jansén morgen", "Marie", None, ["x", {NAME: "Piet Jansén"}], 3, "de notitie")
Step = tuple[str, int, int | None, object]
steps = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.integers(0, 3), st.sampled_from((1, 2, PERSON)), st.sampled_from(VALUES)),
        st.tuples(st.just("edit"), st.integers(0, 3), st.sampled_from((1, 2, PERSON)), st.sampled_from(VALUES)),
        st.tuples(st.just("delete"), st.integers(0, 3), st.sampled_from((1, PERSON)), st.none()),
        st.tuples(st.just("restore"), st.integers(0, 3), st.sampled_from((1, PERSON)), st.none()),
        st.tuples(st.just("undo"), st.integers(0, 3), st.none(), st.none()),
        st.tuples(st.just("pull"), st.integers(0, 3), st.integers(0, 3), st.none()),
    ),
    max_size=25,
)


def without() -> Redact:
    return redactor(pattern_of([NAME]), "(weg)")


class Hands:
    """Four copies of a plan, and every state that any of them ever had."""

    def __init__(self) -> None:
        self.clock = itertools.count(1_780_000_000_000)
        start: Tables = {META: {HEADER_ID: new_header(self.revision(0))}}
        self.change(start, 0, Change(ACTORS, ACTOR, {"name": NAME}), Change("people", PERSON, {"title": NAME}))
        self.copies = [start] * 4
        self.past: list[bytes] = [encode_file(start)]

    def revision(self, who: int) -> str:
        moment = next(self.clock)
        return revision(moment, handle(who + 1), f"{moment % 2**32:08x}")

    def change(self, tables: Tables, who: int, *changes: Change) -> None:
        apply(tables, Group(self.revision(who), changes))

    def step(self, kind: str, who: int, what: int | None, value: object) -> None:
        tables = {name: dict(rows) for name, rows in self.copies[who].items()}
        table = "people" if what == PERSON else "activities"
        if kind == "pull":
            tables = join_tables(tables, self.copies[what or 0])
        elif kind == "undo":
            target = last_undoable(tables, handle(who + 1))
            found = inverse(tables, target) if target else None
            if found is not None:
                self.change(tables, who, *found.changes)
        elif kind == "edit":
            self.change(tables, who, Change(table, what or 0, {"title": value}))
        elif find_stored(tables, table, what or 0):
            self.change(tables, who, Change(table, what or 0, action=kind))  # type: ignore[arg-type]
        self.copies[who] = tables
        self.past.append(encode_file(tables))


def holds_the_name(tables: Tables) -> bool:
    text = encode_file(tables).decode().replace("\\u00e9", "é").casefold()
    return "jansén" in text or "piet  " in text


def joined(tables: Tables, states: list[bytes]) -> Tables:
    for state in states:
        tables = join_tables(tables, load(state, NOWHERE).tables)
    return tables


def check(history: list[Step], dice: random.Random) -> None:
    """Erase the name after a history: no order of merging every earlier state brings it back."""
    hands = Hands()
    for step in history:
        hands.step(*step)
    everything = joined(hands.copies[0], [encode_file(each) for each in hands.copies])
    erased = erase(everything, without(), {("people", PERSON)}).tables
    assert not holds_the_name(erased)
    assert not erase(erased, without(), {("people", PERSON)}).finds
    orders = [dice.sample(hands.past, len(hands.past)) for _order in range(3)]
    results = [encode_file(joined(erased, order)) for order in orders]
    assert len(set(results)) == 1
    assert not holds_the_name(load(results[0], NOWHERE).tables)
    assert results[0] == encode_file(join_tables(load(hands.past[-1], NOWHERE).tables, joined(erased, hands.past)))
    check_laws([erased, *hands.copies[:2]], dice)
