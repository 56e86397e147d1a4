"""Every record type of a plan; a new one needs its class and one line here."""

from __future__ import annotations

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.agreement import Agreement, DapAgreement
from roadmap_tui.model.baseline import Baseline
from roadmap_tui.model.goal import Criterion
from roadmap_tui.model.link import Link
from roadmap_tui.model.milestone import Checkpoint, Milestone
from roadmap_tui.model.person import Person
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record
from roadmap_tui.model.risk import Measure, Risk
from roadmap_tui.model.runsheet import RunStep
from roadmap_tui.model.scope import Precondition, ScopeItem
from roadmap_tui.model.stakeholder import Communication, Stakeholder
from roadmap_tui.model.steering import BudgetLine, LogEntry

RECORD_TYPES: tuple[type[Record], ...] = (
    Plan, Activity, Milestone, Checkpoint, Risk, Measure, Person, Link, Baseline,
    Criterion, ScopeItem, Precondition, Stakeholder, Communication, Agreement, DapAgreement, RunStep,
    LogEntry, BudgetLine,
)  # fmt: skip
TABLES: dict[str, type[Record]] = {record_type.TABLE: record_type for record_type in RECORD_TYPES}
