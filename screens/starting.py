"""What one can start with where no plan is open: recent plans, plans in this folder, templates and the example."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmap_tui.errors import NotSavedError, UsageError
from roadmap_tui.exchange.templates import build, load_example, load_template, templates
from roadmap_tui.i18n import _
from roadmap_tui.model.ids import new_id
from roadmap_tui.model.parsing import parse_value
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import fields_of
from roadmap_tui.session import Session
from roadmap_tui.user.recent import recent_plans, remember

ENDING = ".roadmap.json"
_LONGEST_NAME = 60
_TABLES = (".docx", ".xlsx", ".csv", ".tsv", ".md")
_MOST_TABLES = 5
_USUAL = ("software", "planningstabel", "leeg")
"""The templates that most people look for, in that order; the others follow."""


class Option(NamedTuple):
    """One thing to start with. `kind` is plan, template, table or example; `value` is a path or a name."""

    kind: str
    value: str
    title: str
    note: str


def known_plans(folder: Path) -> list[Option]:
    """The plans that were opened last and those in `folder`."""
    here = sorted(path for path in folder.glob(f"*{ENDING}") if not path.name.startswith("."))
    paths = dict.fromkeys(path.resolve() for path in (*recent_plans(), *here))
    return [Option("plan", str(path), path.name.removesuffix(ENDING), str(path.parent)) for path in paths]


def new_plans() -> list[Option]:
    """The templates, and the example to look around in."""
    usual = sorted(templates(), key=lambda template: _USUAL.index(template.name) if template.name in _USUAL else 99)
    found = [Option("template", template.name, template.title, template.summary) for template in usual]
    return [*found, Option("example", "", _("The example plan"), _("A copy to look around in; nothing is kept."))]


def tables(folder: Path) -> list[Option]:
    """The tables in `folder` that may become a plan, and any other that the user names."""
    found = sorted(path for path in folder.iterdir() if path.suffix.lower() in _TABLES and path.name[0] not in ".~")
    here = [
        Option("table", str(path), path.name, _("Becomes a new plan; the table stays as it is."))
        for path in found[:_MOST_TABLES]
    ]
    return [*here, Option("table", "", _("Another table"), _("Word, Excel, CSV, Markdown or plain text."))]


def plan_from_table(source: Path, folder: Path, today: date, user: str) -> Session:
    """A new plan, not in its file yet, with the rows of a table that somebody made elsewhere.

    Raises UsageError, UnreadableError or NotSavedError.
    """
    from roadmap_tui.exchange.importing import plan_import
    from roadmap_tui.exchange.source import read_source
    from roadmap_tui.services.importing import carry_out, new_plan_fields, state_of, year_in

    table = read_source(source)
    path = file_for(table.title or source.stem, folder)
    if path.exists():
        raise NotSavedError(_('"{path}" exists already; open it, and paste the rows in there.').format(path=path))
    fields = new_plan_fields(table, source.stem, year_in(table) or today.year)
    session = Session.start(path, [(Plan.TABLE, new_id(), fields)], user=user)
    carry_out(session, plan_import(table, state_of(session), source.name), {})
    return session


def keep_new(session: Session) -> Session:
    """Put a new plan in its file. Raises NotSavedError."""
    session.save()
    remember(session.path)
    return session


def file_for(title: str, folder: Path) -> Path:
    """The file that a plan with this title gets. Raises UsageError for a title without letters or digits."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_LONGEST_NAME].strip("-")
    if not name:
        raise UsageError(_("Give the plan a name with letters or digits."))
    return folder / f"{name}{ENDING}"


def open_plan(path: Path, user: str) -> Session:
    """The plan at `path`. Raises UnreadableError."""
    session = Session.open(path, user=user)
    remember(path)
    return session


def new_plan(template: str, title: str, go_live: str, folder: Path, today: date, user: str) -> Session:
    """A new plan from a template. Raises UsageError or NotSavedError."""
    path = file_for(title, folder)
    if path.exists():
        raise NotSavedError(_('"{path}" exists already; choose another name.').format(path=path))
    moment = parse_value(fields_of(Plan)["go_live"], go_live)
    given = {"title": title.strip(), "go_live": moment, "year": int(moment[:4]) if moment else None}
    session = Session.create(path, build(load_template(template), today, given), user=user)
    remember(path)
    return session


def example(today: date, user: str) -> Session:
    """The example plan in a folder of its own that the system throws away."""
    folder = Path(tempfile.mkdtemp(prefix="roadmap-demo-"))
    session = Session.start(folder / f"voorbeeld{ENDING}", build(load_example(), today), user=user)
    session.is_throw_away = True
    session.save()
    return session
