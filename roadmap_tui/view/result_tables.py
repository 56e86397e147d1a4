"""The columns of what the milestones deliver: run-sheet, rehearsals, norms, training, support, open points."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from roadmap_tui.i18n import N_
from roadmap_tui.model.aftercare import EndCriterion, OpenPoint
from roadmap_tui.model.agreement import SlaNorm
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.runsheet import Rehearsal, RunStep
from roadmap_tui.model.support import SupportTask
from roadmap_tui.model.training import TrainingGroup
from roadmap_tui.planning.aftercare import SETTLED
from roadmap_tui.planning.rehearsals import RehearsalOutlook, rehearsals
from roadmap_tui.planning.training import ENOUGH, training
from roadmap_tui.view.columns import Column, ViewContext, field_column
from roadmap_tui.view.formats import bar, clock, duration, format_date, short_date
from roadmap_tui.view.text import Line, Run, one_line

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_SHOWN: Final = 3
_BAR: Final = 8


@lru_cache(maxsize=1)
def _rehearsals(outlook: Outlook) -> list[RehearsalOutlook]:
    """The rehearsals of the state that is being painted: every row asks for them."""
    return rehearsals(outlook)


def moment_text(moment: datetime | None) -> str:
    """vr 30-10 17.00; empty where it is not known."""
    return f"{short_date(moment.date())} {clock(moment):>5}" if moment else ""


def _step_start(step: RunStep, context: ViewContext) -> datetime | None:
    found = context.outlook.run_sheet.get(step.id)
    return found.start if found else None


def _paint_start(step: RunStep, context: ViewContext, width: int) -> Line:
    text = moment_text(_step_start(step, context))
    if not text:
        return [Run(one_line(f"{step.offset} {step.time}".strip()) or "-", Tone.MUTED)]
    return [Run(text, Tone.NORMAL)]


def _paint_step(step: RunStep, context: ViewContext, width: int) -> Line:
    over = step.status in ("done", "skipped")
    title = Run(one_line(step.title), Tone.MUTED if over else Tone.STRONG)
    return [Run(context.glyphs.diamond + " ", Tone.ACCENT), title] if step.go_no_go else [title]


def measured(step: RunStep, outlook: Outlook) -> list[int | None]:
    """What the step took in each of the last rehearsals, the newest last; None where it was not measured."""
    return [found.minutes.get(step.id) for found in _rehearsals(outlook)[-_SHOWN:]]


def _paint_measured(step: RunStep, context: ViewContext, width: int) -> Line:
    found = measured(step, context.outlook)
    parts = ["-" if each is None else duration(each) for each in found]
    if not parts:
        return []
    newest = found[-1]
    over = newest is not None and step.minutes is not None and newest > step.minutes
    earlier = "".join(f"{part:>6} " for part in parts[:-1])
    return [Run(earlier, Tone.MUTED), Run(f"{parts[-1]:>6}", Tone.WARN if over else Tone.NORMAL)]


def _paint_length(step: RunStep, context: ViewContext, width: int) -> Line:
    return [Run("" if step.minutes is None else duration(step.minutes), Tone.NORMAL)]


def run_sheet_columns() -> tuple[Column, ...]:
    """When a step begins, how long it takes and took in rehearsals, what is done and by whom."""
    length = field_column(RunStep, "minutes").key
    return (
        field_column(RunStep, "status", minimum=2, grow=6, width=14),
        Column("start", N_("Begins"), 15, 15, _paint_start, lambda s, c: _step_start(s, c) or datetime.max),
        Column("minutes", N_("Takes"), 6, 6, _paint_length, length, drop=4, right=True),
        Column("title", N_("Step"), 44, 22, _paint_step, field_column(RunStep, "title").key, flex=4, grow=1),
        field_column(RunStep, "who", minimum=13, drop=2, flex=1, muted=True),
        Column("measured", N_("Rehearsals"), 20, 20, _paint_measured, length, drop=5),
    )


def _of_rehearsal(rehearsal: Rehearsal, context: ViewContext) -> RehearsalOutlook | None:
    return next((found for found in _rehearsals(context.outlook) if found.rehearsal.id == rehearsal.id), None)


def rehearsal_columns() -> tuple[Column, ...]:
    """When it was held, with which data, and how long all steps took together."""

    def total(rehearsal: Rehearsal, context: ViewContext) -> int:
        found = _of_rehearsal(rehearsal, context)
        return found.total if found else 0

    def paint(rehearsal: Rehearsal, context: ViewContext, width: int) -> Line:
        return [Run(duration(total(rehearsal, context)), Tone.NORMAL)]

    return (
        field_column(Rehearsal, "day", minimum=10),
        field_column(Rehearsal, "title", minimum=20, flex=2, strong=True, grow=1, width=44),
        Column("total", N_("Took"), 8, 8, paint, total, right=True),
        field_column(Rehearsal, "data", minimum=16, drop=2, flex=2, muted=True),
    )


def norm_columns() -> tuple[Column, ...]:
    """The norm, what is promised, how it is measured and where that is reported."""
    return (
        field_column(SlaNorm, "title", minimum=30, flex=3, strong=True, grow=1, width=44),
        field_column(SlaNorm, "value", minimum=16, flex=2, grow=2),
        field_column(SlaNorm, "measured", minimum=16, drop=3, flex=2, muted=True),
        field_column(SlaNorm, "reporting", minimum=14, drop=2, flex=2, muted=True),
    )


def training_columns() -> tuple[Column, ...]:
    """The group, how many of them are trained as a bar, when and by whom."""

    def share(group: TrainingGroup, context: ViewContext) -> int:
        found = training(context.outlook, [group]).share
        return -1 if found is None else found

    def paint(group: TrainingGroup, context: ViewContext, width: int) -> Line:
        found = training(context.outlook, [group])
        if found.share is None:
            return [Run("-", Tone.MUTED)]
        drawn, rest = bar(found.share / 100, _BAR, context.glyphs)
        tone = Tone.GOOD if found.share >= ENOUGH else Tone.NORMAL
        numbers = f" {found.trained:>3}/{found.planned:<3} {found.share:>3}%"
        return [Run(drawn, Tone.GOOD), Run(rest, Tone.MUTED), Run(numbers, tone)]

    return (
        field_column(TrainingGroup, "title", minimum=20, flex=3, strong=True, grow=1, width=44),
        Column("share", N_("Trained"), _BAR + 13, _BAR + 13, paint, share, descending=True),
        field_column(TrainingGroup, "when", minimum=14, flex=1, grow=2),
        field_column(TrainingGroup, "form", minimum=16, drop=3, flex=2, muted=True),
        field_column(TrainingGroup, "trainer", minimum=12, drop=2, flex=1, muted=True),
    )


def support_columns() -> tuple[Column, ...]:
    """Whether it is arranged, what, who does it and who stands in."""
    return (
        field_column(SupportTask, "status", minimum=2, grow=6, width=18),
        field_column(SupportTask, "title", minimum=30, flex=3, strong=True, grow=1, width=44),
        field_column(SupportTask, "kind", minimum=11, drop=3, muted=True),
        field_column(SupportTask, "owner", minimum=14, flex=1),
        field_column(SupportTask, "stand_in", minimum=14, drop=2, flex=1, muted=True),
    )


def open_point_columns() -> tuple[Column, ...]:
    """How urgent, what, whose, and by when; what is settled recedes."""

    def title(point: OpenPoint, context: ViewContext, width: int) -> Line:
        return [Run(one_line(point.title), Tone.MUTED if point.status in SETTLED else Tone.STRONG)]

    def due(point: OpenPoint, context: ViewContext, width: int) -> Line:
        late = point.due is not None and point.due < context.outlook.today and point.status not in SETTLED
        return [Run(format_date(point.due), Tone.BAD if late else Tone.NORMAL)]

    return (
        field_column(OpenPoint, "priority", minimum=10, width=10),
        field_column(OpenPoint, "status", minimum=2, grow=6, width=15),
        Column("title", N_("Open point"), 44, 22, title, field_column(OpenPoint, "title").key, flex=4, grow=1),
        field_column(OpenPoint, "owner", minimum=13, drop=2, flex=1),
        Column("due", N_("Due"), 10, 10, due, field_column(OpenPoint, "due").key, drop=3),
    )


def end_criterion_columns() -> tuple[Column, ...]:
    """Whether it is met, what, and who says so."""
    return (
        field_column(EndCriterion, "status", minimum=2, grow=6, width=15),
        field_column(EndCriterion, "title", minimum=22, flex=3, strong=True, grow=1, width=44),
        field_column(EndCriterion, "owner", minimum=14, drop=2, flex=1, muted=True),
    )


COLUMNS: Final[dict[str, Any]] = {
    "runsheet": run_sheet_columns,
    "rehearsals": rehearsal_columns,
    "norms": norm_columns,
    "training": training_columns,
    "support": support_columns,
    "open_points": open_point_columns,
    "end_criteria": end_criterion_columns,
}
