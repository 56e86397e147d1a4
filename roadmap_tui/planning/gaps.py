"""What is missing in a plan or contradicts itself: the findings of `roadmap check`.

Each check is one small generator; a finding names its record and says in one line why it matters (seed document S4:
"nazorg en evaluatie altijd onderdeel", results with activities, risks with both kinds of measures).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.link import Link
from roadmap_tui.model.milestone import Checkpoint, Milestone
from roadmap_tui.model.parsing import choice_label
from roadmap_tui.model.reading import BadValue, unknown_choices
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning import (
    chapter_gaps,
    joint_gaps,
    programme_gaps,
    result_gaps,
    risk_gaps,
    schedule_gaps,
    toolkit_gaps,
    unfilled,
)
from roadmap_tui.planning.findings import Finding, about
from roadmap_tui.planning.options import takes_part
from roadmap_tui.planning.outlook import Outlook

_AFTERCARE = ("nazorg", "aftercare")
_EVALUATION = ("evaluatie", "evaluation", "evalueren")


def findings(outlook: Outlook, bad_values: Iterable[BadValue] = ()) -> list[Finding]:
    """Everything there is to look at, the plan's own shape first."""
    found = [finding for check in _CHECKS for finding in check(outlook)]
    return [*(_unreadable(outlook, bad) for bad in bad_values), *found]


def _all(outlook: Outlook, record_type: type[Record]) -> Sequence[Any]:
    return outlook.records(record_type.TABLE)


def _unreadable(outlook: Outlook, bad: BadValue) -> Finding:
    record = next((r for r in outlook.records(bad.table) if r.id == bad.id), None)
    field = fields_of(TABLES[bad.table])[bad.field]
    return Finding(
        "unreadable_value",
        bad.table,
        bad.id,
        record.number if record else "",
        _('{field} holds "{value}", which cannot be read.').format(field=_(field.label), value=str(bad.value)[:60]),
        _("Nothing is lost, but nothing is counted either; correct the value."),
        f"{bad.field}|{bad.value!s:.60}",
    )


def _aftercare_and_evaluation(outlook: Outlook) -> Iterator[Finding]:
    if outlook.plan.kind != "implementation":
        return
    titles = [r.title.casefold() for kind in (Activity, Milestone) for r in _all(outlook, kind)]
    for code, words, message in (
        ("no_aftercare", _AFTERCARE, _("Nothing in the plan is about aftercare.")),
        ("no_evaluation", _EVALUATION, _("Nothing in the plan is about evaluation.")),
    ):
        if titles and not any(word in title for title in titles for word in words):
            yield Finding(
                code, "activities", 0, "", message, _("Aftercare and evaluation belong to every implementation.")
            )


def _activities(outlook: Outlook) -> Iterator[Finding]:
    linked = {link.target for link in _all(outlook, Link)}
    for activity in _all(outlook, Activity):
        if not takes_part(activity):
            continue
        seen = outlook.activity(activity)
        if not activity.lead.strip():
            yield about("no_lead", activity, _("No lead is named."), _("Work without a lead does not get done."))
        if not activity.when.strip() and seen.start is None and seen.end is None and activity.id not in linked:
            yield about("no_date", activity, _("No time is given."), _("It shows on no timeline and is never late."))
        elif seen.when.kind == "unknown" and activity.when.strip() and seen.start is None and seen.end is None:
            yield about(
                "unread_when",
                activity,
                _('"{text}" is not read as a date.').format(text=activity.when.splitlines()[0][:40]),
                _("It shows on no timeline until it is."),
                activity.when,
            )
        if seen.start and seen.end and seen.start > seen.end:
            yield about(
                "end_before_start",
                activity,
                _("It ends before it starts."),
                _("The timeline cannot draw this."),
                seen.start,
                seen.end,
            )
        if seen.late:
            why = _("What comes after it may wait for it.")
            yield about("late", activity, _("It should have been finished."), why, seen.end)


def _milestones(outlook: Outlook) -> Iterator[Finding]:
    wanted = {activity.milestone for activity in _all(outlook, Activity) if activity.status != "cancelled"}
    for milestone in _all(outlook, Milestone):
        if milestone.status == "cancelled":
            continue
        seen = outlook.milestone(milestone)
        if milestone.id not in wanted:
            yield about(
                "result_without_activity",
                milestone,
                _("No activity leads to this milestone."),
                _("A result that nobody works on does not appear by itself."),
            )
        if seen.late:
            why = _("Go-live rests on the milestones.")
            yield about("late", milestone, _("It should have been delivered."), why, seen.due)
        if milestone.status in ("delivered", "approved") and seen.done < seen.total:
            yield about(
                "delivered_with_open_points",
                milestone,
                _("It is delivered, but {count} points on its checklist are open.").format(
                    count=seen.total - seen.done
                ),
                _("Somebody will ask; tick them off or say why they do not apply."),
                seen.total - seen.done,
            )


def _checkpoints(outlook: Outlook) -> Iterator[Finding]:
    for point in _all(outlook, Checkpoint):
        if point.status == "na" and not point.reason.strip():
            yield about(
                "no_reason",
                point,
                _("It does not apply, but no reason is given."),
                _("Later nobody knows whether it was forgotten."),
            )
        seen = outlook.checkpoint(point)
        if seen.late:
            why = _("The milestone it belongs to waits.")
            yield about("late", point, _("It should have been in order."), why, seen.due)


def _references(outlook: Outlook) -> Iterator[Finding]:
    known = {record_type.TABLE: {r.id for r in _all(outlook, record_type)} for record_type in TABLES.values()}
    for record_type in TABLES.values():
        fields = [field for field in fields_of(record_type).values() if field.kind in (Kind.REF, Kind.REFS)]
        for record in _all(outlook, record_type) if fields else ():
            for field in fields:
                value = getattr(record, field.name)
                pointed = value if field.kind is Kind.REFS else () if value is None else (value,)
                if not known[field.target].issuperset(pointed):
                    yield about(
                        "orphaned_reference",
                        record,
                        _("{field} points to a record that is not there.").format(field=_(field.label)),
                        _("It was removed; choose another one."),
                        field.name,
                        value,
                    )


def _unknown_words(outlook: Outlook) -> Iterator[Finding]:
    for record_type in TABLES.values():
        for record in _all(outlook, record_type):
            for name in unknown_choices(record):
                field = fields_of(record_type)[name]
                yield about(
                    "unknown_choice",
                    record,
                    _('{field} holds "{value}", which this version does not know.').format(
                        field=_(field.label), value=choice_label(field, getattr(record, name))
                    ),
                    _("It is kept as it is; choose one of the known words."),
                    name,
                    getattr(record, name),
                )


_CHECKS: tuple[Callable[[Outlook], Iterator[Finding]], ...] = (
    _aftercare_and_evaluation,
    _milestones,
    _activities,
    _checkpoints,
    *risk_gaps.CHECKS,
    *schedule_gaps.CHECKS,
    *chapter_gaps.CHECKS,
    *result_gaps.CHECKS,
    *programme_gaps.CHECKS,
    *toolkit_gaps.CHECKS,
    *joint_gaps.CHECKS,
    unfilled.to_fill_in,
    _references,
    _unknown_words,
)
