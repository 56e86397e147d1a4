"""The planning year on the command line: given, told, or missing and said so."""

from __future__ import annotations

from cli_runner import TABLE, Run


def without_year(run: Run) -> str:
    run("new", "p.roadmap.json", "--year", "2026")
    assert run("set", "p.roadmap.json", "plan", "year=").code == 0
    return "p.roadmap.json"


def test_an_import_tells_the_year_that_nobody_gave(run: Run) -> None:
    outcome = run("import", str(TABLE), "--into", "p.roadmap.json")
    year = run("show", "p.roadmap.json", "plan", "--json").json["year"]
    assert f"The planning year is {year}" in outcome.err
    assert "The planning year is" not in run("import", str(TABLE), "--into", "q.roadmap.json", "--year", "2026").err


def test_an_import_into_a_plan_without_a_year_says_so_and_can_give_it_one(run: Run) -> None:
    plan = without_year(run)
    outcome = run("import", str(TABLE), "--into", plan)
    assert outcome.code == 0
    assert outcome.err.count("has no planning year") == 1
    assert run("import", str(TABLE), "--into", plan, "--year", "2027").code == 0
    assert run("show", plan, "plan", "--json").json["year"] == 2027


def test_a_moment_without_a_year_is_noted_only_where_the_plan_has_none(run: Run) -> None:
    plan = without_year(run)
    assert "has no planning year" in run("add", plan, "activities", "title=Een", "when=begin mei").err
    assert "has no planning year" not in run("add", plan, "activities", "title=Twee", "when=mei 2027").err
    assert "has no planning year" in run("set", plan, "A2", "when=juni").err
    run("set", plan, "plan", "year=2027")
    assert "has no planning year" not in run("set", plan, "A2", "when=juli").err
