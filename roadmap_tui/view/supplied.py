"""What the supplier's plan holds and lacks, as rows of a list and as lines of text."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final

from roadmap_tui.i18n import N_, _
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.planning.standardplan import STATE_LABELS, Comparison, Part
from roadmap_tui.view.columns import Column, ViewContext
from roadmap_tui.view.text import Line, Run, one_line, wrap

_SIGNS: Final = {
    "sure": ("done", Tone.GOOD),
    "likely": ("active", Tone.NORMAL),
    "mentioned": ("choice", Tone.WARN),
    "lacking": ("bad", Tone.BAD),
}
_KINDS: Final = {"chapter": N_("Chapter"), "result": N_("Result")}


class SuppliedRow(Record, frozen=True, kw_only=True):
    """One chapter or result in a list; made by comparing, never stored."""

    TABLE: ClassVar[str] = "supplied"
    LABEL: ClassVar[str] = N_("Part")
    PLURAL: ClassVar[str] = N_("Parts")

    title: Annotated[str, f.text(N_("Part"))] = ""
    heading: Annotated[str, f.text(N_("Found as"))] = ""
    part: Part
    in_plan: bool = False


def supplied_rows(found: Comparison, in_plan: set[str]) -> list[SuppliedRow]:
    """The ten chapters and the seven results, in their own order."""
    return [
        SuppliedRow(
            id=place,
            title=_(part.label)[:1].upper() + _(part.label)[1:],
            heading=part.heading,
            part=part,
            in_plan=part.code in in_plan,
        )
        for place, part in enumerate(found.parts, 1)
    ]


def _paint_state(row: SuppliedRow, context: ViewContext, width: int) -> Line:
    sign, tone = _SIGNS[row.part.state]
    return [Run(f"{context.glyphs.sign(sign)} {_(STATE_LABELS[row.part.state])}", tone)]


def _paint_kind(row: SuppliedRow, context: ViewContext, width: int) -> Line:
    return [Run(_(_KINDS[row.part.kind]), Tone.MUTED)]


def _paint_title(row: SuppliedRow, context: ViewContext, width: int) -> Line:
    return [Run(row.title, Tone.NORMAL if row.part.there else Tone.STRONG)]


def _paint_heading(row: SuppliedRow, context: ViewContext, width: int) -> Line:
    where = f"  {row.part.place}" if row.part.place else ""
    return [Run(one_line(row.heading)), Run(where, Tone.MUTED)]


def _paint_own(row: SuppliedRow, context: ViewContext, width: int) -> Line:
    return [Run(_("yes") if row.in_plan else _("no"), Tone.MUTED if row.in_plan or row.part.there else Tone.WARN)]


def supplied_columns() -> tuple[Column, ...]:
    """What it is, whether the supplier has it and where, and whether this plan has it."""

    def state(row: SuppliedRow, context: ViewContext) -> Any:
        return list(_SIGNS).index(row.part.state)

    return (
        Column("kind", N_("Kind"), 11, 11, _paint_kind, lambda row, context: row.id, drop=2),
        Column("title", N_("Part"), 34, 22, _paint_title, lambda row, context: row.title, flex=2, grow=1),
        Column("state", N_("Supplier"), 19, 19, _paint_state, state),
        Column("own", N_("This plan"), 9, 9, _paint_own, lambda row, context: row.in_plan),
        Column("heading", N_("Found as"), 40, 16, _paint_heading, lambda row, context: row.heading, 1, 3, grow=2),
    )


def summary(found: Comparison, source: str) -> str:
    """How much the supplier's plan holds, in one sentence."""
    chapters, results = (
        sum(1 for part in found.parts if part.kind == kind and part.there) for kind in ("chapter", "result")
    )
    return _("{source}: {chapters} of the 10 chapters and {results} of the 7 results").format(
        source=source, chapters=chapters, results=results
    )


def unknown_lines(found: Comparison, width: int) -> list[Line]:
    """The headings that are none of the chapters and results."""
    if not found.unknown:
        return []
    words = _("Other headings: {names}").format(names="; ".join(one_line(name) for name in found.unknown))
    return [[Run(part, Tone.MUTED)] for part in wrap(words, width)]
