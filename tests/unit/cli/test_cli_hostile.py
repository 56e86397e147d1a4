"""What a hostile file prints: nothing that steers a terminal, in CSV and in JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runner import Run

from proofs.hostile_strings import make_plan, raw_bytes


def test_lists_as_csv_and_json_hold_no_raw_control(tmp_path: Path, run: Run) -> None:
    plan = make_plan(tmp_path / "plan.roadmap.json", 8)
    for form in ("--csv", "--json"):
        found = run("list", str(plan), "activities", form)
        assert found.code == 0
        assert not raw_bytes(found.out.encode("utf-8", "surrogatepass")), form
    titles = [row["title"] for row in json.loads(found.out)]
    assert any("\x1b" in title for title in titles), "JSON says what the file holds"


@pytest.mark.parametrize(
    "words",
    [
        ("status", "NAME"),
        ("joint", "NAME"),
        ("new", "NAME"),
        ("restore", "NAME"),
        ("export", "PLAN", "--to", "NAME.md"),
    ],
    ids=lambda words: words[0],
)
def test_a_name_that_no_disk_takes_is_told_in_one_sentence(words: tuple[str, ...], plan: str, run: Run) -> None:
    name = "e" * 300
    found = run(*(word.replace("PLAN", plan).replace("NAME", name) for word in words))
    assert found.code == 3
    assert name in found.err
    assert "too long" in found.err
    assert len(found.err.splitlines()) == 1
