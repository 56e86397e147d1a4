"""The ten chapters: what each needs, and when it is empty, thin or complete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from roadmap_tui.exchange.templates import build, load_example, load_template
from roadmap_tui.i18n import use_language
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.reading import read_record
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning.chapters import chapters, of_table
from roadmap_tui.planning.gaps import findings
from roadmap_tui.planning.outlook import Outlook
from roadmap_tui.planning.runsheet import clock_time, run_sheet
from roadmap_tui.planning.scope import vague_word
from roadmap_tui.planning.sections import Section
from roadmap_tui.view.derived import derived

TODAY = date(2026, 6, 3)


@pytest.fixture(autouse=True)
def _english() -> Any:
    use_language("en")
    yield
    use_language("nl")


def outlook_of(plan: Mapping[str, Any] | None = None, **tables: Sequence[Mapping[str, Any]]) -> Outlook:
    """An outlook on records numbered from 1 in each table; ids count on through all tables."""
    records: dict[str, list[Record]] = {table: [] for table in TABLES}
    count = 0
    for table, rows in tables.items():
        for place, row in enumerate(rows, 1):
            count += 1
            number = f"{TABLES[table].PREFIX}{place}"
            records[table].append(read_record(TABLES[table], count, {"number": number, **row}))
    found = read_record(Plan, 99, {"kind": "implementation", **(plan or {})})
    records["plan"] = [found]
    return Outlook(found, lambda table: records[table], TODAY)


def chapter(outlook: Outlook, code: str) -> Section:
    return next(found for found in chapters(outlook) if found.shape.code == code)


def codes(outlook: Outlook) -> list[tuple[str, str]]:
    return [(finding.code, finding.number) for finding in findings(outlook)]


def test_an_empty_plan_has_ten_empty_chapters_in_the_order_of_the_seed_document() -> None:
    found = chapters(outlook_of())
    assert [each.shape.code for each in found] == [
        "goal", "background", "boundaries", "results", "preconditions",
        "activities", "organisation", "communication", "planning", "risks",
    ]  # fmt: skip
    assert {each.state for each in found} == {"empty"}
    assert {each.progress for each in found} == {0}
    assert all(each.missing for each in found)


def test_a_goal_with_a_measurable_criterion_is_complete_and_without_target_thin() -> None:
    thin = chapter(outlook_of({"goal": "Inwoners zien hun zaak."}, criteria=[{"title": "Sneller"}]), "goal")
    assert (thin.state, thin.done, thin.total) == ("thin", 2, 3)
    assert thin.missing == ("No target is given for K1.",)
    full = outlook_of({"goal": "Inwoners zien hun zaak."}, criteria=[{"title": "Sneller", "target": "90%"}])
    assert chapter(full, "goal").state == "complete"


def test_the_boundaries_need_both_sides() -> None:
    one = chapter(outlook_of({"responsibility": "Alles tot de nazorg."}, scope=[{"title": "Zaken"}]), "boundaries")
    assert one.missing == ("Nothing is named that is not part of the project.",)
    both = outlook_of({"responsibility": "x"}, scope=[{"title": "Zaken"}, {"title": "Werkplekken", "side": "out"}])
    assert chapter(both, "boundaries").state == "complete"


def test_the_seven_results_are_known_by_code_or_by_title() -> None:
    titles = ["Taken en verantwoordelijkheden", "Training van medewerkers", "DAP", "Nazorg", "Evaluatie"]
    rows = [{"title": title, "owner": "Piet", "due": "2026-09-01"} for title in titles]
    rows += [{"title": "Klaar voor gebruik", "code": "beheer", "owner": "Piet", "due": "2026-09-01"}]
    found = chapter(outlook_of(milestones=rows), "results")
    assert found.missing == ("Results are missing: run-sheet for the migration.",)
    assert "missing_result" in dict(codes(outlook_of(milestones=rows)))
    cancelled = chapter(outlook_of(milestones=[*rows, {"title": "Draaiboek", "status": "cancelled"}]), "results")
    assert len(cancelled.missing) == 1


def test_missing_names_are_listed_and_counted() -> None:
    rows = [{"title": f"Groep {n}", "influence": 3, "interest": 3, "involvement": 3} for n in range(5)]
    found = chapter(outlook_of({"context": "x"}, stakeholders=rows), "background")
    assert found.missing == ("No approach is given for S1, S2, S3 and 2 more.",)


def test_the_planning_is_derived_and_empty_only_without_any_of_it() -> None:
    assert chapter(outlook_of({"start": "2026-06-01"}), "planning").state == "thin"
    plan = {"start": "2026-06-01", "go_live": "2026-11-02"}
    full = outlook_of(plan, activities=[{"title": "a", "when": "elke week"}, {"title": "b", "when": "begin mei"}])
    assert chapter(full, "planning").state == "complete"


def test_risks_need_both_origins_and_both_kinds_of_measures() -> None:
    risk = {"title": "r", "chance": 2, "impact": 2}
    measures = [{"title": "p", "risk": 1}, {"title": "c", "risk": 1, "kind": "corrective"}]
    found = chapter(outlook_of(risks=[risk], measures=measures), "risks")
    assert found.missing == ("No external risks are named.",)
    rows = [risk, {**risk, "origin": "external", "status": "closed"}]
    both = outlook_of(risks=rows, measures=measures)
    assert chapter(both, "risks").state == "complete"
    alone = chapter(outlook_of(risks=[risk]), "risks").missing[1:]
    assert alone == ("Nothing is done to prevent R1.", "It is not said what you do when R1 happens.")


def test_every_table_of_a_chapter_exists() -> None:
    for each in chapters(outlook_of()):
        assert set(each.shape.tables) <= set(TABLES)
        assert all(hasattr(Plan(), name) for name in each.shape.texts)
    shape = of_table("stakeholders")
    assert shape is not None
    assert shape.code == "background"


def test_the_example_is_complete_or_thin_in_every_chapter() -> None:
    rows = build(load_example(), TODAY)
    tables: dict[str, list[Record]] = {table: [] for table in TABLES}
    for place, row in enumerate(rows):
        fields = {"number": f"{TABLES[row.table].PREFIX}{place}", **row.fields}
        tables[row.table].append(read_record(TABLES[row.table], row.id, fields))
    plan = tables["plan"][0]
    assert isinstance(plan, Plan)
    found = chapters(Outlook(plan, lambda table: tables[table], TODAY))
    assert [each.shape.code for each in found if each.state == "empty"] == []
    assert sum(1 for each in found if each.state == "complete") >= 6


def test_a_new_plan_from_the_template_begins_with_more_than_the_planning() -> None:
    tables = {row.table for row in build(load_template("software"), TODAY)}
    assert {"scope", "preconditions", "stakeholders", "communications", "criteria", "runsheet"} <= tables


# findings


def test_unclear_boundaries_are_named_with_the_word() -> None:
    assert vague_word("Eventueel de oude dossiers") == "Eventueel"
    assert vague_word("Koppelingen, werkplekken enz.") == "enz"
    assert vague_word("Mogelijkheden voor inwoners") == ""
    outlook = outlook_of(
        scope=[
            {"title": "Eventueel het archief"},
            {"title": "De koppeling"},
            {"title": "de  koppeling", "side": "out"},
        ]
    )
    assert codes(outlook).count(("unclear_scope", "G1")) == 1
    assert {("unclear_scope", "G2"), ("unclear_scope", "G3")} <= set(codes(outlook))


def test_a_precondition_is_late_after_its_day_unless_it_is_arranged() -> None:
    plan = {"go_live": "2026-06-20"}
    rows = [
        {"title": "a", "owner": "x", "offset": "T-3w"},
        {"title": "b", "owner": "x", "offset": "T-3w", "status": "done"},
        {"title": "c", "owner": "x", "due": "2026-06-03"},
    ]
    assert [found for found in codes(outlook_of(plan, preconditions=rows)) if found[0] == "late"] == [("late", "W1")]


def test_a_stakeholder_without_a_living_moment_is_flagged() -> None:
    rows = [{"title": "Raad"}, {"title": "Balie"}, {"title": "OR"}]
    moments = [
        {"title": "m", "stakeholder": 1, "when": "elke week", "responsible": "x"},
        {"title": "n", "stakeholder": 2, "status": "cancelled"},
    ]
    found = codes(outlook_of(stakeholders=rows, communications=moments))
    assert [number for code, number in found if code == "stakeholder_without_communication"] == ["S2", "S3"]


def test_dap_without_norm_and_decision_without_way_back_are_flagged() -> None:
    outlook = outlook_of(
        norms=[{"title": "Release aangekondigd", "value": "5 werkdagen"}],
        dap=[{"title": "Incidenten"}, {"title": "Wijzigingen", "norm": 1}],
        runsheet=[{"title": "Besluit", "who": "x", "go_no_go": True, "time": "half vijf"}],
    )
    assert {("dap_without_norm", "DA1"), ("decision_without_fallback", "D1"), ("unread_time", "D1")} <= set(
        codes(outlook)
    )
    assert ("dap_without_norm", "DA2") not in codes(outlook)


def test_an_activity_on_a_public_holiday_is_flagged() -> None:
    rows = [{"title": "Training", "lead": "x", "when": "27 april 2027"}, {"title": "b", "lead": "x", "when": "mei"}]
    found = [each for each in findings(outlook_of(activities=rows)) if each.code == "on_holiday"]
    assert [(each.number, each.message) for each in found] == [("A1", "27-04-2027 is King's Day.")]


def test_a_negative_goal_and_too_much_money_are_flagged() -> None:
    outlook = outlook_of({"goal": "Geen papier meer"}, budget=[{"title": "Licentie", "granted": 10, "expected": 11}])
    assert {code for code, _number in codes(outlook)} >= {"negative_goal", "over_budget"}


# the run-sheet


@pytest.mark.parametrize(
    ("text", "hour"), [("17.00", 17), ("17:00", 17), ("17u00", 17), ("9 uur", 9), ("24.00", None), ("laat", None)]
)
def test_a_time_of_day_is_read_the_way_people_write_it(text: str, hour: int | None) -> None:
    found = clock_time(text)
    assert (found.hour if found else None) == hour


def test_steps_follow_each_other_past_midnight() -> None:
    rows = [
        {"title": "Back-up", "offset": "T-3d", "time": "22.00", "minutes": 90},
        {"title": "Bevriezen", "minutes": 60},
        {"title": "Migratie", "time": "1.00", "minutes": 30},
    ]
    found = run_sheet(outlook_of({"go_live": "2026-11-02"}, runsheet=rows))
    assert [f"{each.start:%d-%m %H.%M}" for each in found if each.start] == [
        "30-10 22.00",
        "30-10 23.30",
        "31-10 01.00",
    ]


def test_a_step_whose_time_cannot_be_known_has_none() -> None:
    found = run_sheet(outlook_of(runsheet=[{"title": "a", "time": "17.00"}, {"title": "b", "minutes": 5}]))
    assert [each.start for each in found] == [None, None]


def test_what_follows_from_a_step_and_a_precondition_is_told_to_other_programs() -> None:
    outlook = outlook_of(
        {"go_live": "2026-11-02"},
        runsheet=[{"title": "a", "offset": "T-3d", "time": "22.00", "minutes": 180}],
        preconditions=[{"title": "b", "due": "2026-06-02"}],
    )
    step, precondition = outlook.records("runsheet")[0], outlook.records("preconditions")[0]
    assert derived(outlook, step) == {"start": "2026-10-30T22:00:00", "end": "2026-10-31T01:00:00"}
    assert derived(outlook, precondition) == {"due": "2026-06-02", "late": True}
