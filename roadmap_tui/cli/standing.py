"""How a plan stands, as text for a terminal of 80 columns and 24 lines, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_tui.cli.output import paint
from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.formats import bar, clock, format_date, format_number, long_date, short_date
from roadmap_tui.view.text import cut, fit, one_line, width_of

if TYPE_CHECKING:
    from roadmap_tui.view.glyphs import Glyphs
    from roadmap_tui.view.lights import LightRow
    from roadmap_tui.view.overview import Entry, Listing, Overview

MAX_LINES = 24
_ALWAYS = 5
_AROUND_SECTION = 2
_BAR = 12
_NUMBER, _WHO, _DAY, _WORD = 5, 14, 9, 20
_ROOMY, _SHORT_WORD = 64, 11
_Section = tuple[str, list[str]]


def standing_lines(
    found: Overview, width: int, glyphs: Glyphs, on: date | None = None, projects: Sequence[LightRow] = ()
) -> list[str]:
    """How the plan stands, in at most 24 lines; `on` is a day that the user chose to look from.

    `projects` are those of a programme, one line each, all of them; that may take more lines.
    """
    lines = [
        _headline(found, width, glyphs),
        _name(found, width, glyphs),
        paint(cut(state_of_file(found, on), width, glyphs.ellipsis), Tone.MUTED),
        _progress(found, width, glyphs),
    ]
    sections = [section for section in _sections(found, width, glyphs) if section[1]]
    if projects:
        heading = _("Projects") + f" ({len(projects)})"
        lines += ["", paint(heading, Tone.STRONG), *(_project(row, width, glyphs) for row in projects)]
    taken = len(projects) + _AROUND_SECTION if projects else 0
    room = max(len(sections), MAX_LINES - _ALWAYS - _AROUND_SECTION * len(sections) - taken)
    for (heading, rows), count in zip(sections, _shares([len(rows) for _h, rows in sections], room), strict=True):
        lines += ["", paint(heading, Tone.STRONG), *rows[:count]]
    return [*lines, paint(cut(_hours(found), width, glyphs.ellipsis), Tone.MUTED)]


def one_line_standing(found: Overview, file: Path, width: int, glyphs: Glyphs) -> str:
    """How the plan stands, for a list of plans."""
    state = fit(f"{glyphs.sign(found.glyph)} {found.state_word}", _WORD, glyphs.ellipsis)
    name = ", ".join(one_line(text) for text in (found.title, found.organisation) if text.strip()) or file.name
    rest = f"{found.progress:3}%  {format_date(found.go_live) or '-':10}  {name}"
    return paint(state, found.tone) + "  " + cut(rest, width - _WORD - 2, glyphs.ellipsis)


def _headline(found: Overview, width: int, glyphs: Glyphs) -> str:
    state = f"{glyphs.sign(found.glyph)} {found.state_word}"
    return paint(state, found.tone) + "  " + cut(safe(found.why), width - width_of(state) - 2, glyphs.ellipsis)


def _name(found: Overview, width: int, glyphs: Glyphs) -> str:
    name = ", ".join(one_line(text) for text in (found.title, found.organisation) if text) or _("Plan without a title")
    rest = ""
    if found.go_live and width >= _ROOMY:
        rest = "  " + _("go-live {day}, {countdown}").format(day=long_date(found.go_live), countdown=found.countdown)
    return paint(cut(name, width - width_of(rest), glyphs.ellipsis), Tone.STRONG) + rest


def state_of_file(found: Overview, on: date | None = None) -> str:
    """How old the plan is and who changed it last."""
    if found.changed is None:
        text = _("never changed")
    else:
        moment = f"{format_date(found.changed.date())} {clock(found.changed)}"
        name = one_line(found.changed_by) or _("somebody unknown")
        text = _("as of {moment}, last changed by {name}").format(moment=moment, name=name)
    return text + ("; " + _("seen from {day}").format(day=long_date(on)) if on else "")


def _progress(found: Overview, width: int, glyphs: Glyphs) -> str:
    drawn, rest = bar(found.progress / 100, _BAR, glyphs)
    counts = _("{done} of {total} done, {active} in progress").format(
        done=found.done, total=found.total, active=found.active
    )
    text = f" {found.progress}%  {counts}"
    return paint(drawn, Tone.GOOD) + paint(rest, Tone.MUTED) + cut(text, width - _BAR, glyphs.ellipsis)


def _hours(found: Overview) -> str:
    hours = found.hours
    text = _("{sessions} sessions, {hours} hours").format(sessions=hours.sessions, hours=format_number(hours.fixed))
    if hours.options:
        text += " (" + _("{hours} without options").format(hours=format_number(hours.without_options)) + ")"
    return text + ", " + _("excl. organisation and preparation")


def _sections(found: Overview, width: int, glyphs: Glyphs) -> Iterable[_Section]:
    late = [*found.late.entries, *found.late_start.entries]
    yield _late_heading(found), [_row(entry, entry.who, short_date(entry.day), width, glyphs) for entry in late]
    yield (
        _heading(_("This week"), found.this_week),
        [_row(entry, entry.who, short_date(entry.day), width, glyphs) for entry in found.this_week.entries],
    )
    yield (
        _heading(_("Milestones"), found.milestones),
        [_row(entry, _points(entry), short_date(entry.day), width, glyphs) for entry in found.milestones.entries],
    )
    yield (
        _heading(_("Risks"), found.risks),
        [_row(entry, entry.who, _score(entry), width, glyphs) for entry in found.risks.entries],
    )


def _heading(label: str, listing: Listing) -> str:
    return f"{label} ({listing.total})"


def _late_heading(found: Overview) -> str:
    text = _heading(_("Late"), found.late)
    if found.late_start.total:
        text += ", " + _("should have started") + f" ({found.late_start.total})"
    return text


def _points(entry: Entry) -> str:
    return f"{entry.done}/{entry.total}" if entry.total else ""


def _score(entry: Entry) -> str:
    return "" if entry.score is None else str(entry.score)


def _row(entry: Entry, who: str, day: str, width: int, glyphs: Glyphs) -> str:
    """One record: number, title, who, when, and sign with word in the colour of its meaning."""
    roomy = width >= _ROOMY
    word_width = _WORD if roomy else _SHORT_WORD
    rest = [fit(one_line(who), _WHO, glyphs.ellipsis)] if roomy else []
    rest.append(fit(day, _DAY))
    sign = glyphs.sign(entry.glyph)
    word = f"{entry.glyph if sign == ' ' else sign} {entry.word}".strip()
    title_width = width - 2 - _NUMBER - sum(width_of(cell) + 1 for cell in rest) - word_width - 1
    title = fit(one_line(entry.title), title_width, glyphs.ellipsis)
    shown = paint(cut(safe(word), word_width, glyphs.ellipsis), entry.tone)
    return f"  {fit(entry.number, _NUMBER)}{' '.join([title, *rest, shown])}"


def _project(row: LightRow, width: int, glyphs: Glyphs) -> str:
    """One project of a programme: number, title, progress, traffic light and the reason for it."""
    from roadmap_tui.view.lights import light_word

    glyph, word, tone = light_word(row.standing.light)
    light = cut(f"{glyphs.sign(glyph)} {word}" if glyph else word, _SHORT_WORD, glyphs.ellipsis)
    left = width - 2 - _NUMBER - _SHORT_WORD - 6
    title = fit(one_line(row.title), left // 2, glyphs.ellipsis)
    why = cut(safe(one_line(row.why)), left - left // 2 - 1, glyphs.ellipsis)
    shown = paint(light, tone) + " " * (_SHORT_WORD - width_of(light))
    return f"  {fit(row.number, _NUMBER)}{shown}{row.progress:3}%  {title} {why}"


def projects_json(projects: Sequence[LightRow]) -> list[dict[str, Any]]:
    """The projects of a programme, for other programs."""
    return [
        {
            "id": row.id,
            "number": row.number,
            "title": row.title,
            "light": row.standing.light,
            "why": row.standing.why,
            "progress": row.progress,
            "file": getattr(row.about, "file", ""),
        }
        for row in projects
    ]


def _shares(wanted: Sequence[int], room: int) -> list[int]:
    """How many lines each section gets: one at a time in turn, until all are served or the room is used."""
    given = [0] * len(wanted)
    while room > 0 and given != list(wanted):
        for place, count in enumerate(wanted):
            if room > 0 and given[place] < count:
                given[place] += 1
                room -= 1
    return given


def standing_json(found: Overview, file: Path) -> dict[str, Any]:
    """How the plan stands, for other programs."""
    return {
        "title": found.title,
        "file": str(file),
        "state": found.state,
        "reasons": list(found.reasons),
        "progress": found.progress,
        "today": found.today,
        "changed": found.changed.astimezone().isoformat(timespec="seconds") if found.changed else None,
        "changed_by": found.changed_by,
        "go_live": found.go_live,
        "weeks_to_go_live": found.weeks_to_go_live,
        "activities": {
            "total": found.total,
            "done": found.done,
            "active": found.active,
            "late": found.late.total,
            "late_start": found.late_start.total,
        },
        "late": [{**_identity(entry), "end": entry.day, "lead": entry.who} for entry in found.late.entries],
        "this_week": [{**_identity(entry), "date": entry.day, "lead": entry.who} for entry in found.this_week.entries],
        "milestones": [_milestone(entry) for entry in found.milestones.entries],
        "risks": [{**_identity(entry), "score": entry.score, "owner": entry.who} for entry in found.risks.entries],
        "hours": {
            "sessions": found.hours.sessions,
            "fixed": found.hours.fixed,
            "without_options": found.hours.without_options,
            "options": found.hours.options,
        },
    }


def _identity(entry: Entry) -> dict[str, Any]:
    return {"id": entry.record.id, "number": entry.number, "title": entry.title}


def _milestone(entry: Entry) -> dict[str, Any]:
    late = entry.tone == Tone.BAD
    counts = {"done": entry.done, "total": entry.total, "progress": entry.progress}
    return {**_identity(entry), "due": entry.day, **counts, "late": late}
