"""`roadmap templates`: what a new plan can start from."""

from __future__ import annotations

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, json_option
from roadmap_tui.cli.output import paint, put, put_json
from roadmap_tui.model.fields import Tone


def command() -> Subcommand:
    """The subcommand."""
    return Subcommand("templates", run, COMMANDS["templates"].summary, [json_option()])


def run(as_json: bool) -> None:
    """Print the templates."""
    from roadmap_tui.exchange.templates import templates

    found = templates()
    if as_json:
        put_json([{"name": t.name, "title": t.title, "summary": t.summary} for t in found])
        return
    longest = max((len(template.name) for template in found), default=0)
    for template in found:
        put(f"{paint(template.name.ljust(longest), Tone.STRONG)}  {template.title}. {template.summary}")
