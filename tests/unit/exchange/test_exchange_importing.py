"""Importing again: the source is followed, and what a person did since is kept."""

from __future__ import annotations

from typing import Any

import pytest

from roadmap_tui.exchange.importing import ImportPlan, ImportState, plan_import
from roadmap_tui.exchange.source import SourceTable, read_bytes
from roadmap_tui.exchange.table import SourceRow

Stored = dict[str, Any]


class Plan:
    """A plan as plain stored records, on which imports are carried out."""

    def __init__(self) -> None:
        self.activities: dict[int, Stored] = {}
        self.removed: dict[int, Stored] = {}
        self.milestones: dict[int, Stored] = {}

    def bring_in(self, table: SourceTable, source: str = "plan.csv") -> ImportPlan:
        state = ImportState(self.activities, self.removed, self.milestones, {}, "doc")
        found = plan_import(table, state, source)
        for row in found.added:
            assert row.id not in self.activities
            self.activities[row.id] = dict(row.fields)
        for change in [*found.updated, *found.noted]:
            self.activities[change.id].update(change.fields)
        return found

    def named(self, title: str) -> Stored:
        (found,) = (stored for stored in self.activities.values() if stored["title"] == title)
        return found

    def remove(self, title: str) -> None:
        (key,) = (key for key, stored in self.activities.items() if stored["title"] == title)
        self.removed[key] = self.activities.pop(key)


def table(*rows: tuple[str, ...], headings: str = "Actie;Wie;Wanneer") -> SourceTable:
    return read_bytes("\n".join([headings, *(";".join(row) for row in rows)]).encode(), "plan.csv")


ONE, TWO, THREE = ("Een", "Ans", "mei"), ("Twee", "Bo", "juni"), ("Drie", "Cor", "juli")


def counts(found: ImportPlan) -> tuple[int, int, int]:
    report = found.report()
    return report["added"], report["updated"], len(report["skipped"])


@pytest.fixture
def plan() -> Plan:
    made = Plan()
    assert counts(made.bring_in(table(ONE, TWO, THREE))) == (3, 0, 0)
    return made


def test_the_same_again_changes_nothing(plan: Plan) -> None:
    found = plan.bring_in(table(ONE, TWO, THREE))
    assert counts(found) == (0, 0, 0)
    assert found.noted == []
    assert [row.outcome for row in found.rows] == ["unchanged"] * 3


def test_rows_in_another_order_with_one_new_and_one_changed(plan: Plan) -> None:
    found = plan.bring_in(table(THREE, ("Vier", "Dik", ""), ("TWEE ", "Bo", "week 30"), ONE))
    assert counts(found) == (1, 1, 0)
    assert plan.named("TWEE")["when"] == "week 30"
    assert [(row.outcome, row.fields) for row in found.rows] == [
        ("unchanged", ()),
        ("added", ("title", "lead")),
        ("updated", ("title", "when")),
        ("unchanged", ()),
    ]


def test_what_a_person_changed_is_kept(plan: Plan) -> None:
    plan.named("Een").update(when="begin mei", status="done", remarks="van mij")
    assert counts(plan.bring_in(table(ONE, TWO, THREE))) == (0, 0, 0)
    found = plan.bring_in(table(("Een", "Els", "eind mei"), TWO, THREE))
    assert counts(found) == (0, 1, 0)
    assert plan.named("Een")["when"] == "begin mei"
    assert (plan.named("Een")["lead"], plan.named("Een")["status"]) == ("Els", "done")
    assert [warning.row for warning in found.warnings] == [2]
    assert plan.bring_in(table(("Een", "Els", "eind mei"), TWO, THREE)).warnings == []


def test_a_person_and_the_source_may_make_the_same_change(plan: Plan) -> None:
    plan.named("Een")["when"] = "eind  mei"
    found = plan.bring_in(table(("Een", "Ans", "eind mei"), TWO, THREE))
    assert found.warnings == []
    assert counts(found) == (0, 0, 0)


def test_a_cell_that_became_empty_is_emptied_and_a_retitled_activity_is_known(plan: Plan) -> None:
    plan.named("Een")["title"] = "Iets heel anders"
    found = plan.bring_in(table(("Een", "Ans", ""), TWO, THREE))
    assert counts(found) == (0, 1, 0)
    assert plan.named("Iets heel anders")["when"] is None


