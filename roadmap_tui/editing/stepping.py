"""What people do to the run-sheet: begin and end steps, decide, measure rehearsals and take over what they took.

Each answers the changes to make, or raises UsageError with the reason why not. Moments are local time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.ids import new_id
from roadmap_tui.model.parsing import parse_value
from roadmap_tui.model.record import fields_of
from roadmap_tui.model.runsheet import Measurement, Rehearsal, RunStep
from roadmap_tui.planning.cutover import Cutover, minutes_between
from roadmap_tui.planning.runsheet import write_stamp
from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables

_CLEAN: Mapping[str, Any] = {"status": "todo", "actual": "", "actual_end": "", "decision": "", "decided_by": ""}


def begin(step: RunStep, now: datetime) -> tuple[Change, ...]:
    """The step begins now."""
    if step.status == "active":
        raise UsageError(_("{step} is busy already.").format(step=step.number))
    if step.status != "todo":
        raise UsageError(_("{step} is over already; u takes your last change back.").format(step=step.number))
    return edits.set_fields(step, {"status": "active", "actual": write_stamp(now)})


def end(step: RunStep, now: datetime, status: str = "done") -> tuple[Change, ...]:
    """The step ends now; one that had not begun takes no time."""
    if step.status not in ("active", "todo"):
        raise UsageError(_("{step} is over already; u takes your last change back.").format(step=step.number))
    if step.go_no_go and status == "done" and not step.decision:
        raise UsageError(_("Here somebody decides first: go or no go."))
    return edits.set_fields(step, {**_begun(step, now), "status": status, "actual_end": write_stamp(now)})


def skip(step: RunStep) -> tuple[Change, ...]:
    """The step is left out."""
    if step.status not in ("active", "todo"):
        raise UsageError(_("{step} is over already; u takes your last change back.").format(step=step.number))
    return edits.set_fields(step, {"status": "skipped"})


def decide(step: RunStep, decision: str, who: str, now: datetime) -> tuple[Change, ...]:
    """Go or no go, by somebody with a name or a role; the step ends with it."""
    if not step.go_no_go:
        raise UsageError(_("{step} is not a go/no-go moment.").format(step=step.number))
    if not who.strip():
        raise UsageError(_("Say who decided it."))
    status = "done" if decision == "go" else "failed"
    fields = {"decision": decision, "decided_by": who.strip(), "status": status, "actual_end": write_stamp(now)}
    return edits.set_fields(step, {**_begun(step, now), **fields})


def _begun(step: RunStep, now: datetime) -> dict[str, str]:
    return {} if step.actual.strip() else {"actual": write_stamp(now)}


def clean(steps: Iterable[RunStep]) -> tuple[Change, ...]:
    """All steps as if nothing had happened. Raises UsageError where nothing did."""
    changes = tuple(
        change
        for step in steps
        if any(getattr(step, name) != value for name, value in _CLEAN.items())
        for change in edits.set_fields(step, dict(_CLEAN))
    )
    if not changes:
        raise UsageError(_("No step of the run-sheet has begun."))
    return changes


def keep_as_rehearsal(tables: Tables, found: Cutover, title: str) -> tuple[Change, ...]:
    """What every step took becomes a rehearsal, and the run-sheet is clean again. Raises UsageError."""
    timed = [row for row in found.rows if row.began and row.ended and row.step.status in ("done", "failed")]
    if not timed:
        raise UsageError(_("No step has begun and ended; there is nothing to keep."))
    first = min(row.began for row in timed if row.began)
    rehearsal = new_id()
    made = edits.add_many(tables, [(Rehearsal.TABLE, rehearsal, {"title": title, "day": first.date().isoformat()})])
    rows = [
        {"rehearsal": rehearsal, "step": row.step.id, "minutes": max(0, minutes_between(row.began, row.ended))}
        for row in timed
    ]
    return (*made, *edits.add_records(tables, Measurement.TABLE, rows), *clean(row.step for row in found.rows))


def measure(
    tables: Tables, known: Sequence[Measurement], rehearsal: Rehearsal, step: RunStep, text: str
) -> tuple[Change, ...]:
    """What a step took in a rehearsal, as somebody types it: minutes, or hours and minutes as 2.30.

    Raises UsageError where that cannot be read; nothing typed removes what was measured.
    """
    minutes = read_minutes(text)
    found = next((each for each in known if each.rehearsal == rehearsal.id and each.step == step.id), None)
    if found is not None:
        if minutes is None:
            return (Change(Measurement.TABLE, found.id, action="delete"),)
        return edits.set_fields(found, {"minutes": minutes})
    if minutes is None:
        return ()
    row = {"rehearsal": rehearsal.id, "step": step.id, "minutes": minutes}
    return edits.add_records(tables, Measurement.TABLE, [row])


def read_minutes(text: str) -> int | None:
    """45, 2.30 or 2:30 (hours and minutes) as minutes; None for nothing. Raises UsageError."""
    hours, _sign, minutes = text.strip().replace(":", ".").partition(".")
    if hours.isdecimal() and len(minutes) == 2 and minutes.isdecimal() and int(minutes) < 60 and len(hours) <= 3:
        return 60 * int(hours) + int(minutes)
    value = parse_value(fields_of(Measurement)["minutes"], text.strip())
    return None if value is None else int(value)


def take_durations(steps: Iterable[RunStep], measured: Mapping[int, int], name: str) -> tuple[Change, ...]:
    """The planned durations become those of a rehearsal, by step id. Raises UsageError where none differs."""
    changes = tuple(
        change
        for step in steps
        if step.id in measured and measured[step.id] != step.minutes
        for change in edits.set_fields(step, {"minutes": measured[step.id]})
    )
    if not changes:
        raise UsageError(_("The planned durations are those of {rehearsal} already.").format(rehearsal=name))
    return changes
