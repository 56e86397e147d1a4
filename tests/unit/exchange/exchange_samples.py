"""Planning tables in several file formats, built where the tests need them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from roadmap_tui.exchange.source import SourceTable, read_source

HEADINGS = ["Activiteit", "Wie (lead)", "Wanneer", "Werkvorm", "Duur sessies", "Gewenste inzet van"]
ROWS = [
    [
        "Startoverleg\n· doel\n· rollen\n\nResultaat: afspraken: wie wat doet",
        "Projectleider",
        "8 en 15 juni",
        "Fysiek\nKan ook online",
        "2 sessies\nvan 3 uur",
        "Projectteam + enkele inwoners",
    ],
    ["Optie: Proef; met “één” wijk", "Beleid & Communicatie", "n.t.b.", "", "", "Team Zuid, Café Brink"],
]
FIELDS = ["title", "lead", "when", "workform", "sessions", "participants"]


def words(table: SourceTable) -> list[tuple[str, ...]]:
    """The texts of a table that was read, to compare."""
    names = ["title", "description", "result", "optional", *FIELDS[1:]]
    return [tuple(row.cells.get(name, "") for name in names) for row in table.rows]


READ = [
    ("Startoverleg", "· doel\n· rollen", "afspraken: wie wat doet", "false", *ROWS[0][1:]),
    ("Proef; met “één” wijk", "", "", "true", *ROWS[1][1:]),
]


def read_back(path: Path, data: bytes | str) -> SourceTable:
    """Write `data` and read it as a planning table."""
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return read_source(path)


def saved(document: Any) -> bytes:
    """A Word document or Excel workbook as bytes."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def add_table(document: Any, rows: list[list[str]]) -> Any:
    """Add a Word table with one paragraph per line of text, bullets as list items."""
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            first, *others = text.split("\n")
            cell.paragraphs[0].text = first
            for line in others:
                cell.add_paragraph(line.removeprefix("· "), style="List Bullet" if line.startswith("· ") else None)
    return table
