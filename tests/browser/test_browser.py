"""`roadmap serve` in a real browser: the page paints, keys and forms work, two windows are two users, nothing is lost.

Run with: pytest -n 0 -m browser (it needs Chromium and the extra "web").
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

import pytest

from roadmap_tui.model.ids import new_id
from roadmap_tui.session import Session

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(find_spec("textual_serve") is None, reason='the extra "web" is not installed'),
]
if find_spec("aiohttp") is not None:
    from headless import Browser, Tab, browser, free_port, running_browser, until

    pytestmark.append(pytest.mark.skipif(browser() is None, reason="there is no browser here"))


def make_plan(path: Path) -> Path:
    """A plan with three activities."""
    rows = [("plan", new_id(), {"title": "Proef in de browser", "year": 2026})]
    rows += [("activities", new_id(), {"title": title}) for title in ("Eerst", "Daarna", "Ten slotte")]
    Session.create(path, rows, user="Test")
    return path


def titles(path: Path) -> list[str]:
    """The titles of the activities in the file."""
    return [str(row["title"]) for row in json.loads(path.read_text())["activities"].values()]


def _answers(host: str, port: int) -> bool:
    """Whether somebody listens there."""
    try:
        with socket.create_connection((host, port), timeout=5):
            return True
    except OSError:
        return False


@asynccontextmanager
async def serving(plan: Path, port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """`roadmap serve` with this plan, once it answers."""
    command = (sys.executable, "-m", "roadmap_tui", "--lang", "nl", "serve", str(plan), "--port", str(port))
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    try:
        assert process.stderr is not None
        said = (await asyncio.wait_for(process.stderr.readline(), 30)).decode()
        assert f"http://localhost:{port}" in said
        await until(lambda: _answers("127.0.0.1", port), "the server listens")
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGINT)
        await asyncio.wait_for(process.wait(), 20)


async def opened(chromium: Browser, port: int) -> Tab:
    """A window on the plan, painted."""
    tab = await chromium.open(f"http://localhost:{port}")
    await until(lambda: "Proef in de browser" in tab.text, "the plan in the page")
    await tab.click(500, 600)
    return tab


async def test_a_colleague_without_a_terminal_works_in_the_browser(tmp_path: Path) -> None:
    plan, port = make_plan(tmp_path / "p.roadmap.json"), free_port()
    command = browser()
    assert command is not None
    async with serving(plan, port), running_browser(command, tmp_path / "profile") as chromium:
        tab = await opened(chromium, port)
        assert len(await tab.picture()) > 10_000, "the page is empty"

        await tab.type("2")
        await until(lambda: "Ten slotte" in tab.text, "the list of activities")
        before = tab.text
        await tab.type("j")
        await until(lambda: tab.text != before, "the cursor on the next row")

        await tab.type("n")
        await until(lambda: "F2" in tab.text, "the form")
        await tab.type("Uit de browser")
        await tab.press("F2")
        await until(lambda: "Uit de browser" in titles(plan), "the new row in the file")

        other = await opened(chromium, port)
        await other.type("2")
        await until(lambda: "Uit de browser" in other.text, "the row in another window")
        await other.type("n")
        await until(lambda: "F2" in other.text, "the form in another window")
        await other.type("Van een ander")
        await other.press("F2")
        await until(lambda: "Van een ander" in tab.text, "the row of the other in the first window")

        await tab.type("n")
        await until(lambda: "F2" in tab.text, "the form again")
        await tab.type("Half getypt")
        await until(lambda: "Half getypt" in tab.text, "what was typed")
        await chromium.close(tab)
        drafts = Path(os.environ["ROADMAP_STATE"])
        await until(lambda: any("Half getypt" in p.read_text() for p in drafts.rglob("*.json")), "the draft")
        assert "Half getypt" not in titles(plan)
        assert sorted(titles(plan))[-2:] == ["Uit de browser", "Van een ander"]


async def test_only_this_computer_can_reach_it_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    plan, port = make_plan(tmp_path / "p.roadmap.json"), free_port()
    async with serving(plan, port) as process:
        own = socket.gethostbyname(socket.gethostname())
        assert own.startswith("127.") or not _answers(own, port)
        again = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "roadmap_tui", "--lang", "en", "serve", str(plan), "--port", str(port)),
            stderr=asyncio.subprocess.PIPE,
        )
        said = (await again.communicate())[1].decode()
        assert again.returncode == 2
        assert said.count("\n") == 1
        assert f"Port {port} cannot be used" in said
        process.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(process.wait(), 20) in (0, 130)
        assert process.stderr is not None
        assert b"Traceback" not in await process.stderr.read()
