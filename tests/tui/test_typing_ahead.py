"""Keys that arrive in one burst from a real terminal reach what they were meant for."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from plan_driver import make_plan

from benchmarks.probe import Probe

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


def _wait_for(probe: Probe, words: str, patience: float = 20) -> str:
    until = time.monotonic() + patience
    while words not in probe.text() and time.monotonic() < until:
        probe.settle(0.1)
    return probe.text()


@pytest.fixture
def probe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Probe:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    plan = make_plan(
        tmp_path / "proef.roadmap.json",
        activities=[{"title": "Kick-off", "lead": "PL"}, {"title": "De proefperiode", "lead": "PL"}],
    )
    return Probe([sys.executable, "-m", "roadmap_tui", str(plan)])


def test_letters_straight_after_the_filter_key_are_the_filter(probe: Probe) -> None:
    with probe:
        probe.first_paint()
        probe.settle()
        probe.press(b"2")
        assert "Kick-off" in _wait_for(probe, "Kick-off")
        probe.press(b"/proef")
        _wait_for(probe, '"proef"')
        probe.settle(0.2)
        screen = probe.text()
    assert "De proefperiode" in screen
    assert "Kick-off" not in screen


def test_letters_straight_after_the_key_for_a_new_row_are_its_title(probe: Probe) -> None:
    with probe:
        probe.first_paint()
        probe.settle()
        probe.press(b"2")
        assert "Kick-off" in _wait_for(probe, "Kick-off")
        probe.press(b"nTestdag")
        screen = _wait_for(probe, "Testdag")
    assert "Testdag" in screen


def test_arrows_straight_after_picking_a_bar_up_move_the_bar(probe: Probe) -> None:
    with probe:
        probe.first_paint()
        probe.settle()
        probe.press(b"5")
        assert "Kick-off" in _wait_for(probe, "Kick-off")
        probe.press(b"m" + b"\x1b[6~" * 2)
        assert "balk A1" in _wait_for(probe, "balk A1 ")
        assert "dagen)" in _wait_for(probe, "dagen)")
