"""A form for any record: the text of each field, how it reads, what is wrong with it, and what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.cleaning import clean_line, safe
from roadmap_tui.model.fields import Field, Kind, Tone
from roadmap_tui.model.parsing import normalise, parse_date, parse_value, split_references, suggestion
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record, default_of, shown_fields
from roadmap_tui.planning.chapter_gaps import negative_word
from roadmap_tui.planning.notes import Note, note_text
from roadmap_tui.view.columns import Lookup, ViewContext
from roadmap_tui.view.formats import format_date, format_number, lag_text, long_date, week
from roadmap_tui.view.readings import effort_run, when_notes, when_run
from roadmap_tui.view.text import Run

_WATCH_OUT = {"weekend", "holiday", "in_school_holiday", "weekday_differs", "brackets_differ", "end_before_start"}
_ALIKE, _SHORTEST_ALIKE, _MOST_ALIKE = 0.75, 4, 2000
Records = Callable[[str], Sequence[Record]]


def edit_text(field: Field, value: Any, lookup: Lookup) -> str:
    """A stored value as a person would type it, safe to show: somebody else's file may hold what steers a terminal."""
    if value is None:
        return ""
    match field.kind:
        case Kind.FLAG:
            return "yes" if value else ""
        case Kind.DATE:
            return format_date(value) if isinstance(value, date) else safe(str(value))
        case Kind.DECIMAL:
            return format_number(value)
        case Kind.REF:
            target = lookup(field.target, value)
            return target.number if target else ""
        case Kind.REFS:
            return ", ".join(target.number for each in value if (target := lookup(field.target, each)))
    return safe(str(value))


def find_reference(field: Field, text: str, records: Records) -> Record | None:
    """The record that a number or (part of) a title names; None where the text is empty. Raises UsageError."""
    wanted = normalise(clean_line(text))
    if not wanted:
        return None
    options = records(field.target)
    exact = [record for record in options if wanted in (record.number.lower(), normalise(record.title))]
    first = wanted.split()[0]
    near = exact or [record for record in options if record.number.lower() == first]
    near = near or [record for record in options if normalise(record.title).startswith(wanted)]
    near = near or [record for record in options if wanted in normalise(record.title)]
    near = near or [record for record in options if all(word in normalise(record.title) for word in wanted.split())]
    near = near or _alike(wanted, options)
    if len(near) == 1 or exact:
        return near[0]
    if near:
        names = ", ".join(f"{record.number} {record.title}" for record in near[:3])
        raise UsageError(_("Several fit: {names}. Use the number.").format(names=names))
    raise UsageError(
        _('There is no "{text}" here.').format(text=clean_line(text))
        + suggestion(text, [record.number for record in options][:12])
    )


def _alike(wanted: str, options: Sequence[Record]) -> list[Record]:
    """The records whose title, or a word of it, is spelt almost like what was typed."""
    from difflib import get_close_matches

    titles: dict[str, list[Record]] = {}
    for record in options[:_MOST_ALIKE]:
        title = normalise(record.title)
        for key in {title, *title.split()}:
            titles.setdefault(key, []).append(record)
    keys = get_close_matches(wanted, titles, 3, _ALIKE) if len(wanted) >= _SHORTEST_ALIKE else []
    return list({record.id: record for key in keys for record in titles[key]}.values())


def find_references(field: Field, text: str, records: Records) -> list[Record]:
    """The records that numbers or titles with commas between them name. Raises UsageError."""
    found = (find_reference(field, word, records) for word in split_references(text))
    return list({record.id: record for record in found if record}.values())


