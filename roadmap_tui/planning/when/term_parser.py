"""Reading one period: each kind of token that can open one has its own small reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.language.words import ENGLISH_MONTHS
from roadmap_tui.planning.notes import Note, note
from roadmap_tui.planning.when import terms as t
from roadmap_tui.planning.when.model import WhenContext
from roadmap_tui.planning.when.numeric import full_year, is_small, is_year, numeric_term, year_after
from roadmap_tui.planning.when.ordinal import ordinal_term, unit_term
from roadmap_tui.planning.when.terms import Term

FILLERS: Final = frozenset((k.FILLER, k.VAN, k.OF))
_YEAR_FIRST: Final = frozenset((k.MONTH, k.QUARTER_LETTER, k.HALF_LETTER, k.SEASON, k.ORDINAL, k.UNIT, k.PART))
_BEFORE_YEAR: Final = frozenset(
    (k.NUM, k.QUOTE, k.VAN, k.OF, k.FILLER, k.COMMA, k.DASH, k.SLASH, k.THIS, k.NEXT, k.LAST, k.UNIT)
)
_CLOSE_TO_PLAN: Final = 10  # years: "mei 26" is a year when it lies this close to the plan's


class TermParser:
    """Reads periods at a cursor; keeps the notes on assumptions it had to make."""

    __slots__ = ("context", "cursor", "notes")

    def __init__(self, cursor: Cursor, context: WhenContext, notes: list[Note]) -> None:
        self.cursor = cursor
        self.context = context
        self.notes = notes

    def term(self) -> Term | None:
        """The period that starts here, or None with nothing read."""
        cursor = self.cursor
        start = cursor.at
        cursor.skip(FILLERS)
        self._skip_redundant_unit()
        reader = _READERS.get(cursor.kind)
        first = cursor.at
        term = reader(self) if reader else None
        if term is None:
            cursor.at = start
            return None
        term.text = cursor.words(first)
        return term

    def base_period(self) -> Term | None:
        """The period of which something is a piece: after "begin" or "1e week", with van or of in between."""
        cursor = self.cursor
        start = cursor.at
        cursor.skip(FILLERS)
        if (
            cursor.kind == k.UNIT
            and not is_small(cursor.ahead(1))
            and cursor.ahead(1).kind not in (k.MONTH, k.VAN, k.OF)
        ):
            return self._current_unit()
        cursor.at = start
        return self.term()

    def _current_unit(self) -> Term | None:
        """ "(eind van) het jaar": the plan's year; "de maand", "de week": those of today."""
        cursor = self.cursor
        if is_year(cursor.ahead(1)):
            return self.term()
        unit = cursor.token.value
        cursor.at += 1
        if unit == "Y":
            return Term(t.YEAR)
        from roadmap_tui.planning.when.named import unit_around

        span = unit_around(self.context.today, unit)
        if span is None or unit == "D":
            return None
        self.notes.append(note("from_today", day=self.context.today))
        return Term(t.FIXED, span=span)

    def _skip_redundant_unit(self) -> None:
        """ "maand mei", "het jaar 2026", "de maanden mei en juni": the unit says nothing new."""
        cursor = self.cursor
        if cursor.kind == k.UNIT:
            unit, following = cursor.token.value, cursor.ahead(1)
            if (unit == "M" and following.kind == k.MONTH) or (unit == "Y" and is_year(following)):
                cursor.at += 1

    def _number(self) -> Term | None:
        cursor = self.cursor
        term = numeric_term(cursor)
        if term is not None:
            return self.year_before(term) if term.unit == t.YEAR else term
        token = cursor.token
        if token.value < 0 or (len(token.text) > 2 and token.text.isdigit()):
            return None
        lettered = self._number_before_letter()
        if lettered is not None:
            return lettered
        if not is_small(token):  # a number word: only as the day of a month
            return None
        cursor.at += 1
        if cursor.take(k.DOT) is None and cursor.kind == k.DASH and cursor.token.glued:
            if cursor.ahead(1).kind == k.MONTH and cursor.ahead(1).glued:
                cursor.at += 1  # 12-mei
        elif cursor.kind == k.SLASH and cursor.token.glued and cursor.ahead(1).kind == k.MONTH:
            cursor.at += 1
        if cursor.kind in (k.UNIT, k.WORKDAY) or cursor.token.text.startswith("dagde"):
            return None  # a distance or a length: "1 september tot 2 weken voor livegang"
        return self._day_in_month(token.value) or self._bare_number(token.value)

    def _number_before_letter(self) -> Term | None:
        """ "1H 2027", "3Q 2026", "26Q4"."""
        cursor = self.cursor
        number, letter, behind = cursor.token, cursor.ahead(1), cursor.ahead(2)
        if letter.kind not in (k.QUARTER_LETTER, k.HALF_LETTER) or not letter.glued or not is_small(number):
            return None
        unit, most = (t.QUARTER, 4) if letter.kind == k.QUARTER_LETTER else (t.HALF, 2)
        if is_year(behind) and 1 <= number.value <= most:
            cursor.at += 3
            return Term(unit, number.value, year=behind.value)
        if is_small(behind) and behind.glued and 1 <= behind.value <= most and len(number.text) == 2:
            cursor.at += 3
            return Term(unit, behind.value, year=full_year(number.value))
        return None

    def _bare_number(self, number: int) -> Term:
        """A number whose unit is said elsewhere, perhaps with its year: "week 1 t/m 3 2027"."""
        cursor = self.cursor
        if cursor.kind != k.QUOTE and not is_year(cursor.token):
            return Term(t.BARE_NUMBER, number)
        return Term(t.BARE_NUMBER, number, year=year_after(cursor))

    def _day_in_month(self, day: int) -> Term | None:
        """The rest of a date after the day: (van) mei (2026)."""
        cursor = self.cursor
        place = cursor.at
        if cursor.kind in (k.VAN, k.OF):
            cursor.at += 1
        month = cursor.take(k.MONTH)
        if month is None:
            cursor.at = place
            return None
        return Term(t.DAY, day, month=month.value, year=self.year_behind())

    def year_before(self, year: Term) -> Term:
        """A year that opens another period: "2026 Q3", "2026: mei", "2026-week 36"; else the year itself."""
        cursor = self.cursor
        place = cursor.at
        if cursor.kind == k.COLON or cursor.joins_words():
            cursor.at += 1
        cursor.skip(FILLERS)
        if cursor.kind in _YEAR_FIRST:
            term = self.term()
            if term is not None and term.needs_year and term.unit not in t.BARE:
                term.root.year = year.year
                return term
        cursor.at = place
        return year

    def _weekday(self) -> Term | None:
        """A weekday before a date: "di 12 mei", "ma 8" (t/m vr 12 juni)."""
        cursor = self.cursor
        weekday = cursor.token.value
        cursor.at += 1
        if cursor.kind in (k.RANGE, k.DASH, k.UNTIL) and cursor.ahead(1).kind == k.WEEKDAY:
            cursor.at += 2  # "ma t/m do 8-11 juni"
            if cursor.kind == k.UNIT and cursor.token.value == "W":
                return self._weekdays_of_week(weekday, cursor.tokens[cursor.at - 1].value)
        cursor.take(k.COMMA)
        cursor.skip(FILLERS)
        if cursor.kind not in (k.NUM, k.ORDINAL, k.MONTH):
            return None
        term = (
            self._number()
            if cursor.kind == k.NUM
            else ordinal_term(self)
            if cursor.kind == k.ORDINAL
            else self._month()
        )
        if term is None or term.unit not in (t.DAY, t.BARE_NUMBER):
            return None
        term.weekday = weekday
        return term

    def _weekdays_of_week(self, first: int, last: int) -> Term | None:
        """ "ma t/m vr week 23"."""
        week = unit_term(self)
        if week is None or week.unit != t.WEEK or last < first:
            return None
        term = Term(t.WEEKDAYS_OF, last - first, base=week)
        term.weekday = first
        return term

    def _month(self) -> Term | None:
        cursor = self.cursor
        token = cursor.token
        month: int = token.value
        cursor.at += 1
        year = self.year_behind()
        if year:
            return Term(t.MONTH, month=month, year=year)
        number = cursor.token
        if is_small(number) and not self._date_follows():
            return self._month_then_number(token.text, month)
        if number.kind == k.ORDINAL and token.text in ENGLISH_MONTHS and 1 <= number.value <= 31:
            cursor.at += 1
            return Term(t.DAY, number.value, month=month, year=self.year_behind())
        return Term(t.MONTH, month=month)

    def _month_then_number(self, name: str, month: int) -> Term:
        """ "May 12" is a day, "mei 26" a year that lies close to the plan's."""
        cursor = self.cursor
        number = cursor.token
        year = full_year(number.value)
        following = cursor.ahead(2) if cursor.ahead(1).kind == k.COMMA else cursor.ahead(1)
        named_english = name in ENGLISH_MONTHS or is_year(following)
        if not named_english and len(number.text) == 2 and abs(year - self.context.year) <= _CLOSE_TO_PLAN:
            cursor.at += 1
            self.notes.append(note("year_short", part=number.text, year=year))
            return Term(t.MONTH, month=month, year=year)
        cursor.at += 1
        return Term(t.DAY, number.value, month=month, year=self.year_behind())

    def _joined_short_year(self) -> int:
        """The year of "okt-26" and "8-jun-26", when it lies close to the plan's; 0 for anything else."""
        cursor = self.cursor
        number, following = cursor.ahead(1), cursor.ahead(2)
        if not cursor.joins_words() or not is_small(number) or len(number.text) != 2:
            return 0
        year = full_year(number.value)
        if abs(year - self.context.year) > _CLOSE_TO_PLAN or following.kind == k.MONTH or following.glued:
            return 0
        cursor.at += 2
        return year

    def _date_follows(self) -> bool:
        """Whether the number that is next opens a date or a count of its own: "mei 12-05", "mei 2x"."""
        following = self.cursor.ahead(1)
        return (following.glued and following.kind in (k.DASH, k.SLASH, k.DOT)) or following.kind in (
            k.TIMES, k.MONTH, k.HOUR, k.UNIT,
        )  # fmt: skip

    def _quarter_letter(self) -> Term | None:
        return self._lettered(t.QUARTER, 4)

    def _half_letter(self) -> Term | None:
        return self._lettered(t.HALF, 2)

    def _lettered(self, unit: str, highest: int) -> Term | None:
        cursor = self.cursor
        cursor.at += 1
        number = cursor.token
        if not is_small(number) or number.value > highest:
            return None
        cursor.at += 1
        return Term(unit, number.value, year=self.year_behind(short=True))

    def _season(self) -> Term | None:
        cursor = self.cursor
        season: int = cursor.token.value
        cursor.at += 1
        number, following = cursor.token, cursor.ahead(1)
        if season == 12 and is_small(number) and following.kind in (k.SLASH, k.DASH):
            cursor.at += 1
            year = full_year(number.value)
        else:
            year = self.year_behind(short=True)
        if year and season == 12 and cursor.kind in (k.SLASH, k.DASH):
            self.skip_second_year(year)
        return Term(t.SEASON, season, year=year)

    def skip_second_year(self, year: int) -> None:
        """The second year of "winter 2026/2027" or "schooljaar 26/27"."""
        cursor = self.cursor
        place = cursor.at
        cursor.at += 1
        cursor.take(k.QUOTE)
        second = cursor.token
        if second.kind == k.NUM and second.value in (year + 1, (year + 1) % 100):
            cursor.at += 1
        else:
            cursor.at = place

    def _part(self) -> Term | None:
        """begin / half / medio / eind, of a period or bare ("begin of eind mei")."""
        cursor = self.cursor
        name: str = cursor.token.value
        cursor.at += 1
        place = cursor.at
        if cursor.kind == k.DASH and cursor.token.glued:
            cursor.at += 1
        base = self.base_period()
        if base is not None and base.unit not in t.BARE:
            if base.unit == t.DAY:
                return None
            if base.unit == t.SCHOOL_YEAR and not base.year and name == "end":
                base.year = self.context.year - 1  # the school year that ends in the plan's year
            if base.unit == t.PART and base.name in ("begin", "mid", "end"):
                cursor.at = place  # "begin of eind mei" is two parts
                return Term(t.BARE_PART, name=name)
            return Term(t.PART, name=name, base=base)
        cursor.at = place
        return Term(t.BARE_PART, name=name)

    def year_behind(self, short: bool = False) -> int:
        """The year behind a period, in digits or as "volgend jaar"; 0 when there is none."""
        cursor = self.cursor
        if cursor.kind not in _BEFORE_YEAR:
            return 0
        year = year_after(cursor) or (self._joined_short_year() if cursor.tokens[cursor.at - 1].kind == k.MONTH else 0)
        if year:
            return year
        place = cursor.at
        cursor.at += short and cursor.joins_words()
        number = cursor.token
        if short and is_small(number) and len(number.text) == 2 and number.value > 12 and not self._date_follows():
            cursor.at += 1
            return full_year(number.value)
        cursor.at = place
        cursor.skip(FILLERS)
        following = cursor.ahead(1)
        if cursor.kind in (k.THIS, k.NEXT, k.LAST) and following.kind == k.UNIT and following.value == "Y":
            step = {k.THIS: 0, k.NEXT: 1, k.LAST: -1}[cursor.kind]
            cursor.at += 2
            self.notes.append(note("from_today", day=self.context.today))
            return self.context.today.year + step
        cursor.at = place
        return 0


_READERS: Final[dict[str, Callable[[TermParser], Term | None]]] = {
    k.NUM: TermParser._number,
    k.QUOTE: lambda parser: _quoted_year(parser),
    k.WEEKDAY: TermParser._weekday,
    k.MONTH: TermParser._month,
    k.QUARTER_LETTER: TermParser._quarter_letter,
    k.HALF_LETTER: TermParser._half_letter,
    k.SEASON: TermParser._season,
    k.PART: TermParser._part,
    k.ORDINAL: ordinal_term,
    k.UNIT: unit_term,
    **dict.fromkeys(
        (k.SCHOOL_HOLIDAY, k.RECESS, k.HOLIDAY, k.SCHOOL_YEAR, k.START, k.TODAY, k.THIS, k.NEXT, k.LAST, k.WEEKEND),
        lambda parser: _named(parser),
    ),
}


def _named(parser: TermParser) -> Term | None:
    """A period with a name, or counted from today; its module is imported when one is first met."""
    from roadmap_tui.planning.when.named import READERS

    return READERS[parser.cursor.kind](parser)


def _quoted_year(parser: TermParser) -> Term | None:
    year = year_after(parser.cursor)
    return Term(t.YEAR, year=year) if year else None
