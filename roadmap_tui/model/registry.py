"""Every record type of a plan; a new one needs its class and one line here."""

from __future__ import annotations

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.baseline import Baseline
from roadmap_tui.model.link import Link
from roadmap_tui.model.milestone import Checkpoint, Milestone
from roadmap_tui.model.person import Person
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record
from roadmap_tui.model.risk import Measure, Risk

RECORD_TYPES: tuple[type[Record], ...] = (
    Plan, Activity, Milestone, Checkpoint, Risk, Measure, Person, Link, Baseline,
)  # fmt: skip
TABLES: dict[str, type[Record]] = {record_type.TABLE: record_type for record_type in RECORD_TYPES}
