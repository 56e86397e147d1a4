"""The schedule as lines of text: dates, slack and the critical path, then what contradicts and when it ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.planning.consequences import milestone_effects
from roadmap_tui.planning.contradictions import Names, loop_sentence, sentence, tight_sentence
from roadmap_tui.view.formats import format_date, hours, long_date
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.text import Line, Run, fit, one_line, width_of, wrap

if TYPE_CHECKING:
    from roadmap_tui.planning.baseline import Comparison, Slip
    from roadmap_tui.planning.consequences import Consequences, MilestoneEffect
    from roadmap_tui.planning.outlook import Outlook
    from roadmap_tui.planning.schedule import Schedule

_DATE, _NUMBER, _SLACK = 10, 5, 10
_LEAST_TITLE = 12
_LATE = 18
_SHORT, _ROOM_FOR_YEARS = 5, 90
_REST = _NUMBER + _SLACK + 6  # what a row takes besides its title, dates and the word for critical
_DATES = {
    "early_start": N_("Start"),
    "early_finish": N_("End"),
    "late_start": N_("Late start"),
    "late_finish": N_("Late end"),
}
_WIDE, _NARROW = 96, 72


def days_text(days: int | None) -> str:
    """3 days, -1 day (working days); empty where it is not known."""
    return "" if days is None else ngettext("{count} day", "{count} days", abs(days)).format(count=days)


def slip_text(days: int | None) -> str:
    """3 days later, 2 days earlier, unchanged; in working days."""
    if days is None:
        return _("no date")
    if days == 0:
        return _("unchanged")
    text = ngettext("{count} day later", "{count} days later", days)
    if days < 0:
        text = ngettext("{count} day earlier", "{count} days earlier", -days)
    return text.format(count=abs(days))


def _columns(width: int) -> tuple[str, ...]:
    """The dates that fit: as planned, and how late it may become."""
    if width >= _WIDE:
        return tuple(_DATES)
    return ("early_start", "early_finish", "late_finish") if width >= _NARROW else ("early_start", "early_finish")


def schedule_lines(outlook: Outlook, schedule: Schedule, width: int, glyphs: Glyphs) -> Iterator[Line]:
    """One line per activity in the plan's own order, then contradictions, loops and the end date."""
    names = Names(outlook)
    critical = _("critical")
    sign = glyphs.sign("flag")
    columns = _columns(width)
    sizes = {name: max(_DATE, width_of(_(_DATES[name]))) for name in columns}
    title = max(_LEAST_TITLE, width - _REST - sum(size + 1 for size in sizes.values()) - width_of(critical))
    heading = [fit("", _NUMBER), fit(_("Activity"), title), *(fit(_(_DATES[name]), sizes[name]) for name in columns)]
    yield [Run(" ".join([*heading, fit(_("Slack"), _SLACK, right=True)]), Tone.MUTED)]
    for record in outlook.records(Activity.TABLE):
        found = schedule.tasks.get(record.id)
        if found is None:
            continue
        tone = Tone.BAD if found.slack_days < 0 else Tone.STRONG if found.critical else Tone.NORMAL
        yield [
            Run(fit(record.number, _NUMBER) + " ", Tone.MUTED),
            Run(fit(one_line(record.title), title, glyphs.ellipsis) + " ", tone),
            Run(" ".join(fit(format_date(getattr(found, name)), sizes[name]) for name in columns) + " "),
            Run(fit(days_text(found.slack_days), _SLACK, right=True), tone),
            *([Run(f"  {sign} {critical}", tone)] if found.critical else []),
        ]
    yield from _problems(schedule, names, width, glyphs)
    if schedule.finish is not None:
        yield []
        yield [Run(_("The plan ends on {date}.").format(date=long_date(schedule.finish)), Tone.STRONG)]


def _problems(schedule: Schedule, names: Names, width: int, glyphs: Glyphs) -> Iterator[Line]:
    loops = [loop_sentence(loop, names) for loop in schedule.cycles]
    conflicts = [sentence(conflict, names) for conflict in schedule.conflicts]
    tight = list(dict.fromkeys(tight_sentence(conflict, schedule, names) for conflict in schedule.tight))
    yield from _listed(_("What contradicts itself"), [*loops, *conflicts], width, glyphs, Tone.BAD)
    yield from _listed(_("What must be ready sooner than it says"), tight, width, glyphs, Tone.WARN)


def _listed(heading: str, sentences: Sequence[str], width: int, glyphs: Glyphs, tone: Tone) -> Iterator[Line]:
    if not sentences:
        return
    yield []
    yield [Run(heading, Tone.STRONG)]
    for text in sentences:
        first, *more = wrap(text, width - 2)
        yield [Run(f"{glyphs.warning} {first}", tone)]
        yield from ([Run(f"  {line}", tone)] for line in more)


def options_lines(outlook: Outlook, whole: Schedule, without: Schedule) -> Iterator[Line]:
    """What leaving out the options does to the end date and the hours."""
    health = outlook.health
    yield []
    yield [Run(_("Without options"), Tone.STRONG)]
    ends = _("The end stays on {before}.") if whole.finish == without.finish else _("The end: {before}, now {after}.")
    yield [Run(ends.format(before=_or_dash(whole.finish), after=_or_dash(without.finish)))]
    spent = _("The fixed sessions: {before}, now {after} (excl. organisation and preparation).")
    yield [Run(spent.format(before=hours(health.hours_fixed), after=hours(health.hours_without_options)))]


def _or_dash(day: date | None) -> str:
    return format_date(day) or "-"


