"""`roadmap effort TEXT...`: how a duration expression is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, json_option, word_argument
from roadmap_tui.cli.expressions import expressions
from roadmap_tui.cli.output import put, put_json
from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import safe

if TYPE_CHECKING:
    from roadmap_tui.planning.effort.model import Effort


def command() -> Subcommand:
    """The subcommand."""
    params = [word_argument("text", "[TEXT...]", many=True, required=False), json_option()]
    return Subcommand("effort", run, COMMANDS["effort"].summary, params)


def run(text: tuple[str, ...], as_json: bool) -> None:
    """Read each expression: the words together, or one per line of the standard input."""
    from roadmap_tui.planning.effort.read import read_effort

    for expression in expressions(text):
        reading = read_effort(expression)
        if as_json:
            put_json(reading.to_json(), compact=True)
        else:
            _print(reading)


def _print(reading: Effort) -> None:
    """The expression with its sessions and hours, then the notes, indented."""
    from roadmap_tui.planning.notes import note_text
    from roadmap_tui.view.formats import format_number

    known = [
        _("{count} sessions").format(count=reading.count) if reading.count is not None else "",
        _("{hours} hours each").format(hours=format_number(reading.hours_each)) if reading.hours_each else "",
        _("{hours} hours in all").format(hours=format_number(reading.total_hours)) if reading.total_hours else "",
    ]
    shown = " ".join(safe(reading.text).split())
    put(f"{shown}: {', '.join(filter(None, known)) or _('not stated')}")
    for note in reading.notes:
        put(f"  {safe(note_text(note))}")
