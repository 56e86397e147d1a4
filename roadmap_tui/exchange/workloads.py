"""The workload as other programs get it: the JSON of `roadmap workload`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roadmap_tui.view.workload_text import explanation

if TYPE_CHECKING:
    from roadmap_tui.planning.workload import Load, Workload


def workload_json(found: Workload) -> dict[str, Any]:
    """Hours per person or role and per week ("2026-W24") or month ("2026-06").

    `people` is null where their number was not said; `quantity` then holds the words, if any. `unplaced_hours` have no
    moment yet. `unknown` lists activities that ask for people without hours, `absent` sessions on days of leave.
    """
    return {
        "by": found.by,
        "note": explanation(),
        "people": [_load(load, found.by) for load in found.loads],
        "absent": [
            {"who": clash.name, "number": clash.activity.number, "date": clash.day.isoformat()}
            for clash in found.clashes
        ],
        "unknown": [activity.number for activity in found.unknown],
    }


def _load(load: Load, by: str) -> dict[str, Any]:
    return {
        "who": load.name,
        "person": load.person.id if load.person is not None else None,
        "people": load.people,
        "quantity": ", ".join(load.vague) or None,
        "hours": load.hours,
        "unplaced_hours": load.unplaced,
        "periods": [
            {
                "period": f"{slot.start:%G-W%V}" if by == "week" else f"{slot.start:%Y-%m}",
                "start": slot.start.isoformat(),
                "hours": slot.hours,
                "capacity": slot.capacity,
                "overload": slot.overload,
            }
            for slot in load.slots
        ],
    }
