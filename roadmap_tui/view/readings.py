"""How a reading of people's own words is put back into words, so that they can see what it was taken to mean."""

from __future__ import annotations

import re

from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.plan import Plan
from roadmap_tui.planning.effort.model import Effort
from roadmap_tui.planning.notes import Note, note, note_text
from roadmap_tui.planning.when.model import When
from roadmap_tui.view.formats import format_number, hours, long_date, period
from roadmap_tui.view.text import Run

_PERIOD = re.compile(r"(?:(\d+)/)?P(\d+)([DWMY])")
_EVERY = {
    "D": (N_("every day"), N_("every {count} days")),
    "W": (N_("every week"), N_("every {count} weeks")),
    "M": (N_("every month"), N_("every {count} months")),
    "Y": (N_("every year"), N_("every {count} years")),
}


def recurrence_words(recurrence: str | None) -> str:
    """every 2 weeks; empty where nothing repeats."""
    found = _PERIOD.fullmatch(recurrence or "")
    if found is None:
        return ""
    times, count, unit = int(found[1] or 1), int(found[2]), found[3]
    one, many = _EVERY[unit]
    words = _(one if count == 1 else many).format(count=count)
    return _("{times} times {period}").format(times=times, period=words) if times > 1 else words


def when_run(when: When) -> Run:
    """What a moment was taken to mean, in dates; amber where nothing could be made of it."""
    if not when.text.strip():
        return Run("", Tone.MUTED)
    if when.dates and len(when.dates) > 1:
        last = _(" or ") if when.alternatives else _(" and ")
        days = [long_date(day) for day in when.dates]
        text = ", ".join(days[:-1]) + last + days[-1] if len(days) < 5 else f"{', '.join(days[:4])}…"
    elif when.start and when.start == when.end:
        text = long_date(when.start)
    else:
        text = period(when.start, when.end)
    text = ", ".join(part for part in (text, recurrence_words(when.recurrence)) if part)
    if text:
        return Run(text + ("?" if when.uncertain else ""), Tone.MUTED)
    return Run(notes_text(when.notes) or _("No date yet"), Tone.WARN if when.kind == "unknown" else Tone.MUTED)


def guessed_year(when: When, plan: Plan, year: int) -> int | None:
    """The year that a moment was read in although neither its words nor its plan name one; None where one does."""
    is_guess = plan.year is None and any(note.code == "year_assumed" for note in when.notes)
    return year if is_guess else None


def when_notes(when: When, plan: Plan) -> tuple[Note, ...]:
    """The notes of a moment; a year that the plan does not have is not said to be taken from it."""
    if plan.year is not None:
        return when.notes
    return tuple(note("year_guessed", year=n["year"]) if n.code == "year_assumed" else n for n in when.notes)


def effort_run(effort: Effort) -> Run:
    """What a duration was taken to mean, in sessions and hours."""
    if not effort.text.strip():
        return Run("", Tone.MUTED)
    parts = [words for part in effort.all_parts if (words := _part_words(part))]
    if not parts:
        return Run(notes_text(effort.notes) or _("Not read as sessions or hours"), Tone.WARN)
    total = f" = {hours(effort.total_hours)}" if effort.total_hours is not None and _adds_up(effort) else ""
    return Run(" + ".join(parts) + total, Tone.MUTED)


def _adds_up(effort: Effort) -> bool:
    return len(effort.all_parts) > 1 or (effort.count or 1) > 1


def _part_words(part: Effort) -> str:
    words = ""
    if part.count and part.hours_each is not None:
        words = _("{count} × {hours} hours").format(count=part.count, hours=format_number(part.hours_each))
    elif part.count:
        words = ngettext("{count} session", "{count} sessions", part.count).format(count=part.count)
    elif part.hours_each is not None or part.total_hours is not None:
        words = hours(part.hours_each if part.hours_each is not None else part.total_hours or 0)
    return " ".join(word for word in (words, recurrence_words(part.recurrence)) if word)


def notes_text(notes: tuple[object, ...]) -> str:
    """All notes of a reading as sentences in a row."""
    return " ".join(note_text(note) for note in notes)  # type: ignore[arg-type]
