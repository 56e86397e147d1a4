"""What a reader should know about a reading: which assumption was made, what was not understood."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, Final

import msgspec

from roadmap_tui.i18n import N_, _
from roadmap_tui.model.cleaning import safe

_TEXTS: Final[dict[str, str]] = {
    # What could not be read
    "not_understood": N_("Not understood: “{part}”."),
    "did_you_mean": N_("Not understood: “{part}”. Is “{word}” meant?"),
    "too_long": N_("This text is too long to read as a moment or a duration."),
    "impossible_date": N_("The date “{part}” does not exist."),
    "no_such_week": N_("{year} has no week {week}."),
    "no_such_year": N_("The year {part} is outside 1950-2199."),
    "no_such_number": N_("There is no “{part}”."),
    "end_before_start": N_("The end lies before the start."),
    "which_weekday": N_("Which {weekday} is meant? Add a date or a week."),
    "which_unit": N_("Are these days, weeks or months? Write for example T-2 weeks."),
    "duration_only": N_("This is a duration, not a moment."),
    "calendar_unknown": N_("The calendar does not know the dates of “{part}” in {year}."),
    "undecided": N_("The moment is still to be decided."),
    "not_applicable": N_("Does not apply."),
    "soon": N_("As soon as possible."),
    "close": N_("Shortly before or after; how long is not said."),
    # Which assumption was made
    "year_assumed": N_("Year taken from the plan: {year}."),
    "year_guessed": N_("No planning year yet: {year}?"),
    "year_rolled": N_("Runs on into {year}."),
    "year_short": N_("“{part}” is read as the year {year}."),
    "from_today": N_("Counted from today, {day}."),
    "choice": N_("These dates are read as a choice: one of them."),
    "slash_choice": N_("These dates are read as a choice; both may be meant."),
    "loose": N_("Loose periods: the time in between is not included."),
    "exclusive": N_("“Until” is read as up to, not including, {day}."),
    "deadline": N_("This is a deadline."),
    "part_third": N_("Early, mid and late in a month are read as its first, second and last ten days."),
    "part_year": N_("Early, mid and late in a year are read as two months each."),
    "part_quarter": N_("Early, mid and late are read as the first, second and last month."),
    "part_week": N_("Early, mid and late in a week are read as Monday-Tuesday, Wednesday and Thursday-Friday."),
    "nth_week": N_("A week belongs to the month that holds its Thursday."),
    "winter": N_("Winter is read as December to February."),
    "third": N_("The year is read as three parts of four months."),
    "school_region": N_("School holiday of region {region}."),
    "recess": N_("Recess is read as the school holiday; every council sets its own."),
    "time_ignored": N_("The time of day ({part}) is kept in the words, not in the reading."),
    "length_ignored": N_("The length ({part}) is kept in the words, not in the reading."),
    "brackets_differ": N_("The dates between brackets do not fit the rest."),
    "reservation": N_("Subject to {part}."),
    "about": N_("“{part}” is read as the subject, not as part of the moment."),
    "except": N_("Except: {part}."),
    "each_time": N_("Each time: {part}."),
    # What to watch out for
    "weekday_differs": N_("{day} is a {weekday}."),
    "weekend": N_("{day} falls in the weekend ({weekday})."),
    "holiday": N_("{day} is {name}."),
    "in_school_holiday": N_("{day} falls in the {name} of region {region}."),
    # Relative to an anchor
    "before_anchor": N_("Before “{anchor}”."),
    "after_anchor": N_("After “{anchor}”."),
    "at_anchor": N_("At the time of “{anchor}”."),
    "anchor_unknown": N_("“{anchor}” has no date yet."),
    "workdays": N_("Counted in working days."),
    # Repetition
    "continuous": N_("Goes on all the time."),
    "on_weekday": N_("On {weekday}."),
    "nth_weekday": N_("On {weekday} number {nth} of the month."),
    "last_weekday": N_("On the last {weekday} of the month."),
    "on_day": N_("On day {nth} of the month."),
    "nth_week_of_month": N_("In week number {nth} of the month; -1 is the last."),
    "week_parity": N_("Every other week; which weeks are meant depends on the week number."),
    "times": N_("{count} times within this period."),
    # Effort
    "maximum": N_("The upper end is used: {low} to {high}."),
    "approximate": N_("About this much."),
    "at_least": N_("At least this much."),
    "at_most": N_("At most this much."),
    "norm": N_("Counted with {hours} hours for a {unit}."),
    "hours_missing": N_("How many hours is not said."),
    "window_needed": N_("The total depends on the period in which this repeats."),
    "lead_time": N_("This is lead time, not hours of work."),
}
_WEEKDAYS: Final = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_LABELS: Final = {
    "summer": N_("summer holiday"),
    "autumn": N_("autumn holiday"),
    "christmas": N_("Christmas holiday"),
    "spring": N_("spring holiday"),
    "may": N_("May holiday"),
    "dagdeel": N_("half-day session"),
    "half_day": N_("half day"),
    "day": N_("day"),
}
LONGEST_PART: Final = 60  # characters of the user's text repeated in a note


class Note(msgspec.Struct, frozen=True):
    """One remark on a reading: a code from this module and the values its sentence needs."""

    code: str
    params: tuple[tuple[str, Any], ...] = ()

    def __getitem__(self, name: str) -> Any:
        return dict(self.params)[name]


def note(code: str, **params: Any) -> Note:
    """A note with named values; text of the user is shortened to LONGEST_PART characters."""
    return _made(code, tuple(params.items()))


@lru_cache(maxsize=4096, typed=True)
def _made(code: str, params: tuple[tuple[str, Any], ...]) -> Note:
    return Note(code, tuple([(name, _shortened(value)) for name, value in params]))


def note_text(item: Note) -> str:
    """The note as a sentence in the user's language."""
    return _(_TEXTS[item.code]).format_map({name: _shown(name, value) for name, value in item.params})


def _shortened(value: Any) -> Any:
    if isinstance(value, str) and len(value) > LONGEST_PART:
        return value[: LONGEST_PART - 1] + "…"
    return value


def _shown(name: str, value: Any) -> str:
    if isinstance(value, date):
        return f"{value.day:02}-{value.month:02}-{value.year}"
    if name == "weekday":
        return _(_WEEKDAYS[value])
    if name in ("name", "unit"):
        return safe(_(_LABELS.get(value, value)))
    if isinstance(value, float):
        return f"{value:g}"
    return safe(str(value))
