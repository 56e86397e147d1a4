"""The templates and the example say what they should, in words the rest of the program understands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from roadmap_tui.model.fields import Field, Kind
from roadmap_tui.model.record import fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning.effort.read import read_effort
from roadmap_tui.planning.offsets import parse_offset, resolve
from roadmap_tui.planning.placeholders import expand
from roadmap_tui.planning.when.model import WhenContext
from roadmap_tui.planning.when.read import read_when
from roadmap_tui.resources import data_file

TEMPLATES = ("herindeling", "leeg", "planningstabel", "software")
EXAMPLE = "voorbeeld"
ALL = (*TEMPLATES, EXAMPLE)
HEADER = {"name", "title", "summary", "title_en", "summary_en", "kind"}
NESTED = {
    "milestones": "checkpoints",
    "risks": "measures",
    "stakeholders": "communications",
    "rehearsals": "measurements",
    "reports": "judgements",
    "frameworks": "framework_items",
}
GOLIVE = date(2026, 11, 2)
START = date(2026, 3, 2)


@cache
def content(name: str) -> dict[str, Any]:
    folder = "example" if name == EXAMPLE else "templates"
    return tomllib.loads(data_file(f"{folder}/{name}.toml").read_text(encoding="utf-8"))


def records(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every record with its table, children after their parent."""
    template = content(name)
    yield "plan", template["plan"]
    for table in (table for table in TABLES if table != "plan"):
        for record in template.get(table, []):
            yield table, record
            for child in record.get(NESTED.get(table, ""), []):
                yield NESTED[table], child


def texts(name: str) -> Iterator[str]:
    for _table, record in records(name):
        yield from (value for value in record.values() if isinstance(value, str))


def fits(field: Field, value: Any) -> bool:
    """Whether a template may give `field` this value; dates are written as offsets."""
    if field.choices:
        return field.choice(value) is not None
    if field.kind is Kind.DATE and "{" in value:
        return date.fromisoformat(expand(value, GOLIVE)) > GOLIVE
    if field.kind in (Kind.DATE, Kind.OFFSET):
        return isinstance(value, str) and parse_offset(value) is not None
    if field.kind is Kind.FLAG:
        return isinstance(value, bool)
    if field.kind is Kind.INTERNAL:
        return isinstance(value, dict) and all(parse_offset(text) is not None for text in value.values())
    if field.kind is Kind.PERCENT:
        return isinstance(value, int) and 0 <= value <= 100
    if field.kind is Kind.SCALE:
        return value in (1, 2, 3, 4, 5)
    if field.kind is Kind.DECIMAL:
        return isinstance(value, int | float)
    if field.kind is Kind.NUMBER:
        return isinstance(value, int) or (isinstance(value, str) and expand(value, GOLIVE).isdigit())
    return isinstance(value, str) and bool(value) and value == value.strip()


@pytest.mark.parametrize("name", ALL)
def test_the_header_says_what_the_template_is(name: str) -> None:
    template = content(name)
    assert template["name"] == name
    assert all(template[key].strip() for key in HEADER)
    assert template["kind"] == template["plan"]["kind"]
    assert template.keys() <= {*HEADER, *TABLES}


@pytest.mark.parametrize("name", ALL)
def test_every_field_is_one_that_the_record_has(name: str) -> None:
    for table, record in records(name):
        declared = fields_of(TABLES[table])
        assert record.get("title") or not TABLES[table].PREFIX
        for key, value in record.items():
            if key in ("key", NESTED.get(table)):
                continue
            assert key in declared, f"{table} has no field {key}"
            if declared[key].kind not in (Kind.REF, Kind.REFS):
                assert fits(declared[key], value), f"{table}.{key} = {value!r}"


@pytest.mark.parametrize("name", ALL)
def test_activities_refer_to_milestones_that_exist(name: str) -> None:
    keys = [milestone["key"] for milestone in content(name).get("milestones", [])]
    assert len(keys) == len(set(keys))
    assert {a["milestone"] for a in content(name).get("activities", []) if "milestone" in a} <= set(keys)


@pytest.mark.parametrize("name", ["software", EXAMPLE])
def test_every_milestone_has_work_that_leads_to_it(name: str) -> None:
    template = content(name)
    assert {m["key"] for m in template["milestones"]} == {a.get("milestone") for a in template["activities"]} - {None}


