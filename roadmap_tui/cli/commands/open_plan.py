"""`roadmap [PLAN]`: the plan opened in the application."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_tui.cli.catalogue import OPEN
from roadmap_tui.cli.command import Subcommand, plan_argument
from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import has_screen
from roadmap_tui.cli.plans import implied_plan, open_silently, tell_notices
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
        _open(path)
    else:
        from roadmap_tui.cli.commands.status import print_status

        print_status(path, _("The application needs a terminal; this is how the plan stands."))


def _open(path: Path) -> None:
    """The plan in the application, which reads it as soon as its frame stands; first where it may not be whole.

    Where the file is damaged the user decides; what there is to know about it stays on the terminal afterwards.
    """
    from roadmap_tui.services.reaching import seems_whole

    opened: list[Session] = []

    def opening() -> Session:
        from roadmap_tui.user.recent import remember

        session = open_silently(path)
        remember(path)
        opened.append(session)
        return session

    try:
        launch(opening if seems_whole(path) else opening())
    except DamagedError as error:
        from screens.recovering import ask_to_rebuild

        gc.enable()
        if ask_to_rebuild(_settings(), path, str(error)):
            launch(opening)
    for session in opened:
        tell_notices(session)


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


def launch(session: Session | Callable[[], Session], place: str = "overview") -> None:
    """The application with a plan, on one of its screens; the one place where the command line starts it.

    A plan that is not open yet is opened behind the frame. Raises UnreadableError.
    """
    from screens.app import run

    run(session, _settings(), place)


def _settings() -> Settings:
    chosen = options()
    chosen.settings.ascii = chosen.ascii
    return chosen.settings
