"""What a user can do everywhere, and in forms."""

from __future__ import annotations

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.scopes import APP, FORM, TEXT
from roadmap_tui.i18n import N_

ACTIONS: tuple[Action, ...] = (
    Action("save_form", ("f2", "ctrl+o"), N_("Save"), FORM, N_("Keep what you filled in."), footer=True),
    Action("next_field", ("tab", "down", "enter"), N_("Next field"), FORM, footer=True),
    Action("previous_field", ("shift+tab", "up"), N_("Previous field"), FORM),
    Action("cancel", ("escape",), N_("Cancel"), FORM, N_("Leave the form; asks when something changed."), footer=True),
    Action("help_field", ("f1",), N_("Help"), FORM, N_("What this field means, with examples."), footer=True),
    Action("external_editor", ("f4",), N_("Own editor"), TEXT, N_("Write a long text in the editor of EDITOR."), True),
    Action("go_overview", ("1",), N_("Overview"), APP, N_("How are we doing?")),
    Action("go_activities", ("2",), N_("Activities"), APP, N_("Who does what, and when?")),
    Action("go_milestones", ("3",), N_("Milestones"), APP, N_("What must be delivered, and how far is it?")),
    Action("go_risks", ("4",), N_("Risks"), APP, N_("What may go wrong, and what do we do about it?")),
    Action("go_timeline", ("5",), N_("Timeline"), APP, N_("What happens when?")),
    Action("go_chapters", ("6",), N_("Chapters"), APP, N_("How complete is the implementation plan?")),
    Action("go_stakeholders", ("7",), N_("Stakeholders"), APP, N_("Who has a stake, and what do they hear?")),
    Action("go_programme", ("8",), N_("Programme"), APP, N_("What lies beyond one plan, and how complete is it?")),
    Action("go_together", ("9",), N_("Together"), APP, N_("Who works on what, and where can we join up?")),
    Action("go_check", ("exclamation_mark",), N_("Check"), APP, N_("What is missing or contradicts itself?"), True),
    Action("go_runsheet", (), N_("Run-sheet"), APP, N_("Who does what in the migration weekend, and when?")),
    Action("go_responsibilities", (), N_("Responsibilities (VERI)"), APP, N_("Who decides, does, advises and hears?")),
    Action("go_aftercare", (), N_("Aftercare"), APP, N_("What is still open, and when does aftercare end?")),
    Action("go_evaluation", (), N_("Evaluation"), APP, N_("Did it go as planned, and what did we learn?")),
    Action("go_discharge", (), N_("Discharge"), APP, N_("What is still open before discharge?")),
    Action("go_schedule", (), N_("Schedule"), APP, N_("When does it end, and what can slip?")),
    Action("go_workload", (), N_("Workload"), APP, N_("How many hours are asked of whom?")),
    Action("go_baselines", (), N_("Baselines"), APP, N_("What has slipped since it was agreed?")),
    Action("go_reports", (), N_("Reports"), APP, N_("What do we tell the client?")),
    Action("go_people", (), N_("People and roles"), APP, N_("Who takes part?")),
    Action("go_recovery", (), N_("Restore"), APP, N_("Earlier states of the plan, and how to go back.")),
    Action("edit_plan", (), N_("Edit the plan's details"), APP, N_("Title, organisation, start, go-live and more.")),
    Action("undo", ("u",), N_("Undo"), APP, N_("Take your last change back."), footer=True),
    Action("redo", ("U",), N_("Redo"), APP, N_("Carry out again what you undid.")),
    Action("retry_save", ("r",), N_("Save again"), APP, N_("Try again after a save that failed.")),
    Action(
        "redraw", ("ctrl+l",), N_("Draw anew"), APP, N_("Draw the whole screen again, over what another program wrote.")
    ),
    Action("plans", ("f6",), N_("Other plan"), APP, N_("Open another plan in this window, or go back to one.")),
    Action("palette", ("colon", "ctrl+p"), N_("Palette"), APP, N_("Find an action or a record by name.")),
    Action("search", ("ctrl+f",), N_("Search"), APP, N_("Find words anywhere in the plan, also misspelt ones.")),
    Action("help", ("question_mark", "f1"), N_("Help"), APP, N_("All keys of this screen."), footer=True),
    Action("quit", ("q",), N_("Quit"), APP, N_("Close the plan; everything is saved."), footer=True),
    Action("interrupt", ("ctrl+c",), N_("Break off"), APP, N_("Close the plan, unless words stand in a field.")),
)
