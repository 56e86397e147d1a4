"""A real browser without a window, driven over its own debugging protocol, and what its terminal page shows."""

from __future__ import annotations

import asyncio
import base64
import shutil
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp
import pyte

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=1100,760")
_PATIENCE = 40.0
_CODES = {"Enter": ("\r", 13), "Escape": ("", 27), "F2": ("", 113), "ArrowDown": ("", 40)}


def browser() -> str | None:
    """The browser on this computer that can be driven; None where there is none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def until(is_so: Callable[[], Any], what: str) -> None:
    """Wait until something is so; fails with `what` was waited for."""
    for _turn in range(int(_PATIENCE / 0.1)):
        if is_so():
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"it never happened: {what}")


class Tab:
    """One tab of the browser, and the terminal that the page in it was sent."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, target: str) -> None:
        self._socket, self.target = socket, target
        self._asked = 0
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._screen = pyte.Screen(160, 60)
        self._stream = pyte.ByteStream(self._screen)
        self._listening = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        async for message in self._socket:
            event = message.json()
            if "id" in event and event["id"] in self._answers:
                self._answers.pop(event["id"]).set_result(event.get("result", {}))
            elif event.get("method") == "Network.webSocketFrameReceived":
                frame = event["params"]["response"]
                if frame["opcode"] == 2:
                    with suppress(Exception):
                        self._stream.feed(base64.b64decode(frame["payloadData"]))

    async def ask(self, method: str, **params: Any) -> Any:
        """One command of the protocol, and its answer."""
        self._asked += 1
        answer = self._answers[self._asked] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": self._asked, "method": method, "params": params})
        return await asyncio.wait_for(answer, _PATIENCE)

    @property
    def text(self) -> str:
        """What the terminal in the page shows."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    async def press(self, key: str) -> None:
        """A key that has a name, as a person presses it."""
        text, code = _CODES[key]
        known = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        await self.ask("Input.dispatchKeyEvent", type="keyDown", **known, **({"text": text} if text else {}))
        await self.ask("Input.dispatchKeyEvent", type="keyUp", **known)

    async def type(self, text: str) -> None:
        """Letters, one key at a time."""
        for letter in text:
            await self.ask("Input.dispatchKeyEvent", type="keyDown", key=letter, text=letter)
            await self.ask("Input.dispatchKeyEvent", type="keyUp", key=letter)

    async def click(self, x: int, y: int) -> None:
        """A click, in this tab before all others."""
        await self.ask("Page.bringToFront")
        known = {"x": x, "y": y, "button": "left", "clickCount": 1}
        await self.ask("Input.dispatchMouseEvent", type="mousePressed", **known)
        await self.ask("Input.dispatchMouseEvent", type="mouseReleased", **known)

    async def picture(self) -> bytes:
        """The page as PNG."""
        return base64.b64decode((await self.ask("Page.captureScreenshot"))["data"])


class Browser:
    """The running browser."""

    def __init__(self, http: aiohttp.ClientSession, port: int) -> None:
        self._http, self._at = http, f"http://127.0.0.1:{port}"

    async def open(self, url: str) -> Tab:
        """A new tab with this page, listened to from its first byte on."""
        async with self._http.put(f"{self._at}/json/new?about:blank") as answer:
            found = await answer.json(content_type=None)
        socket = await self._http.ws_connect(found["webSocketDebuggerUrl"], max_msg_size=0)
        tab = Tab(socket, found["id"])
        await tab.ask("Network.enable")
        await tab.ask("Page.enable")
        await tab.ask("Page.navigate", url=url)
        return tab

    async def close(self, tab: Tab) -> None:
        """Close a tab as a person does."""
        async with self._http.get(f"{self._at}/json/close/{tab.target}") as answer:
            await answer.read()

    async def _is_up(self) -> bool:
        try:
            async with self._http.get(f"{self._at}/json/version") as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False


@asynccontextmanager
async def running_browser(command: str, folder: Path) -> AsyncIterator[Browser]:
    """The browser with a profile of its own, ended at the end."""
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        command,
        *_FLAGS,
        f"--remote-debugging-port={port}",
        f"--user-data-dir={folder}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with aiohttp.ClientSession() as http:
            found = Browser(http, port)
            for _turn in range(300):
                if await found._is_up():
                    break
                await asyncio.sleep(0.1)
            yield found
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()
