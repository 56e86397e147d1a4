"""Links between activities in words: "A3 Kick-off, begins after it ends, 3 working days later"."""

from __future__ import annotations

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.link import Link
from roadmap_tui.model.record import fields_of
from roadmap_tui.view.columns import ViewContext
from roadmap_tui.view.formats import lag_text
from roadmap_tui.view.text import Line, Run, one_line


def link_lines(links: tuple[Link, ...], end: str, context: ViewContext) -> list[Line]:
    """One line per link: the activity at its `end` ("source" or "target"), the kind and the waiting time."""
    return [_line(link, getattr(link, end), context) for link in links]


def _line(link: Link, other: int | None, context: ViewContext) -> Line:
    record = context.lookup(Activity.TABLE, other) if other is not None else None
    choice = fields_of(Link)["kind"].choice(link.kind)
    facts = [_(choice.label).lower() if choice else link.kind, lag_text(link.lag)]
    words = "  " + ", ".join(fact for fact in facts if fact)
    if record is None:
        return [Run(_("An activity that is not there any more"), Tone.WARN), Run(words, Tone.MUTED)]
    return [Run(f"{record.number} ", Tone.MUTED), Run(one_line(record.title)), Run(words, Tone.MUTED)]
