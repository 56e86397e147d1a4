"""Every subcommand with its module and its summary, so that help needs to import none of them."""

from __future__ import annotations

import msgspec

from roadmap_tui.i18n import N_


class Entry(msgspec.Struct, frozen=True):
    """Where a subcommand lives (a module in cli/commands) and what it does in a few words."""

    module: str
    summary: str


COMMANDS: dict[str, Entry] = {
    "demo": Entry("demo", N_("Open a throw-away copy of the example plan.")),
    "new": Entry("new", N_("Make a new plan.")),
    "templates": Entry("templates", N_("List the templates for a new plan.")),
    "import": Entry("import_table", N_("Read a planning table into a plan.")),
    "export": Entry("export", N_("Write a plan to Word, Excel, CSV, Markdown or JSON.")),
    "status": Entry("status", N_("Show how the plan stands.")),
    "list": Entry("list_records", N_("List activities, milestones, risks or other records.")),
    "show": Entry("show", N_("Show one record.")),
    "add": Entry("add", N_("Add a record.")),
    "set": Entry("set_fields", N_("Change fields of a record.")),
    "remove": Entry("remove", N_("Remove a record.")),
    "done": Entry("done", N_("Mark a record as done.")),
    "to-activities": Entry("to_activities", N_("Make activities of gaps, wishes, components or roadmap items.")),
    "undo": Entry("undo", N_("Take your last change back.")),
    "redo": Entry("redo", N_("Carry out again what was undone.")),
    "check": Entry("check", N_("Show what is missing or contradicts itself.")),
    "runsheet": Entry("runsheet", N_("Show the run-sheet of the migration, planned and real.")),
    "discharge": Entry("discharge", N_("Show what is still open before discharge.")),
    "supplier": Entry("supplier", N_("Compare with the supplier's own plan and add what that lacks.")),
    "schedule": Entry("schedule", N_("Show dates, slack and the critical path.")),
    "timeline": Entry("timeline", N_("Print the timeline as text.")),
    "workload": Entry("workload", N_("Show the hours asked of everybody per week or month.")),
    "joint": Entry("joint", N_("Lay the plans of several municipalities beside each other.")),
    "merge": Entry("merge", N_("Bring copies of a plan together.")),
    "differences": Entry("differences", N_("Show where people wrote different things.")),
    "resolve": Entry("resolve", N_("Settle a difference.")),
    "restore": Entry("restore", N_("Bring back what was lost, or an earlier state.")),
    "history": Entry("history", N_("Show who changed what and when.")),
    "erase": Entry("erase", N_("Take a person out of a plan for good.")),
    "merge-driver": Entry("merge_driver", N_("Merge plans for git.")),
    "when": Entry("when", N_("Show how a time expression is read.")),
    "effort": Entry("effort", N_("Show how a duration expression is read.")),
    "serve": Entry("serve", N_("Open a plan in a browser on this computer.")),
    "keys": Entry("keys", N_("List the keys of the application.")),
    "config": Entry("config", N_("Show, check or change the settings.")),
    "completion": Entry("completion", N_("Print the completion script for a shell.")),
}
OPEN = Entry("open_plan", N_("Open a plan."))
