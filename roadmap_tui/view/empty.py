"""What an empty list says: what belongs in it, and what to do first. `{action}` stands for the key of that action."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap_tui.i18n import N_, _

_WORDS: Mapping[str, str] = {
    "activities": N_(
        "Who does what, and when? {quick_add} makes an activity from one line of text, {new} opens a form, "
        "and {paste} reads rows that you copied from Word or Excel."
    ),
    "milestones": N_("What must be delivered, and before when? {new} adds the first milestone."),
    "checkpoints": N_("What must be right before this counts as delivered? {new} adds the first point."),
    "risks": N_("What may go wrong, or go better than hoped? {new} adds the first risk."),
    "measures": N_("What do we do about it, before or after it happens? {new} adds the first measure."),
    "people": N_("Who takes part, by name or by role? {new} adds the first."),
    "criteria": N_("How do we see afterwards that it worked? {new} adds a criterion with a target."),
    "scope": N_("What belongs to the project, and what does not? {new} adds a boundary."),
    "preconditions": N_("What must be arranged by others, and before when? {new} adds the first."),
    "stakeholders": N_("Who has a stake in it, and how much influence? {new} adds the first."),
    "communications": N_("What do they hear, when and how? {new} plans the first moment."),
    "agreements": N_("What did we agree, with whom? {new} writes the first down."),
    "dap": N_("How do we work together with the supplier later on? {new} adds a procedure."),
    "norms": N_("What does the contract promise? {new} adds a norm of the SLA."),
    "runsheet": N_("Who does what in the migration weekend, at what time? {new} adds the first step."),
    "rehearsals": N_("When do we rehearse the migration? {new} plans one; its durations correct the run-sheet."),
    "training": N_("Who must learn what, and how many are they? {new} adds a group."),
    "support": N_("Who does which task once it is live, and who steps in? {new} adds a task."),
    "open_points": N_("What is left over after go-live? {new} writes the first point down."),
    "end_criteria": N_("What must be true before aftercare ends? {new} adds the first."),
    "log": N_("Decisions, actions and issues, with an owner and a date: {new} writes the first down."),
    "budget": N_("What was granted for what? {new} adds a line; spent and expected come beside it."),
    "links": N_("What can only start after something else? Choose an activity and press {links}."),
    "baselines": N_("Keep the dates as they were agreed, to see later what slipped: {new} keeps those of today."),
    "dismissals": N_("Findings that you put aside in the check, with your reason, come here."),
    "change_requests": N_("Who asks for something else than was agreed? {new} writes the request down."),
    "versions": N_("Each version of the plan that was handed round, for whom and with what changes: {new} adds one."),
    "reports": N_("What do we tell the client? {new} makes a report, filled in from the plan."),
    "judgements": N_("Judgements come with a new report."),
}


def empty_words(table: str) -> str:
    """The words for an empty list of this kind, with `{action}` where a key belongs; empty where it has none."""
    words = _WORDS.get(table, "")
    return _(words) if words else ""
