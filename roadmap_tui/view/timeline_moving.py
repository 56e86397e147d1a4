"""What moving a bar brings about, in one line, while it is still in somebody's hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.planning.consequences import Consequences
from roadmap_tui.planning.moving import Bar
from roadmap_tui.planning.rewording import words_for
from roadmap_tui.view.formats import format_date, long_date
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.text import Line, Run, one_line
from roadmap_tui.view.timeline_marks import Span

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_NAMED = 4


def preview(bar: Bar, found: Consequences | None) -> dict[int, Span]:
    """Where everything would stand, by id."""
    spans = {move.id: (move.new_start, move.new_finish) for move in found.moves} if found else {}
    return {**spans, bar.record.id: (bar.start, bar.end)}


def moving_line(outlook: Outlook, bar: Bar, found: Consequences | None, glyphs: Glyphs) -> Line:
    """The new days, and what they mean for the rest of the plan; the worst first."""
    record = bar.record
    line: Line = [Run(f"{record.number} ", Tone.STRONG), Run(_days(bar), Tone.ACCENT), Run(" " + _distance(bar))]
    numbers = {a.id: a.number for a in outlook.records(Activity.TABLE)}
    parts: list[Run] = []
    if found is not None:
        clashes = [numbers.get(c.source if c.target == record.id else c.target, "") for c in found.conflicts]
        if clashes:
            parts.append(Run(_("clashes with {numbers}").format(numbers=_some(clashes)), Tone.BAD))
        along = [move for move in found.moves if move.id != record.id]
        agreed = sum(move.agreed for move in along)
        if along:
            words = _("moves along: {numbers}").format(numbers=_some([numbers.get(m.id, "") for m in along]))
            words += " " + _("({count} against agreed dates)").format(count=agreed) if agreed else ""
            parts.append(Run(words, Tone.WARN if agreed else Tone.NORMAL))
        if found.old_finish != found.new_finish:
            days = f"{format_date(found.old_finish)} {glyphs.sign('waiting')} {format_date(found.new_finish)}"
            parts.append(Run(_("end of the plan {days}").format(days=days), Tone.WARN))
    if (passed := _passed_milestone(outlook, bar)) is not None:
        due = format_date(outlook.milestone(passed).due)
        parts.insert(0, Run(_("after milestone {number} of {day}").format(number=passed.number, day=due), Tone.BAD))
    if not parts and bar.is_moved:
        parts.append(Run(_("nothing else moves"), Tone.MUTED))
    for part in parts:
        line += [Run(f" {glyphs.dot} ", Tone.MUTED), part]
    return line


def _days(bar: Bar) -> str:
    if not bar.has_end:
        return _("from {day}").format(day=long_date(bar.start))
    if not bar.has_start:
        return _("by {day}").format(day=long_date(bar.end))
    if bar.start == bar.end:
        return long_date(bar.start)
    return _("{start} to {end}").format(start=long_date(bar.start), end=long_date(bar.end))


def _distance(bar: Bar) -> str:
    """How far it was moved and stretched, in calendar days."""
    start, end = (bar.start - bar.was[0]).days, (bar.end - bar.was[1]).days
    if start == end:
        return _("({days} days)").format(days=f"{start:+d}") if start else ""
    if not start:
        return _("(end {days} days)").format(days=f"{end:+d}")
    return _("(start {start}, end {end} days)").format(start=f"{start:+d}", end=f"{end:+d}")


def _some(numbers: list[str]) -> str:
    named = list(dict.fromkeys(number for number in numbers if number))
    rest = len(named) - _NAMED
    return ", ".join(named[:_NAMED]) + (" " + _("and {count} more").format(count=rest) if rest > 0 else "")


def _passed_milestone(outlook: Outlook, bar: Bar) -> Milestone | None:
    """The milestone that an activity leads to, where it would end after it."""
    if not isinstance(bar.record, Activity) or not bar.record.milestone or not bar.has_end:
        return None
    for record in outlook.records(Milestone.TABLE):
        if isinstance(record, Milestone) and record.id == bar.record.milestone:
            due = outlook.milestone(record).due
            return record if due is not None and due < bar.end else None
    return None


def old_words(outlook: Outlook, activity: Activity) -> str:
    """The words that explicit dates have overruled; empty where they still hold."""
    if not activity.when or (activity.start is None and activity.end is None):
        return ""
    seen = outlook.activity(activity)
    if (seen.start, seen.end) == (seen.when.start, seen.when.end):
        return ""
    return one_line(activity.when)


def new_words(outlook: Outlook, activity: Activity) -> str:
    """Words for the explicit dates of an activity, as exact as its own words were; empty where there is no need."""
    if not old_words(outlook, activity):
        return ""
    seen = outlook.activity(activity)
    if seen.start is None or seen.end is None:
        return _("from {day}").format(day=format_date(seen.start)) if seen.start else ""
    return words_for(seen.start, max(seen.start, seen.end), seen.when.precision, outlook.context.year)
