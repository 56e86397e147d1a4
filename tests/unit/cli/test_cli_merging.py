"""Copies that come back by mail: merge, differences, resolve and history as people and programs use them."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest
from cli_runner import Run

from roadmap_tui.session import Session
from roadmap_tui.user import profile


def _as_person(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sit down as somebody else, at another machine."""
    monkeypatch.setenv("ROADMAP_STATE", str(folder / f"state-{name}"))
    profile.state_folder.cache_clear()
    (folder / "config.toml").write_text(f'name = "{name}"\n')
    monkeypatch.setenv("ROADMAP_CONFIG", str(folder / "config.toml"))


@pytest.fixture
def copies(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """One plan as Anna changed it and as Piet did: a clash in A1, A2 removed against changed, and both an A4."""
    plan, copy = folder / "plan.roadmap.json", folder / "copy.json"
    rows = [("plan", 50, {"title": "Plan"})]
    rows += [("activities", 100 + i, {"title": f"Stap {i}", "lead": "Team"}) for i in (1, 2, 3)]
    Session.create(plan, rows, user="Anna")
    shutil.copy(plan, copy)
    _as_person("Piet", folder, monkeypatch)
    run("set", "copy.json", "A1", "title=Van Piet", "lead=Piet")
    run("set", "copy.json", "A2", "lead=Piet")
    run("remove", "copy.json", "A3", "--yes")
    run("add", "copy.json", "activities", "title=Nieuw van Piet")
    _as_person("Anna", folder, monkeypatch)
    run("set", "plan.roadmap.json", "A1", "title=Van Anna")
    run("remove", "plan.roadmap.json", "A2", "--yes")
    run("add", "plan.roadmap.json", "activities", "title=Nieuw van Anna")
    return plan, copy


def test_a_dry_run_shows_everything_and_changes_nothing(run: Run, copies: tuple[Path, Path]) -> None:
    before = copies[0].read_bytes()
    found = run("merge", "plan.roadmap.json", "copy.json", "--dry-run", "--json")
    assert found.code == 5
    assert {key: found.json[key] for key in ("added", "updated", "removed")} == {"added": 2, "updated": 1, "removed": 1}
    assert "roadmap resolve" not in run("merge", "plan.roadmap.json", "copy.json", "--dry-run").err
    assert copies[0].read_bytes() == before
    assert run("differences", "plan.roadmap.json").code == 0


def test_merging_takes_everything_in_and_lists_what_waits(run: Run, copies: tuple[Path, Path], folder: Path) -> None:
    before = copies[0].read_bytes()
    found = run("merge", "plan.roadmap.json", "copy.json", "--json")
    assert found.code == 5
    assert set(found.json) == {"added", "updated", "removed", "differences"}
    waiting = {each["field"]: each for each in found.json["differences"]}
    assert waiting["title"] == {
        "id": 101,
        "number": "A1",
        "table": "activities",
        "field": "title",
        "values": ["Van Anna", "Van Piet"],
    }
    assert (waiting["removed"]["number"], sorted(waiting["removed"]["values"])) == ("A2", [False, True])
    listed = run("list", "plan.roadmap.json", "activities", "--json").json
    assert {row["number"] for row in listed} == {"A1", "A2", "A4", "A4b"}
    assert run("differences", "plan.roadmap.json", "--json").json == found.json["differences"]
    backups = list((folder / "state-Anna").rglob("*-merge.json.gz"))
    assert [gzip.decompress(backup.read_bytes()) for backup in backups] == [before]


def test_settled_differences_stay_settled_when_the_copy_comes_again(run: Run, copies: tuple[Path, Path]) -> None:
    run("merge", "plan.roadmap.json", "copy.json")
    assert run("resolve", "plan.roadmap.json", "A1", "title=Van Piet").code == 0
    left = run("resolve", "plan.roadmap.json", "A2", "removed=yes", "--json")
    assert (left.code, left.json) == (0, [])
    assert run("differences", "plan.roadmap.json").code == 0
    before = copies[0].read_bytes()
    again = run("merge", "plan.roadmap.json", "copy.json", "--json")
    assert again.code == 0
    assert again.json == {"added": 0, "updated": 0, "removed": 0, "differences": []}
    assert copies[0].read_bytes() == before
    assert run("show", "plan.roadmap.json", "A1", "--json").json["title"] == "Van Piet"
    assert run("show", "plan.roadmap.json", "A2").code == 2


def test_the_text_says_who_wrote_what(run: Run, copies: tuple[Path, Path]) -> None:
    found = run("merge", "plan.roadmap.json", "copy.json")
    text = found.out
    assert '"Van Anna"  Anna, ' in text
    assert '"Van Piet"  Piet, ' in text
    assert "2 added, 1 changed, 1 removed." in text
    assert "2 differences wait for a decision." in found.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("merge", "plan.roadmap.json", "none.json"), 3),
        (("merge", "plan.roadmap.json", "other.roadmap.json"), 2),
        (("merge", "plan.roadmap.json", "broken.json"), 3),
        (("merge", "plan.roadmap.json"), 2),
        (("resolve", "plan.roadmap.json", "A1", "lead=x"), 2),
        (("resolve", "plan.roadmap.json", "A9", "title=x"), 2),
        (("resolve", "plan.roadmap.json", "A1", "removed=maybe"), 2),
        (("merge-driver", "base", "plan.roadmap.json", "broken.json"), 3),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    run: Run, copies: tuple[Path, Path], folder: Path, words: tuple[str, ...], code: int
) -> None:
    Session.create(folder / "other.roadmap.json", [("plan", 50, {"title": "Ander plan"})])
    (folder / "broken.json").write_bytes(copies[1].read_bytes()[:-40])
    before = copies[0].read_bytes()
    found = run(*words)
    assert found.code == code
    told = [line for line in found.err.splitlines() if not line.startswith("Beside this file lies")]
    assert len(told) == 1
    assert told[0].startswith("roadmap: ")
    assert copies[0].read_bytes() == before


