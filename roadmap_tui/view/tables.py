"""Which columns each kind of record shows: declared fields, and what follows from the plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from typing import Any

from roadmap_tui.i18n import N_, _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Field, Kind, Tone
from roadmap_tui.model.handles import number_sort_key
from roadmap_tui.model.milestone import Checkpoint, Milestone
from roadmap_tui.model.person import Person
from roadmap_tui.model.record import Record, fields_of, shown_fields
from roadmap_tui.model.registry import TABLES
from roadmap_tui.model.risk import Measure, Risk
from roadmap_tui.planning.risks import RiskLevel, is_opportunity
from roadmap_tui.view import hands
from roadmap_tui.view.chapter_tables import COLUMNS
from roadmap_tui.view.columns import Column, ViewContext, field_column, field_key, status_line
from roadmap_tui.view.findings import FindingRow, finding_columns
from roadmap_tui.view.formats import bar, format_date
from roadmap_tui.view.sections import SectionRow, section_columns
from roadmap_tui.view.supplied import SuppliedRow, supplied_columns
from roadmap_tui.view.text import Line, Run, one_line

_NUMBER_WIDTH, _BAR_WIDTH, _TITLE_WIDTH = 4, 8, 44


def _paint_number(record: Record, context: ViewContext, width: int) -> Line:
    number = one_line(record.number)
    if record.id in context.waiting:
        return [Run(f"{context.glyphs.sign('differs')}{number}", Tone.WARN)]
    return [Run(number, Tone.MUTED)]


NUMBER = Column(
    "number", N_("No."), _NUMBER_WIDTH, 3, _paint_number, lambda record, context: number_sort_key(record.number), drop=1
)


def _warned(text: str, tone: Tone, context: ViewContext, width: int) -> Line:
    sign = context.glyphs.warning
    return [Run(sign if width < 4 else f"{sign} {text}", tone)]


def activity_status(activity: Activity, context: ViewContext, width: int) -> Line:
    """Status as sign and word; what is late says so instead."""
    outlook = context.outlook.activity(activity)
    if outlook.late:
        return _warned(_("Late"), Tone.BAD, context, width)
    if outlook.late_start:
        return _warned(_("Start is due"), Tone.WARN, context, width)
    return status_line(fields_of(Activity)["status"], activity.status, context, width)


def _activity_standing(activity: Activity, context: ViewContext) -> tuple[int, Any]:
    """What the status column sorts by: what it shows, so late first, then what should have started."""
    outlook = context.outlook.activity(activity)
    warned = 0 if outlook.late else 1 if outlook.late_start else 2
    return warned, field_key(fields_of(Activity)["status"], activity.status, context)


def _paint_activity_title(activity: Activity, context: ViewContext, width: int) -> Line:
    finished = context.outlook.activity(activity).finished
    title = Run(one_line(activity.title), Tone.MUTED if finished else Tone.STRONG)
    return [Run(_("Option: "), Tone.MUTED), title] if activity.optional else [title]


def milestone_status(milestone: Milestone, context: ViewContext, width: int) -> Line:
    """Status as sign and word; what is late says so instead."""
    if context.outlook.milestone(milestone).late:
        return _warned(_("Late"), Tone.BAD, context, width)
    return status_line(fields_of(Milestone)["status"], milestone.status, context, width)


def progress_line(done: int, total: int, context: ViewContext, width: int) -> Line:
    """A bar with its numbers; the numbers alone where there is no room."""
    numbers = f"{done}/{total}" if total else "-"
    room = width - 6
    if room < 4 or not total:
        return [Run(numbers, Tone.MUTED if not total else Tone.NORMAL)]
    drawn, rest = bar(done / total, room, context.glyphs)
    return [Run(drawn, Tone.GOOD), Run(rest, Tone.MUTED), Run(f" {numbers:>5}", Tone.NORMAL)]


def _paint_milestone_progress(milestone: Milestone, context: ViewContext, width: int) -> Line:
    outlook = context.outlook.milestone(milestone)
    return progress_line(outlook.done, outlook.total, context, width)


def _due_line(due: date | None, late: bool) -> Line:
    return [Run(format_date(due), Tone.BAD if late else Tone.NORMAL)]


def _paint_milestone_due(milestone: Milestone, context: ViewContext, width: int) -> Line:
    outlook = context.outlook.milestone(milestone)
    return _due_line(outlook.due, outlook.late)


def _paint_tick(checkpoint: Checkpoint, context: ViewContext, width: int) -> Line:
    glyphs = context.glyphs
    if checkpoint.status == "na":
        return [Run("[" + glyphs.sign("cancelled") + "]", Tone.MUTED)]
    done = checkpoint.status == "done"
    return [Run(glyphs.checked if done else glyphs.unchecked, Tone.GOOD if done else Tone.NORMAL)]


def _paint_checkpoint_title(checkpoint: Checkpoint, context: ViewContext, width: int) -> Line:
    tone = Tone.MUTED if checkpoint.status != "open" else Tone.NORMAL
    note = checkpoint.reason if checkpoint.status == "na" else checkpoint.evidence
    beside = [Run(f"  {one_line(note)}", Tone.MUTED)] if note.strip() else []
    late = context.outlook.checkpoint(checkpoint).late
    sign = [Run(context.glyphs.warning + " ", Tone.BAD)] if late else []
    return [*sign, Run(one_line(checkpoint.title), tone), *beside]


def _paint_checkpoint_due(checkpoint: Checkpoint, context: ViewContext, width: int) -> Line:
    outlook = context.outlook.checkpoint(checkpoint)
    return _due_line(outlook.due, outlook.late)


def risk_level_line(risk: Risk, context: ViewContext, width: int) -> Line:
    """The class of a risk as letter and word, or a dash where it was not scored."""
    outlook = context.outlook.risk(risk)
    level = outlook.level
    if level is None:
        return [Run("-", Tone.MUTED)]
    tone = risk_tone(risk, level) if outlook.open else Tone.MUTED
    return [Run(level.letter if width < 4 else f"{level.letter} {_(level.label)}", tone)]


def risk_tone(risk: Risk, level: RiskLevel) -> Tone:
    """The tone of a class; an opportunity has none of its own, because green, amber and red are for threats."""
    return Tone.NORMAL if is_opportunity(risk) else Tone(level.tone)


def _paint_score(risk: Risk, context: ViewContext, width: int) -> Line:
    score = context.outlook.risk(risk).score
    return [Run("" if score is None else str(score), Tone.NORMAL)]


def _score_key(risk: Risk, context: ViewContext) -> Any:
    outlook = context.outlook.risk(risk)
    return (outlook.open, outlook.score or 0)


def _paint_risk_title(risk: Risk, context: ViewContext, width: int) -> Line:
    title = Run(one_line(risk.title), Tone.STRONG if context.outlook.risk(risk).open else Tone.MUTED)
    return [Run("+ ", Tone.MUTED), title] if is_opportunity(risk) else [title]


def _activity_columns() -> tuple[Column, ...]:
    def moment(activity: Activity, context: ViewContext) -> Any:
        return context.outlook.activity(activity).start or date.max

    when = field_column(Activity, "when", minimum=12, drop=2)
    return (
        NUMBER,
        Column("status", N_("Status"), 18, 1, activity_status, _activity_standing, grow=0, whole=True),
        Column(
            "title", N_("Activity"), 44, 30, _paint_activity_title, field_column(Activity, "title").key, flex=5, grow=1
        ),
        field_column(Activity, "lead", minimum=12, drop=3, flex=2),
        Column("when", when.label, when.width, when.minimum, when.paint, moment, when.drop, 1, grow=3),
        field_column(Activity, "workform", minimum=8, drop=6, flex=2),
        field_column(Activity, "sessions", minimum=10, drop=4, flex=1),
        field_column(Activity, "participants", minimum=10, drop=5, flex=3, muted=True),
    )


def _milestone_columns() -> tuple[Column, ...]:
    def due(milestone: Milestone, context: ViewContext) -> Any:
        return context.outlook.milestone(milestone).due or date.max

    def share(milestone: Milestone, context: ViewContext) -> Any:
        return context.outlook.milestone(milestone).progress

    return (
        NUMBER,
        Column(
            "status", N_("Status"), 18, 1, milestone_status, field_column(Milestone, "status").key, grow=1, whole=True
        ),
        field_column(Milestone, "title", minimum=32, flex=2, strong=True, grow=2),
        Column(
            "progress",
            N_("Progress"),
            _BAR_WIDTH + 6,
            6,
            _paint_milestone_progress,
            share,
            drop=3,
            flex=2,
            grow=0,
            whole=True,
            outlasts=3,
        ),
        Column("due", N_("Due"), 10, 10, _paint_milestone_due, due, drop=2),
        field_column(Milestone, "owner", minimum=16, drop=4, flex=1, muted=True),
    )


def _checkpoint_columns() -> tuple[Column, ...]:
    def due(checkpoint: Checkpoint, context: ViewContext) -> Any:
        return context.outlook.checkpoint(checkpoint).due or date.max

    return (
        Column("status", "", 3, 3, _paint_tick, field_column(Checkpoint, "status").key),
        Column(
            "title",
            N_("Checkpoint"),
            60,
            54,
            _paint_checkpoint_title,
            field_column(Checkpoint, "title").key,
            flex=4,
            grow=1,
        ),
        field_column(Checkpoint, "role", minimum=14, drop=3, flex=1, muted=True),
        Column("due", N_("Due"), 10, 10, _paint_checkpoint_due, due, drop=2),
    )


def _risk_columns() -> tuple[Column, ...]:
    return (
        NUMBER,
        Column("level", N_("Class"), 11, 1, risk_level_line, _score_key, descending=True, grow=1, whole=True),
        Column("score", N_("Score"), 5, 5, _paint_score, _score_key, drop=5, right=True, descending=True),
        Column("title", N_("Risk"), 44, 30, _paint_risk_title, field_column(Risk, "title").key, flex=4, grow=2),
        field_column(Risk, "status", minimum=1, drop=2, width=15, grow=0, outlasts=5),
        field_column(Risk, "trend", minimum=1, drop=4, grow=6),
        field_column(Risk, "owner", minimum=14, drop=6, flex=1, muted=True),
    )


def _measure_columns() -> tuple[Column, ...]:
    return (
        NUMBER,
        field_column(Measure, "status", minimum=1, grow=0, width=11, outlasts=2),
        field_column(Measure, "title", minimum=28, flex=4, grow=1),
        field_column(Measure, "kind", minimum=10, drop=4, muted=True),
        field_column(Measure, "owner", minimum=12, drop=3, flex=1, muted=True),
        field_column(Measure, "due", minimum=10, drop=2),
    )


def _person_columns() -> tuple[Column, ...]:
    return (
        NUMBER,
        field_column(Person, "title", minimum=18, flex=2, strong=True),
        field_column(Person, "role", minimum=14, drop=3, flex=1),
        field_column(Person, "organisation", minimum=14, drop=4, flex=1),
        field_column(Person, "kind", minimum=8, drop=5, muted=True),
        field_column(Person, "contact", minimum=14, drop=2, flex=1),
    )


_STRETCHED = (Kind.PEOPLE, Kind.REF, Kind.WHEN)


def _least(field: Field, first: bool) -> int:
    """The cells below which a column is of no use: a date is not cut, a title stays readable, a sign is enough."""
    if any(choice.glyph for choice in field.choices):
        return 1
    if field.kind in (Kind.DATE, Kind.NUMBER, Kind.DECIMAL, Kind.SCALE):
        return field.width
    return 34 if first else min(field.width, 13)


def _default_columns(record_type: type[Record]) -> tuple[Column, ...]:
    """The number and the short fields in declaration order, for a kind of record without columns of its own."""
    short = [field for field in shown_fields(record_type) if field.kind not in (Kind.LONG, Kind.FLAG)][:7]
    fields = [
        field_column(
            record_type,
            field.name,
            minimum=_least(field, first=not place),
            drop=place + 1 if place else 0,
            flex=4 if not place else int(field.kind in _STRETCHED),
            strong=not place,
            grow=5 if place else 1,
            width=field.width if place else max(field.width, _TITLE_WIDTH),
        )
        for place, field in enumerate(short)
    ]
    return (NUMBER, *fields) if record_type.PREFIX else tuple(fields)


_OWN = {
    "activities": _activity_columns,
    "milestones": _milestone_columns,
    "checkpoints": _checkpoint_columns,
    "risks": _risk_columns,
    "measures": _measure_columns,
    "people": _person_columns,
}
_HOMES: Mapping[str, str] = {
    "lights": "roadmap_tui.view.lights",
    **dict.fromkeys(("frameworks", "teams"), "roadmap_tui.view.programme_tables"),
    "budget": "roadmap_tui.view.money_tables",
    **dict.fromkeys(("kpis", "roadmap_items"), "roadmap_tui.view.toolkit_tables"),
}
"""Where the columns of tables stand that few plans use; imported when they are shown."""
DEFAULT_SORT: Mapping[str, str] = {"risks": "level"}


def columns_of(table: str) -> tuple[Column, ...]:
    """The columns of a table."""
    if table == "chapters":
        return (NUMBER, *section_columns(N_("Chapter")))
    if table in _HOMES:
        return (NUMBER, *import_module(_HOMES[table]).COLUMNS[table]())
    if table == SectionRow.TABLE:
        return (NUMBER, *section_columns(N_("Section")))
    if table == SuppliedRow.TABLE:
        return supplied_columns()
    if table == FindingRow.TABLE:
        return finding_columns()
    if table in hands.COLUMNS:
        return hands.COLUMNS[table]()
    if table in COLUMNS:
        return (NUMBER, *COLUMNS[table]())
    return _OWN[table]() if table in _OWN else _default_columns(TABLES[table])
