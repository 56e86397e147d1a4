"""Saving the dates of a plan, and measuring later how far they have slipped."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.baseline import Baseline, Dates
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.parsing import normalise, suggestion
from roadmap_tui.planning.availability import calendar_of
from roadmap_tui.planning.options import takes_part
from roadmap_tui.planning.workdays import WorkDays

if TYPE_CHECKING:
    from roadmap_tui.model.record import Record
    from roadmap_tui.planning.outlook import Outlook

_TABLES = (Milestone.TABLE, Activity.TABLE)


class Slip(msgspec.Struct, frozen=True):
    """How far one milestone or activity has slipped: working days between its end then and its end now.

    `days` is None where one of the two has no date.
    """

    record: Activity | Milestone
    was: Dates
    now: Dates
    days: int | None


class Comparison(msgspec.Struct, frozen=True):
    """A plan beside its baseline: slips in the plan's own order, what came since, and what went (by id)."""

    baseline: Baseline
    milestones: tuple[Slip, ...]
    activities: tuple[Slip, ...]
    added: tuple[Activity | Milestone, ...]
    removed: tuple[int, ...]
    was: date | None
    now: date | None
    days: int | None


def baseline_fields(outlook: Outlook, title: str) -> dict[str, Any]:
    """The fields of a new baseline with all dates as they are today. Raises UsageError for a name that is taken."""
    title = " ".join(title.split())
    if not title:
        raise UsageError(_("Give the baseline a name."))
    if any(normalise(known.title) == normalise(title) for known in baselines(outlook)):
        raise UsageError(_('There is a baseline "{name}" already; choose another name.').format(name=title))
    dates = {str(record.id): [_iso(day) for day in _dates(outlook, record)] for record in _dated(outlook)}
    return {
        "title": title,
        "saved": outlook.today.isoformat(),
        "finish": _iso(outlook.schedule.finish),
        "dates": dates,
    }


def baselines(outlook: Outlook) -> list[Baseline]:
    """The baselines of a plan, oldest first."""
    return [record for record in outlook.records(Baseline.TABLE) if isinstance(record, Baseline)]


def find_baseline(outlook: Outlook, word: str) -> Baseline:
    """The baseline that is meant by a name or a number (V1). Raises UsageError."""
    known = baselines(outlook)
    for baseline in known:
        if normalise(word) in (normalise(baseline.title), normalise(baseline.number)):
            return baseline
    if not known:
        raise UsageError(_("This plan has no baseline; save one with: roadmap schedule PLAN --save-baseline NAME"))
    hint = suggestion(word, [baseline.title for baseline in known])
    raise UsageError(_('There is no baseline "{name}".{hint}').format(name=word, hint=hint))


def compare(outlook: Outlook, baseline: Baseline) -> Comparison:
    """How far milestones and activities have slipped since `baseline`."""
    numbers = WorkDays(calendar_of(outlook), outlook.today)
    records = list(_dated(outlook))
    slips = [_slip(outlook, record, baseline.dates[str(record.id)], numbers)
             for record in records if str(record.id) in baseline.dates]  # fmt: skip
    known = {str(record.id) for record in records}
    was, now = baseline.finish, outlook.schedule.finish
    return Comparison(
        baseline=baseline,
        milestones=tuple(slip for slip in slips if isinstance(slip.record, Milestone)),
        activities=tuple(slip for slip in slips if isinstance(slip.record, Activity)),
        added=tuple(record for record in records if str(record.id) not in baseline.dates),
        removed=tuple(int(key) for key in baseline.dates if key not in known and key.isdecimal()),
        was=was,
        now=now,
        days=None if was is None or now is None else numbers.between(was, now),
    )


def _dated(outlook: Outlook) -> Iterable[Activity | Milestone]:
    """What a baseline is about: milestones that are not cancelled, and activities that take part."""
    for table in _TABLES:
        for record in outlook.records(table):
            if (isinstance(record, Activity) and takes_part(record)) or (
                isinstance(record, Milestone) and record.status != "cancelled"
            ):
                yield record


def _dates(outlook: Outlook, record: Record) -> Dates:
    if isinstance(record, Milestone):
        due = outlook.milestone(record).due
        return due, due
    if isinstance(record, Activity) and (found := outlook.scheduled(record)) is not None:
        return found.early_start, found.early_finish
    return None, None


def _slip(outlook: Outlook, record: Activity | Milestone, was: Dates, numbers: WorkDays) -> Slip:
    now = _dates(outlook, record)
    days = None if was[1] is None or now[1] is None else numbers.between(was[1], now[1])
    return Slip(record, was, now, days)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
