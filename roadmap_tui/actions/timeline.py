"""What a user can do on the timeline."""

from __future__ import annotations

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.scopes import BARS, MOVE, TIMELINE
from roadmap_tui.i18n import N_

ACTIONS: tuple[Action, ...] = (
    Action("move_bar", ("m",), N_("Move"), BARS, N_("Pick up this bar, to move or stretch it."), footer=True),
    Action("group_rows", ("v",), N_("Group"), BARS, N_("By phase, layer, lead, milestone or status."), footer=True),
    Action("group_none", (), N_("Rows not grouped"), BARS),
    Action("group_phase", (), N_("Rows by phase"), BARS),
    Action("group_layer", (), N_("Rows by layer"), BARS),
    Action("group_lead", (), N_("Rows by lead"), BARS),
    Action("group_milestone", (), N_("Rows by milestone"), BARS),
    Action("group_status", (), N_("Rows by status"), BARS),
    Action("toggle_moments", ("C",), N_("Communication"), BARS, N_("Show or hide the communication moments."), True),
    Action("reword", ("w",), N_("New words"), BARS, N_("Replace the old words of a bar that was moved.")),
    Action("zoom_in", ("plus", "equals_sign"), N_("Closer"), TIMELINE, N_("Show less time, with more detail."), True),
    Action("zoom_out", ("minus",), N_("Further"), TIMELINE, N_("Show more time."), footer=True),
    Action("fit_plan", ("f",), N_("Whole plan"), TIMELINE, N_("Make the whole plan fit."), footer=True),
    Action("show_today", ("t",), N_("Today"), TIMELINE, N_("Go to today."), footer=True),
    Action("show_bar", ("full_stop",), N_("To the bar"), TIMELINE, N_("Go to where this row is in time."), footer=True),
    Action("page_left", ("H", "shift+left"), N_("Page earlier"), TIMELINE, palette=False),
    Action("page_right", ("L", "shift+right"), N_("Page later"), TIMELINE, palette=False),
    Action("put_down", ("enter",), N_("Put down"), MOVE, N_("Keep it here, with all that moves along."), footer=True),
    Action("put_back", ("escape",), N_("Put back"), MOVE, N_("Leave everything as it was."), footer=True),
    Action("stretch", ("tab",), N_("Bar or end"), MOVE, N_("Move the whole bar, or only its end or start."), True),
    Action("day_later", ("right", "l"), N_("Day later"), MOVE, N_("The bar, or its end, one day later."), footer=True),
    Action("day_earlier", ("left", "h"), N_("Day earlier"), MOVE, N_("The bar, or its end, one day earlier."), True),
    Action("week_later", ("L", "shift+right"), N_("Week later"), MOVE, footer=True),
    Action("week_earlier", ("H", "shift+left"), N_("Week earlier"), MOVE, footer=True),
    Action("month_later", ("pagedown",), N_("Month later"), MOVE, N_("Whole months stay whole months."), footer=True),
    Action("month_earlier", ("pageup",), N_("Month earlier"), MOVE, N_("Whole months stay whole months."), footer=True),
)
