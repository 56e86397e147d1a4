"""`roadmap restore`: what a file lost comes back, and an earlier state, always after a preview."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runner import Run

PLAN = "p.roadmap.json"


@pytest.fixture
def older(run: Run, plan: str, folder: Path) -> bytes:
    """The plan as it was before A1 got another title; the older file stands in the place of the newer one."""
    before = (folder / PLAN).read_bytes()
    assert run("set", plan, "A1", "title=Newer").code == 0
    (folder / PLAN).write_bytes(before)
    return before


def _title(run: Run, number: str = "A1") -> object:
    return run("show", PLAN, number, "--json").json["title"]


def test_an_older_file_is_told_in_one_sentence_and_left(run: Run, older: bytes, folder: Path) -> None:
    outcome = run("list", PLAN, "risks")
    assert outcome.code == 0
    assert outcome.err.count("\n") == 1
    assert f'roadmap restore "{PLAN}"' in outcome.err
    assert "1 activity" in outcome.err
    assert (folder / PLAN).read_bytes() == older


def test_status_does_not_look_at_the_safety_copy(run: Run, older: bytes) -> None:
    assert run("status", PLAN).err == ""


def test_bringing_back_asks_first(run: Run, older: bytes, folder: Path) -> None:
    assert run("restore", PLAN).code == 2
    shown = run("restore", PLAN, "--dry-run")
    assert shown.code == 0
    assert "A1" in shown.out
    assert (folder / PLAN).read_bytes() == older
    done = run("restore", PLAN, "--yes", "--json")
    assert done.code == 0
    assert (done.json["added"], done.json["updated"], done.json["removed"], done.json["written"]) == (0, 1, 0, True)
    assert _title(run) == "Newer"
    assert run("list", PLAN, "risks").err == ""


def test_the_older_file_can_stay(run: Run, older: bytes, folder: Path) -> None:
    assert run("restore", PLAN, "--keep-this", "--yes").code == 0
    assert (folder / PLAN).read_bytes() == older
    assert run("list", PLAN, "risks").err == ""
    assert "put away by choice" in run("restore", PLAN, "--list").out


def test_the_older_file_can_become_a_plan_of_its_own(run: Run, older: bytes, folder: Path) -> None:
    (folder / "copy.json").write_bytes(older)
    assert run("restore", PLAN, "--separate", "--yes").code == 0
    assert run("list", PLAN, "risks").err == ""
    assert run("merge", PLAN, "copy.json").code == 2


def test_the_list_says_when_why_and_what_differs(run: Run, plan: str) -> None:
    assert run("set", plan, "A1", "title=Newer").code == 0
    assert run("restore", plan, "A2", "--at", "1", "--yes").code == 0
    listed = run("restore", plan, "--list", "--json").json
    assert [copy["place"] for copy in listed] == list(range(1, len(listed) + 1))
    assert {"safety", "save"} <= {copy["reason"] for copy in listed}
    oldest = listed[-1]
    assert (oldest["reason"], oldest["of_this_file"]) == ("save", True)
    assert run("restore", plan, "--list").out.count("\n") == len(listed)


def test_going_back_to_an_earlier_state_and_taking_that_back(run: Run, plan: str) -> None:
    first = _title(run)
    assert run("set", plan, "A1", "title=Wrong").code == 0
    assert run("remove", plan, "A2", "--yes").code == 0
    run("import", "nothing.md", "--into", plan)
    copies = run("restore", plan, "--list", "--json").json
    place = next(str(copy["place"]) for copy in copies if copy["reason"] == "save")
    shown = run("restore", plan, "--at", place, "--dry-run")
    assert "Nothing was changed" in shown.err
    assert _title(run) == "Wrong"
    assert run("restore", plan, "--at", place, "A1", "--yes").code == 0
    assert _title(run) == first
    assert run("show", plan, "A2").code == 2
    assert run("undo", plan).code == 0
    assert _title(run) == "Wrong"


def test_a_removed_record_comes_back_by_its_number(run: Run, plan: str) -> None:
    assert run("remove", plan, "M1", "--yes").code == 0
    done = run("restore", plan, "m1", "--yes", "--json").json
    assert {row["table"] for row in done["records"]} == {"milestones", "checkpoints"}
    assert _title(run, "M1") == "Training"
    assert run("restore", plan, "M1", "--yes").code == 2


def test_a_damaged_file_is_put_together_only_when_agreed(run: Run, plan: str, folder: Path) -> None:
    path = folder / plan
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    for words in (("list", plan, "risks"), ("status", plan), ("set", plan, "A1", "title=x"), ("check", plan)):
        outcome = run(*words)
        assert outcome.code == 3
        assert "roadmap restore" in outcome.err
    assert run("restore", plan).code == 2
    assert path.read_bytes() == whole[: len(whole) // 2]
    done = run("restore", plan, "--yes", "--json").json
    assert [source["kind"] for source in done["sources"]] == ["file", "safety"]
    assert path.read_bytes() == whole
    assert Path(done["kept"]).read_bytes() == whole[: len(whole) // 2]


def test_a_file_that_is_gone_comes_back(run: Run, plan: str, folder: Path) -> None:
    whole = (folder / plan).read_bytes()
    (folder / plan).unlink()
    assert run("restore", plan, "--yes").code == 0
    assert (folder / plan).read_bytes() == whole


@pytest.mark.parametrize(
    "words", [("--at", "99"), ("--at", "yesterday"), ("--at", "1999-01-01"), ("A99",), ("--list", "--keep-this")]
)
def test_what_cannot_be_meant_is_refused_in_one_sentence(run: Run, plan: str, words: tuple[str, ...]) -> None:
    outcome = run("restore", plan, *words)
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1


def test_the_plan_of_another_program_is_left_alone(run: Run, folder: Path) -> None:
    (folder / PLAN).write_text("[]")
    assert run("restore", PLAN, "--yes").code == 3
    assert (folder / PLAN).read_text() == "[]"


def test_check_verifies_the_file(run: Run, plan: str, folder: Path) -> None:
    path = folder / plan
    path.write_bytes(path.read_bytes().replace(b"Staff leaves", b"Staff stays!"))
    codes = {finding["code"]: finding["number"] for finding in run("check", plan, "--json").json}
    assert codes["changed_outside"] == "R1"


def test_an_import_into_a_plan_makes_a_backup_first(run: Run, plan: str, folder: Path) -> None:
    before = (folder / plan).read_bytes()
    (folder / "more.md").write_text("| Activiteit | Wie |\n|---|---|\n| Nog iets | Piet |\n")
    assert run("import", "more.md", "--into", plan).code == 0
    assert "import" in {copy["reason"] for copy in run("restore", plan, "--list", "--json").json}
    assert before != (folder / plan).read_bytes()
