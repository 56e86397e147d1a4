"""What stays open before discharge: said beside the titles where that fits, above them where it does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmap_tui import i18n
from roadmap_tui.exchange.templates import build, load_example
from roadmap_tui.services.telling import name_of
from roadmap_tui.session import Session
from roadmap_tui.view.closing import discharge_lines, evaluation_lines
from roadmap_tui.view.glyphs import UNICODE
from roadmap_tui.view.text import line_width

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    i18n.use_language("nl")
    path: Path = tmp_path_factory.mktemp("closing") / "p.roadmap.json"
    Session.create(path, build(load_example(), TODAY), today=TODAY)
    return Session.open(path, today=TODAY)


@pytest.mark.parametrize("width", [56, 76, 140])
def test_every_open_point_fits_and_none_is_lost(session: Session, width: int) -> None:
    lines = list(discharge_lines(session.outlook, width, UNICODE))
    assert max(line_width(line.runs) for line in lines) <= width
    keys = [line.key for line in lines if line.key]
    assert keys == [line.key for line in discharge_lines(session.outlook, 200, UNICODE) if line.key]
    said = [line for line in lines if not line.key and any("kan de nazorg stoppen" in run.text for run in line.runs)]
    assert len(said) == (0 if width == 140 else 1), "four criteria with one reason say it once above them"


@pytest.mark.parametrize("width", [56, 76, 116])
def test_the_evaluation_is_not_cut(session: Session, width: int) -> None:
    lines = list(evaluation_lines(session.outlook, width, UNICODE))
    text = " ".join(" ".join(run.text for run in line.runs) for line in lines)
    assert "60% van de aanvragen" in text
    assert max(line_width(line.runs) for line in lines if line.key in ("money", "time", "quality")) <= width


def test_a_record_without_a_title_is_named_by_the_records_it_points_to(session: Session) -> None:
    both = session.records("activities")[:2]
    session.add("links", {"source": both[0].id, "target": both[1].id})
    link = session.records("links")[0]
    assert name_of(session, "links", link.id) == f"{link.number} Koppeling {both[0].number}, {both[1].number}"
