"""Which plan is meant, and opening it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import say
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.parsing import near_word, normalise, parse_date, suggestion
from roadmap_tui.model.registry import TABLES

if TYPE_CHECKING:
    from roadmap_tui.session import Session

ENDING = ".roadmap.json"
_YEARS = range(1990, 2200)
_USUAL_KINDS = (
    "activities",
    "milestones",
    "risks",
    "measures",
    "people",
    "stakeholders",
    "communications",
    "agreements",
    "budget",
    "criteria",
)


def find_plan(given: str | None) -> Path:
    """The plan file: the one named, else ROADMAP_PLAN, else the only one in this folder. Raises UsageError."""
    found = implied_plan() if not given else Path(given)
    if found is None:
        raise UsageError(_("Name the plan file; there is no *.roadmap.json in this folder."))
    return found


def implied_plan() -> Path | None:
    """The plan that is meant where none is named; None where there is none. Raises UsageError for several."""
    if chosen := os.environ.get("ROADMAP_PLAN"):
        return Path(chosen)
    here = sorted(path.name for path in Path.cwd().glob(f"*{ENDING}") if not path.name.startswith("."))
    if len(here) > 1:
        names = ", ".join(here[:5]) + (", ..." if len(here) > 5 else "")
        raise UsageError(_("Name the plan file; this folder holds several: {names}").format(names=names))
    return Path(here[0]) if here else None


def open_session(path: Path, *, tell_missing: bool = True, tell_beside: bool = True) -> Session:
    """The plan at `path`, opened as this user; says so where it lacks what was saved before. Raises UnreadableError."""
    from roadmap_tui.services.recovery import look

    session = open_silently(path)
    tell_notices(session)
    if tell_beside:
        _tell_beside(session)
    missing = look(session) if tell_missing else None
    if missing is not None:
        say(
            _('{path}: lacks what was saved here before ({what}) To choose: roadmap restore "{path}"').format(
                path=path, what=missing.words
            )
        )
    return session


def open_silently(path: Path) -> Session:
    """The plan at `path`, opened as this user. Raises UnreadableError."""
    from roadmap_tui.session import Session

    chosen = options()
    return Session.open(path, user=chosen.settings.name, read_only=chosen.read_only)


def _tell_beside(session: Session) -> None:
    """Say which copies with something new lie beside the plan."""
    from roadmap_tui.services.copies import find, notice

    found = find(session, with_left=False)
    if found:
        say(f"{notice(found)} " + _('To take it in: roadmap merge "{path}" --beside').format(path=session.path))


def glance_at(path: Path, today: date | None = None) -> Session:
    """The plan at `path` on a given day, for looking only. Raises UnreadableError."""
    from roadmap_tui.session import Session

    session = Session.glance(path, today=today)
    tell_notices(session)
    return session


def tell_notices(session: Session) -> None:
    """Say what there is to know about the file itself."""
    from roadmap_tui.services.sharing import notices

    path = session.path
    if session.document.is_newer_format:
        say(_("{path}: made with a newer version of Roadmap, so it can be read but not changed.").format(path=path))
    for notice in notices(session):
        say(f"{path}: {notice}")


def date_of(text: str, option: str) -> date | None:
    """The date given to an option; None where it was not given. Raises UsageError."""
    return parse_date(text.strip(), option) if text else None


def year_of(text: str) -> int | None:
    """The year given to an option; None where it was not given. Raises UsageError."""
    if not text:
        return None
    if text.isdecimal() and len(text) == 4 and int(text) in _YEARS:
        return int(text)
    raise UsageError(_('The year must be a number such as 2026, not "{text}".').format(text=text))


def table_of(word: str, otherwise: str = "") -> str:
    """The table that KIND names: its name, or its label in either language. Raises UsageError.

    `otherwise` says what else the word may have been meant for; it comes in the place of the kinds to choose from.
    """
    from roadmap_tui.i18n import LANGUAGES, translate

    wanted = normalise(word)
    for table, record_type in TABLES.items():
        labels = {translate(label, each) for label in (record_type.LABEL, record_type.PLURAL) for each in LANGUAGES}
        for label in {table, *labels}:
            if wanted in {normalise(label), *_parts(label)}:
                return table
    usual = [_(TABLES[table].PLURAL).lower() for table in _USUAL_KINDS]
    every = [*TABLES, *(_(record_type.PLURAL).lower() for record_type in TABLES.values())]
    hint = suggestion(word, usual, every)
    if not near_word(word, usual, every):
        hint = f" {otherwise or hint.strip()} " + _("All kinds: roadmap list --help")
    raise UsageError(_('There is no kind of record "{word}".{hint}').format(word=word, hint=hint))


def kinds_note() -> str:
    """What KIND stands for, in help."""
    kinds = ", ".join(table for table in TABLES if table != "plan")
    return _("KIND is one of: {kinds}.").format(kinds=kinds)


def fields_note() -> str:
    """How records and fields are named, in help."""
    return _("ID is a number such as A12 or the beginning of a handle; FIELD is a name or a label: status=done.")


def _parts(label: str) -> set[str]:
    """The words of a label such as "People and roles", each of which names the kind as well."""
    words = normalise(label).split()
    return {words[0], words[2]} if len(words) == 3 and words[1] in ("and", "or", "en", "of") else set()


def matching_files(words: tuple[str, ...]) -> list[Path]:
    """The files that words name; Windows leaves it to the program to expand a pattern such as *.json."""
    found: list[Path] = []
    for word in words:
        path = Path(word)
        pattern = os.name == "nt" and "*" in path.name
        found.extend(sorted(path.parent.glob(path.name)) if pattern else [path])
    return found


def plans_named(words: tuple[str, ...]) -> list[Path]:
    """The files that words name, with all plans of a folder in the place of the folder. Raises UsageError."""
    found: list[Path] = []
    for path in matching_files(words):
        inside = sorted(path.glob(f"*{ENDING}")) if path.is_dir() else [path]
        if not inside:
            raise UsageError(_('There is no *.roadmap.json in the folder "{path}".').format(path=path))
        found += inside
    return found
