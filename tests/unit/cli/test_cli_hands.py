"""Copies beside a plan, the bin, words for moments, and erasing a person, from the command line."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest
from cli_runner import Run

from roadmap_tui.session import Session
from roadmap_tui.user import profile

PLAN, COPY = "plan.roadmap.json", "plan.roadmap-LAPTOP7.json"


def sit_down(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROADMAP_STATE", str(folder.parent / f"state-{folder.name}-{name}"))
    profile.state_folder.cache_clear()
    (folder / "config.toml").write_text(f'name = "{name}"\n')
    monkeypatch.setenv("ROADMAP_CONFIG", str(folder / "config.toml"))


@pytest.fixture(autouse=True)
def two_people(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anna's plan names Piet Jansen here and there; his copy lies beside it with a change of his own."""
    sit_down("Anna", folder, monkeypatch)
    rows = [
        ("plan", 50, {"title": "Plan"}),
        ("activities", 101, {"title": "Overleg", "lead": "Piet Jansen"}),
        ("activities", 102, {"title": "Toets", "description": "Bel Piet Jansen; Piet is vrij op vrijdag."}),
        (
            "people",
            103,
            {"title": "Piet Jansen", "kind": "person", "contact": "piet@voorbeeld.nl", "role": "Beheerder"},
        ),
    ]
    Session.create(folder / PLAN, rows, user="Anna")
    shutil.copy(folder / PLAN, folder / COPY)
    sit_down("Piet Jansen", folder, monkeypatch)
    run("set", COPY, "A1", "when=mei")
    sit_down("Anna", folder, monkeypatch)


def test_a_copy_beside_the_plan_is_told_merged_and_put_away(run: Run, folder: Path) -> None:
    assert f'a copy with 1 other change: "{COPY}"' in run("show", PLAN, "A1").err
    assert "copy" not in run("status", PLAN).err
    before = (folder / COPY).read_bytes()
    dry = run("merge", PLAN, "--beside", "--dry-run", "--json")
    assert (dry.code, dry.json["updated"]) == (0, 1)
    assert (folder / COPY).exists()
    found = run("merge", PLAN, "--beside", "--json")
    assert (found.code, found.json["updated"]) == (0, 1)
    assert run("show", PLAN, "A1", "--json").json["when"] == "mei"
    assert not (folder / COPY).exists()
    state = profile.state_folder()
    assert [gzip.decompress(path.read_bytes()) for path in state.rglob("*copy*.json.gz")] == [before]
    nothing = run("merge", PLAN, "--beside")
    assert (nothing.code, nothing.out) == (2, "")
    assert run("merge", PLAN).code == 2


def test_a_copy_without_news_is_not_told(run: Run, folder: Path) -> None:
    shutil.copy(folder / PLAN, folder / COPY)
    assert run("show", PLAN, "A1").err == ""


def test_another_plan_beside_it_is_not_a_copy(run: Run, folder: Path) -> None:
    (folder / COPY).unlink()
    Session.create(folder / "plan (2).json", [("plan", 50, {"title": "Ander"})], user="Anna")
    assert run("show", PLAN, "A1").err == ""
    refused = run("merge", PLAN, "plan (2).json")
    assert refused.code == 2
    assert "another plan" in refused.err


def test_the_bin_is_listed_and_a_moment_may_be_words(run: Run) -> None:
    run("remove", PLAN, "A1", "--yes")
    (row,) = run("list", PLAN, "bin", "--json").json
    assert (row["number"], row["table"], row["removed_by"]) == ("A1", "activities", "Anna")
    assert "Overleg" in run("list", PLAN, "prullenbak", lang="nl").out
    assert len(run("history", PLAN, "--since", "vandaag", "--json").json) == 2
    assert run("history", PLAN, "--since", "volgend jaar", "--json").json == []
    wrong = run("history", PLAN, "--since", "quatsch")
    assert wrong.code == 2
    assert "is not a moment" in wrong.err


