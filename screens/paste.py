"""Pasting a table from Word or Excel, or lines of text: first what it would do, then Enter takes it in."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from roadmap_tui.errors import RoadmapError
from roadmap_tui.exchange.importing import RowOutcome
from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import fields_of
from roadmap_tui.services.pasting import Pasted, read_pasted, take_in
from roadmap_tui.view.text import Line, Run, fit, one_line, wrap
from screens.base import BaseScreen
from screens.widgets.key_words import KeyWords
from screens.widgets.text_pane import TextPane
from screens.working import work

_OUTCOMES = {
    "added": (N_("new"), Tone.GOOD),
    "updated": (N_("changed"), Tone.WARN),
    "unchanged": (N_("the same"), Tone.MUTED),
    "skipped": (N_("skipped"), Tone.BAD),
}
_WORD, _MOST, _LONG = 14, 2000, 100


class PasteScreen(BaseScreen):
    """What is pasted here is shown row by row; pasting again starts anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take_in", priority=True),
        Binding("escape,q", "leave"),
        Binding("ctrl+v", "own_clipboard"),
    ]
    DEFAULT_CSS = """
    PasteScreen { background: $background; padding: 1 2; }
    PasteScreen Static { width: 1fr; height: auto; }
    PasteScreen #question { text-style: bold; }
    PasteScreen #how { color: $soft; margin-bottom: 1; }
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = text
        self._pasted: Pasted | None = None

    def compose(self) -> ComposeResult:
        yield Static("", id="question")
        yield Static("", id="how")
        yield TextPane(id="rows")
        yield KeyWords()

    def on_mount(self) -> None:
        """Show what was pasted, or how to paste."""
        self.query_one(TextPane).focus()
        self._look()

    def on_paste(self, event: events.Paste) -> None:
        """Another text."""
        event.stop()
        self._text = event.text
        self._look()

    def _look(self) -> None:
        """Read what was pasted; a long text beside the application."""
        session, text = self.session, self._text

        def read() -> Pasted | RoadmapError | None:
            try:
                return read_pasted(session, text) if text.strip() else None
            except RoadmapError as error:
                return error

        if text.count("\n") < _LONG:
            self._show(read())
        else:
            self._show(None)
            work(self.roadmap, _("Reading what was pasted…"), read, self._show)

    def _show(self, read: Pasted | RoadmapError | None) -> None:
        self._pasted = read if isinstance(read, Pasted) else None
        words, lines = _("Paste a table or lines of text now."), list[Line]()
        how = _("With the key of your terminal: often Ctrl+Shift+V, Shift+Insert or the right mouse button.")
        if isinstance(read, RoadmapError):
            words, how = _("This cannot be taken in."), str(read)
        elif read is not None:
            words, how, lines = _summary(read), read.how, list(_row_lines(read, self.roadmap.glyphs.dot))
        self.query_one("#question", Static).update(Content(words))
        self.query_one("#how", Static).update(Content(how))
        self.query_one(TextPane).show(lambda width: [part for line in lines for part in _fitted(line, width)])
        ready = self._pasted is not None and self._pasted.changes
        keys = [("Enter", _("Take in"))] if ready else []
        self.query_one(KeyWords).show([*keys, ("Esc", _("Cancel"))])

    def action_own_clipboard(self) -> None:
        """What was copied in this program, where the terminal keeps Ctrl+V for itself."""
        self._text = self.app.clipboard or self._text
        self._look()

    def action_leave(self) -> None:
        """Nothing is taken in."""
        self.dismiss()

    def action_take_in(self) -> None:
        """Take everything in as one change, and go back to the list."""
        if self._pasted is None or not self._pasted.changes:
            return
        pasted = self._pasted
        take_in(self.session, pasted)
        self.dismiss()
        self.roadmap.plan_changed()
        ids = [*(row.id for row in pasted.found.added), *(row.id for row in pasted.found.updated)]
        record = self.session.record(Activity.TABLE, ids[0])
        if record is not None:
            self.roadmap.show_record(record)
        self.roadmap.say(_summary(pasted) + " " + _("u takes it back."))


def _summary(pasted: Pasted) -> str:
    found = pasted.found
    unchanged = sum(1 for row in found.rows if row.outcome == "unchanged")
    parts = [
        ngettext("{count} new activity", "{count} new activities", len(found.added)).format(count=len(found.added)),
        _("{count} changed").format(count=len(found.updated)) if found.updated else "",
        _("{count} the same").format(count=unchanged) if unchanged else "",
        _("{count} skipped").format(count=len(found.skipped)) if found.skipped else "",
    ]
    return ", ".join(part for part in parts if part) + "."


def _row_lines(pasted: Pasted, dot: str) -> list[Line]:
    """One line a row: what happens to it, its title and its other cells; then what to check by eye."""
    new = {row.row: row.fields for row in pasted.found.added}
    lines = [_row_line(row, new.get(row.row, {}), dot) for row in pasted.found.rows[:_MOST]]
    notes = [Run(f"! {warning.message}", Tone.WARN) for warning in pasted.found.warnings[:50]]
    return [*lines, *([[]] if notes else []), *([note] for note in notes)]


def _row_line(row: RowOutcome, cells: dict[str, object], dot: str) -> Line:
    word, tone = _OUTCOMES[row.outcome]
    line = [Run(fit(_(word), _WORD), tone), Run(one_line(row.title), Tone.STRONG)]
    if row.reason:
        return [*line, Run("  " + row.reason, Tone.MUTED)]
    fields = fields_of(Activity)
    if row.outcome == "updated":
        return [
            *line,
            Run("  " + ", ".join(_(fields[name].label) for name in row.fields if name in fields), Tone.MUTED),
        ]
    shown = [one_line(str(cells[name])) for name in row.fields if name != "title" and name in cells]
    return [*line, Run("  " + f" {dot} ".join(shown) if shown else "", Tone.MUTED)]


def _fitted(line: Line, width: int) -> list[Line]:
    """A warning over as many lines as it needs; rows are cut by the pane."""
    if len(line) == 1:
        return [[Run(text, line[0].tone)] for text in wrap(line[0].text, width)]
    return [line]
