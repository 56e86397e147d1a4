"""Writing a plan, or a part of it, to a file of another program."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_tui.errors import NotSavedError, UsageError
from roadmap_tui.exchange import delimited, htmlwriting, markdown, spreadsheet, wordwriting
from roadmap_tui.exchange.grid import Grid
from roadmap_tui.exchange.listing import listed
from roadmap_tui.exchange.names import NameFilter
from roadmap_tui.exchange.parts import DOCUMENT, PLANNING, part_of, planning_grid, record_grid
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.person import Person
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES

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
    overwrite: bool = False,
    outlook: Outlook | None = None,
) -> None:
    """Write a plan to `path`; the format follows from the ending, and `.json` holds the whole plan.

    The part "plan" is the whole implementation plan as a document, where the format is one for text.

    `records` gives the records of a table, `outlook` what follows from them. Raises UsageError for an unknown
    ending or part, NotSavedError where it cannot be written.
    """
    check_target(path, overwrite)
    found = _chosen(records, without_options, without_names)
    if path.suffix.lower() == ".json":
        tables = TABLES.values() if part_of(part) == PLANNING else (TABLES[part_of(part)],)
        data = _json({table.TABLE: found(table.TABLE) for table in tables}, outlook)
    elif path.suffix.lower() == _PICTURE:
        data = _picture(found, part_of(part), outlook)
    elif part_of(part) == DOCUMENT and path.suffix.lower() in _TEXTS and outlook is not None:
        data = _document(found, path.suffix.lower(), outlook)
    else:
        data = _WRITERS[path.suffix.lower()](_grid(found, part_of(part), outlook))
    _write(path, data)


def _picture(records: Callable[[str], Sequence[Record]], part: str, outlook: Outlook | None) -> bytes:
    """The timeline as a picture, of the records that go out."""
    from roadmap_tui.exchange import picture
    from roadmap_tui.planning.outlook import Outlook as Reading

    if part != PLANNING or outlook is None:
        raise UsageError(_("A picture shows the timeline of the whole plan; leave out --part."))
    return picture.write(Reading(outlook.plan, records, outlook.today))


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
    records: Callable[[str], Sequence[Record]], without_options: bool, without_names: bool
) -> Callable[[str], Sequence[Record]]:
    """The records that go out, with names left out where asked."""
    names = NameFilter(records(Person.TABLE)) if without_names else None

    def found(table: str) -> Sequence[Record]:
        rows = records(table)
        if without_options:
            rows = [row for row in rows if not (isinstance(row, Activity) and row.optional)]
        return [names.record(row) for row in rows] if names else rows

    return found


def _grid(records: Callable[[str], Sequence[Record]], part: str, outlook: Outlook | None) -> Grid:
    plan = next((row for row in records(Plan.TABLE) if isinstance(row, Plan)), Plan())
    if part != PLANNING:
        return record_grid(plan, TABLES[part], records)
    activities = [row for row in records(Activity.TABLE) if isinstance(row, Activity)]
    return planning_grid(plan, activities, outlook)


def _document(records: Callable[[str], Sequence[Record]], ending: str, outlook: Outlook) -> bytes:
    from roadmap_tui.exchange import markdowndocument, worddocument
    from roadmap_tui.exchange.document import plan_document

    document = plan_document(records, outlook)
    if ending == ".docx":
        return worddocument.write(document)
    return (
        markdowndocument.write(document)
        if ending == ".md"
        else htmlwriting.write_document(document, _picture(records, PLANNING, outlook))
    )


def _json(tables: Mapping[str, Sequence[Record]], outlook: Outlook | None) -> bytes:
    import json

    content = {table: [listed(row, outlook) for row in rows] for table, rows in tables.items()}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _write(path: Path, data: bytes) -> None:
    """Write all or nothing: a file beside the target takes its place when it is complete."""
    temporary = None
    try:
        target = path.resolve()
        temporary = target.with_name(f".roadmap-{os.urandom(6).hex()}.tmp")
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
