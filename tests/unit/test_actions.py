"""One table of actions: no two mean the same key in one place, and the user's own keys are checked against it."""

from __future__ import annotations

import pytest

from roadmap_tui import i18n
from roadmap_tui.actions.keymap import keymap_problems, usable_keys
from roadmap_tui.actions.keys import key_label, key_name
from roadmap_tui.actions.scopes import SCOPE_LABELS
from roadmap_tui.actions.table import ACTIONS, BY_ID


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use_language("en")


def test_ids_are_unique_and_every_scope_has_a_name() -> None:
    assert len(BY_ID) == len(ACTIONS)
    assert {action.scope for action in ACTIONS} <= set(SCOPE_LABELS)


def test_the_default_keys_have_no_problem() -> None:
    assert keymap_problems({action.id: action.keys for action in ACTIONS}) == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("?", "question_mark"),
        ("/", "slash"),
        ("+", "plus"),
        ("-", "minus"),
        (".", "full_stop"),
        ("=", "equals_sign"),
        ("<", "less_than_sign"),
        ("x", "x"),
        ("X", "X"),
        ("Ctrl+P", "ctrl+p"),
        ("PgUp", "pageup"),
        ("Esc", "escape"),
        ("shift+up", "shift+up"),
        ("F5", "f5"),
        ("question_mark", "question_mark"),
        ("nonsense", ""),
        ("hyper+x", ""),
        ("", ""),
    ],
)
def test_keys_are_understood_as_people_write_them(written: str, name: str) -> None:
    assert key_name(written) == name


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"delette": ["x"]}, "does not exist"),
        ({"delete": ["n"]}, '"n" already means: New.'),
        ({"delete": ["ctrl+h"]}, "Terminals cannot"),
        ({"delete": ["ctrl+s"]}, "Terminals cannot"),
        ({"delete": ["alt+d"]}, "Terminals cannot"),
        ({"delete": ["wiggle"]}, "is not a key"),
        ({"quit": []}, "needs a key"),
        ({"cancel": ["q"]}, "needed for typing"),
    ],
)
def test_what_cannot_be_is_told(keys: dict[str, list[str]], sentence: str) -> None:
    (problem,) = keymap_problems(keys)
    assert sentence in problem.message
    assert usable_keys(keys) == {}


def test_the_nearest_action_is_suggested() -> None:
    (problem,) = keymap_problems({"delette": ["x"]})
    assert "delete" in problem.suggestion


def test_two_actions_may_trade_keys() -> None:
    keys = {"delete": ["s"], "sort": ["d"]}
    assert keymap_problems(keys) == []
    assert usable_keys(keys) == {"delete": ("s",), "sort": ("d",)}


def test_labels_are_what_stands_on_the_keyboard() -> None:
    assert [key_label(key) for key in ("question_mark", "ctrl+p", "D", "f2", "escape", "pageup")] == [
        "?",
        "Ctrl+P",
        "D",
        "F2",
        "Esc",
        "PgUp",
    ]
    assert key_label("up", ascii_only=True) == "Up"
