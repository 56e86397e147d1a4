"""`roadmap [PLAN]`: the plan opened in the application."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_tui.cli.catalogue import OPEN
from roadmap_tui.cli.command import Subcommand, plan_argument
from roadmap_tui.cli.commands.status import print_status
from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import has_screen
from roadmap_tui.cli.plans import implied_plan, open_session
from roadmap_tui.config import Settings
from roadmap_tui.errors import DamagedError, UsageError
from roadmap_tui.i18n import _

if TYPE_CHECKING:
    from roadmap_tui.session import Session


def command() -> Subcommand:
    """The command behind `roadmap PLAN`."""
    return Subcommand("", run, OPEN.summary, [plan_argument(required=False)])


def run(plan: str | None) -> None:
    """Open the plan, or the start screen where there is none."""
    path = Path(plan) if plan else _meant()
    if path is None:
        _start()
    elif has_screen():
        from roadmap_tui.user.recent import remember

        session = _opened(path)
        if session is not None:
            remember(path)
            launch(session)
    else:
        print_status(path, _("The application needs a terminal; this is how the plan stands."))


def _opened(path: Path) -> Session | None:
    """The plan; where it is damaged the user decides first, and None is the answer where they leave it so."""
    try:
        return open_session(path, tell_missing=False, tell_beside=False)
    except DamagedError as error:
        from screens.recovering import ask_to_rebuild

        gc.enable()
        if not ask_to_rebuild(_settings(), path, str(error)):
            return None
        return open_session(path, tell_missing=False, tell_beside=False)


def _meant() -> Path | None:
    """The plan of this folder, else the one opened last; of several in the folder somebody must choose."""
    try:
        found = implied_plan()
    except UsageError:
        if not has_screen():
            raise
        found = None
    return found or _last_plan()


def _last_plan() -> Path | None:
    from roadmap_tui.user.recent import recent_plans

    return next(iter(recent_plans()), None)


def _start() -> None:
    if not has_screen():
        raise UsageError(_("The application needs a terminal; name a plan to print how it stands."))
    from screens.app import run_start

    gc.enable()
    run_start(_settings())


def launch(session: Session, place: str = "overview") -> None:
    """The application with an open plan, on one of its screens; the one place where the command line starts it."""
    from screens.app import run

    gc.enable()
    run(session, _settings(), place)


def _settings() -> Settings:
    chosen = options()
    chosen.settings.ascii = chosen.ascii
    return chosen.settings
