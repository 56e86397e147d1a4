"""Plans of several municipalities from the shell: text, JSON, files, decisions, and what cannot be read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from cli_runner import Run

PLANS = Path(__file__).parents[2] / "data" / "joint"
MERWESTAD, LEKDORP, GR = "merwestad.roadmap.json", "lekdorp.roadmap.json", "gr-waardzicht.roadmap.json"


@pytest.fixture
def plans(run: Run) -> list[str]:
    """The three municipal files in the folder of the run."""
    for name in (MERWESTAD, LEKDORP, GR):
        shutil.copy(PLANS / name, name)
    return [MERWESTAD, LEKDORP, GR]


def test_the_text_names_who_works_on_what_and_where_to_join_up(run: Run, plans: list[str]) -> None:
    outcome = run("joint", *plans, lang="nl")
    assert outcome.code == 0
    assert outcome.lines[0] == "3 plannen, 01-03-2026 t/m 30-11-2026, 8 kansen om samen te werken"
    assert max(map(len, outcome.lines)) <= 80
    for words in ("Gemeente Lekdorp (6)", "vrijwel zeker (89%)", "nog geen besluit", "Systemen"):
        assert words in outcome.out


def test_the_json_has_the_promised_shape(run: Run, plans: list[str]) -> None:
    found = json.loads(run("joint", *plans, "--json").out)
    assert list(found) == ["plans", "together", "factors"]
    assert [plan["file"] for plan in found["plans"]] == plans
    for key in ("file", "title", "organisation", "start", "end", "activities"):
        assert key in found["plans"][0]
    assert (found["plans"][0]["start"], found["plans"][0]["end"]) == ("2026-03-01", "2026-11-30")
    known = {each["id"] for plan in found["plans"] for each in plan["activities"]}
    for each in found["together"]:
        assert list(each) == ["subject", "plans", "activities", "start", "end", "confidence"]
        assert set(each["activities"]) <= known
        assert len(each["plans"]) > 1
        assert 0 < each["confidence"] <= 1
    (training,) = [each for each in found["together"] if len(each["plans"]) == 3]
    assert (training["start"], training["end"]) == ("2026-05-01", "2026-06-30")
    rated = next(each for each in found["plans"][0]["activities"] if each["title"] == "Verkenning chatbot")
    assert rated["rating"]["customer"] == {"average": 3.5, "lowest": 2, "highest": 5, "count": 2, "scale": "1-5"}


def test_without_names_the_plans_of_the_folder_are_meant(run: Run, plans: list[str]) -> None:
    assert len(json.loads(run("joint", "--json").out)["plans"]) == 3
    assert len(json.loads(run("joint", ".", "--json").out)["plans"]) == 3


def test_a_window_leaves_the_rest_out(run: Run, plans: list[str]) -> None:
    found = json.loads(run("joint", *plans, "--json", "--from", "01-10-2026", "--to", "2026-10-31").out)
    assert {each["subject"] for each in found["together"]} == {"Verkenning chatbot", "Digitale formulieren verbeteren"}
    assert run("joint", *plans, "--from", "2026-10-01", "--to", "2026-01-01").code == 2


def test_one_unreadable_file_among_ten_does_not_hide_the_others(run: Run, plans: list[str]) -> None:
    Path("kapot.roadmap.json").write_text("{", encoding="utf-8")
    outcome = run("joint", *plans, "kapot.roadmap.json", "weg.roadmap.json", "--json")
    assert outcome.code == 3
    assert len(json.loads(outcome.out)["plans"]) == 3
    assert "kapot.roadmap.json" in outcome.err
    assert "weg.roadmap.json" in outcome.err
    assert run("joint", "kapot.roadmap.json").code == 3


def test_the_same_plan_twice_is_shown_once(run: Run, plans: list[str]) -> None:
    shutil.copy(MERWESTAD, "kopie.roadmap.json")
    outcome = run("joint", MERWESTAD, LEKDORP, "kopie.roadmap.json", "--json", lang="nl")
    assert outcome.code == 0
    assert [plan["file"] for plan in json.loads(outcome.out)["plans"]] == [MERWESTAD, LEKDORP]
    assert "hetzelfde plan" in outcome.err


def test_plans_of_other_years_stand_beside_each_other_without_chances(run: Run, plans: list[str]) -> None:
    run("set", LEKDORP, "plan", "year=2029")
    outcome = run("joint", MERWESTAD, LEKDORP, "--json", lang="nl")
    assert json.loads(outcome.out)["together"] == []
    assert "geen ander plan is in dezelfde periode bezig" in outcome.err


def test_plans_with_the_same_ids_are_kept_apart(run: Run, plans: list[str]) -> None:
    run("new", "kind.roadmap.json", "--from", MERWESTAD, "--title", "Kind")
    outcome = run("joint", MERWESTAD, "kind.roadmap.json", "--json")
    assert outcome.code == 0
    found = json.loads(outcome.out)
    assert [len(plan["activities"]) for plan in found["plans"]] == [8, 8]
    assert run("joint", MERWESTAD, "kind.roadmap.json").code == 0


@pytest.mark.parametrize("name", ["samen.docx", "samen.html", "samen.md", "samen.svg", "samen.xlsx"])
def test_the_joint_roadmap_as_a_file(run: Run, plans: list[str], name: str) -> None:
    outcome = run("joint", *plans, "--export", name)
    assert outcome.code == 0
    assert Path(name).stat().st_size > 2_000
    assert run("joint", *plans, "--export", name).code == 4
    assert run("joint", *plans, "--export", name, "--force").code == 0


def test_an_action_plan_for_each_municipality(run: Run, plans: list[str]) -> None:
    Path("uit").mkdir()
    assert run("joint", *plans, "--action-plans", "uit", "--format", "md", lang="nl").code == 0
    assert sorted(path.name for path in Path("uit").iterdir()) == [
        "actieplan-gemeente-lekdorp.md",
        "actieplan-gemeente-merwestad.md",
        "actieplan-gr-waardzicht.md",
    ]
    text = Path("uit/actieplan-gemeente-lekdorp.md").read_text(encoding="utf-8")
    for words in ("Cursus duidelijke taal", "Steun van de directie", "Vast budget voor online", "Gemeente Merwestad"):
        assert words in text
    assert "Intranet opschonen" not in text
    assert run("joint", *plans, "--action-plans", "nergens").code == 4


def test_a_decision_is_recorded_where_it_was_asked_and_nowhere_else(run: Run, plans: list[str]) -> None:
    before = Path(LEKDORP).read_bytes()
    words = ("--decide", "toegankelijk", "--in", MERWESTAD, "--as", "agreed", "--agreement", "Lekdorp kijkt mee")
    assert run("joint", *plans, *words).code == 0
    assert Path(LEKDORP).read_bytes() == before
    (kept,) = json.loads(run("list", MERWESTAD, "collaborations", "--json").out)
    assert (kept["title"], kept["status"], kept["agreement"]) == (
        "Website toegankelijk maken", "agreed", "Lekdorp kijkt mee",
    )  # fmt: skip
    run("joint", *plans, "--decide", "toegankelijk", "--in", MERWESTAD, "--as", "refused")
    (kept,) = json.loads(run("list", MERWESTAD, "collaborations", "--json").out)
    assert kept["status"] == "refused"
    assert "Niet samen (in het plan van Gemeente Merwestad)" in run("joint", *plans, lang="nl").out


@pytest.mark.parametrize(
    "words",
    [
        ("--decide", "99", "--in", MERWESTAD, "--as", "agreed"),
        ("--decide", "1"),
        ("--decide", "1", "--in", MERWESTAD, "--as", "misschien ooit"),
        ("--export", "samen.pdf"),
        ("--action-plans", ".", "--format", "xlsx"),
        ("--from", "gisteren of zo"),
    ],
)
def test_wrong_words_are_refused_in_one_sentence(run: Run, plans: list[str], words: tuple[str, ...]) -> None:
    outcome = run("joint", *plans, *words)
    assert outcome.code == 2
    assert "Traceback" not in outcome.err


def test_a_score_outside_its_scale_is_refused(run: Run, plans: list[str]) -> None:
    outcome = run("add", MERWESTAD, "ratings", "activity=A1", "who=Ik", "customer=6", lang="nl")
    assert outcome.code == 2
    assert "ligt niet op de schaal van 1 tot en met 5" in outcome.err
    assert run("add", MERWESTAD, "ratings", "activity=A1", "who=Ik", "customer=6", "scale=0 tot 10").code == 0
    assert run("add", GR, "ratings", "activity=A1", "who=Ik", "urgency=9").code == 0
    assert json.loads(run("list", MERWESTAD, "ratings", "--json").out)[-1]["scale"] == "0-10"
    assert json.loads(run("list", GR, "ratings", "--json").out)[-1]["scale"] == "0-10"
    assert run("set", MERWESTAD, "WA1", "customer=0").code == 2
    assert run("set", MERWESTAD, "plan", "rating_scale=hoog").code == 2


def test_the_status_of_several_plans_is_one_line_each(run: Run, plans: list[str]) -> None:
    assert len(run("status", *plans, "--on", "2026-03-12").lines) == 3


def test_the_template_gives_the_step_by_step_plan(run: Run) -> None:
    assert run("new", "t.roadmap.json", "--template", "online-strategie", "--year", "2026").code == 0
    assert len(json.loads(run("list", "t.roadmap.json", "meetings", "--json").out)) == 4
    assert run("joint", "t.roadmap.json").code == 0


def test_the_document_holds_agreements_and_what_all_of_it_costs_but_no_questions_of_a_template(run: Run) -> None:
    for name in ("a", "b"):
        file = f"{name}.roadmap.json"
        run("new", file, "--template", "online-strategie", "--title", name, "--year", "2027")
        run("set", file, "plan", f"organisation=Gemeente {name}")
        run("add", file, "business_case", "title=Redactie", "kind=cost", "once=1000", "yearly=250")
    agreed = ("--decide", "1", "--in", "b.roadmap.json", "--as", "agreed", "--agreement", "A levert de redacteur")
    assert run("joint", "a.roadmap.json", "b.roadmap.json", *agreed, lang="nl").code == 0
    assert run("joint", ".", "--export", "samen.md", lang="nl").code == 0
    text = Path("samen.md").read_text(encoding="utf-8")
    assert text.count("A levert de redacteur") == 3
    together = next(line for line in text.splitlines() if line.startswith("| Samen |"))
    assert [cell.strip() for cell in together.split("|")[2:4]] == ["2000", "500"]
    assert "Vul aan" not in text
