"""Generated files follow the declarations, and real plans fit the schema."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap_tui.editing.edits import delete
from roadmap_tui.exchange.templates import build, load_example, load_template
from roadmap_tui.resources import data_file
from roadmap_tui.session import Session

ROOT = Path(__file__).parents[2]
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def test_schema_and_reference_are_up_to_date() -> None:
    found = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "schema.py"), "check"], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout


def faults(value: Any, schema: dict[str, Any], whole: dict[str, Any], path: str = "") -> list[str]:
    """Where `value` breaks `schema`, for the keywords that our schema uses."""
    if "$ref" in schema:
        return faults(value, whole["$defs"][schema["$ref"].rsplit("/", 1)[1]], whole, path)
    if "anyOf" in schema and not any(not faults(value, option, whole) for option in schema["anyOf"]):
        return [f"{path}: fits none of the options"]
    found = []
    kind = schema.get("type")
    if kind and (not isinstance(value, _TYPES[kind]) or (isinstance(value, bool) and kind != "boolean")):
        return [f"{path}: {value!r} is no {kind}"]
    if "const" in schema and value != schema["const"]:
        found.append(f"{path}: is not {schema['const']}")
    if "minimum" in schema and not schema["minimum"] <= value <= schema["maximum"]:
        found.append(f"{path}: {value} is out of bounds")
    if isinstance(value, dict):
        found += [f"{path}: lacks {name}" for name in schema.get("required", []) if name not in value]
        for name, inner in value.items():
            pattern = schema.get("propertyNames", {}).get("pattern")
            if pattern and not re.search(pattern, name):
                found.append(f"{path}: {name} is no id")
            below = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
            found += faults(inner, below, whole, f"{path}/{name}")
    if isinstance(value, list) and "prefixItems" in schema:
        pairs = zip(value, schema["prefixItems"], strict=True)
        found += [fault for inner, part in pairs for fault in faults(inner, part, whole, path)]
    elif isinstance(value, list) and "items" in schema:
        found += [fault for inner in value for fault in faults(inner, schema["items"], whole, path)]
    return found


@pytest.mark.parametrize("content", [load_example(), load_template("software"), load_template("planningstabel")])
def test_real_plans_fit_the_schema(content: dict[str, Any], tmp_path: Path) -> None:
    schema = json.loads(data_file("schema/plan.schema.json").read_text())
    session = Session.create(tmp_path / "p.roadmap.json", build(content, date(2026, 6, 10)))
    first = session.add("activities", {"title": "Weg ermee", "hours": 1.5, "sessions_held": 2})
    session.update(session.find("plan"), {"title": "Anders"})
    record = session.record("activities", first)
    assert record is not None
    session.commit(delete(session.tables, [record]))
    session.save()
    plan = json.loads(session.path.read_text())
    assert faults(plan, schema, schema) == []
    plan["plan"][next(iter(plan["plan"]))]["title"] = 3
    assert len(faults(plan, schema, schema)) == 1


def test_the_page_of_keys_is_up_to_date() -> None:
    found = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "keys.py"), "check"], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout
