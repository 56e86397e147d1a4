"""Reading a duration expression: "2 sessies van 3 uur", "1x per twee weken 1 uur Teams", "halve dag"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from roadmap_tui.planning.effort.amounts import Amount, hours_of, read_amount
from roadmap_tui.planning.effort.model import DEFAULT_NORMS, Effort, EffortNorms
from roadmap_tui.planning.effort.words import TOTAL_WORDS, is_session
from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.language.tokens import LONGEST_TEXT
from roadmap_tui.planning.notes import Note, note
from roadmap_tui.planning.when.recurrence import count_of_times, read_recurrence

_REPEATS: Final = frozenset((k.RECURRING, k.EVERY, k.ALTERNATE, k.PER))
_PERIODS_IN: Final = {
    ("W", "W"): 1.0,
    ("M", "M"): 1.0,
    ("M", "W"): 52 / 12,
    ("Y", "M"): 12.0,
    ("Y", "W"): 52.0,
    ("Q", "M"): 3.0,
}


class _Part:
    """One part while it is being read."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.count: int | None = None
        self.hours: float | None = None
        self.total: float | None = None
        self.recurrence: str | None = None
        self.hours_by_norm = False
        self.count_by_norm = False
        self.count_after_hours = False
        self.count_at = 0
        self.last_unit = ""
        self.span: Amount | None = None
        self.notes: list[Note] = []

    @property
    def says_something(self) -> bool:
        return any(value is not None for value in (self.count, self.hours, self.total, self.recurrence, self.span))

    def remark(self, code: str, **params: object) -> None:
        item = note(code, **params)
        if item not in self.notes:
            self.notes.append(item)


def read_effort(text: str, norms: EffortNorms = DEFAULT_NORMS) -> Effort:
    """How much time `text` means; empty and unreadable texts give a reading without values. Never raises."""
    stripped = text.strip()
    if len(stripped) > LONGEST_TEXT:
        return Effort(text, notes=(note("too_long"),))
    if not any(sign.isalnum() for sign in stripped):
        return Effort(text)
    return _Reader(stripped, norms).read(text)


