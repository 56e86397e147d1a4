"""`roadmap serve [PLAN]`: the application in a browser on this computer, for who has no terminal."""

from __future__ import annotations

import os
import shlex
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, plan_argument, value_option
from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import say
from roadmap_tui.cli.plans import find_plan
from roadmap_tui.errors import UnreadableError, UsageError
from roadmap_tui.i18n import N_, _, language
from roadmap_tui.resources import data_file

if TYPE_CHECKING:
    from textual_serve.server import Server

_HOST, _PORT = "localhost", 8000
_HIGHEST_PORT = 65535


def command() -> Subcommand:
    """The subcommand."""
    port = value_option("--port", "PORT", N_("The port on this computer; 8000 without this."))
    return Subcommand("serve", run, COMMANDS["serve"].summary, [plan_argument(required=False), port])


def run(plan: str | None, port: str) -> None:
    """Serve the plan on this computer only, until Ctrl+C. Every browser window has a session of its own."""
    number = _port_of(port)
    path = find_plan(plan)
    if not path.is_file():
        raise UnreadableError(_('There is no file "{path}".').format(path=path))
    if find_spec("textual_serve") is None:
        raise UsageError(
            _('This needs one more package; install it with: python -m pip install "roadmap-tui[web]"'),
        )
    _check_free(number)
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
    server = _server(path, number)
    say(_("{path} is at {url}, for this computer only. Ctrl+C ends it.").format(path=path, url=server.public_url))
    server.serve()


def _server(path: Path, port: int) -> Server:
    """What answers the browser: with our own page, which asks no other computer for anything."""
    import aiohttp_jinja2
    from aiohttp import web
    from textual_serve.server import Server

    class OwnServer(Server):
        """Leaves it to us to say where the page is."""

        def initialize_logging(self) -> None:
            self.console.quiet = True

        async def on_startup(self, app: web.Application) -> None:
            words = {"language": language(), "ended": _("Roadmap is closed."), "begin": _("Open again")}
            aiohttp_jinja2.get_env(app).globals["words"] = words

    folder = data_file("serve")
    return OwnServer(_quoted(_command(path)), host=_HOST, port=port, title=path.name, templates_path=folder)


def _port_of(text: str) -> int:
    if not text:
        return _PORT
    if text.isdecimal() and 0 < int(text) <= _HIGHEST_PORT:
        return int(text)
    raise UsageError(_('The port must be a number from 1 to 65535, not "{text}".').format(text=text))


def _check_free(port: int) -> None:
    """Raise UsageError where another program has the port, or this user may not have it."""
    with socket.socket() as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except OSError:
            raise UsageError(
                _("Port {port} cannot be used; name another one, such as: --port {other}").format(
                    port=port, other=8000 + port % 1000 + 1
                )
            ) from None


def _command(path: Path) -> list[str]:
    """What runs behind one browser window."""
    chosen = options()
    flags = [*(["--read-only"] if chosen.read_only else []), "--lang", language()]
    return [sys.executable, "-m", "roadmap_tui", *flags, str(path.resolve())]


def _quoted(command: list[str]) -> str:
    return subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)