@pytest.mark.parametrize("name", ["software", EXAMPLE])
def test_aftercare_and_evaluation_are_never_left_out(name: str) -> None:
    activities = content(name)["activities"]
    for phase in ("Nazorg", "Evaluatie"):
        found = [a for a in activities if a["phase"] == phase]
        assert found
        assert all(a["title"].startswith(phase) for a in found)
        assert not any(a.get("optional") for a in found)


@pytest.mark.parametrize("name", ["software", EXAMPLE])
def test_every_risk_is_prevented_and_answered(name: str) -> None:
    risks = content(name)["risks"]
    assert {risk["origin"] for risk in risks} == {"internal", "external"}
    for risk in risks:
        assert {measure["kind"] for measure in risk["measures"]} == {"preventive", "corrective"}, risk["title"]
        assert all(measure["owner"] for measure in risk["measures"])
        assert risk["cause"]
        assert risk["consequence"]
        assert risk.get("rest_chance", 0) * risk.get("rest_impact", 0) <= risk["chance"] * risk["impact"]


@pytest.mark.parametrize("name", ["planningstabel", "software", EXAMPLE])
def test_everyone_who_gets_work_is_among_the_people(name: str) -> None:
    known = {word.lower() for p in content(name)["people"] for word in (p["title"], p["role"])}
    for table, record in records(name):
        for key in ("lead", "owner", "action_holder", "role"):
            if key in record and table != "people":
                missing = [who for who in re.split(r"\s+en\s+", record[key]) if who.lower() not in known]
                assert not missing, f"{record['title']}: {missing}"


