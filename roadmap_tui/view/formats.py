"""How dates, numbers and shares are written: dd-mm-yyyy, ISO weeks, decimal comma, bars in half cells."""

from __future__ import annotations

from datetime import date, datetime

from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.parsing import working_days
from roadmap_tui.view.glyphs import UNICODE, Glyphs

_WORKING_WEEK = 5
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def format_date(day: date | None) -> str:
    """10-06-2026; empty where there is no date."""
    return f"{day.day:02d}-{day.month:02d}-{day.year:04d}" if day else ""


def weekday(day: date) -> str:
    """The short name of the day of the week."""
    return _(_WEEKDAYS[day.weekday()])


def short_date(day: date | None) -> str:
    """wo 10-06; empty where there is no date."""
    return f"{weekday(day)} {day.day:02d}-{day.month:02d}" if day else ""


def long_date(day: date | None) -> str:
    """wo 10-06-2026; empty where there is no date."""
    return f"{weekday(day)} {format_date(day)}" if day else ""


def week(day: date) -> str:
    """wk 24 (ISO 8601)."""
    return _("wk {number}").format(number=day.isocalendar().week)


def period(start: date | None, end: date | None) -> str:
    """01-05-2026 t/m 31-05-2026; an open end keeps its word, one day is one date."""
    if start and end:
        if start == end:
            return format_date(start)
        return _("{start} to {end}").format(start=format_date(start), end=format_date(end))
    if start:
        return _("from {start}").format(start=format_date(start))
    return _("until {end}").format(end=format_date(end)) if end else ""


def clock(moment: datetime) -> str:
    """9.12, the Dutch way of writing a time."""
    return f"{moment.hour}.{moment.minute:02d}"


def format_number(value: float | None) -> str:
    """34, 2,5; empty where nothing is known."""
    if value is None:
        return ""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def grouped(value: float | None) -> str:
    """12.500 or 1.250,5: a number with a point between thousands, for amounts in columns and sentences."""
    whole, comma, rest = format_number(value).partition(",")
    return f"{int(whole):,}".replace(",", ".") + comma + rest if whole.lstrip("-").isdecimal() else whole


def hours(value: float) -> str:
    """2,5 uur."""
    return _("{hours} hours").format(hours=format_number(value))


def duration(minutes: int) -> str:
    """45 min or 2:30 u: minutes as people read them."""
    if minutes < 60:
        return _("{minutes} min").format(minutes=minutes)
    return _("{hours} h").format(hours=f"{minutes // 60}:{minutes % 60:02d}")


def percent(value: int | None) -> str:
    """40%; empty where nothing is known."""
    return "" if value is None else f"{value}%"


def lag_text(text: str) -> str:
    """A waiting time in words: 2 weeks later, 3 working days earlier; empty where there is none."""
    days = working_days(text)
    if days is None:
        return text.strip()
    if days == 0:
        return ""
    weeks, rest = divmod(abs(days), _WORKING_WEEK)
    if rest:
        amount = ngettext("{count} working day", "{count} working days", abs(days)).format(count=abs(days))
    else:
        amount = ngettext("{count} week", "{count} weeks", weeks).format(count=weeks)
    return _("{amount} later").format(amount=amount) if days > 0 else _("{amount} earlier").format(amount=amount)


def bar(fraction: float, width: int, glyphs: Glyphs = UNICODE) -> tuple[str, str]:
    """A bar of `width` cells for a share from 0 to 1, as (filled part, rest): paint the two in their own tones.

    It is a line and not a block, so that bars on rows below each other stay apart.
    """
    steps = len(glyphs.bar) - 1
    filled = round(max(0.0, min(1.0, fraction)) * width * steps)
    if fraction > 0 and filled == 0:
        filled = 1
    if fraction < 1 and filled == width * steps:
        filled -= 1
    whole, part = divmod(filled, steps)
    drawn = glyphs.bar[-1] * whole + (glyphs.bar[part] if part else "")
    return drawn, glyphs.track * (width - len(drawn))
