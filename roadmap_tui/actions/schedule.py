"""What a user can do with the schedule, links and the workload."""

from __future__ import annotations

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.scopes import ACTIVITY, LOAD, OPTIONS, PLANNING
from roadmap_tui.i18n import N_

ACTIONS: tuple[Action, ...] = (
    Action(
        "what_if", ("m",), N_("What if"), PLANNING, N_("See what moves if this slips, before it does."), footer=True
    ),
    Action(
        "toggle_options", ("o",), N_("Options"), OPTIONS, N_("Look at it with or without the options."), footer=True
    ),
    Action("leave_out", ("O",), N_("Leave out"), PLANNING, N_("Leave this option out for good, or take it in again.")),
    Action("by_role", ("v",), N_("Person or role"), LOAD, N_("Per person, or added up per role."), footer=True),
    Action("by_month", ("w",), N_("Week or month"), LOAD, N_("A column per week, or per month."), footer=True),
    Action("links", ("c",), N_("Links"), ACTIVITY, N_("What this waits for, and what waits for it."), footer=True),
)
