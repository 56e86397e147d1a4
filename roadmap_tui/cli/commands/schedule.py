"""`roadmap schedule [PLAN]`: dates, slack and critical path; what a slip does; saving and comparing baselines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, json_option, plan_argument, value_option
from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import paint, put, put_json, say, width
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _

if TYPE_CHECKING:
    from roadmap_tui.planning.baseline import Comparison
    from roadmap_tui.session import Session
    from roadmap_tui.view.text import Line


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(required=False),
        json_option(),
        flag("--without-options", N_("Leave the optional activities out and show what that does.")),
        value_option("--slip", "ID=TIME", N_("Show what moves if an activity slips: A3=2w or A3=4d.")),
        flag("--apply", N_("With --slip: change the dates accordingly, as one change that can be undone.")),
        value_option("--save-baseline", "NAME", N_("Keep the dates of today under this name.")),
        value_option("--compare", "NAME", N_("Show what has slipped since the baseline with this name.")),
    ]
    return Subcommand("schedule", run, COMMANDS["schedule"].summary, params)


def run(plan: str | None, as_json: bool, slip: str, apply: bool, compare: str, **other: str | bool) -> None:
    """Print the schedule, or answer the one question that was asked about it."""
    name, without = str(other["save_baseline"]), bool(other["without_options"])
    if sum(map(bool, (slip, compare, name, without))) > 1:
        raise UsageError(_("Ask one thing at a time: --slip, --compare, --save-baseline or --without-options."))
    if apply and not slip:
        raise UsageError(_("--apply goes with --slip."))
    session = open_session(find_plan(plan))
    if slip:
        _slip(session, slip, apply, as_json)
    elif name:
        _save_baseline(session, name)
    elif compare:
        _compare(session, compare, as_json)
    else:
        _schedule(session, without, as_json)


def _print(lines: Iterable[Line]) -> None:
    for line in lines:
        put("".join(paint(run.text, run.tone) for run in line).rstrip())


def _schedule(session: Session, without_options: bool, as_json: bool) -> None:
    from roadmap_tui.planning.network import schedule_of
    from roadmap_tui.view.glyphs import glyphs_for
    from roadmap_tui.view.schedule_text import options_lines, schedule_lines

    outlook = session.outlook
    found = schedule_of(outlook, without_options) if without_options else outlook.schedule
    if as_json:
        from roadmap_tui.exchange.schedules import schedule_json

        put_json(schedule_json(outlook, found))
        return
    if not found.tasks:
        say(_("There are no activities to schedule."))
        return
    _print(schedule_lines(outlook, found, width(), glyphs_for(options().ascii)))
    if without_options:
        _print(options_lines(outlook, outlook.schedule, found))


def _slip(session: Session, text: str, apply: bool, as_json: bool) -> None:
    from roadmap_tui.model.activity import Activity
    from roadmap_tui.planning.consequences import consequences, dates_to_write, read_slip
    from roadmap_tui.view.glyphs import glyphs_for
    from roadmap_tui.view.schedule_text import slip_lines

    word, _sign, distance = text.partition("=")
    days, activity = read_slip(distance), session.find(word)
    if not isinstance(activity, Activity):
        raise UsageError(_('"{word}" is not an activity; only activities can slip.').format(word=word))
    found = consequences(session.outlook, activity, days)
    lines = list(slip_lines(session.outlook, found, width(), glyphs_for(options().ascii)))
    if as_json:
        from roadmap_tui.exchange.schedules import consequences_json

        put_json(consequences_json(session.outlook, found))
    else:
        _print(lines)
    if apply:
        from roadmap_tui.editing import edits

        records = [(session.record(Activity.TABLE, each), fields) for each, fields in dates_to_write(found)]
        session.commit([c for record, fields in records if record for c in edits.set_fields(record, fields)])
        session.save()
        say(_("The dates are changed; take it back with: roadmap undo"))


def _save_baseline(session: Session, name: str) -> None:
    from roadmap_tui.model.baseline import Baseline
    from roadmap_tui.planning.baseline import baseline_fields

    fields = baseline_fields(session.outlook, name)
    new = session.record(Baseline.TABLE, session.add(Baseline.TABLE, fields))
    session.save()
    say(_('Baseline "{name}" is saved, with {count} dates.').format(name=fields["title"], count=len(fields["dates"])))
    put(new.number if new else "")


def _compare(session: Session, name: str, as_json: bool) -> None:
    from roadmap_tui.planning.baseline import compare, find_baseline
    from roadmap_tui.view.glyphs import glyphs_for
    from roadmap_tui.view.schedule_text import comparison_lines

    found = compare(session.outlook, find_baseline(session.outlook, name))
    gone = _removed(session, found)
    if as_json:
        from roadmap_tui.exchange.schedules import comparison_json

        put_json(comparison_json(found, gone))
    else:
        _print(comparison_lines(found, gone.values(), width(), glyphs_for(options().ascii)))


def _removed(session: Session, found: Comparison) -> dict[int, str]:
    """What was in the baseline and is no more, with its title where that is still known."""
    known: dict[int, str] = {}
    for table in ("milestones", "activities"):
        for record_id, fields in session.removed(table).items():
            known[record_id] = f"{fields.get('number', '')} {fields.get('title', '')}".strip()
        known |= {record.id: f"{record.number} {record.title}".strip() for record in session.records(table)}
    return {each: known.get(each, "?") for each in found.removed}