def slip_lines(outlook: Outlook, found: Consequences, width: int, glyphs: Glyphs) -> Iterator[Line]:
    """What moves if one activity slips, before anything is changed."""
    names, titles = Names(outlook), {record.id: record.title for record in outlook.records(Activity.TABLE)}
    question = ngettext(
        "If {activity} slips {count} working day:", "If {activity} slips {count} working days:", found.days
    )
    yield [Run(question.format(activity=names.of(found.id), count=found.days), Tone.STRONG)]
    mark = f"  {glyphs.warning} " + _("agreed")
    is_short = width < _ROOM_FOR_YEARS
    dates = _DATE + 3 + (_SHORT if is_short else _DATE)
    room = max(_LEAST_TITLE, width - _NUMBER - 2 * dates - width_of(mark) - 5)
    for move in found.moves:
        yield [
            Run(fit(names.of(move.id), _NUMBER) + " ", Tone.MUTED),
            Run(fit(one_line(titles.get(move.id, "")), room, glyphs.ellipsis) + " "),
            Run(_span(move.old_start, move.old_finish, is_short) + " ", Tone.MUTED),
            Run(f"{glyphs.right} {_span(move.new_start, move.new_finish, is_short)}", Tone.STRONG),
            *([Run(mark, Tone.WARN)] if move.agreed and move.id != found.id else []),
        ]
    if len(found.moves) < 2:
        yield [Run(_("Nothing else moves."))]
    if any(move.agreed and move.id != found.id for move in found.moves):
        yield [Run(_("Agreed: these have dates that people wrote; discuss them first."), Tone.MUTED)]
    yield from _milestone_lines(milestone_effects(outlook, found), width, glyphs)
    yield from _listed(
        _("New contradictions"), [sentence(conflict, names) for conflict in found.conflicts], width, glyphs, Tone.BAD
    )
    yield []
    if found.old_finish == found.new_finish:
        yield [Run(_("The plan still ends on {date}.").format(date=long_date(found.old_finish)), Tone.STRONG)]
    else:
        text = _("The end of the plan moves from {before} to {after}.")
        yield [Run(text.format(before=long_date(found.old_finish), after=long_date(found.new_finish)), Tone.STRONG)]


def _span(start: date, end: date, is_short: bool) -> str:
    first = f"{start.day:02d}-{start.month:02d}" if is_short else format_date(start)
    return f"{first} - {format_date(end)}"


def _milestone_lines(effects: Sequence[MilestoneEffect], width: int, glyphs: Glyphs) -> Iterator[Line]:
    """When the work for each milestone is finished, then and now, and whether that is after the day it is due."""
    if effects:
        yield []
        yield [Run(_("When the work for milestones is finished"), Tone.STRONG)]
    room = max(_LEAST_TITLE, width - _NUMBER - 2 * _DATE - _LATE - 6)
    for effect in effects:
        line = [
            Run(fit(effect.milestone.number, _NUMBER) + " ", Tone.MUTED),
            Run(fit(one_line(effect.milestone.title), room, glyphs.ellipsis) + " "),
            Run(format_date(effect.old_finish) + " ", Tone.MUTED),
            Run(f"{glyphs.right} {format_date(effect.new_finish)}", Tone.STRONG),
        ]
        if effect.days_late:
            late = ngettext("{count} day late", "{count} days late", effect.days_late).format(count=effect.days_late)
            line.append(Run(f"  {glyphs.warning} {late}", Tone.BAD))
        elif effect.due is not None:
            line.append(Run("  " + _("in time"), Tone.GOOD))
        yield line


def comparison_lines(found: Comparison, removed: Iterable[str], width: int, glyphs: Glyphs) -> Iterator[Line]:
    """A plan beside its baseline: what slipped, what is new and what went."""
    name = one_line(found.baseline.title)
    since = _('Compared with "{name}" of {date}, in working days')
    yield [Run(since.format(name=name, date=_or_dash(found.baseline.saved)), Tone.STRONG)]
    for label, slips in ((_("Milestones"), found.milestones), (_("Activities"), found.activities)):
        moved = [slip for slip in slips if slip.was != slip.now]
        if not slips:
            continue
        yield []
        same = _("{count} unchanged").format(count=len(slips) - len(moved))
        yield [Run(label, Tone.STRONG), Run(f"  {same}", Tone.MUTED)]
        yield from (_slip_line(slip, width, glyphs) for slip in moved)
    added = [f"{record.number} {one_line(record.title)}".strip() for record in found.added]
    for label, what in ((_("New since then"), added), (_("Gone since then"), list(removed))):
        if what:
            yield []
            yield [Run(label, Tone.STRONG)]
            yield from ([Run(f"  {fit(text, width - 2, glyphs.ellipsis).rstrip()}")] for text in what)
    yield []
    ends = _("The end of the plan: {before}, now {after} ({slip}).")
    slip = slip_text(found.days)
    yield [Run(ends.format(before=_or_dash(found.was), after=_or_dash(found.now), slip=slip), Tone.STRONG)]


def _slip_line(slip: Slip, width: int, glyphs: Glyphs) -> Line:
    room = max(_LEAST_TITLE, width - _NUMBER - 2 * _DATE - 26)
    tone = Tone.NORMAL if not slip.days else Tone.BAD if slip.days > 0 else Tone.GOOD
    return [
        Run(fit(slip.record.number, _NUMBER) + " ", Tone.MUTED),
        Run(fit(one_line(slip.record.title), room, glyphs.ellipsis) + " "),
        Run(fit(_or_dash(slip.was[1]), _DATE) + " ", Tone.MUTED),
        Run(f"{glyphs.right} {fit(_or_dash(slip.now[1]), _DATE)} "),
        Run(slip_text(slip.days), tone),
    ]
