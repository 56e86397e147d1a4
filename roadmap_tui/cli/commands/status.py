"""`roadmap status [PLAN...]`: how the plan stands."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, json_option, plan_argument, value_option
from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import put, put_json, say, say_error, width
from roadmap_tui.cli.plans import date_of, find_plan, glance_at, plans_named
from roadmap_tui.errors import ExitCode, UnreadableError
from roadmap_tui.i18n import N_

if TYPE_CHECKING:
    from roadmap_tui.session import Session
    from roadmap_tui.view.lights import LightRow
    from roadmap_tui.view.overview import Overview

_LINES_PER_LIST = 20
_EVERYTHING = 1_000_000


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(required=False, many=True),
        json_option(),
        value_option("--on", "DATE", N_("Look from this day instead of today.")),
        flag("--without-options", N_("Leave the optional activities out.")),
        flag("--check", N_("Leave with exit code 1 when the plan is not on course.")),
    ]
    return Subcommand("status", run, COMMANDS["status"].summary, params)


def run(plans: tuple[str, ...], as_json: bool, on: str, check: bool, without_options: bool) -> int:
    """Print how one plan stands, or one line for each of several."""
    day = date_of(on, "--on")
    files = plans_named(plans) or [find_plan(None)]
    if len(files) == 1:
        session = glance_at(files[0], day)
        found = _overview(session, _EVERYTHING if as_json else _LINES_PER_LIST, without_options)
        _print_one(found, session, as_json, day)
        return ExitCode.FINDINGS if check and found.state != "good" else ExitCode.DONE
    return _several(files, day, as_json, check, without_options)


def _overview(session: Session, limit: int, without_options: bool) -> Overview:
    from roadmap_tui.view.overview import overview

    if not without_options:
        return overview(session, limit)
    from roadmap_tui.cli.without_options import WithoutOptions

    return overview(WithoutOptions(session), limit)


def _projects(session: Session) -> Sequence[LightRow]:
    """The projects of a programme with their traffic lights; none where the plan has no projects."""
    if not session.tables.get("projects"):
        return ()
    from roadmap_tui.model.programme import Project
    from roadmap_tui.services.project_plans import live_plans
    from roadmap_tui.view.lights import light_rows

    return [row for row in light_rows(session.outlook, live_plans(session)) if isinstance(row.about, Project)]


def _redesign_lines(session: Session) -> Iterator[str]:
    """How a redesign and a journey map stand, one line each; none where the plan has neither."""
    if session.tables.get("bottlenecks"):
        from roadmap_tui.planning.trace import trace_of
        from roadmap_tui.view.tracing import overview_words

        yield overview_words(session.outlook, trace_of(session.outlook))
    if session.tables.get("map_milestones"):
        from roadmap_tui.view.grid_pictures import map_words

        yield map_words(session.outlook)


def _print_one(found: Overview, session: Session, as_json: bool, day: date | None) -> None:
    from roadmap_tui.cli.standing import projects_json, standing_json, standing_lines
    from roadmap_tui.view.glyphs import glyphs_for

    projects = _projects(session)
    if as_json:
        more = {"projects": projects_json(projects)} if projects else {}
        put_json({**standing_json(found, session.path), **more})
        return
    for line in standing_lines(found, width(), glyphs_for(options().ascii), day, projects):
        put(line)
    for line in _redesign_lines(session):
        put(line)


def _several(files: Sequence[Path], day: date | None, as_json: bool, check: bool, without_options: bool) -> int:
    """One line per plan; one that cannot be read says why, and the others are shown all the same."""
    from roadmap_tui.cli.standing import one_line_standing, standing_json
    from roadmap_tui.view.glyphs import glyphs_for

    shapes: list[dict[str, Any]] = []
    worst = ExitCode.DONE
    for file in files:
        try:
            found = _overview(glance_at(file, day), _EVERYTHING if as_json else 1, without_options)
        except UnreadableError as error:
            worst = ExitCode.UNREADABLE
            shapes.append({"file": str(file), "error": str(error)})
            sys.stdout.flush()
            say_error(str(error) if str(file) in str(error) else f"{file}: {error}")
            continue
        if check and found.state != "good" and worst is ExitCode.DONE:
            worst = ExitCode.FINDINGS
        shapes.append(standing_json(found, file) if as_json else {})
        if not as_json:
            put(one_line_standing(found, file, width(), glyphs_for(options().ascii)))
    if as_json:
        put_json(shapes)
    return worst


def print_status(plan: Path, note: str) -> None:
    """How one plan stands after a word of explanation, for a command that cannot open the application."""
    session = glance_at(plan)
    found = _overview(session, _LINES_PER_LIST, False)
    say(note)
    _print_one(found, session, False, None)
