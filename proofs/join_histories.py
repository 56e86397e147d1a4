"""Histories of one plan in many hands, and an oracle that knows what each copy must hold.

The oracle keeps, per copy, the set of all writings that reached it, each with the writings its author had before him.
What a field holds follows from that alone: the writings nobody in the set replaced. It shares no code with the join.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

from roadmap_tui.model.handles import handle
from roadmap_tui.store import revisions
from roadmap_tui.store.changes import Change, Group, apply
from roadmap_tui.store.encoding import Tables, encode_file
from roadmap_tui.store.header import BIN, HEADER_ID, META, new_header
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.loading import load
from roadmap_tui.store.merging import differences
from roadmap_tui.store.placing import find_stored
from roadmap_tui.store.revisions import HISTORY_DEPTH, field_names, heads
from roadmap_tui.store.undo import inverse, last_undoable

NOWHERE = Path("plan.roadmap.json")
TABLE = "activities"
FIELDS = ("title", "lead", "x_unknown")
VALUES: tuple[Any, ...] = ("a", "b", "", "é", None, 0, [1, 2], {"z": 1})
CLOCKS = (1_780_000_000_000, 1_780_000_000_000, 10_000_000_000_001, 1_780_000_000_001, 5, 9_999_999_999_999)

copies = st.sampled_from((0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5))
ids = st.sampled_from((1, 1, 1, 2, 3))
fields = st.sampled_from(FIELDS)
values = st.sampled_from(VALUES)
steps = st.one_of(
    st.tuples(st.just("edit"), copies, ids, fields, values, st.booleans()),
    st.tuples(st.just("edit"), copies, ids, fields, values, st.just(True)),
    st.tuples(st.just("delete"), copies, ids),
    st.tuples(st.just("restore"), copies, ids),
    st.tuples(st.just("undo"), copies),
    st.tuples(st.just("resolve"), copies, values),
    st.tuples(st.just("think_again"), copies, copies, ids, values, st.booleans()),
    st.tuples(st.just("by_hand"), copies, ids, fields, values, st.booleans()),
    st.tuples(st.just("pull"), copies, copies),
    st.tuples(st.just("pull"), copies, copies),
    st.tuples(st.just("clone"), copies, copies),
    st.tuples(st.just("roll_back"), copies, st.integers(0, 50)),
    st.tuples(st.just("set_clock"), copies, st.sampled_from(CLOCKS)),
)
histories = st.lists(steps, max_size=40)


class Writing(NamedTuple):
    """One value that somebody wrote; `at` is (id, field)."""

    at: tuple[int, str]
    rev: str


class Fact(NamedTuple):
    """What the oracle knows of a writing: its value, and the writings that its author replaced or had seen."""

    value: Any
    replaced: frozenset[Writing]
    seen: frozenset[Writing] = frozenset()
    by_hand: bool = False


class Copy:
    """One copy of the plan, with the writings that reached it and the wrong clock of its machine."""

    def __init__(self, tables: Tables, clock: int) -> None:
        self.tables = tables
        self.known: frozenset[Writing] = frozenset()
        self.clock = clock
        self.past = [(encode_file(tables), self.known)]


class World:
    """All copies of one plan."""

    def __init__(self) -> None:
        header = {META: {HEADER_ID: {**new_header(revisions.revision(1, handle(9), "00000000")), "doc": "d"}}}
        data = encode_file({**header, TABLE: {}})
        self.copies = [Copy(load(data, NOWHERE).tables, clock) for clock in CLOCKS]
        self.facts: dict[Writing, Fact] = {}
        self.count = 0
        self.edit(self.copies[0], 1, FIELDS[0], "together", True)
        for copy in self.copies[1:]:
            self.pull(copy, 0)

    def run(self, history: Iterable[tuple[Any, ...]]) -> None:
        """Carry out the steps of a history."""
        for name, number, *rest in history:
            copy = self.copies[number]
            getattr(self, name)(copy, *rest)
            copy.past.append((encode_file(copy.tables), copy.known))

    # what people do

    def edit(self, copy: Copy, record_id: int, field: str, value: Any, has_seen: bool) -> None:
        if record_id not in copy.tables.get(BIN, {}):
            seen = None if has_seen else frozenset[str]()
            self._commit(copy, [Change(TABLE, record_id, {field: value}, seen)])

    def delete(self, copy: Copy, record_id: int) -> None:
        if record_id in copy.tables[TABLE]:
            self._commit(copy, [Change(TABLE, record_id, action="delete")])

    def restore(self, copy: Copy, record_id: int) -> None:
        self._commit(copy, [Change(TABLE, record_id, action="restore")])

    def undo(self, copy: Copy) -> None:
        target = last_undoable(copy.tables, self._actor(copy))
        if target:
            self._take_back(copy, target)

    def _take_back(self, copy: Copy, target: str) -> None:
        asked = self._settled_by(copy.known, target)
        self._commit(copy, inverse(copy.tables, target).changes)
        for at, values in asked.items():
            again = self.expected(copy.known).get(at, {}).values()
            assert sorted(map(repr, again)) == sorted(map(repr, values)), "a question that was settled is gone"

    def think_again(self, copy: Copy, other: int, record_id: int, value: Any, removes: bool) -> None:
        """Two people disagree, one of them settles that and takes it back at once: it is asked again."""
        self.edit(self.copies[other], record_id, FIELDS[0], value, True)
        self.delete(copy, record_id) if removes else self.edit(copy, record_id, FIELDS[0], "c", True)
        self.pull(copy, other)
        before = differences(copy.tables)
        if before:
            self._take_back(copy, self.resolve(copy, value))
            again = differences(copy.tables)
            assert [(each.id, each.field) for each in again] == [(each.id, each.field) for each in before]

    def _settled_by(self, known: frozenset[Writing], rev: str) -> dict[tuple[int, str], list[Any]]:
        """The values between which `rev` chose, of each field in which it still stands alone."""
        found = {}
        for at, current in self.expected(known).items():
            if current.keys() == {rev}:
                values = [self.facts[old].value for old in self.facts[Writing(at, rev)].replaced]
                if at[1] != "!" and len({repr(value) for value in values}) > 1:
                    found[at] = values
        return found

    def resolve(self, copy: Copy, value: Any) -> str:
        for found in differences(copy.tables)[:1]:
            if found.field == "removed":
                return self._commit(copy, [Change(TABLE, found.id, action="delete" if value else "restore")])
            return self._commit(copy, [Change(TABLE, found.id, {found.field: value}, frozenset(found.heads))])
        return ""

    def by_hand(self, copy: Copy, record_id: int, field: str, value: Any, is_known: bool) -> None:
        """Somebody changes a value in the file itself, with or without the program running beside."""
        content = json.loads(encode_file(copy.tables))
        row = content[TABLE].get(str(record_id))
        before = self.expected(copy.known)
        shown = max(before.get((record_id, field), {"": None}))
        if row is None or self._ambiguous(before, record_id, {**before.get((record_id, field), {}), shown: value}):
            return
        if value is None:
            row.pop(field, None)
        else:
            row[field] = value
        data = json.dumps(content, indent=1).encode()
        copy.tables = load(data, NOWHERE, copy.tables if is_known else None).tables
        record = find_stored(copy.tables, TABLE, record_id)
        assert record is not None
        if value is None and value not in heads(record, field).values():
            copy.known -= {Writing((record_id, field), shown)}
        for name in field_names(record) - {"!"}:
            for rev in heads(record, name).keys() - before.get((record_id, name), {}).keys():
                self._believe(copy, record_id, name, rev, heads(record, name)[rev], before, shown, field)

    @staticmethod
    def _ambiguous(before: Any, record_id: int, edited: dict[str, Any]) -> bool:
        """Whether equal values stand side by side, so that nobody can say afterwards which one became which."""
        current = [revs for at, revs in before.items() if at[0] == record_id and at[1] not in "!*"]
        return any(len({repr(value) for value in revs.values()}) < len(revs) for revs in [*current, edited])

    def _believe(
        self, copy: Copy, record_id: int, name: str, rev: str, value: Any, before: Any, shown: str, edited: str
    ) -> None:
        """Enter a writing that reading made of a hand edit, where it says what the hand wrote or what stood there."""
        known = before.get((record_id, name), {})
        gone = [old for old in known if old not in heads(find_stored(copy.tables, TABLE, record_id) or {}, name)]
        replaced = [old for old in gone if known[old] == value] or [old for old in gone if old == shown]
        if not replaced:
            assert name == edited
            assert not known, "a hand edit made a value out of nothing"
        writing = Writing((record_id, name), rev)
        self.facts.setdefault(
            writing, Fact(value, frozenset(Writing((record_id, name), old) for old in replaced), by_hand=True)
        )
        copy.known |= {writing}

    # what happens to files

    def pull(self, copy: Copy, other: int) -> None:
        copy.tables = join_tables(copy.tables, self.copies[other].tables)
        copy.known |= self.copies[other].known

    def clone(self, copy: Copy, other: int) -> None:
        data, known = self.copies[other].past[-1]
        copy.tables, copy.known = load(data, NOWHERE).tables, known

    def roll_back(self, copy: Copy, moment: int) -> None:
        data, known = copy.past[moment % len(copy.past)]
        copy.tables, copy.known = load(data, NOWHERE).tables, known

    def set_clock(self, copy: Copy, clock: int) -> None:
        copy.clock = clock

    # the oracle

    def expected(self, known: frozenset[Writing]) -> dict[tuple[int, str], dict[str, Any]]:
        """What each field must hold, by revision, after these writings."""
        replaced = {old for writing in known for old in self.facts[writing].replaced}
        found: dict[tuple[int, str], dict[str, Any]] = {}
        for writing in known - replaced:
            found.setdefault(writing.at, {})[writing.rev] = self.facts[writing].value
        return found

    def must_be_deleted(self, known: frozenset[Writing], record_id: int) -> bool:
        """Whether a record is in the bin: deleted, not brought back, and not changed by somebody who did not know."""
        current = self.expected(known)
        deletions = [Writing((record_id, "!"), rev) for rev in current.get((record_id, "!"), {})]
        facts = [self.facts[writing] for writing in deletions]
        mine = {at: revs for at, revs in current.items() if at[0] == record_id and at[1] not in "!*"}
        there = {Writing(at, rev) for at, revs in mine.items() for rev in revs}
        return bool(facts) and all(fact.value for fact in facts) and any(fact.seen == there for fact in facts)

    def check(self, tables: Tables, known: frozenset[Writing]) -> None:
        """Compare a state with what the oracle expects of it."""
        expected = self.expected(known)
        for record_id in {at[0] for at in expected}:
            record = find_stored(tables, TABLE, record_id)
            assert record is not None, "a record is lost"
            for field in ({at[1] for at in expected if at[0] == record_id} | field_names(record)) - {"*"}:
                wanted = expected.get((record_id, field), {})
                found = heads(record, field)
                assert found.keys() == wanted.keys(), (record_id, field)
                if field != "!":
                    assert found == wanted, (record_id, field)
                    assert record.get(field) == (wanted[max(wanted, key=_age)] if wanted else None)
            assert (record_id in tables.get(BIN, {})) is self.must_be_deleted(known, record_id)
            self._check_history(record, known, record_id)

    def _check_history(self, record: Any, known: frozenset[Writing], record_id: int) -> None:
        """Every value that somebody replaced knowingly is still there as an earlier value."""
        history = record["_"].get("h", {})
        if len(history) >= HISTORY_DEPTH:
            return
        for fact in (self.facts[writing] for writing in known if writing.at[0] == record_id):
            for old in fact.replaced & known:
                if not fact.by_hand and old.at[1] != "!":
                    assert history.get(old.rev, {}).get(old.at[1]) == self.facts[old].value, "history is lost"

    # writing

    def _actor(self, copy: Copy) -> str:
        return handle(self.copies.index(copy) + 1)

    def _commit(self, copy: Copy, changes: Iterable[Change]) -> str:
        self.count += 1
        rev = revisions.revision(copy.clock, self._actor(copy), f"{self.count * 2_654_435_761 % 2**32:08x}")
        current = self.expected(copy.known)
        for change in changes:
            self._note(copy, change, rev, current)
            apply(copy.tables, Group(rev, (change,)))
        return rev

    def _note(self, copy: Copy, change: Change, rev: str, current: dict[tuple[int, str], dict[str, Any]]) -> None:
        record_id = change.id
        if change.action != "set":
            mine = {at: revs for at, revs in current.items() if at[0] == record_id}
            deletions = mine.get((record_id, "!"), {})
            if change.action == "delete" and self.must_be_deleted(copy.known, record_id):
                return
            if not mine or (change.action == "restore" and not any(deletions.values())):
                return
            seen = frozenset(Writing(at, r) for at, revs in mine.items() if at[1] not in "!*" for r in revs)
            self._write(copy, (record_id, "!"), rev, change.action == "delete", deletions, seen)
            return
        exists = (record_id, "*") in current
        if not exists:
            self._write(copy, (record_id, "*"), rev, None, ())
        for field, value in change.fields.items():
            there = current.get((record_id, field), {})
            shown = there[max(there, key=_age)] if there else None
            if exists and shown == value and change.seen is None:
                continue
            if not exists and value is None:
                continue
            replaced = there if change.seen is None else {r: there[r] for r in there if r in change.seen}
            self._write(copy, (record_id, field), rev, value, replaced)
        for field, sides in change.asks.items():
            at = record_id, field
            there = current.get(at, {}).keys()
            for side in sides:
                own = rev if side == max(sides) else revisions.side_revision(rev, side)
                fact = self.facts[Writing(at, side)]
                self._write(copy, at, own, fact.value, there & (change.seen or there), fact.seen)

    def _write(
        self,
        copy: Copy,
        at: tuple[int, str],
        rev: str,
        value: Any,
        replaced: Iterable[str],
        seen: frozenset[Writing] = frozenset(),
    ) -> None:
        writing = Writing(at, rev)
        self.facts[writing] = Fact(value, frozenset(Writing(at, old) for old in replaced), seen)
        copy.known |= {writing}


def _age(rev: str) -> tuple[int, str]:
    time, rest = rev.split("-", 1)
    return int(time), rest


def check_laws(states: list[Tables], chance: random.Random) -> None:
    """Commutative, associative, idempotent, absorbing, and leaving what it is given alone: all on bytes."""
    before = [encode_file(state) for state in states]
    for left in states:
        assert encode_file(join_tables(left, load(encode_file(left), NOWHERE).tables)) == encode_file(left)
        for right in states:
            once = join_tables(left, right)
            assert encode_file(once) == encode_file(join_tables(right, left)), "not commutative"
            assert encode_file(join_tables(left, once)) == encode_file(once), "not absorbing"
    for _trio in range(6):
        a, b, c = (chance.choice(states) for _state in range(3))
        left, right = join_tables(join_tables(a, b), c), join_tables(a, join_tables(b, c))
        assert encode_file(left) == encode_file(right), "not associative"
    assert [encode_file(state) for state in states] == before, "a join altered what it was given"


def check_convergence(world: World, chance: random.Random) -> None:
    """Every copy that ever existed, brought together in two orders, gives the same bytes and loses nothing."""
    past = [moment for copy in world.copies for moment in copy.past]
    totals = []
    for _order in range(2):
        chance.shuffle(past)
        total = load(past[0][0], NOWHERE).tables
        for data, _known in past[1:]:
            total = join_tables(total, load(data, NOWHERE).tables)
        totals.append(total)
    assert encode_file(totals[0]) == encode_file(totals[1]), "the order of joining shows"
    world.check(totals[0], frozenset().union(*(known for _data, known in past)))


def check(history: list[tuple[Any, ...]], chance: random.Random) -> None:
    """Everything that must hold after a history."""
    world = World()
    world.run(history)
    for copy in world.copies:
        world.check(copy.tables, copy.known)
        data = encode_file(copy.tables)
        assert encode_file(load(data, NOWHERE).tables) == data
    used = [copy.tables for copy in world.copies if len(copy.past) > 1] or [world.copies[0].tables]
    check_laws(used, chance)
    check_convergence(world, chance)
