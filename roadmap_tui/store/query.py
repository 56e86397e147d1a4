"""Conditions as TinyDB queries: what `roadmap list --where` and scripts select records with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import and_, ge, gt, le, lt, or_
from typing import Any

from tinydb import where
from tinydb.queries import QueryInstance

from roadmap_tui.model.conditions import All, Any_, Compare, Condition, Not

_ORDERED: Mapping[str, Callable[[Any, Any], bool]] = {"below": lt, "at_most": le, "above": gt, "at_least": ge}


def build_query(condition: Condition) -> QueryInstance:
    """The TinyDB query that holds for the records which meet `condition`."""
    match condition:
        case All(conditions):
            return reduce(and_, map(build_query, conditions))
        case Any_(conditions):
            return reduce(or_, map(build_query, conditions))
        case Not(inner):
            return ~build_query(inner)
        case Compare(field, operator, value):
            return where(field).test(lambda found: _holds(found, operator, value))
    raise TypeError(condition)


def matching(rows: Iterable[Mapping[str, Any]], condition: Condition) -> list[Mapping[str, Any]]:
    """The rows that meet `condition`; a row has every field that can be asked for."""
    query = build_query(condition)
    return [row for row in rows if query(row)]


def _holds(found: Any, operator: str, value: Any) -> bool:
    if isinstance(found, list | tuple):
        return any(_holds(item, operator, value) for item in found) if found else _holds(None, operator, value)
    match operator:
        case "equals":
            return bool(_folded(found) == value)
        case "contains":
            return found is not None and str(value) in str(found).casefold()
        case "one_of":
            return found in value
    if found is None or isinstance(found, bool) or isinstance(found, str) != isinstance(value, str):
        return False
    return _ORDERED[operator](found, value)


def _folded(found: Any) -> Any:
    """A value for comparing: text without regard to capitals, nothing and empty text alike."""
    return (found.casefold() or None) if isinstance(found, str) else found
