"""The joint roadmap as geometry: chances to work together on top, then every municipality with its activities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

import msgspec

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record
from roadmap_tui.planning.joint.roadmap import Chance, JointRoadmap, Member
from roadmap_tui.planning.joint.similarity import sureness
from roadmap_tui.planning.outlook import Outlook
from roadmap_tui.view.text import one_line
from roadmap_tui.view.timeline import Timeline
from roadmap_tui.view.timeline_marks import Mark, Shape, Span
from roadmap_tui.view.timeline_rows import Row
from roadmap_tui.view.timescale import TimeScale

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import ActivityOutlook

_AGREED: Final = ("agreed", "learning")


class ChanceRow(Record, frozen=True, kw_only=True):
    """A chance to work together, as a row; its number is its place in the list."""

    TABLE: ClassVar[str] = "chances"
    place: int = 0


class JointOutlook:
    """What several plans tell together, for a timeline: of every activity what its own plan says.

    An activity whose id another plan has too is shown under an id of its own.
    """

    def __init__(self, roadmap: JointRoadmap) -> None:
        self.roadmap = roadmap
        self.today = roadmap.today
        self.plan = Plan(title=_("Joint roadmap"))
        self._known: dict[int, tuple[Member, Activity]] = {}
        self._shown: dict[tuple[int, int], Activity] = {}

    def shown(self, place: int, activity: Activity) -> Activity:
        """The activity of the plan at `place` under an id that no other one has."""
        found = self._shown.get((place, activity.id))
        if found is None:
            number = activity.id
            while number in self._known:
                number = -abs(number) - 1_000_000 * (place + 1)
            found = activity if number == activity.id else msgspec.structs.replace(activity, id=number)
            self._shown[place, activity.id] = found
            self._known[number] = self.roadmap.members[place], activity
        return found

    def origin(self, record: Record) -> tuple[Member, Activity] | None:
        """The plan that a shown activity is from, and the activity as it stands there."""
        return self._known.get(record.id)

    def activity(self, activity: Activity) -> ActivityOutlook:
        """What its own plan knows of an activity."""
        member, own = self._known[activity.id]
        return member.outlook.activity(own)

    def records(self, table: str) -> Sequence[Record]:
        """None: links, baselines and milestones stay within each plan."""
        return ()


class JointTimeline(Timeline):
    """The rows of several plans and the marks on each; nothing is drawn before it is in sight."""

    def __init__(self, roadmap: JointRoadmap) -> None:
        self.roadmap = roadmap
        self.joint = JointOutlook(roadmap)
        super().__init__(cast(Outlook, self.joint))
        self.chance_of: dict[int, int] = {}
        for number, chance in enumerate(roadmap.chances):
            for place, activity in chance.activities:
                self.chance_of.setdefault(self.joint.shown(place, activity).id, number)
        self.rows = tuple(self._all_rows())

    def _all_rows(self) -> Iterable[Row]:
        chances = [_chance_row(number, chance) for number, chance in enumerate(self.roadmap.chances)]
        if chances:
            yield Row(None, _("Working together") + f" ({len(chances)})")
            yield from (Row(record) for record in chances)
        for place, name in enumerate(self.roadmap.names):
            found = tuple(self.joint.shown(place, each) for each in self.roadmap.activities(place))
            yield Row(None, f"{one_line(name)} ({len(found)})")
            yield from (Row(record) for record in found)

    @cached_property
    def period(self) -> Span:
        """The days that all plans span."""
        return self.roadmap.period

    @cached_property
    def links(self) -> Mapping[int, Any]:
        """None: the plans wait for nothing in each other."""
        return {}

    def chance(self, record: Record | None) -> Chance | None:
        """The chance of a row: its own, or the one that its activity is part of."""
        number = self.chance_number(record)
        return self.roadmap.chances[number] if number is not None else None

    def chance_number(self, record: Record | None) -> int | None:
        """The place in the list of the chance of a row."""
        if isinstance(record, ChanceRow):
            return record.place
        return self.chance_of.get(record.id) if record else None

    def words(self, record: Record) -> str:
        """How sure a chance is."""
        return sureness(self.roadmap.chances[record.place].confidence) if isinstance(record, ChanceRow) else ""

    def badge(self, record: Record) -> str:
        """That an activity could be done together."""
        return "together" if record.id in self.chance_of else ""

    def _span_now(self, record: Record) -> Span | None:
        if isinstance(record, ChanceRow):
            chance = self.roadmap.chances[record.place]
            return chance.start, chance.end
        return super()._span_now(record)

    def was_planned(self, record: Record) -> Span | None:
        """None: baselines stay within each plan."""
        return None

    def marks(self, row: Row, scale: TimeScale) -> tuple[Mark, ...]:
        """What is drawn on a row: for a chance the days on which at least two are at it."""
        if not isinstance(row.record, ChanceRow):
            return super().marks(row, scale)
        chance = self.roadmap.chances[row.record.place]
        agreed = chance.decision is not None and chance.decision.status in _AGREED
        span = scale.span(chance.start, chance.end)
        return (Mark(Shape.SOLID if agreed else Shape.PART, *span, Tone.GOOD if agreed else Tone.ACCENT),)


def _chance_row(place: int, chance: Chance) -> ChanceRow:
    return ChanceRow(id=-(place + 1), number=str(place + 1), title=chance.subject, place=place)
