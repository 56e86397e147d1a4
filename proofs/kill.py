"""Programs that change a plan are killed at random moments: the file stays whole and holds all they were told is in."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from proofs.plans import NAME, Writer, Written, found_at, missing, sample
from proofs.result import Result
from roadmap_tui.errors import DamagedError, NotSavedError, UnreadableError
from roadmap_tui.store import document as documents
from roadmap_tui.store import saving
from roadmap_tui.store.document import Document
from roadmap_tui.store.reading import parse
from roadmap_tui.store.safety import SafetyCopy

QUICK, DEEP = 8, 1_000
_PER_FOLDER = 5
_LARGE, _SMALL = 3_000, 200


class Kind(NamedTuple):
    """A way in which writers are set to work."""

    name: str
    what: str
    writers: int
    shared_lock: bool = True
    prepare: Callable[[int], None] = lambda _round: None
    keeps_safety: bool = False


def _other_system(number: int) -> None:
    """Every third round on a system that cannot exchange files, every third on one without links too."""
    if number % 3:
        refuse_exchange()
    if number % 3 == 2:
        os.link = _refused


def _refused(*_paths: object, **_options: object) -> None:
    raise PermissionError("no links here")


def refuse_exchange() -> None:
    """From now on this program is on a system that cannot exchange two files."""
    setattr(saving, "swap_files", lambda *_paths: False)


def write_in_place(_round: int = 0) -> None:
    """From now on the folder of every plan takes no new files."""
    setattr(documents, "check_writable", lambda _path: False)


_WHAT = "kill -9 at a random moment while saving without a pause, plans of 200 and 3,000 activities"
KINDS = (
    Kind("killed: one writer", f"{_WHAT}; files exchanged, linked or read first", 1, prepare=_other_system),
    Kind("killed: two writers, lock", f"{_WHAT}; two programs, both killed", 2, prepare=_other_system),
    Kind("killed: two writers, no lock", f"{_WHAT}; two programs that know of no lock, both killed", 2, False),
    Kind(
        "killed: written in place",
        f"{_WHAT}; the folder takes no new files",
        1,
        prepare=write_in_place,
        keeps_safety=True,
    ),
)


class Running(NamedTuple):
    """A writer at work."""

    process: int
    answers: int


def run(rounds: int, seed: int) -> Iterator[Result]:
    """So many rounds of each kind."""
    for kind in KINDS:
        if hasattr(os, "fork"):
            yield run_kind(kind, rounds, seed)
        else:
            yield Result(kind.name, kind.what, 0, 0, "this system cannot fork programs")


def run_kind(kind: Kind, rounds: int, seed: int) -> Result:
    """Several rounds on one file, then a fresh one; after each all that was ever acknowledged in it must be there."""
    chance = random.Random(seed)
    notes: list[str] = []
    acknowledged = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        done: list[Written] = []
        for number in range(rounds):
            path = folder / NAME
            if number % _PER_FOLDER == 0:
                acknowledged += len(done)
                done = []
                shutil.rmtree(folder)
                folder.mkdir()
                sample(path, _LARGE if number // _PER_FOLDER % 10 == 9 else _SMALL)
            done += _one_round(path, kind, number, chance)
            if wrong := _judge(path, done):
                notes.append(f"round {number}: {wrong}")
        acknowledged += len(done)
    what = f"{kind.what} ({acknowledged:,} acknowledged values looked up)"
    return Result(kind.name, what, rounds, len(notes), notes=tuple(notes))


def _one_round(path: Path, kind: Kind, number: int, chance: random.Random) -> list[Written]:
    running = [_start(path, kind, number, index) for index in range(kind.writers)]
    for each in running:
        os.read(each.answers, 1)
    time.sleep(chance.random() * 0.12)
    for each in chance.sample(running, len(running)):
        os.kill(each.process, signal.SIGKILL)
        time.sleep(chance.random() * 0.004 * (kind.writers > 1))
    return [written for each in running for written in _answers(each)]


def _start(path: Path, kind: Kind, number: int, index: int) -> Running:
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return Running(process, reading)
    try:
        kind.prepare(number)
        lock = "locks" if kind.shared_lock else f"locks-{index}"
        _write_on(path, Writer(number * 4 + index + 2), path.parent / lock, number, kind.keeps_safety, writing)
    finally:
        os._exit(1)


def _write_on(path: Path, writer: Writer, locks: Path, number: int, keep: bool, answers: int) -> None:
    """Change and save until killed, each acknowledged change told in one line."""
    document = Document.open(path)
    safety = SafetyCopy(path.parent / "state", document.document_id, path) if number % 2 or keep else None
    os.write(answers, b"+")
    count = 0
    waiting: list[Written] = []
    while True:
        waiting += writer.step(document, count)
        count += 1
        try:
            document.save(locks, safety)
        except NotSavedError as error:
            print(f"a save was refused: {error}", file=sys.stderr)
            continue
        os.write(answers, "".join(json.dumps(each) + "\n" for each in waiting).encode())
        waiting = []


def _answers(running: Running) -> list[Written]:
    with os.fdopen(running.answers, "rb") as stream:
        lines = stream.read().split(b"\n")
    os.waitpid(running.process, 0)
    return [Written(*json.loads(line)) for line in lines[:-1]]


def _judge(path: Path, done: list[Written]) -> str:
    """What is wrong with the file that is left, in one sentence; nothing if all is well."""
    try:
        tables = found_at(path, path.parent / "state")
    except UnreadableError as error:
        return f"unreadable: {error}"
    if gone := missing(tables, done):
        return f"{len(gone)} acknowledged values are missing, the first {gone[0]}"
    if kept_whole(path):
        return ""
    return "the file itself is damaged"


def kept_whole(path: Path) -> bool:
    """Whether the file itself can be read, or there is a journal that says what was being written in it."""
    try:
        parse(path.read_bytes(), path)
    except DamagedError:
        return any((path.parent / "state").glob("plans/*/copies/*.journal"))
    return True
