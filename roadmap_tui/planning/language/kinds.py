"""The kinds of token that planning language is made of."""

from __future__ import annotations

from typing import Final

END: Final = "end"
WORD: Final = "word"  # a word that is not in the vocabulary
OTHER: Final = "other"  # a sign that is not in the vocabulary

# Numbers and signs
NUM: Final = "num"
ORDINAL: Final = "ordinal"
CLOCK: Final = "clock"
COMMA: Final = "comma"
DASH: Final = "dash"
SLASH: Final = "slash"
DOT: Final = "dot"
COLON: Final = "colon"
OPEN_BRACKET: Final = "open_bracket"
CLOSE_BRACKET: Final = "close_bracket"
PLUS: Final = "plus"
QUOTE: Final = "quote"

# Periods
MONTH: Final = "month"
WEEKDAY: Final = "weekday"
SEASON: Final = "season"
QUARTER_LETTER: Final = "quarter_letter"
HALF_LETTER: Final = "half_letter"
HALF: Final = "half"
PART: Final = "part"
UNIT: Final = "unit"
WEEKEND: Final = "weekend"
WORKDAY: Final = "workday"
SCHOOL_HOLIDAY: Final = "school_holiday"
RECESS: Final = "recess"
HOLIDAY: Final = "holiday"
SCHOOL_YEAR: Final = "school_year"
TODAY: Final = "today"
THIS: Final = "this"
NEXT: Final = "next"
LAST: Final = "last"

# Links and bounds
RANGE: Final = "range"
UNTIL: Final = "until"
BEFORE: Final = "before"
BY: Final = "by"
AFTER: Final = "after"
FROM: Final = "from"
BETWEEN: Final = "between"
AND: Final = "and"
OR: Final = "or"
OF: Final = "of"
VAN: Final = "van"
AT: Final = "at"
WITHIN: Final = "within"
AHEAD: Final = "ahead"
ONWARD: Final = "onward"
START: Final = "start"
READY: Final = "ready"
AT_LEAST: Final = "at_least"
AT_MOST: Final = "at_most"
FILLER: Final = "filler"

# Repetition
RECURRING: Final = "recurring"
EVERY: Final = "every"
ALTERNATE: Final = "alternate"
OTHER_ONE: Final = "other_one"
PER: Final = "per"
TIMES: Final = "times"
PARITY: Final = "parity"
WEEKDAYS: Final = "weekdays"

# Remarks
UNCERTAIN: Final = "uncertain"
RESERVATION: Final = "reservation"
UNDECIDED: Final = "undecided"
NOT_APPLICABLE: Final = "not_applicable"
EXCEPT: Final = "except"
SOON: Final = "soon"
ALWAYS: Final = "always"
DAYPART: Final = "daypart"
HOUR: Final = "hour"
MINUTE: Final = "minute"
AM_PM: Final = "am_pm"
GO_LIVE: Final = "go_live"
T_LETTER: Final = "t_letter"

# Effort
SESSION: Final = "session"
