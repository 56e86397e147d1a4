"""Several programs change one file as fast as they can, with a lock and without: all their changes are in it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from proofs.plans import NAME, Writer, Written, found_at, missing, sample
from proofs.result import Result
from roadmap_tui.errors import NotSavedError
from roadmap_tui.store.document import Document

QUICK, DEEP = 6, 500
_PROGRAMS = (2, 4, 8)


def run(rounds: int, seed: int) -> Iterator[Result]:
    """So many changes by each of two, four and eight programs, with a lock and without."""
    for count in _PROGRAMS:
        for lock in (True, False):
            yield _together(count, rounds, seed, lock)


def _together(count: int, changes: int, seed: int, shared_lock: bool) -> Result:
    name = f"writers: {count}, {'lock' if shared_lock else 'no lock'}"
    what = f"{count} programs change and save one file as fast as they can; every change is looked up in the file"
    if "fork" not in get_all_start_methods():
        return Result(name, what, 0, 0, "this system cannot fork programs")
    context = get_context("fork")
    with tempfile.TemporaryDirectory() as folder:
        path = sample(Path(folder) / NAME, 200).path
        pipes = [context.Pipe(duplex=False) for _program in range(count)]
        programs = []
        for index, (_mine, theirs) in enumerate(pipes):
            locks = path.parent / ("locks" if shared_lock else f"locks-{index}")
            programs.append(context.Process(target=_work, args=(path, seed * 100 + index + 2, changes, locks, theirs)))
        for program in programs:
            program.start()
        written = [each for mine, _theirs in pipes for each in mine.recv()]
        for program in programs:
            program.join()
        gone = missing(found_at(path), written)
        left = [each.name for each in path.parent.iterdir() if each.suffix in (".tmp", ".old")]
    notes = [str(each) for each in gone[:5]] + [f"left beside the plan: {each}" for each in left]
    return Result(name, what, count * changes, len(gone), notes=tuple(notes))


def _work(path: Path, number: int, changes: int, locks: Path, answers: object) -> None:
    """Change and save, each change until it is saved, and tell at the end what was written."""
    document, writer = Document.open(path), Writer(number)
    written: list[Written] = []
    for count in range(changes):
        written += writer.step(document, count)
        while document.unsaved:
            try:
                document.save(locks)
            except NotSavedError:
                continue
    answers.send(written)  # type: ignore[attr-defined]
    os._exit(0)
