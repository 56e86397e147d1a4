"""Histories of one plan in many hands, checked against an oracle that shares no code with the join."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from proofs import erase_histories, join_histories
from proofs.result import Result

QUICK, DEEP = 100, 10_000
_SIX_HANDS = (
    "up to 40 steps in six copies with clones, rollbacks, wrong clocks, removals, undo and edits by hand; join laws on "
    "bytes, every field against an oracle of who had seen what, all states that ever were joined in two orders"
)
_ERASED = (
    "a name is erased after up to 25 steps in four copies, and every state that ever was is merged again in three "
    "orders: the name stands nowhere, the bytes are equal, the join laws hold"
)


def run(rounds: int, chance: int) -> list[Result]:
    """So many histories, and a tenth as many with an erased name."""
    return [
        _explore("histories", _SIX_HANDS, join_histories.histories, _six_hands, rounds, chance),
        _explore("histories, erased", _ERASED, erase_histories.steps, erase_histories.check, rounds // 10, chance),
    ]


def _six_hands(history: list[Any], dice: random.Random) -> None:
    join_histories.check(history, dice)


def _explore(
    name: str,
    what: str,
    strategy: st.SearchStrategy[Any],
    check: Callable[[Any, random.Random], None],
    rounds: int,
    chance: int,
) -> Result:
    count, notes = explore(strategy, check, rounds, chance, shrink=True)
    return Result(name, what, count, len(notes), notes=tuple(notes))


def explore(
    strategy: st.SearchStrategy[Any],
    check: Callable[[Any, random.Random], None],
    rounds: int,
    chance: int,
    *,
    shrink: bool,
) -> tuple[int, list[str]]:
    """How many histories were tried, and what went wrong at the first that failed."""
    count = 0

    @seed(chance)
    @settings(
        max_examples=rounds,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink] if shrink else [Phase.generate],
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(strategy, st.integers(0, 2**32))
    def tried(history: Any, dice: int) -> None:
        nonlocal count
        count += 1
        check(history, random.Random(dice))

    try:
        tried()
    except AssertionError as error:
        return count, [str(error)[:300] or "an assertion failed"]
    return count, []
