"""Checking the user's own keys: known actions, keys that exist, and no key for two actions at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from roadmap_tui.actions import ACTIONS, APP, BY_ID, FORM, LIST, TABLE, Action, keys_of
from roadmap_tui.i18n import _
from roadmap_tui.model.parsing import suggestion

_KEY = re.compile(r"(?:(?:ctrl|shift|alt)\+)*(?:[a-z0-9_]{2,}|\S)")
_SAME_IN_TERMINALS: Mapping[str, str] = {
    "ctrl+h": "backspace",
    "ctrl+i": "tab",
    "ctrl+j": "enter",
    "ctrl+m": "enter",
    "ctrl+[": "escape",
}


class KeyProblem(msgspec.Struct, frozen=True):
    """A mistake in the keys of one action; `suggestion` is a sentence with the nearest valid word, or empty."""

    action: str
    message: str
    suggestion: str = ""


def keymap_problems(remapped: Mapping[str, Sequence[str]]) -> Iterator[KeyProblem]:
    """What is wrong with the user's keys, given per action id."""
    for action_id, keys in remapped.items():
        action = BY_ID.get(action_id)
        if action is None:
            yield KeyProblem(action_id, _("This action does not exist."), suggestion(action_id, BY_ID))
            continue
        for key in keys:
            if message := _mistake(action, key, remapped):
                yield KeyProblem(action_id, message)
                break


def _mistake(action: Action, key: str, remapped: Mapping[str, Sequence[str]]) -> str:
    if not _KEY.fullmatch(key):
        return _('"{key}" is not a key; write for example x, f5, space or ctrl+e.').format(key=key)
    if key in _SAME_IN_TERMINALS:
        return _('A terminal cannot tell "{key}" from {other}.').format(key=key, other=_SAME_IN_TERMINALS[key])
    other = next(
        (
            other
            for other in ACTIONS
            if other is not action and _together(action, other) and key in keys_of(other, remapped)
        ),
        None,
    )
    return _('"{key}" is already the key of {action}.').format(key=key, action=other.id) if other else ""


def _together(one: Action, other: Action) -> bool:
    """Whether two actions listen at the same time: on one screen, or everywhere but in a form."""
    scopes = {one.scope, other.scope}
    return len(scopes) == 1 or scopes == {LIST, TABLE} or (APP in scopes and FORM not in scopes)
