"""What is drawn on which terminal, as its environment tells."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from roadmap_tui.user.terminal import lacks_signs
from screens.theme import wants_plain_colours


@pytest.mark.parametrize(
    ("environment", "plain"),
    [
        ({"LANG": "nl_NL.UTF-8"}, False),
        ({"LANG": "nl_NL.utf8"}, False),
        ({}, False),
        ({"LC_CTYPE": "C.UTF-8"}, False),
        ({"LANG": "nl_NL.ISO-8859-1"}, True),
        ({"LANG": "nl_NL@euro"}, True),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, True),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ({"LANG": "C.UTF-8", "LC_CTYPE": "C.UTF-8"}, False),
        ({"LANG": "nl_NL.UTF-8", "TERM": "linux"}, True),
        ({"LANG": "nl_NL.UTF-8", "TERM": "putty-256color"}, False),
    ],
)
def test_plain_letters_where_the_locale_knows_no_others(environment: dict[str, str], plain: bool) -> None:
    assert lacks_signs(environment, windows=False) is plain
    assert lacks_signs(environment, windows=True) is False


@pytest.mark.parametrize(
    ("environment", "plain"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "putty"}, True),
        ({"TERM": "screen"}, True),
        ({"TERM": "vt220"}, True),
        ({"TERM": "linux"}, True),
        ({"TERM": "rxvt-unicode"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "putty-256color"}, False),
        ({"TERM": "tmux-256color"}, False),
        ({"TERM": "xterm-kitty"}, False),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, False),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, True),
    ],
)
def test_the_terminals_own_colours_where_it_has_few(environment: dict[str, str], plain: bool) -> None:
    assert wants_plain_colours(environment) is plain


def test_a_listing_in_another_locale_has_plain_signs_only() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "roadmap_tui", "keys", "--lang", "en"]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert done.stdout.isascii()
    assert b"Overview" in done.stdout
