"""Plans: several plans open in one window, each with a session of its own, and going from one to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import safe
from screens.standing import stand_of
from screens.starting import Option, known_plans
from screens.widgets.key_words import KeyWords
from screens.widgets.option_list import OptionList
from screens.working import work

if TYPE_CHECKING:
    from roadmap_tui.session import Session
    from screens.app import RoadmapApp
    from screens.standing import Stand


class OpenPlans:
    """The plans that this window holds, by their real path; each is read once and keeps its own session."""

    def __init__(self, first: Session) -> None:
        self._user = first.profile.name
        self._read_only = first.read_only and not first.document.is_newer_format
        self._sessions = {first.path.resolve(): first}
        self._stands: dict[Path, Stand] = {}

    def __contains__(self, path: Path) -> bool:
        return path.resolve() in self._sessions

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions, in the order in which they were opened."""
        return tuple(self._sessions.values())

    def leave(self, session: Session, stand: Stand) -> None:
        """Remember how a plan stood when somebody went to another one."""
        self._stands[session.path.resolve()] = stand

    def stand(self, session: Session) -> Stand | None:
        """How a plan stood when it was left; None where it was not shown in this window yet."""
        return self._stands.get(session.path.resolve())

    def session(self, path: Path) -> Session:
        """The session of a plan, opened now where it was not yet. Raises UnreadableError."""
        from roadmap_tui.session import Session
        from roadmap_tui.user.recent import remember

        found = self._sessions.get(path.resolve())
        if found is None:
            found = Session.open(path, user=self._user, read_only=self._read_only)
            remember(path)
        self._sessions[path.resolve()] = found
        return found


class PlansScreen(ModalScreen[Path]):
    """The plans in this window, those opened last and those beside this one; answers which to go to."""

    DEFAULT_CSS = """
    PlansScreen { align: center top; }
    PlansScreen > Vertical {
        width: 76; max-width: 95%; height: auto; max-height: 80%; margin-top: 2; padding: 0 1;
        background: $raised; border: round $accent;
    }
    PlansScreen OptionList { height: auto; max-height: 16; }
    PlansScreen Static { width: 1fr; height: auto; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, plans: OpenPlans, current: Path) -> None:
        super().__init__()
        self._plans, self._current = plans, current.resolve()

    def compose(self) -> ComposeResult:
        here = [_option(session) for session in self._plans.sessions if session.path.resolve() != self._current]
        known = [option for option in known_plans(self._current.parent) if self._is_elsewhere(Path(option.value))]
        with Vertical():
            if here or known:
                yield OptionList([(_("Open in this window"), here), (_("Other plans"), known)])
                yield KeyWords([("Enter", _("Open")), ("Esc", _("Cancel"))])
            else:
                yield Static(_("No other plan is known here. Esc closes this."), markup=False)

    def _is_elsewhere(self, path: Path) -> bool:
        return path.resolve() != self._current and path not in self._plans

    @on(OptionList.Chosen)
    def _choose(self, message: OptionList.Chosen) -> None:
        self.dismiss(Path(message.option.value))

    def action_leave(self) -> None:
        """Stay with this plan."""
        self.dismiss(None)


def _option(session: Session) -> Option:
    return Option("plan", str(session.path), safe(session.plan.title) or session.path.name, str(session.path.parent))


def choose_plan(app: RoadmapApp, plans: OpenPlans) -> None:
    """Ask which plan to go to; everything of this one is saved first, and what stands in a form is kept."""

    def go(path: Path | None) -> None:
        if path is not None:
            work(app, _("Opening {name}…").format(name=path.name), lambda: _ready(path), leave, may_leave=False)

    def _ready(path: Path) -> Session:
        found = plans.session(path)
        if app.session.unsaved and not app.session.read_only:
            app.session.save()
        return found

    def leave(session: Session) -> None:
        app.keep_drafts()
        plans.leave(app.session, stand_of(app))
        app.exit(session)

    app.push_screen(PlansScreen(plans, app.session.path), go)
