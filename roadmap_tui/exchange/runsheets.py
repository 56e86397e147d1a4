"""The run-sheet as plain values for other programs: moments in ISO 8601, durations in minutes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from roadmap_tui.planning.cutover import Cutover, StepProgress
from roadmap_tui.planning.rehearsals import rehearsals

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


def run_sheet_json(outlook: Outlook, found: Cutover) -> dict[str, Any]:
    """The steps as planned and as they are, the last ways back, and what the rehearsals measured."""
    held = rehearsals(outlook)
    return {
        "now": _iso(found.now),
        "started": found.started,
        "finished": found.finished,
        "shift_days": found.shift,
        "planned_end": _iso(found.planned_end),
        "end": _iso(found.end),
        "steps": [
            _step(row, {each.rehearsal.number: each.minutes.get(row.step.id) for each in held}) for row in found.rows
        ],
        "ways_back": [
            {
                "step": point.progress.step.number,
                "deadline": _iso(point.deadline),
                "expected": _iso(point.expected),
                "passed": point.passed,
            }
            for point in found.points
        ],
        "rehearsals": [
            {
                "number": each.rehearsal.number,
                "title": each.rehearsal.title,
                "day": each.rehearsal.day.isoformat() if each.rehearsal.day else None,
                "total_minutes": each.total,
            }
            for each in held
        ],
    }


def _step(row: StepProgress, measured: dict[str, int | None]) -> dict[str, Any]:
    step = row.step
    return {
        "id": step.id,
        "number": step.number,
        "title": step.title,
        "who": step.who,
        "minutes": step.minutes,
        "status": step.status,
        "check": step.check,
        "go_no_go": step.go_no_go,
        "decision": step.decision,
        "decided_by": step.decided_by,
        "fallback": step.fallback,
        "planned_start": _iso(row.planned_start),
        "planned_end": _iso(row.planned_end),
        "start": _iso(row.start),
        "end": _iso(row.end),
        "began": _iso(row.began),
        "ended": _iso(row.ended),
        "delay_minutes": row.delay,
        "measured_minutes": measured,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment else None
