"""`roadmap when TEXT...`: how a time expression is read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, json_option, value_option, word_argument
from roadmap_tui.cli.expressions import expressions
from roadmap_tui.cli.output import put, put_json
from roadmap_tui.cli.plans import date_of, year_of
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.cleaning import safe

if TYPE_CHECKING:
    from roadmap_tui.planning.when.model import When


def command() -> Subcommand:
    """The subcommand."""
    params = [
        word_argument("text", "[TEXT...]", many=True, required=False),
        value_option("--year", "YEAR", N_("The planning year, for dates that name none.")),
        value_option("--today", "DATE", N_("The day from which words such as next month count.")),
        json_option(),
    ]
    return Subcommand("when", run, COMMANDS["when"].summary, params)


def run(text: tuple[str, ...], year: str, today: str, as_json: bool) -> None:
    """Read each expression: the words together, or one per line of the standard input."""
    from roadmap_tui.planning.reading import Reader
    from roadmap_tui.planning.when.model import WhenContext

    day = date_of(today, "--today") or date.today()
    reader = Reader(WhenContext(year=year_of(year) or day.year, today=day))
    for expression in expressions(text):
        reading = reader.when(expression)
        if as_json:
            put_json(reading.to_json(), compact=True)
        else:
            _print(reading)


def _print(reading: When) -> None:
    """The expression with its dates, then the notes, indented."""
    from roadmap_tui.planning.notes import note_text
    from roadmap_tui.view.formats import format_date, period

    dates = ", ".join(map(format_date, reading.dates)) or period(reading.start, reading.end) or _("no date")
    shown = " ".join(safe(reading.text).split())
    put(f"{shown}: {dates} ({reading.kind})")
    for note in reading.notes:
        put(f"  {safe(note_text(note))}")
