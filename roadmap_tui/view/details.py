"""Everything about one record, as lines: first the short facts, then the long texts and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Field, Kind, Tone
from roadmap_tui.model.milestone import Checkpoint, Milestone
from roadmap_tui.model.record import Record, fields_of, shown_fields
from roadmap_tui.model.risk import Risk
from roadmap_tui.model.stakeholder import Stakeholder
from roadmap_tui.model.steering import LogEntry
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.people import attachments
from roadmap_tui.planning.risks import is_opportunity, story
from roadmap_tui.planning.stakeholders import strategy
from roadmap_tui.view.columns import ViewContext, field_text, status_line
from roadmap_tui.view.formats import bar, format_date, hours, long_date, percent, week
from roadmap_tui.view.links import link_lines
from roadmap_tui.view.readings import effort_run, when_run
from roadmap_tui.view.tables import activity_status, milestone_status, risk_tone
from roadmap_tui.view.text import Line, Run, fit, line_width, one_line, trim, width_of, wrap

LABEL_WIDTH, NARROW_LABEL_WIDTH = 20, 16
_ROOMY = 44
_ALWAYS = {"activities": ("lead", "when", "workform", "sessions", "participants")}
_TOLD = ("cause", "consequence")
_HIDDEN = {"title", "progress", "chance", "impact", "rest_chance", "rest_impact"}


class Entry(NamedTuple):
    """A labelled piece of a detail: lines as they are, or text that still has to be wrapped."""

    label: str
    lines: list[Line]
    text: str = ""
    below: bool = False


def entries(record: Record, context: ViewContext, belongings: bool = True) -> list[Entry]:
    """What there is to say about a record, in reading order; empty fields are left out, but for those that every
    record of its kind is expected to have: they keep the rest in place while the cursor moves.
    """
    found = [*_derived(record, context)]
    for field in shown_fields(type(record)):
        value = getattr(record, field.name)
        empty = value is None or value is False or value in ("", ())
        if (
            field.name in _HIDDEN
            or (field.name in _TOLD and isinstance(record, Risk))
            or (empty and field.name not in _ALWAYS.get(record.TABLE, ()))
        ):
            continue
        found.append(_field_entry(record, field, context))
        if field.name == "participants" and isinstance(record, Activity):
            found.extend(_attached(value))
    if belongings:
        found.extend(_belongings(record, context))
    if (touched := context.updated(record.TABLE, record.id) if context.updated else None) is not None:
        moment, name = touched
        words = f"{format_date(moment.date())}  "
        found.append(Entry(_("Updated on"), [[Run(words), Run(one_line(name), Tone.MUTED)]]))
    return found


def _field_entry(record: Record, field: Field, context: ViewContext) -> Entry:
    value = getattr(record, field.name)
    label = _(field.label)
    if field.name == "status" and isinstance(record, Activity):
        return Entry(label, [activity_status(record, context, LABEL_WIDTH * 2)])
    if field.name == "status" and isinstance(record, Milestone):
        return Entry(label, [milestone_status(record, context, LABEL_WIDTH * 2)])
    if field.kind is Kind.CHOICE:
        return Entry(label, [status_line(field, value, context, 20)])
    if field.kind is Kind.DATE:
        return Entry(label, [[Run(f"{long_date(value)}  "), Run(week(value), Tone.MUTED)]])
    if field.kind is Kind.WHEN:
        return Entry(label, [[when_run(context.outlook.reader.when(value))]], field_text(field, value, context))
    if field.kind is Kind.EFFORT:
        return Entry(label, [[effort_run(context.outlook.reader.effort(value))]], field_text(field, value, context))
    return Entry(label, [], field_text(field, value, context), field.kind is Kind.LONG)


def _attached(participants: str) -> Iterable[Entry]:
    """The documents that people name among the participants, each on a line of its own."""
    names = [
        found.label if not found.type or found.label.endswith(found.type) else f"{found.label} ({found.type})"
        for found in attachments(participants)
    ]
    if names:
        yield Entry(_("Attachment"), [], "\n".join(names))


def _derived(record: Record, context: ViewContext) -> Iterable[Entry]:
    if isinstance(record, Activity):
        progress = context.outlook.activity(record).progress
        yield Entry(_("Progress"), [_bar_line(progress / 100, percent(progress), context)])
    elif isinstance(record, Milestone):
        milestone = context.outlook.milestone(record)
        if milestone.total:
            share = milestone.done / milestone.total
            yield Entry(_("Progress"), [_bar_line(share, f"{milestone.done}/{milestone.total}", context)])
        if milestone.due and not record.due:
            tone = Tone.BAD if milestone.late else Tone.NORMAL
            yield Entry(_("Due"), [[Run(long_date(milestone.due), tone), Run(f"  {week(milestone.due)}", Tone.MUTED)]])
        if milestone.due and not milestone.finished:
            yield from _next_meeting(milestone.due, context)
    elif isinstance(record, Checkpoint):
        due = context.outlook.checkpoint(record).due
        if due and not record.due:
            yield Entry(_("Due"), [[Run(long_date(due))]])
    elif isinstance(record, Risk):
        yield from _risk_entries(record, context)
    elif isinstance(record, Stakeholder):
        found = strategy(record)
        if found is not None:
            yield Entry(_("Strategy"), [[Run(_(found.label), found.tone)]])


def _next_meeting(day: date, context: ViewContext) -> Iterable[Entry]:
    """The first meeting of the own calendars after a milestone is due, where it may have to be approved."""
    found = context.outlook.context.known_calendar().next_meeting(day)
    if found is not None:
        yield Entry(_("Next meeting"), [[Run(f"{long_date(found[0])}  "), Run(one_line(found[1]), Tone.MUTED)]])


def _risk_entries(risk: Risk, context: ViewContext) -> Iterable[Entry]:
    outlook = context.outlook.risk(risk)
    if told := story(risk):
        yield Entry(_("In one sentence"), [], told, below=True)
    if is_opportunity(risk):
        yield Entry(_("Opportunity"), [[Run(_("It would be good if this happened."))]])
    for label, chance, impact, level in (
        (_("Class"), risk.chance, risk.impact, outlook.level),
        (_("After measures"), risk.rest_chance, risk.rest_impact, outlook.rest_level),
    ):
        if chance is not None and impact is not None and level is not None:
            words = Run(f"{level.letter} {_(level.label)}", risk_tone(risk, level))
            times = f"  {chance} × {impact} = {chance * impact}"
            yield Entry(label, [[words, Run(times, Tone.NORMAL)]])
        elif chance is not None or impact is not None:
            parts = _("likelihood {chance}, impact {impact}").format(chance=chance or "?", impact=impact or "?")
            yield Entry(label, [[Run(parts, Tone.MUTED)]])


def _bar_line(share: float, words: str, context: ViewContext) -> Line:
    drawn, rest = bar(share, 12, context.glyphs)
    return [Run(drawn, Tone.GOOD), Run(rest, Tone.MUTED), Run(f" {words}")]


def _belongings(record: Record, context: ViewContext) -> Iterable[Entry]:
    glyphs = context.glyphs
    if isinstance(record, Activity):
        both = (
            (_("Waits for"), context.outlook.links_to(record.id), "source"),
            (_("Waiting for it"), context.outlook.links_from(record.id), "target"),
        )
        for label, links, end in both:
            if links:
                yield Entry(label, link_lines(links, end, context), below=True)
    if isinstance(record, Milestone):
        lines: list[Line] = []
        for point in context.outlook.milestone(record).checkpoints:
            done = point.status != "open"
            box = glyphs.checked if done else glyphs.unchecked
            late = context.outlook.checkpoint(point).late
            tone = Tone.MUTED if done else Tone.BAD if late else Tone.NORMAL
            sign = [Run(f"{glyphs.warning} ", Tone.BAD)] if late else []
            lines.append([Run(f"{box} ", Tone.GOOD if done else Tone.MUTED), *sign, Run(one_line(point.title), tone)])
        if lines:
            yield Entry(_("Checklist"), lines, below=True)
    if isinstance(record, Risk):
        measures = context.outlook.risk(record).measures
        lines = [
            [Run(f"{measure.number} ", Tone.MUTED), Run(one_line(measure.title)), *_owner(measure.owner)]
            for measure in measures
        ]
        if lines:
            yield Entry(_("Measures"), lines, below=True)
        if lines := [
            _log_line(entry, context) for entry in all_of(context.outlook, LogEntry) if entry.risk == record.id
        ]:
            yield Entry(_("In the log"), lines, below=True)


def _log_line(entry: LogEntry, context: ViewContext) -> Line:
    status = fields_of(LogEntry)["status"].choice(entry.status)
    sign = context.glyphs.sign(status.glyph) if status else " "
    return [Run(f"{entry.number} {sign} ", Tone.MUTED), Run(one_line(entry.title)), *_owner(entry.owner)]


def _owner(owner: str) -> Line:
    return [Run("  " + one_line(owner), Tone.MUTED)] if owner else []


def heading(record: Record) -> Line:
    """The number and title of a record."""
    return [Run(f"{one_line(record.number)}  ", Tone.MUTED), Run(one_line(record.title), Tone.STRONG)]


def detail_lines(record: Record, context: ViewContext, width: int, belongings: bool = True) -> list[Line]:
    """A record in one column."""
    title = wrap(record.title, width - width_of(record.number) - 2) or [""]
    lines: list[Line] = [[Run(f"{one_line(record.number)}  ", Tone.MUTED), Run(title[0], Tone.STRONG)]]
    lines += [[Run(" " * (width_of(record.number) + 2)), Run(part, Tone.STRONG)] for part in title[1:]]
    lines.append([])
    found = entries(record, context, belongings)
    lines += _facts(found, width, _label_width(record, width))
    lines += _texts(found, width)
    return lines


def detail_columns(record: Record, context: ViewContext, width: int, belongings: bool = True) -> list[Line]:
    """A record in two columns: the facts on the left, the long texts on the right."""
    found = entries(record, context, belongings)
    texts_width = width * 11 // 20
    facts_width = width - texts_width - 3
    right = _texts(found, texts_width, gap=False)
    left = _facts(found, facts_width if right else width, _label_width(record, facts_width))
    lines: list[Line] = [heading(record), []]
    for place in range(max(len(left), len(right))):
        start = left[place] if place < len(left) else []
        used = sum(width_of(run.text) for run in start)
        end = right[place] if place < len(right) else []
        lines.append([*start, Run(" " * (width - texts_width - used)), *end] if end else start)
    return lines


def _label_width(record: Record, width: int) -> int:
    """Room for every label that a record of this kind may have, whole where that leaves most for the texts."""
    if width < _ROOMY:
        return NARROW_LABEL_WIDTH
    labels = [_(field.label) for field in shown_fields(type(record)) if field.kind is not Kind.LONG]
    return max(LABEL_WIDTH, min(max(map(width_of, labels), default=0) + 2, width // 3))


def _facts(found: Iterable[Entry], width: int, label_width: int) -> list[Line]:
    lines: list[Line] = []
    room = width - label_width
    for entry in found:
        if entry.below:
            continue
        body: list[Line] = [[Run(part)] for part in wrap(entry.text, room)] if entry.text else []
        extra = [line for line in entry.lines if any(run.text for run in line)]
        if body and extra and line_width(body[-1]) + line_width(extra[0]) + 3 <= room:
            body[-1] += [Run("   "), *extra.pop(0)]
        body += [trim(line, room) for line in extra]
        body = body or [[Run("-", Tone.MUTED)]]
        for place, line in enumerate(body):
            label = entry.label if place == 0 else ""
            lines.append([Run(fit(label, label_width - 1) + " ", Tone.MUTED), *line])
    return lines


def _texts(found: Iterable[Entry], width: int, gap: bool = True) -> list[Line]:
    lines: list[Line] = []
    for entry in found:
        if not entry.below:
            continue
        if gap or lines:
            lines.append([])
        lines.append([Run(entry.label, Tone.MUTED)])
        lines += (
            [[Run(part)] for part in wrap(entry.text, width)]
            if entry.text
            else [trim(line, width) for line in entry.lines]
        )
    return lines


def totals_line(context: ViewContext, width: int) -> Line:
    """The hours of all activities together, with what they leave out; as many facts as fit."""
    found = context.outlook.amounts
    total = hours(found.hours)
    if found.options:
        options = _("without options {hours}").format(hours=hours(found.hours_without_options))
        total = f"{total} ({options})"
    facts = [
        _("{done} of {total} done").format(done=found.done, total=found.activities),
        ngettext("{count} session", "{count} sessions", found.sessions).format(count=found.sessions),
        total,
    ]
    dot = f" {context.glyphs.dot} "
    note = Run(dot + _("excl. organisation and preparation"), Tone.MUTED)
    line: Line = []
    while facts:
        line = [Run("  " + dot.join(facts), Tone.NORMAL), note]
        if line_width(line) <= width:
            return line
        facts.pop(0)
    return line
