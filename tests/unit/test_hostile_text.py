"""Texts that steer a terminal are shown harmless wherever they come from, and no words of anybody are lost."""

from __future__ import annotations

import json

import pytest

from proofs.hostile_strings import STRINGS, raw_bytes
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.cleaning import clean_text, escaped, is_clean, safe
from roadmap_tui.model.record import fields_of
from roadmap_tui.planning.notes import note, note_text
from roadmap_tui.view.form import edit_text


@pytest.mark.parametrize("text", STRINGS, ids=range(len(STRINGS)))
def test_no_text_reaches_a_terminal_as_it_is(text: str) -> None:
    field = fields_of(Activity)["title"]
    for shown in (safe(text), clean_text(text), note_text(note("not_understood", part=text))):
        assert raw_bytes(shown.encode("utf-8", "surrogatepass")) == []
        assert is_clean(shown)
    assert is_clean(edit_text(field, text, lambda _table, _id: None))


@pytest.mark.parametrize("text", [text for text in STRINGS if "\ud800" not in text])
def test_json_says_the_same_with_escapes(text: str) -> None:
    shown = escaped(json.dumps({"title": text}, ensure_ascii=False))
    assert json.loads(shown) == {"title": text}
    assert is_clean(shown)


def test_letters_keep_their_own_marks() -> None:
    words = "e\u0301e\u0301n Vi\u1ec7t \u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd caf\u00e9 \U0001f469\u200d\U0001f4bb"
    assert clean_text(words) == words == safe(words)
    assert clean_text("e" + "\u0301" * 300) == "e" + "\u0301" * 4
