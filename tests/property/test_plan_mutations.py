"""Wounded plan files: refused in one sentence, or every record as it was or visibly changed."""

from __future__ import annotations

from proofs import mutations


def test_no_wound_in_a_plan_file_changes_a_record_in_silence_or_ends_in_an_exception() -> None:
    for result in mutations.run(mutations.QUICK, 7):
        assert result.failures == 0, result.notes
