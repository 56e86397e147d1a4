"""The templates for a redesign and a journey map hang together, and go out as documents."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from roadmap_tui.exchange.exporting import export
from roadmap_tui.exchange.templates import build, load_template
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.record import fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning.gaps import findings
from roadmap_tui.planning.section_sets import set_named
from roadmap_tui.planning.trace import trace_of
from roadmap_tui.session import Session

NAMES = {"i4sociaal": "toolkit", "routekaart": "journey_map"}
TODAY = date(2026, 6, 3)


def made(name: str, folder: Path) -> Session:
    return Session.create(folder / f"{name}.roadmap.json", build(load_template(name), TODAY), user="Test", today=TODAY)


def named(value: object) -> int:
    """How many other records a value in a template names."""
    return len(value) if isinstance(value, list) else 1


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_another_record_leads_somewhere(name: str) -> None:
    rows = build(load_template(name), TODAY)
    ids = {(row.table, row.id) for row in rows}
    for row in rows:
        declared = fields_of(TABLES[row.table])
        for field, value in row.fields.items():
            if declared[field].kind in (Kind.REF, Kind.REFS):
                found = value if isinstance(value, list) else [value]
                assert all((declared[field].target, each) in ids for each in found), (row.table, field)


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_another_record_is_lost(name: str) -> None:
    def in_template(table: str, rows: list[dict[str, object]]) -> int:
        count = 0
        for row in rows:
            declared = fields_of(TABLES[table])
            for field, value in row.items():
                if field in declared and declared[field].kind in (Kind.REF, Kind.REFS):
                    count += named(value)
                elif field in TABLES and field not in declared and isinstance(value, list):
                    count += in_template(field, value) + len(value)
        return count

    template = load_template(name)
    wanted = sum(in_template(table, rows) for table, rows in template.items() if table in TABLES and table != "plan")
    rows = build(template, TODAY)
    stored = [
        value
        for row in rows
        for field, value in row.fields.items()
        if fields_of(TABLES[row.table])[field].kind in (Kind.REF, Kind.REFS)
    ]
    assert sum(map(named, stored)) == wanted


@pytest.mark.parametrize("name", NAMES)
def test_there_is_enough_to_start_from_and_nothing_contradicts_itself(name: str, tmp_path: Path) -> None:
    session = made(name, tmp_path)
    sections = set_named(NAMES[name]).sections(session.outlook)
    assert not [section.shape.code for section in sections if section.state == "empty" and section.shape.tables]
    pressing = [f for f in findings(session.outlook, session.bad_values) if f.severity.code == "wrong"]
    assert pressing == []
    assert not re.search(r"\b20\d\d\b", (tmp_path / f"{name}.roadmap.json").read_text().split('"plan"')[0])


def test_every_roadmap_item_of_the_example_goes_back_to_a_bottleneck(tmp_path: Path) -> None:
    session = made("i4sociaal", tmp_path)
    trace = trace_of(session.outlook)
    assert all(trace.is_rooted(item) for item in session.records("roadmap_items"))
    ends = sorted(trace.ends(each) for each in session.records("bottlenecks"))  # type: ignore[arg-type]
    assert ends == ["nothing", "planned", "planned", "planned"]


@pytest.mark.parametrize(
    ("name", "part", "words"),
    [
        ("i4sociaal", "toolkit", ["## 1. Strategie", "Statuspagina voor de aanvraag", "Wat welk knelpunt oplost"]),
        ("i4sociaal", "managementadvies", ["Stem in met het thema", "Bijstand aanvragen", "Nulmeting"]),
        ("i4sociaal", "blueprint", ["| Stap | Informatie | Functionaliteit |", "Vragenhulp die zonder inloggen"]),
        ("i4sociaal", "roadmap_items", ["Dringend (5) maar complex (4). Komt na RI1."]),
        ("routekaart", "routekaart", ["Online vragenhulp (nog ontwikkelen)", "vraagt 3 sessies voor 5 mijlpalen"]),
        ("routekaart", "business_case", ["De informatiekundige laag ontwikkelen: 0 euro."]),
    ],
)
def test_parts_go_out_as_documents(name: str, part: str, words: list[str], tmp_path: Path) -> None:
    session = made(name, tmp_path)
    path = tmp_path / "part.md"
    export(session.records, path, part=part, outlook=session.outlook)
    text = path.read_text(encoding="utf-8").replace("\\", "")
    assert [word for word in words if word not in text] == []
    for ending in ("docx", "html", "xlsx", "json"):
        export(session.records, tmp_path / f"part.{ending}", part=part, outlook=session.outlook)
        assert (tmp_path / f"part.{ending}").stat().st_size


def test_a_journey_map_with_personas_is_not_taken_for_a_redesign(tmp_path: Path) -> None:
    session = made("routekaart", tmp_path)
    assert set_named("journey_map").in_use(session.outlook)
    assert not set_named("toolkit").in_use(session.outlook)
