"""Which command and which plan the words of the command line mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runner import Run
from click.testing import CliRunner

from roadmap_tui import __version__
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import load
from roadmap_tui.cli.group import RoadmapGroup


def test_the_version(run: Run) -> None:
    assert run("--version").out == f"roadmap {__version__}\n"


def test_help_names_every_command_in_the_users_language(run: Run) -> None:
    english, dutch = run("--help"), run("--help", lang="nl")
    assert english.code == dutch.code == 0
    for name, entry in COMMANDS.items():
        assert f"  {name} " in english.out
        assert entry.summary.split()[0] in english.out
    assert "Opties:" in dutch.out
    assert "Usage" not in dutch.out


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_help_without_english_left_over(run: Run, name: str) -> None:
    dutch = run(name, "--help", lang="nl")
    assert dutch.code == 0
    assert dutch.out.startswith(f"Gebruik: roadmap {name}")
    for english in ("Usage:", "Options", "Show this", "[default", "[required]"):
        assert english not in dutch.out


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_bears_the_name_it_is_listed_under(name: str) -> None:
    assert load(COMMANDS[name]).name == name


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["statsu"], 'roadmap: There is no command and no file "statsu". Do you mean "status"?\n'),
        (["status", "--jsn"], 'roadmap: The option "--jsn" does not exist (do you mean --json?); see: roadmap status'),
        (["--lang", "fr"], "roadmap: The value of --lang is not possible; choose from: nl, en\n"),
        (["show", "p.json"], "roadmap: ID is missing; see: roadmap show --help\n"),
        (["status", "--on"], 'roadmap: The option "--on" needs a value; see: roadmap status --help\n'),
        (["status", "--json=1"], 'roadmap: The option "--json" takes no value; see: roadmap status --help\n'),
        (["keys", "extra"], 'roadmap: "extra" is one word too many; see: roadmap keys --help\n'),
        (
            ["list", "p.json", "fruit"],
            'roadmap: There is no kind of record "fruit". Choose from: activities, ',
        ),
    ],
)
def test_wrong_usage_is_one_line_that_helps(run: Run, words: list[str], sentence: str) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith(sentence)
    assert outcome.err.count("\n") == 1


def test_a_usage_error_is_in_the_language_that_was_asked_for_after_the_command(run: Run) -> None:
    outcome = run("show", "--lang", "nl", lang="")
    assert outcome.code == 2
    assert outcome.err == "roadmap: PLAN ontbreekt; zie: roadmap show --help\n"
    outcome = run("set", "p.json", "A1", "--lang", "nl", lang="")
    assert outcome.err == "roadmap: VELD=WAARDE ontbreekt; zie: roadmap set --help\n"


def test_a_word_that_is_a_file_opens_it_as_a_plan_and_without_a_terminal_prints_the_status(run: Run, plan: str) -> None:
    outcome = run(plan)
    assert outcome.code == 0
    assert "terminal" in outcome.err
    assert outcome.out == run("status", plan).out


def test_a_missing_file_with_the_name_of_a_plan_is_unreadable_not_wrong_usage(run: Run) -> None:
    assert run("weg.roadmap.json").code == 3
    assert run("map/weg").code == 3


def test_the_only_plan_in_the_folder_is_meant(run: Run, plan: str) -> None:
    assert run("status").out == run("status", plan).out
    assert run().out == run("status", plan).out


def test_several_plans_in_the_folder_are_named(run: Run, plan: str) -> None:
    run("new", "andere.roadmap.json")
    for words in (["status"], ["undo"], []):
        outcome = run(*words)
        assert outcome.code == 2
        assert "andere.roadmap.json, p.roadmap.json" in outcome.err


def test_a_variable_names_the_plan_and_a_word_wins_from_it(
    run: Run, plan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("new", "andere.roadmap.json", "--title", "Another one")
    monkeypatch.setenv("ROADMAP_PLAN", plan)
    assert run("status", "--json").json["file"] == plan
    assert run("status", "andere.roadmap.json", "--json").json["title"] == "Another one"


def test_without_any_plan_the_sentence_says_so(run: Run) -> None:
    assert run("status").err == "roadmap: Name the plan file; there is no *.roadmap.json in this folder.\n"
    assert run("status").code == run().code == 2


def test_the_language_follows_option_then_variable_then_dutch(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Gebruik:" in run("--help", lang="").out
    monkeypatch.setenv("ROADMAP_LANG", "en")
    assert "Usage:" in run("--help", lang="").out
    assert "Gebruik:" in run("--help", lang="nl").out


def test_reading_only_refuses_changes_before_and_after_the_command(run: Run, plan: str, folder: Path) -> None:
    before = (folder / plan).read_bytes()
    for words in (["--read-only", "set", plan, "A1", "title=x"], ["set", plan, "A1", "title=x", "--read-only"]):
        assert run(*words).code == 4
    assert (folder / plan).read_bytes() == before
    assert run("--read-only", "new", "new.roadmap.json").code == 4
    assert run("--read-only", "status", plan).code == 0
    assert [path.name for path in folder.iterdir()] == [plan]


def test_completion_offers_commands_and_files(folder: Path) -> None:
    environment = {"_ROADMAP_COMPLETE": "bash_complete", "COMP_WORDS": "roadmap st", "COMP_CWORD": "1"}
    result = CliRunner().invoke(RoadmapGroup(), [], env=environment)
    assert "plain,status" in result.stdout.splitlines()
