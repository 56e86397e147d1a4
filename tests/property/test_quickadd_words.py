"""Whatever is typed, no word of the line is lost and none is invented."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from roadmap_tui.planning.quickadd.split import MARKERS, read_line
from roadmap_tui.planning.quickadd.vocabulary import Vocabulary
from roadmap_tui.planning.when.model import WhenContext
from roadmap_tui.planning.when.read import read_when

CONTEXT = WhenContext(2026, date(2026, 6, 3), anchors={"livegang": date(2026, 11, 2)})
WORDS = st.sampled_from(
    (
        *(
            "Kick-off",
            "projectteam",
            "8",
            "en",
            "15",
            "juni",
            "fysiek",
            "2",
            "sessies",
            "van",
            "3",
            "uur",
            "Jan",
            "Piet",
        ),
        *("begin", "mei", "week", "36", "na", "livegang", "voor", "elke", "dinsdag", "per", "maand", "online", "Teams"),
        *("halve", "dag", "1x", "t/m", "op", "locatie", "@Sjaak", "door", "2027", "n.t.b.", "-", "&", "Q3", "a", "[x]"),
        *("met", "rapport", "wekelijks", "1,5", "10.00", "juli,", "(optie)", "???", "é", "projectleider", "of", "in"),
    )
)
EDGES = " ,;:-–—@"


def bare(text: str) -> Counter[str]:
    return Counter(word for each in text.split() if (word := each.strip(EDGES)))


@example("Kick-off ,0")
@settings(max_examples=250, deadline=None)
@given(st.lists(st.one_of(WORDS, st.text(min_size=1, max_size=6)), max_size=18).map(" ".join))
def test_every_word_is_in_the_record(line: str) -> None:
    found = read_line(line, lambda text: read_when(text, CONTEXT), Vocabulary())
    kept = bare(" ".join(found.fields.values()))
    lost = {word for word in bare(line) - kept if word.casefold() not in MARKERS}
    assert not lost
    repeats = found.title.replace(" ", "") == "".join(line.split())
    assert repeats or not kept - bare(line)
