"""Small plans for the store tests, made through the store itself."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

from roadmap_tui.model.handles import handle
from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.revisions import revision

ANNA, BEN = handle(0x0000A11A), handle(0x00000BE9)
_clock = itertools.count(1_780_000_000_000)
_tails = itertools.count(1)


def next_rev(actor: str = ANNA, tail: str = "") -> str:
    """A revision later than every other one in this test run."""
    return revision(next(_clock), actor, tail or f"{next(_tails):08x}")


def commit(document: Document, *changes: Change, actor: str = ANNA) -> str:
    """One group of changes by `actor`; returns its revision."""
    rev = next_rev(actor)
    document.commit(rev, changes)
    return rev


def sample(path: Path, activities: int = 3) -> Document:
    """A saved plan with a few activities, ids 101, 102, ..."""
    document = Document.new(path, next_rev())
    commit(document, Change("plan", 50, {"title": "Zaaksysteem vervangen", "go_live": "2026-11-02"}))
    for index in range(activities):
        fields = {"number": f"A{index + 1}", "title": f"Activiteit {index + 1}", "lead": "Projectleider é"}
        commit(document, Change("activities", 101 + index, fields))
    document.save(locks(path))
    return document


def locks(path: Path) -> Path:
    """A folder for the short locks."""
    return path.parent / "locks"


def plain(record: dict[str, Any] | None) -> dict[str, Any]:
    """A stored record without its revision data."""
    return {name: value for name, value in (record or {}).items() if name != "_"}
