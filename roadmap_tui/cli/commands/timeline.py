"""`roadmap timeline [PLAN]`: the timeline as text."""

from __future__ import annotations

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, plan_argument, value_option
from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import paint, put, width
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _

_SMALLEST, _LARGEST = 40, 1000


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(required=False),
        value_option("--width", "N", N_("How many columns it may take.")),
        value_option("--zoom", "ZOOM", N_("What one step stands for: day, week, month or quarter.")),
        flag("--without-options", N_("Leave the optional activities out.")),
        value_option("--group", "BY", N_("Group the rows by phase, layer, lead, milestone or status.")),
    ]
    return Subcommand("timeline", run, COMMANDS["timeline"].summary, params)


def run(plan: str | None, zoom: str, without_options: bool, **other: str) -> None:
    """Print the timeline."""
    from roadmap_tui.cli.without_options import WithoutOptions
    from roadmap_tui.view.glyphs import glyphs_for
    from roadmap_tui.view.timeline_text import timeline_text

    columns = _columns(other["width"])
    session = open_session(find_plan(plan))
    source = WithoutOptions(session) if without_options else session
    for line in timeline_text(source, columns, zoom or None, glyphs_for(options().ascii), other["group"]):
        put("".join(paint(run.text, run.tone) for run in line))


def _columns(text: str) -> int:
    """The width that was asked for, else that of the terminal. Raises UsageError."""
    if not text:
        return width()
    if text.isdecimal() and len(text) <= 4 and _SMALLEST <= int(text) <= _LARGEST:
        return int(text)
    raise UsageError(
        _('The width must be a number from {low} to {high}, not "{text}".').format(
            low=_SMALLEST, high=_LARGEST, text=text
        )
    )
