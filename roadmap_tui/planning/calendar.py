"""The Dutch calendar: public holidays, days on which town halls are closed, school holidays, council recess.

The days themselves are data (data/calendars/*.toml, beside the same as JSON), so that a team can add its own; a year
that the tables do not know is unknown here, never calculated or guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

import msgspec

from roadmap_tui.errors import UnreadableError
from roadmap_tui.i18n import N_, _
from roadmap_tui.resources import data_file, own_calendars, read_toml

SATURDAY: Final = 5
_REGIONS: Final = ("noord", "midden", "zuid")
Span = tuple[date, date]
HOLIDAY_LABELS: Final = {
    "new_year": N_("New Year's Day"),
    "good_friday": N_("Good Friday"),
    "easter_sunday": N_("Easter Sunday"),
    "easter_monday": N_("Easter Monday"),
    "kings_day": N_("King's Day"),
    "liberation_day": N_("Liberation Day"),
    "ascension": N_("Ascension Day"),
    "bridge_day": N_("the day after Ascension Day"),
    "whit_sunday": N_("Whit Sunday"),
    "whit_monday": N_("Whit Monday"),
    "christmas_day": N_("Christmas Day"),
    "boxing_day": N_("Boxing Day"),
}
SCHOOL_LABELS: Final = {
    "summer": N_("summer holiday"),
    "autumn": N_("autumn holiday"),
    "christmas": N_("Christmas holiday"),
    "spring": N_("spring holiday"),
    "may": N_("May holiday"),
}
_RUNS: Final = {  # names that cover more than one holiday
    "easter": ("easter_sunday", "easter_monday"),
    "whitsun": ("whit_sunday", "whit_monday"),
    "christmas_days": ("christmas_day", "boxing_day"),
}
_FIXED_DAYS: Final = {"sinterklaas": (12, 5), "new_years_eve": (12, 31)}
_DEFAULT_FILES: Final = {
    "holidays": "calendars/nl.json",
    "school": "calendars/school.json",
    "recess": "calendars/council.json",
    "meetings": "calendars/council.json",
}


class Holiday(msgspec.Struct, frozen=True):
    """One holiday: its key, the name to show, and whether town halls are closed."""

    key: str
    name: str
    closed: bool


class _HolidayEntry(msgspec.Struct):
    """One holiday as its table in a calendar file gives it."""

    dates: list[date] = []
    closed: bool = False
    name: str = ""


_FORMS: Final[dict[str, Any]] = {
    "holidays": dict[str, _HolidayEntry],
    "school": dict[str, dict[str, list[Span]]],
    "recess": dict[str, list[Span]],
    "meetings": dict[str, list[date]],
}


class Calendar:
    """Holidays and school holidays; each table is loaded when first asked for.

    `extra` names TOML files of the same form that add to or overrule the tables that come with the
    program; `free_days` are days off besides.
    """

    def __init__(self, extra: Iterable[Path] = (), free_days: Iterable[date] = ()) -> None:
        self._extra = tuple(extra)
        self._free_days = frozenset(free_days)

    def without(self, free_days: Iterable[date]) -> Calendar:
        """This calendar with more days off."""
        return Calendar(self._extra, self._free_days | frozenset(free_days))

    def is_working_day(self, day: date) -> bool:
        """Whether a town hall works on this day: no weekend, no holiday that closes it, no day off."""
        if day.weekday() >= SATURDAY or day in self._free_days:
            return False
        holiday = self._holidays.get(day)
        return holiday is None or not holiday.closed

    def holiday_name(self, day: date) -> str | None:
        """The name of the holiday on this day, in the user's language."""
        holiday = self._holidays.get(day)
        return None if holiday is None else _(holiday.name)

    def holiday_key(self, day: date) -> str | None:
        """The untranslated label of the holiday on this day."""
        holiday = self._holidays.get(day)
        return None if holiday is None else holiday.name

    def named_days(self, name: str, year: int) -> Span | None:
        """First and last day of what people call by one name ("easter", "christmas_days") in a year."""
        if name in _FIXED_DAYS:
            day = date(year, *_FIXED_DAYS[name])
            return day, day
        if name == "turn_of_year":
            return date(year, 12, 31), date(year + 1, 1, 1)
        if name == "prinsjesdag":  # the third Tuesday of September (Grondwet, article 65)
            first = date(year, 9, 1)
            day = first + timedelta(days=(1 - first.weekday()) % 7 + 14)
            return day, day
        if name == "carnival":  # the three days before Ash Wednesday
            easter = self._by_key.get(("easter_sunday", year))
            return None if easter is None else (easter - timedelta(days=49), easter - timedelta(days=47))
        first_key, last_key = _RUNS.get(name, (name, name))
        first_day, last_day = self._by_key.get((first_key, year)), self._by_key.get((last_key, year))
        return None if first_day is None or last_day is None else (first_day, last_day)

    def school_holiday(self, day: date, region: str) -> str | None:
        """The label of the school holiday that `day` falls in; None outside, and in years that are not known."""
        return self._school_days.get((region, day))

    def school_holiday_span(self, name: str, year: int, region: str) -> Span | None:
        """First and last day of the school holiday that starts in `year`; None when not known."""
        return _starting_in(self._school.get(region, {}).get(name, []), year)

    def meetings_on(self, day: date) -> list[str]:
        """The names of the meetings of a team's own calendars on this day, such as of the council."""
        return self._meetings.get(day, [])

    def next_meeting(self, day: date) -> tuple[date, str] | None:
        """The first meeting of a team's own calendars on or after this day."""
        first = min((each for each in self._meetings if each >= day), default=None)
        return None if first is None else (first, ", ".join(self._meetings[first]))

    def recess_span(self, name: str, year: int) -> Span | None:
        """First and last day of the council's recess that starts in `year`; None when the tables have none."""
        return _starting_in(self._recess.get(name, []), year)

    @cached_property
    def _holidays(self) -> dict[date, Holiday]:
        found: dict[date, Holiday] = {}
        for key, entry in self._tables("holidays"):
            holiday = Holiday(key, entry.name or HOLIDAY_LABELS.get(key, key), entry.closed)
            for day in entry.dates:
                if day not in found or holiday.closed:
                    found[day] = holiday
        return found

    @cached_property
    def _by_key(self) -> dict[tuple[str, int], date]:
        return {(key, day.year): day for key, entry in self._tables("holidays") for day in entry.dates}

    @cached_property
    def _school(self) -> dict[str, dict[str, list[Span]]]:
        found: dict[str, dict[str, list[Span]]] = {}
        for region, holidays in self._tables("school"):
            for name, spans in holidays.items():
                found.setdefault(region, {}).setdefault(name, []).extend(spans)
        return found

    @cached_property
    def _school_days(self) -> dict[tuple[str, date], str]:
        return {
            (region, first + timedelta(days=i)): SCHOOL_LABELS.get(key, key)
            for region, holidays in self._school.items()
            for key, spans in holidays.items()
            for first, last in spans
            for i in range((last - first).days + 1)
        }

    @cached_property
    def _recess(self) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = {}
        for name, spans in self._tables("recess"):
            found.setdefault(name, []).extend(spans)
        return found

    @cached_property
    def _meetings(self) -> dict[date, list[str]]:
        found: dict[date, list[str]] = {}
        for name, days in self._tables("meetings"):
            for day in days:
                found.setdefault(day, []).append(name)
        return found

    def _tables(self, section: str) -> list[tuple[str, Any]]:
        """The entries of one section, those of the own files last."""
        paths = (data_file(_DEFAULT_FILES[section]), *self._extra)
        return [entry for path in paths for entry in _section(path, section).items()]


