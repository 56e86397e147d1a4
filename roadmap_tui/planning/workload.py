"""How many contact hours are asked of each person or role, per ISO week or per month.

Hours are contact hours per person invited, for leads and for everybody who is wanted, reading along included; without
organisation and preparation. Where the number of people is not known ("enkele") the hours are those of one of them.
Undated hours are spread over the working days on which that person is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

import msgspec

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.person import Person
from roadmap_tui.planning.availability import Availability, availability_of, name_key
from roadmap_tui.planning.options import takes_part
from roadmap_tui.planning.people import Participant, participants
from roadmap_tui.planning.periods import shift
from roadmap_tui.planning.sessions import Hours, Window, hours_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

By = Literal["week", "month"]
Grouping = Literal["person", "role"]
_TOLERANCE = 0.005  # hours: less is a matter of rounding
_DAY = timedelta(days=1)


class Slot(msgspec.Struct, frozen=True):
    """The hours of one week (from Monday) or month, and how many the person has in it."""

    start: date
    hours: float
    capacity: float

    @property
    def overload(self) -> bool:
        """Whether more is asked than there is."""
        return self.hours > self.capacity + _TOLERANCE


class Ask(msgspec.Struct, frozen=True):
    """What one activity asks: hours by the first day of the week or month, and hours without a moment."""

    activity: Activity
    hours: dict[date, float]
    unplaced: float = 0.0


class Load(msgspec.Struct, frozen=True):
    """What is asked of one person or role; slots are in order and without the empty ones.

    `people` is their number where it was said; `vague` holds the words where it was not ("enkele"). `unplaced` hours
    are at a moment that is not known yet. `members` are the people of a role whose hours were added up.
    """

    name: str
    person: Person | None
    people: int | None
    vague: tuple[str, ...]
    hours: float
    unplaced: float
    slots: tuple[Slot, ...]
    asks: tuple[Ask, ...] = ()
    members: tuple[Person, ...] = ()


class Clash(msgspec.Struct, frozen=True):
    """A session on a day on which somebody who is wanted is not there."""

    name: str
    activity: Activity
    day: date


class Workload(msgspec.Struct, frozen=True):
    """The load of everybody, the heaviest first; `unknown` are activities that want people but state no hours."""

    by: By
    loads: tuple[Load, ...]
    clashes: tuple[Clash, ...]
    unknown: tuple[Activity, ...]


def workload(
    outlook: Outlook, by: By = "week", without_options: bool = False, grouping: Grouping = "person"
) -> Workload:
    """The load of everybody who leads or is wanted; cancelled activities and options that are left out do not count.

    Grouped by role, the hours and the time of all people with one role are added up.
    """
    availability = availability_of(outlook)
    books: dict[str, _Book] = {}
    clashes: list[Clash] = []
    unknown: list[Activity] = []
    for activity in outlook.records(Activity.TABLE):
        if not isinstance(activity, Activity) or not takes_part(activity, without_options):
            continue
        hours = hours_of(outlook, activity)
        wanted = _wanted(activity, availability)
        if hours.total <= 0:
            if activity.participants.strip():
                unknown.append(activity)
            continue
        for key, name, person, said in wanted:
            book = books.setdefault(key, _Book(name, person))
            book.enter(activity, said, hours)
            away = availability.absent.get(person.id, frozenset()) if person is not None else frozenset()
            if hours.certain:
                clashes += [Clash(book.name, activity, day) for day in sorted(hours.dated) if day in away]
    diary = _Diary(availability, by)
    loads = [book.load(diary) for book in books.values()]
    if grouping == "role":
        loads = _by_role(loads, diary)
    loads.sort(key=lambda load: (-load.hours, load.name.casefold()))
    return Workload(by, tuple(loads), tuple(clashes), tuple(unknown))


def _by_role(loads: Iterable[Load], diary: _Diary) -> list[Load]:
    """The loads of people with one role as one; whoever has no role stays."""
    found: list[Load] = []
    roles: dict[str, list[Load]] = {}
    for load in loads:
        role = load.person.role if load.person is not None else ""
        if name_key(role):
            roles.setdefault(name_key(role), []).append(load)
        else:
            found.append(load)
    return found + [_together(members, diary) for members in roles.values()]


def _together(loads: Sequence[Load], diary: _Diary) -> Load:
    people = tuple(load.person for load in loads if load.person is not None)
    starts = sorted({slot.start for load in loads for slot in load.slots})
    sums = {start: sum(s.hours for load in loads for s in load.slots if s.start == start) for start in starts}
    slots = [
        Slot(start, round(sums[start], 2), round(sum(diary.capacity(start, person) for person in people), 2))
        for start in starts
    ]
    return Load(
        name=people[0].role,
        person=None,
        people=len(people) if all(person.kind == "person" for person in people) else None,
        vague=tuple(dict.fromkeys(words for load in loads for words in load.vague)),
        hours=round(sum(load.hours for load in loads), 2),
        unplaced=round(sum(load.unplaced for load in loads), 2),
        slots=tuple(slots),
        asks=tuple(ask for load in loads for ask in load.asks),
        members=people,
    )


def _wanted(
    activity: Activity, availability: Availability
) -> Iterator[tuple[str, str, Person | None, Participant | None]]:
    """Everybody who is asked, once each: a key, the name to show, the person's record and what was written."""
    seen: set[str] = set()
    for said in (*participants(activity.lead), *participants(activity.participants)):
        people = availability.who(said.role)
        for person in people:
            if (key := f"#{person.id}") not in seen:
                seen.add(key)
                yield key, person.title, person, said if len(people) == 1 else None
        key = name_key(said.role)
        if not people and key and key not in seen:
            seen.add(key)
            yield key, said.role, None, said


