"""Replacing a file answers what stood there, whether the system can exchange files, link them, or neither."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from roadmap_tui.store import saving
from roadmap_tui.store.saving import replace_file
from roadmap_tui.store.swapping import swap_files


@pytest.fixture(params=["exchange", "link", "read first"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Systems with fewer and fewer abilities."""
    if request.param != "exchange":
        monkeypatch.setattr(saving, "swap_files", lambda *_paths: False)
    if request.param == "read first":

        def refuse(*_args: object, **_options: object) -> None:
            raise PermissionError("no links here")

        monkeypatch.setattr(os, "link", refuse)
    return str(request.param)


def test_the_answer_is_what_stood_there(tmp_path: Path, system: str) -> None:
    path = tmp_path / "p.roadmap.json"
    path.write_bytes(b"old")
    assert replace_file(path, b"new") == b"old"
    assert path.read_bytes() == b"new"
    assert [item.name for item in tmp_path.iterdir()] == ["p.roadmap.json"], system


def test_where_nothing_stood_the_answer_is_none(tmp_path: Path, system: str) -> None:
    path = tmp_path / "p.roadmap.json"
    assert replace_file(path, b"new") is None
    assert path.read_bytes() == b"new", system


def test_a_failing_replace_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.roadmap.json"
    path.write_bytes(b"old")

    def refuse(*_args: object) -> None:
        raise OSError("no")

    monkeypatch.setattr(saving, "swap_files", lambda *_paths: False)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="no"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["p.roadmap.json"]


def test_a_new_file_is_refused_where_one_is(tmp_path: Path) -> None:
    path = tmp_path / "p.roadmap.json"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        replace_file(path, b"new", must_be_new=True)
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux only")
def test_linux_exchanges_two_files_and_refuses_a_missing_one(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("1")
    second.write_text("2")
    assert swap_files(first, second)
    assert (first.read_text(), second.read_text()) == ("2", "1")
    assert not swap_files(first, tmp_path / "none")
    assert first.read_text() == "2"
