"""Where the files in data/ are: inside the installed package, or beside it in a checkout; and reading small files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent
_LARGEST = 1_000_000
_DEEPEST = 100


@cache
def data_folder() -> Path:
    """The folder with templates, calendars, locale, example and schema.

    A wheel carries it as roadmap_tui/data; an editable install has it beside the package.
    """
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"


_OWN_CALENDARS: list[Path] = []


def use_calendars(paths: Iterable[Path]) -> None:
    """From now on the user's own calendar files are these."""
    _OWN_CALENDARS[:] = paths


def own_calendars() -> tuple[Path, ...]:
    """The user's own calendar files, as the settings name them; in the order of their names."""
    return tuple(_OWN_CALENDARS)


def data_file(name: str) -> Path:
    """The file `name`, relative to data/ and with forward slashes."""
    return data_folder().joinpath(*name.split("/"))


def read_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file that people may write. Raises OSError, and ValueError for what cannot be read."""
    text = _small_text(path)
    import tomllib  # for who has such a file

    if any(line.partition("=")[0].count(".") > _DEEPEST for line in text.splitlines()):
        raise ValueError("a name has too many parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deep") from None


def read_json(path: Path) -> Any:
    """The content of a small JSON file of this user. Raises OSError, and ValueError for what cannot be read."""
    import json

    try:
        return json.loads(_small_text(path))
    except RecursionError:
        raise ValueError("it is nested too deep") from None


def _small_text(path: Path) -> str:
    data = path.read_bytes()
    if len(data) > _LARGEST:
        raise ValueError(f"more than {_LARGEST:,} bytes")
    return data.decode("utf-8-sig")