class _Book:
    """What is asked of one person or role while it is being added up."""

    def __init__(self, name: str, person: Person | None) -> None:
        self.name, self.person = name, person
        self.unplaced = 0.0
        self.entries: list[tuple[Activity, Hours]] = []
        self.numbers: set[int | None] = set()
        self.vague: dict[str, None] = {}

    def enter(self, activity: Activity, said: Participant | None, hours: Hours) -> None:
        """One activity that asks for them."""
        self.entries.append((activity, hours))
        quantity = said.quantity if said is not None else None
        if isinstance(quantity, str):
            self.vague[quantity] = None
        else:
            self.numbers.add(quantity)
        self.unplaced += hours.unplaced

    def load(self, diary: _Diary) -> Load:
        """The sum per week or month."""
        asks = tuple(self._ask(activity, hours, diary) for activity, hours in self.entries)
        sums: dict[date, float] = {}
        for ask in asks:
            for start, amount in ask.hours.items():
                sums[start] = sums.get(start, 0.0) + amount
        slots = tuple(
            Slot(start, round(sums[start], 2), round(diary.capacity(start, self.person), 2)) for start in sorted(sums)
        )
        known = self.numbers.pop() if len(self.numbers) == 1 and not self.vague else None
        total = sum(hours.total for _activity, hours in self.entries)
        people = 1 if self.person is not None and self.person.kind == "person" else known
        return Load(
            self.name,
            self.person,
            people,
            tuple(self.vague),
            round(total, 2),
            round(self.unplaced, 2),
            slots,
            asks,
            (self.person,) if self.person is not None else (),
        )

    def _ask(self, activity: Activity, hours: Hours, diary: _Diary) -> Ask:
        sums: dict[date, float] = {}
        for day, amount in hours.dated.items():
            start = diary.start_of(day)
            sums[start] = sums.get(start, 0.0) + amount
        for window, amount in hours.spread.items():
            for start, share in diary.shares(window, self.person).items():
                sums[start] = sums.get(start, 0.0) + amount * share
        return Ask(activity, sums, hours.unplaced)


class _Diary:
    """Weeks or months, with the days on which somebody is there; remembers what was asked before."""

    def __init__(self, availability: Availability, by: By) -> None:
        self._availability, self._by = availability, by
        self._shares: dict[tuple[Window, int], dict[date, float]] = {}
        self._capacity: dict[tuple[date, int], float] = {}

    def start_of(self, day: date) -> date:
        """The first day of the week or month."""
        return day - timedelta(days=day.weekday()) if self._by == "week" else day.replace(day=1)

    def capacity(self, start: date, person: Person | None) -> float:
        """The hours that somebody has in the week or month that begins on `start`."""
        key = start, person.id if person else 0
        if key not in self._capacity:
            end = start + timedelta(weeks=1) if self._by == "week" else shift(start, 1, "M")
            self._capacity[key] = sum(self._availability.hours_on(person, day) for day in _days(start, end - _DAY))
        return self._capacity[key]

    def shares(self, window: Window, person: Person | None) -> dict[date, float]:
        """Which part of a window falls in each week or month: by days present, else working days, else all days."""
        away = person is not None and person.id in self._availability.absent
        key = window, person.id if away and person else 0
        if key not in self._shares:
            days = list(_days(*window))
            working = [day for day in days if self._availability.calendar.is_working_day(day)]
            there = [day for day in working if not away or self._availability.hours_on(person, day) > 0]
            chosen = there or working or days
            found: dict[date, float] = {}
            for day in chosen:
                start = self.start_of(day)
                found[start] = found.get(start, 0.0) + 1 / len(chosen)
            self._shares[key] = found
        return self._shares[key]


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _DAY
