"""Making a new plan file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_tui.cli.options import options
from roadmap_tui.cli.plans import year_of
from roadmap_tui.errors import NotSavedError
from roadmap_tui.i18n import _
from roadmap_tui.model.parsing import parse_value
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import fields_of

if TYPE_CHECKING:
    from roadmap_tui.session import Session

Row = tuple[str, int, dict[str, Any]]


def check_new(path: Path) -> None:
    """Raise NotSavedError where something is at `path` already, its folder is missing, or nothing may be written."""
    if options().read_only:
        raise NotSavedError(_("With --read-only no plan can be made."))
    if path.exists() or path.is_symlink():
        raise NotSavedError(_('"{path}" exists already; choose another name.').format(path=path))
    if not path.parent.is_dir():
        raise NotSavedError(_('The folder "{path}" does not exist.').format(path=path.parent))


def plan_fields(year: str = "", **texts: str) -> dict[str, Any]:
    """The fields of the plan that options give, in stored form. Raises UsageError."""
    fields = fields_of(Plan)
    read = {name: parse_value(fields[name], text) for name, text in texts.items() if text}
    return {name: value for name, value in {**read, "year": year_of(year)}.items() if value is not None}


def create(path: Path, rows: Sequence[Row], *, throw_away: bool = False) -> Session:
    """A new plan with these records; of one to throw away no copies are kept. Raises NotSavedError."""
    from roadmap_tui.session import Session

    session = Session.start(path, rows, user=options().settings.name)
    session.is_throw_away = throw_away
    session.save()
    return session
