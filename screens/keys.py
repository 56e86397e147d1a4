"""Textual bindings made from the table of actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.binding import Binding, BindingType

from roadmap_tui.actions.scopes import APP
from roadmap_tui.actions.table import in_scopes


def bindings(*scopes: str) -> list[BindingType]:
    """The bindings of the actions in these scopes; an action without keys is reached from the palette only.

    Actions that work everywhere are the application's; the others belong to the screen or widget that binds them.
    """
    return [
        Binding(",".join(action.keys), call_of(action.id, action.scope), action.label, show=False, id=action.id)
        for action in in_scopes(scopes)
        if action.keys
    ]


def call_of(action_id: str, scope: str) -> str:
    """How Textual is told to carry out an action."""
    if action_id.startswith("go_"):
        return f"app.go('{action_id[3:]}')"
    return f"app.{action_id}" if scope == APP else action_id


def keymap(remapped: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The user's keys as Textual wants them."""
    return {action_id: ",".join(keys) for action_id, keys in remapped.items()}
