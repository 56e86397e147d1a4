"""Textual bindings made from the table of actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.binding import Binding, BindingType

from roadmap_tui.actions.keymap import keys_of
from roadmap_tui.actions.keys import key_label
from roadmap_tui.actions.scopes import APP
from roadmap_tui.actions.table import BY_ID, in_scopes
from roadmap_tui.i18n import _


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


class KeyNames(dict[str, str]):
    """The first key of each action as people know it, by the action's name; an action without keys gives its label."""

    def __init__(self, remapped: Mapping[str, Sequence[str]], ascii_only: bool) -> None:
        super().__init__()
        self._remapped, self._ascii = remapped, ascii_only

    def __missing__(self, name: str) -> str:
        keys = keys_of(BY_ID[name], self._remapped)
        return key_label(keys[0], self._ascii) if keys else _(BY_ID[name].label)