class FormModel:
    """The form of one record, new (`record` None) or existing."""

    def __init__(
        self,
        record_type: type[Record],
        record: Record | None,
        records: Records,
        lookup: Lookup,
        preset: Mapping[str, Any] | None = None,
        only: Sequence[str] = (),
    ) -> None:
        self.record_type, self.record = record_type, record
        self.preset = dict(preset or {})
        self._records = records
        self.fields: tuple[Field, ...] = tuple(
            f for f in shown_fields(record_type) if (f.name in only if only else not f.part and self._is_asked(f))
        )
        self.initial = {field.name: edit_text(field, self._start_value(field), lookup) for field in self.fields}

    def _is_asked(self, field: Field) -> bool:
        """Whether to ask for a field: not for references to a list that holds nothing yet."""
        return field.kind is not Kind.REFS or bool(self._records(field.target) or self._start_value(field))

    def _start_value(self, field: Field) -> Any:
        if self.record is not None:
            return getattr(self.record, field.name)
        return self.preset.get(field.name, default_of(self.record_type, field.name))

    def value(self, field: Field, text: str) -> Any:
        """The stored form of a field's text. Raises UsageError with a sentence for under the field."""
        if field.kind is Kind.REF:
            target = find_reference(field, text, self._records)
            found: Any = target.id if target else None
        elif field.kind is Kind.REFS:
            found = [record.id for record in find_references(field, text, self._records)] or None
        else:
            found = parse_value(field, text)
        if field.required and found is None:
            raise UsageError(_("{field} cannot stay empty.").format(field=_(field.label)))
        return found

    def problem(self, field: Field, text: str) -> str:
        """What is wrong with a field's text; empty where it is fine."""
        try:
            self.value(field, text)
        except UsageError as error:
            return str(error)
        return ""

    def problems(self, texts: Mapping[str, str]) -> dict[str, str]:
        """What is wrong, by field name."""
        found = {field.name: self.problem(field, texts[field.name]) for field in self.fields}
        return {name: sentence for name, sentence in found.items() if sentence}

    def is_changed(self, texts: Mapping[str, str]) -> bool:
        """Whether anything differs from what the form started with."""
        return any(texts[name] != text for name, text in self.initial.items() if name in texts)

    def values(self, texts: Mapping[str, str]) -> dict[str, Any]:
        """The fields to store: for an existing record those that changed, for a new one those that are filled in."""
        changed: dict[str, Any] = {}
        for field in self.fields:
            text = texts[field.name]
            if self.record is not None and text == self.initial[field.name]:
                continue
            value = self.value(field, text)
            if self.record is not None or value is not None:
                changed[field.name] = value
        return {**self.preset, **changed} if self.record is None else changed

    def hint(self, field: Field, text: str, context: ViewContext, focused: bool) -> Run:
        """The line under a field: what is wrong, how it reads, or what it is for."""
        sentence = self.problem(field, text) if text.strip() else ""
        if sentence:
            return Run(sentence, Tone.BAD)
        reading = self._reading(field, text, context)
        if field.kind is Kind.LONG and text.strip():
            return self._about_text(field, text, focused)
        if reading.text:
            return reading
        return Run(_(field.help) if focused else "", Tone.MUTED)

    def _about_text(self, field: Field, text: str, focused: bool) -> Run:
        """How long a text is, while it is written; and where a goal says what is not wanted."""
        word = negative_word(text) if self.record_type is Plan and field.name == "goal" else ""
        if word:
            return Run(_('"{word}" says what you do not want; write what you do want.').format(word=word), Tone.WARN)
        count = len(text.split())
        words = ngettext("{count} word", "{count} words", count).format(count=count)
        return Run(f"{words}   {_(field.help)}" if focused else "", Tone.MUTED)

    def _reading(self, field: Field, text: str, context: ViewContext) -> Run:
        if not text.strip():
            return Run("")
        match field.kind:
            case Kind.WHEN:
                when = context.outlook.reader.when(text)
                run = when_run(when)
                return run if run.tone is Tone.WARN else _joined(run, when_notes(when, context.outlook.plan), context)
            case Kind.EFFORT:
                effort = context.outlook.reader.effort(text)
                run = effort_run(effort)
                return run if run.tone is Tone.WARN else _joined(run, effort.notes, context)
            case Kind.DATE:
                day = parse_date(clean_line(text), _(field.label))
                return Run(f"{long_date(day)}, {week(day)}", Tone.MUTED)
            case Kind.OFFSET:
                due = context.outlook.due(None, parse_value(field, text))
                return Run(long_date(due), Tone.MUTED)
            case Kind.LAG:
                return Run(lag_text(parse_value(field, text)), Tone.MUTED)
            case Kind.REF:
                target = find_reference(field, text, self._records)
                return Run(f"{target.number}  {target.title}" if target else "", Tone.MUTED)
            case Kind.REFS:
                named = find_references(field, text, self._records)
                return Run(", ".join(f"{record.number} {record.title}" for record in named), Tone.MUTED)
        return Run("")


def _joined(run: Run, notes: tuple[Note, ...], context: ViewContext) -> Run:
    """A reading with its notes; what to watch out for stands in front, where a narrow screen does not cut it off."""
    warnings = [note_text(note) for note in notes if note.code in _WATCH_OUT]
    others = [note_text(note) for note in sorted(notes, key=_is_no_year) if note.code not in _WATCH_OUT]
    tone = Tone.WARN if warnings else run.tone
    return Run(f" {context.glyphs.dot} ".join([*warnings, run.text, *others]), tone)


def _is_no_year(note: Note) -> bool:
    """The assumed year comes before other assumptions: it matters most, and a narrow screen cuts off the rest."""
    return not note.code.startswith("year_")
