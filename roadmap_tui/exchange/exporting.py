"""Writing a plan, or a part of it, to a file of another program."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_tui.errors import NotSavedError, UsageError
from roadmap_tui.exchange import delimited, htmlwriting, markdown, spreadsheet, wordwriting
from roadmap_tui.exchange.audience import audience_of, check_part, for_supplier
from roadmap_tui.exchange.beyond import NOTHING, Beyond
from roadmap_tui.exchange.blocks import Timeline
from roadmap_tui.exchange.grid import Grid
from roadmap_tui.exchange.listing import listed
from roadmap_tui.exchange.names import NameFilter
from roadmap_tui.exchange.papers import has_paper, paper
from roadmap_tui.exchange.parts import (
    DOCUMENT,
    FINAL,
    PLANNING,
    REPORT,
    SET_PARTS,
    owned_tables,
    part_of,
    planning_grid,
    record_grid,
)
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.person import Person
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from roadmap_tui.model.report import Report
from roadmap_tui.planning.section_sets import set_named
from roadmap_tui.progress import unbroken

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

PLAN_ENDING = ".roadmap.json"
_WRITERS: Mapping[str, Callable[[Grid], bytes]] = {
    ".csv": delimited.write,
    ".xlsx": spreadsheet.write,
    ".md": markdown.write,
    ".docx": wordwriting.write,
    ".html": htmlwriting.write,
}
_TEXTS = (".docx", ".md", ".html")
_PICTURE = ".svg"
ENDINGS = (*_WRITERS, _PICTURE, ".json")


def export(
    records: Callable[[str], Sequence[Record]],
    path: Path,
    *,
    part: str = PLANNING,
    without_options: bool = False,
    without_names: bool = False,
    audience: str = "",
    overwrite: bool = False,
    outlook: Outlook | None = None,
    beyond: Beyond = NOTHING,
) -> list[str]:
    """Write a plan to `path`; the format follows from the ending, and `.json` holds the whole plan.

    The parts "plan", "report", "final" and some tables are documents where the format is one for text.

    `records` gives the records of a table, `outlook` what follows from them, `beyond` what
    they do not tell. Answers what people should know of the
    file, one sentence each. Raises UsageError for an unknown ending, part or audience, NotSavedError where it cannot
    be written.
    """
    check_target(path, overwrite)
    code, ending = part_of(part), path.suffix.lower()
    if audience_of(audience):
        check_part(code)
    found = _chosen(records, without_options, without_names, audience_of(audience))
    reading = _read_again(found, outlook)
    if ending == ".json":
        data = _json({table: found(table) for table in _json_tables(code)}, reading)
    elif ending == _PICTURE:
        data = _picture(code, reading)
    elif ending in _TEXTS and has_paper(code) and reading is not None:
        notes = _left_out(without_names, audience_of(audience))
        data = _document(code, found, ending, reading, beyond, notes)
    elif ending == ".xlsx":
        data = spreadsheet.write(*_sheets(found, code, reading, beyond))
    else:
        data = _WRITERS[ending](_grid(found, code, reading, ending, beyond))
    _write(path, data)
    return _remarks(code, ending, found)


def _read_again(records: Callable[[str], Sequence[Record]], outlook: Outlook | None) -> Outlook | None:
    """What follows from the records that go out, so that nothing that was left out shows through."""
    from roadmap_tui.planning.outlook import Outlook as Reading

    plan = next((row for row in records(Plan.TABLE) if isinstance(row, Plan)), Plan())
    return None if outlook is None else Reading(plan, records, outlook.today)


def _left_out(without_names: bool, audience: str) -> str:
    """What a document says about what is not in it."""
    sentences = []
    if audience:
        sentences.append(_("Version for the supplier: internal parts and the stakeholder analysis were left out."))
    if without_names:
        sentences.append(_("Roles stand in the place of names."))
    return " ".join(sentences)


def _remarks(part: str, ending: str, records: Callable[[str], Sequence[Record]]) -> list[str]:
    """What of a part does not fit in the file."""
    if ending != ".csv" or part not in TABLES:
        return []
    missing = [table for table in owned_tables(part) if records(table)]
    words = _("This file holds one table; {tables} are another one: --part {name}.")
    return [words.format(tables=_(TABLES[table].PLURAL).lower(), name=table) for table in missing]


def _json_tables(part: str) -> list[str]:
    if part in (PLANNING, DOCUMENT):
        return list(TABLES)
    if part == FINAL:
        raise UsageError(_("The final report is a text; choose .docx, .html or .md."))
    if part in SET_PARTS:
        shapes = set_named(part).shapes
        return list(dict.fromkeys([Plan.TABLE, *(table for shape in shapes for table in shape.tables)]))
    table = Report.TABLE if part == REPORT else part
    return [table, *owned_tables(table)]


def _picture(part: str, outlook: Outlook | None) -> bytes:
    """The timeline as a picture, of the records that go out."""
    from roadmap_tui.exchange import picture

    if part != PLANNING or outlook is None:
        raise UsageError(_("A picture shows the timeline of the whole plan; leave out --part."))
    return picture.write(outlook)


def check_target(path: Path, overwrite: bool = False) -> None:
    """Whether `path` may be written: a known ending, not a plan file, nothing there unless `overwrite`."""
    if path.name.lower().endswith(PLAN_ENDING):
        message = _('"{path}" is the name of a plan file; choose another name for the export.')
        raise UsageError(message.format(path=path))
    if path.suffix.lower() not in ENDINGS:
        message = _('"{path}" cannot be written; let its name end in {endings} or {last}.')
        raise UsageError(message.format(path=path, endings=", ".join(ENDINGS[:-1]), last=ENDINGS[-1]))
    if path.is_dir() or (path.exists() and not overwrite):
        message = _('"{path}" exists already; choose another name or say that it may be replaced.')
        raise NotSavedError(message.format(path=path))


def _chosen(
    records: Callable[[str], Sequence[Record]], without_options: bool, without_names: bool, audience: str
) -> Callable[[str], Sequence[Record]]:
    """The records that go out: for this audience, with names left out where asked."""
    names = NameFilter(records(Person.TABLE)) if without_names else None
    shown = for_supplier(records) if audience else records
    known: dict[str, Sequence[Record]] = {}

    def found(table: str) -> Sequence[Record]:
        if table not in known:
            rows = shown(table)
            if without_options:
                rows = [row for row in rows if not (isinstance(row, Activity) and row.optional)]
            known[table] = [names.record(row) for row in rows] if names else rows
        return known[table]

    return found


def _grid(
    records: Callable[[str], Sequence[Record]], part: str, outlook: Outlook | None, ending: str, beyond: Beyond
) -> Grid:
    """The one table that a part is."""
    plan = next((row for row in records(Plan.TABLE) if isinstance(row, Plan)), Plan())
    if part in (REPORT, FINAL, *SET_PARTS) or (part == DOCUMENT and outlook is not None):
        words = _('This part holds more than one table, which "{ending}" cannot; choose .xlsx, .docx, .html or .md.')
        raise UsageError(words.format(ending=ending))
    if part != PLANNING:
        return record_grid(plan, TABLES[part], records, beyond.updated)
    activities = [row for row in records(Activity.TABLE) if isinstance(row, Activity)]
    return planning_grid(plan, activities, outlook)


def _sheets(
    records: Callable[[str], Sequence[Record]], part: str, outlook: Outlook | None, beyond: Beyond
) -> list[Grid]:
    """The tables of a part, a sheet for each."""
    if part not in (DOCUMENT, REPORT, FINAL, *SET_PARTS) or outlook is None:
        first = _grid(records, part, outlook, ".xlsx", beyond)
        plan = next((row for row in records(Plan.TABLE) if isinstance(row, Plan)), Plan())
        more = [table for table in owned_tables(part) if records(table)] if part in TABLES else []
        return [first, *(record_grid(plan, TABLES[table], records, beyond.updated) for table in more)]
    document = paper(part, records, outlook, beyond)
    return [
        Grid(document.title, title, grid.headings, grid.rows, part=title or document.title)
        for title, grid in document.tables
    ]


def _document(
    part: str,
    records: Callable[[str], Sequence[Record]],
    ending: str,
    outlook: Outlook,
    beyond: Beyond,
    note: str,
) -> bytes:
    from dataclasses import replace

    from roadmap_tui.exchange import markdowndocument, picture, worddocument

    document = replace(paper(part, records, outlook, beyond), note=note)
    if ending == ".md":
        return markdowndocument.write(document)
    drawn = part == DOCUMENT and any(isinstance(b, Timeline) for each in document.parts for b in each.blocks)
    pictures = picture.pages(outlook) if drawn else []
    writer = worddocument.write if ending == ".docx" else htmlwriting.write_document
    return writer(document, pictures)


def _json(tables: Mapping[str, Sequence[Record]], outlook: Outlook | None) -> bytes:
    import json

    from roadmap_tui.model.cleaning import escaped

    content = {table: [listed(row, outlook) for row in rows] for table, rows in tables.items()}
    return (escaped(json.dumps(content, ensure_ascii=False, indent=2)) + "\n").encode()


def write_file(path: Path, data: bytes, overwrite: bool = False) -> None:
    """Write a file of another program. Raises UsageError for the name of a plan, NotSavedError where it cannot be."""
    check_target(path, overwrite)
    _write(path, data)


def _write(path: Path, data: bytes) -> None:
    """Write all or nothing: a file beside the target takes its place when it is complete."""
    temporary = None
    try:
        target = path.resolve()
        temporary = target.with_name(f".roadmap-{os.urandom(6).hex()}.tmp")
        with unbroken():
            with temporary.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(temporary, target)
    except (OSError, ValueError, RuntimeError) as error:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()
        message = _(
            '"{path}" cannot be written; check that the folder exists, is not full and that you may write there.'
        )
        raise NotSavedError(message.format(path=path)) from error
