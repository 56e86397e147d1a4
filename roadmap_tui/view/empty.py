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
    "organisations": N_("Who takes part, from which start and with what people and means? {new} adds the first."),
    "challenges": N_("What must the programme bring about? {new} adds the first challenge."),
    "frameworks": N_("Within which visions, rules and agreements is everything built? {new} adds the first."),
    "framework_items": N_("Which parts does a framework have, and who writes them? {new} adds the first."),
    "projects": N_(
        "Which projects are there, and who pulls them? {new} adds a sheet; a project may have a plan file of its own."
    ),
    "teams": N_("Who builds, and how far is each of the four duties? {new} adds the first team."),
    "office": N_("Who steers the programme, and for how many days a week? {new} adds the first."),
    "processes": N_("Which work processes must become one? {new} adds the first."),
    "situations": N_("How does each organisation do a work process now? {new} adds the first."),
    "applications": N_("Which applications are there, and which of them stay? {new} adds the first."),
    "laws": N_("Which laws must everything comply with, and who looks at that? {new} adds the first."),
    "capacity": N_("What is a department asked for, and what can it give? {new} adds a line."),
    "analysis": N_("What is a good starting point, and what is lacking? {new} writes the first finding down."),
    "requirements": N_("What would people like to see, and what do they insist on? {new} adds the first."),
    "meetings": N_("Which sessions lie on the way to the strategy? {new} plans the first."),
    "feedback": N_("What did people say about a draft, and what came of it? {new} writes the first remark down."),
    "rulings": N_("What did the management team decide? {new} writes the first decision down."),
    "ratings": N_(
        "What is each activity worth to whom? In the step Ratings one key makes a row for every activity; "
        "{new} makes one."
    ),
    "factors": N_("What helps the work to succeed? {new} adds the first."),
    "collaborations": N_(
        "What do you do together? Decide on a chance on the screen Together (9), or write one down with {new}."
    ),
    "themes": N_("With which part of the work does the redesign begin? {new} adds the first."),
    "kpis": N_("How do you see whether it has effect? {new} adds an indicator with a target."),
    "kpi_values": N_("What was measured, and when? {new} notes the first value; the list of indicators draws them."),
    "experts": N_("Who from policy and practice designs along? {new} adds the first."),
    "personas": N_("For whom is the service? {new} adds the first."),
    "bottlenecks": N_("What do people run into? {new} writes the first down, with its weight."),
    "persona_factors": N_("What makes it a success for somebody? {new} adds the first."),
    "journeys": N_("Which way does somebody go, now and ideally? {new} adds the first."),
    "journey_steps": N_("Which steps does a journey have? {new} adds the first."),
    "lanes": N_("Which rows does the blueprint have, and what does each ask? {new} adds the first."),
    "consequences": N_("What must be tackled before the ideal journey can exist? {new} adds the first."),
    "content_plan": N_("What must be kept up to date, where, and by whom? {new} adds the first line."),
    "measuring_plan": N_("What do you measure, how and when? {new} adds the first line."),
    "governance_roles": N_("Who decides what about the change? {new} adds the first role."),
    "engagement": N_("How do you take people along? {new} adds a demo, a presentation or a talk."),
    "roadmap_items": N_("What comes on the roadmap, and how urgent and complex is it? {new} adds the first."),
    "map_milestones": N_("Which moments does a resident pass? {new} adds the first."),
    "layers": N_("Which kinds of work lie under the journey? {new} adds the first."),
    "components": N_("What must a layer have for a milestone? {new} adds the first."),
    "fit_gap": N_("What is there, what is wanted, and what must happen in between? {new} adds the first."),
    "reviews": N_("Who reads along before it is final? {new} plans a round."),
    "review_comments": N_("What did readers say, and was it taken in? {new} writes the first down."),
    "business_case": N_("What does it cost and bring? {new} adds a line."),
    "evaluations": N_("How did it go, and what can others learn from it? {new} adds an aspect."),
}


def empty_words(table: str) -> str:
    """The words for an empty list of this kind, with `{action}` where a key belongs; empty where it has none."""
    words = _WORDS.get(table, "")
    return _(words) if words else ""
