"""The findings of the check as rows of a list and as lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.ids import derived_id
from roadmap_tui.model.record import Record
from roadmap_tui.planning.dismissals import Judged, place_of, still_open
from roadmap_tui.planning.findings import SEVERITIES
from roadmap_tui.view.columns import Column, ViewContext
from roadmap_tui.view.formats import format_date
from roadmap_tui.view.text import Line, Run, line_width, one_line, wrap


class FindingRow(Record, frozen=True, kw_only=True):
    """One finding in a list; made by the check, never stored. Its title is that of the record it is about."""

    TABLE: ClassVar[str] = "findings"
    LABEL: ClassVar[str] = N_("Finding")
    PLURAL: ClassVar[str] = N_("Findings")

    title: Annotated[str, f.text(N_("About"))] = ""
    severity: Annotated[str, f.text(N_("Severity"))] = ""
    chapter: Annotated[str, f.text(N_("Chapter"))] = ""
    message: Annotated[str, f.text(N_("Finding"))] = ""
    why: Annotated[str, f.text(N_("Why it matters"))] = ""
    reason: Annotated[str, f.text(N_("Reason"))] = ""
    judged: Judged


def finding_rows(found: Sequence[Judged], titles: dict[int, str], by_chapter: bool = False) -> list[FindingRow]:
    """A row for each finding, in order of severity or of chapter."""
    rows = [_row(each, titles) for each in found]
    if by_chapter:
        rows.sort(key=lambda row: place_of(row.judged.shape))
    return rows


def _row(each: Judged, titles: dict[int, str]) -> FindingRow:
    """The row of a finding, under an id that stays the same while the plan changes around it."""
    finding = each.finding
    return FindingRow(
        id=derived_id(finding.code, str(finding.id), finding.basis),
        number=finding.number,
        title=titles.get(finding.id, "") or _("The plan as a whole"),
        severity=_(finding.severity.label),
        chapter=_(each.shape.label) if each.shape else _("Steering"),
        message=finding.message,
        why=finding.why,
        reason=each.dismissal.reason if each.dismissal else "",
        judged=each,
    )


def _tone(row: FindingRow, tone: Tone) -> Tone:
    return Tone.MUTED if row.judged.dismissal else tone


def _paint_severity(row: FindingRow, context: ViewContext, width: int) -> Line:
    severity = row.judged.finding.severity
    sign = context.glyphs.good if row.judged.dismissal else context.glyphs.sign(severity.sign)
    word = _("Dismissed") if row.judged.dismissal else row.severity
    return [Run(sign if width < len(word) else f"{sign} {word}", _tone(row, severity.tone))]


def _paint_chapter(row: FindingRow, context: ViewContext, width: int) -> Line:
    return [Run(row.chapter, Tone.MUTED)]


def _paint_number(row: FindingRow, context: ViewContext, width: int) -> Line:
    return [Run(one_line(row.number), Tone.MUTED)]


def _paint_title(row: FindingRow, context: ViewContext, width: int) -> Line:
    return [Run(one_line(row.title), _tone(row, Tone.NORMAL))]


def _paint_message(row: FindingRow, context: ViewContext, width: int) -> Line:
    return [Run(one_line(row.message), _tone(row, Tone.STRONG))]


def finding_columns() -> tuple[Column, ...]:
    """How it presses, which record, what is the matter, and in which chapter."""

    def severity(row: FindingRow, context: ViewContext) -> Any:
        return SEVERITIES.index(row.judged.finding.severity)

    def chapter(row: FindingRow, context: ViewContext) -> Any:
        return place_of(row.judged.shape)

    return (
        Column("severity", N_("Severity"), 12, 12, _paint_severity, severity),
        Column("number", N_("No."), 5, 4, _paint_number, lambda row, context: row.number),
        Column("message", N_("Finding"), 46, 30, _paint_message, lambda row, context: row.message, flex=3, grow=1),
        Column("title", N_("About"), 30, 14, _paint_title, lambda row, context: row.title, flex=2, drop=1, grow=2),
        Column("chapter", N_("Chapter"), 20, 18, _paint_chapter, chapter, drop=2, grow=3),
    )


def finding_lines(row: FindingRow, width: int) -> list[Line]:
    """A finding in full: about what, what is the matter, why that matters, and who put it aside."""
    finding, dismissal = row.judged.finding, row.judged.dismissal
    lines: list[Line] = [[Run(f"{finding.number}  ".lstrip(), Tone.MUTED), Run(one_line(row.title), Tone.STRONG)]]
    lines += [[Run(part)] for part in wrap(finding.message, width)]
    lines += [[Run(part, Tone.MUTED)] for part in wrap(finding.why, width)]
    if dismissal is not None:
        words = _("Dismissed on {date}: {reason}").format(date=format_date(dismissal.noted), reason=dismissal.reason)
        lines += [[Run(part, Tone.NORMAL)] for part in wrap(words, width)]
    return lines


def count_line(found: Sequence[Judged], width: int) -> Line:
    """How many findings there are of each severity, and how many were put aside; in fewer words where it is narrow."""
    left = still_open(found)
    total = ngettext("{count} point to look at.", "{count} points to look at.", len(left)).format(count=len(left))
    short = str(len(left))
    line: Line = []
    for words, gap in ((total, 3), (total, 2), (short, 3), (short, 2)):
        line = [Run(words if left else _("Nothing is missing."), Tone.STRONG)]
        for each in SEVERITIES:
            count = sum(1 for one in left if one.finding.severity is each)
            line += [Run(" " * gap + f"{_(each.label)} {count}", each.tone)] if count else []
        if dismissed := len(found) - len(left):
            line.append(Run(" " * gap + _("Dismissed {count}").format(count=dismissed), Tone.MUTED))
        if line_width(line) <= width:
            break
    return line
