"""Mutations of a plan file: it is refused in one sentence, or every record is as it was or visibly changed.

"Visibly" means that opening reports it: as changed outside Roadmap, or as lacking against the safety copy.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from proofs.result import Result
from proofs.wounds import mutant
from roadmap_tui.errors import DamagedError, RoadmapError
from roadmap_tui.session import Session
from roadmap_tui.store.changes import Change
from roadmap_tui.store.damage import readable_part
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.loading import load
from roadmap_tui.store.news import gained
from roadmap_tui.store.placing import find_stored, stored_records
from roadmap_tui.store.revisions import CREATION, OUTSIDE, RESERVED, UNKNOWN, actor_of

QUICK, DEEP = 2_000, 1_000_000
PATH = Path("plan.roadmap.json")
_SHOWN = 5
_OUTSIDE = (OUTSIDE, UNKNOWN)
"""Those whom history calls "outside Roadmap"."""
_CRASHES = "wounded in bytes, lines or structure; read, and every fourth damaged one restored: no uncaught exception"
_SILENT = "the same files: every record is as before, or reported as changed outside Roadmap or as lacking"
_RESTORED = 4
"""Of so many damaged files one is restored too, which takes as long as several readings."""


def sample(folder: Path) -> bytes:
    """A plan with every kind of stored thing: records, bin, history, values written at once, unknown fields."""
    path = folder / "plan.roadmap.json"
    session = Session.create(path, [("plan", 50, {"title": "Plan", "go_live": "2026-11-02"})])
    first = session.add("activities", {"title": "Eerst", "when": "8 en 15 juni", "sessions": "2 sessies van 3 uur"})
    session.add("activities", {"title": "Tweede", "lead": "Beleid", "onbekend": {"a": [1, 2.5]}})
    milestone = session.add("milestones", {"title": "Draaiboek", "offset": "T-2w"})
    session.add("checkpoints", {"title": "Terugval", "milestone": milestone})
    session.add("risks", {"title": "Uitval", "chance": 4, "impact": 4})
    session.commit([Change("activities", first, {"title": "Anders"}, frozenset())])
    gone = session.add("activities", {"title": "Vervallen"})
    session.commit([Change("activities", gone, action="delete")])
    session.save()
    (folder / "copy.roadmap.json").write_bytes(path.read_bytes())
    other = Session.open(folder / "copy.roadmap.json", user="Piet")
    for each, title in ((session, "Hier"), (other, "Daar")):
        each.commit([Change("activities", first, {"title": title})])
    session.document.join(other.tables)
    session.save()
    return path.read_bytes()


class Judge:
    """Says of each mutant whether it was refused, unchanged or visibly changed; all else is a failure."""

    def __init__(self, whole: bytes) -> None:
        self.known = load(whole, PATH).tables
        self.counts: Counter[str] = Counter()
        self.failures: list[tuple[str, bytes]] = []
        self._damaged = 0

    def judge(self, data: bytes) -> None:
        """Read `data` as opening does, and what is left of it as restoring does."""
        try:
            verdict = self._read(data)
        except Exception as error:
            verdict = f"crash {type(error).__name__}: {error}"[:200]
        self.counts[verdict.split()[0].strip(":")] += 1
        if verdict.startswith(("crash", "silent")):
            self.failures.append((verdict, data))

    def _read(self, data: bytes) -> str:
        known = self.known
        try:
            loaded = load(data, PATH, known)
            tables, outside = loaded.tables, loaded.outside
        except DamagedError as error:
            if len(str(error).splitlines()) != 1:
                return "crash: not one sentence"
            self._damaged += 1
            part = readable_part(data, PATH, known) if self._damaged % _RESTORED == 0 else None
            if part is None:
                return "refused"
            tables, outside = part.tables, part.outside
        except RoadmapError as error:
            return "refused" if len(str(error).splitlines()) == 1 else "crash: not one sentence"
        if tables == known:
            return "unchanged"
        return self._compared(tables, outside)

    def _compared(self, tables: Tables, outside: frozenset[tuple[str, int]]) -> str:
        known = self.known
        lacking = gained(tables, join_tables(tables, known))
        for table, record_id, record in stored_records(known):
            found = find_stored(tables, table, record_id)
            row = (table, record_id)
            if found != record and row not in outside and row not in lacking:
                return f"silent change of {table} {record_id}: {record} is now {found}"
        for table, record_id, record in stored_records(tables):
            new = find_stored(known, table, record_id) is None and (table, record_id) not in outside
            if new and actor_of(record[RESERVED]["r"][CREATION]) not in _OUTSIDE:
                return f"silent addition of {table} {record_id}: {record}"
        return "visible"


def run(rounds: int, seed: int) -> list[Result]:
    """Judge `rounds` mutants of a plan file, in memory."""
    with tempfile.TemporaryDirectory() as folder:
        whole = sample(Path(folder))
    judge, chance = Judge(whole), Random(seed)
    for _round in range(rounds):
        judge.judge(mutant(whole, chance))
    words = ", ".join(f"{name} {count:,}" for name, count in sorted(judge.counts.items()))
    notes = (words, *(f"{verdict}: {data!r}"[:3000] for verdict, data in judge.failures[:_SHOWN]))
    crashes = judge.counts["crash"]
    return [
        Result("Mutations of a plan file: exceptions", _CRASHES, rounds, crashes, notes=notes),
        Result("Mutations of a plan file: silent changes", _SILENT, rounds, judge.counts["silent"]),
    ]
