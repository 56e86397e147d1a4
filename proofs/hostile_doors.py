"""Hostile content at the doors beside the plan file: settings, names of files, what waits in the state folder, git."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from proofs import hostile_exports
from proofs.hostile import in_terminal
from proofs.hostile_strings import STRINGS, make_plan, raw_bytes
from proofs.result import Result

Act = Callable[[Path, Any], None]
QUICK, DEEP = 1, len(STRINGS)
_NAME, _DOCUMENTS = "Hostile texts: other doors", "Hostile texts: documents"
_WHAT = (
    "40 texts, deep nesting, doubled names, absurd numbers, huge files as settings, keys, calendars, themes, drafts, "
    "remembered files, safety copies, variables, names of files and copies, pasted text and input of git: one sentence "
    "at most, nothing raw, nothing lost"
)
_MADE = (
    "a plan full of the texts as Word, Excel, CSV, Markdown, HTML, SVG and JSON, whole and in parts: each opens, no "
    "markup or script, no formula, no control character"
)
_PARTS = (
    "planning", "plan", "report", "final", "runsheet", "dap", "risks", "communications", "log", "open_points",
    "raci", "toolkit", "roadmap", "advice", "blueprint",
)  # fmt: skip
_LARGE = 30_000
_TYPABLE = [text for text in STRINGS if "\0" not in text and "\ud800" not in text]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def toml_files(text: str) -> Iterator[bytes]:
    """Settings with this text as a value, as a name and raw."""
    word = json.dumps(text)
    names = ("name", "theme", "language", "calendars", "signs", "keys_preset", text)
    yield _bytes("\n".join(f"{json.dumps(name)} = {word}" for name in dict.fromkeys(names)))
    yield _bytes(f"[keys]\n{word} = [{word}]\nnew = [{word}]\nedit = {word}\n")
    yield _bytes(f"holiday = [{{name = {word}, day = {word}}}]\nbase = {word}\naccent = {word}\n")
    yield _bytes(text)


def broken_toml() -> Iterator[bytes]:
    """Settings that no reader should fall over."""
    yield b""
    yield b"\xef\xbb\xbfname = 'x'"
    yield b"\x00" * 500
    yield b"\xff\xfe" + "name = 'x'".encode("utf-16-le")
    yield b"name = " + b"[" * _LARGE
    yield b"a" + b".a" * _LARGE + b" = 1"
    yield b"name = 'x'\nname = 'y'\n"
    yield b"name = 1e999\nlanguage = nan\ntheme = " + b"9" * 6000 + b"\ncalendars = 9999-99-99"
    yield b"name = 2026-01-01\n[keys]\nnew = {a = [[1]]}\n[[keys]]\n"
    yield b"name = '" + b"x" * 3_000_000 + b"'"


def broken_json() -> Iterator[bytes]:
    """The same for files of JSON."""
    yield b""
    yield b"\x00" * 500
    yield b"[" * _LARGE
    yield b'{"a":' * _LARGE
    yield b"9" * 6000
    yield b'{"a": 1e999, "a": NaN, "b": null}'
    yield b'["\\u0000", "\\ud800", 5, [], {}, "' + b"x" * 5000 + b'"]'
    yield b"\xff\xfe\xfd"
    for text in STRINGS:
        yield _bytes(json.dumps([text, {text: text}]))


def run(rounds: int, _seed: int) -> list[Result]:
    """All doors with `rounds` of the texts at each, and all documents."""
    if sys.platform == "win32":
        reason = "needs a pseudo terminal"
        return [Result(_NAME, _WHAT, 0, 0, reason), Result(_DOCUMENTS, _MADE, 0, 0, reason)]
    with tempfile.TemporaryDirectory() as folder:
        plan = make_plan(Path(folder) / "plan.roadmap.json", 4)
        doors, notes = 0, []
        for name, (act, contents) in _doors(rounds).items():
            doors += len(contents)
            stream, code = in_terminal(partial(_at_door, act, plan, contents))
            if code or (found := raw_bytes(stream)):
                notes.append(f"{name}: code {code}, {stream[-600:] if code else found[:2]!r}")
        made = make_plan(Path(folder) / "vol.roadmap.json", min(40, 3 + rounds))
        count, wrongs = _documents(made, _PARTS if rounds > 1 else _PARTS[1:2])
    return [
        Result(_NAME, _WHAT, doors, len(notes), notes=tuple(notes)),
        Result(_DOCUMENTS, _MADE, count, len(wrongs), notes=tuple(wrongs[:40])),
    ]


def _doors(strings: int) -> dict[str, tuple[Act, list[Any]]]:
    """What is done at each door, and what is put in it."""
    chosen = _TYPABLE[:: max(1, len(_TYPABLE) // strings)]
    toml = [*broken_toml(), *(each for text in chosen for each in toml_files(text))]
    others = list(broken_json())[: 7 + strings]
    return {
        "settings, calendars and themes": (_with_settings, toml),
        "state folder": (_with_state, others),
        "merge driver": (_merge_driver, others),
        "environment": (_with_environment, chosen),
        "names of files": (_with_names, chosen),
        "clipboard": (_pasted, chosen),
    }


def _at_door(act: Act, plan: Path, contents: list[Any]) -> None:
    for place, content in enumerate(contents):
        folder = plan.parent / f"{act.__name__}-{place}"
        folder.mkdir()
        copy = folder / plan.name
        copy.write_bytes(plan.read_bytes())
        try:
            act(copy, content)
        except BaseException as error:
            raise AssertionError(f"{content[:60]!r}") from error


def _documents(plan: Path, parts: tuple[str, ...]) -> tuple[int, list[str]]:
    """How many documents were made, and what is wrong with them."""
    targets = [
        (part, plan.with_name(f"{place}{ending}"))
        for place, part in enumerate(parts)
        for ending in hostile_exports.KINDS
    ]
    stream, code = in_terminal(partial(_export, plan, targets))
    notes = [f"ended with code {code}: {stream[-600:]!r}"] if code else []
    made = [path for _part, path in targets if path.exists()]
    return len(made), [*notes, *(f"{path.name}: {each}" for path in made for each in hostile_exports.wrong(path))]


def _export(plan: Path, targets: list[tuple[str, Path]]) -> None:
    for part, path in targets:
        _command("export", str(plan), "--to", str(path), "--part", part)


def _command(*words: str) -> None:
    """Carry out one command; a refusal in a sentence is an answer too."""
    from roadmap_tui.cli.main import main

    sys.argv = ["roadmap", *words]
    try:
        main()
    except SystemExit as leaving:
        if leaving.code not in (None, 0, 1, 2, 3, 4, 5):
            raise


def _with_settings(plan: Path, content: bytes) -> None:
    from roadmap_tui.config import load_settings
    from roadmap_tui.user.calendars import load_calendars
    from roadmap_tui.user.themes import colours_of, theme_problems

    for place in ("config.toml", "calendars/eigen.toml", "themes/eigen.toml"):
        path = plan.parent / "settings" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        main = plan.parent / "settings" / "config.toml"
        main.write_text('theme = "eigen"\n', encoding="utf-8")
        path.write_bytes(content)
        os.environ["ROADMAP_CONFIG"] = str(main)
        _command("config")
        _command("status", str(plan))
        settings = load_settings()
        load_calendars(settings)
        theme_problems(settings.path)
        colours_of(settings.theme, settings.path)
        path.unlink()


def _with_state(plan: Path, content: bytes) -> None:
    from roadmap_tui.session import Session
    from roadmap_tui.user.drafts import DraftFolder
    from roadmap_tui.user.profile import load_profile
    from roadmap_tui.user.recent import recent_plans, remember
    from roadmap_tui.user.remembered import recall

    session = Session.open(plan)
    document = session.document.document_id
    profile = load_profile()
    safety = session.safety
    assert safety is not None
    for path in (
        profile.state / "recent.json",
        profile.state / "actor",
        profile.state / "views" / f"{document}.json",
        profile.drafts / f"{document}-activities-new.json",
        safety.current,
        safety.journal,
        safety.backups / "20260101-000000-000000-abcd-save.json.gz",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    recent_plans()
    remember(plan)
    recall(document)
    assert DraftFolder(profile.drafts, document).all() == []
    load_profile()
    _command("status", str(plan))
    _command("restore", str(plan), "--list")
    _command("check", str(plan), "--all")
    _command("set", str(plan), "A1", "title=x")


def _merge_driver(plan: Path, content: bytes) -> None:
    other = plan.with_name("theirs.json")
    before = plan.read_bytes()
    for base, theirs in ((before, content), (content, before), (content, content)):
        plan.with_name("base.json").write_bytes(base)
        other.write_bytes(theirs)
        _command("merge-driver", str(plan.with_name("base.json")), str(plan), str(other))
        assert _holds(plan, before), "the merge driver spoiled the plan"
    plan.write_bytes(before)


def _holds(plan: Path, before: bytes) -> bool:
    """Whether the plan still opens and holds every record that it held."""
    from roadmap_tui.store.loading import load

    now, then = load(plan.read_bytes(), plan).tables, load(before, plan).tables
    return all(now[table].keys() >= rows.keys() for table, rows in then.items())


_VARIABLES = ("ROADMAP_LANG", "ROADMAP_PLAN", "COLUMNS", "LANG", "NO_COLOR", "USER", "LOGNAME", "VISUAL", "EDITOR")


def _with_environment(plan: Path, text: str) -> None:
    for name in _VARIABLES:
        os.environ[name] = text
        _command("status")
        _command("status", str(plan))
        del os.environ[name]
    os.chdir(plan.parent)
    for name in ("ROADMAP_CONFIG", "ROADMAP_STATE", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ[name] = text.replace("/", "_")[:100]
        _command("status", str(plan))
        _command("config")
        del os.environ[name]
    from roadmap_tui.errors import UsageError
    from screens.external import editor_command

    os.environ["EDITOR"] = text
    with suppress(UsageError):
        editor_command()
    del os.environ["EDITOR"]


def _with_names(plan: Path, text: str) -> None:
    os.chdir(plan.parent)
    name = text.replace("/", "_")[:80] + ".roadmap.json"
    whole = plan.read_bytes()
    for own in (name, f"plan {name}"):
        plan.write_bytes(whole)
        Path(own).write_bytes(whole)
        for words in (["status"], ["check"], ["history"], ["merge", "--beside", "--dry-run"], ["merge", "--beside"]):
            _command(words[0], own, *words[1:])
        _command("merge", plan.name, own, "--dry-run")
        _command("joint", plan.name, own)
        _command("status", plan.name)
        _command("set", own, "A1", "title=x")
        Path(own).write_bytes(b'{"_meta": ')
        _command("status", own)
        _command("restore", own, "--dry-run")
        Path(own).unlink()


def _pasted(plan: Path, text: str) -> None:
    from roadmap_tui.errors import RoadmapError
    from roadmap_tui.model.cleaning import is_clean
    from roadmap_tui.services.pasting import read_pasted, take_in
    from roadmap_tui.session import Session

    session = Session.open(plan)
    before = set(session.tables["activities"])
    for pasted in (
        text,
        f"Activiteit\tWie\tWanneer\n{text}\t{text}\t{text}\n",
        f"{text}\t{text}\r\n" * 300,
        "\t" * 50_000,
        "\n" * 50_000,
        (text + " ") * 5000,
        '"' * 9999 + text,
    ):
        with suppress(RoadmapError):
            take_in(session, read_pasted(session, pasted))
    for key, record in session.tables["activities"].items():
        texts = (value.replace("\n", "") for value in record.values() if isinstance(value, str))
        harmful = [text for text in texts if not is_clean(text)]
        assert key in before or not harmful, harmful[0][:200]
