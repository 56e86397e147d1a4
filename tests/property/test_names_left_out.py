"""Without names, no file holds the name of a person in any record, whatever the name and wherever it stands."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_tui.exchange.exporting import export
from roadmap_tui.session import Session

TODAY = date(2026, 6, 3)
_FIRST = st.sampled_from(["Jörgen", "Fátima", "Ξένια", "Wietske", "Zoë-Fleur", "Düzgün", "Ćorić", "O'Neill"])
_LAST = st.sampled_from(["Quaedvlieg", "van der Zwaluwenburg", "Xhaferaj", "Škvorc", "de Ğözel", "Wijnschenk", ""])
_NAMES = st.builds(lambda first, last: f"{first} {last}".strip(), _FIRST, _LAST)
_AROUND = st.sampled_from(["{}", "Vraag {} even", "{}, {}", "({})", "{}'s idee", "met {}\nen {}", "{}: akkoord"])


def _worn(name: str, shape: int) -> str:
    """The name as people type it: in capitals, taken apart by Unicode, with a soft hyphen or over two lines."""
    split = f"{name[:3]}\u00ad{name[3:]}"
    return (name, name.upper(), unicodedata.normalize("NFD", name), split, name.replace(" ", "\n"))[shape]


def _rows(name: str, texts: list[str], role: str) -> list[tuple[str, int, dict[str, Any]]]:
    first, second, third = texts
    return [
        ("plan", 1, {"title": first.replace("\n", " "), "goal": second, "context": third, "organisation_note": first}),
        ("people", 2, {"title": name, "kind": "person", "role": role, "contact": f"{name} 06", "remarks": name}),
        ("people", 3, {"title": "Beheer", "kind": "role", "role": f"Achtervang van {name}"}),
        ("activities", 4, {"title": second.replace("\n", " "), "lead": name, "when": f"na overleg met {name}",
                           "sessions": f"2 uur met {name}", "participants": first}),
        ("milestones", 5, {"title": "Klaar", "owner": name, "evidence": second, "due": "2026-07-01"}),
        ("risks", 6, {"title": third.replace("\n", " "), "cause": first, "owner": name, "chance": 5, "impact": 5}),
        ("stakeholders", 7, {"title": "Raad", "contact": name, "approach": third, "influence": 4, "interest": 4}),
        ("log", 8, {"title": first.replace("\n", " "), "kind": "decision", "owner": name, "due": "2026-06-04"}),
        ("reports", 9, {"title": "Rapport", "summary": second, "snapshot": {}}),
        ("runsheet", 10, {"title": "Stap", "who": name, "check": third, "time": "8.00", "offset": "T"}),
        ("versions", 11, {"title": "1.0", "author": name, "changes": first.replace("\n", " ")}),
    ]  # fmt: skip


@settings(max_examples=4, deadline=None)
@given(name=_NAMES, around=st.tuples(_AROUND, _AROUND, _AROUND), shape=st.integers(0, 4), own=st.booleans())
@pytest.mark.parametrize(
    ("ending", "part"), [(".docx", "plan"), (".html", "plan"), (".json", "plan"), (".docx", "report")]
)
def test_no_name_leaves_the_plan(
    ending: str, part: str, name: str, around: tuple[str, str, str], shape: int, own: bool
) -> None:
    texts = [each.replace("{}", _worn(name, shape)) for each in around]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "p.roadmap.json"
        rows = _rows(name, texts, f"Plaatsvervanger van {name}" if own else "Adviseur")
        session = Session.create(path, rows, today=TODAY)
        target = Path(folder) / f"uit{ending}"
        export(session.records, target, part=part, outlook=session.outlook, without_names=True)
        data = target.read_bytes()
    if ending == ".docx":
        archive = zipfile.ZipFile(io.BytesIO(data))
        data = b"\n".join(archive.read(each) for each in archive.namelist())
    text = unicodedata.normalize("NFC", data.decode("utf-8", "replace")).casefold()
    assert name.casefold() not in text
    escaped = name.replace("'", "&#x27;").casefold()
    assert escaped not in text
