"""The proofs at their quick level, and at the deep level with `pytest -m deep`; `python -m proofs deep` counts too."""

from __future__ import annotations

from importlib import import_module

import pytest

from proofs import mutants, save_mutants
from proofs.save_mutants import SaveMutant

_NAMES = ("kill", "calls", "faults", "writers", "rogue", "power", "hostile_doors")


def _prove(name: str, level: str) -> None:
    proof = import_module(f"proofs.{name}")
    results = list(proof.run(getattr(proof, level), 1))
    if skipped := next((result.skipped for result in results if result.skipped), ""):
        pytest.skip(skipped)
    for result in results:
        assert result.rounds, result.name
        assert not result.failures, result.notes


@pytest.mark.parametrize("name", _NAMES)
def test_quick(name: str) -> None:
    _prove(name, "QUICK")


@pytest.mark.deep
@pytest.mark.parametrize("name", _NAMES)
def test_deep(name: str) -> None:
    _prove(name, "DEEP")


@pytest.mark.parametrize("mutant", save_mutants.MUTANTS, ids=lambda mutant: mutant.name)
def test_a_broken_save_is_caught(mutant: SaveMutant) -> None:
    assert mutants.catches_save(mutant, mutants.QUICK, 1)
