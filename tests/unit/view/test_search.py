"""Search finds half and misspelt words anywhere, and puts the best place first."""

from __future__ import annotations

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.handles import handle
from roadmap_tui.model.risk import Risk
from roadmap_tui.view.search import SearchIndex

KICK_OFF = Activity(id=31, number="A1", title="Kick-off projectteam", lead="Projectleider", when="8 en 15 juni")
TRAINING = Activity(id=2**40, number="A2", title="Opleiden", description="Alle sleutelgebruikers van de balie. " * 3)
COACHING = Activity(id=33, number="A12", title="Coaching", result="De opleiding werkt door in het werk")
DELAY = Risk(id=34, number="R1", title="Leverancier loopt vertraging op", owner="Projectleider")
INDEX = SearchIndex([KICK_OFF, TRAINING, COACHING, DELAY])


def numbers(query: str, index: SearchIndex = INDEX) -> list[str]:
    return [hit.record.number for hit in index.find(query)]


def test_words_may_be_half_misspelt_and_in_any_order() -> None:
    assert numbers("projectteam") == ["A1"]
    assert numbers("team") == ["A1"]
    assert numbers("vertraging lever") == ["R1"]
    assert numbers("vertrgaing") == ["R1"]
    assert numbers("SLEUTELGEBRUIKRES") == ["A2"]
    assert numbers("juni") == ["A1"]
    assert numbers("juni vertraging") == []
    assert numbers("  ") == numbers("?!") == []


def test_a_title_comes_before_a_text_and_a_number_before_all() -> None:
    assert numbers("opleid") == ["A2", "A12"]
    assert numbers("a12") == ["A12"]
    assert numbers("a1")[0] == "A1"


def test_it_says_where_the_words_stand() -> None:
    (hit,) = INDEX.find("balie")
    assert hit.where == "Omschrijving"
    assert hit.excerpt.startswith("…sleutelgebruikers van de balie")
    (hit,) = INDEX.find("kick-off")
    assert (hit.where, hit.excerpt) == ("", "")


def test_a_handle_is_enough() -> None:
    assert handle(TRAINING.id).startswith("0100")
    assert numbers("0100") == ["A2"]


def test_only_what_changed_is_read_again() -> None:
    index = SearchIndex([KICK_OFF, TRAINING])
    changed = Activity(id=31, number="A1", title="Startbijeenkomst")
    index.update([changed, TRAINING])
    assert numbers("projectteam", index) == []
    assert numbers("startbijeenkomst", index) == ["A1"]
    index.update([changed])
    assert numbers("opleiden", index) == []
