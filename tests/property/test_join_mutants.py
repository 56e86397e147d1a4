"""Each way in which a join could go wrong is caught by the histories: a proof that the proof proves something."""

from __future__ import annotations

import pytest

from proofs.join_mutants import ALL
from proofs.mutants import catches_join


@pytest.mark.parametrize("name", ALL)
def test_caught(name: str) -> None:
    assert any(catches_join(ALL[name], 400, seed) for seed in (1, 7))
