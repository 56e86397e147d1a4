"""Broken joins and broken saves: each must be caught by the proofs, or those prove nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from proofs import join_histories, join_mutants
from proofs.histories import explore
from proofs.result import Result

QUICK, DEEP = 400, 2_000
Mutant = Callable[[pytest.MonkeyPatch], None]


def catches_join(mutant: Mutant, rounds: int, seed: int) -> bool:
    """Whether so many histories notice what is wrong with this join."""
    with pytest.MonkeyPatch.context() as patch:
        mutant(patch)
        return bool(explore(join_histories.histories, join_histories.check, rounds, seed, shrink=False)[1])


def run(rounds: int, seed: int) -> list[Result]:
    """Every mutant, with up to so many histories each."""
    alive = [name for name, mutant in join_mutants.ALL.items() if not catches_join(mutant, rounds, seed)]
    return [
        Result(
            "mutants of the join",
            "broken joins that the histories must catch; a failure is one that they miss",
            len(join_mutants.ALL),
            len(alive),
            notes=tuple(alive),
        )
    ]
