"""No test sees the developer's own settings, plans, language or state folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_tui import i18n
from roadmap_tui.user import profile

_USER_VARIABLES = ("ROADMAP_PLAN", "ROADMAP_LANG", "ROADMAP_CONFIG", "NO_COLOR", "FORCE_COLOR", "SSH_CONNECTION")


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home, settings and state folder of the test's own; Dutch, and no variables of the developer."""
    home = tmp_path_factory.mktemp("home")
    for name in _USER_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    monkeypatch.setenv("ROADMAP_STATE", str(home / "state"))
    profile.state_folder.cache_clear()
    i18n.use_language("nl")
    yield home
    profile.state_folder.cache_clear()
    i18n.use_language("nl")
