"""What a user can do with several plans beside each other."""

from __future__ import annotations

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.scopes import BESIDE, JOINT, RATING
from roadmap_tui.i18n import N_

ACTIONS: tuple[Action, ...] = (
    Action("open_joint", ("enter",), N_("Open"), JOINT, N_("Show the activity, or decide on the chance."), footer=True),
    Action("lay_beside", ("a",), N_("Plans"), JOINT, N_("Choose which plans lie beside this one."), footer=True),
    Action("decide_chance", ("b",), N_("Decide"), JOINT, N_("Record what was decided on working together."), True),
    Action("joint_lists", ("v",), N_("In words"), JOINT, N_("Chances, ratings and factors, or the bars."), True),
    Action("joint_steps", ("o",), N_("Step by step"), JOINT, N_("From questions to your own activity list."), True),
    Action(
        "rate_all", ("w",), N_("Rate all"), RATING, N_("A row for every activity, to fill in for one person."), True
    ),
    Action("turn_plan", ("space", "x"), N_("Beside it or not"), BESIDE, N_("Lay this plan beside, or not."), True),
    Action("turn_all", ("A",), N_("All or none"), BESIDE, N_("Lay all plans beside yours, or none."), footer=True),
    Action("beside_done", ("enter",), N_("Show them"), BESIDE, N_("Back to the joint roadmap."), footer=True),
    Action("beside_cancel", ("escape",), N_("Cancel"), BESIDE, N_("Leave it as it was."), footer=True),
)
