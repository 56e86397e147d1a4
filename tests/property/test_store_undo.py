"""Any sequence of edits can be undone to where it began and redone to where it ended, also after reopening."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_tui.model.handles import handle
from roadmap_tui.store.changes import Change, Group, apply
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import Tables, encode_file
from roadmap_tui.store.header import BIN, ROOT
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.merging import decide, differences
from roadmap_tui.store.reading import parse
from roadmap_tui.store.revisions import RESERVED, fingerprint, heads, revision, undo_tail
from roadmap_tui.store.undo import first_written, inverse, last_redoable, last_undoable

ME, OTHER = handle(1), handle(2)
FIELDS = ("title", "lead", "when", "status", "hours", "milestone")
values = st.one_of(st.none(), st.integers(-5, 5), st.text("aé\u0000\ud800x", max_size=3), st.booleans())
edit = st.tuples(
    st.sampled_from(("set", "set", "set", "set", "delete", "restore")),
    st.lists(
        st.tuples(st.integers(1, 4), st.dictionaries(st.sampled_from(FIELDS), values, min_size=1, max_size=3)),
        min_size=1,
        max_size=3,
        unique_by=lambda item: item[0],
    ),
)
edits = st.lists(edit, max_size=14)


class Book:
    """A plan in memory with a clock of its own."""

    def __init__(self) -> None:
        self.now = 1_780_000_000_000
        self.document = Document.new(Path("none"), self.rev(OTHER))
        self.document.commit(self.rev(OTHER), (Change(ROOT, 50, {"title": "Plan"}),))
        self.document.commit(self.rev(OTHER), (Change("activities", 1, {"title": "Eerst", "hours": 2}),))

    def rev(self, actor: str = ME, tail: str = "") -> str:
        self.now += 1
        return revision(self.now, actor, tail or f"{self.now & 0xFFFFFFFF:08x}")

    def do(self, action: Any, targets: Any, actor: str = ME) -> bool:
        """One group on what people can reach: live records, and restoring from the bin; False where nothing changed."""
        binned = self.document.tables.get(BIN, {})
        changes = [
            Change("activities", record_id, fields if action == "set" else {}, action=action)
            for record_id, fields in targets
            if (record_id in binned) is (action == "restore")
        ]
        return bool(self.document.commit(self.rev(actor), tuple(changes)))

    def take_back(self, target: str) -> None:
        found = inverse(self.document.tables, target)
        assert found.left == 0
        self.document.commit(self.rev(ME, undo_tail(target)), found.changes)

    def shown(self) -> dict[str, dict[int, dict[str, Any]]]:
        """What people see: live records without revision data, empty fields left out."""
        return shown(self.document.tables)


def shown(tables: Tables) -> dict[str, dict[int, dict[str, Any]]]:
    """The live records of all tables that people see, without revision data."""
    live = {name: rows for name, rows in tables.items() if not name.startswith("_") and rows}
    return {
        name: {key: {n: v for n, v in row.items() if n != RESERVED} for key, row in rows.items()}
        for name, rows in live.items()
    }


@settings(max_examples=50, deadline=None)
@given(edits)
def test_undoing_everything_gives_the_beginning_and_redoing_everything_the_end(history: list[Any]) -> None:
    book = Book()
    states = [book.shown()]
    for action, targets in history:
        if book.do(action, targets):
            states.append(book.shown())
    for state in reversed(states[:-1]):
        target = last_undoable(book.document.tables, ME)
        assert target is not None
        book.take_back(target)
        assert book.shown() == state
    assert last_undoable(book.document.tables, ME) is None
    for state in states[1:]:
        target = last_redoable(book.document.tables, ME)
        assert target is not None
        book.take_back(target)
        assert book.shown() == state
    assert last_redoable(book.document.tables, ME) is None


@settings(max_examples=60, deadline=None)
@given(edits, st.lists(st.sampled_from(("undo", "redo")), max_size=12))
def test_undo_and_redo_walk_along_one_line_of_states(history: list[Any], steps: list[str]) -> None:
    book = Book()
    states = [book.shown()]
    for action, targets in history:
        if book.do(action, targets):
            states.append(book.shown())
    place = len(states) - 1
    for step in steps:
        find = last_undoable if step == "undo" else last_redoable
        target = find(book.document.tables, ME)
        possible = place > 0 if step == "undo" else place < len(states) - 1
        assert (target is not None) is possible
        if target is not None:
            book.take_back(target)
            place += -1 if step == "undo" else 1
        assert book.shown() == states[place]


def test_forty_edits_of_one_cell_are_undone_one_by_one_and_forgotten_ones_are_left_alone() -> None:
    book = Book()
    for count in range(100):
        book.do("set", [(1, {"title": f"versie {count}"})])
    undone = 0
    while (target := last_undoable(book.document.tables, ME)) and inverse(book.document.tables, target).changes:
        book.take_back(target)
        undone += 1
        assert book.shown()["activities"][1]["title"] == f"versie {99 - undone}"
    assert undone >= 25


@settings(max_examples=50, deadline=None)
@given(edits)
def test_reading_what_was_written_gives_the_same_state_and_bytes(history: list[Any]) -> None:
    book = Book()
    for action, targets in history:
        book.do(action, targets)
    data = encode_file(book.document.tables)
    again = parse(data, Path("none"))
    assert shown(again) == book.shown()
    assert encode_file(again) == data


@settings(max_examples=50, deadline=None)
@given(edits, edits, edits)
def test_what_two_people_did_apart_comes_together_either_way(
    base: list[Any], mine: list[Any], other: list[Any]
) -> None:
    book = Book()
    book.do("set", [(record_id, {"title": "Samen begonnen"}) for record_id in range(1, 5)])
    for action, targets in base:
        book.do(action, targets)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "p.roadmap.json"
        path.write_bytes(encode_file(book.document.tables))
        left, right = Document.open(path), Document.open(path)
    for document, actor, history in ((left, ME, mine), (right, OTHER, other)):
        book.document = document
        for action, targets in history:
            book.do(action, targets, actor)
    ours, theirs = join_tables(left.tables, right.tables), join_tables(right.tables, left.tables)
    assert shown(ours) == shown(theirs)
    assert encode_file(ours) == encode_file(theirs)
    for name in ("activities",):
        for key in ours.get(name, {}):
            assert fingerprint(ours[name][key]) == fingerprint(theirs[name][key])


@pytest.mark.parametrize("choice", ["Van Anna", "Van Ben", "Van samen", None])
def test_taking_a_choice_back_asks_again_and_shows_who_wrote_what(choice: str | None) -> None:
    book = Book()
    mine = book.rev()
    book.document.commit(mine, (Change("activities", 1, {"title": "Van Anna"}),))
    theirs = book.rev(OTHER)
    book.document.commit(theirs, (Change("activities", 1, {"title": "Van Ben"}, frozenset()),))
    (asked,) = differences(book.document.tables)
    for _round in range(2):
        book.document.commit(book.rev(), decide(book.document.tables, "activities", 1, {"title": choice}))
        chosen = last_undoable(book.document.tables, ME)
        assert chosen is not None
        assert not differences(book.document.tables)
        for turn in range(2):
            book.take_back(chosen)
            (again,) = differences(book.document.tables)
            assert again.values == asked.values == ["Van Ben", "Van Anna"]
            stored = book.document.tables["activities"][1]
            assert [first_written(stored, "title", rev) for rev in again.heads] == [theirs, mine]
            data = encode_file(book.document.tables)
            assert encode_file(parse(data, Path("none"))) == data
            if turn == 0:
                redo = last_redoable(book.document.tables, ME)
                assert redo is not None
                book.take_back(redo)
                assert not differences(book.document.tables)
                assert book.document.tables["activities"][1].get("title") == choice


@pytest.mark.parametrize("removes", [True, False])
def test_taking_back_whether_a_record_stays_asks_again(removes: bool) -> None:
    book = Book()
    copy = {name: dict(rows) for name, rows in book.document.tables.items()}
    apply(copy, Group(book.rev(OTHER), (Change("activities", 1, {"title": "Van Ben"}),)))
    book.do("delete", [(1, {})])
    book.document.join(copy)
    (asked,) = differences(book.document.tables)
    assert asked.field == "removed"
    book.document.commit(book.rev(), decide(book.document.tables, "activities", 1, {"removed": removes}))
    assert (1 in book.document.tables["activities"]) is not removes
    for find in (last_undoable, last_redoable, last_undoable):
        target = find(book.document.tables, ME)
        assert target is not None
        book.take_back(target)
        waiting = differences(book.document.tables)
        assert [each.field for each in waiting] == (["removed"] if find is last_undoable else [])
        assert (1 in book.document.tables["activities"]) is (find is last_undoable or not removes)


def test_undo_takes_back_only_what_this_person_wrote() -> None:
    book = Book()
    book.document.commit(book.rev(OTHER), (Change("activities", 1, {"title": "Van Ben"}, frozenset()),))
    book.document.commit(book.rev(), (Change("activities", 1, {"title": "Van Anna"}, frozenset()),))
    target = last_undoable(book.document.tables, ME)
    assert target is not None
    book.take_back(target)
    assert "Van Ben" in heads(book.document.tables["activities"][1], "title").values()


def test_a_removal_that_somebody_took_back_since_cannot_be_undone_by_removing() -> None:
    book = Book()
    book.do("delete", [(1, {})])
    removal = last_undoable(book.document.tables, ME)
    assert removal is not None
    book.do("restore", [(1, {})], OTHER)
    assert inverse(book.document.tables, removal).changes == ()
