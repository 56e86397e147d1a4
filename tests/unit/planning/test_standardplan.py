"""Recognising chapters and results in a plan that a supplier wrote: other words, typing errors, English."""

from __future__ import annotations

import pytest

from roadmap_tui.planning.standardplan import Comparison, SourceLine, Weight, compare


def found(*headings: str, weight: Weight = "heading") -> Comparison:
    return compare([SourceLine(text, f"line {place}", weight) for place, text in enumerate(headings, 1)])


def states(comparison: Comparison) -> dict[str, str]:
    return {part.code: part.state for part in comparison.parts if part.state != "lacking"}


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Doel", "goal"),
        ("2.1 Doelstellingen", "goal"),
        ("HOOFDSTUK 3: Aanleiding", "background"),
        ("Scope", "boundaries"),
        ("(Deel)resultaten", "results"),
        ("(Deel) resultaten", "results"),
        ("4) Uitgangspunten en randvoorwaarden", "preconditions"),
        ("Werkzaamheden .......... 12", "activities"),
        ("Project organization", "organisation"),
        ("Communicatie", "communication"),
        ("Tijdpad", "planning"),
        ("Risico’s", "risks"),
        ("Risico's en maatregelen", "risks"),
        ("Évaluatie", "evaluatie"),
        ("Data migration", "draaiboek_migratie"),
        ("Hypercare", "nazorg"),
        ("SLA", "dap"),
    ],
)
def test_a_heading_in_other_words_is_recognised_for_sure(heading: str, code: str) -> None:
    assert states(found(heading)) == {code: "sure"}


@pytest.mark.parametrize(
    ("heading", "code"),
    [("Planing", "planning"), ("Randvorwaarden", "preconditions"), ("Opleidng", "opleiding_instructie")],
)
def test_a_typing_error_makes_it_likely(heading: str, code: str) -> None:
    assert states(found(heading)) == {code: "likely"}


@pytest.mark.parametrize("heading", ["Plan van aanpak", "Mitigation Plan", "Licentiemodel", "Doe wat je zegt", "Dag"])
def test_what_is_none_of_them_is_listed_apart(heading: str) -> None:
    comparison = found(heading)
    assert states(comparison) == {}
    assert comparison.unknown == (heading,)


def test_running_text_is_only_a_mention() -> None:
    text = "De leverancier kijkt tijdens het project naar risico's en naar de planning van de gemeente."
    assert states(found(text, weight="text")) == {"planning": "mentioned", "risks": "mentioned"}
    assert not any(part.there for part in found(text, weight="text").parts)


def test_a_heading_may_hold_two_and_the_best_place_is_told() -> None:
    comparison = compare(
        [
            SourceLine("In dit plan staat de planning.", "line 1"),
            SourceLine("Planning en risico's", "line 7", "heading"),
        ]
    )
    places = {part.code: (part.state, part.place) for part in comparison.parts if part.state != "lacking"}
    assert places == {"planning": ("sure", "line 7"), "risks": ("likely", "line 7")}


def test_a_result_counts_as_an_item_of_a_list_but_a_chapter_needs_more_than_a_mention_in_one() -> None:
    assert states(found("Draaiboek migratie", "Vaststellen communicatie", weight="short")) == {
        "draaiboek_migratie": "likely",
        "communication": "mentioned",
    }
