"""Schedules as other programs get them: the JSON of `roadmap schedule`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from roadmap_tui.model.activity import Activity
from roadmap_tui.planning.contradictions import Names, conflicts_json

if TYPE_CHECKING:
    from roadmap_tui.planning.baseline import Comparison, Slip
    from roadmap_tui.planning.consequences import Consequences
    from roadmap_tui.planning.outlook import Outlook
    from roadmap_tui.planning.schedule import Schedule


def schedule_json(outlook: Outlook, schedule: Schedule) -> dict[str, Any]:
    """Dates, slack and critical path, in the plan's own order; loops are lists of numbers."""
    names = Names(outlook)
    activities = []
    for record in outlook.records(Activity.TABLE):
        found = schedule.tasks.get(record.id)
        if found is not None:
            activities.append(
                {
                    "id": record.id,
                    "number": record.number,
                    "title": record.title,
                    "early_start": _iso(found.early_start),
                    "early_finish": _iso(found.early_finish),
                    "late_start": _iso(found.late_start),
                    "late_finish": _iso(found.late_finish),
                    "slack_days": found.slack_days,
                    "critical": found.critical,
                }
            )
    return {
        "activities": activities,
        "finish": _iso(schedule.finish),
        "conflicts": conflicts_json(schedule.conflicts, names),
        "cycles": [[names.of(each) for each in loop] for loop in schedule.cycles],
    }


def consequences_json(outlook: Outlook, found: Consequences) -> dict[str, Any]:
    """What moves if one activity slips, in working days; `agreed` moves go against dates that people wrote."""
    names = Names(outlook)
    return {
        "activity": names.of(found.id),
        "slip_days": found.days,
        "moves": [
            {
                "id": move.id,
                "number": names.of(move.id),
                "old_start": _iso(move.old_start),
                "old_finish": _iso(move.old_finish),
                "new_start": _iso(move.new_start),
                "new_finish": _iso(move.new_finish),
                "agreed": move.agreed,
            }
            for move in found.moves
        ],
        "old_finish": _iso(found.old_finish),
        "new_finish": _iso(found.new_finish),
        "conflicts": conflicts_json(found.conflicts, names),
    }


def comparison_json(found: Comparison, removed: Mapping[int, str]) -> dict[str, Any]:
    """A plan beside its baseline; slips in working days, positive is later."""
    return {
        "baseline": {
            "id": found.baseline.id,
            "number": found.baseline.number,
            "title": found.baseline.title,
            "saved": _iso(found.baseline.saved),
        },
        "milestones": [_slip(slip) for slip in found.milestones],
        "activities": [_slip(slip) for slip in found.activities],
        "added": [{"id": record.id, "number": record.number, "title": record.title} for record in found.added],
        "removed": [{"id": each, "title": title} for each, title in removed.items()],
        "old_finish": _iso(found.was),
        "new_finish": _iso(found.now),
        "slip_days": found.days,
    }


def _slip(slip: Slip) -> dict[str, Any]:
    return {
        "id": slip.record.id,
        "number": slip.record.number,
        "title": slip.record.title,
        "old_start": _iso(slip.was[0]),
        "old_finish": _iso(slip.was[1]),
        "new_start": _iso(slip.now[0]),
        "new_finish": _iso(slip.now[1]),
        "slip_days": slip.days,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
