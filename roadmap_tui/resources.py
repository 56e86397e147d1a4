"""Where the files in data/ are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


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
