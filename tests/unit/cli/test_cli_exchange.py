"""Making plans, importing into them and exporting from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runner import TABLE, Run
from tinydb import TinyDB


def test_the_seed_table_gives_twelve_activities_that_plain_tinydb_reads(run: Run, folder: Path) -> None:
    report = run("import", str(TABLE), "--into", "p.roadmap.json", "--json").json
    assert {key: report[key] for key in ("added", "updated", "skipped")} == {"added": 12, "updated": 0, "skipped": []}
    assert list(report) == ["format", "added", "updated", "skipped", "warnings"]
    assert len(TinyDB(folder / "p.roadmap.json").table("activities").all()) == 12
    again = run("import", str(TABLE), "--into", "p.roadmap.json", "--json").json
    assert (again["added"], again["updated"]) == (0, 0)


def test_a_new_plan_carries_the_title_of_the_table(run: Run) -> None:
    run("import", str(TABLE), "--into", "p.roadmap.json", "--year", "2027")
    found = run("show", "p.roadmap.json", "plan", "--json").json
    assert found["title"]
    assert found["year"] == 2027
    assert run("show", "p.roadmap.json", "A2", "--json").json["derived"]["start"] == "2027-05-10"


def test_a_dry_run_names_every_row_and_writes_nothing(run: Run, plan: str, folder: Path) -> None:
    outcome = run("import", str(TABLE), "--into", "new.roadmap.json", "--dry-run")
    assert outcome.code == 0
    assert sum(": added  " in line for line in outcome.lines) == 12
    assert not (folder / "new.roadmap.json").exists()
    before = (folder / plan).read_bytes()
    (folder / "more.csv").write_text("Activiteit;Wie\nIets nieuws;Wij\n", encoding="utf-8")
    assert run("import", "more.csv", "--into", plan, "--dry-run", "--json").json["added"] == 1
    assert (folder / plan).read_bytes() == before


def test_an_import_is_one_change_that_undo_takes_back(run: Run, plan: str, folder: Path) -> None:
    (folder / "more.csv").write_text("Activiteit;Wie\nEen;Wij\nTwee;Zij\n", encoding="utf-8")
    assert run("import", "more.csv", "--into", plan, "--json").json["added"] == 2
    assert len(run("list", plan, "activities", "--json").json) == 14
    assert run("undo", plan).code == 0
    assert len(run("list", plan, "activities", "--json").json) == 12


@pytest.mark.parametrize("content", ["", "zomaar wat tekst", "{}", "\x00\x01\x02"])
def test_a_source_without_a_table_is_unreadable_and_makes_no_plan(run: Run, folder: Path, content: str) -> None:
    (folder / "bron.txt").write_text(content, encoding="utf-8")
    outcome = run("import", "bron.txt", "--into", "p.roadmap.json")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.count("\n") == 1
    assert not (folder / "p.roadmap.json").exists()


def test_a_missing_source_a_folder_and_a_missing_target_folder(run: Run, folder: Path) -> None:
    assert run("import", "weg.txt", "--into", "p.roadmap.json").code == 3
    assert run("import", ".", "--into", "p.roadmap.json").code == 3
    assert run("import", str(TABLE), "--into", "weg/p.roadmap.json").code == 4
    assert run("import", str(TABLE)).code == 2
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("ending", ["csv", "xlsx", "md", "docx", "json"])
def test_what_is_exported_comes_back_the_same(run: Run, plan: str, ending: str) -> None:
    assert run("export", plan, "--to", f"uit.{ending}").code == 0
    assert run("import", f"uit.{ending}", "--into", "terug.roadmap.json", "--year", "2026").code == 0
    before, after = (run("list", name, "activities", "--json").json for name in (plan, "terug.roadmap.json"))
    for field in ("title", "lead", "when", "workform", "sessions", "participants", "optional", "result", "description"):
        assert [row[field] for row in before] == [row[field] for row in after], field


def test_an_export_replaces_no_file_unless_forced_and_a_plan_never(run: Run, plan: str, folder: Path) -> None:
    (folder / "uit.csv").write_text("van een ander")
    refused = run("export", plan, "--to", "uit.csv")
    assert refused.code == 4
    assert "--force" in refused.err
    assert (folder / "uit.csv").read_text() == "van een ander"
    assert run("export", plan, "--to", "uit.csv", "--force").code == 0
    before = (folder / plan).read_bytes()
    (folder / "ook.json").write_bytes(before)
    for target in (plan, "ook.json"):
        assert run("export", plan, "--to", target, "--force").code == 2
        assert (folder / target).read_bytes() == before


def test_an_unknown_ending_part_or_folder(run: Run, plan: str) -> None:
    assert run("export", plan, "--to", "uit.pdf").code == 2
    assert run("export", plan, "--to", "uit.csv", "--part", "fruit").code == 2
    assert run("export", plan, "--to", "weg/uit.csv").code == 4


def test_options_can_stay_out_and_another_part_can_go_out(run: Run, plan: str, folder: Path) -> None:
    run("export", plan, "--to", "uit.json", "--without-options")
    assert len(json.loads((folder / "uit.json").read_text(encoding="utf-8"))["activities"]) == 10
    run("export", plan, "--to", "uit.md", "--part", "risks")
    assert "Staff leaves" in (folder / "uit.md").read_text(encoding="utf-8")


def test_the_templates(run: Run) -> None:
    found = run("templates", "--json").json
    names = [row["name"] for row in found]
    assert names == sorted(names)
    assert {"herindeling", "leeg", "planningstabel", "software"} <= set(names)
    assert all(list(row) == ["name", "title", "summary"] and row["summary"] for row in found)
    assert run("templates", "--json", lang="nl").json[0]["title"] != found[0]["title"]


@pytest.mark.parametrize("name", ["herindeling", "leeg", "planningstabel", "software"])
def test_every_template_makes_a_plan_that_can_be_read(run: Run, name: str) -> None:
    assert run("new", "p.roadmap.json", "--template", name, "--go-live", "2027-03-01").code == 0
    found = run("show", "p.roadmap.json", "plan", "--json").json
    assert (found["go_live"], found["year"]) == ("2027-03-01", 2027)
    assert run("status", "p.roadmap.json").code == 0


def test_a_new_plan_without_template_is_empty_and_takes_what_was_given(run: Run) -> None:
    run("new", "p.roadmap.json", "--title", "Mijn plan", "--year", "2028", "--start", "1-2-2028")
    found = run("show", "p.roadmap.json", "plan", "--json").json
    assert (found["title"], found["year"], found["start"]) == ("Mijn plan", 2028, "2028-02-01")
    assert run("list", "p.roadmap.json", "activities", "--json").json == []


def test_a_copy_holds_the_same_records_but_is_another_plan(run: Run, plan: str, folder: Path) -> None:
    assert run("new", "kopie.roadmap.json", "--from", plan, "--title", "Kopie").code == 0
    for kind in ("activities", "risks", "milestones", "checkpoints"):
        assert run("list", "kopie.roadmap.json", kind, "--json").json == run("list", plan, kind, "--json").json
    assert run("show", "kopie.roadmap.json", "plan", "--json").json["title"] == "Kopie"
    ids = [TinyDB(folder / name).table("_meta").all()[0]["doc"] for name in (plan, "kopie.roadmap.json")]
    assert ids[0] != ids[1]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["new", "p.roadmap.json"], 4),
        (["new", "weg/p.roadmap.json"], 4),
        (["new", "q.roadmap.json", "--template", "softwere"], 2),
        (["new", "q.roadmap.json", "--from", "weg.roadmap.json"], 3),
        (["new", "q.roadmap.json", "--from", "p.roadmap.json", "--template", "leeg"], 2),
        (["new", "q.roadmap.json", "--go-live", "ooit"], 2),
        (["new", "q.roadmap.json", "--year", "26"], 2),
    ],
)
def test_what_cannot_be_made_is_not_made(run: Run, plan: str, folder: Path, words: list[str], code: int) -> None:
    before = (folder / plan).read_bytes()
    outcome = run(*words)
    assert outcome.code == code
    assert outcome.err.count("\n") == 1
    assert (folder / plan).read_bytes() == before
    assert not (folder / "q.roadmap.json").exists()


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("sub/uit.pdf", "cannot be written; let its name end in .csv, .xlsx, .md, .docx, .html, .svg or .json."),
        ("sub/uit.roadmap.json", "is the name of a plan file"),
        ("weg/uit.csv", "cannot be written; check that the folder exists"),
        ("sub/uit.docx", "exists already"),
    ],
)
def test_a_refused_export_names_the_path_as_it_was_typed(
    run: Run, plan: str, folder: Path, target: str, reason: str
) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "uit.docx").write_text("van een ander")
    outcome = run("export", plan, "--to", target)
    assert outcome.code in (2, 4)
    assert f'"{Path(target)}" {reason}' in outcome.err


@pytest.mark.parametrize("content", ["{}", "[]", '{"a": 1}', '{"a": {"b": {}}}', '{"a": {"1": 2}}'])
def test_a_file_of_another_program_is_named(run: Run, folder: Path, content: str) -> None:
    (folder / "x.json").write_text(content)
    outcome = run("status", "x.json")
    assert outcome.code == 3
    assert outcome.err == 'roadmap: "x.json" belongs to another program, not to Roadmap; it was left untouched.\n'
