"""`roadmap to-activities PLAN ID...`: gaps, roadmap items, components and wishes become activities, linked back."""

from __future__ import annotations

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, plan_argument, word_argument
from roadmap_tui.cli.output import say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.i18n import _


def command() -> Subcommand:
    """The subcommand."""
    params = [plan_argument(), word_argument("ids", "ID...", many=True)]
    return Subcommand("to-activities", run, COMMANDS["to-activities"].summary, params)


def run(plan: str, ids: tuple[str, ...]) -> None:
    """Make an activity of each that is none yet, as one change."""
    from roadmap_tui.editing.growing import layer_titles, to_activities
    from roadmap_tui.model.activity import Activity
    from roadmap_tui.view.text import one_line

    session = open_session(find_plan(plan))
    found = list({record.id: record for record in map(session.find, ids)}.values())
    changes = to_activities(session.tables, found, layer_titles(session.records))
    session.commit(changes)
    session.save()
    made = {change.id for change in changes if change.table == Activity.TABLE}
    for record in session.records(Activity.TABLE):
        if record.id in made:
            say(_("Added: {title}").format(title=f"{record.number} {one_line(record.title)}"))
