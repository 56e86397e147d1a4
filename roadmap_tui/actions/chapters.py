"""What a user can do with the chapters, the check, risks and the plan of a supplier."""

from __future__ import annotations

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.scopes import CHAPTER, CHAPTERS, CHECK, MATRIX, RISK, SUPPLIER
from roadmap_tui.i18n import N_

ACTIONS: tuple[Action, ...] = (
    Action("edit_text", ("E",), N_("Edit text"), CHAPTER, N_("Change the texts of this chapter."), footer=True),
    Action(
        "next_section",
        ("right_square_bracket",),
        N_("Next section"),
        CHAPTER,
        N_("On to the next chapter or step."),
        True,
    ),
    Action(
        "previous_section", ("left_square_bracket",), N_("Section before"), CHAPTER, N_("Back to the one before it.")
    ),
    Action("open_chapter", ("enter",), N_("Open"), CHAPTERS, N_("Show the texts and lists of this chapter."), True),
    Action("edit_chapter", ("e",), N_("Edit text"), CHAPTERS, N_("Change the texts of this chapter."), footer=True),
    Action("open_finding", ("enter",), N_("Go there"), CHECK, N_("Go to the record that it is about."), footer=True),
    Action("edit_finding", ("e",), N_("Edit"), CHECK, N_("Change the record that it is about in a form."), footer=True),
    Action(
        "dismiss_finding",
        ("d",),
        N_("Dismiss"),
        CHECK,
        N_("Put this aside with a reason, or make it count again."),
        True,
    ),
    Action("show_dismissed", ("a",), N_("Dismissed too"), CHECK, N_("Show or hide what was put aside."), footer=True),
    Action("group_findings", ("v",), N_("Group"), CHECK, N_("By severity or by chapter."), footer=True),
    Action("open_source", ("o",), N_("Open file"), SUPPLIER, N_("Read the plan that the supplier sent."), footer=True),
    Action("add_lacking", ("a",), N_("Add lacking"), SUPPLIER, N_("Add what the supplier's plan lacks."), footer=True),
    Action("show_matrix", ("m",), N_("Matrix"), MATRIX, N_("Walk through the matrix; Enter shows one cell."), True),
    Action("occur", ("o",), N_("Occurred"), RISK, N_("Make it an issue, with its actions, in the log."), footer=True),
    Action("review", ("v",), N_("Reviewed"), RISK, N_("Note that you looked at these risks today."), footer=True),
)
