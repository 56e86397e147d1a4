"""Which plans lie beside the open one?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult

from roadmap_tui.actions.scopes import BESIDE
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.text import Line, Run, one_line
from screens.base import BaseScreen, TooSmall
from screens.keys import bindings
from screens.widgets.facts_line import FactsLine
from screens.widgets.frame import KeyFooter, MessageLine
from screens.widgets.row_list import Row, RowList


class BesideScreen(BaseScreen):
    """The plan files in the folder, each to be laid beside the open plan or not; answers the chosen ones."""

    BINDINGS = bindings(BESIDE)
    AUTO_FOCUS: ClassVar[str] = "RowList"
    DEFAULT_CSS = "BesideScreen #question { margin-top: 1; } BesideScreen #why { margin-bottom: 1; }"

    def __init__(self, files: Sequence[Path], chosen: Sequence[Path]) -> None:
        super().__init__()
        self._files = list(dict.fromkeys([*(file.absolute() for file in files), *(file.absolute() for file in chosen)]))
        self._chosen = {file.absolute() for file in chosen}

    def compose(self) -> ComposeResult:
        """The question, the files, the keys."""
        yield TooSmall(id="too-small")
        yield FactsLine("question")
        yield FactsLine("why")
        yield RowList()
        yield MessageLine()
        yield KeyFooter(BESIDE)

    def on_mount(self) -> None:
        """Show the files."""
        self.query_one("#question", FactsLine).show(lambda width: self._question())
        words = _("They are only read; together they stand on one timeline.")
        self.query_one("#why", FactsLine).show(lambda width: [Run(words, Tone.MUTED)])
        self._show()

    def _question(self) -> Line:
        if not self._files:
            return [Run(_("No other plan lies in this folder; put the plans of the others here."), Tone.WARN)]
        return [Run(_("Which plans do you lay beside this one?"), Tone.STRONG)]

    def _show(self) -> None:
        self.query_one(RowList).show(lambda width: [Row(self._line(file), str(file)) for file in self._files])

    def _line(self, file: Path) -> Line:
        glyphs, here = self.roadmap.glyphs, file in self._chosen
        sign = glyphs.checked if here else glyphs.unchecked
        gone = [] if file.exists() else [Run("  " + _("not there any more"), Tone.WARN)]
        away = file.parent != self.session.path.absolute().parent
        where = [Run(f"  {file.parent}", Tone.MUTED)] if away else []
        return [Run(f"{sign} "), Run(one_line(file.name), Tone.STRONG if here else Tone.NORMAL), *gone, *where]

    def action_turn_plan(self) -> None:
        """Lay the plan under the cursor beside the open one, or not."""
        key = self.query_one(RowList).key
        if key:
            self._chosen ^= {Path(key)}
            self._show()

    def action_turn_all(self) -> None:
        """All plans, or none where all are chosen."""
        self._chosen = set() if self._chosen >= set(self._files) else set(self._files)
        self._show()

    def action_beside_done(self) -> None:
        """Answer the chosen files in their order."""
        self.dismiss([file for file in self._files if file in self._chosen])

    def action_beside_cancel(self) -> None:
        """Leave it as it was."""
        self.dismiss(None)
