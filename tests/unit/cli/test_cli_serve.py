"""`roadmap serve`: what is wrong is said in one sentence; the page itself answers, on this computer only."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from urllib.request import urlopen

import pytest
from cli_runner import Run

ROOT = Path(__file__).parents[3]
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_web = pytest.mark.skipif(find_spec("textual_serve") is None, reason="the extra web is not installed")


def free_port() -> int:
    """A port that nothing uses."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("port", ["abc", "0", "-1", "65536", "80a"])
def test_a_port_that_is_no_port_is_refused(run: Run, plan: str, port: str) -> None:
    found = run("serve", plan, f"--port={port}")
    assert found.code == 2
    assert f'"{port}"' in found.err


def test_a_missing_plan_is_named(run: Run) -> None:
    found = run("serve", "nee.roadmap.json")
    assert found.code == 3
    assert "nee.roadmap.json" in found.err


def test_without_the_extra_it_says_how_to_install_it(run: Run, plan: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmap_tui.cli.commands.serve.find_spec", lambda _name: None)
    found = run("serve", plan)
    assert found.code == 2
    assert "roadmap-tui[web]" in found.err


@needs_web
def test_a_port_in_use_is_named(run: Run, plan: str) -> None:
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = taken.getsockname()[1]
        found = run("serve", plan, f"--port={port}")
    assert found.code == 2
    assert str(port) in found.err


@needs_web
def test_the_page_asks_no_other_computer_for_anything(tmp_path: Path) -> None:
    import asyncio

    from aiohttp.test_utils import TestClient, TestServer

    from roadmap_tui.cli.commands.serve import _server

    async def texts() -> list[str]:
        async with TestClient(TestServer(await _server(tmp_path / "Mijn plan", 8000)._make_app())) as client:
            pages = [await client.get(path) for path in ("/", "/static/css/xterm.css")]
            assert [page.status for page in pages] == [200, 200]
            font = await client.get("/static/fonts/RobotoMono-VariableFont_wght.ttf")
            assert font.status == 200
            return [await page.text() for page in pages]

    page, style = asyncio.run(texts())
    assert "Mijn plan" in page
    named = {
        url for text in (page, style) for url in re.findall(r"""(?:src=|href=|url\(|@import )["']?([^"')]+)""", text)
    }
    assert {url for url in named if not url.startswith(("http://localhost:8000/", "data:"))} == set()


@needs_web
@pytest.mark.skipif(BROWSER is None, reason="there is no browser")
@pytest.mark.deep
def test_a_browser_shows_the_plan(plan: str, tmp_path: Path) -> None:
    port = free_port()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ROADMAP_STATE": str(tmp_path / "state")}
    command = [sys.executable, "-m", "roadmap_tui", "serve", plan, f"--port={port}"]
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        url = f"http://localhost:{port}"
        wait_for(url)
        picture = tmp_path / "page.png"
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000"]
        flags += [f"--user-data-dir={tmp_path / 'profile'}", f"--screenshot={picture}", "--window-size=1000,700"]
        page = [str(BROWSER), *flags, "--dump-dom", url]
        found = subprocess.run(page, capture_output=True, text=True, timeout=120, check=False)
        assert "-first-byte" in found.stdout
    finally:
        server.terminate()
        server.wait(10)


def wait_for(url: str, seconds: float = 30) -> None:
    """Wait until the page answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with urlopen(url, timeout=5) as answer:
                assert answer.status == 200
                return
        except OSError:
            time.sleep(0.3)
    raise AssertionError("the page never answered")
