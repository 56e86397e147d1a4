"""The plans that the gallery pictures: one with something on every screen, one that is empty, and neighbours."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from roadmap_tui.exchange.templates import build, load_example, load_template
from roadmap_tui.session import Session
from roadmap_tui.user.seen import note_seen

PLAN, EMPTY, TABLE = "voorbeeld.roadmap.json", "leeg.roadmap.json", "planning.csv"
_FULLER = ("herindeling", "i4sociaal", "routekaart", "online-strategie")
_NEIGHBOURS = (("meerdorp", "routekaart", "Meerdorp"), ("polderstad", "online-strategie", "Polderstad"))


def _content() -> Mapping[str, Any]:
    """The example with the lists that only other templates have."""
    content = dict(load_example())
    for name in _FULLER:
        for table, rows in load_template(name).items():
            if table not in content and isinstance(rows, list):
                content[table] = rows
    return content


def _run(folder: Path, *words: str) -> str:
    """A command of the program, in the folder of the plans."""
    done = subprocess.run(
        [sys.executable, "-m", "roadmap_tui", *words], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout


def make(folder: Path, today: date) -> None:
    """Write the plans into an empty folder, with versions that differ, a copy that waits and a row in the bin."""
    Session.create(folder / PLAN, build(_content(), today), user="Anna", today=today)
    Session.create(folder / EMPTY, build({"plan": {"title": "Leeg plan"}}, today), user="Anna", today=today)
    for name, template, town in _NEIGHBOURS:
        content = load_template(template)
        plan = {**content.get("plan", {}), "organisation": town, "title": f"{content['title']} {town}"}
        records = build({**content, "plan": plan}, today)
        Session.create(folder / f"{name}.roadmap.json", records, user="Bo", today=today)
    (folder / TABLE).write_text("Activiteit;Lead;Wanneer\nKick-off;Piet;8 juni\n", encoding="utf-8")
    _differ(folder)
    _link(folder)
    note_seen("tour")


def _differ(folder: Path) -> None:
    plan, copy, beside = folder / PLAN, folder / "kopie.json", folder / "voorbeeld.roadmap (Jan).json"
    rows = json.loads(_run(folder, "list", PLAN, "activities", "--json"))
    first, second = rows[2]["number"], rows[5]["number"]
    copy.write_bytes(plan.read_bytes())
    for path, lead, words in ((PLAN, "Anna", "begin mei"), ("kopie.json", "Piet", "half juni")):
        _run(folder, "set", path, first, f"lead={lead}", f"when={words}")
    _run(folder, "set", PLAN, second, "title=Inrichten van de autorisaties")
    _run(folder, "set", "kopie.json", second, "title=Autorisaties inrichten en testen")
    _run(folder, "merge", PLAN, "kopie.json")
    copy.unlink()
    _run(folder, "remove", PLAN, rows[-1]["number"], "--yes")
    beside.write_bytes(plan.read_bytes())
    _run(folder, "set", beside.name, rows[7]["number"], "lead=Jan")


def _link(folder: Path) -> None:
    """Let a few activities wait for each other, so that there is a schedule to look at."""
    rows = json.loads(_run(folder, "list", PLAN, "activities", "--json"))
    planned = sorted((row for row in rows if row["derived"]["end"]), key=lambda row: row["derived"]["end"])
    for before, after in zip(planned[:12:2], planned[3:15:2], strict=False):
        _run(folder, "add", PLAN, "links", f"source={before['number']}", f"target={after['number']}")
