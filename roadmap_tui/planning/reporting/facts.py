"""What a report shows besides its judgements: milestones against the fixed planning, the heaviest risks, progress.

A draft shows them as they are today; an issued report keeps them as they were.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import msgspec

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.baseline import Baseline
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.report import Report
from roadmap_tui.planning.baseline import baselines

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

TOP: Final = 5


class MilestoneFact(msgspec.Struct, frozen=True):
    """One milestone: the fixed date, the date expected now, and how far it is."""

    id: int
    number: str
    title: str
    planned: date | None
    expected: date | None
    status: str
    done: int
    total: int
    late: bool
    owner: str = ""


class RiskFact(msgspec.Struct, frozen=True):
    """One of the heaviest risks; `level` is a code of planning/risks."""

    id: int
    number: str
    title: str
    score: int | None
    level: str
    trend: str
    owner: str
    measures: tuple[str, ...] = ()


class Facts(msgspec.Struct, frozen=True):
    """Everything that is fixed when a report is issued; `baseline` names the fixed planning and its day."""

    milestones: tuple[MilestoneFact, ...] = ()
    risks: tuple[RiskFact, ...] = ()
    done: tuple[int, ...] = ()
    progress: int = 0
    start: date | None = None
    go_live: date | None = None
    baseline: str = ""
    version: str = ""
    plan_status: str = ""


def facts_of(report: Report, outlook: Outlook) -> Facts:
    """The facts of a report: as they were where it was issued, else as they are."""
    if report.status == "issued" and report.snapshot:
        try:
            return msgspec.convert(report.snapshot, Facts)
        except msgspec.ValidationError:
            return Facts()
    return gather(outlook)


def stored(facts: Facts) -> dict[str, Any]:
    """The facts as a report keeps them."""
    found: dict[str, Any] = msgspec.to_builtins(facts)
    return found


def gather(outlook: Outlook) -> Facts:
    """The facts as they are on the day of `outlook`."""
    fixed = next(reversed(baselines(outlook)), None)
    milestones = [m for m in outlook.records(Milestone.TABLE) if isinstance(m, Milestone) and m.status != "cancelled"]
    milestones.sort(key=lambda m: (outlook.milestone(m).due or date.max, m.order))
    plan = outlook.plan
    return Facts(
        milestones=tuple(_milestone(outlook, milestone, fixed) for milestone in milestones),
        risks=_risks(outlook),
        done=tuple(a.id for a in outlook.records(Activity.TABLE) if isinstance(a, Activity) and a.status == "done"),
        progress=outlook.health.progress,
        start=plan.start,
        go_live=plan.go_live,
        baseline=fixed.title if fixed else "",
        version=plan.version,
        plan_status=plan.status,
    )


def _milestone(outlook: Outlook, milestone: Milestone, fixed: Baseline | None) -> MilestoneFact:
    seen = outlook.milestone(milestone)
    planned = fixed.dates.get(str(milestone.id), (None, None))[1] if fixed else None
    return MilestoneFact(
        milestone.id, milestone.number, _line(milestone.title), planned, seen.due, milestone.status,
        seen.done, seen.total, seen.late, _line(milestone.owner),
    )  # fmt: skip


def _risks(outlook: Outlook) -> tuple[RiskFact, ...]:
    found = []
    for risk in outlook.health.top_risks[:TOP]:
        seen = outlook.risk(risk)
        measures = tuple(_line(m.title) for m in seen.measures if m.kind == "preventive" and m.status != "done")
        level = seen.level.code if seen.level else ""
        title, owner = _line(risk.title), _line(risk.owner)
        found.append(RiskFact(risk.id, risk.number, title, seen.score, level, risk.trend, owner, measures))
    return tuple(found)


def _line(text: str) -> str:
    return " ".join(text.split())
