"""Which rows the timeline has: milestones, activities in groups, and what still has to be planned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.choices import ACTIVITY_STATUS
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.parsing import suggestion
from roadmap_tui.model.record import Record
from roadmap_tui.model.stakeholder import Communication
from roadmap_tui.planning.options import is_left_out
from roadmap_tui.view.text import one_line

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import ActivityOutlook, Outlook

GROUPINGS: Final = {
    "none": N_("not grouped"),
    "phase": N_("by phase"),
    "layer": N_("by layer"),
    "lead": N_("by lead"),
    "milestone": N_("by milestone"),
    "status": N_("by status"),
}


class Row(msgspec.Struct, frozen=True):
    """One line: an activity, a milestone, or (without record) the heading of the group that follows."""

    record: Record | None
    heading: str = ""
    members: tuple[Record, ...] = ()

    @property
    def id(self) -> int:
        """The id of the record; 0 for a heading."""
        return self.record.id if self.record else 0


def grouping_named(word: str) -> str:
    """The grouping that is meant by a name, in English or the user's language. Raises UsageError."""
    wanted = word.strip().lower()
    names = {_(label).lower(): name for name, label in GROUPINGS.items()}
    names |= {label.rsplit(" ", 1)[-1]: name for label, name in list(names.items()) if name != "none"}
    name = names.get(wanted, wanted)
    if name not in GROUPINGS:
        raise UsageError(_('"{word}" is not a grouping.{hint}').format(word=word, hint=suggestion(word, names)))
    return name


def is_planned(seen: ActivityOutlook) -> bool:
    """Whether anything is known about when an activity happens."""
    return bool(seen.start or seen.end or seen.dates or seen.when.kind == "open")


def as_activity(moment: Communication) -> Activity:
    """A communication moment as the timeline reads it: its words about time are those of an activity."""
    return Activity(
        id=moment.id,
        number=moment.number,
        title=moment.title,
        when=moment.when,
        lead=moment.responsible,
        status=moment.status,
    )


def communication_rows(outlook: Outlook, moments: Iterable[Communication]) -> list[Row]:
    """The communication moments as a group of their own, by their first day; what has no day yet comes last."""

    def first_day(moment: Communication) -> tuple[bool, date]:
        start = outlook.reader.when(moment.when).start
        return start is None, start or date.max

    ordered: list[Communication] = sorted(moments, key=first_day)
    return list(_group(_("Communication"), ordered))


def rows_of(outlook: Outlook, grouping: str = "none") -> tuple[Row, ...]:
    """The rows in the plan's own order, grouped; milestones by their date, what has no date last."""
    activities = [a for a in outlook.records(Activity.TABLE) if isinstance(a, Activity) and not is_left_out(a)]
    milestones = [m for m in outlook.records(Milestone.TABLE) if isinstance(m, Milestone)]
    planned = [a for a in activities if is_planned(outlook.activity(a))]
    dated = sorted((m for m in milestones if outlook.milestone(m).due), key=lambda m: outlook.milestone(m).due or 0)
    kept = {record.id for record in (*planned, *dated)}
    waiting: list[Record] = [record for record in (*activities, *milestones) if record.id not in kept]
    if grouping == "milestone":
        middle = _by_milestone(planned, dated)
    elif grouping in GROUPINGS and grouping != "none":
        middle = [*_group(_("Milestones"), dated), *_by_value(planned, _values(outlook, grouping))]
    else:
        middle = [*_group(_("Milestones"), dated), *_group(_("Activities") if dated else "", planned)]
    return (*middle, *_group(_("Still to be planned"), waiting))


def _group(heading: str, records: Sequence[Record]) -> Iterator[Row]:
    if heading and records:
        yield Row(None, f"{heading} ({len(records)})", tuple(records))
    yield from (Row(record) for record in records)


def _by_value(activities: Iterable[Activity], value_of: Callable[[Activity], tuple[int, str]]) -> list[Row]:
    """Groups in the order of their rank, then of their first row."""
    groups: dict[tuple[int, str], list[Record]] = {}
    for activity in activities:
        groups.setdefault(value_of(activity), []).append(activity)
    ranked = sorted(groups.items(), key=lambda group: group[0][0])
    return [row for (_rank, heading), members in ranked for row in _group(heading, members)]


def _values(outlook: Outlook, grouping: str) -> Callable[[Activity], tuple[int, str]]:
    """What tells in which group an activity belongs, with the rank of that group."""

    def status(activity: Activity) -> tuple[int, str]:
        for rank, choice in enumerate(ACTIVITY_STATUS):
            if choice.code == activity.status:
                return rank, _(choice.label)
        return len(ACTIVITY_STATUS), activity.status

    def lead(activity: Activity) -> tuple[int, str]:
        names = outlook.activity(activity).leads
        return (0, one_line(names[0])) if names else (1, _("Nobody leads yet"))

    def text(activity: Activity) -> tuple[int, str]:
        value = one_line(activity.phase if grouping == "phase" else activity.layer)
        return (0, value) if value else (1, _("Without a phase") if grouping == "phase" else _("Without a layer"))

    return {"status": status, "lead": lead}.get(grouping, text)


def _by_milestone(planned: Sequence[Activity], dated: Sequence[Milestone]) -> list[Row]:
    """Every milestone with the activities that lead to it; after those, the activities that lead to none."""
    leading: dict[int, list[Record]] = {milestone.id: [] for milestone in dated}
    others: list[Record] = []
    for activity in planned:
        leading.get(activity.milestone or 0, others).append(activity)
    rows = [row for m in dated for row in _group(one_line(m.title), [m, *leading[m.id]]) if leading[m.id]]
    alone = [milestone for milestone in dated if not leading[milestone.id]]
    return [*rows, *_group(_("Milestones"), alone), *_group(_("Without a milestone") if dated else "", others)]
