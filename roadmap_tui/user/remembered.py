"""How one user looks at one plan: choices such as how rows are grouped, kept with the user and not in the plan."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from roadmap_tui.resources import read_json
from roadmap_tui.user.profile import state_folder

_FOLDER = "views"


def recall(document_id: str) -> dict[str, str]:
    """What was remembered for a plan, by name; empty where nothing was."""
    try:
        found = read_json(_file(document_id))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: value for name, value in found.items() if isinstance(value, str)}


def keep(document_id: str, name: str, value: str) -> None:
    """Remember a choice for a plan; without a writable state folder nothing is remembered."""
    file = _file(document_id)
    temporary = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps({**recall(document_id), name: value}), encoding="utf-8")
        os.replace(temporary, file)


def _file(document_id: str) -> Path:
    plain = "".join(sign for sign in document_id if sign.isalnum() or sign in "-_")
    return state_folder() / _FOLDER / f"{plain}.json"
