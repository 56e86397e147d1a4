"""Milestones and layers: what is there for each milestone of the journey, and what must be developed?"""

from __future__ import annotations

from typing import ClassVar

from roadmap_tui.actions.scopes import APP, CANVAS, GROWING, TRACED
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.journey_map import Component
from roadmap_tui.view.formats import grouped
from roadmap_tui.view.grid_pictures import Picture, layer_legend, layer_picture, map_words
from roadmap_tui.view.text import Line, Run, one_line
from screens.grids import GridScreen
from screens.keys import bindings


class LayerMapScreen(GridScreen):
    """The components of each layer by milestone; space says that one is there."""

    PLACE: ClassVar[str] = "layer_map"
    SCOPES: ClassVar[tuple[str, ...]] = (GROWING, CANVAS, TRACED, APP)
    BINDINGS = bindings(GROWING)
    CELLS = "components"
    ROWS = ("map_milestones", "milestone")
    COLUMNS = ("layers", "layer")

    def picture(self) -> Picture:
        return layer_picture(self.session.outlook)

    def standing(self) -> Line:
        return [Run("  " + map_words(self.session.outlook), Tone.STRONG)]

    def here(self) -> Line:
        """The component with owner and cost; without one, what the signs mean."""
        record = self.grid.record
        legend = Run("  " + layer_legend(self.roadmap.glyphs), Tone.MUTED)
        if not isinstance(record, Component):
            return [legend]
        cost = _("{amount} euros").format(amount=grouped(record.cost)) if record.cost is not None else ""
        facts = [text for text in (one_line(record.owner), cost) if text]
        return [Run(f"  {record.number} {'   '.join(facts)}", Tone.STRONG), legend]

    def empty(self) -> str:
        if not self.session.records("layers"):
            return _("There are no layers yet; C adds one, such as policy or communication.")
        return _("The journey map has no milestones yet; R adds the first.")
