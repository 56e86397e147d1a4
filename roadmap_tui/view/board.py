"""The overview as lines for a screen: the answer first, then what asks for attention, in columns that line up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

import msgspec

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.view.formats import bar, clock, format_date, format_number, long_date, short_date
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.overview import Entry, Listing, Overview, days_since
from roadmap_tui.view.text import Line, Run, cut, fit, line_width, one_line, width_of

TWO_COLUMNS: Final = 100
THREE_COLUMNS: Final = 180
_GAP: Final = 3
_PROGRESS_BAR, _POINTS_BAR = 24, 6
_DAY, _SHORT_DAY, _SHORTEST_NUMBER, _WHO = 9, 6, 5, 18
_LONGEST_WORD = 20
_ROOM_FOR_WHO, _ROOM_FOR_BAR = 72, 60


class BoardLine(NamedTuple):
    """One line of a list; `record` is what Enter opens, None for headings and blanks."""

    runs: Line
    record: Record | None = None


class _Columns(NamedTuple):
    """How the lines of one column divide their room: in all, for the day, the number and the closing word."""

    width: int
    day: int
    glyphs: Glyphs
    number: int = _SHORTEST_NUMBER
    word: int = 0


class Section(NamedTuple):
    """A list with its heading."""

    heading: str
    tone: Tone
    entries: Sequence[Entry]
    total: int
    nothing: str = ""
    """What to do where there is nothing; `{action}` stands for the key of that action."""


def headline(found: Overview, width: int, glyphs: Glyphs) -> list[Line]:
    """How the plan stands in one line, how far it is, and how old this picture is."""
    state = f"{glyphs.sign(found.glyph)} {found.state_word}   "
    why = cut(one_line(found.why), max(0, width - width_of(state)), glyphs.ellipsis)
    drawn, rest = bar(found.progress / 100, _PROGRESS_BAR, glyphs)
    counts = _("{done} of {total} done, {active} in progress").format(
        done=found.done, total=found.total, active=found.active
    )
    progress = [Run(drawn, Tone.GOOD), Run(rest, Tone.MUTED), Run(f" {found.progress}%", Tone.STRONG)]
    return [
        [Run(state, found.tone), Run(why, Tone.STRONG)],
        *_beside([*progress, Run("   " + counts, Tone.NORMAL)], hours_line(found, width), width, glyphs),
        *_beside(_go_live(found), _age(found), width, glyphs),
        *_gotik(found, width, glyphs),
    ]


def _gotik(found: Overview, width: int, glyphs: Glyphs) -> list[Line]:
    """The lights of the last report: aspect, sign, colour in words and trend; letters where it is narrow."""
    for short in (False, True):
        line: Line = []
        for judged in found.gotik:
            words = " ".join(filter(None, (glyphs.sign(judged.glyph), judged.word, "" if short else judged.trend)))
            line += [Run("   " if line else ""), Run(judged.aspect[:1] if short else judged.aspect, Tone.MUTED)]
            line.append(Run(f" {words}", judged.tone))
        if line_width(line) <= width:
            break
    return [line] if line else []


def _beside(first: Line, second: Line, width: int, glyphs: Glyphs) -> list[Line]:
    """Two parts on one line where they fit, else below each other; a part without words takes no room."""
    together = [*first, Run(f"   {glyphs.dot}   ", Tone.MUTED), *second]
    if first and second and line_width(together) <= width:
        return [together]
    return [part for part in (first, second) if part]


def _go_live(found: Overview) -> Line:
    if found.go_live is None:
        return []
    return [Run(_("go-live {day}").format(day=long_date(found.go_live)) + ", "), Run(found.countdown, Tone.STRONG)]


def _age(found: Overview) -> Line:
    if found.changed is None:
        return [Run(_("never changed"), Tone.MUTED)]
    moment = f"{format_date(found.changed.date())} {clock(found.changed)}"
    name = one_line(found.changed_by) or _("somebody unknown")
    return [Run(_("as of {moment}, last changed by {name}").format(moment=moment, name=name), Tone.MUTED)]


def hours_line(found: Overview, width: int = 0) -> Line:
    """Sessions and hours that the plan fixes; without the share of options where `width` is too short for it."""
    hours = found.hours
    text = _("{sessions} sessions, {hours} hours").format(sessions=hours.sessions, hours=format_number(hours.fixed))
    note = Run(", " + _("excl. organisation and preparation"), Tone.MUTED)
    without_options = " (" + _("{hours} without options").format(hours=format_number(hours.without_options)) + ")"
    if hours.options and (not width or width_of(text + without_options + note.text) <= width):
        text += without_options
    return [Run(text, Tone.NORMAL), note]


def board(found: Overview, width: int, height: int, glyphs: Glyphs) -> list[list[BoardLine]]:
    """The lists in one or two columns of at most `height` lines; `width` is that of the whole."""
    urgent, ahead = _sections(found)
    day = max(_DAY, width_of(short_date(found.today)) + 1)
    widths = column_widths(width)
    if len(widths) == 1:
        return [_column([*urgent, *ahead], _Columns(width, day, glyphs), height)]
    parts = (
        [(urgent, day), (ahead, _SHORT_DAY)]
        if len(widths) == 2
        else [(urgent, day), (ahead[:1], _SHORT_DAY), (ahead[1:], _SHORT_DAY)]
    )
    return [
        _column(sections, _Columns(room, first, glyphs), height)
        for (sections, first), room in zip(parts, widths, strict=True)
    ]


def beginning(found: Overview) -> list[BoardLine]:
    """What to do first where the plan holds nothing yet; `{action}` stands for the key of that action."""
    if found.total or found.milestones.total or found.risks.total:
        return []
    steps = [
        ("{go_activities} {quick_add}", _("an activity, from one line of text")),
        ("{go_activities} {paste}", _("rows that you copied from Word or Excel")),
        ("{go_milestones}", _("milestones with their checklists")),
        ("{go_risks}", _("what may go wrong, and what you do about it")),
        ("{go_chapters}", _("the chapters, and what is missing in them")),
        ("{palette}", _("everything else")),
    ]
    heading = BoardLine([Run(_("This is how you begin"), Tone.STRONG)])
    return [heading, *(BoardLine([Run(f"  {keys}", Tone.ACCENT), Run(words)]) for keys, words in steps)]


def column_widths(width: int) -> tuple[int, ...]:
    """How wide each column is."""
    if width < TWO_COLUMNS:
        return (width,)
    if width >= THREE_COLUMNS:
        side = (width - 2 * _GAP) * 3 // 10
        return side, width - 2 * (side + _GAP), side
    left = (width - _GAP) * 3 // 7
    return left, width - _GAP - left


def _sections(found: Overview) -> tuple[list[Section], list[Section]]:
    """What asks for attention now, and what lies ahead."""
    late = _section(_("Late"), found.late, Tone.BAD if found.late.total else Tone.STRONG)
    waiting = _section(_("Should have started"), _with_days(found.late_start, found.today), Tone.WARN)
    week = _section(_("This week"), found.this_week)
    ahead = [_section(_("Milestones"), found.milestones), _section(_("Top risks"), found.risks)]
    due = _section(_("Decisions, actions and issues"), found.log)
    return [late, week, *(section for section in (waiting, due) if section.total)], ahead


def _with_days(listing: Listing, today: date) -> Listing:
    """The entries with the number of days since for a word: the heading says what is the matter."""
    entries = tuple(msgspec.structs.replace(e, word=days_since(e.day, today)) for e in listing.entries)
    return Listing(entries, listing.total)


def _section(heading: str, listing: Listing, tone: Tone = Tone.STRONG) -> Section:
    return Section(heading, tone, listing.entries, listing.total, listing.nothing)


def _column(sections: Sequence[Section], columns: _Columns, height: int) -> list[BoardLine]:
    room = height - 2 * len(sections) + 1
    blank = room >= len(sections)
    room = room if blank else height - len(sections)
    shown = [entry for section in sections for entry in section.entries[:height]]
    columns = columns._replace(
        number=max([_SHORTEST_NUMBER, *(len(entry.number) + 1 for entry in shown)]),
        word=min(_LONGEST_WORD, max((width_of(_word(entry, columns.glyphs)) for entry in shown), default=0)),
    )
    lines: list[BoardLine] = []
    for section, count in zip(sections, _shares([max(1, len(s.entries)) for s in sections], room), strict=True):
        if lines and blank:
            lines.append(BoardLine([]))
        lines.append(_heading(section, count))
        if count and not section.entries:
            lines.append(BoardLine([Run("  " + (section.nothing or _("nothing")), Tone.MUTED)]))
        lines += [BoardLine(_row(entry, columns), entry.record) for entry in section.entries[:count]]
    return lines[:height]


def _heading(section: Section, shown: int) -> BoardLine:
    more = section.total - shown
    line = [Run(section.heading, section.tone)]
    if section.total:
        line.append(Run(f" ({section.total})", section.tone if section.tone is Tone.BAD else Tone.MUTED))
    if more > 0 and section.entries:
        line.append(Run("   " + _("{count} more").format(count=more), Tone.MUTED))
    return BoardLine(line)


def _shares(wanted: Sequence[int], room: int) -> list[int]:
    """The room shared one line at a time, so that a long list does not push away a short one."""
    given = [0] * len(wanted)
    while room > 0 and given != list(wanted):
        for index, want in enumerate(wanted):
            if room > 0 and given[index] < want:
                given[index] += 1
                room -= 1
    return given


def _row(entry: Entry, columns: _Columns) -> Line:
    """A line of a list: when or how heavy, number, title, who or how far, and the word for how it stands."""
    line = [
        Run("  " + fit(_first(entry, columns), columns.day), Tone.NORMAL),
        Run(fit(entry.number, columns.number), Tone.MUTED),
    ]
    tail = _tail(entry, columns)
    room = columns.width - line_width(line) - line_width(tail)
    title = fit(one_line(entry.title), max(0, room - 2), columns.glyphs.ellipsis)
    return [*line, Run(title + "  ", Tone.NORMAL), *tail]


def _first(entry: Entry, columns: _Columns) -> str:
    if entry.score is not None:
        return f"{entry.score:>2}"
    return short_date(entry.day) if columns.day >= _DAY else short_date(entry.day).rpartition(" ")[2]


def _tail(entry: Entry, columns: _Columns) -> Line:
    tail: Line = []
    if entry.total:
        if columns.width >= _ROOM_FOR_BAR:
            drawn, rest = bar(entry.done / entry.total, _POINTS_BAR, columns.glyphs)
            tail += [Run(drawn, Tone.GOOD), Run(rest, Tone.MUTED)]
        tail.append(Run(f"{entry.done:>3}/{entry.total:<3}", Tone.NORMAL))
    elif entry.who and columns.width >= _ROOM_FOR_WHO:
        tail.append(Run(fit(one_line(entry.who), _WHO, columns.glyphs.ellipsis) + "  ", Tone.MUTED))
    return [*tail, Run(fit(_word(entry, columns.glyphs), columns.word, columns.glyphs.ellipsis), entry.tone)]


def _word(entry: Entry, glyphs: Glyphs) -> str:
    """Sign and word for how an entry stands; a risk has the letter of its class for a sign."""
    sign = entry.glyph if entry.score is not None else glyphs.sign(entry.glyph)
    return f"{sign} {entry.word}".strip()
