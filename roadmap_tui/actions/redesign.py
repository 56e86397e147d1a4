"""What a user can do with the redesign of a service and with a journey map: grids, traces, the order of the roadmap."""

from __future__ import annotations

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.scopes import APP, BLUEPRINT, CANVAS, CHAPTER, GROWING, TRACED, TRACING
from roadmap_tui.i18n import N_

ACTIONS: tuple[Action, ...] = (
    Action("edit_entry", ("e",), N_("Edit"), CANVAS, N_("Change what stands in this cell, in its place."), footer=True),
    Action("new_entry", ("n",), N_("New"), CANVAS, N_("Add something to this cell."), footer=True),
    Action(
        "next_journey", ("v",), N_("Next journey"), BLUEPRINT, N_("The blueprint of the next journey."), footer=True
    ),
    Action(
        "new_consequence",
        ("c",),
        N_("Consequence to tackle"),
        BLUEPRINT,
        N_("What this cell makes necessary."),
        footer=True,
    ),
    Action("form_entry", ("E",), N_("Form"), CANVAS, N_("Change it in a form.")),
    Action("advance_entry", ("space",), N_("Tick off"), CANVAS, N_("Move its status one step on.")),
    Action("open_entry", ("enter",), N_("Open"), CANVAS, N_("Show everything about it.")),
    Action("remove_entry", ("d",), N_("Delete"), CANVAS, N_("Remove it; u takes that back."), footer=True),
    Action("new_grid_row", ("R",), N_("New row"), CANVAS, N_("Add a step or a milestone."), footer=True),
    Action("new_grid_column", ("C",), N_("New column"), CANVAS, N_("Add a lane or a layer."), footer=True),
    Action("usual_columns", ("L",), N_("Usual lanes"), BLUEPRINT, N_("Add the five usual lanes.")),
    Action("show_picture", ("p",), N_("Picture"), CHAPTER, N_("The grid, order or trace of this part."), footer=True),
    Action("trace_back", ("t",), N_("Trace"), TRACED, N_("What it comes from, and what comes from it."), footer=True),
    Action("make_activities", ("a",), N_("To activity"), GROWING, N_("Make these rows activities, linked back."), True),
    Action("walk", ("enter",), N_("Walk on"), TRACING, N_("Trace from this record."), footer=True),
    Action("trace_record", ("o",), N_("To the record"), TRACING, N_("Go to it on its own screen."), footer=True),
    Action("trace_edit", ("e",), N_("Edit"), TRACING, N_("Change it in a form."), footer=True),
    Action("step_back", ("escape",), N_("Back"), TRACING, N_("Back to where you came from."), footer=True),
    Action("go_trace", (), N_("Trace"), APP, N_("Which bottlenecks are solved, and by what?")),
    Action("go_blueprint", (), N_("Service blueprint"), APP, N_("What does each step of a journey need?")),
    Action("go_priorities", (), N_("Order of the roadmap"), APP, N_("What comes first, and why?")),
    Action("go_layer_map", (), N_("Milestones and layers"), APP, N_("What is there for each milestone, per layer?")),
)
