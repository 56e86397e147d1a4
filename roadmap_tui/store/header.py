"""The header of a plan file: format marker, document id and versions, in the table `_meta`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from roadmap_tui.errors import UnreadableError
from roadmap_tui.i18n import _
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.revisions import Stored, create

META = "_meta"
ACTORS = "_actors"
BIN = "_bin"
ROOT = "plan"
FORMAT = "roadmap"
FORMAT_VERSION = 1
HEADER_ID = 1


class ForeignError(UnreadableError):
    """A JSON file without our marker or shape."""


def foreign_file(path: Path | None = None) -> ForeignError:
    """The error for a file of another program, by its name where that is known."""
    file = f'"{path}"' if path else _("This JSON file")
    return ForeignError(
        _("{file} belongs to another program, not to Roadmap; it was left untouched.").format(file=file)
    )


def new_header(rev: str) -> Stored:
    """The header of a plan that did not exist before, with a fresh document id."""
    fields = {"format": FORMAT, "doc": os.urandom(16).hex(), "read": FORMAT_VERSION, "write": FORMAT_VERSION}
    return create(fields, rev)


def header_of(tables: Tables) -> dict[str, Any]:
    """The header of a plan. Raises UnreadableError where it is missing: then the file is another program's."""
    header = tables.get(META, {}).get(HEADER_ID, {})
    if header.get("format") != FORMAT or not isinstance(header.get("doc"), str):
        raise foreign_file()
    return header


def is_newer(header: dict[str, Any]) -> bool:
    """Whether a newer version of this program must write the file; this one may only read it."""
    version = header.get("write")
    return not isinstance(version, int) or version > FORMAT_VERSION
