"""A program that knows nothing of ours reads the file, adds a record and replaces it, over and over, while we save."""

from __future__ import annotations

import json
import os
import random
import tempfile
import time
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any

from proofs.plans import NAME, Writer, Written, found_at, missing, sample
from proofs.result import Result
from roadmap_tui.errors import NotSavedError
from roadmap_tui.store.document import Document

QUICK, DEEP = 2, 60
_FIRST = 7_000_000


def run(rounds: int, seed: int) -> list[Result]:
    """That many seconds."""
    name = "rogue program"
    what = f"a program replaces the file without looking for {rounds} seconds while we save without a pause"
    if "fork" not in get_all_start_methods():
        return [Result(name, what, 0, 0, "this system cannot fork programs")]
    context = get_context("fork")
    with tempfile.TemporaryDirectory() as folder:
        path = sample(Path(folder) / NAME, 300).path
        mine, theirs = context.Pipe(duplex=False)
        other = context.Process(target=_replace, args=(path, rounds, seed, theirs))
        other.start()
        written, saves = _save_meanwhile(path, seed, mine)
        replaced = mine.recv()
        other.join()
        written += _save_once(path)
        tables = found_at(path)
        gone = [str(each) for each in missing(tables, written)]
        gone += [f"its record {each}" for each in range(replaced) if _FIRST + each not in tables["risks"]]
    what += f" ({replaced:,} records of its own, {saves:,} saves of ours)"
    return [Result(name, what, replaced + saves, len(gone), notes=tuple(gone[:10]))]


def _replace(path: Path, seconds: float, seed: int, answers: Any) -> None:
    """Read, add a record as any program would, write beside it and replace; tells how many records it added."""
    chance = random.Random(seed)
    end = time.monotonic() + seconds
    count = 0
    while time.monotonic() < end:
        time.sleep(chance.random() * 0.02)
        content = json.loads(path.read_bytes())
        content.setdefault("risks", {})[str(_FIRST + count)] = {"title": f"Van een ander {count}"}
        temporary = path.with_suffix(".rogue")
        temporary.write_text(json.dumps(content), encoding="utf-8")
        os.replace(temporary, path)
        count += 1
    answers.send(count)
    os._exit(0)


def _save_meanwhile(path: Path, seed: int, answers: Any) -> tuple[list[Written], int]:
    document, writer = Document.open(path), Writer(seed + 2)
    written: list[Written] = []
    attempts = saves = 0
    while not answers.poll():
        written += writer.step(document, attempts)
        attempts += 1
        try:
            document.save(path.parent / "locks")
        except NotSavedError:
            continue
        saves += 1
    while document.unsaved or document.refresh():
        document.save(path.parent / "locks")
    return written, saves


def _save_once(path: Path) -> list[Written]:
    document = Document.open(path)
    written = Writer(999).write(document, "risks", 1, title="Het laatste woord")
    document.save(path.parent / "locks")
    return written
