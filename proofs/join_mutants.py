"""Ways in which a join could go wrong, each of which the histories must catch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from roadmap_tui.store import join, placing, revisions
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.header import BIN
from roadmap_tui.store.revisions import DELETION, RESERVED, Stored, field_names, heads, mark, with_heads

Patch = pytest.MonkeyPatch
_real_join = join._join


def _after(change: Callable[[Stored, Stored, Stored], Stored]) -> Callable[[Patch], None]:
    """A mutant that changes what the real join of two records gives."""

    def install(patch: Patch) -> None:
        patch.setattr(join, "_join", lambda ours, theirs: change(_real_join(ours, theirs), ours, theirs))

    return install


def _each_field(record: Stored, choose: Callable[[dict[str, Any]], dict[str, Any]]) -> Stored:
    for field in field_names(record):
        record = with_heads(record, field, choose(heads(record, field)))
    return record


def last_writer_wins(joined: Stored, _ours: Stored, _theirs: Stored) -> Stored:
    """Last writer wins."""
    return _each_field(joined, lambda found: {max(found): found[max(found)]} if found else {})


def last_writer_wins_and_marks_the_loser(joined: Stored, _ours: Stored, _theirs: Stored) -> Stored:
    """Last writer wins and marks the loser."""
    marks = set(joined[RESERVED].get("k", ()))
    for field in field_names(joined):
        found = heads(joined, field)
        marks |= {mark(field, rev) for rev in found if rev != max(found)}
    joined = last_writer_wins(joined, {}, {})
    joined[RESERVED] |= {"k": sorted(marks)} if marks else {}
    return joined


def equal_values_become_one(joined: Stored, _ours: Stored, _theirs: Stored) -> Stored:
    """Equal values become one."""

    def choose(found: dict[str, Any]) -> dict[str, Any]:
        newest = {repr(found[rev]): rev for rev in sorted(found)}
        return {rev: found[rev] for rev in newest.values()}

    return _each_field(joined, choose)


def at_most_two_values_are_kept(joined: Stored, _ours: Stored, _theirs: Stored) -> Stored:
    """At most two values are kept."""
    return _each_field(joined, lambda found: {rev: found[rev] for rev in sorted(found)[-2:]})


def an_emptied_field_is_no_value(joined: Stored, _ours: Stored, _theirs: Stored) -> Stored:
    """An emptied field is no value."""
    return _each_field(joined, lambda found: {rev: value for rev, value in found.items() if value is not None})


def an_edit_beats_a_deletion(joined: Stored, _ours: Stored, _theirs: Stored) -> Stored:
    """An edit beats a deletion."""
    return joined if revisions.is_deleted(joined) else with_heads(joined, DELETION, {})


def their_marks_are_dropped(joined: Stored, ours: Stored, _theirs: Stored) -> Stored:
    """Their marks are dropped."""
    joined[RESERVED]["k"] = ours[RESERVED].get("k", [])
    return joined


def their_history_is_dropped(joined: Stored, ours: Stored, _theirs: Stored) -> Stored:
    """Their history is dropped."""
    joined[RESERVED]["h"] = ours[RESERVED].get("h", {})
    return joined


def history_is_dropped(joined: Stored, _ours: Stored, _theirs: Stored) -> Stored:
    """History is dropped."""
    joined[RESERVED].pop("h", None)
    return joined


def the_creation_is_ours(joined: Stored, ours: Stored, _theirs: Stored) -> Stored:
    """The creation is ours."""
    fields = {field: heads(joined, field) for field in field_names(joined)}
    made = revisions.assemble(ours[RESERVED]["r"]["*"], fields)
    made[RESERVED] = {**joined[RESERVED], **made[RESERVED]}
    return made


def what_we_have_is_altered(joined: Stored, ours: Stored, _theirs: Stored) -> Stored:
    """What we have is altered."""
    ours.update(joined)
    return joined


def superseded_values_return(patch: Patch) -> None:
    """Superseded values return."""
    patch.setattr(join, "mark", lambda _field, _rev: "")


def a_deletion_beats_an_edit(patch: Patch) -> None:
    """A deletion beats an edit."""
    patch.setattr(placing, "is_deleted", revisions.has_deletion)


def time_in_thirteen_digits(patch: Patch) -> None:
    """Time in thirteen digits."""
    patch.setattr(revisions, "revision", lambda time, actor, tail: f"{time:013d}-{actor}-{tail}")


def the_newest_record_wins_whole(patch: Patch) -> None:
    """The newest record wins whole."""
    patch.setattr(join, "_join", lambda ours, theirs: max(ours, theirs, key=revisions.newest_revision))


def the_bin_is_joined_apart(patch: Patch) -> None:
    """The bin is joined apart."""

    def join_tables(ours: Tables, theirs: Tables) -> Tables:
        both = {name: {**theirs.get(name, {}), **ours.get(name, {})} for name in ours | theirs}
        for name in both.keys() - {BIN}:
            for key in both[name].keys() & ours.get(name, {}).keys() & theirs.get(name, {}).keys():
                both[name][key] = join.join_record(ours[name][key], theirs[name][key])
        return both

    patch.setattr("proofs.join_histories.join_tables", join_tables)


MUTANTS: tuple[Callable[[Patch], None], ...] = (
    superseded_values_return,
    a_deletion_beats_an_edit,
    time_in_thirteen_digits,
    the_newest_record_wins_whole,
    the_bin_is_joined_apart,
)
CHANGED_RESULTS = (
    last_writer_wins,
    last_writer_wins_and_marks_the_loser,
    equal_values_become_one,
    at_most_two_values_are_kept,
    an_emptied_field_is_no_value,
    an_edit_beats_a_deletion,
    their_marks_are_dropped,
    their_history_is_dropped,
    history_is_dropped,
    the_creation_is_ours,
    what_we_have_is_altered,
)
ALL = {mutant.__name__: mutant for mutant in MUTANTS} | {change.__name__: _after(change) for change in CHANGED_RESULTS}
