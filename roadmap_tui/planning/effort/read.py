"""Reading a duration expression: "2 sessies van 3 uur", "1x per twee weken 1 uur Teams", "halve dag"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from roadmap_tui.planning.effort.amounts import OPENS_AMOUNT, Amount, hours_of, read_amount
from roadmap_tui.planning.effort.model import DEFAULT_NORMS, Effort, EffortNorms
from roadmap_tui.planning.effort.parts import Part, finished, summed
from roadmap_tui.planning.effort.words import TOTAL_WORDS, is_session
from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.language.tokens import LONGEST_TEXT
from roadmap_tui.planning.notes import Note, note
from roadmap_tui.planning.periods import iso_period
from roadmap_tui.planning.when.recurrence import count_of_times, read_recurrence

_REPEATS: Final = frozenset((k.RECURRING, k.EVERY, k.ALTERNATE, k.PER))
_OPENS_REPEAT: Final = _REPEATS | {k.NUM, k.TIMES, k.SLASH}
_SAYS_AMOUNT: Final = _OPENS_REPEAT | OPENS_AMOUNT


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
        self.parts = [Part(0)]
        self.notes: list[Note] = []
        self.total_ahead = False
        self.depth = 0

    @property
    def part(self) -> Part:
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
        if kind not in _SAYS_AMOUNT:
            return False
        if kind == k.NUM and self._sized_sessions():
            return True
        if kind in _OPENS_REPEAT and (self._repeat() or self._times()):
            return True
        return self._amount() or self._leftover_number()

    def _sized_sessions(self) -> bool:
        """ "three 2-hour workshops", "two half-day sessions": a count, the length of one, what they are."""
        cursor = self.cursor
        start = cursor.at
        count = (
            cursor.number() if cursor.kind == k.NUM and self.part.count is None and self.part.hours is None else None
        )
        if count and (cursor.kind == k.NUM or cursor.token.text == "half") and cursor.kinds & {k.WORD, k.DAYPART}:
            first = cursor.at
            amount = read_amount(cursor)
            if amount is not None and amount.unit != "session" and is_session(cursor.token):
                cursor.at += 1
                self._set_count(count)
                self._hours(amount, first)
                return True
        cursor.at = start
        return False

    def _divide(self) -> bool:
        self.cursor.at += 1
        if self.part.hours is not None or self.part.total is not None:
            self._new_part()
        return True

    def _new_part(self) -> None:
        self.parts.append(Part(self.cursor.at))

    def _repeat(self) -> bool:
        cursor = self.cursor
        if cursor.kind == k.NUM and cursor.ahead(1).kind == k.RECURRING and is_session(cursor.ahead(2)):
            self._set_count(cursor.number() or 0)
        per = cursor.kind == k.PER or self._slash_unit()
        if (
            not per
            and cursor.kind not in _REPEATS
            and cursor.kind != k.TIMES
            and not (cursor.kind == k.NUM and cursor.ahead(1).kind in (k.TIMES, k.RECURRING, k.DASH, *_REPEATS))
        ):
            return False
        start = cursor.at
        found = self._per_unit() or read_recurrence(cursor) or self._every_weekday()
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
        elif part.count_by_norm and part.count is not None and part.hours is not None:
            part.hours, part.count, part.count_by_norm = part.hours * part.count, None, False  # 2 dagen per week
        part.recurrence = found
        return True

    def _slash_unit(self) -> bool:
        """Whether "/week" follows an amount."""
        cursor = self.cursor
        return cursor.kind == k.SLASH and cursor.ahead(1).kind == k.UNIT and self.part.hours is not None

    def _per_unit(self) -> str | None:
        if not self._slash_unit():
            return None
        self.cursor.at += 2
        return iso_period(1, self.cursor.tokens[self.cursor.at - 1].value)

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
        if self.depth and self.cursor.kind == k.DAYPART and self.part.hours is not None:
            return False  # "halve dag (ochtend)" says which part of the day
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
        if part.hours is not None and amount.unit == "hour" and part.last_unit == "hour" and self._is_minutes(start):
            part.hours = round(part.hours + amount.value, 2)
            return
        if part.hours is not None and not (part.hours_by_norm and amount.unit == "hour"):
            self._split_off(start)
            part = self.part
        if self.total_ahead:
            part.total, self.total_ahead = self._whole(amount), False
            if part.count is None and amount.unit != "hour" and amount.value == int(amount.value):
                part.count, part.count_by_norm = int(amount.value), True  # "in totaal 3 dagdelen"
            return
        self._note_span(amount)
        part.is_each = start > 0 and self.cursor.tokens[start - 1].kind in (k.VAN, k.OF, k.TIMES)
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

    def _is_minutes(self, start: int) -> bool:
        """Whether the amount adds to the hours before it: "1 uur en 30 minuten", "1 uur en een kwartier"."""
        last = self.cursor.tokens[self.cursor.at - 1]
        return last.kind == k.MINUTE or (
            last.text.startswith("kwartier")
            and self.cursor.tokens[start - 1].kind == k.AND
            and self.part.end >= start - 1
        )

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
        of_all = part.count is None or not part.is_each
        if part.hours is not None and of_all and self.cursor.kind != k.NUM:
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

    def _opening(self, part: Part, earliest: int) -> int:
        """Where the words of a part begin: after the comma, "en" or new line before its first number."""
        for place in range(part.start - 1, earliest - 1, -1):
            if self.cursor.tokens[place].kind in (k.COMMA, k.AND, k.PLUS):
                return place + 1
        return part.start

    def _without_sums(self, parts: list[Part]) -> list[Part]:
        """Drop "= 8 uur" and "8 uur (4 x 2 uur)": the sum of what the other part says."""
        if len(parts) != 2 or not any(token.text in ("=", "(") for token in self.cursor.tokens):
            return parts
        for whole, detail in (parts, parts[::-1]):
            if whole.count is None and detail.count and whole.hours == detail.count * (detail.hours or 0):
                return [detail]
        return parts

    def _together(self, text: str) -> Effort:
        parts = [part for part in self.parts if part.says_something]
        remarks = [item for part in self.parts if not part.says_something for item in part.notes]
        if not parts:
            return Effort(text, notes=tuple(remarks) or (note("not_understood", part=text.strip()),))
        parts = self._without_sums(parts)
        if len(parts) == 1:
            return finished(parts[0], text, remarks)
        starts = [0, *(self._opening(part, before.end) for before, part in pairwise(parts))]
        stops = [*starts[1:], len(self.cursor.tokens) - 1]
        read = tuple(
            finished(part, self.cursor.words(start, stop).removesuffix(" en").strip(" ,;+\n"), [])
            for part, start, stop in zip(parts, starts, stops, strict=True)
        )
        return summed(text, read, remarks)
