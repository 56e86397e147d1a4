"""What a schedule runs into, in sentences: contradictions, loops, and what only just works out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.handles import handle
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.planning.loops import Loop
from roadmap_tui.planning.passes import Conflict
from roadmap_tui.planning.schedule import Schedule

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


class Names:
    """The short numbers by which people know the activities and milestones of a plan."""

    def __init__(self, outlook: Outlook) -> None:
        self._known = {
            record.id: record.number for table in (Activity.TABLE, Milestone.TABLE) for record in outlook.records(table)
        }

    def of(self, record_id: int) -> str:
        """The number of a record, or its handle where it has none."""
        return self._known.get(record_id) or handle(record_id)


def sentence(conflict: Conflict, names: Names) -> str:
    """A contradiction in the user's language."""
    source, target, days = names.of(conflict.source), names.of(conflict.target), conflict.days
    match conflict.kind:
        case "dates":
            return _("{activity} ends before it starts; correct one of its dates.").format(activity=target)
        case "deadline":
            text = ngettext(
                "{activity} can be finished {count} working day after its last day at the earliest.",
                "{activity} can be finished {count} working days after its last day at the earliest.",
                days,
            )
        case "milestone":
            text = ngettext(
                "{activity} ends {count} working day after {target} is due.",
                "{activity} ends {count} working days after {target} is due.",
                days,
            )
            return text.format(activity=source, target=target, count=days)
        case _:
            text = ngettext(
                "{activity} is planned {count} working day too early for its link with {source}.",
                "{activity} is planned {count} working days too early for its link with {source}.",
                days,
            )
    return text.format(activity=target, source=source, count=days)


def tight_sentence(conflict: Conflict, schedule: Schedule, names: Names) -> str:
    """What must happen before a period is over, in the user's language."""
    source = schedule.tasks.get(conflict.source)
    last = source.late_finish if source is not None else None
    if conflict.kind == "milestone":
        return _("{activity} must be finished before its own period is over, because {milestone} is due.").format(
            activity=names.of(conflict.source), milestone=names.of(conflict.target)
        )
    if conflict.kind == "deadline" or last is None:
        return _("{activity} makes its last day only if what it waits for does not take its whole period.").format(
            activity=names.of(conflict.target)
        )
    return _("{source} must be finished on {date} for {activity}, before its own period is over.").format(
        source=names.of(conflict.source), activity=names.of(conflict.target), date=_day(last)
    )


def loop_sentence(loop: Loop, names: Names) -> str:
    """A loop of links in the user's language."""
    return _("These activities wait for each other: {loop}. The last link is left out; remove one of them.").format(
        loop=" > ".join(names.of(each) for each in loop)
    )


def conflicts_json(conflicts: Iterable[Conflict], names: Names) -> list[dict[str, Any]]:
    """Contradictions as other programs get them, with numbers as names."""
    return [
        {
            "kind": conflict.kind,
            "source": names.of(conflict.source),
            "target": names.of(conflict.target),
            "days": conflict.days,
            "message": sentence(conflict, names),
        }
        for conflict in conflicts
    ]


def _day(day: date) -> str:
    return f"{day.day:02d}-{day.month:02d}-{day.year:04d}"
