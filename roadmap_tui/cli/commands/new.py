"""`roadmap new PLAN`: a plan from a template or from another plan, never over an existing file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, plan_argument, value_option
from roadmap_tui.cli.creating import Row, check_new, create, plan_fields
from roadmap_tui.cli.output import say
from roadmap_tui.cli.plans import open_session
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.plan import Plan

DEFAULT_TEMPLATE = "leeg"


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(),
        value_option("--template", "NAME", N_("Start from a template; see: roadmap templates.")),
        value_option("--from", "PLAN", N_("Start as a copy of another plan.")),
        value_option("--title", "TITLE", N_("The name of the plan.")),
        value_option("--year", "YEAR", N_("The planning year, for dates that name none.")),
        value_option("--start", "DATE", N_("The first day of the work.")),
        value_option("--go-live", "DATE", N_("The first day in use.")),
    ]
    return Subcommand("new", run, COMMANDS["new"].summary, params)


def run(plan: str, template: str, title: str, year: str, start: str, go_live: str, **other: str) -> None:
    """Make the plan."""
    source = other["from"]
    if source and template:
        raise UsageError(_("Choose --template or --from, not both."))
    given = plan_fields(title=title, year=year, start=start, go_live=go_live)
    path = Path(plan)
    check_new(path)
    records = _copied(Path(source), given) if source else _from_template(template or DEFAULT_TEMPLATE, given)
    create(path, records)
    say(_('Made "{path}". Open it with: roadmap {path}').format(path=path))


def _from_template(name: str, given: Mapping[str, Any]) -> Sequence[Row]:
    from roadmap_tui.exchange.templates import build, load_template

    today = date.today()
    content = load_template(name)
    fields = {"year": _year_of(given) or today.year, **content.get(Plan.TABLE, {}), **given}
    if "year" not in given and fields["year"] == today.year:
        say(_("Dates without a year are read in {year}; choose another with --year.").format(year=today.year))
    return build(content, today, {"year": fields["year"], **given})


def _year_of(given: Mapping[str, Any]) -> int | None:
    moment = given.get("start") or given.get("go_live")
    return int(str(moment)[:4]) if moment else None


def _copied(source: Path, given: Mapping[str, Any]) -> list[Row]:
    """The live records of another plan with the same ids, so that what points to them still does."""
    session = open_session(source)
    records: list[Row] = []
    for table, rows in session.tables.items():
        if table.startswith("_"):
            continue
        for record_id, stored in rows.items():
            fields = {name: value for name, value in stored.items() if name != "_"}
            records.append((table, record_id, {**fields, **(given if table == Plan.TABLE else {})}))
    return records
