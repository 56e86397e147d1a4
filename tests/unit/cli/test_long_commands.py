"""Long commands: a bar on a terminal and nowhere else, and Ctrl+C ends them with one sentence and nothing half done."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from roadmap_tui.cli import waiting as module
from roadmap_tui.cli.waiting import waiting
from roadmap_tui.model.ids import new_id
from roadmap_tui.progress import Stopped, counted, is_kept, listening, unbroken
from roadmap_tui.session import Session

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of its own")


def test_counting_tells_how_far_it_is_and_gives_every_item() -> None:
    told: list[tuple[int, int]] = []
    with listening(lambda done, total: told.append((done, total))):
        assert list(counted(range(1000))) == list(range(1000))
        assert list(counted("few")) == list("few")
    assert told[0] == (0, 1000)
    assert told[-1] == (1000, 1000)
    assert len(told) == 201, "at most two hundred times, and at the end"
    assert list(counted(range(50))) == list(range(50)), "nobody listens"


def test_who_listens_may_stop_it() -> None:
    def stop(done: int, total: int) -> None:
        if done >= 500:
            raise Stopped

    seen: list[int] = []
    with listening(stop), pytest.raises(Stopped):
        seen.extend(counted(range(1000)))
    assert seen == list(range(500))


def interrupted(times: int, done: list[str]) -> None:
    """Do something that may not be halved while Ctrl+C is pressed so many times."""
    with unbroken():
        for _time in range(times):
            os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.01)
        done.append("whole")


def test_ctrl_c_waits_for_what_may_not_be_halved() -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        interrupted(1, done)
    assert done == ["whole"]
    assert is_kept()


def test_a_second_ctrl_c_does_not_wait() -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        interrupted(2, done)
    assert not done


def test_nothing_is_shown_where_nobody_looks(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_UNSEEN", 0.0)
    with waiting("Bezig"):
        time.sleep(0.05)
    assert capfd.readouterr() == ("", "")


def on_terminal(*words: str, folder: Path, interrupt: float | None = None) -> tuple[int, str]:
    """Run `roadmap` in a terminal, press Ctrl+C after so many seconds; its exit code and all it wrote."""
    here, there = pty.openpty()
    command = [sys.executable, "-c", _SLOW, *words]
    process = subprocess.Popen(
        command, cwd=folder, stdin=there, stdout=there, stderr=there, start_new_session=True, env=_environment()
    )
    os.close(there)
    said, began, asked = b"", time.monotonic(), False
    os.set_blocking(here, False)
    while True:
        ended = process.poll() is not None
        with suppress(BlockingIOError, OSError):
            while part := os.read(here, 1 << 16):
                said += part
        if ended:
            break
        if interrupt is not None and not asked and b"bestand wordt" in said:
            time.sleep(interrupt)
            process.send_signal(signal.SIGINT)
            asked = True
        assert time.monotonic() - began < 30
        time.sleep(0.02)
    os.close(here)
    return process.returncode, said.decode(errors="replace")


_SLOW = """
import time
from roadmap_tui.cli import waiting
from roadmap_tui.exchange import exporting
waiting._UNSEEN = 0.1
whole = exporting._grid
def slow(*words):
    from roadmap_tui.progress import counted
    for each in counted(range(100)):
        time.sleep(0.02)
    return whole(*words)
exporting._grid = slow
from roadmap_tui.cli.main import main
main()
"""


def _environment() -> dict[str, str]:
    root = str(Path(__file__).parents[3])
    return {**os.environ, "TERM": "xterm", "PYTHONPATH": root, "NO_COLOR": "1", "COLUMNS": "80"}


def test_an_export_shows_its_course_and_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    rows = [("plan", new_id(), {"title": "Proef", "year": 2026}), ("activities", new_id(), {"title": "Eerst"})]
    Session.create(tmp_path / "p.roadmap.json", rows, user="Test")
    plan = (tmp_path / "p.roadmap.json").read_bytes()
    code, said = on_terminal("export", "p.roadmap.json", "--to", "p.csv", folder=tmp_path, interrupt=0.3)
    assert code == 130
    assert "Het bestand wordt geschreven" in said
    assert said.splitlines()[-1] == "roadmap: Gestopt; er is niets veranderd."
    assert "Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["p.roadmap.json"]
    assert (tmp_path / "p.roadmap.json").read_bytes() == plan
