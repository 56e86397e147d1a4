"""Broken joins and broken saves: each must be caught by the proofs, or those prove nothing."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from proofs import faults, join_histories, join_mutants, power, save_mutants
from proofs.histories import explore
from proofs.result import Result
from proofs.save_mutants import SaveMutant

QUICK, DEEP = 400, 2_000
Mutant = Callable[[pytest.MonkeyPatch], None]
_LISTS = {
    "faults": faults.single_faults,
    "visitor": faults.faults_with_visitor,
    "rogue": faults.visits_of_a_rogue,
}


def catches_join(mutant: Mutant, rounds: int, seed: int) -> bool:
    """Whether so many histories notice what is wrong with this join."""
    with pytest.MonkeyPatch.context() as patch:
        mutant(patch)
        return bool(explore(join_histories.histories, join_histories.check, rounds, seed, shrink=False)[1])


def catches_save(mutant: SaveMutant, rounds: int, seed: int) -> bool:
    """Whether the proof that must catch it notices what is wrong with this way of saving."""
    if mutant.caught_by == "power":
        with save_mutants.installed(mutant):
            return any(power.cut_everywhere(way, 12, seed)[1] for way in power.WAYS)
    with tempfile.TemporaryDirectory() as name:
        template = faults.make_template(Path(name))
        with save_mutants.installed(mutant):
            found = _LISTS[mutant.caught_by](template)
            chosen = random.Random(seed).sample(found, min(rounds, len(found)))
            return any(faults.one_fault(template, fault)[1] for fault in chosen)


def run(rounds: int, seed: int) -> list[Result]:
    """Every mutant, with up to so many histories or faults each."""
    joins = [name for name, mutant in join_mutants.ALL.items() if not catches_join(mutant, rounds, seed)]
    saves = [mutant.name for mutant in save_mutants.MUTANTS if not catches_save(mutant, rounds, seed)]
    missed = "a failure is one that they miss"
    return [
        Result(
            "mutants of the join",
            f"broken joins (last writer wins, equal values become one, ...) that the histories must catch; {missed}",
            len(join_mutants.ALL),
            len(joins),
            notes=tuple(joins),
        ),
        Result(
            "mutants of the save",
            f"broken saves (no fsync, no look at what was replaced, ...) that faults or cuts must catch; {missed}",
            len(save_mutants.MUTANTS),
            len(saves),
            notes=tuple(saves),
        ),
    ]
