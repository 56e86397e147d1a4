"""A terminal for measuring: runs a program in a pseudo-terminal and tells how soon and how much it paints."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import NamedTuple, Self

import pyte

_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;c",
    b"\x1b[0c": b"\x1b[?62;c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b]11;?": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
}
_FIRST_CHARACTERS = 40
_QUIET = 0.4
_PATIENCE = 3.0


class Response(NamedTuple):
    """What one key brought about: seconds to the first byte (None: no answer) and bytes in all."""

    seconds: float | None
    size: int


class Probe:
    """One program in a terminal of its own, from start to end of a `with` block."""

    def __init__(
        self, command: Sequence[str], columns: int = 120, rows: int = 40, environment: Mapping[str, str] | None = None
    ) -> None:
        self.received = 0
        self.ended = False
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._started = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "SSH_CONNECTION")}
            colours = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execvpe(command[0], list(command), kept | colours | dict(environment or {}))
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.ended:
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def pump(self, patience: float) -> bool:
        """Take in what the program sent within `patience` seconds; False where it sent nothing."""
        if self.ended or not select.select([self._terminal], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._terminal, 1 << 16)
        except OSError:
            data = b""
        if not data:
            self.ended = True
            return False
        for question, answer in _ANSWERS.items():
            if question in data:
                os.write(self._terminal, answer)
        self.receive(data)
        return True

    def receive(self, data: bytes) -> None:
        """Show what the program sent."""
        self.received += len(data)
        self._stream.feed(data)

    def write(self, keys: bytes) -> None:
        """Send keys."""
        os.write(self._terminal, keys)

    def text(self) -> str:
        """The screen as text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def first_paint(self, patience: float = 30) -> float:
        """Seconds from the start to the first screen with something to read on it."""
        while time.perf_counter() - self._started < patience and not self.ended:
            if self.pump(0.05) and len("".join(self.text().split())) >= _FIRST_CHARACTERS:
                return time.perf_counter() - self._started
        raise TimeoutError(f"nothing was painted:\n{self.text()}")

    def settle(self, quiet: float = _QUIET) -> int:
        """Wait until the program is silent; the bytes received since its start."""
        last = time.perf_counter()
        while not self.ended and time.perf_counter() - last < quiet:
            if self.pump(quiet / 8):
                last = time.perf_counter()
        return self.received

    def press(self, keys: bytes, quiet: float = 0.1) -> Response:
        """Send keys and wait until the answer is complete."""
        while self.pump(0):
            pass
        before, started = self.received, time.perf_counter()
        self.write(keys)
        seconds = time.perf_counter() - started if self.pump(_PATIENCE) else None
        while self.pump(quiet):
            pass
        return Response(seconds, self.received - before)

    def peak_memory(self) -> int:
        """The largest resident size so far, in kB; Linux only."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
