"""A programme on the command line: several references in one field, and its projects in the status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Run = Any


def test_a_field_points_to_several_records(run: Run, folder: Path) -> None:
    run("new", "p.roadmap.json", "--template", "leeg")
    for title in ("Services", "Organisation"):
        run("add", "p.roadmap.json", "frameworks", f"title={title}")
    run("add", "p.roadmap.json", "frameworks", "title=ICT", "rests_on=KD1, KD2; KD1")
    found = run("list", "p.roadmap.json", "frameworks", "--json").json
    assert found[2]["rests_on"] == [found[0]["id"], found[1]["id"]]
    chosen = run("list", "p.roadmap.json", "frameworks", "--where", "rests_on=KD2", "--json").json
    assert [row["title"] for row in chosen] == ["ICT"]
    assert run("set", "p.roadmap.json", "KD3", "rests_on=KD1, KD9").code == 2
    assert run("set", "p.roadmap.json", "KD3", "rests_on=").code == 0
    assert run("list", "p.roadmap.json", "frameworks", "--json").json[2]["rests_on"] == []


def test_the_status_of_a_programme_shows_every_project_on_one_line(run: Run, folder: Path) -> None:
    run("new", "eigen.roadmap.json", "--template", "leeg", "--title", "Own")
    run("new", "p.roadmap.json", "--template", "herindeling")
    run("set", "p.roadmap.json", "PB1", "file=eigen.roadmap.json")
    run("set", "p.roadmap.json", "PB2", "file=gone.roadmap.json")
    before = (folder / "eigen.roadmap.json").read_bytes()
    projects = run("status", "p.roadmap.json", "--json").json["projects"]
    assert [each["number"] for each in projects] == [f"PB{place}" for place in range(1, 9)]
    assert projects[1]["light"] == "amber"
    assert "gone.roadmap.json" in projects[1]["why"]
    run("add", "p.roadmap.json", "conformity", "project=PB2", "framework=KD1", "verdict=deviates")
    second = run("status", "p.roadmap.json", "--json").json["projects"][1]
    assert second["light"] == "red"
    assert "KD1" in second["why"]
    assert "gone.roadmap.json" in second["why"]
    lines = run("status", "p.roadmap.json").out.splitlines()
    assert all(any(f"PB{place} " in line for line in lines) for place in range(1, 9))
    assert "projects" not in run("status", "eigen.roadmap.json", "--json").json
    assert (folder / "eigen.roadmap.json").read_bytes() == before


def test_gaps_become_activities_and_once_only(run: Run, folder: Path) -> None:
    run("new", "p.roadmap.json", "--template", "routekaart")
    before = len(run("list", "p.roadmap.json", "activities", "--json").json)
    assert run("to-activities", "p.roadmap.json", "FT1", "FT2").code == 0
    found = run("list", "p.roadmap.json", "activities", "--json").json
    gaps = run("list", "p.roadmap.json", "fit_gap", "--json").json
    assert [each["activity"] for each in gaps[:2]] == [each["id"] for each in found[before:]]
    assert run("to-activities", "p.roadmap.json", "FT1").code == 2
    assert run("to-activities", "p.roadmap.json", "FT9999").code == 2


def test_the_questions_of_a_template_are_not_answers(run: Run, folder: Path) -> None:
    run("new", "p.roadmap.json", "--template", "online-strategie")
    found = {(each["number"], each["code"]) for each in run("check", "p.roadmap.json", "--json").json}
    assert {("HI1", "to_fill_in"), ("O1", "to_fill_in")} <= found
    run("set", "p.roadmap.json", "HI1", "title=Mensen vinden het telefoonnummer")
    found = {(each["number"], each["code"]) for each in run("check", "p.roadmap.json", "--json").json}
    assert ("HI1", "to_fill_in") not in found


def test_the_document_reads_the_plans_of_projects_and_says_so(run: Run, folder: Path) -> None:
    run("new", "own.roadmap.json", "--template", "leeg", "--title", "Own")
    run("add", "own.roadmap.json", "activities", "title=Late work", "start=2020-01-06", "end=2020-01-10")
    run("new", "p.roadmap.json", "--template", "herindeling")
    run("set", "p.roadmap.json", "PB1", "file=own.roadmap.json")
    assert run("export", "p.roadmap.json", "--to", "p.md", "--part", "programma").code == 0
    text = (folder / "p.md").read_text(encoding="utf-8")
    assert "own plans were read on" in text or "eigen plannen van de projecten zijn gelezen" in text
    own = next(line for line in text.splitlines() if "PB1" in line and "Late work" in line)
    assert "Rood" in own or "Red" in own
    assert run("export", "p.roadmap.json", "--to", "laws.csv", "--part", "laws").code == 0
    heads = (folder / "laws.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert heads.split(";")[-1].strip('"') in ("Last updated", "Laatst bijgewerkt")


def test_a_shared_toolkit_comes_in_once_and_hangs_together(run: Run, folder: Path) -> None:
    run("new", "theirs.roadmap.json", "--template", "i4sociaal")
    run("new", "ours.roadmap.json", "--template", "leeg")
    assert run("export", "theirs.roadmap.json", "--to", "deel.json", "--part", "toolkit").code == 0
    first = run("import", "deel.json", "--into", "ours.roadmap.json", "--json").json
    again = run("import", "deel.json", "--into", "ours.roadmap.json", "--json").json
    theirs = run("list", "theirs.roadmap.json", "consequences", "--json").json
    ours = run("list", "ours.roadmap.json", "consequences", "--json").json
    assert first["added"] > len(theirs) > 0
    assert again["added"] == 0
    assert [(each["id"], each["title"], each["step"]) for each in ours] == [
        (each["id"], each["title"], each["step"]) for each in theirs
    ]
    run("remove", "ours.roadmap.json", "CS1", "--yes")
    third = run("import", "deel.json", "--into", "ours.roadmap.json", "--json").json
    assert (third["added"], len(third["skipped"])) == (0, 1)


def test_a_shared_list_with_nonsense_brings_in_what_can_be_read(run: Run, folder: Path) -> None:
    run("new", "ours.roadmap.json", "--template", "leeg")
    plan_id = run("show", "ours.roadmap.json", "plan", "--json").json["id"]
    rows = [
        {"id": 5, "title": "Goed", "status": 3, "owner": "A\u001b[31mB"}, {"id": -1, "title": "x"}, "x", {"title": "y"},
        {"id": plan_id, "title": "Een id van het plan"}, {"id": True, "title": "z"},
    ]  # fmt: skip
    kpis = [{"id": 5, "title": "Zelfde id"}, {"id": 6, "title": "K", "theme": 404}, {"id": 7, "title": "L", "theme": 5}]
    (folder / "deel.json").write_text(json.dumps({"plan": [], "themes": rows, "kpis": kpis}), encoding="utf-8")
    assert run("import", "deel.json", "--into", "ours.roadmap.json", "--json").json["added"] == 3
    themes = run("list", "ours.roadmap.json", "themes", "--json").json
    assert [(each["title"], each["status"]) for each in themes] == [("Goed", "candidate")]
    assert "\u001b" not in themes[0]["owner"]
    assert [each["theme"] for each in run("list", "ours.roadmap.json", "kpis", "--json").json] == [None, 5]
    assert run("check", "ours.roadmap.json").code in (0, 1)
