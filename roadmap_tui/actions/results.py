"""What a user can do with milestones and what belongs to them: run-sheet, live weekend, responsibilities."""

from __future__ import annotations

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.scopes import GRID, LIVE, RESULTS, STEPS
from roadmap_tui.i18n import N_

ACTIONS: tuple[Action, ...] = (
    Action("open_work", ("o",), N_("Go to its part"), RESULTS, N_("Run-sheet, DAP, training and so on."), footer=True),
    Action(
        "only_open", ("f",), N_("Only open"), RESULTS, N_("Show only the points that are open, or all."), footer=True
    ),
    Action("not_applicable", ("v",), N_("N/a"), RESULTS, N_("This point does not apply; asks why."), footer=True),
    Action("live", ("L",), N_("Live"), STEPS, N_("The migration weekend: now and next."), footer=True),
    Action(
        "measure_step", ("m",), N_("Measured"), STEPS, N_("What this step took in the last rehearsal."), footer=True
    ),
    Action("new_rehearsal", ("R",), N_("New rehearsal"), STEPS, N_("Note another rehearsal of the run-sheet.")),
    Action("take_durations", ("T",), N_("Take over durations"), STEPS, N_("Plan with what the last rehearsal took.")),
    Action("keep_rehearsal", ("P",), N_("Keep as rehearsal"), STEPS, N_("Keep what was stamped as a rehearsal.")),
    Action("clean_steps", (), N_("Forget all real times"), STEPS, N_("All steps as if nothing had happened.")),
    Action("stamp", ("space", "enter"), N_("Begin or end"), LIVE, N_("Begin the next step, or end this one."), True),
    Action("fail_step", ("f",), N_("Failed"), LIVE, N_("This step went wrong; it ends now."), footer=True),
    Action("skip_step", ("s",), N_("Skip"), LIVE, N_("Leave out the next step, or this one."), footer=True),
    Action("close_live", ("escape",), N_("Run-sheet"), LIVE, N_("Back to the run-sheet."), footer=True),
    Action("put_accountable", ("e", "a"), N_("Accountable"), GRID, N_("E in VERI, A in RACI: decides; one."), True),
    Action("put_working", ("v",), N_("Does the work"), GRID, N_("V in VERI, R in RACI."), footer=True),
    Action("put_r", ("r",), N_("Responsible (R)"), GRID, N_("The letter R in your language."), footer=True),
    Action("put_consulted", ("c",), N_("Consulted"), GRID, N_("R in VERI, C in RACI: asked beforehand.")),
    Action("put_informed", ("i",), N_("Informed"), GRID, N_("I in both: told afterwards."), footer=True),
    Action(
        "put_nothing", ("backspace", "delete", "minus"), N_("Empty"), GRID, N_("Take the letter away."), footer=True
    ),
    Action("put_next", ("space",), N_("Next letter"), GRID, N_("The next letter, and then none."), footer=True),
    Action("add_row", ("n",), N_("Add activity"), GRID, N_("Give an activity a row of its own."), footer=True),
    Action("open_row", ("enter",), N_("Open"), GRID, N_("Show everything about this row.")),
)
