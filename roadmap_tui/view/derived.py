"""What follows from a record, as named values: for JSON, for conditions and for lists on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from roadmap_tui.i18n import N_
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Choice, Field, Kind
from roadmap_tui.model.milestone import Checkpoint, Milestone
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record
from roadmap_tui.model.risk import Risk
from roadmap_tui.model.runsheet import RunStep
from roadmap_tui.model.scope import Precondition
from roadmap_tui.planning.risks import levels

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_LEVEL_CHOICES = tuple(Choice(level.code, level.label) for level in levels(Plan()))


def _field(name: str, label: str, kind: Kind, choices: tuple[Choice, ...] = ()) -> Field:
    return Field(name=name, label=label, help="", kind=kind, choices=choices)


_DUE = _field("due", N_("Due"), Kind.DATE)
_LATE = _field("late", N_("Late"), Kind.FLAG)
_PROGRESS = _field("progress", N_("Progress"), Kind.PERCENT)
_FIELDS: Mapping[str, tuple[Field, ...]] = {
    Activity.TABLE: (
        _field("leads", N_("Leads"), Kind.TEXT),
        _field("start", N_("Start"), Kind.DATE),
        _field("end", N_("End"), Kind.DATE),
        _field("dates", N_("Dates"), Kind.DATE),
        _field("precision", N_("Precision"), Kind.TEXT),
        _field("total_hours", N_("Total hours"), Kind.DECIMAL),
        _LATE,
        _field("critical", N_("Critical"), Kind.FLAG),
        _field("slack_days", N_("Slack in days"), Kind.NUMBER),
    ),
    Milestone.TABLE: (
        _DUE,
        _field("done", N_("Points in order"), Kind.NUMBER),
        _field("total", N_("Points"), Kind.NUMBER),
        _PROGRESS,
        _LATE,
    ),
    Checkpoint.TABLE: (_DUE, _LATE),
    Precondition.TABLE: (_DUE, _LATE),
    "roadmap_items": (
        _field("place", N_("Place"), Kind.NUMBER),
        _field("score", N_("Score"), Kind.NUMBER),
        _field("why", N_("Why"), Kind.TEXT),
    ),
    "kpis": (_field("latest", N_("Latest"), Kind.DECIMAL), _field("effect", N_("How it goes"), Kind.TEXT)),
    "bottlenecks": (_field("ends", N_("Solved"), Kind.TEXT),),
    RunStep.TABLE: (_field("start", N_("Begins"), Kind.TEXT), _field("end", N_("Ends"), Kind.TEXT)),
    Risk.TABLE: (
        _field("score", N_("Score"), Kind.NUMBER),
        _field("level", N_("Level"), Kind.CHOICE, _LEVEL_CHOICES),
        _field("rest_score", N_("Remaining score"), Kind.NUMBER),
        _field("rest_level", N_("Remaining level"), Kind.CHOICE, _LEVEL_CHOICES),
    ),
}
_REDESIGN = ("roadmap_items", "kpis", "bottlenecks")
_ALSO: Mapping[str, tuple[Field, ...]] = {
    Activity.TABLE: (_PROGRESS, _field("late_start", N_("Should have started"), Kind.FLAG)),
}


def askable_fields(table: str) -> dict[str, Field]:
    """The derived values that conditions can name."""
    return {field.name: field for field in (*_FIELDS.get(table, ()), *_ALSO.get(table, ()))}


def derived(outlook: Outlook, record: Record) -> dict[str, Any]:
    """What follows from a record today, in plain values with ISO dates; empty for tables without any."""
    return _values(outlook, record, _FIELDS.get(record.TABLE, ()))


def askable(outlook: Outlook, record: Record) -> dict[str, Any]:
    """The values of `askable_fields`."""
    return _values(outlook, record, tuple(askable_fields(record.TABLE).values()))


def _values(outlook: Outlook, record: Record, fields: tuple[Field, ...]) -> dict[str, Any]:
    known = _known(outlook, record)
    return {field.name: _plain(_first(known, field.name)) for field in fields} if known else {}


def _first(known: tuple[Any, ...], name: str) -> Any:
    """The value called `name` from whichever reading has it; None where none does."""
    return next((getattr(reading, name) for reading in known if hasattr(reading, name)), None)


def _known(outlook: Outlook, record: Record) -> tuple[Any, ...]:
    match record:
        case Activity():
            return outlook.activity(record), outlook.scheduled(record)
        case Milestone():
            return (outlook.milestone(record),)
        case Precondition():
            return (outlook.precondition(record),)
        case RunStep():
            return (outlook.run_sheet.get(record.id),)
        case Checkpoint():
            return (outlook.checkpoint(record),)
        case Risk():
            return (outlook.risk(record),)
    return _of_redesign(outlook, record) if record.TABLE in _REDESIGN else ()


def _of_redesign(outlook: Outlook, record: Record) -> tuple[Any, ...]:
    """The place of a roadmap item, the course of an indicator, or whether a bottleneck is solved."""
    from roadmap_tui.model.journeys import Bottleneck
    from roadmap_tui.model.toolkit import Kpi
    from roadmap_tui.planning.indicators import kpi_outlook
    from roadmap_tui.planning.trace import trace_of
    from roadmap_tui.view.toolkit_tables import ranked

    if isinstance(record, Kpi):
        return (kpi_outlook(outlook, record),)
    if isinstance(record, Bottleneck):
        return (_Ends(trace_of(outlook).ends(record)),)
    return tuple(filter(None, [ranked(outlook).get(record.id)]))


class _Ends(msgspec.Struct, frozen=True):
    ends: str


def _plain(value: Any) -> Any:
    return getattr(value, "code", None) or msgspec.to_builtins(value)
