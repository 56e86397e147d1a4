"""The projects of a programme that have a plan file of their own: read when it is asked, never changed."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from roadmap_tui.errors import UnreadableError
from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import clean_line
from roadmap_tui.model.programme import Project
from roadmap_tui.planning.programme_state import LivePlan
from roadmap_tui.session import Session

_SHOWN: Final = 60
_LIGHTS: Final = {"good": "green", "warn": "amber", "bad": "red"}


def live_plans(session: Session) -> dict[int, LivePlan]:
    """What the plan file of each project says today, by the id of the project; one that cannot be read says why."""
    projects = [record for record in session.records(Project.TABLE) if isinstance(record, Project)]
    return {each.id: read_live(session.path, each.file, session.today) for each in projects if each.file.strip()}


def read_live(programme: Path, name: str, today: date) -> LivePlan:
    """How the plan in file `name`, seen from the folder of the programme, stands on a day."""
    wanted = clean_line(name).strip("\"'")
    unreadable = LivePlan(problem=_("the plan file {name} cannot be read").format(name=wanted[:_SHOWN]))
    try:
        path = programme.parent / Path(wanted).expanduser()
        stamp = path.stat()
        if path.samefile(programme):
            return LivePlan(problem=_("the plan file is this programme itself"))
    except FileNotFoundError:
        return LivePlan(problem=_("the plan file {name} is not there").format(name=wanted[:_SHOWN]))
    except (OSError, ValueError, RuntimeError):
        return unreadable
    return _read(path, stamp.st_mtime_ns, stamp.st_size, today) or unreadable


@lru_cache(maxsize=128)
def _read(path: Path, changed: int, size: int, today: date) -> LivePlan | None:
    """The standing of the plan at `path`, made once for each state of the file; None where it cannot be read."""
    try:
        session = Session.glance(path, today=today)
        health, plan = session.outlook.health, session.plan
    except UnreadableError:
        return None
    why = health.reasons[0] if health.reasons else ""
    return LivePlan(
        light=_LIGHTS.get(health.state, ""),
        why=why.rstrip("."),
        progress=health.progress,
        title=plan.title,
        go_live=plan.go_live,
        reasons=health.reasons,
    )
