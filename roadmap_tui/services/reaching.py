"""A first glance at a plan file, before anything is made ready for it."""

from __future__ import annotations

from pathlib import Path

from roadmap_tui.store import reading


def seems_whole(path: Path) -> bool:
    """Whether it may be opened behind the frame of the application: what is damaged is then most unlikely.

    Raises UnreadableError where no file can be read at `path`.
    """
    return reading.seems_whole(path)
