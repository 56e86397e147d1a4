"""Several plans beside each other as one joint roadmap: who works on what when, and where they could work together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Final

import msgspec

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.joint import Collaboration, Rating, SuccessFactor
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.scope import Precondition
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.joint.matching import Group, Item, groups
from roadmap_tui.planning.joint.periods import Span, hull, overlap, span_of
from roadmap_tui.planning.joint.scoring import Worth, worth_by_activity
from roadmap_tui.planning.joint.similarity import similarity, subject_of
from roadmap_tui.planning.options import takes_part
from roadmap_tui.planning.outlook import Outlook

SAME_SUBJECT: Final = 0.8
_ENOUGH: Final = 2


class Member:
    """One plan of the joint roadmap: its file, and what follows from it. Nothing in it is changed.

    `is_newer` says that a newer version of the program wrote it, so that it may hold more than is shown.
    """

    def __init__(self, file: str, document_id: str, outlook: Outlook, *, is_newer: bool = False) -> None:
        self.file = file
        self.is_newer = is_newer
        self.document_id = document_id
        self.outlook = outlook

    @property
    def plan(self) -> Plan:
        """The record about the plan itself."""
        return self.outlook.plan

    @property
    def name(self) -> str:
        """What people call it: its organisation, else its title, else its file."""
        return " ".join((self.plan.organisation or self.plan.title or self.file).split())

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """The activities that take part; not what was cancelled or left out."""
        found = (each for each in self.outlook.records(Activity.TABLE) if isinstance(each, Activity))
        return tuple(each for each in found if each.status != "cancelled" and takes_part(each))

    @cached_property
    def spans(self) -> Mapping[int, Span]:
        """First and last day of every activity of which that is known, by its id."""
        return {each.id: span for each in self.activities if (span := span_of(self.outlook, each)) is not None}

    @cached_property
    def period(self) -> Span | None:
        """From the first to the last day of all activities."""
        return hull(self.spans.values()) if self.spans else None

    @cached_property
    def worths(self) -> Mapping[int, Worth]:
        """What people think of the activities, by id."""
        return worth_by_activity(all_of(self.outlook, Rating), self.plan.rating_scale)

    def collaborations(self) -> Sequence[Collaboration]:
        """What was decided in this plan about working together."""
        return all_of(self.outlook, Collaboration)


class Chance(msgspec.Struct, frozen=True):
    """Plans that work on the same subject in the same period: activities as (plan, activity), and what was decided."""

    subject: str
    plans: tuple[int, ...]
    activities: tuple[tuple[int, Activity], ...]
    start: date
    end: date
    confidence: float
    decision: Collaboration | None = None
    decided_in: int | None = None


class Factor(msgspec.Struct, frozen=True):
    """A success factor or precondition with the plans that name it; shared where several do, or where one says so."""

    text: str
    kind: str
    area: str
    plans: tuple[int, ...]
    shared: bool
    confidence: float | None
    wordings: tuple[str, ...]


class JointRoadmap:
    """Plans beside each other, between two days where these are given."""

    def __init__(
        self, members: Sequence[Member], today: date, *, first: date | None = None, last: date | None = None
    ) -> None:
        self.members = tuple(members)
        self.today = today
        self.window = (first or date.min, last or date.max)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the plans are called; two of one name are told apart by their files."""
        found = [member.name for member in self.members]
        return tuple(
            f"{name} ({member.file})" if found.count(name) > 1 else name
            for name, member in zip(found, self.members, strict=True)
        )

    def activities(self, place: int) -> list[Activity]:
        """The activities of a plan in the order of their first day; those without a day come last."""
        member = self.members[place]
        return sorted(
            (each for each in member.activities if self._is_inside(member.spans.get(each.id))),
            key=lambda each: (*(member.spans.get(each.id) or (date.max, date.max)), each.order, each.id),
        )

    def _is_inside(self, span: Span | None) -> bool:
        if span is None:
            return self.window == (date.min, date.max)
        return overlap(span, self.window) is not None

    @cached_property
    def chances(self) -> tuple[Chance, ...]:
        """Where plans could work together, in the order of time."""
        known: list[tuple[int, Activity]] = [
            (place, each) for place, member in enumerate(self.members) for each in member.activities
        ]
        items = [
            Item(place, each.title, span, key)
            for key, (place, each) in enumerate(known)
            if (span := self.members[place].spans.get(each.id)) is not None and self._is_inside(span)
        ]
        return tuple(self._chance(group, known) for group in groups(items))

    def _chance(self, group: Group, known: Sequence[tuple[int, Activity]]) -> Chance:
        assert group.start is not None
        assert group.end is not None
        members = tuple(known[item.key] for item in group.items)
        decision, where = self._decision(group.subject, {each.id for _place, each in members})
        return Chance(group.subject, group.plans, members, group.start, group.end, group.confidence, decision, where)

    @cached_property
    def _decisions(self) -> list[tuple[int, Collaboration, frozenset[int]]]:
        found = ((place, each) for place, member in enumerate(self.members) for each in member.collaborations())
        return [(place, each, members_of(each)) for place, each in found]

    def _decision(self, subject: str, ids: set[int]) -> tuple[Collaboration | None, int | None]:
        """What was decided on these activities, or on a subject of that name; the newest where several are."""
        best: tuple[tuple[int, date], Collaboration, int] | None = None
        for place, each, known in self._decisions:
            shared = len(known & ids)
            if shared >= min(_ENOUGH, len(ids)) or (
                not known and similarity(subject_of(each.title), subject_of(subject)) >= SAME_SUBJECT
            ):
                rank = (shared, each.decided or date.min)
                if best is None or rank > best[0]:
                    best = (rank, each, place)
        return (best[1], best[2]) if best else (None, None)

    @cached_property
    def factors(self) -> tuple[Factor, ...]:
        """Success factors and preconditions by area, the shared ones first."""
        found = [factor for kind in (SuccessFactor, Precondition) for factor in self._factors_of(kind)]
        return tuple(sorted(found, key=lambda f: (not f.area, f.area.casefold(), not f.shared, -len(f.plans), f.text)))

    def _factors_of(self, kind: type[SuccessFactor] | type[Precondition]) -> Iterable[Factor]:
        code = "success_factor" if kind is SuccessFactor else "precondition"
        known = [(place, each) for place, member in enumerate(self.members) for each in all_of(member.outlook, kind)]
        items = [Item(place, each.title, None, key) for key, (place, each) in enumerate(known)]
        taken: set[int] = set()
        for group in groups(items, timed=False):
            rows = [known[item.key][1] for item in group.items]
            taken.update(item.key for item in group.items)
            yield Factor(
                group.subject, code, _area(rows), group.plans, True, group.confidence,
                tuple(dict.fromkeys(row.title for row in rows)),
            )  # fmt: skip
        for key, (place, row) in enumerate(known):
            if key not in taken:
                yield Factor(row.title, code, _area([row]), (place,), row.shared, None, (row.title,))

    @cached_property
    def period(self) -> Span:
        """The days that all plans span, within the days that were asked for."""
        spans = [member.period for member in self.members if member.period]
        first, last = hull(spans) if spans else (self.today, self.today)
        inside = overlap((first, last), self.window)
        return inside or (self.window if self.window[0] > date.min and self.window[1] < date.max else (first, last))


