"""Settings, keys and completion."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from cli_runner import Run

from roadmap_tui.actions.table import ACTIONS


@pytest.fixture
def settings_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings file that the test writes itself."""
    path = folder / "conf" / "config.toml"
    monkeypatch.setenv("ROADMAP_CONFIG", str(path))
    return path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_settings_are_shown_without_a_file_and_none_is_made(run: Run, settings_file: Path) -> None:
    found = run("config", "--json").json
    assert found == {
        "file": str(settings_file),
        "language": "en",
        "theme": "dark",
        "signs": "",
        "keys_preset": "",
        "name": "",
        "calendars": "",
        "keys": {},
    }
    assert run("config", "check").code == 0
    assert not settings_file.exists()


def test_a_change_keeps_what_else_is_in_the_file(run: Run, settings_file: Path) -> None:
    _write(settings_file, 'later = "iets"\n[keys]\nnew = ["b"]\n')
    assert run("config", "set", "language", "en").code == 0
    assert run("config", "set", "name", "Anna", "de", "Vries").code == 0
    assert tomllib.loads(settings_file.read_text(encoding="utf-8")) == {
        "later": "iets",
        "keys": {"new": ["b"]},
        "language": "en",
        "name": "Anna de Vries",
    }
    assert run("--help", lang="").out.startswith("Usage:")


def test_the_name_in_the_settings_is_the_name_others_see(run: Run, settings_file: Path) -> None:
    run("config", "set", "name", "Anna")
    run("new", "p.roadmap.json")
    assert run("status", "p.roadmap.json", "--json").json["changed_by"] == "Anna"


def test_every_mistake_is_named_with_file_key_reason_and_nearest_word(run: Run, settings_file: Path) -> None:
    _write(settings_file, 'langauge = "en"\ntheme = "drak"\nname = 3\n')
    outcome = run("config", "check")
    assert outcome.code == 1
    assert outcome.lines == [
        f'{settings_file}, langauge: This setting does not exist. Do you mean "language"?',
        f'{settings_file}, theme: "drak" is not possible here. Do you mean "dark"?',
        f"{settings_file}, name: The value must be text between quotes.",
    ]
    rows = run("config", "check", "--json").json
    assert [row["key"] for row in rows] == ["langauge", "theme", "name"]
    assert rows[0].keys() == {"file", "key", "message", "suggestion"}


def test_with_a_mistake_the_command_still_works_and_says_so_in_one_line(run: Run, settings_file: Path) -> None:
    _write(settings_file, 'theme = "drak"\nlanguage = "en"\n')
    outcome = run("templates", lang="")
    assert outcome.code == 0
    assert "Empty plan" in outcome.out
    assert outcome.err.count("\n") == 1
    assert "roadmap config check" in outcome.err


def test_a_file_that_is_no_toml_is_one_mistake_and_is_never_overwritten(run: Run, settings_file: Path) -> None:
    _write(settings_file, "taal == nl")
    assert run("config", "check").code == 1
    assert run("config", "set", "language", "en").code == 2
    assert settings_file.read_text(encoding="utf-8") == "taal == nl"


@pytest.mark.parametrize(
    "words", [["set", "langauge", "en"], ["set", "language", "fr"], ["set", "language"], ["set"], ["chek"]]
)
def test_a_wrong_change_is_wrong_usage_and_makes_no_file(run: Run, settings_file: Path, words: list[str]) -> None:
    assert run("config", *words).code == 2
    assert not settings_file.exists()


def test_keys_come_from_the_table_of_actions_and_the_settings(run: Run, settings_file: Path) -> None:
    rows = run("keys", "--json").json
    assert [row["id"] for row in rows] == [action.id for action in ACTIONS]
    assert next(row for row in rows if row["id"] == "new")["keys"] == ["n"]
    _write(settings_file, '[keys]\nnew = ["b", "insert"]\n')
    assert next(row for row in run("keys", "--json").json if row["id"] == "new")["keys"] == ["b", "insert"]
    assert "insert" in run("keys").out


def test_mistakes_in_keys_are_named_and_the_defaults_stay(run: Run, settings_file: Path) -> None:
    _write(settings_file, '[keys]\nnieuw = "a"\nnew = 3\n')
    outcome = run("config", "check")
    assert outcome.code == 1
    assert "keys.nieuw" in outcome.out
    assert "keys.new:" in outcome.out
    assert next(row for row in run("keys", "--json").json if row["id"] == "new")["keys"] == ["n"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_asks_roadmap_itself(run: Run, shell: str) -> None:
    assert f"_ROADMAP_COMPLETE={shell}_complete" in run("completion", shell).out


def test_a_shell_without_completion_is_wrong_usage(run: Run) -> None:
    outcome = run("completion", "tcsh")
    assert outcome.code == 2
    assert "bash, zsh, fish" in outcome.err
