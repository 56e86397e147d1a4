"""What a proof answers.

A proof is a module with `run(rounds, seed)`, which gives results one by one or as a list, and the two numbers QUICK
and DEEP: the rounds of a few seconds that the test suite runs, and those of the command `python -m proofs deep`.
"""

from __future__ import annotations

from typing import NamedTuple


class Result(NamedTuple):
    """One row of the table.

    `rounds` counts what was really done, `failures` how often the promise was broken. `skipped` says in one sentence
    why nothing could be done on this machine; `notes` holds what went wrong, for whoever repairs it.
    """

    name: str
    what: str
    rounds: int
    failures: int
    skipped: str = ""
    notes: tuple[str, ...] = ()