class _Reader:
    def __init__(self, text: str, norms: EffortNorms) -> None:
        self.cursor = Cursor(text)
        self.norms = norms
        self.parts = [_Part(0)]
        self.notes: list[Note] = []
        self.total_ahead = False
        self.depth = 0

    @property
    def part(self) -> _Part:
        return self.parts[-1]

    def read(self, text: str) -> Effort:
        cursor = self.cursor
        while not cursor.done:
            start = cursor.at
            if self._step():
                self.part.end = cursor.at
            else:
                cursor.at = start + 1
        return self._together(text)

    def _step(self) -> bool:
        """Read what stands at the cursor into the current part; False for a word that says nothing about time."""
        cursor = self.cursor
        kind, text = cursor.kind, cursor.token.text
        if (kind == k.COMMA and text in "\n;") or kind == k.PLUS:
            return self._divide()
        if kind in (k.OPEN_BRACKET, k.CLOSE_BRACKET):
            self.depth += 1 if kind == k.OPEN_BRACKET else -1
            return False
        if text in TOTAL_WORDS:
            return self._total()
        if kind in (k.NOT_APPLICABLE, k.UNDECIDED):
            self.part.remark("not_applicable" if kind == k.NOT_APPLICABLE else "undecided")
            return False
        if kind in (k.UNCERTAIN, k.AT_LEAST):
            self.part.remark("approximate" if kind == k.UNCERTAIN else "at_least")
            return False
        return self._repeat() or self._times() or self._amount() or self._leftover_number()

    def _divide(self) -> bool:
        self.cursor.at += 1
        if self.part.hours is not None or self.part.total is not None:
            self._new_part()
        return True

    def _new_part(self) -> None:
        self.parts.append(_Part(self.cursor.at))

    def _repeat(self) -> bool:
        cursor = self.cursor
        if cursor.kind == k.NUM and cursor.ahead(1).kind == k.RECURRING and is_session(cursor.ahead(2)):
            self._set_count(cursor.number() or 0)
        per = cursor.kind == k.PER
        if cursor.kind not in _REPEATS and not (
            cursor.kind in (k.NUM, k.TIMES) and cursor.ahead(1).kind in (k.TIMES, k.RECURRING, k.DASH, *_REPEATS)
        ):
            return False
        start = cursor.at
        found = read_recurrence(cursor) or self._every_weekday()
        if found is None:
            cursor.at = start
            return per and self._per_session()
        part = self.part
        if part.recurrence is not None or (part.hours is not None and not per and not self._belongs(start)):
            self._new_part()
            self.part.start = start
            part = self.part
        if per and part.count is not None and not part.count_by_norm and "/" not in found:
            found, part.count = (found if part.count == 1 else f"{part.count}/{found}"), None
        elif per and part.count_by_norm:
            part.count = None
        part.recurrence = found
        return True

    def _every_weekday(self) -> str | None:
        """ "elke dinsdag"."""
        cursor = self.cursor
        if cursor.take(k.EVERY) is None or cursor.take_any((k.WEEKDAY, k.WEEKDAYS)) is None:
            return None
        return "P1W"

    def _belongs(self, start: int) -> bool:
        """Whether a repetition after the hours belongs to them: "1 uur wekelijks", but not "1 uur, 1x per week"."""
        return self.part.recurrence is None and self.cursor.tokens[start].kind in _REPEATS

    def _per_session(self) -> bool:
        """ "per sessie", "per persoon", "per keer": the hours were already said for one."""
        cursor = self.cursor
        cursor.at += 1
        if cursor.done:
            return False
        cursor.at += 1
        return True

    def _times(self) -> bool:
        start = self.cursor.at
        count = count_of_times(self.cursor)
        if count is None:
            return False
        if self.part.hours is not None and (self.part.count is not None or self.part.recurrence is not None):
            self._new_part()
            self.part.start = start
        self._set_count(count)
        return True

    def _set_count(self, count: int) -> None:
        part = self.part
        if part.count is not None and not part.count_by_norm and part.hours is not None:
            self._new_part()
            part = self.part
        part.count_after_hours = part.hours is not None
        part.count_at = self.cursor.at - 2
        part.count = count
        part.count_by_norm = False

    def _amount(self) -> bool:
        start = self.cursor.at
        if is_session(self.cursor.token) and self.part.count is None:
            return False
        amount = read_amount(self.cursor)
        if amount is None:
            return False
        if amount.unit == "session":
            self._sessions(amount, start)
        elif amount.unit in ("W", "M", "Q", "H", "Y"):
            self.part.span = amount
        else:
            self._hours(amount, start)
        return True

    def _sessions(self, amount: Amount, start: int) -> None:
        part = self.part
        if part.hours is not None and (
            part.recurrence is not None or (part.count is not None and not part.count_by_norm)
        ):
            self._new_part()
            self.part.start = start
        self._set_count(max(1, round(amount.value)))
        self._note_span(amount)

    def _note_span(self, amount: Amount) -> None:
        if amount.low is not None and amount.low < amount.value:
            self.part.remark("maximum", low=amount.low, high=amount.value)

    def _hours(self, amount: Amount, start: int) -> None:
        if amount.unit == "half_hour":
            amount = Amount(0.5 * amount.value, "hour")
        part = self.part
        if part.hours is not None and amount.unit == "hour" and part.last_unit == "hour" and self._is_minutes():
            part.hours = round(part.hours + amount.value, 2)
            return
        if part.hours is not None and not (part.hours_by_norm and amount.unit == "hour"):
            self._split_off(start)
            part = self.part
        if self.total_ahead:
            part.total, self.total_ahead = self._whole(amount), False
            return
        self._note_span(amount)
        hours = hours_of(amount, self.norms, part.notes)
        part.last_unit = amount.unit
        if amount.unit == "hour":
            if part.hours_by_norm:
                part.notes = [item for item in part.notes if item.code != "norm"]
            part.hours, part.hours_by_norm = hours, False
            return
        part.hours_by_norm = True
        if hours is None:
            return
        if part.count is None and part.recurrence is None and amount.value == int(amount.value):
            part.count, part.count_by_norm, part.hours = int(amount.value), True, hours
        else:
            part.hours = hours * amount.value

    def _is_minutes(self) -> bool:
        return self.cursor.tokens[self.cursor.at - 1].kind == k.MINUTE

    def _whole(self, amount: Amount) -> float | None:
        hours = hours_of(amount, self.norms, self.part.notes)
        return hours if hours is None or amount.unit == "hour" else hours * amount.value

    def _split_off(self, start: int) -> None:
        """Begin a new part; a count that came after the hours belongs to it."""
        before = self.part
        self._new_part()
        self.part.start = start
        if before.count_after_hours:
            self.part.count, before.count = before.count, None
            self.part.start = before.end = before.count_at
            before.count_after_hours = False

    def _total(self) -> bool:
        """ "in totaal 16 uur" and "16 uur totaal": the hours are those of all sessions together."""
        part = self.part
        self.cursor.at += 1
        if part.hours is not None and part.count is None and self.cursor.tokens[self.cursor.at].kind != k.NUM:
            part.total, part.hours = part.hours, None
        else:
            self.total_ahead = True
        return True

    def _leftover_number(self) -> bool:
        cursor = self.cursor
        if cursor.kind != k.NUM or not cursor.token.text.isdigit() or self.depth:
            return False
        start = cursor.at
        cursor.at += 1
        if cursor.kind == k.WORD:
            cursor.at += 1
        self.part.remark("not_understood", part=cursor.words(start))
        return True

    def _opening(self, part: _Part, earliest: int) -> int:
        """Where the words of a part begin: after the comma, "en" or new line before its first number."""
        for place in range(part.start - 1, earliest - 1, -1):
            if self.cursor.tokens[place].kind in (k.COMMA, k.AND, k.PLUS):
                return place + 1
        return part.start

    def _together(self, text: str) -> Effort:
        parts = [part for part in self.parts if part.says_something]
        remarks = [item for part in self.parts if not part.says_something for item in part.notes]
        if not parts:
            return Effort(text, notes=tuple(remarks) or (note("not_understood", part=text.strip()),))
        if len(parts) == 1:
            return _finished(parts[0], text, remarks)
        starts = [0, *(self._opening(part, before.end) for before, part in pairwise(parts))]
        stops = [*starts[1:], len(self.cursor.tokens) - 1]
        read = tuple(
            _finished(part, self.cursor.words(start, stop).removesuffix(" en").strip(" ,;+\n"), [])
            for part, start, stop in zip(parts, starts, stops, strict=True)
        )
        return _summed(text, read, remarks)


