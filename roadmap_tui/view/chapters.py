"""The ten chapters as rows of a list and as lines of text."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final

from roadmap_tui.i18n import N_, _
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning.chapters import Chapter, chapters, state_label
from roadmap_tui.view.columns import Column, ViewContext
from roadmap_tui.view.formats import bar
from roadmap_tui.view.text import Line, Run, wrap

_SIGNS: Final = {
    "empty": ("todo", Tone.MUTED),
    "thin": ("active", Tone.WARN),
    "complete": ("done", Tone.GOOD),
}


class ChapterRow(Record, frozen=True, kw_only=True):
    """One chapter in a list; made from the plan, never stored."""

    TABLE: ClassVar[str] = "chapters"
    LABEL: ClassVar[str] = N_("Chapter")
    PLURAL: ClassVar[str] = N_("Chapters")

    title: Annotated[str, f.text(N_("Chapter"), width=24)] = ""
    missing: Annotated[str, f.long_text(N_("Missing"))] = ""
    chapter: Chapter


def chapter_rows(context: ViewContext) -> list[ChapterRow]:
    """All chapters, in their own order."""
    return [
        ChapterRow(
            id=chapter.place,
            number=str(chapter.place),
            title=_(chapter.shape.label),
            missing="\n".join(chapter.missing),
            chapter=chapter,
        )
        for chapter in chapters(context.outlook)
    ]


def state_run(chapter: Chapter, context: ViewContext) -> Run:
    """How complete a chapter is, as sign and word."""
    sign, tone = _SIGNS[chapter.state]
    return Run(f"{context.glyphs.sign(sign)} {state_label(chapter.state)}", tone)


def progress_line(chapter: Chapter, context: ViewContext, width: int) -> Line:
    """How much of what is asked is there, as a bar with numbers."""
    drawn, rest = bar(chapter.done / chapter.total if chapter.total else 0, max(4, width - 5), context.glyphs)
    tone = _SIGNS[chapter.state][1]
    return [Run(drawn, tone), Run(rest, Tone.MUTED), Run(f" {chapter.done}/{chapter.total}", Tone.NORMAL)]


def _paint_state(row: ChapterRow, context: ViewContext, width: int) -> Line:
    return [state_run(row.chapter, context)]


def _paint_title(row: ChapterRow, context: ViewContext, width: int) -> Line:
    return [Run(row.title, Tone.STRONG)]


def _paint_progress(row: ChapterRow, context: ViewContext, width: int) -> Line:
    return progress_line(row.chapter, context, width)


def _paint_missing(row: ChapterRow, context: ViewContext, width: int) -> Line:
    missing = row.chapter.missing
    if not missing:
        return [Run(_("Nothing is missing."), Tone.MUTED)]
    more = f" (+{len(missing) - 1})" if len(missing) > 1 else ""
    return [Run(missing[0] + more, Tone.NORMAL)]


def chapter_columns() -> tuple[Column, ...]:
    """The chapter, how complete it is, how far it is, and what is missing first."""
    return (
        Column("title", N_("Chapter"), 24, 20, _paint_title, lambda row, context: row.id, grow=1),
        Column("state", N_("State"), 11, 11, _paint_state, lambda row, context: row.chapter.progress),
        Column("progress", N_("Progress"), 14, 9, _paint_progress, lambda row, context: row.chapter.progress, grow=6),
        Column("missing", N_("Missing"), 40, 20, _paint_missing, lambda row, context: -row.chapter.done, 1, 1, grow=2),
    )


def heading(chapter: Chapter, context: ViewContext) -> Line:
    """Number, title, state and progress of a chapter on one line."""
    return [
        Run(f"  {chapter.place}  ", Tone.MUTED),
        Run(_(chapter.shape.label), Tone.STRONG),
        Run("   "),
        state_run(chapter, context),
        Run("   "),
        *progress_line(chapter, context, 14),
        Run("   " + _(chapter.shape.question), Tone.MUTED),
    ]


def missing_lines(chapter: Chapter, context: ViewContext, width: int) -> list[Line]:
    """What is missing, one line each."""
    sign = context.glyphs.warning
    return [
        [Run(f"{sign} " if not place else "  ", Tone.WARN), Run(part, Tone.NORMAL)]
        for sentence in chapter.missing
        for place, part in enumerate(wrap(sentence, width - 2))
    ]


def text_lines(plan: Plan, chapter: Chapter, width: int) -> list[Line]:
    """The texts of a chapter under their labels; an empty one says what belongs there."""
    lines: list[Line] = []
    fields = fields_of(Plan)
    for name in chapter.shape.texts:
        field = fields[name]
        text = str(getattr(plan, name)).strip()
        lines += [[]] if lines else []
        lines.append([Run(_(field.label), Tone.MUTED)])
        if text:
            lines += [[Run(part)] for part in wrap(text, width)]
        else:
            lines.append([Run(_("(empty) {help}").format(help=_(field.help)), Tone.MUTED)])
    return lines


def summary_lines(chapter: Chapter, context: ViewContext, width: int) -> list[Line]:
    """A chapter at a glance: what is missing, its texts, and how many records it has."""
    lines: list[Line] = [[state_run(chapter, context), Run(f"   {_(chapter.shape.question)}", Tone.MUTED)]]
    lines += missing_lines(chapter, context, width)
    lines += [[], *text_lines(context.outlook.plan, chapter, width)]
    counts = [
        f"{len(context.outlook.records(table))} {_(TABLES[table].PLURAL).lower()}" for table in chapter.shape.tables
    ]
    if counts:
        lines += [[], [Run(f" {context.glyphs.dot} ".join(counts), Tone.NORMAL)]]
    return lines
