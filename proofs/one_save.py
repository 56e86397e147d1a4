"""A program that opens a plan, changes it and saves, with one more attempt where that was refused.

It prints what it was told: a line with the revision and `saved` or `refused`, or `unreadable`. Usage: PLAN WAY
"""

from __future__ import annotations

import sys
from pathlib import Path

from proofs.kill import refuse_exchange, write_in_place
from proofs.plans import Writer
from roadmap_tui.errors import NotSavedError, UnreadableError
from roadmap_tui.store.document import Document
from roadmap_tui.store.safety import SafetyCopy

WAYS = ("exchange", "link", "in place")


def main(path: Path, way: str) -> None:
    """One change, saved in one of the ways."""
    if way == "link":
        refuse_exchange()
    if way == "in place":
        write_in_place()
    try:
        document = Document.open(path)
    except UnreadableError:
        print("unreadable")
        return
    safety = SafetyCopy(path.parent / "state", document.document_id, path)
    written = Writer(3).write(document, "risks", 7, title="Bevestigd", description="lang " * 400)
    for _attempt in range(2):
        try:
            document.save(path.parent / "locks", safety)
        except NotSavedError:
            assert document.unsaved
            print(written[0].rev, "refused", flush=True)
        else:
            print(written[0].rev, "saved", flush=True)
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