def _without_date(name: str, count: int) -> str:
    words = ngettext("{name}: {count} activity without a date.", "{name}: {count} activities without a date.", count)
    return words.format(name=name, count=count)


class Joined(msgspec.Struct, frozen=True):
    """A joint roadmap, what to know of it, and what could not be read (file, reason)."""

    roadmap: JointRoadmap
    notes: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...]


def members_of(collaboration: Collaboration) -> frozenset[int]:
    """The ids of the activities that a decision is about."""
    return frozenset(int(key) for key in collaboration.members if str(key).isdecimal())


def _area(rows: Sequence[SuccessFactor | Precondition]) -> str:
    return next((area for row in rows if (area := " ".join(row.area.split()))), "")


def without_twins(members: Sequence[Member]) -> tuple[list[Member], list[str]]:
    """The plans without those that are another copy of one before, and a sentence about each that was left out."""
    kept: dict[str, Member] = {}
    notes = []
    for member in members:
        first = kept.setdefault(member.document_id, member)
        if first is not member:
            notes.append(
                _('"{file}" is the same plan as "{other}"; it is shown once.').format(
                    file=member.file, other=first.file
                )
            )
    return list(kept.values()), notes


def remarks(roadmap: JointRoadmap) -> list[str]:
    """What people should know before they read it: plans of other years, and what has no date."""
    found = []
    spans = [(name, member.period) for name, member in zip(roadmap.names, roadmap.members, strict=True)]
    alone = [
        name
        for name, span in spans
        if span and len(spans) > 1 and not any(o and n != name and overlap(span, o) for n, o in spans)
    ]
    for member in roadmap.members:
        if member.is_newer:
            words = _('"{file}" was made with a newer version of Roadmap; perhaps not all of it is shown.')
            found.append(words.format(file=member.file))
    for name in alone:
        found.append(_("{name}: no other plan is at work in the same period.").format(name=name))
    for name, member in zip(roadmap.names, roadmap.members, strict=True):
        count = len(member.activities) - len(member.spans)
        if not member.activities:
            found.append(_("{name}: has no activities.").format(name=name))
        elif count:
            found.append(_without_date(name, count))
    return found
