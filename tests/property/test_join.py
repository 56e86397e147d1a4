"""However copies of a plan travel, and in whatever order they come together, nothing that anybody wrote is lost."""

from __future__ import annotations

import pytest

from proofs import histories


@pytest.mark.parametrize("rounds", [histories.QUICK, pytest.param(histories.DEEP, marks=pytest.mark.deep)])
def test_histories(rounds: int) -> None:
    for result in histories.run(rounds, 1):
        assert result.rounds >= rounds // 10
        assert not result.failures, result.notes
