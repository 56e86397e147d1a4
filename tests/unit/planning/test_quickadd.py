"""One line of text becomes an activity; every expectation was written by hand before it was run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.person import Person
from roadmap_tui.model.record import Record
from roadmap_tui.planning.quickadd.split import read_line
from roadmap_tui.planning.quickadd.vocabulary import Vocabulary, vocabulary_of
from roadmap_tui.planning.when.model import When, WhenContext
from roadmap_tui.planning.when.read import read_when

CONTEXT = WhenContext(
    2026, date(2026, 6, 3), anchors={"livegang": date(2026, 11, 2), "DAP": date(2026, 9, 1), "start": date(2026, 2, 2)}
)
EXAMPLES = Path(__file__).parents[2] / "data" / "quickadd.txt"
ROWS = [line.split("|") for line in EXAMPLES.read_text("utf-8").splitlines() if not line.startswith("#")]


def read(text: str) -> When:
    return read_when(text, CONTEXT)


@pytest.mark.parametrize(("line", "expected"), [(row[0], row[1:]) for row in ROWS], ids=[row[0][:40] for row in ROWS])
def test_a_line_is_split_as_a_person_would(line: str, expected: list[str]) -> None:
    found = read_line(line, read, Vocabulary())
    assert [found.title, found.when, found.workform, found.sessions, found.lead] == expected


def test_people_roles_and_forms_of_the_plan_are_known() -> None:
    people = [Person(id=1, title="Zoltan Kovács", role="Datasteward")]
    activities = [Activity(id=2, title="x", lead="Werkplaats en Sjoukje", workform="Tekening")]

    def records(table: str) -> Sequence[Record]:
        return people if table == "people" else activities if table == "activities" else ()

    vocabulary = vocabulary_of(records)
    line = "Schets maken 8 juni tekening"
    assert read_line(line, read, vocabulary).workform == "tekening"
    for name in ("Zoltan", "Zoltan Kovács", "datasteward", "Sjoukje"):
        assert read_line(f"Schets maken 8 juni {name}", read, vocabulary).lead == name
        if name not in ("datasteward",):
            assert read_line(f"Schets maken 8 juni {name}", read, Vocabulary()).lead == ""


def test_an_empty_or_endless_line_is_only_a_title() -> None:
    assert read_line("   ", read, Vocabulary()).fields == {}
    story = "woord " * 200
    assert read_line(story, read, Vocabulary()).fields == {"title": story.strip()}
