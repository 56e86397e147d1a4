"""Texts that steer a terminal are shown harmless wherever they come from, and no words of anybody are lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from proofs.hostile_strings import STRINGS, raw_bytes
from roadmap_tui.config import load_settings
from roadmap_tui.errors import UnreadableError
from roadmap_tui.exchange.blocks import Document, Heading, Prose
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.cleaning import clean_text, escaped, is_clean, safe
from roadmap_tui.model.record import fields_of
from roadmap_tui.planning.notes import note, note_text
from roadmap_tui.services.pasting import read_pasted, take_in
from roadmap_tui.session import Session
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


@pytest.mark.parametrize("text", STRINGS, ids=range(len(STRINGS)))
def test_no_document_holds_what_steers_a_terminal(text: str) -> None:
    document = Document(text, text, text, [("", text)], stamp=text, note=text)
    shown = [document.title, document.organisation, document.facts[0][1], document.stamp, document.note]
    assert all(is_clean(each) for each in (*shown, Prose(text).text, Heading(text).text))


def test_pasted_cells_are_cleaned_and_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "p.roadmap.json", [("plan", 50, {"title": "Plan"})])
    take_in(session, read_pasted(session, "Een\x1b[2J\tPiet\u202e\x07\t12 mei\n"))
    (record,) = session.tables["activities"].values()
    assert (record["title"], record["lead"]) == ("Een", "Piet")
    with pytest.raises(UnreadableError):
        read_pasted(session, '"' + "x\t" * 100_000)


@pytest.mark.parametrize(
    "content", ["a" + ".a" * 30_000 + " = 1", "a = " + "[" * 30_000, "a = " + "9" * 6000, "a = 9999-99-99", "\x00"]
)
def test_absurd_settings_are_a_mistake_and_no_crash(tmp_path: Path, content: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(content)
    settings = load_settings(path)
    assert settings.theme == "dark"
    assert len(settings.problems) == 1
