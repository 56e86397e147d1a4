"""Which part of a plan goes out: the six-column planning table, or any table of records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from roadmap_tui.errors import UsageError
from roadmap_tui.exchange.cells import BULLET, one_line
from roadmap_tui.exchange.grid import Grid, Heading, Value
from roadmap_tui.i18n import LANGUAGES, N_, _, translate
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Field, Kind
from roadmap_tui.model.parsing import choice_label, normalise, suggestion
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record, fields_of, shown_fields
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning.section_sets import CHAPTERS, SETS, home_of
from roadmap_tui.progress import counted

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook
    from roadmap_tui.planning.when.model import When

Records = Callable[[str], Sequence[Record]]

PLANNING = "planning"
HOURS_NOTE = N_("excl. organisation and preparation")
_SIX = ("title", "lead", "when", "workform", "sessions", "participants")
_WIDTHS = {"title": 52, "lead": 23, "when": 18, "workform": 24, "sessions": 20, "participants": 30}
DOCUMENT, REPORT, FINAL = "plan", "report", "final"
SET_PARTS = tuple(group.code for group in SETS if group is not CHAPTERS)
"""The sets of sections that make a document of their own."""
_WORDS: Mapping[str, tuple[str, ...]] = {
    PLANNING: ("planning", "planningstabel", "planning table"),
    DOCUMENT: ("document", "implementation plan", "implementatieplan"),
    REPORT: ("report", "progress report", "rapport", "voortgangsrapport", "voortgangsrapportage"),
    FINAL: ("final", "final report", "eindverslag", "eindrapport"),
    "runsheet": ("run-sheet", "run sheet", "draaiboek", "draaiboek migratie"),
    "risks": ("risk register", "risicoregister", "risico's"),
    "communications": ("communication", "communication plan", "communicatie", "communicatieplan"),
    "log": ("action list", "actielijst", "besluitenlijst", "actie- en besluitenlijst", "decisions", "actions"),
    "open_points": ("open points", "restpunten", "restpuntenlijst"),
    "responsibilities": ("raci", "veri", "raci matrix", "veri-matrix"),
    "themes": ("advice", "management advice", "advies", "managementadvies", "advies aan het management"),
    "blueprint": ("service blueprint", "blueprints"),
    "budget": ("money", "geld", "begroting"),
}
"""What people call a part, besides the name and the labels of its table."""


def part_of(word: str) -> str:
    """The part people name: planning, plan, report, final or a table. Names and labels in both languages will do."""
    wanted = normalise(word)
    for part, words in _WORDS.items():
        if wanted in words:
            return part
    for group in SETS:
        if group is not CHAPTERS and wanted in (
            group.code,
            *(normalise(translate(group.label, code)) for code in LANGUAGES),
        ):
            return group.code
    for table, record_type in TABLES.items():
        labels = [translate(t, code) for t in (record_type.PLURAL, record_type.LABEL) for code in LANGUAGES]
        if wanted in map(normalise, (table, *labels)):
            return table
    message = _('A plan has no part "{word}".').format(word=word)
    raise UsageError(message + suggestion(word, list(dict.fromkeys([*_WORDS, *SET_PARTS, *TABLES]))))


def owned_tables(table: str) -> list[str]:
    """The tables whose records cannot exist without a record of this one, such as the measures of risks."""
    return [
        record_type.TABLE
        for record_type in TABLES.values()
        if any(f.target == table and f.required for f in fields_of(record_type).values())
    ]


def planning_grid(plan: Plan, activities: Sequence[Activity], outlook: Outlook | None = None) -> Grid:
    """The six columns of the planning table; `outlook` tells whether explicit dates agree with the words."""
    fields = fields_of(Activity)
    headings = tuple(
        Heading(_(fields[name].label), _note(fields[name]), _WIDTHS[name], strong=name == "title") for name in _SIX
    )
    rows: list[list[Value]] = []
    for activity in counted(activities):
        when = period_words(activity, outlook.activity(activity).when if outlook else None)
        others = (activity.workform, activity.sessions, activity.participants)
        rows.append([activity_cell(activity), activity.lead, when, *others])
    return Grid(plan.title, plan.subtitle, headings, rows, part=_("Planning"))


def _note(field: Field) -> str:
    """What belongs under the heading of a column that tells how long sessions last."""
    return _(HOURS_NOTE) if field.kind is Kind.EFFORT or field.name == "hours" else ""


def activity_cell(activity: Activity) -> str:
    """Title, description and result in one cell, with the words that an import knows them by."""
    title = one_line(activity.title)
    text = _("Option: {title}").format(title=title) if activity.optional else title
    if activity.description:
        text += ("\n" if activity.description.startswith(BULLET) else "\n\n") + activity.description
    if activity.result:
        text += "\n\n" + _("Result: {text}").format(text=activity.result)
    return text


def period_words(activity: Activity, read: When | None = None) -> str:
    """The words for the period; where explicit dates say otherwise these come first: "dates (was: words)".

    `read` is the reading of the words, without which any explicit date counts as saying otherwise.
    """
    if activity.start is None and activity.end is None:
        return activity.when
    start, end = activity.start, activity.end
    if read is not None:
        start, end = start or read.start, end or read.end
    if activity.when and read is not None and (start, end) == (read.start, read.end):
        return activity.when
    dates = dates_words(start, end)
    return _("{dates} (was: {words})").format(dates=dates, words=activity.when) if activity.when else dates


def dates_words(start: date | None, end: date | None) -> str:
    """A period in words and dates."""
    first, last = (f"{d.day:02}-{d.month:02}-{d.year:04}" if d else "" for d in (start, end))
    if first and last:
        return first if first == last else _("{first} through {last}").format(first=first, last=last)
    return _("from {first}").format(first=first) if first else _("by {last}").format(last=last) if last else ""


def record_grid(
    plan: Plan, record_type: type[Record], records: Records, updated: Callable[[str, int], date | None] | None = None
) -> Grid:
    """A table with a column for the number and for every field that people fill in.

    Lists beyond the chapters, which people share and use again, say when each row was last updated.
    """
    fields = shown_fields(record_type)
    titles = {
        target: _titles(records(target)) for target in {f.target for f in fields if f.kind in (Kind.REF, Kind.REFS)}
    }
    number = (Heading(_("Number"), width=8),) if record_type.PREFIX else ()
    headings = (*number, *(Heading(_(f.label), _note(f), max(f.width, 10)) for f in fields))
    rows: list[list[Value]] = []
    for record in records(record_type.TABLE):
        own: list[Value] = [record.number] if record_type.PREFIX else []
        rows.append([*own, *(value_of(f, getattr(record, f.name), titles.get(f.target, {})) for f in fields)])
    home = home_of(record_type.TABLE)
    if updated is not None and home is not None and home[0] is not CHAPTERS:
        headings = (*headings, Heading(_("Last updated"), width=12))
        rows = [[*row, updated(r.TABLE, r.id)] for row, r in zip(rows, records(record_type.TABLE), strict=True)]
    part = _(record_type.PLURAL)
    return Grid(plan.title, part, headings, rows, part=part)


def value_of(field: Field, value: Any, titles: Mapping[int, str]) -> Value:
    """A field's value as people read it: labels for codes, titles for references."""
    if value is None:
        return None
    match field.kind:
        case Kind.CHOICE:
            return choice_label(field, str(value)) if value else ""
        case Kind.FLAG:
            return _("yes") if value else ""
        case Kind.REF:
            return titles.get(value, "")
        case Kind.REFS:
            return ", ".join(titles[each] for each in value if each in titles)
        case Kind.DATE | Kind.NUMBER | Kind.DECIMAL | Kind.PERCENT | Kind.SCALE:
            found: Value = value
            return found
    return str(value)


def _titles(records: Sequence[Record]) -> dict[int, str]:
    return {record.id: one_line(record.title) for record in records}
