"""A trace in rows: what a record comes from and what comes from it, or all bottlenecks with what solves them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.journeys import Bottleneck, Persona, RoadmapItem
from roadmap_tui.model.record import Record
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.trace import Found, Trace
from roadmap_tui.view.columns import ViewContext
from roadmap_tui.view.rows import Row, plain
from roadmap_tui.view.text import Run, fit, one_line

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_ENDS: Final = 11
_SIGNS: Final = {"planned": ("done", Tone.GOOD), "begun": ("active", Tone.WARN), "nothing": ("alert", Tone.BAD)}


def ends_words(ends: str) -> str:
    """Whether a bottleneck is solved, in words."""
    return {
        "planned": _("planned"),
        "begun": _("thought of"),
        "nothing": _("nothing"),
    }[ends]


def record_rows(record: Record, trace: Trace, context: ViewContext) -> Iterator[Row]:
    """Where a record comes from and what comes from it, each step further to the right."""
    yield plain(Run(f"{_(record.LABEL)}  ", Tone.MUTED), *_name(record, Tone.STRONG), record=record)
    if isinstance(record, Bottleneck):
        yield plain(Run("  "), *_ends(record, trace, context))
    for title, found, nothing in (
        (_("Comes from"), trace.back(record.id), _("It goes back to nothing.")),
        (_("Leads to"), trace.forward(record.id), _("It leads to nothing yet.")),
    ):
        yield plain()
        yield plain(Run(title, Tone.STRONG))
        if not found:
            yield plain(Run(f"  {context.glyphs.warning} {nothing}", Tone.WARN))
        yield from (_found(each, trace, context) for each in found)


def _found(found: Found, trace: Trace, context: ViewContext) -> Row:
    record = found.record
    lead = "  " * found.depth
    runs = [Run(f"{lead}{_(record.LABEL)}  ", Tone.MUTED), *_name(record, Tone.NORMAL)]
    if isinstance(record, Bottleneck):
        runs += [Run("   "), *_ends(record, trace, context)]
    return plain(*runs, record=record)


def overview_rows(outlook: Outlook, trace: Trace, context: ViewContext) -> Iterator[Row]:
    """Every bottleneck per persona with what solves it, the ones that nothing solves flagged; then loose items."""
    bottlenecks = all_of(outlook, Bottleneck)
    personas: list[tuple[int, str]] = [(p.id, one_line(p.title)) for p in all_of(outlook, Persona)]
    known = {persona for persona, _name in personas}
    if any(each.persona not in known for each in bottlenecks):
        personas.append((0, _("Without a persona")))
    for persona, name in personas:
        mine = [each for each in bottlenecks if each.persona == persona or (not persona and each.persona not in known)]
        if mine:
            yield plain(Run(name, Tone.STRONG))
        for bottleneck in mine:
            yield plain(
                Run("  "), *_ends(bottleneck, trace, context), *_name(bottleneck, Tone.NORMAL), record=bottleneck
            )  # fmt: skip
            solving = [found.record for found in trace.forward(bottleneck.id) if _solves(found.record)]
            yield from (plain(Run(" " * (_ENDS + 6)), *_name(each, Tone.MUTED), record=each) for each in solving)
    if not bottlenecks:
        yield plain(Run(_("No bottlenecks yet; add them to a persona (8)."), Tone.MUTED))
    loose = [item for item in all_of(outlook, RoadmapItem) if not trace.is_rooted(item)]
    if loose:
        yield plain()
        yield plain(Run(_("Roadmap items that go back to no bottleneck"), Tone.STRONG))
        sign = context.glyphs.warning
        yield from (plain(Run(f"  {sign} ", Tone.WARN), *_name(each, Tone.NORMAL), record=each) for each in loose)


def overview_words(outlook: Outlook, trace: Trace) -> str:
    """How many bottlenecks are solved."""
    found = [trace.ends(each) for each in all_of(outlook, Bottleneck)]
    words = _("{total} bottlenecks: {planned} solved by what is planned, {begun} thought of, {nothing} with nothing")
    counts = {ends: found.count(ends) for ends in ("planned", "begun", "nothing")}
    return words.format(total=len(found), **counts)


def _solves(record: Record) -> bool:
    return record.TABLE in ("roadmap_items", "fit_gap", "activities")


def _ends(bottleneck: Bottleneck, trace: Trace, context: ViewContext) -> Sequence[Run]:
    ends = trace.ends(bottleneck)
    sign, tone = _SIGNS[ends]
    return [Run(fit(f"{context.glyphs.sign(sign)} {ends_words(ends)}", _ENDS) + "  ", tone)]


def _name(record: Record, tone: Tone) -> list[Run]:
    return [Run(f"{one_line(record.number)} ", Tone.MUTED), Run(one_line(record.title), tone)]
