"""Plans under version control: our merge driver, and files in which git left conflict markers."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from store_samples import ANNA, BEN, commit, sample

from roadmap_tui.errors import UnreadableError
from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import encode_file
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.loading import load
from roadmap_tui.store.rescue import has_markers, sides

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def _git(folder: Path, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *identity, *words], cwd=folder, check=check, capture_output=True, text=True)


def _edited(base: bytes, path: Path, actor: str, chance: random.Random) -> Document:
    """A copy of the plan in which somebody changed, removed and added a few things."""
    path.write_bytes(base)
    document = Document.open(path)
    for _edit in range(chance.randint(1, 4)):
        record_id = chance.choice((101, 102, 103, 104))
        what = chance.random()
        if what < 0.2:
            commit(document, Change("activities", record_id, action="delete"), actor=actor)
        elif what < 0.4:
            commit(document, Change("activities", chance.randint(105, 400), {"title": "Nieuw"}), actor=actor)
        elif record_id in document.tables["activities"]:
            commit(document, Change("activities", record_id, {"title": f"{actor} {what}"}), actor=actor)
    path.write_bytes(encode_file(document.tables))
    return document


@pytest.mark.parametrize("style", ["--no-diff3", "--diff3"])
def test_a_merge_line_by_line_is_put_right_whatever_it_left(tmp_path: Path, style: str) -> None:
    chance = random.Random(3)
    rescued = 0
    for _round in range(40):
        base = encode_file(sample(tmp_path / "base.json", 4).tables)
        (tmp_path / "base.json").write_bytes(base)
        ours = _edited(base, tmp_path / "ours.json", ANNA, chance)
        theirs = _edited(base, tmp_path / "theirs.json", BEN, chance)
        options = ["--diff3"] if style == "--diff3" else []
        merged = subprocess.run(
            ["git", "merge-file", "-p", *options, "ours.json", "base.json", "theirs.json"],
            cwd=tmp_path,
            capture_output=True,
            check=False,
        ).stdout
        wanted = encode_file(join_tables(ours.tables, theirs.tables))
        rescued += has_markers(merged)
        assert encode_file(load(merged, tmp_path / "ours.json").tables) == wanted
        for name in ("base.json", "ours.json", "theirs.json"):
            (tmp_path / name).unlink()
    assert rescued > 10


def test_opening_a_file_with_markers_says_so_and_saving_leaves_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "p.roadmap.json"
    base = encode_file(sample(tmp_path / "base.json").tables)
    lines = base.splitlines(keepends=True)
    spot = next(index for index, line in enumerate(lines) if line.startswith(b'"102"'))
    ours = [b"<<<<<<< HEAD\n", lines[spot], b"=======\n", lines[spot], b">>>>>>> branch\n"]
    path.write_bytes(b"".join([*lines[:spot], *ours, *lines[spot + 1 :]]))
    document = Document.open(path)
    assert document.rescued
    commit(document, Change("activities", 101, {"status": "done"}))
    document.save(tmp_path / "locks")
    assert not has_markers(path.read_bytes())
    assert not Document.open(path).rescued
    assert Document.open(path).tables["activities"][102]["title"] == "Activiteit 2"


@pytest.mark.parametrize(
    "content",
    [
        b"<<<<<<< HEAD\nmijn tekst\n=======\njouw tekst\n>>>>>>> branch\n",
        b'<<<<<<< HEAD\n{"_meta":{\n=======\n>>>>>>> branch\n',
        b"<<<<<<< \n",
    ],
)
def test_markers_in_something_else_are_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableError):
        load(content, tmp_path / "p.roadmap.json")


def test_two_different_plans_between_markers_are_not_mixed(tmp_path: Path) -> None:
    first, second = (encode_file(sample(tmp_path / name).tables) for name in ("a.json", "b.json"))
    with pytest.raises(UnreadableError):
        load(b"<<<<<<< a\n" + first + b"=======\n" + second + b">>>>>>> b\n", tmp_path / "p.json")


def test_sides_put_commas_and_brackets_right() -> None:
    assert sides(b'{\n"a":{\n"1":{}\n<<<<<<< x\n"2":{},\n=======\n,\n>>>>>>> y\n}\n') == (
        b'{\n"a":{\n"1":{},\n"2":{}\n}\n}\n',
        b'{\n"a":{\n"1":{}\n}\n}\n',
    )


def test_the_merge_driver_merges_branches_without_a_conflict(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "config", "merge.roadmap.driver", f'"{sys.executable}" -m roadmap_tui merge-driver %O %A %B')
    (tmp_path / ".gitattributes").write_text("*.roadmap.json merge=roadmap\n")
    _git(tmp_path, "add", ".gitattributes", path.name)
    _git(tmp_path, "commit", "-q", "-m", "base")
    base = path.read_bytes()
    _git(tmp_path, "checkout", "-q", "-b", "ben")
    theirs = _edited(base, path, BEN, random.Random(8))
    _git(tmp_path, "commit", "-q", "-a", "-m", "ben")
    _git(tmp_path, "checkout", "-q", "main")
    ours = _edited(base, path, ANNA, random.Random(9))
    _git(tmp_path, "commit", "-q", "-a", "-m", "anna")
    environment = {"PYTHONPATH": str(ROOT)}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        _git(tmp_path, "merge", "-q", "-m", "together", "ben")
    assert path.read_bytes() == encode_file(join_tables(ours.tables, theirs.tables))
    assert _git(tmp_path, "status", "--porcelain", "-uno").stdout == ""