def test_erasing_previews_asks_and_leaves_nothing_on_this_computer(run: Run, folder: Path) -> None:
    run("set", PLAN, "A1", "lead=Marie")
    run("remove", PLAN, "A2", "--yes")
    before = (folder / PLAN).read_bytes()
    dry = run("erase", PLAN, "p1", "--dry-run", "--json")
    assert dry.code == 0
    assert dry.json["names"] == ["Piet Jansen", "piet@voorbeeld.nl"]
    assert dry.json["instead"] == "Beheerder"
    assert {each["number"] for each in dry.json["changed"]} == {"P1"}
    assert dry.json["hidden"] == 2
    assert (folder / PLAN).read_bytes() == before
    assert run("erase", PLAN, "P1").code == 2
    assert (folder / PLAN).read_bytes() == before
    done = run("erase", PLAN, "Piet Jansen", "Piet", "--yes", "--json")
    assert done.code == 0
    assert [Path(path).name for path in done.json["beside"]] == [COPY]
    files = [folder / PLAN, *(path for path in profile.state_folder().rglob("*") if path.is_file())]
    for path in files:
        data = path.read_bytes()
        assert b"Piet" not in (gzip.decompress(data) if path.suffix == ".gz" else data), path
    assert run("undo", PLAN).code == 0
    assert b"Piet" not in (folder / PLAN).read_bytes()
    told = run("history", PLAN).out
    assert "P1" in told
    assert "(empty) -> (empty)" not in told
    back = run("restore", PLAN, "P1", "--yes")
    assert (back.code, back.out) == (2, "")
    assert "erased for good" in back.err


def test_a_name_that_stands_nowhere_is_not_erased_and_one_that_only_a_backup_holds_is(run: Run, folder: Path) -> None:
    before = (folder / PLAN).read_bytes()
    for flag in ("--yes", "--dry-run", "--json"):
        wrong = run("erase", PLAN, "Piet Jansem", flag)
        assert (wrong.code, wrong.out) == (2, "")
        assert '"Piet Jansem" was not found' in wrong.err
    assert (folder / PLAN).read_bytes() == before
    backup = next(path for path in profile.state_folder().rglob("*") if b"Piet" in _plain(path))
    held = backup.read_bytes()
    run("erase", PLAN, "P1", "Piet", "--yes")
    assert run("erase", PLAN, "Piet", "--yes").code == 2
    backup.write_bytes(held)
    again = run("erase", PLAN, "Piet Jansen", "Piet", "--yes")
    assert (again.code, "in 1 file on this computer" in again.err + again.out) == (0, True)
    assert b"Piet" not in _plain(backup)


def _plain(path: Path) -> bytes:
    data = path.read_bytes() if path.is_file() else b""
    return gzip.decompress(data) if path.suffix == ".gz" else data


def test_what_was_erased_does_not_return_with_an_old_copy_but_a_later_change_is_shown(run: Run, folder: Path) -> None:
    run("set", COPY, "A2", "lead=PIET  jansen")
    run("erase", PLAN, "P1", "Piet", "--yes")
    found = run("merge", PLAN, "--beside", "--json")
    assert found.code == 0
    assert f'stands again in the list of authors, A2; erase it once more: roadmap erase "{PLAN}" "NAME"' in found.err
    assert [b"piet" in each.read_bytes().lower() for each in profile.state_folder().rglob("erased-names.json")] == [
        False
    ]
    data = (folder / PLAN).read_bytes()
    assert data.count(b"Piet") == data.count(b'"name":"Piet Jansen"') == 1
    assert run("show", PLAN, "A1", "--json").json["when"] == "mei"
    again = run("erase", PLAN, "Piet Jansen", "--yes", "--json")
    assert (again.code, again.json["hidden"] + len(again.json["changed"])) == (0, 2)
    assert b"piet" not in (folder / PLAN).read_bytes().lower()


@pytest.mark.parametrize("name", ["A1", "P9", "x", " "])
def test_what_is_no_person_is_refused(run: Run, folder: Path, name: str) -> None:
    before = (folder / PLAN).read_bytes()
    found = run("erase", PLAN, name, "--yes")
    assert found.code == 2
    assert found.err.count("\n") <= 2
    assert (folder / PLAN).read_bytes() == before