def test_what_a_person_removed_stays_removed(plan: Plan) -> None:
    plan.remove("Twee")
    found = plan.bring_in(table(ONE, ("Twee", "Bo", "week 30"), THREE))
    assert counts(found) == (0, 0, 1)
    assert [skip.row for skip in found.skipped] == [3]
    assert len(plan.activities) == 2


def test_a_title_that_changed_a_little_is_the_same_activity(plan: Plan) -> None:
    rows = [("Overleg met inwoners van de wijk", "Ans", "mei"), ("Sessie 1", "Bo", "juni"), ("Sessie 2", "Bo", "juli")]
    plan.bring_in(table(*rows), "ander.csv")
    changed = [("Overleg met bewoners van de wijk", "Ans", "mei"), rows[1], ("Sessie 3", "Cor", "mei")]
    found = plan.bring_in(table(*changed), "ander.csv")
    assert counts(found) == (1, 1, 0)
    assert plan.named("Overleg met bewoners van de wijk")["lead"] == "Ans"
    assert plan.named("Sessie 2")["when"] == "juli"
    assert [warning.row for warning in found.warnings] == [0]


def test_rows_with_one_title_pair_in_order() -> None:
    plan = Plan()
    rows = [("Overleg", "Ans", "mei"), ("Overleg", "Bo", "juni"), ("Slot", "", "")]
    for key, order in zip([row.id for row in plan.bring_in(table(*rows)).added], "abc", strict=True):
        plan.activities[key]["order"] = order
    assert counts(plan.bring_in(table(*rows))) == (0, 0, 0)
    assert len(plan.activities) == 3


def test_the_same_table_in_another_file_is_recognised(plan: Plan) -> None:
    assert counts(plan.bring_in(table(ONE, TWO, ("Drie", "Cor", "week 30")), "plan.docx")) == (0, 1, 0)
    assert len(plan.activities) == 3
    other = table(("Een", "Zoë", "2027"), ("Nieuw a", "", ""), ("Nieuw b", "", ""))
    assert counts(plan.bring_in(other, "project2.csv")) == (3, 0, 0)
    assert plan.named("Drie")["when"] == "week 30"


def test_activities_typed_by_hand_are_completed_not_doubled() -> None:
    plan = Plan()
    plan.activities = {1: {"title": "Een", "lead": "Els"}, 2: {"title": "Twee"}}
    found = plan.bring_in(table(ONE, TWO))
    assert counts(found) == (0, 2, 0)
    assert (plan.named("Een")["lead"], plan.named("Een")["when"]) == ("Els", "mei")
    assert [warning.row for warning in found.warnings] == [2]


def test_two_copies_of_a_plan_make_the_same_records() -> None:
    one, two = Plan(), Plan()
    one.bring_in(table(ONE, TWO))
    two.bring_in(table(TWO, ONE))
    assert one.activities == two.activities


def test_values_of_every_kind() -> None:
    plan = Plan()
    plan.milestones = {7: {"title": "Opleiding", "number": "M2"}}
    rows = [("Optie: Een", "Loopt", "40 %", "2,5", "m2"), ("Twee", "", "", "", "Onbekend")]
    found = plan.bring_in(table(*rows, headings="Actie;Status;Voortgang;Uren;Mijlpaal"))
    one, two = plan.named("Een"), plan.named("Twee")
    assert (one["optional"], one["status"], one["progress"], one["hours"]) == (True, "active", 40, 2.5)
    assert one["milestone"] == 7
    assert "optional" not in two
    assert two["remarks"].endswith(": Onbekend")
    assert [warning.row for warning in found.warnings] == [3]


def test_title_and_subtitle_fill_a_plan_without() -> None:
    source = SourceTable("docx", "Plan", "Sub", [], [SourceRow(2, {"title": "Een"})])
    assert plan_import(source, ImportState(), "a.docx").plan_fields == {"title": "Plan", "subtitle": "Sub"}
    named = ImportState(plan={"title": "Ons plan"})
    assert plan_import(source, named, "a.docx").plan_fields == {"subtitle": "Sub"}


def test_report_has_the_promised_shape() -> None:
    found = Plan().bring_in(read_bytes(b"Actie;Wie;Kleur\nEen;Ans;rood\n;;\n", "a.csv"))
    report = found.report()
    assert {key: report[key] for key in ("format", "added", "updated")} == {"format": "csv", "added": 1, "updated": 0}
    assert [set(item) for item in report["skipped"]] == [{"row", "reason"}]
    assert [set(item) for item in report["warnings"]] == [{"row", "message"}]
