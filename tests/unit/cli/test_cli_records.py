"""Listing, showing, adding, changing and removing records."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from cli_runner import Run

from roadmap_tui.cli.records import _with_whole_numbers
from roadmap_tui.model.activity import Activity
from roadmap_tui.view.tables import NUMBER

ACTIVITY_FIELDS = [
    "title",
    "description",
    "result",
    "optional",
    "layer",
    "lead",
    "when",
    "workform",
    "sessions",
    "participants",
    "status",
    "progress",
    "milestone",
    "project",
]
DERIVED = {"leads", "start", "end", "dates", "precision", "total_hours", "late", "critical", "slack_days"}


def test_activities_as_json_have_every_field_and_what_follows_from_it(run: Run, plan: str) -> None:
    rows = run("list", plan, "activities", "--json").json
    assert len(rows) == 12
    assert [row["number"] for row in rows] == [f"A{n}" for n in range(1, 13)]
    for row in rows:
        assert set(ACTIVITY_FIELDS) <= row.keys()
        assert row["derived"].keys() == DERIVED
        assert re.fullmatch(r"[0-9a-hjkmnp-tv-z]{10}", row["handle"])
        assert 0 < row["id"] < 2**48
        assert not {"_", "order", "origin"} & row.keys()
    kick_off = rows[1]
    assert kick_off["when"] == "10 / 17 mei"
    assert kick_off["derived"]["dates"] == ["2026-05-10", "2026-05-17"]
    assert kick_off["derived"]["leads"] == ["Projectleider", "procesbegeleiders"]
    assert kick_off["derived"]["total_hours"] == 2
    assert sum(row["optional"] for row in rows) == 2


def test_other_tables_as_json_carry_what_follows_from_them(run: Run, plan: str) -> None:
    (milestone,) = run("list", plan, "milestones", "--json").json
    assert milestone["due"] == "2026-12-31"
    assert {key: milestone["derived"][key] for key in ("due", "done", "total", "progress")} == {
        "due": "2026-12-31",
        "done": 1,
        "total": 2,
        "progress": 50,
    }
    risks = run("list", plan, "risks", "--json").json
    assert [(r["derived"]["score"], r["derived"]["level"]) for r in risks] == [
        (16, "very_high"),
        (6, "medium"),
        (25, "very_high"),
    ]


@pytest.mark.parametrize("kind", ["risks", "risk", "Risico's", "risico", "RISICO"])
def test_a_kind_may_be_named_in_either_language(run: Run, plan: str, kind: str) -> None:
    assert len(run("list", plan, kind, "--json").json) == 3


def test_people_answer_to_each_word_of_their_label(run: Run, plan: str) -> None:
    run("add", plan, "people", "title=Anna", "role=Trainer")
    for kind in ("people", "roles", "personen", "rollen"):
        assert [row["title"] for row in run("list", plan, kind, "--json").json] == ["Anna"]


def test_a_list_is_a_table_with_the_number_and_title_of_each_record(run: Run, plan: str) -> None:
    lines = run("list", plan, "risks").lines
    assert len(lines) == 4
    assert lines[0].startswith("No.")
    assert lines[1].startswith("R1")
    assert "Staff leaves" in lines[1]
    assert max(map(len, lines)) <= 120


def test_a_list_cuts_no_number() -> None:
    rows = [Activity(id=i, number=number) for i, number in enumerate(("A7", "A1013b"), 1)]
    assert [_with_whole_numbers(NUMBER, rows[:count]).minimum for count in (0, 1, 2)] == [4, 4, 6]


def test_an_empty_list_says_so_and_prints_no_data(run: Run, plan: str) -> None:
    outcome = run("list", plan, "people")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "There is nothing to show.\n"
    assert run("list", plan, "people", "--json").json == []


def test_csv_has_field_names_as_headings_and_guards_formulas(run: Run, plan: str) -> None:
    run("set", plan, "R1", "cause==1+1")
    rows = list(csv.DictReader(io.StringIO(run("list", plan, "risks", "--csv").out), delimiter=";"))
    assert [row["number"] for row in rows] == ["R1", "R2", "R3"]
    assert rows[0]["cause"] == "'=1+1"
    assert rows[0]["chance"] == "4"


def test_json_and_csv_exclude_each_other(run: Run, plan: str) -> None:
    assert run("list", plan, "risks", "--csv", "--json").code == 2


def test_show_gives_one_record_by_number_handle_or_beginning_of_it(run: Run, plan: str) -> None:
    row = run("show", plan, "a2", "--json").json
    assert row["title"] == "Kick-off projectteam"
    assert run("show", plan, row["handle"], "--json").json == row
    assert run("show", plan, row["handle"][:8], "--json").json == row
    text = run("show", plan, "A2").out
    assert text.startswith("A2  Kick-off projectteam\n")
    assert "10 / 17 mei" in text
    assert "{" not in text


def test_add_prints_the_number_alone_so_that_scripts_can_use_it(run: Run, plan: str) -> None:
    outcome = run("add", plan, "activities", "title=Demo geven", "status=bezig", "wanneer=begin mei")
    assert outcome.code == 2
    assert "bezig" in outcome.err
    outcome = run("add", plan, "activities", "title=Demo geven", "status=loopt", "wanneer=begin mei", "milestone=M1")
    assert (outcome.code, outcome.out) == (0, "A13\n")
    row = run("show", plan, "A13", "--json").json
    assert (row["status"], row["when"], row["derived"]["start"]) == ("active", "begin mei", "2026-05-01")
    assert row["milestone"] == run("show", plan, "M1", "--json").json["id"]


def test_add_as_json_gives_the_new_record(run: Run, plan: str) -> None:
    row = run("add", plan, "measures", "title=Reserve", "risk=R3", "--json").json
    assert row["number"] == "B1"
    assert row["risk"] == run("show", plan, "R3", "--json").json["id"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["add", "{p}", "risks", "chance=4"], 'Risk is required; add risk="...".'),
        (["add", "{p}", "risks", "title="], 'Risk is required; add risk="...".'),
        (["add", "{p}", "measures", "title=x"], 'Risk is required; add risk="...".'),
        (["add", "{p}", "measures", "title=x", "risk=A1"], "another kind of record"),
        (["add", "{p}", "risks", "title"], 'Write FIELD=VALUE instead of "title"'),
        (["add", "{p}", "plan", "title=x"], "only once"),
        (["set", "{p}", "R1", "chance=6"], "Likelihood must be a whole number from 1 to 5"),
        (["set", "{p}", "R1", "chnce=3"], 'Do you mean "chance"?'),
        (["set", "{p}", "R1", "chance=2", "kans=3"], "Likelihood is given twice."),
        (["set", "{p}", "R1", "title="], "required"),
        (["set", "{p}", "R1"], "FIELD=VALUE is missing"),
        (["set", "{p}", "R9", "chance=3"], 'There is no record "R9"'),
        (["set", "{p}", "A1", "start=31-02-2026"], "must be a date"),
        (["set", "{p}", "A1", "optional=perhaps"], "is yes or no"),
        (["set", "{p}", "plan", "year=9999"], "from 1990 to 2199"),
        (["set", "{p}", "A1", "order=5"], 'has no field "order"'),
        (["done", "{p}", "plan"], "cannot be marked as done"),
        (["remove", "{p}", "plan", "--yes"], "The plan itself cannot be removed"),
        (["remove", "{p}", "R1"], "add --yes"),
        (["show", "{p}", "zzzz"], 'There is no record "zzzz"'),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_and_the_file_stays(
    run: Run, plan: str, folder: Path, words: list[str], sentence: str
) -> None:
    before = (folder / plan).read_bytes()
    outcome = run(*(word.format(p=plan) for word in words))
    assert outcome.code == 2
    assert sentence in outcome.err
    assert outcome.err.count("\n") == 1
    assert (folder / plan).read_bytes() == before


def test_set_changes_all_fields_or_none(run: Run, plan: str) -> None:
    assert run("set", plan, "R1", "chance=1", "impact=99").code == 2
    assert run("show", plan, "R1", "--json").json["chance"] == 4
    assert run("set", plan, "R1", "kans=1", "gevolg=2", "Owner=").code == 0
    row = run("show", plan, "R1", "--json").json
    assert (row["chance"], row["impact"], row["owner"]) == (1, 2, "")


def test_set_that_changes_nothing_leaves_the_file_alone(run: Run, plan: str, folder: Path) -> None:
    before = (folder / plan).read_bytes()
    assert "nothing changed" in run("set", plan, "R1", "chance=4").err
    assert (folder / plan).read_bytes() == before


def test_text_from_the_command_line_loses_what_steers_a_terminal(run: Run, plan: str) -> None:
    run("set", plan, "R1", "title=[b]red[/b] \x1b[31mred\x1b[0m \u202eend")
    assert run("show", plan, "R1", "--json").json["title"] == "[b]red[/b] red end"


def test_remove_takes_along_what_belongs_to_it_and_undo_brings_all_back(run: Run, plan: str) -> None:
    before = run("list", plan, "checkpoints", "--json").json
    outcome = run("remove", plan, "M1", "--yes")
    assert outcome.code == 0
    assert run("list", plan, "milestones", "--json").json == []
    assert run("list", plan, "checkpoints", "--json").json == []
    undone = run("undo", plan)
    assert undone.err == "Undone: C1, C2, M1\n"
    assert run("list", plan, "checkpoints", "--json").json == before
    assert run("redo", plan).code == 0
    assert run("list", plan, "milestones", "--json").json == []


def test_done_marks_several_or_none(run: Run, plan: str) -> None:
    assert run("done", plan, "A1", "nothing").code == 2
    assert run("show", plan, "A1", "--json").json["status"] == "todo"
    assert run("done", plan, "A1", "C2", "R1").code == 0
    found = [run("show", plan, number, "--json").json["status"] for number in ("A1", "C2", "R1")]
    assert found == ["done", "done", "closed"]


def test_undo_of_nothing_says_so(run: Run) -> None:
    run("new", "leeg.roadmap.json")
    assert run("redo").err == "roadmap: There is nothing to redo.\n"


def test_an_ambiguous_handle_names_the_records(run: Run, plan: str) -> None:
    handles = [row["handle"] for row in run("list", plan, "activities", "--json").json]
    first = handles[0]
    for row in run("list", plan, "activities", "--json").json[1:]:
        assert run("show", plan, row["handle"], "--json").json["handle"] != first


def test_check_names_what_is_missing_and_leaves_with_one(run: Run, plan: str) -> None:
    outcome = run("check", plan, "--json")
    assert outcome.code == 1
    codes = {(finding["code"], finding["number"]) for finding in outcome.json}
    assert ("no_preventive_measure", "R1") in codes
    assert ("no_owner", "R3") in codes
    text = run("check", plan)
    assert text.code == 1
    assert len(text.lines) == 2 * len(outcome.json)
    (title,) = [row["title"] for row in run("list", plan, "risks", "--json").json if row["number"] == "R3"]
    assert any(line.startswith("R3") and title[:25] in line for line in text.lines)
    run("new", "leeg.roadmap.json")
    empty = run("check", "leeg.roadmap.json", "--json")
    assert empty.code == (1 if empty.json else 0)


def test_a_long_title_is_cut_once_and_an_option_still_says_so(run: Run, plan: str) -> None:
    title = "Enquete over de routekaart bij alle inwoners van de gemeente"
    run("add", plan, "activities", f"title={title}", "optional=yes")
    (line,) = [line for line in run("list", plan, "activities").lines if "Enquete" in line]
    assert "Option: Enquete" in line
    assert "……" not in line


def test_a_field_that_is_not_there_gets_a_hint_in_the_language_of_the_reader(run: Run, plan: str) -> None:
    assert 'no field "stat". Do you mean "Status"?' in run("set", plan, "A1", "stat=x").err
    dutch = run("set", plan, "A1", "kleur=rood", lang="nl")
    assert dutch.code == 2
    assert "layer" not in dutch.err
    assert "Laag" in dutch.err


def test_show_gives_the_same_json_as_list(run: Run, plan: str) -> None:
    for row in run("list", plan, "activities", "--json").json:
        assert run("show", plan, row["number"], "--json").json == row
