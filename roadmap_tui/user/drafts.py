"""Drafts: what stands in a form that is not saved yet, kept in the user's state folder until it is."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec


class Draft(msgspec.Struct, frozen=True):
    """The texts of one form. `id` is None for a new record; `after` is the record that it must stand below."""

    plan: str
    table: str
    id: int | None
    texts: dict[str, str]
    moment: datetime
    title: str = ""
    number: str = ""
    after: int | None = None
    preset: dict[str, Any] = {}
    seen: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What tells this draft from others: one per record, one per kind of new record."""
        return f"{self.plan}-{self.table}-{self.id if self.id is not None else 'new'}"


class DraftFolder:
    """The drafts of one plan, one file each. A folder that cannot be written costs the draft, never the form."""

    def __init__(self, folder: Path, plan: str) -> None:
        self._folder, self._plan = folder, plan

    def keep(self, draft: Draft) -> bool:
        """Write a draft, replacing the earlier one of the same form; False where that is not possible."""
        path = self._path(draft.name)
        unfinished = path.with_suffix(".tmp")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            unfinished.write_bytes(msgspec.json.encode(draft))
            os.replace(unfinished, path)
        except OSError:
            return False
        return True

    def find(self, table: str, record_id: int | None) -> Draft | None:
        """The draft of this form, if there is one that can be read."""
        name = f"{self._plan}-{table}-{record_id if record_id is not None else 'new'}"
        return _read(self._path(name))

    def remove(self, name: str) -> None:
        """Forget a draft."""
        with contextlib.suppress(OSError):
            self._path(name).unlink(missing_ok=True)

    def all(self) -> list[Draft]:
        """The drafts of this plan, newest first."""
        return sorted(self._readable(), key=lambda draft: draft.moment, reverse=True)

    def _readable(self) -> Iterator[Draft]:
        try:
            paths = sorted(self._folder.glob(f"{self._plan}-*.json"))
        except OSError:
            return
        for path in paths:
            draft = _read(path)
            if draft is not None:
                yield draft

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"


def _read(path: Path) -> Draft | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Draft)
    except (OSError, RecursionError, msgspec.MsgspecError):
        return None
