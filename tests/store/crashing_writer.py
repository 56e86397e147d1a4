"""A program that changes a plan and acknowledges each saved change on stdout, until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path

from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.revisions import revision


def main(path: Path, start: int) -> None:
    """Write values start, start + 1, ... in changing lengths; a line on stdout follows each completed save."""
    document = Document.open(path)
    count = start
    while True:
        count += 1
        fields = {"title": str(count), "description": "x" * (count * 7919 % 4000)}
        document.commit(
            revision(1_800_000_000_000 + count, "0000000cra", f"{count:08x}"), (Change("risks", 1, fields),)
        )
        document.save(path.parent / "locks")
        sys.stdout.write(f"{count}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
