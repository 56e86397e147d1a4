"""The keys that a user chose: which can be used, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.keys import key_name
from roadmap_tui.actions.scopes import CELL, FORM, TOGETHER, with_parts
from roadmap_tui.actions.table import ACTIONS, BY_ID
from roadmap_tui.i18n import _

_NEEDED = ("quit", "help", "save_form", "cancel")
_UNCLEAR = ("ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket", "ctrl+s", "ctrl+q", "ctrl+b")


class KeyProblem(msgspec.Struct, frozen=True):
    """What is wrong with the keys of one action in the settings, as a translated sentence."""

    key: str
    message: str
    suggestion: str = ""


def keys_of(action: Action, remapped: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The keys of an action: the user's where they chose any, else the default."""
    return tuple(remapped.get(action.id, action.keys))


def keymap_problems(keys: Mapping[str, Sequence[str]]) -> list[KeyProblem]:
    """Everything that is wrong with the user's keys, one line for each action."""
    found = {action_id: sentence for action_id in keys if (sentence := _problem(action_id, keys))}
    return [KeyProblem(action_id, *sentence) for action_id, sentence in found.items()]


def usable_keys(keys: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The user's keys in Textual's notation, without those that have a problem; actions left out keep their default."""
    wrong = {problem.key for problem in keymap_problems(keys)}
    return {
        action_id: tuple(key_name(key) for key in chosen)
        for action_id, chosen in keys.items()
        if action_id not in wrong
    }


def _problem(action_id: str, keys: Mapping[str, Sequence[str]]) -> tuple[str, str] | None:
    from roadmap_tui.model.parsing import suggestion

    action = BY_ID.get(action_id)
    if action is None:
        return _("This action does not exist."), suggestion(action_id, BY_ID)
    if not keys[action_id] and action_id in _NEEDED:
        return _("This action needs a key."), ""
    for text in keys[action_id]:
        sentence = _key_problem(action, text, keys)
        if sentence:
            return sentence, ""
    return None


def _key_problem(action: Action, text: str, keys: Mapping[str, Sequence[str]]) -> str:
    name = key_name(text)
    if not name:
        return _('"{key}" is not a key.').format(key=text)
    if name in _UNCLEAR or (name.startswith("alt+") and len(name) == 5):
        return _('Terminals cannot pass on "{key}" reliably; choose another.').format(key=text)
    if action.scope in (FORM, CELL) and (len(name) == 1 or name == "space"):
        return _('"{key}" is needed for typing in a form.').format(key=text)
    for other in ACTIONS:
        if other.id != action.id and _meet(action, other) and name in _names(other, keys):
            return _('"{key}" already means: {action}.').format(key=text, action=_(other.label))
    return ""


def _meet(action: Action, other: Action) -> bool:
    return any({action.scope, other.scope} <= set(with_parts(scopes)) for scopes in TOGETHER)


def _names(action: Action, keys: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(key_name(key) for key in keys[action.id]) if action.id in keys else action.keys