def test_what_is_no_copy_is_named_with_what_it_is_for(run: Run, copies: tuple[Path, Path], folder: Path) -> None:
    assert run("merge", "plan.roadmap.json", "gone.json").err == 'roadmap: "gone.json" does not exist.\n'
    (folder / "rows.docx").write_bytes(b"PK\x03\x04")
    told = run("merge", "plan.roadmap.json", "rows.docx")
    assert (told.code, "is no plan" in told.err, "roadmap import" in told.err) == (3, True, True)


def test_one_damaged_copy_among_good_ones_merges_none(run: Run, copies: tuple[Path, Path], folder: Path) -> None:
    (folder / "broken.json").write_text("{")
    before = copies[0].read_bytes()
    assert run("merge", "plan.roadmap.json", "copy.json", "broken.json").code == 3
    assert copies[0].read_bytes() == before


def test_history_tells_who_did_what_of_the_plan_and_of_one_record(run: Run, copies: tuple[Path, Path]) -> None:
    run("merge", "plan.roadmap.json", "copy.json")
    found = run("history", "plan.roadmap.json", "A1", "--json").json
    titles = {
        (each["by"], field["before"], field["after"])
        for each in found
        for change in each["changes"]
        for field in change["fields"]
        if field["field"] == "title"
    }
    assert titles == {("Anna", "Stap 1", "Van Anna"), ("Piet", "Stap 1", "Van Piet")}
    assert found[-1]["changes"][0]["action"] == "added"
    everything = run("history", "plan.roadmap.json", "--json").json
    actions = [(each["by"], change["number"], change["action"]) for each in everything for change in each["changes"]]
    assert ("Piet", "A3", "removed") in actions
    assert ("Anna", "A2", "removed") in actions
    assert run("history", "plan.roadmap.json", "A3", "--json").json[0]["by"] == "Piet"
    assert 'A1 Van Anna  Activity: "Stap 1" -> "Van Anna"' in run("history", "plan.roadmap.json").out


def test_history_since_a_day_and_with_undo(run: Run, copies: tuple[Path, Path]) -> None:
    run("set", "plan.roadmap.json", "A1", "status=done")
    run("undo", "plan.roadmap.json")
    run("redo", "plan.roadmap.json")
    kinds = [each["kind"] for each in run("history", "plan.roadmap.json", "A1", "--json").json]
    assert kinds[:3] == ["redo", "undo", "change"]
    assert run("history", "plan.roadmap.json", "--since", "2080-01-01", "--json").json == []
    assert run("history", "plan.roadmap.json", "--since", "2020-01-01", "--json").json
    assert run("history", "plan.roadmap.json", "--since", "zeker ooit").code == 2


def test_hostile_text_in_a_copy_reaches_the_terminal_as_text(run: Run, copies: tuple[Path, Path]) -> None:
    nasty = "\x1b]52;c;AAAA\x07[/red]\u202e\x9b2J"
    content = json.loads(copies[1].read_text())
    content["activities"]["101"] |= {"title": nasty, "remarks": {"deep": [nasty]}, nasty: nasty}
    content["activities"]["101"]["_"]["c"] = {"lead": {nasty: nasty}}
    content["_actors"] = {"77": {"name": nasty, "_": {"r": {"*": nasty}}}}
    content[nasty] = {"5": {"title": nasty}}
    copies[1].write_text(json.dumps(content))
    printed = [
        run("merge", "plan.roadmap.json", "copy.json"),
        run("differences", "plan.roadmap.json"),
        run("history", "plan.roadmap.json"),
    ]
    for found in printed:
        text = found.out + found.err
        assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c == "\u202e" for c in text)
