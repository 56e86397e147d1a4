"""The plain reading of the command line says what click says, or leaves it to click."""

from __future__ import annotations

from typing import Any

import click
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_tui.cli import words as plain
from roadmap_tui.cli.catalogue import COMMANDS, OPEN, Entry
from roadmap_tui.cli.clicked import ClickedCommand
from roadmap_tui.cli.command import GLOBAL_OPTIONS, Param, Subcommand, load
from roadmap_tui.cli.group import RoadmapGroup
from roadmap_tui.cli.options import choose_options, options

_FLAGS = sorted({param.flag for entry in COMMANDS.values() for param in load(entry).params if param.flag})
_WORDS = [
    "p.roadmap.json",
    "A1",
    "status=done",
    "2026-06-01",
    "nl",
    "fr",
    "",
    "-",
    "--",
    "-1",
    "--json=1",
    "bash",
    "x/",
]
Said = tuple[str, dict[str, Any], bool, bool]


def said_by_click(words: list[str], monkeypatch: pytest.MonkeyPatch) -> Said | None:
    """What click makes of the words; None where it finds them wrong, or answers them itself."""
    said: list[Said] = []

    def made(entry: Entry) -> click.Command:
        declared = load(entry)

        def run(**arguments: Any) -> None:
            said.append((declared.name, arguments, options().ascii, options().read_only))

        return ClickedCommand(msgspec.structs.replace(declared, run=run))

    monkeypatch.setattr("roadmap_tui.cli.group.click_command", made)
    try:
        RoadmapGroup().read(words)
    except Exception:
        return None
    return said[0] if said else None


def said_plainly(words: list[str]) -> Said | None:
    """What the plain reading makes of the words; None where it leaves them to click."""
    call = plain.plain_call(words)
    if call is None:
        return None
    on = [options().ascii or "ascii" in call.options, options().read_only or "read_only" in call.options]
    return call.command.name, call.arguments, on[0], on[1]


@settings(max_examples=250, deadline=None)
@given(
    st.lists(st.sampled_from(["--ascii", "--read-only", "--lang"]), max_size=1),
    st.sampled_from([*COMMANDS, "p.roadmap.json", "nothing"]),
    st.data(),
)
def test_both_readings_agree(before: list[str], command: str, data: st.DataObject) -> None:
    own = load(COMMANDS.get(command, OPEN)).params
    likely = [param.flag for param in own if param.flag] + _WORDS[:4] * 3
    words = data.draw(st.lists(st.sampled_from(likely) | st.sampled_from(_WORDS + _FLAGS), max_size=6))
    words = [*before, *(["nl"] if before == ["--lang"] else []), command, *words]
    choose_options([])
    mine = said_plainly(words)
    if mine is not None:
        with pytest.MonkeyPatch.context() as monkeypatch:
            assert mine == said_by_click(words, monkeypatch)


def _usual(declared: Subcommand) -> list[str]:
    """A command with each of its arguments and options given once, as people do."""

    def of(param: Param) -> list[str]:
        value = param.choices[0] if param.choices else "p.roadmap.json" if param.is_path else "words"
        values = [] if param.is_flag else [value] * max(1, param.nargs)
        return [param.flag, *values] if param.flag else values

    words = [word for param in declared.params for word in of(param)]
    return [declared.name, *words] if declared.name else words


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_the_usual_words_need_no_click(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = _usual(load(COMMANDS[name] if name else OPEN))
    choose_options([])
    mine = said_plainly(words)
    assert mine is not None
    assert mine[2:] == (True, True)
    assert mine == said_by_click(words, monkeypatch)


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        ["status", "--help"],
        ["status", "--jsn"],
        ["status", "--on"],
        ["--lang", "fr"],
        ["keys", "x"],
    ],
)
def test_what_is_out_of_the_ordinary_is_left_to_click(words: list[str]) -> None:
    assert plain.plain_call(words) is None


def test_completion_is_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(plain.COMPLETION, "bash_complete")
    assert plain.plain_call(["status"]) is None


def test_every_option_has_a_parameter_or_holds_for_all() -> None:
    assert [param.flag for param in GLOBAL_OPTIONS if not param.name] == ["--lang", "--ascii", "--read-only"]
    for entry in COMMANDS.values():
        assert all(param.name for param in load(entry).own_params)
