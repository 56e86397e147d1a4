"""Wounded plan files: refused in one sentence, or every record as it was or visibly changed."""

from __future__ import annotations

from pathlib import Path

from proofs import mutations
from proofs.mutations import PATH, sample
from roadmap_tui.store.damage import readable_part
from roadmap_tui.store.loading import load


def test_no_wound_in_a_plan_file_changes_a_record_in_silence_or_ends_in_an_exception() -> None:
    for result in mutations.run(mutations.QUICK, 7):
        assert result.failures == 0, result.notes


def test_a_record_that_stands_twice_in_a_damaged_file_is_told(tmp_path: Path) -> None:
    whole = sample(tmp_path)
    risk = next(iter(load(whole, PATH).tables["risks"]))
    line = f'"{risk}":'.encode()
    twice = whole.replace(line, line + b'{"order":"ii","title":"Anders"},\n' + line)[:-4]
    found = readable_part(twice, PATH)
    assert found is not None
    assert ("risks", risk) in found.outside
    assert found.tables["risks"][risk]["title"] == "Uitval"