def _finished(part: _Part, text: str, remarks: list[Note]) -> Effort:
    count, hours, total = part.count, part.hours, part.total
    if part.span is not None:
        count = count if count is not None else _repeats_in(part.span, part.recurrence)
        if hours is None and total is None:
            part.remark("lead_time")
    if count is None and hours is not None and part.recurrence is None:
        count = 1
    if total is not None and count:
        hours = round(total / count, 2)
    elif total is not None and hours is None:
        count, hours = 1, total
    if total is None and count is not None and hours is not None:
        total = round(count * hours, 2)
    if hours is None and count is not None:
        part.remark("hours_missing")
    if part.recurrence is not None and count is None:
        part.remark("window_needed")
    return Effort(text, count, hours, total, part.recurrence, (), (*part.notes, *remarks))


def _repeats_in(span: Amount, recurrence: str | None) -> int | None:
    """ "1 uur per week gedurende 10 weken" is ten times."""
    if recurrence is None or "/" in recurrence:
        return None
    units = _PERIODS_IN.get((span.unit, recurrence[-1]))
    return None if units is None else int(span.value * units // int(recurrence[1:-1])) or None


def _summed(text: str, parts: tuple[Effort, ...], remarks: list[Note]) -> Effort:
    hours = {part.hours_each for part in parts}
    totals = [part.total_hours for part in parts if part.total_hours is not None]
    counts = [part.count for part in parts if part.count is not None]
    complete = len(totals) == len(parts)
    recurrence = next((part.recurrence for part in parts if part.recurrence is not None), None)
    notes = list(remarks)
    notes.extend(item for part in parts for item in part.notes if item not in notes)
    return Effort(
        text,
        sum(counts) if complete and len(counts) == len(parts) else None,
        hours.pop() if complete and len(hours) == 1 else None,
        round(sum(totals), 2) if complete else None,
        recurrence,
        parts,
        tuple(notes),
    )
