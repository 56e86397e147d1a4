"""What a user can do with differences, history, the bin, copies and earlier states."""

from __future__ import annotations

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.scopes import BIN, COPIES, DIFFERENCES, ERASE, HISTORY, PERSON, RECOVERY
from roadmap_tui.i18n import N_

ACTIONS: tuple[Action, ...] = (
    Action(
        "restore_copy", ("enter",), N_("Go back"), RECOVERY, N_("Make the plan what it was; you can undo that."), True
    ),
    Action("choose", ("enter",), N_("Choose"), DIFFERENCES, N_("Choose one of the versions."), footer=True),
    Action(
        "keep_left", ("left_square_bracket",), N_("Keep left"), DIFFERENCES, N_("Keep the version on the left."), True
    ),
    Action(
        "keep_right", ("right_square_bracket",), N_("Keep right"), DIFFERENCES, N_("Keep the one on the right."), True
    ),
    Action("write_third", ("e",), N_("Write it"), DIFFERENCES, N_("Write a version that settles it."), footer=True),
    Action("other_version", ("v",), N_("Third version"), DIFFERENCES, N_("Show another version on the right.")),
    Action("since", ("t",), N_("Since"), HISTORY, N_("Only since a moment, such as last week."), footer=True),
    Action("bring_back", ("enter",), N_("Bring back"), BIN, N_("Out of the bin, with what went along."), footer=True),
    Action("take_in_copy", ("enter",), N_("Take in"), COPIES, N_("Merge this copy and put it away."), footer=True),
    Action("leave_copy", ("w",), N_("Leave"), COPIES, N_("Leave this copy; do not offer it again."), footer=True),
    Action("erase_person", ("E",), N_("Erase"), PERSON, N_("Take this person out of the plan for good (AVG).")),
    Action("erase_now", ("enter",), N_("Erase"), ERASE, N_("Erase for good; asks first."), footer=True),
    Action("erase_parts", ("x",), N_("Parts too"), ERASE, N_("Erase the loose parts of the name too, or not."), True),
    Action("leave_erase", ("escape",), N_("Cancel"), ERASE, N_("Back; nothing is erased."), footer=True, palette=False),
)
