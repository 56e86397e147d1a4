"""The user's own calendars: TOML files in a folder of their own, checked before anything counts with them."""

from __future__ import annotations

from pathlib import Path

from roadmap_tui.config import Problem, Settings
from roadmap_tui.errors import UnreadableError
from roadmap_tui.i18n import _
from roadmap_tui.resources import use_calendars

FOLDER = "calendars"


def calendar_folder(settings: Settings) -> Path:
    """Where the own calendars are: the folder in the settings, else `calendars` beside the settings file."""
    beside = Path(settings.path).parent
    return beside / Path(settings.calendars).expanduser() if settings.calendars else beside / FOLDER


def load_calendars(settings: Settings) -> list[Problem]:
    """Use all own calendars that are in order; the problems of the others, one sentence each."""
    folder = calendar_folder(settings)
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.casefold() == ".toml" and path.is_file())
    except OSError:
        use_calendars(())
        if not settings.calendars:
            return []
        return [Problem(settings.path, FOLDER, _('There is no folder "{folder}".').format(folder=folder))]
    good, problems = [], []
    for path in paths:
        problem = _problem(path)
        if problem:
            problems.append(Problem(str(path), "", problem))
        else:
            good.append(path)
    use_calendars(good)
    return problems


def _problem(path: Path) -> str:
    from roadmap_tui.planning.calendar import check_file

    try:
        check_file(path)
    except UnreadableError as error:
        return str(error)
    return ""
