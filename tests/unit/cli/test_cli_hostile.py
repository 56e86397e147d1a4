"""What a hostile file prints: nothing that steers a terminal, in CSV and in JSON."""

from __future__ import annotations

import json
from pathlib import Path

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
