"""Import files, wounded or made to do harm: all or nothing, in 2 seconds and 300 MB each, with nothing unclean stored.

Each batch runs in a process of its own, which measures itself; a process that says nothing any more has failed too.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from proofs.import_files import good, harmful, wounded
from proofs.result import Result
from roadmap_tui.errors import RoadmapError
from roadmap_tui.exchange.importing import plan_import
from roadmap_tui.exchange.outline import read_outline
from roadmap_tui.exchange.source import read_source
from roadmap_tui.model.cleaning import is_clean
from roadmap_tui.services.importing import carry_out, state_of
from roadmap_tui.session import Session
from roadmap_tui.store.encoding import encode_file
from roadmap_tui.store.loading import load
from roadmap_tui.store.revisions import RESERVED

QUICK, DEEP = 80, 20_000
SECONDS, MEGABYTES = 2.0, 300
_ADDRESSES = 1_500 * 1024 * 1024
_BATCH, _PATIENCE = 100, 60
_SHOWN = 20
_WOUNDED = "wounded Word, Excel, CSV, Markdown, text and JSON files: all or nothing, at most 2 s and 300 MB each"
_HARMFUL = "bombs, entities, deep nesting, long lines, odd numbers and encodings: the same limits"


class _Door:
    """A plan that files are imported into, and which then is as it was before."""

    def __init__(self, folder: Path) -> None:
        self.session = Session.create(folder / "plan.roadmap.json", [("plan", 50, {"title": "Plan", "year": 2026})])
        self.session.add("activities", {"title": "Startoverleg", "when": "mei"})
        self.session.add("milestones", {"title": "Draaiboek"})
        self._file = folder / "source.docx"

    def check(self, data: bytes) -> str:
        """Carry the file in; "taken in" or "refused", or what went wrong."""
        self._file.write_bytes(data)
        before = {name: dict(rows) for name, rows in self.session.tables.items()}
        with suppress(RoadmapError):
            read_outline(self._file)
        try:
            found = plan_import(read_source(self._file), state_of(self.session), "source.docx")
            carry_out(self.session, found, {})
        except RoadmapError as error:
            if len(str(error).splitlines()) != 1:
                return "failed: not one sentence"
            return "refused" if self.session.tables == before else "failed: half of it was taken in"
        try:
            return self._taken_in(len(before["activities"]) + len(found.added))
        finally:
            self.session.document.tables = before
            self.session.document.generation += 1

    def _taken_in(self, expected: int) -> str:
        tables = self.session.tables
        if len(tables["activities"]) != expected:
            return "failed: not all of it was taken in"
        if load(encode_file(tables), self._file).tables != tables:
            return "failed: the plan reads back differently"
        texts = (text for rows in tables.values() for row in rows.values() for text in _texts(row))
        return next((f"failed: unclean {text!r:.200}" for text in texts if not is_clean(text)), "taken in")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name != RESERVED:
                yield name
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def run(rounds: int, seed: int) -> list[Result]:
    """Import `rounds` wounded files and every harmful one."""
    if sys.platform == "win32":
        reason = "needs fork and limits on memory"
        return [
            Result("Import files: wounded", _WOUNDED, 0, 0, reason),
            Result("Import files: harmful", _HARMFUL, 0, 0, reason),
        ]
    return [wounded_files(rounds, seed), _result("Import files: harmful", _HARMFUL, list(harmful().items()), 1)]


def wounded_files(rounds: int, seed: int) -> Result:
    """Import `rounds` wounded files."""
    good()
    files = [(f"{seed}-{n}", partial(_wounded, f"{seed}-{n}")) for n in range(rounds)]
    return _result("Import files: wounded", _WOUNDED, files, _BATCH)


def check(folder: Path, data: bytes) -> str:
    """What becomes of one file, in this process."""
    return _Door(folder).check(data)


def _wounded(seed: str) -> bytes:
    return wounded(Random(seed))


def _result(name: str, what: str, files: list[tuple[str, Callable[[], bytes]]], size: int) -> Result:
    verdicts: Counter[str] = Counter()
    notes: list[str] = []
    slowest, largest = (0.0, ""), (0, "")
    for start in range(0, len(files), size):
        for (file, _make), (verdict, seconds, megabytes) in zip(
            files[start:], _batch(files[start : start + size]), strict=False
        ):
            slowest, largest = max(slowest, (seconds, file)), max(largest, (megabytes, file))
            if not verdict.startswith("failed") and (seconds > SECONDS or megabytes > MEGABYTES):
                verdict = f"failed: {seconds:.1f} s and {megabytes} MB, then {verdict}"
            verdicts[verdict.split(":")[0]] += 1
            if verdict.startswith("failed"):
                notes.append(f"{file}: {verdict}")
    words = ", ".join(f"{verdict} {count:,}" for verdict, count in sorted(verdicts.items()))
    limits = f"slowest {slowest[0]:.2f} s ({slowest[1]}), largest {largest[0]} MB ({largest[1]})"
    return Result(name, what, len(files), verdicts["failed"], notes=(words, limits, *notes[:_SHOWN]))


def _batch(files: list[tuple[str, Callable[[], bytes]]]) -> list[tuple[str, float, int]]:
    """What a process of its own says of each file; the one it dies or hangs on has failed, the rest gets a new one."""
    said: list[tuple[str, float, int]] = []
    while len(said) < len(files):
        lines, end = _in_own_process(files[len(said) :])
        said += lines
        if end:
            said.append((f"failed: {end}", 0.0, 0))
    return said


def _in_own_process(files: list[tuple[str, Callable[[], bytes]]]) -> tuple[list[tuple[str, float, int]], str]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(files, writing)
    os.close(writing)
    lines: list[tuple[str, float, int]] = []
    end, rest = "", b""
    while len(lines) < len(files):
        ready, _w, _x = select.select([reading], [], [], _PATIENCE)
        data = os.read(reading, 65536) if ready else b""
        if not data:
            end = "the process died" if ready else f"no answer in {_PATIENCE} s"
            break
        *whole, rest = (rest + data).split(b"\n")
        lines += [_line(line.decode()) for line in whole]
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    return lines, end


def _line(text: str) -> tuple[str, float, int]:
    seconds, megabytes, verdict = text.split("\t", 2)
    return verdict, float(seconds), int(megabytes)


def _work(files: list[tuple[str, Callable[[], bytes]]], writing: int) -> None:
    """Check the files and write a line for each; never returns."""
    import resource

    try:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["XDG_STATE_HOME"] = folder
            door = _Door(Path(folder))
            for _name, make in files:
                data = make()
                resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
                started = time.process_time()
                try:
                    verdict = door.check(data)
                except BaseException as error:
                    verdict = f"failed: {type(error).__name__}: {error}"[:300]
                seconds = time.process_time() - started
                megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                line = f"{seconds:.3f}\t{megabytes}\t{' '.join(verdict.split())}\n"
                os.write(writing, line.encode("utf-8", "backslashreplace"))
    finally:
        os._exit(0)
