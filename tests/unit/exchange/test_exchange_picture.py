"""The timeline as a vector picture: valid XML, the plan's own words as text, and marks at their days."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from roadmap_tui.errors import UsageError
from roadmap_tui.exchange import picture
from roadmap_tui.exchange.exporting import export
from roadmap_tui.exchange.picture import _page_rows
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.ids import new_id
from roadmap_tui.session import Session
from roadmap_tui.view.timeline_rows import Row

SVG = "{http://www.w3.org/2000/svg}"
NASTY = '<script>alert("x")</script> & co\x1b'


@pytest.fixture
def session(tmp_path: Path) -> Session:
    ids = [new_id(), new_id()]
    rows = [
        ("plan", new_id(), {"title": NASTY, "year": 2026, "go_live": "2026-08-03"}),
        ("activities", ids[0], {"title": NASTY, "when": "4 t/m 8 mei"}),
        ("activities", ids[1], {"title": "Twee", "when": "juni", "optional": True}),
        ("activities", new_id(), {"title": "Drie", "when": "10 / 17 mei"}),
        ("activities", new_id(), {"title": "Vier", "when": "vanaf 1 juli"}),
        ("activities", new_id(), {"title": "Vijf", "when": "elke twee weken"}),
        ("activities", new_id(), {"title": "Zes", "when": "n.t.b."}),
        ("milestones", new_id(), {"title": "Klaar", "due": "2026-07-20"}),
        ("links", new_id(), {"source": ids[0], "target": ids[1], "kind": "FS"}),
    ]
    return Session.start(tmp_path / "p.roadmap.json", rows, user="Anna", today=date(2026, 5, 20))


def test_it_is_a_picture_with_the_words_of_the_plan_as_text(session: Session) -> None:
    root = ET.fromstring(picture.write(session.outlook))
    assert root.tag == f"{SVG}svg"
    words = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert any(text.startswith('<script>alert("x")') for text in words)
    assert not root.findall(f".//{SVG}script")
    for part in ("A2", "Twee", "Klaar", "juni", "n.t.b."):
        assert part in words


def test_bars_stand_at_their_days(session: Session) -> None:
    """Twee is all of June: its bar is as wide as the month is between two rules."""
    root = ET.fromstring(picture.write(session.outlook))
    rules = [float(path.attrib["d"][1:].split(" ")[0]) for path in root.iter(f"{SVG}path")][:4]
    bars = [box for box in root.iter(f"{SVG}rect") if box.get("height") == "5" and box.get("rx")]
    assert (float(bars[0].attrib["x"]), float(bars[0].attrib["x"]) + float(bars[0].attrib["width"])) in [
        (left, right) for left in rules for right in rules
    ]


def test_it_is_exported_by_its_ending_and_without_options(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "plan.svg"
    export(session.records, target, without_options=True, outlook=session.outlook)
    text = target.read_text(encoding="utf-8")
    assert "Drie" in text
    assert "Twee" not in text


def test_a_picture_of_a_part_is_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        export(session.records, tmp_path / "r.svg", part="risks", outlook=session.outlook)
    assert not (tmp_path / "r.svg").exists()


def test_pages_of_a_timeline_hold_every_row_once_and_begin_with_a_heading_that_is_near() -> None:
    groups = [Row(None, "A"), *([Row(Activity(id=1))] * 15), Row(None, "B"), *([Row(Activity(id=2))] * 20)]
    pages = list(_page_rows(groups))
    assert pages == [range(16), range(16, 37)]
    plain = [Row(Activity(id=1))] * 100
    assert [len(page) for page in _page_rows(plain)] == [18, 21, 21, 20, 20]
    assert list(_page_rows([])) == []
