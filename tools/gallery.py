"""Pictures of every screen, dialog and form of the real program, and what is wrong with them as far as text can tell.

Usage: python tools/gallery.py FOLDER [--sizes 60x20,80x24,120x40,200x50] [--languages nl,en] [--themes dark,light]
           [--only NAME,NAME...] [--ascii] [--no-colour] [--check]

FOLDER gets one subfolder per language, theme and size with NAME.png and NAME.txt for each picture, sheet-NN.png with
several of them, and faults.txt. One program is walked through per subfolder, and two subfolders are made at once.
--only takes beginnings of names (`form` for all forms); the table of names and keys is tools/gallery_shots.py.
--check only says which classes of screens no picture shows. Linux, with the DejaVu fonts; not part of the product.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import gallery_world as world  # noqa: E402
from gallery_drawing import draw, sheet  # noqa: E402
from gallery_faults import Words, faults  # noqa: E402
from gallery_shots import EMPTY, PLAN, START, Shot, left_out, shots  # noqa: E402
from PIL import Image  # noqa: E402

from benchmarks.probe import Probe  # noqa: E402
from roadmap_tui.actions.table import BY_ID  # noqa: E402
from roadmap_tui.i18n import _, use_language  # noqa: E402
from screens.places import PLACES  # noqa: E402

KEYS = {
    "down": "\x1b[B", "up": "\x1b[A", "right": "\x1b[C", "left": "\x1b[D", "enter": "\r", "esc": "\x1b", "tab": "\t",
    "space": " ", "pgdn": "\x1b[6~", "pgup": "\x1b[5~", "home": "\x1b[H", "end": "\x1b[F", "shift+tab": "\x1b[Z",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f6": "\x1b[17~", "backspace": "\x7f",
    "colon": ":", "slash": "/", "question_mark": "?", "exclamation_mark": "!",
}  # fmt: skip
_LABELS = {place.name: place.label for place in PLACES}
_ACROSS = {60: 4, 80: 3, 120: 2, 200: 1}
_PER_SHEET = {60: 16, 80: 12, 120: 6, 200: 3}
_TICK, _PATIENCE, _QUIET = 0.03, 6.0, 3
_AFTER_ESCAPE = 0.15


class Look(NamedTuple):
    """How the program is started for one walk."""

    language: str
    theme: str
    columns: int
    rows: int
    ascii: bool
    colour: bool

    @property
    def name(self) -> str:
        """The folder of its pictures."""
        extra = ("-ascii" if self.ascii else "") + ("" if self.colour else "-no-colour")
        return f"{self.language}-{self.theme}-{self.columns}x{self.rows}{extra}"


class Walker(Probe):
    """The program in a terminal, told to go places; waits until it has nothing more to do, however busy the machine."""

    def __init__(self, look: Look, words: Sequence[str]) -> None:
        extra = {"ROADMAP_LANG": look.language, "ESCDELAY": "10"} | ({} if look.colour else {"NO_COLOR": "1"})
        command = [sys.executable, "-m", "roadmap_tui", *(["--ascii"] if look.ascii else []), *words]
        super().__init__(command, look.columns, look.rows, extra)
        self.first_paint()
        self.rest()

    def _busy(self) -> int:
        """The processor time used so far, in ticks of the system; never twice the same while it waits for its turn."""
        with open(f"/proc/{self.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rpartition(")")[2].split()
        waiting = fields[0] in "RD"
        return int(fields[11]) + int(fields[12]) + (time.monotonic_ns() if waiting else 0)

    def rest(self) -> None:
        """Wait until the program neither sends nor works."""
        quiet, used, until = 0, self._busy(), time.monotonic() + _PATIENCE
        while quiet < _QUIET and time.monotonic() < until and not self.ended:
            sent = self.pump(_TICK)
            now = self._busy() if not self.ended else used
            quiet = 0 if sent or now != used else quiet + 1
            used = now

    def press(self, keys: bytes, quiet: float = 0.1) -> None:  # type: ignore[override]
        self.write(keys)
        self.rest()

    def follow(self, keys: str) -> None:
        """Press the keys of a shot."""
        for step in keys.split(" ") if keys else ():
            kind, _colon, rest = step.partition(":")
            if kind == "go" and rest:
                self.go(rest)
            elif kind == "do" and rest in BY_ID:
                self.do(rest)
            elif kind == "text" and rest:
                self.press(rest.replace("_", " ").encode())
            elif kind == "paste" and rest:
                self.press(b"\x1b[200~" + rest.replace("_", " ").encode() + b"\x1b[201~")
            else:
                self._key(step)

    def _key(self, step: str) -> None:
        name, _star, times = step.rpartition("*")
        name, count = (name, int(times)) if name and times.isdigit() else (step, 1)
        control = name.removeprefix("ctrl+")
        raw = chr(ord(control) - 96) if control != name else KEYS.get(name, name)
        for _turn in range(count):
            self.press(raw.encode())

    def go(self, place: str) -> None:
        """Open a screen by its key or from the palette. Raises LookupError where it does not come."""
        action = BY_ID.get(f"go_{place}")
        for _turn in range(3):
            if action and action.keys:
                self.press(KEYS.get(action.keys[0], action.keys[0]).encode())
            else:
                self._palette(_(action.label) if action else _(_LABELS[place]))
            if self._tab_shows(place):
                return
            self.leave()
        raise LookupError(place)

    def do(self, action_id: str) -> None:
        """Press the key of an action, or choose it from the palette."""
        action = BY_ID[action_id]
        if action.keys:
            self.press(KEYS.get(action.keys[0], action.keys[0]).encode())
        else:
            self._palette(_(action.label))

    def _palette(self, label: str) -> None:
        self.press(b":")
        self.press(label.encode())
        self.press(b"\r")

    def _tab_shows(self, place: str) -> bool:
        label = _(_LABELS[place])
        return (label if label in self.screen.display[1] else label[:20]) in self.screen.display[1]

    @property
    def on_a_screen(self) -> bool:
        """Whether a screen of the plan is shown, as its line of digits tells."""
        return not self.ended and all(digit in self.screen.display[1] for digit in "123456")

    def leave(self) -> None:
        """Back to a screen of the plan."""
        for _turn in range(2):
            self.press(b"\x1b")
            self.settle(_AFTER_ESCAPE)


def _wanted(only: Sequence[str], where: str) -> list[Shot]:
    return [shot for shot in shots() if shot.where == where and (not only or shot.name.startswith(tuple(only)))]


def _walk(look: Look, folder: Path, only: Sequence[str]) -> Iterator[tuple[Shot, Walker | None]]:
    """Every shot with the program as it should be pictured; None where it was not reached."""
    for where, words in ((PLAN, [world.PLAN]), (EMPTY, [world.EMPTY])):
        walker: Walker | None = None
        for shot in _wanted(only, where):
            if walker is None:
                walker = Walker(look, words)
                walker.settle(0.6)
                walker.leave()
            try:
                walker.follow(shot.keys)
                yield shot, walker
                if " " in shot.keys:
                    walker.leave()
            except LookupError:
                yield shot, None
            if not walker.on_a_screen:
                walker.__exit__(None, None, None)
                walker = None
        if walker:
            walker.__exit__(None, None, None)
    os.environ["ROADMAP_STATE"] += "-new"
    for shot in _wanted(only, START):
        with Walker(look, []) as start:
            start.follow(shot.keys)
            yield shot, start


def picture(look: Look, plans: Path, target: Path, only: Sequence[str]) -> str:
    """Make the pictures of one walk; answers a line about it."""
    began = time.monotonic()
    folder = target / look.name
    folder.mkdir(parents=True, exist_ok=True)
    use_language(look.language)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        shutil.copytree(plans, home, dirs_exist_ok=True)
        (home / "config.toml").write_text(f'theme = "{look.theme}"\n', encoding="utf-8")
        _settle(home)
        os.chdir(home / "plans")
        words = Words(list((home / "plans").glob("*.json")), " ".join(shot.keys for shot in shots()))
        found: list[str] = []
        drawn: list[tuple[str, Image.Image]] = []
        for shot, walker in _walk(look, folder, only):
            if walker is None:
                found.append(f"{shot.name}: not reached")
                continue
            lines = walker.screen.display
            found += [f"{shot.name}: {fault}" for fault in faults(lines, look.language, words)]
            text = "".join(f"{line.rstrip()}\n" for line in lines)
            (folder / f"{shot.name}.txt").write_text(text, encoding="utf-8")
            image = draw(walker.screen)
            image.save(folder / f"{shot.name}.png")
            drawn.append((shot.name, image))
    (folder / "faults.txt").write_text("".join(f"{line}\n" for line in found), encoding="utf-8")
    _sheets(folder, drawn, look.columns)
    return f"{look.name}: {len(drawn)} pictures, {len(found)} faults, {time.monotonic() - began:.0f} s"


def _make_plans(home: Path) -> None:
    """The plans and what the program remembers of its user, for every walk to copy."""
    (home / "plans").mkdir()
    _settle(home)
    world.make(home / "plans", date.today())


def _settle(home: Path) -> None:
    os.environ.update(ROADMAP_STATE=f"{home}/state", ROADMAP_CONFIG=f"{home}/config.toml", PYTHONPATH=str(ROOT))


def _sheets(folder: Path, drawn: list[tuple[str, Image.Image]], columns: int) -> None:
    for old in folder.glob("sheet-*.png"):
        old.unlink()
    per, across = _PER_SHEET.get(columns, 6), _ACROSS.get(columns, 2)
    for number, group in groupby(enumerate(drawn), lambda each: each[0] // per):
        sheet([each for _place, each in group], across).save(folder / f"sheet-{number + 1:02d}.png")


def main() -> None:
    """Walk through the program once per language, theme and size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--sizes", default="60x20,80x24,120x40,200x50")
    parser.add_argument("--languages", default="nl,en")
    parser.add_argument("--themes", default="dark,light")
    parser.add_argument("--only", default="")
    parser.add_argument("--ascii", action="store_true")
    parser.add_argument("--no-colour", action="store_true")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    missing = left_out()
    print(f"no picture shows: {', '.join(missing)}" if missing else "every screen has a picture")
    if asked.check or asked.folder is None:
        sys.exit(bool(missing))
    looks = [
        Look(language, theme, int(columns), int(rows), asked.ascii, not asked.no_colour)
        for columns, rows in (size.split("x") for size in asked.sizes.split(","))
        for theme in asked.themes.split(",")
        for language in asked.languages.split(",")
    ]
    only = [name for name in asked.only.split(",") if name]
    target = asked.folder.resolve()
    with tempfile.TemporaryDirectory() as name, ProcessPoolExecutor(2) as pool:
        _make_plans(Path(name))
        for line in pool.map(picture, looks, [Path(name)] * len(looks), [target] * len(looks), [only] * len(looks)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
