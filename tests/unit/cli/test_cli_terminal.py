"""The command with a terminal before it: colours, questions, and the application itself."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cli_runner import TABLE, Run

if TYPE_CHECKING or sys.platform != "win32":
    import fcntl
    import pty
    import select
    import struct
    import termios
else:
    pytest.skip("needs a pseudo terminal", allow_module_level=True)

ROOT = Path(__file__).parents[3]
_LONGEST = 25
_A_MOMENT = 0.3
"""From the question to the read behind it: a Ctrl+C in between is seen by Python only when the read ends."""


class Terminal:
    """`roadmap` in a pseudo terminal of 80 by 24."""

    def __init__(self, *words: str, **environment: str) -> None:
        self.seen = b""
        self._child, self._end = pty.fork()
        if self._child == 0:
            own = {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLORTERM": "", **environment}
            os.environ.update(own)
            os.execv(sys.executable, [sys.executable, "-m", "roadmap_tui", "--lang=en", *words])
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def wait_for(self, text: str) -> None:
        """Read until `text` was written."""
        deadline = time.monotonic() + _LONGEST
        while text.encode() not in self.seen:
            assert time.monotonic() < deadline, self.seen
            assert self._read(), self.seen

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._end, keys.encode())

    def end(self) -> int:
        """Read until the command ends; its exit code."""
        deadline = time.monotonic() + _LONGEST
        while self._read():
            assert time.monotonic() < deadline, self.seen
        os.close(self._end)
        return os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])

    def _read(self) -> bool:
        ready, _w, _x = select.select([self._end], [], [], 0.2)
        if not ready:
            return True
        with contextlib.suppress(OSError):
            data = os.read(self._end, 65536)
            self.seen += data
            return bool(data)
        return False


@pytest.fixture
def plan(run: Run) -> str:
    """A plan with twelve activities."""
    assert run("import", str(TABLE), "--into", "p.roadmap.json", "--year", "2026").code == 0
    return "p.roadmap.json"


def test_colours_only_for_who_wants_them(plan: str) -> None:
    coloured, plain, dumb = Terminal("status"), Terminal("status", NO_COLOR="1"), Terminal("status", TERM="dumb")
    assert [terminal.end() for terminal in (coloured, plain, dumb)] == [0, 0, 0]
    assert b"\x1b[31m" in coloured.seen
    assert b"\x1b" not in plain.seen + dumb.seen


def test_remove_asks_and_does_nothing_without_a_yes(run: Run, plan: str) -> None:
    for answer, code, left in (("n\r", 0, 12), ("\x03", 130, 12), ("y\r", 0, 11)):
        terminal = Terminal("remove", plan, "A1")
        terminal.wait_for("Type y for yes")
        time.sleep(_A_MOMENT)
        terminal.type(answer)
        assert terminal.end() == code
        assert b"Traceback" not in terminal.seen
        assert len(run("list", plan, "activities", "--json").json) == left


def test_the_application_opens_the_plan_and_the_next_bare_call_finds_it_again(
    plan: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / plan).read_bytes()
    for words in ([plan], []):
        terminal = Terminal(*words)
        terminal.wait_for("Kick-off")
        terminal.type("q")
        assert terminal.end() == 0
        elsewhere = folder / "elsewhere"
        elsewhere.mkdir(exist_ok=True)
        monkeypatch.chdir(elsewhere)
    assert (folder / plan).read_bytes() == before
    assert list(elsewhere.iterdir()) == []


def test_what_cannot_be_opened_is_said_without_touching_the_screen(folder: Path) -> None:
    (folder / "kapot.roadmap.json").write_text("{")
    terminal = Terminal("kapot.roadmap.json")
    assert terminal.end() == 3
    assert b"\x1b" not in terminal.seen
    assert terminal.seen.count(b"\n") == 1
