"""From the text of a source row to stored values of an activity, and how two such values compare."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from roadmap_tui.exchange.cells import bullets, clean, one_line
from roadmap_tui.exchange.table import SourceRow, Warning_
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.record import fields_of

_DEFAULTS = {"status": "todo"}


def values_of(row: SourceRow, milestones: Mapping[int, Mapping[str, Any]]) -> tuple[dict[str, Any], list[Warning_]]:
    """The stored values of a row (None where a cell is empty), with a milestone named by title made a reference."""
    cells = dict(row.cells)
    warnings: list[Warning_] = []
    named = cells.pop("milestone", "")
    found = _milestone(named, milestones) if named else None
    if named and found is None:
        label = _(fields_of(Activity)["milestone"].label)
        cells["remarks"] = "\n".join(filter(None, [cells.get("remarks", ""), f"{label}: {one_line(named)}"]))
        message = _("Milestone “{name}” is not in the plan; it is kept with the remarks.")
        warnings.append(Warning_(row.number, message.format(name=one_line(named))))
    values = {name: _stored(name, text) for name, text in cells.items() if name in fields_of(Activity)}
    if named:
        values["milestone"] = found
    return values, warnings


def canonical(name: str, value: Any) -> str:
    """A value in one spelling, so that layout and defaults do not count as a difference."""
    if value is None or value is False or value == _DEFAULTS.get(name):
        return ""
    if isinstance(value, str):
        return bullets(clean(value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def hash_of(name: str, value: Any) -> str:
    """What an import remembers of a value: twelve hexadecimal digits."""
    return _digest(canonical(name, value))


@lru_cache(maxsize=4096)
def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _stored(name: str, text: str) -> Any:
    match fields_of(Activity)[name].kind:
        case Kind.FLAG:
            return text == "true" or None
        case Kind.PERCENT | Kind.NUMBER:
            return int(text) if text else None
        case Kind.DECIMAL:
            return float(text) if text else None
        case Kind.LONG | Kind.WHEN | Kind.EFFORT | Kind.PEOPLE:
            return text or None
    return one_line(text) or None


def _milestone(named: str, milestones: Mapping[int, Mapping[str, Any]]) -> int | None:
    """The one milestone that people mean by its title or number."""
    wanted = one_line(named).casefold()
    found = [
        i
        for i, stored in milestones.items()
        if wanted in (one_line(str(stored.get("title", ""))).casefold(), str(stored.get("number", "")).casefold())
    ]
    return found[0] if len(found) == 1 else None
