"""Options: activities that may be left out, by the choice stored with each, or all of them to see what that does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.record import Record

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


class OptionsEffect(msgspec.Struct, frozen=True):
    """What leaving out every option does: the end of the plan, and contact hours of the sessions that are counted."""

    options: int
    finish: date | None
    finish_without: date | None
    hours: float
    hours_without: float


def is_left_out(activity: Activity) -> bool:
    """Whether somebody chose to go without this option."""
    return activity.optional and activity.left_out


def takes_part(activity: Activity, without_options: bool = False) -> bool:
    """Whether an activity counts: it is not cancelled, nor an option that is left out."""
    if activity.status == "cancelled" or is_left_out(activity):
        return False
    return not (activity.optional and without_options)


def without_options(outlook: Outlook) -> Outlook:
    """The same plan on the same day without its options; what waits for one still waits for what that waits for."""
    from roadmap_tui.planning.network import schedule_of
    from roadmap_tui.planning.outlook import Outlook

    def records(table: str) -> Sequence[Record]:
        found = outlook.records(table)
        if table != Activity.TABLE:
            return found
        return [record for record in found if not (isinstance(record, Activity) and record.optional)]

    shown = Outlook(outlook.plan, records, outlook.today, outlook)
    shown.schedule = schedule_of(outlook, without_options=True)
    return shown


def effect_of_options(outlook: Outlook) -> OptionsEffect:
    """What leaving out the options that now take part does to the end and the hours of a plan."""
    from roadmap_tui.planning.network import schedule_of

    health = outlook.health
    return OptionsEffect(
        options=health.options,
        finish=outlook.schedule.finish,
        finish_without=schedule_of(outlook, without_options=True).finish if health.options else outlook.schedule.finish,
        hours=health.hours_fixed,
        hours_without=health.hours_without_options,
    )
