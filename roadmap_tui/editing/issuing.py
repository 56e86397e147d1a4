"""Reports while they are made and issued: filled in from the plan, judged in full, and fixed from then on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Protocol

import msgspec

from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.reading import read_record
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from roadmap_tui.model.report import Judgement, Report
from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables

Records = Callable[[str], Sequence[Record]]
_FREE = {"internal", "order"}
"""What may still be set on an issued report: who may see it, and its place in the list."""


class PlanState(Protocol):
    """The plan that changes are made to; a Session is one."""

    @property
    def tables(self) -> Tables: ...
    @property
    def today(self) -> date: ...
    def records(self, table: str) -> Sequence[Record]: ...


def check(records: Records, changes: Iterable[Change]) -> None:
    """Raise UsageError where a change would alter a report that was issued."""
    issued = {r.id: r for r in records(Report.TABLE) if isinstance(r, Report) and r.status == "issued"}
    if not issued:
        return
    owners = {j.id: j.report for j in records(Judgement.TABLE) if isinstance(j, Judgement)}
    for change in changes:
        if change.action == "set" and set(change.fields) <= _FREE:
            continue
        touched: set[int | None] = {change.id} if change.table == Report.TABLE else set()
        if change.table == Judgement.TABLE:
            touched = {owners.get(change.id), change.fields.get("report")}
        if report := next((issued[each] for each in touched if each in issued), None):
            raise UsageError(
                _("{report} was issued and stays as it is; put what is new in the next report.").format(
                    report=report.number or report.title
                )
            )


def completed(state: PlanState, changes: Sequence[Change]) -> Sequence[Change]:
    """`changes` with what goes with them: a new report is filled in, an issued one gets its facts and its day.

    Raises UsageError where a report is issued that is not judged in full.
    """
    ours = [change for change in changes if change.table == Report.TABLE and change.action == "set"]
    if not ours:
        return changes
    known = {report.id: report for report in state.records(Report.TABLE) if isinstance(report, Report)}
    judged = {change.fields.get("report") for change in changes if change.table == Judgement.TABLE}
    found = list(changes)
    for change in ours:
        place = found.index(change)
        if change.id not in known and change.fields.get("snapshot"):
            found[place] = change = _reopened(change)
        if change.id not in known and change.id not in judged and change.fields.get("status") != "issued":
            found[place : place + 1] = _filled(state, change)
        elif change.fields.get("status") == "issued":
            found[place] = _issued(state, change, changes)
    return tuple(found)


def _reopened(change: Change) -> Change:
    """The copy of a report is a draft again."""
    kept = {name: value for name, value in change.fields.items() if name not in ("snapshot", "issued", "status")}
    return Change(change.table, change.id, kept)


def _filled(state: PlanState, change: Change) -> list[Change]:
    """A new report with what the plan tells in the fields that were left empty, and a judgement for every aspect."""
    from roadmap_tui.planning.outlook import Outlook
    from roadmap_tui.planning.reporting.drafting import judgement_fields, report_fields

    outlook = Outlook(_plan(state.records), state.records, state.today)
    given = {name: value for name, value in change.fields.items() if value not in (None, "")}
    fields = {**report_fields(outlook), **given}
    rows = judgement_fields(outlook, change.id)
    return [Change(change.table, change.id, fields), *edits.add_records(state.tables, Judgement.TABLE, rows)]


def _issued(state: PlanState, change: Change, changes: Sequence[Change]) -> Change:
    from roadmap_tui.planning.outlook import Outlook
    from roadmap_tui.planning.reporting.facts import gather, stored
    from roadmap_tui.planning.reporting.judging import judgements, lacking

    records = after(state.records, changes)
    report = next(each for each in records(Report.TABLE) if isinstance(each, Report) and each.id == change.id)
    if sentences := lacking(judgements(records, report)):
        words = _("{report} cannot be issued yet: {reasons}.")
        raise UsageError(words.format(report=report.number or report.title, reasons="; ".join(sentences)))
    day = report.reference or state.today
    facts = stored(gather(Outlook(_plan(records), records, day)))
    issued = report.issued or state.today
    more = {"reference": day.isoformat(), "issued": issued.isoformat(), "snapshot": facts}
    return Change(change.table, change.id, {**change.fields, **more}, change.seen)


def _plan(records: Records) -> Plan:
    return next((plan for plan in records(Plan.TABLE) if isinstance(plan, Plan)), Plan())


def after(records: Records, changes: Iterable[Change]) -> Records:
    """The records as they will be once `changes` are made."""
    by_table: dict[str, dict[int, Change]] = {}
    for change in changes:
        if change.table in TABLES:
            by_table.setdefault(change.table, {})[change.id] = change
    known: dict[str, list[Record]] = {}

    def found(table: str) -> Sequence[Record]:
        if table not in known:
            known[table] = _applied(records(table), by_table.get(table, {}), table)
        return known[table]

    return found


def _applied(rows: Sequence[Record], changes: dict[int, Change], table: str) -> list[Record]:
    before = {row.id: row for row in rows}
    result = [row for row in rows if row.id not in changes]
    for record_id, change in changes.items():
        if change.action == "delete":
            continue
        old: dict[str, Any] = msgspec.to_builtins(before[record_id]) if record_id in before else {}
        result.append(read_record(TABLES[table], record_id, {**old, **change.fields}, []))
    return sorted(result, key=lambda row: (row.order, row.id))
