"""When people can work for the plan: days off of everybody, part-time and leave of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from roadmap_tui.model.person import Person
from roadmap_tui.planning.calendar import Calendar
from roadmap_tui.planning.occurrences import when_days

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook
    from roadmap_tui.planning.reading import Reader
    from roadmap_tui.planning.when.model import When

FULL_WEEK = 5.0  # working days
HOURS_A_WEEK = 36.0  # a full-time week in the Cao Gemeenten; a plan may set its own
_MOST_DAYS = 1000  # of one stretch of leave
_PERIODS = re.compile(r"[;\n]+")


class Availability(msgspec.Struct, frozen=True):
    """What the people records say about time: who somebody is by name or role, and when they are there."""

    people: dict[str, tuple[Person, ...]]
    absent: dict[int, frozenset[date]]
    hours_a_week: float
    calendar: Calendar

    def who(self, name: str) -> tuple[Person, ...]:
        """The people that a name or a role stands for; none where no record knows it."""
        return self.people.get(name_key(name), ())

    def share(self, name: str) -> float:
        """The part of a full week that whoever is meant works for this plan; 1 where that is not known."""
        return max((share_of(person) for person in self.who(name)), default=1.0)

    def hours_on(self, person: Person | None, day: date) -> float:
        """The hours a person has on a day: none on leave; those of a part-timer are spread over the week."""
        if not self.calendar.is_working_day(day):
            return 0.0
        if person is None:
            return self.hours_a_week / FULL_WEEK
        if day in self.absent.get(person.id, ()):
            return 0.0
        return self.hours_a_week / FULL_WEEK * share_of(person)


def share_of(person: Person) -> float:
    """The part of a full week that a person works for this plan."""
    days = person.days_per_week
    return min(days, FULL_WEEK) / FULL_WEEK if days is not None and days > 0 else 1.0


def name_key(name: str) -> str:
    """A name or role for comparing: case, hyphens, spaces and a plural s do not matter."""
    plain = "".join(character for character in name.casefold() if character.isalnum())
    return plain[:-1] if len(plain) > 4 and plain.endswith("s") else plain


def availability_of(outlook: Outlook) -> Availability:
    """The availability of everybody in a plan.

    A role means the people who have it; only where nobody has, the record of the role itself.
    """
    people = [record for record in outlook.records(Person.TABLE) if isinstance(record, Person)]
    known: dict[str, list[Person]] = {}
    for person in people:
        if person.role and name_key(person.role) != name_key(person.title):
            known.setdefault(name_key(person.role), []).append(person)
    for person in people:
        known.setdefault(name_key(person.title), [person])
    return Availability(
        people={key: tuple(found) for key, found in known.items() if key},
        absent={person.id: days_in(outlook.reader, [person.absent]) for person in people if person.absent.strip()},
        hours_a_week=_hours_a_week(outlook),
        calendar=calendar_of(outlook),
    )


def calendar_of(outlook: Outlook) -> Calendar:
    """The calendar of a plan: the Dutch one, the team's own, and the days off of this plan."""
    text, known = outlook.plan.free_days, outlook.context.known_calendar()
    return known.without(days_in(outlook.reader, [text])) if text.strip() else known


def days_in(reader: Reader, texts: Iterable[str]) -> frozenset[date]:
    """All days of the periods that people wrote, one per line or with semicolons; what cannot be read has none."""
    return frozenset(day for text in texts for part in _parts(text) for day in _days_of(reader.when(part)))


def unread_periods(reader: Reader, text: str) -> list[str]:
    """The parts of a text about days off that name no days."""
    return [part for part in _parts(text) if not _days_of(reader.when(part))]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _PERIODS.split(text) if part.strip()]


def _days_of(reading: When) -> list[date]:
    if reading.dates:
        return list(reading.dates)
    if reading.recurrence is not None:
        return when_days(reading)
    if reading.start is None or reading.end is None:
        return []
    length = min((reading.end - reading.start).days + 1, _MOST_DAYS)
    return [reading.start + timedelta(days=number) for number in range(length)]


def _hours_a_week(outlook: Outlook) -> float:
    stated = outlook.plan.settings.get("hours_per_week")
    return float(stated) if isinstance(stated, (int, float)) and 0 < stated <= 168 else HOURS_A_WEEK
