"""Run the proofs and enter their counts in docs/proofs.md.

Usage: python -m proofs [quick|deep] [NAME...] [--rounds N] [--seed N] [--replace] [--dry-run]

Without names all proofs run. Fewer rounds than the table holds do not replace it, unless with --replace.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import date
from importlib import import_module

from proofs.table import update

PROOFS = (
    "kill",
    "calls",
    "faults",
    "writers",
    "rogue",
    "histories",
    "power",
    "mutants",
    "mutations",
    "imports",
    "hostile",
    "hostile_doors",
)
_LEVELS = ("quick", "deep")


def main(arguments: Sequence[str]) -> int:
    """Exit code 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m proofs", description="Run the proofs; see docs/proofs.md.")
    parser.add_argument("names", nargs="*", metavar="quick|deep|NAME", help=f"one of: {', '.join(PROOFS)}")
    parser.add_argument("--rounds", type=int, help="another number of rounds than the level has")
    parser.add_argument("--seed", type=int, default=1, help="other random choices")
    parser.add_argument("--replace", action="store_true", help="also where the table holds more rounds")
    parser.add_argument("--dry-run", action="store_true", help="leave the table alone")
    asked = parser.parse_args(arguments)
    level = asked.names.pop(0) if asked.names and asked.names[0] in _LEVELS else "quick"
    if unknown := set(asked.names) - set(PROOFS):
        parser.error(f"no proof is called {', '.join(sorted(unknown))}; there are: {', '.join(PROOFS)}")
    broken = 0
    for name in asked.names or PROOFS:
        broken += _prove(name, level, asked)
    return 1 if broken else 0


def _prove(name: str, level: str, asked: argparse.Namespace) -> int:
    """Run one proof, print and enter what it counted; answers the number of failures."""
    proof = import_module(f"proofs.{name}")
    started = time.monotonic()
    failures = 0
    for result in proof.run(asked.rounds or getattr(proof, level.upper()), asked.seed):
        state = f"{result.rounds:,} rounds, {result.failures} failed"
        if result.skipped:
            state = f"skipped: {result.skipped}"
        print(f"{result.name}: {state}", *result.notes[:20], sep="\n    ", flush=True)
        if not asked.dry_run:
            update([result], date.today(), replace=asked.replace)
        failures += result.failures
    print(f"  ({name}: {time.monotonic() - started:.0f} seconds)", flush=True)
    return failures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
