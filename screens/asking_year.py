"""The plan asks once for its planning year: the year that is meant where a moment names none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.parsing import parse_value
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.user.remembered import keep, recall
from roadmap_tui.view.readings import guessed_year
from roadmap_tui.view.text import one_line
from screens.widgets.key_words import KeyWords

if TYPE_CHECKING:
    from screens.saving import SavingApp

_ASKED = "year_asked"


def ask_year(app: SavingApp, record: Record) -> None:
    """Ask for the planning year where a moment was just typed that needs one; never twice for one plan."""
    session = app.session
    if session.read_only or not isinstance(record, Activity):
        return
    outlook = session.outlook
    year = guessed_year(outlook.activity(record).when, session.plan, outlook.context.year)
    document_id = session.document.document_id
    if year is None or recall(document_id).get(_ASKED):
        return

    def answered(chosen: int | None) -> None:
        keep(document_id, _ASKED, "yes")
        if chosen is not None:
            words = _("The planning year is {year}.").format(year=chosen)
            app.attempt(lambda: app.commit(edits.set_fields(session.plan, {"year": chosen}), words))

    app.push_screen(YearScreen(one_line(record.when), year), answered)


class YearScreen(ModalScreen[int | None]):
    """Asks for one year; answers it, or None."""

    DEFAULT_CSS = """
    YearScreen { align: center middle; }
    YearScreen > Vertical {
        width: 64; max-width: 95%; height: auto; padding: 1 2; background: $raised; border: round $accent;
    }
    YearScreen Static { width: 1fr; height: auto; }
    YearScreen #question { text-style: bold; }
    YearScreen #more { color: $soft; }
    YearScreen Input, YearScreen Input:focus {
        border: none; height: 1; width: 12; padding: 0 1; margin-top: 1; background: $surface;
    }
    YearScreen #problem { color: $warning; height: 1; }
    """

    def __init__(self, words: str, guess: int) -> None:
        super().__init__()
        self._words, self._guess = words, guess

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content(_("For which year is this plan?")), id="question")
            more = _('"{words}" names no year. From now on this year is meant where none is named.')
            yield Static(Content(safe(more.format(words=self._words))), id="more")
            yield Input(str(self._guess), compact=True, max_length=4)
            yield Static("", id="problem")
            yield KeyWords([("Enter", _("Keep")), ("Esc", _("Not now"))])

    def on_mount(self) -> None:
        """Type the year at once."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer the year, or say what is wrong with it."""
        try:
            year = parse_value(fields_of(Plan)["year"], event.value)
        except UsageError as error:
            self.query_one("#problem", Static).update(Content(safe(str(error))))
            return
        self.dismiss(year)

    def on_key(self, event: events.Key) -> None:
        """Esc leaves the year open."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)
