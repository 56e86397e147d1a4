"""Sections of a plan as rows of a list and as lines of text."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Annotated, ClassVar, Final

from roadmap_tui.i18n import N_, _
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Kind, Tone
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning.section_sets import SETS, SectionSet, in_order_of_use
from roadmap_tui.planning.sections import Section, state_label, summary
from roadmap_tui.view.columns import Column, ViewContext, field_text
from roadmap_tui.view.formats import bar
from roadmap_tui.view.text import Line, Run, wrap

_ROWS_PER_SET = 100
_SIGNS: Final = {
    "empty": ("todo", Tone.MUTED),
    "thin": ("active", Tone.WARN),
    "complete": ("done", Tone.GOOD),
}


class SectionRow(Record, frozen=True, kw_only=True):
    """A section in a list, or the heading of a set of them; made from the plan, never stored."""

    TABLE: ClassVar[str] = "sections"
    LABEL: ClassVar[str] = N_("Section")
    PLURAL: ClassVar[str] = N_("Sections")

    title: Annotated[str, f.text(N_("Section"), width=24)] = ""
    missing: Annotated[str, f.long_text(N_("Missing"))] = ""
    group: SectionSet
    section: Section | None = None
    sections: tuple[Section, ...] = ()
    used: bool = True


def section_rows(group: SectionSet, context: ViewContext) -> list[SectionRow]:
    """All sections of a set, in their own order."""
    return _rows_of(group, group.sections(context.outlook))


def _rows_of(group: SectionSet, sections: Sequence[Section]) -> list[SectionRow]:
    first = _ROWS_PER_SET * SETS.index(group)
    return [
        SectionRow(
            id=first + section.place,
            number=str(section.place),
            title=_(section.shape.label),
            missing="\n".join(section.missing),
            group=group,
            section=section,
        )
        for section in sections
    ]


def grouped_rows(context: ViewContext, turned: Container[str] = ()) -> list[SectionRow]:
    """The sets of screen 8 with their sections; one in use is open and another closed, unless it is `turned`."""
    rows: list[SectionRow] = []
    for group, used in in_order_of_use(context.outlook):
        is_open = used != (group.code in turned)
        sections = group.sections(context.outlook) if used or is_open else ()
        title = _(group.label)
        head = _ROWS_PER_SET * SETS.index(group)
        rows.append(SectionRow(id=head, title=title, group=group, sections=sections, used=used))
        rows += _rows_of(group, sections) if is_open else []
    return rows


def state_run(section: Section, context: ViewContext) -> Run:
    """How complete a section is, as sign and word."""
    sign, tone = _SIGNS[section.state]
    return Run(f"{context.glyphs.sign(sign)} {state_label(section.state)}", tone)


def progress_line(section: Section, context: ViewContext, width: int) -> Line:
    """How much of what is asked is there, as a bar with numbers."""
    return _progress(section.done, section.total, _SIGNS[section.state][1], context, width)


def _progress(done: int, total: int, tone: Tone, context: ViewContext, width: int) -> Line:
    numbers = f" {done}/{total}"
    drawn, rest = bar(done / total if total else 0, max(3, width - max(5, len(numbers))), context.glyphs)
    return [Run(drawn, tone), Run(rest, Tone.MUTED), Run(numbers, Tone.NORMAL)]


def _paint_state(row: SectionRow, context: ViewContext, width: int) -> Line:
    return [state_run(row.section, context)] if row.section is not None else []


def _paint_title(row: SectionRow, context: ViewContext, width: int) -> Line:
    tone = Tone.NORMAL if row.section is not None else Tone.STRONG if row.used else Tone.MUTED
    return [Run(row.title, tone)]


def _paint_progress(row: SectionRow, context: ViewContext, width: int) -> Line:
    if row.section is not None:
        return progress_line(row.section, context, width)
    done, total = _counts(row)
    return _progress(done, total, Tone.STRONG, context, width) if row.used else []


def _counts(row: SectionRow) -> tuple[int, int]:
    sections = row.sections if row.section is None else (row.section,)
    return sum(section.done for section in sections), sum(section.total for section in sections)


def _share(row: SectionRow, context: ViewContext) -> float:
    done, total = _counts(row)
    return done / total if total else 0


def _paint_missing(row: SectionRow, context: ViewContext, width: int) -> Line:
    if row.section is None:
        return [Run(summary(row.sections) if row.used else _(row.group.purpose), Tone.MUTED)]
    missing = row.section.missing
    if not missing:
        return [Run(_("Nothing is missing."), Tone.MUTED)]
    more = f" (+{len(missing) - 1})" if len(missing) > 1 else ""
    return [Run(missing[0] + more, Tone.NORMAL)]


def section_columns(label: str) -> tuple[Column, ...]:
    """The section, how complete it is, how far it is, and what is missing first; `label` heads the first column."""
    return (
        Column("title", label, 24, 20, _paint_title, lambda row, context: row.id, grow=1),
        Column("state", N_("State"), 11, 11, _paint_state, _share),
        Column("progress", N_("Progress"), 14, 9, _paint_progress, _share, grow=6),
        Column("missing", N_("Missing"), 40, 20, _paint_missing, lambda row, context: -_counts(row)[0], 1, 1, grow=2),
    )


def heading(section: Section, context: ViewContext) -> Line:
    """Number, title, state and progress of a section on one line."""
    return [
        Run(f"  {section.place}  ", Tone.MUTED),
        Run(_(section.shape.label), Tone.STRONG),
        Run("   "),
        state_run(section, context),
        Run("   "),
        *progress_line(section, context, 14),
        Run("   " + _(section.shape.question), Tone.MUTED),
    ]


def missing_lines(section: Section, context: ViewContext, width: int) -> list[Line]:
    """What is missing, one line each."""
    sign = context.glyphs.warning
    return [
        [Run(f"{sign} " if not place else "  ", Tone.WARN), Run(part, Tone.NORMAL)]
        for sentence in section.missing
        for place, part in enumerate(wrap(sentence, width - 2))
    ]


def text_lines(section: Section, context: ViewContext, width: int) -> list[Line]:
    """The texts of a section under their labels, short facts beside them; an empty one says what belongs there."""
    lines: list[Line] = []
    plan, fields = context.outlook.plan, fields_of(Plan)
    for name in section.shape.texts:
        field = fields[name]
        text = field_text(field, getattr(plan, name), context).strip()
        label = Run(_(field.label), Tone.MUTED)
        if field.kind is not Kind.LONG:
            help_text = Run(_("(empty) {help}").format(help=_(field.help)), Tone.MUTED)
            lines.append([label, Run("  "), Run(text) if text else help_text])
            continue
        lines += [[]] if lines else []
        lines.append([label])
        if text:
            lines += [[Run(part)] for part in wrap(text, width)]
        else:
            lines.append([Run(_("(empty) {help}").format(help=_(field.help)), Tone.MUTED)])
    return lines


def summary_lines(section: Section, context: ViewContext, width: int) -> list[Line]:
    """A section at a glance: what is missing, its texts, and how many records it has."""
    lines: list[Line] = [[state_run(section, context), Run(f"   {_(section.shape.question)}", Tone.MUTED)]]
    lines += missing_lines(section, context, width)
    lines += [[], *text_lines(section, context, width)]
    counts = [
        f"{len(context.outlook.records(table))} {_(TABLES[table].PLURAL).lower()}" for table in section.shape.tables
    ]
    if counts:
        lines += [[], [Run(f" {context.glyphs.dot} ".join(counts), Tone.NORMAL)]]
    return lines


def group_lines(row: SectionRow, context: ViewContext, width: int) -> list[Line]:
    """A set at a glance: what it is for, how to begin, and what its sections are."""
    lines: list[Line] = [[Run(part)] for part in wrap(_(row.group.purpose), width)]
    if not row.used:
        lines += [[Run(part, Tone.MUTED)] for part in wrap(_(row.group.begin), width)]
    lines.append([])
    for shape in row.group.shapes:
        lines += [[Run(part)] for part in wrap(f"{_(shape.label)}: {_(shape.question)}", width)]
    return lines
