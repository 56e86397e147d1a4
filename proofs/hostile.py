"""Texts that steer a terminal, in every field of a plan, on every screen and in every command, in a pseudo terminal.

What the terminal gets is searched for control bytes that only a text can have brought; a screen or command that breaks
off has failed too, and so has one that changed the plan or the folder without being asked.
"""

from __future__ import annotations

import os
import select
import shutil
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from proofs.hostile_commands import commands
from proofs.hostile_strings import make_plan, raw_bytes
from proofs.result import Result

QUICK, DEEP = 4, 8
_ROWS, _COLUMNS = 120, 200
_PATIENCE = 900
_COMMANDS = (
    "40 texts in every field, as arguments and as file names, through every command: no crash, no raw control byte"
)
_SCREENS = "40 texts in every field on every screen and form: no crash, no action, no raw control byte"


def run(rounds: int, seed: int) -> list[Result]:
    """All screens and commands, with `rounds` records of every kind."""
    if sys.platform == "win32":
        reason = "needs a pseudo terminal"
        return [
            Result("Hostile texts: commands", _COMMANDS, 0, 0, reason),
            Result("Hostile texts: screens", _SCREENS, 0, 0, reason),
        ]
    with tempfile.TemporaryDirectory() as folder:
        plan = make_plan(Path(folder) / "plan.roadmap.json", rounds)
        return [_run_screens(plan), _run_commands(plan)]


def _run_commands(plan: Path) -> Result:
    count, notes = 0, []
    for words in commands(plan):
        copy = Path(tempfile.mkdtemp(dir=plan.parent)) / plan.name
        shutil.copy(plan, copy)
        stream, code = in_terminal(partial(_command, words, copy))
        count += 1
        found = raw_bytes(stream)
        if found or code not in (0, 1, 2, 3, 4, 5):
            notes.append(f"{words!r:.160}: code {code}, {found[:2]!r:.400}")
        shutil.rmtree(copy.parent)
    return Result("Hostile texts: commands", _COMMANDS, count, len(notes), notes=(*notes[:40],))


def _command(words: list[str], plan: Path) -> None:
    from roadmap_tui.cli.main import main

    os.chdir(plan.parent)
    sys.argv = ["roadmap", *(word.replace("PLAN", plan.name) if word == "PLAN" else word for word in words)]
    main()


def _run_screens(plan: Path) -> Result:
    report = plan.with_name("visited.txt")
    stream, code = in_terminal(lambda: _visit(plan, report))
    visited = report.read_text("utf-8", "replace").splitlines() if report.exists() else []
    notes = [f"{found!r}" for found in raw_bytes(stream)[:20]]
    notes += [line for line in visited if not line.startswith("seen ")]
    if code != 0 or "seen end" not in visited:
        notes.append(f"ended with code {code} after {visited[-1:]}: {stream[-1500:]!r}")
    seen = sum(line.startswith("seen ") for line in visited)
    return Result("Hostile texts: screens", _SCREENS, seen, len(notes), notes=tuple(notes[:40]))


def _visit(plan: Path, report: Path) -> None:
    """Open the plan in the application, go everywhere, open and leave forms, and end."""
    from textual.pilot import Pilot

    from roadmap_tui.config import Settings
    from roadmap_tui.session import Session
    from screens.app import RoadmapApp
    from screens.places import PLACES

    app = RoadmapApp(Session.open(plan, read_only=False), Settings())

    def note(text: str) -> None:
        with report.open("a", encoding="utf-8") as stream:
            stream.write(text.replace("\n", " ") + "\n")

    async def tour(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        while len(app.screen_stack) > 1:
            await pilot.press("escape")
        for place in PLACES:
            generation = app.session.generation
            try:
                await app.switch_mode(place.name)
                await pilot.pause()
                for keys in _STEPS:
                    await pilot.press(*keys)
                    await pilot.pause()
                for _depth in range(6):
                    if len(app.screen_stack) < 2:
                        break
                    await pilot.press("escape")
                    await pilot.pause()
                note(f"seen {place.name}")
                if app.session.generation != generation and place.name not in _KEYS_CHANGE:
                    note(f"changed the plan: {place.name}")
            except Exception as error:
                note(f"failed {place.name}: {type(error).__name__}: {error}"[:400])
        note("seen end")
        app.exit()

    app.run(auto_pilot=tour)
    sys.exit(app.return_code or 0)


_KEYS_CHANGE = ("live", "responsibilities")
"""The screens on which one of these keys is itself a change: a stamp, a letter in the matrix."""
_STEPS = (
    ("down", "down"),
    ("enter",),
    ("tab", "tab", "tab"),
    ("escape",),
    ("e",),
    ("tab", "tab"),
    ("escape",),
    ("question_mark",),
    ("escape",),
    ("end",),
)


def in_terminal(act: Callable[[], None]) -> tuple[bytes, int]:
    """What `act`, in a process with a terminal of its own, writes there, and its exit code; 99 where it hangs."""
    import fcntl
    import pty
    import termios

    child, end = pty.fork()
    if child == 0:
        _act(act)
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
    stream = b"".join(_read(end, time.monotonic() + _PATIENCE))
    os.close(end)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return stream, 99 if code < 0 else code


def _read(end: int, deadline: float) -> Iterator[bytes]:
    while time.monotonic() < deadline:
        ready, _w, _x = select.select([end], [], [], 1)
        if not ready:
            continue
        try:
            data = os.read(end, 65536)
        except OSError:
            time.sleep(0.05)
            return
        if not data:
            return
        yield data


def _act(act: Callable[[], None]) -> None:
    """Do it as the only thing of this process; never returns."""
    code = 70
    try:
        import fcntl
        import termios

        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
        os.environ.update(
            TERM="xterm-256color",
            COLORTERM="truecolor",
            ROADMAP_DEBUG="1",
            COLUMNS="",
            XDG_STATE_HOME=tempfile.mkdtemp(),
        )
        os.environ.pop("COLUMNS")
        act()
        code = 0
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(Exception):
                stream.flush()
        os._exit(code)