@pytest.mark.parametrize("name", ["software", EXAMPLE])
def test_no_checkpoint_comes_after_its_milestone(name: str) -> None:
    for milestone in content(name)["milestones"]:
        for checkpoint in milestone["checkpoints"]:
            if "offset" in checkpoint:
                due = resolve(parse_offset(checkpoint["offset"]), START, GOLIVE)
                last = resolve(parse_offset(milestone["offset"]), START, GOLIVE)
                assert due is not None
                assert last is not None
                assert due <= last, checkpoint["title"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_hold_no_placeholders_and_no_dates(name: str) -> None:
    for text in texts(name):
        assert "{" not in expand(text, GOLIVE)
        assert not re.search(r"\b20\d\d\b", text)


def test_the_empty_template_is_empty() -> None:
    assert [table for table, _record in records("leeg")] == ["plan"]


def test_the_planning_table_has_the_twelve_activities_of_the_approach() -> None:
    rows = [
        (a["title"], a["lead"], a["when"], a.get("sessions", ""), a.get("optional", False))
        for a in content("planningstabel")["activities"]
    ]
    both = "Projectleider en procesbegeleiders"
    once = "1 sessie van 2 uur"
    assert rows == [
        ("Plan van aanpak", "Projectleider", "April/mei", "", False),
        ("Kick-off projectteam", both, "10 / 17 mei", once, False),
        ("Sessie: plotten routekaart", both, "8 en 15 juni", "2 sessies van 3 uur", False),
        (
            *("Uitwerking/aanscherping", both, "Mei, juni, juli"),
            *("4 sessies van 2 uur (2 mijlpalen per sessie)", False),
        ),
        ("Toetsing ideale routekaart bij inwoners", both, "Juni/juli", "3 uur", True),
        ("Toetsing ideale routekaart bij professionals", both, "Juni/juli", "3 uur", True),
        ("Uitwerking beleidslaag", "Beleid", "September", once, False),
        ("Uitwerking communicatielaag", "Communicatie", "September", once, False),
        ("Uitwerking informatiekundige laag", "Informatiearchitect", "September", once, False),
        ("Financiële uitwerking informatiekundige laag", "Business controller", "September", once, False),
        ("Oplevering van de resultaten", "Projectleider", "Oktober", once, False),
        (
            *("Implementatieplan", "Projectleider", "Augustus tot en met december"),
            *("1x per twee weken 1 uur Teams\n1x eindsessie van 2 uur", False),
        ),
    ]
    assert sum("result" in a for a in content("planningstabel")["activities"]) == 11


def test_software_has_the_seven_milestones_with_full_checklists() -> None:
    found = [(m["code"], len(m["checkpoints"])) for m in content("software")["milestones"]]
    assert found == [
        ("taken_verantwoordelijkheden", 11),
        ("opleiding_instructie", 11),
        ("beheer", 12),
        ("draaiboek_migratie", 12),
        ("dap", 11),
        ("nazorg", 11),
        ("evaluatie", 11),
    ]
    assert all(c["role"] and c["offset"] for m in content("software")["milestones"] for c in m["checkpoints"])


def test_software_covers_every_phase() -> None:
    phases = list(dict.fromkeys(a["phase"] for a in content("software")["activities"]))
    assert phases == [
        *("Voorbereiding", "Inrichting", "Testen", "Opleiding"),
        *("Migratie", "Livegang", "Nazorg", "Evaluatie"),
    ]


def test_the_example_is_large_enough_to_look_around_in() -> None:
    example = content(EXAMPLE)
    assert len(example["activities"]) == 35
    assert len(example["risks"]) == 13
    assert len(example["people"]) >= 10
    assert {a.get("status", "todo") for a in example["activities"]} == {
        *("todo", "active", "done", "on_hold", "cancelled"),
    }
    assert {r["trend"] for r in example["risks"]} == {"rising", "same", "falling"}
    ticked = [c.get("status", "open") for m in example["milestones"] for c in m["checkpoints"]]
    assert 20 <= ticked.count("done") <= len(ticked) / 2
    assert all(c["reason"] for m in example["milestones"] for c in m["checkpoints"] if c.get("status") == "na")


def test_the_example_can_be_made_on_any_day() -> None:
    plan = content(EXAMPLE)["plan"]
    for day in (date(2026, 1, 1) + timedelta(days=n) for n in range(0, 800, 3)):
        start = resolve(parse_offset(plan["start"]), None, None, day)
        golive = resolve(parse_offset(plan["go_live"]), None, None, day)
        assert start is not None
        assert golive is not None
        assert golive.weekday() == 0
        assert start < day < golive
        assert expand(plan["year"], day) == str(day.year)
        for text in texts(EXAMPLE):
            assert "{" not in expand(text, day)


@pytest.mark.parametrize("name", ["planningstabel", "software"])
def test_every_moment_in_a_template_can_be_read(name: str) -> None:
    context = WhenContext(year=2026, today=START, anchors={"livegang": GOLIVE})
    for activity in content(name)["activities"]:
        reading = read_when(activity["when"], context)
        assert reading.kind != "unknown", activity["when"]
        assert reading.start or reading.end or reading.recurrence, activity["when"]


@pytest.mark.parametrize("name", ["planningstabel", "software", EXAMPLE])
def test_every_duration_can_be_read(name: str) -> None:
    for activity in content(name)["activities"]:
        effort = read_effort(activity.get("sessions", ""))
        assert "sessions" not in activity or effort.hours_each or effort.parts, activity["sessions"]


def test_work_in_software_ends_in_the_order_of_its_milestones() -> None:
    context = WhenContext(year=2026, today=START, anchors={"livegang": GOLIVE})
    due = {m["key"]: resolve(parse_offset(m["offset"]), START, GOLIVE) for m in content("software")["milestones"]}
    for activity in content("software")["activities"]:
        end = read_when(activity["when"], context).end
        last = due.get(activity.get("milestone", ""))
        if end and last:
            assert end <= last, activity["title"]


@pytest.mark.parametrize("days", range(0, 730, 10))
def test_the_example_tells_the_same_story_on_any_day(days: int) -> None:
    """Done lies behind, to do lies ahead, and two activities are late, whenever the demo is started."""
    example = content(EXAMPLE)
    day = date(2026, 1, 1) + timedelta(days=days)
    golive = resolve(parse_offset(example["plan"]["go_live"]), None, None, day)
    assert golive is not None
    context = WhenContext(year=day.year, today=day, anchors={"livegang": golive})
    late = []
    for activity in example["activities"]:
        reading = read_when(expand(activity["when"], day), context)
        status = activity.get("status", "todo")
        passed = reading.end is not None and reading.end < day
        if reading.kind == "unknown":
            assert activity["when"] == "n.t.b."
        elif status == "done":
            assert passed, activity["title"]
        elif status in ("todo", "active") and passed:
            late.append(activity["title"])
        elif status == "active":
            assert reading.start is None or reading.start <= day, activity["title"]
        elif activity["title"] != "Testplan en testscripts maken":
            assert reading.start is None or reading.start > day, activity["title"]
    assert late == ["Autorisatiematrix maken", "Opleidingsplan maken"]
