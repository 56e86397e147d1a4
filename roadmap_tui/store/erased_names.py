"""Which names this user erased from a plan, so that a merge can tell where one returns; the names are not kept.

Of each name there is only a keyed hash, in this user's own folder; the plan file and other people get nothing of it.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.external import Row
from roadmap_tui.store.header import META
from roadmap_tui.store.placing import stored_records
from roadmap_tui.store.revisions import RESERVED, Stored
from roadmap_tui.store.saving import replace_file

_FILE = "erased-names.json"
_WORD = re.compile(r"\w+")
_BYTES = 16
_NO_VALUES = {"r", "k"}


class _Kept(msgspec.Struct, frozen=True):
    """The key of the hashes, and by number of words the hashes of the names of that many."""

    key: str
    names: dict[int, frozenset[str]] = {}


class ErasedNames:
    """The names that were erased from the plan whose own folder is `folder`."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE
        self._known: dict[str, bool] = {}

    def add(self, names: Iterable[str]) -> None:
        """Know these names again; without a folder that can be written none is known."""
        kept = self._read() or _Kept(os.urandom(_BYTES).hex())
        all_names = dict(kept.names)
        for words in map(_words, names):
            all_names[len(words)] = all_names.get(len(words), frozenset()) | {_hash(kept.key, words)}
        if all_names != kept.names:
            with suppress(OSError):
                self._file.parent.mkdir(parents=True, exist_ok=True)
                replace_file(self._file, msgspec.json.encode(_Kept(kept.key, all_names)))

    def found_in(self, tables: Tables) -> list[Row]:
        """The records, as (table, id), that hold an erased name in a value, an earlier value or one that waits."""
        kept = self._read()
        if kept is None:
            return []
        return [
            (table, key) for table, key, record in stored_records(tables) if table != META and self._holds(kept, record)
        ]

    def _holds(self, kept: _Kept, record: Stored) -> bool:
        held = [value for name, value in record.items() if name != RESERVED]
        held += [value for name, value in record[RESERVED].items() if name not in _NO_VALUES]
        return any(self._is_named(kept, text) for text in set(_texts(held)))

    def _is_named(self, kept: _Kept, text: str) -> bool:
        found = self._known.get(text)
        if found is None:
            words = _words(text)
            found = self._known[text] = any(
                _hash(kept.key, words[start : start + count]) in hashes
                for count, hashes in kept.names.items()
                for start in range(len(words) - count + 1)
            )
        return found

    def _read(self) -> _Kept | None:
        with suppress(OSError, msgspec.MsgspecError, ValueError):
            kept = msgspec.json.decode(self._file.read_bytes(), type=_Kept)
            bytes.fromhex(kept.key)
            return kept
        return None


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _hash(key: str, words: list[str]) -> str:
    name = " ".join(words).encode(errors="surrogatepass")
    return blake2b(name, key=bytes.fromhex(key), digest_size=_BYTES).hexdigest()


def _texts(value: Any) -> Iterator[str]:
    """All texts in a value of any shape but the names of its fields, which are the program's own."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
