"""What a user can do with a programme: its overview and the matrix of projects and frameworks."""

from __future__ import annotations

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.scopes import APP, CONFORMITY, DEPARTMENTS, HUB, LIGHTS
from roadmap_tui.i18n import N_

ACTIONS: tuple[Action, ...] = (
    Action("show_lights", ("o",), N_("Overview"), HUB, N_("How does each project and building team stand?"), True),
    Action("show_conformity", ("m",), N_("Matrix"), HUB, N_("Which project keeps to which framework?"), footer=True),
    Action("mark_conforms", ("v", "plus"), N_("Conforms"), CONFORMITY, N_("It keeps to this framework."), footer=True),
    Action("mark_deviates", ("x", "w"), N_("Does not"), CONFORMITY, N_("It does not keep to this framework."), True),
    Action("mark_applies", ("a",), N_("Applies"), CONFORMITY, N_("It must keep to it; not judged yet."), True),
    Action(
        "mark_nothing", ("backspace", "delete", "minus"), N_("Empty"), CONFORMITY, N_("It does not apply here."), True
    ),
    Action("mark_next", ("space",), N_("Next sign"), CONFORMITY, N_("The next sign, and then none."), footer=True),
    Action("note_cell", ("e",), N_("Remark"), CONFORMITY, N_("Write down what does not conform."), footer=True),
    Action("open_conforming", ("enter",), N_("Open"), CONFORMITY, N_("Show everything about this row.")),
    Action("open_light", ("enter",), N_("Open"), LIGHTS, N_("Show everything about this row."), footer=True),
    Action("edit_light", ("e",), N_("Edit"), LIGHTS, N_("Change this row in a form."), footer=True),
    Action("read_again", ("R",), N_("Read again"), LIGHTS, N_("Read the plans of the projects again."), footer=True),
    Action("go_conformity", (), N_("Projects and frameworks"), APP, N_("Which project keeps to which framework?")),
    Action(
        "open_department", ("enter",), N_("Open"), DEPARTMENTS, N_("Go to what this department is asked."), footer=True
    ),
    Action("go_capacity_months", (), N_("Time of departments"), APP, N_("What is asked of each department per month?")),
    Action("go_lights", (), N_("Programme overview"), APP, N_("How does each project and building team stand?")),
)
