"""The power fails at each moment of a save: every state that the disk may then hold still gives the plan.

The model of the disk is a harsh one. What was written to a file is there only after fsync of that file: until then it
may be the old content, the new, half of it or zeros. Names are there only after fsync of their folder: until then any
part of the changes to them may have reached the disk.
"""

from __future__ import annotations

import itertools
import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from proofs.faulty_system import real_swap
from proofs.plans import NAME, Writer, Written, found_at, missing, sample
from proofs.result import Result
from roadmap_tui.errors import UnreadableError
from roadmap_tui.store import document as documents
from roadmap_tui.store import saving
from roadmap_tui.store.document import Document
from roadmap_tui.store.safety import SafetyCopy

QUICK, DEEP = 4, 200
WAYS = ("exchange", "link", "in place")
_FOLDER = -1
Names = dict[str, int]
Files = dict[str, bytes]


class Disk:
    """What programs see of a folder, and what of it a power cut leaves."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self.durable: dict[int, bytes] = {}
        self.now: dict[int, bytes] = {}
        self.names: Names = {}
        self.safe_names: Names = {}
        self.pending: list[tuple[str, Callable[[Names], None]]] = []
        self.open: dict[int, tuple[str, int, int]] = {}
        self._inodes = itertools.count(1)
        for path in sorted(root.rglob("*")):
            self.names[str(path)] = _FOLDER if path.is_dir() else self._new(path.read_bytes())
        self.safe_names = dict(self.names)

    def _new(self, data: bytes) -> int:
        inode = next(self._inodes)
        self.durable[inode] = self.now[inode] = data
        return inode

    def rename(self, change: Callable[[Names], None], path: str) -> None:
        """Change names now; on the disk that waits for fsync of the folder."""
        change(self.names)
        self.pending.append((os.path.dirname(path), change))

    # the calls, each after it was carried out

    def opened(self, descriptor: int, path: Any, flags: int, *_mode: int) -> None:
        name = os.fspath(path)
        if isinstance(name, str) and name.startswith(self.root):
            if flags & os.O_CREAT and name not in self.names:
                inode = self._new(b"")
                self.rename(lambda names: names.__setitem__(name, inode), name)
            self.open[descriptor] = (name, self.names.get(name, _FOLDER), 0)

    def wrote(self, count: int, descriptor: int, data: Any) -> None:
        if found := self.open.get(descriptor):
            name, inode, at = found
            before = self.now[inode]
            self.now[inode] = before[:at] + bytes(data)[:count] + before[at + count :]
            self.open[descriptor] = (name, inode, at + count)

    def read(self, data: bytes, descriptor: int, _size: int) -> None:
        if found := self.open.get(descriptor):
            self.open[descriptor] = (found[0], found[1], found[2] + len(data))

    def sought(self, at: int, descriptor: int, *_where: int) -> None:
        if found := self.open.get(descriptor):
            self.open[descriptor] = (found[0], found[1], at)

    def truncated(self, _done: None, descriptor: int, size: int) -> None:
        if found := self.open.get(descriptor):
            self.now[found[1]] = self.now[found[1]][:size]

    def synced(self, _done: None, descriptor: int) -> None:
        if not (found := self.open.get(descriptor)):
            return
        if found[1] != _FOLDER:
            self.durable[found[1]] = self.now[found[1]]
            return
        for folder, change in self.pending:
            if folder == found[0]:
                change(self.safe_names)
        self.pending = [each for each in self.pending if each[0] != found[0]]

    def closed(self, _done: None, descriptor: int) -> None:
        self.open.pop(descriptor, None)

    def made_folder(self, _done: None, path: Any, *_mode: int) -> None:
        name = os.fspath(path)
        self.rename(lambda names: names.__setitem__(name, _FOLDER), name)

    def linked(self, _done: None, old: Any, new: Any) -> None:
        inode, name = self.names[os.fspath(old)], os.fspath(new)
        self.rename(lambda names: names.__setitem__(name, inode), name)

    def replaced(self, _done: None, old: Any, new: Any) -> None:
        source, target = os.fspath(old), os.fspath(new)
        inode = self.names.get(source)
        if inode is None:
            return

        def change(names: Names) -> None:
            names.pop(source, None)
            names[target] = inode

        self.rename(change, target)

    def unlinked(self, _done: None, path: Any) -> None:
        name = os.fspath(path)

        def change(names: Names) -> None:
            names.pop(name, None)

        self.rename(change, name)

    def exchanged(self, done: bool, one: Any, other: Any) -> None:
        if done:
            first, second = os.fspath(one), os.fspath(other)
            of_first, of_second = self.names[first], self.names[second]
            self.rename(lambda names: names.update({first: of_second, second: of_first}), second)

    # what is left

    def after_a_cut(self, chance: random.Random, limit: int) -> Iterator[Files]:
        """So many of the states in which a power cut may leave the disk at this moment."""
        for _state in range(limit):
            names = dict(self.safe_names)
            everything = chance.random() < 0.3
            for _folder, change in self.pending:
                if everything or chance.random() < 0.5:
                    change(names)
            yield {
                name: self._content(inode, chance)
                for name, inode in names.items()
                if inode != _FOLDER and self._reachable(name, names)
            }

    def _content(self, inode: int, chance: random.Random) -> bytes:
        old, new = self.durable[inode], self.now[inode]
        return old if old == new else chance.choice((old, new, new[: len(new) // 2], bytes(len(new))))

    def _reachable(self, name: str, names: Names) -> bool:
        above = os.path.dirname(name)
        return above == self.root or (above in names and self._reachable(above, names))


_WATCHED: dict[str, Callable[..., None]] = {
    "open": Disk.opened,
    "write": Disk.wrote,
    "read": Disk.read,
    "lseek": Disk.sought,
    "ftruncate": Disk.truncated,
    "fsync": Disk.synced,
    "close": Disk.closed,
    "mkdir": Disk.made_folder,
    "link": Disk.linked,
    "replace": Disk.replaced,
    "unlink": Disk.unlinked,
}


@contextmanager
def _watched(disk: Disk, way: str, after_each: Callable[[], None]) -> Iterator[None]:
    """Show the disk every call; `after_each` runs behind those that change something."""

    def through(real: Callable[..., Any], note: Callable[..., None]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            found = real(*args, **options)
            note(disk, found, *args)
            if real not in (_READ, _SEEK, _CLOSE):
                after_each()
            return found

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name, note in _WATCHED.items():
            patch.setattr(os, name, through(getattr(os, name), note))
        swap = through(real_swap, Disk.exchanged)
        patch.setattr(saving, "swap_files", swap if way == "exchange" else lambda *_paths: False)
        if way == "in place":
            patch.setattr(documents, "check_writable", lambda _path: False)
        yield


_READ, _SEEK, _CLOSE = os.read, os.lseek, os.close


def run(rounds: int, seed: int) -> list[Result]:
    """At every moment of a save so many states of the disk."""
    what = (
        "the power fails after any call of a save; what was not synced may be old, new, half or zeros, and any part of "
        "the changes to names may be missing (a model of a disk)"
    )
    if os.name != "posix":
        return [Result("power cuts", what, 0, 0, "folders cannot be synced on this system")]
    count, notes = 0, []
    for way in WAYS:
        done, wrong = cut_everywhere(way, rounds, seed)
        count += done
        notes += [f"{way}: {each}" for each in wrong]
    return [Result("power cuts", what, count, len(notes), notes=tuple(notes))]


def cut_everywhere(way: str, rounds: int, seed: int) -> tuple[int, list[str]]:
    """How many different states were judged, and what is wrong with which."""
    chance = random.Random(seed)
    notes: list[str] = []
    seen: set[int] = set()
    with tempfile.TemporaryDirectory() as name:
        root = Path(os.path.realpath(name)) / "real"
        root.mkdir()
        document = sample(root / NAME)
        writer = Writer(2)
        acknowledged = writer.write(document, "risks", 8, title="Eerder bevestigd")
        document.save(root / "locks")
        (root / "state").mkdir()
        disk = Disk(root)
        moment = itertools.count()

        def judge() -> None:
            at = next(moment)
            for files in disk.after_a_cut(chance, rounds):
                key = hash((frozenset(files.items()), len(acknowledged)))
                if key not in seen:
                    seen.add(key)
                    if wrong := _judge(root, files, acknowledged, Path(name) / "aside"):
                        notes.append(f"after call {at}: {wrong}")

        held = _Held(judge)
        document = Document.open(root / NAME)
        safety = SafetyCopy(root / "state", document.document_id, root / NAME)
        for count in range(2):
            new = writer.write(document, "risks", 9, title=f"Nieuw {count}", description=f"{count} " * 80)
            with _watched(disk, way, held):
                document.save(root / "locks", safety)
            acknowledged += new
            held()
    return len(seen), notes


class _Held:
    """Calls a function, but not while that is running already."""

    def __init__(self, function: Callable[[], None]) -> None:
        self._function = function
        self._busy = False

    def __call__(self) -> None:
        if not self._busy:
            self._busy = True
            try:
                with pytest.MonkeyPatch.context() as patch:
                    for name, real in _REAL.items():
                        patch.setattr(os, name, real)
                    self._function()
            finally:
                self._busy = False


_REAL = {name: getattr(os, name) for name in _WATCHED}


def _judge(root: Path, files: Files, acknowledged: list[Written], aside: Path) -> str:
    """What is wrong with this state of the disk, laid out for a moment in the place of the real folder."""
    os.rename(root, aside)
    try:
        for name, data in files.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_bytes(data)
        gone = missing(found_at(root / NAME, root / "state"), acknowledged)
        return f"missing: {gone[0]}" if gone else ""
    except UnreadableError as error:
        return f"unreadable: {error}"
    finally:
        shutil.rmtree(root)
        os.rename(aside, root)