def _starting_in(spans: list[Span], year: int) -> Span | None:
    return next((span for span in reversed(spans) if span[0].year == year), None)


@cache
def _load(path: Path) -> dict[str, Any]:
    """The content of a calendar file. Raises UnreadableError when it is missing or damaged.

    Those that come with the program are kept as JSON too, which every command reads in less time than it loads TOML.
    """
    try:
        if path.suffix == ".json":
            return dict(msgspec.json.decode(path.read_bytes()))
        return read_toml(path)
    except (OSError, ValueError, TypeError) as problem:
        raise _unreadable(path, str(problem).splitlines()[0]) from problem


@cache
def _section(path: Path, section: str) -> dict[str, Any]:
    """One section of a calendar file. Raises UnreadableError when it has another form than expected."""
    try:
        return dict(msgspec.convert(_load(path).get(section, {}), _FORMS[section]))
    except msgspec.ValidationError as problem:
        place = str(problem).partition("$")[2].strip("`.") or section
        words = _("[{section}] has something else than dates at {place}").format(section=section, place=place)
        raise _unreadable(path, words) from problem


def _unreadable(path: Path, problem: str) -> UnreadableError:
    return UnreadableError(
        _("The calendar {file} cannot be read ({problem}); repair or remove it.").format(
            file=path.name, problem=problem
        )
    )


@cache
def _calendar(extra: tuple[Path, ...]) -> Calendar:
    return Calendar(extra)


def dutch_calendar() -> Calendar:
    """The calendar that comes with the program, with all of the user's own; loaded once."""
    return _calendar(own_calendars())


def plan_calendar(names: str) -> Calendar | None:
    """The calendar with only those own files that a plan names, None where it names none; see `missing_calendars`."""
    wanted = _names(names)
    return _calendar(tuple(path for path in own_calendars() if path.stem.casefold() in wanted)) if wanted else None


def missing_calendars(names: str) -> list[str]:
    """The own calendars that a plan names and that are not on this computer."""
    known = {path.stem.casefold() for path in own_calendars()}
    return [name for name in _names(names) if name not in known]


def _names(text: str) -> list[str]:
    words = (word.strip().casefold().removesuffix(".toml") for word in re.split(r"[,;\n]+", text))
    return [word for word in words if word]


def check_file(path: Path) -> None:
    """Raise UnreadableError with one sentence where a calendar file cannot be used."""
    unknown = [name for name in _load(path) if name not in _FORMS]
    if unknown:
        known = ", ".join(f"[{name}]" for name in _FORMS)
        raise _unreadable(path, _("[{name}] is not one of {known}").format(name=unknown[0], known=known))
    for section in _FORMS:
        _section(path, section)
    for name, spans in _spans_of(path):
        if any(last < first for first, last in spans):
            raise _unreadable(path, _("{name} ends before it starts").format(name=name))
    for region in _section(path, "school"):
        if region not in _REGIONS:
            problem = _('"{region}" is not a region; write noord, midden or zuid').format(region=region)
            raise _unreadable(path, problem)


def _spans_of(path: Path) -> Iterator[tuple[str, list[Span]]]:
    yield from _section(path, "recess").items()
    for holidays in _section(path, "school").values():
        yield from holidays.items()
