"""Whatever is typed, a reading comes back, and it is in order."""

from __future__ import annotations

import json
import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.language.phrases import build_phrases
from roadmap_tui.planning.language.words import build_words
from roadmap_tui.planning.people import attachments, leads, optional_title, participants
from roadmap_tui.planning.reading import When, WhenContext, read_effort, read_when
from roadmap_tui.planning.when import read
from roadmap_tui.planning.when.model import KINDS, PRECISIONS

CONTEXTS = [
    WhenContext(2026, date(2026, 3, 1)),
    WhenContext(2027, date(2027, 12, 31), "noord", {"livegang": date(2026, 11, 2), "go/no-go": date(2026, 10, 1)}),
]
VOCABULARY = sorted(build_words()) + [
    " ".join((first, *rest)) for first, phrases in build_phrases().items() for rest, _kind, _value in phrases
]
SIGNS = ["/", "-", "t/m", ",", "(", ")", ".", ":", "'", "?", "+", "&", "1e", "31e", "14.00 uur", "T-2w", "\n", "%", "|"]
PIECES = st.one_of(
    st.sampled_from(VOCABULARY),
    st.integers(0, 9999).map(str),
    st.integers(0, 53).map(str),
    st.sampled_from(SIGNS),
    st.text(max_size=6),
)
EXPRESSIONS = st.builds(
    lambda pieces, glue: glue.join(pieces), st.lists(PIECES, max_size=9), st.sampled_from([" ", "", " "])
)
DATES = st.builds(
    "{}{}{}{}{}".format,
    st.integers(0, 33),
    st.sampled_from(["-", "/", ".", " "]),
    st.one_of(st.integers(0, 14), st.sampled_from(["mei", "feb", "december", "may"])),
    st.sampled_from(["-", "/", ".", " "]),
    st.one_of(st.just(""), st.integers(0, 9999)),
)


def in_order(reading: When, text: str) -> None:
    assert reading.text == text
    assert reading.kind in KINDS
    assert reading.precision in PRECISIONS
    if reading.start is not None and reading.end is not None:
        assert reading.start <= reading.end
        assert all(reading.start <= day <= reading.end for day in reading.dates)
    assert list(reading.dates) == sorted(set(reading.dates))
    if reading.kind == "unknown":
        assert reading.notes
        assert (reading.start, reading.end, reading.recurrence) == (None, None, None)
    as_json = reading.to_json()
    assert json.loads(json.dumps(as_json)) == as_json
    assert all(isinstance(sentence, str) and sentence for sentence in as_json["notes"])


@settings(max_examples=400, deadline=None)
@given(EXPRESSIONS, st.sampled_from(CONTEXTS))
def test_any_row_of_words_gives_a_reading(text: str, context: WhenContext) -> None:
    reading = read_when(text, context)
    in_order(reading, text)
    assert read_when(text, context) == reading


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_a_reading(text: str) -> None:
    in_order(read_when(text, CONTEXTS[0]), text)


@settings(max_examples=300, deadline=None)
@given(EXPRESSIONS)
def test_any_row_of_words_gives_an_effort(text: str) -> None:
    reading = read_effort(text)
    assert reading.text == text
    for part in reading.all_parts:
        assert part.total_hours is None or part.total_hours >= 0
        assert part.count is None or part.count >= 0
    assert json.loads(json.dumps(reading.to_json())) == reading.to_json()


@settings(max_examples=200, deadline=None)
@given(st.one_of(EXPRESSIONS, st.text(max_size=200)))
def test_any_text_names_people(text: str) -> None:
    assert all(name.strip() == name and name for name in leads(text))
    assert all(person.who for person in participants(text))
    assert all(found.label for found in attachments(text))
    assert isinstance(optional_title(text)[1], bool)


@settings(max_examples=200, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_in_every_notation(day: date) -> None:
    for text in (day.isoformat(), f"{day:%d-%m-%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}"):
        reading = read_when(text, CONTEXTS[0])
        assert (reading.kind, reading.start, reading.end) == ("day", day, day)
    week = day.isocalendar()
    reading = read_when(f"week {week.week} {week.year}", CONTEXTS[0])
    assert reading.start is not None
    assert reading.end is not None
    assert reading.start <= day <= reading.end


@settings(max_examples=300, deadline=None)
@given(DATES, st.sampled_from(CONTEXTS))
def test_a_plain_date_is_read_as_the_whole_grammar_reads_it(text: str, context: WhenContext) -> None:
    def never(_text: str, _cursor: Cursor, _context: WhenContext) -> None:
        return None

    at_once = read_when(text, context)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read, "read_plain", never)
        assert read_when(text, context) == at_once


def row_of_words(seed: int) -> str:
    """A text of words, numbers, signs and letters, made from one number because that is quick to generate."""
    rng = random.Random(seed)
    pieces = [
        rng.choice(
            (str(rng.randrange(60)), str(rng.randrange(10_000)), rng.choice(SIGNS), chr(rng.randrange(32, 1000)))
        )
        if rng.random() < 0.45
        else rng.choice(VOCABULARY)
        for _ in range(rng.randrange(1, 12))
    ]
    return rng.choice((" ", " ", "", "\u00a0")).join(pieces)


# A hundred thousand generated texts each: pytest -n 0 -m deep tests/property/test_reading.py
@pytest.mark.deep
@settings(max_examples=100_000, deadline=None, database=None)
@given(st.integers(0, 2**63))
def test_a_hundred_thousand_rows_of_words_give_a_reading(seed: int) -> None:
    text = row_of_words(seed)
    in_order(read_when(text, CONTEXTS[seed % 2]), text)


@pytest.mark.deep
@settings(max_examples=100_000, deadline=None, database=None)
@given(st.integers(0, 2**63))
def test_a_hundred_thousand_rows_of_words_give_an_effort(seed: int) -> None:
    text = row_of_words(seed)
    assert read_effort(text).text == text
