"""What a user can do to get to know the program and to make it look as they like."""

from __future__ import annotations

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.scopes import APP
from roadmap_tui.i18n import N_

ACTIONS: tuple[Action, ...] = (
    Action("theme", (), N_("Theme"), APP, N_("Other colours: light, dark, high contrast or your own.")),
    Action("tour", ("f3",), N_("Guided tour"), APP, N_("See in a minute what is where.")),
)
