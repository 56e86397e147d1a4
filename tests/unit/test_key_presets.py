"""Sets of keys: each is free of conflicts, and a user's own keys go before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap_tui.actions.keymap import keymap_problems, keys_of, usable_keys
from roadmap_tui.actions.keys import key_label
from roadmap_tui.actions.presets import PRESETS, preset_keys
from roadmap_tui.actions.table import BY_ID
from roadmap_tui.config import load_settings, set_value
from roadmap_tui.errors import UsageError


@pytest.mark.parametrize("name", PRESETS)
def test_no_set_of_keys_contradicts_itself(name: str) -> None:
    assert keymap_problems(preset_keys(name)) == []


def test_own_keys_go_before_those_of_the_set(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('keys_preset = "vim"\n[keys]\nredo = "ctrl+y"\n', encoding="utf-8")
    settings = load_settings(path)
    assert settings.problems == []
    keys = usable_keys(settings.keys)
    assert keys_of(BY_ID["redo"], keys) == ("ctrl+y",)
    assert keys_of(BY_ID["page_down"], keys) == ("ctrl+d", "pagedown")
    assert settings.own_keys == {"redo": ["ctrl+y"]}


def test_a_key_that_the_set_uses_is_refused_for_something_else(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    set_value("keys_preset", "vim", path)
    with pytest.raises(UsageError, match=r"Ctrl\+R|ctrl\+r"):
        set_value("keys.search", "ctrl+r", path)
    with pytest.raises(UsageError, match="vim"):
        set_value("keys_preset", "vmi", path)
    assert load_settings(path).keys_preset == "vim"


def test_a_typing_key_is_refused_where_one_types(tmp_path: Path) -> None:
    (problem,) = keymap_problems({"save_cell": ["s"]})
    assert problem.key == "save_cell"


def test_a_letter_keeps_its_name_in_dutch() -> None:
    assert [key_label(key) for key in ("ctrl+r", "R", "ctrl+space")] == ["Ctrl+R", "R", "Ctrl+spatie"]
