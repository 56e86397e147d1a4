"""Every record type of a plan by its table; a new one needs its class and one line here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from roadmap_tui.model.record import Record

_HOMES: dict[str, str] = {
    "plan": "plan.Plan",
    "activities": "activity.Activity",
    "milestones": "milestone.Milestone",
    "checkpoints": "milestone.Checkpoint",
    "risks": "risk.Risk",
    "measures": "risk.Measure",
    "people": "person.Person",
    "links": "link.Link",
    "baselines": "baseline.Baseline",
    "criteria": "goal.Criterion",
    "scope": "scope.ScopeItem",
    "preconditions": "scope.Precondition",
    "stakeholders": "stakeholder.Stakeholder",
    "communications": "stakeholder.Communication",
    "agreements": "agreement.Agreement",
    "dap": "agreement.DapAgreement",
    "runsheet": "runsheet.RunStep",
    "log": "steering.LogEntry",
    "budget": "steering.BudgetLine",
    "dismissals": "dismissal.Dismissal",
    "reports": "report.Report",
    "judgements": "report.Judgement",
    "change_requests": "governance.ChangeRequest",
    "versions": "governance.PlanVersion",
    "norms": "agreement.SlaNorm",
    "rehearsals": "runsheet.Rehearsal",
    "measurements": "runsheet.Measurement",
    "responsibilities": "responsibility.Responsibility",
    "training": "training.TrainingGroup",
    "support": "support.SupportTask",
    "open_points": "aftercare.OpenPoint",
    "end_criteria": "aftercare.EndCriterion",
    "evaluations": "evaluation.Evaluation",
    "organisations": "organisation.Organisation",
    "challenges": "programme.Challenge",
    "frameworks": "programme.Framework",
    "framework_items": "programme.FrameworkItem",
    "projects": "programme.Project",
    "teams": "programme.BuildTeam",
    "conformity": "programme.Conformity",
    "office": "programme.OfficeMember",
    "processes": "harmonisation.WorkProcess",
    "situations": "harmonisation.ProcessSituation",
    "applications": "harmonisation.Application",
    "laws": "harmonisation.Law",
    "capacity": "harmonisation.Capacity",
    "analysis": "joint.Observation",
    "requirements": "joint.Requirement",
    "meetings": "joint.Meeting",
    "feedback": "joint.Feedback",
    "rulings": "joint.Ruling",
    "ratings": "joint.Rating",
    "factors": "joint.SuccessFactor",
    "collaborations": "joint.Collaboration",
    "themes": "toolkit.Theme",
    "kpis": "toolkit.Kpi",
    "kpi_values": "toolkit.KpiValue",
    "experts": "toolkit.Expert",
    "personas": "journeys.Persona",
    "bottlenecks": "journeys.Bottleneck",
    "persona_factors": "journeys.PersonaFactor",
    "journeys": "journeys.Journey",
    "journey_steps": "journeys.JourneyStep",
    "lanes": "journeys.Lane",
    "blueprint": "journeys.BlueprintCell",
    "consequences": "journeys.Consequence",
    "content_plan": "toolkit.ContentItem",
    "measuring_plan": "toolkit.MeasuringItem",
    "governance_roles": "toolkit.GovernanceRole",
    "engagement": "toolkit.Engagement",
    "roadmap_items": "journeys.RoadmapItem",
    "map_milestones": "journey_map.MapMilestone",
    "layers": "journey_map.Layer",
    "components": "journey_map.Component",
    "fit_gap": "journey_map.FitGap",
    "reviews": "journey_map.ReviewRound",
    "review_comments": "journey_map.ReviewComment",
    "business_case": "journey_map.CaseLine",
}
"""The module and class in this package of each table's records, in the order in which people meet the tables."""


class _Tables(Mapping[str, type[Record]]):
    """Record types by table, each loaded when it is asked for: a quick look at a plan pays only for what it shows."""

    def __init__(self) -> None:
        self._loaded: dict[str, type[Record]] = {}

    def __getitem__(self, table: str) -> type[Record]:
        found = self._loaded.get(table)
        if found is None:
            module, _dot, name = _HOMES[table].rpartition(".")
            found = getattr(import_module(f"roadmap_tui.model.{module}"), name)
            self._loaded[table] = found
        return found

    def __contains__(self, table: object) -> bool:
        return table in _HOMES

    def __iter__(self) -> Iterator[str]:
        return iter(_HOMES)

    def __len__(self) -> int:
        return len(_HOMES)


TABLES: Mapping[str, type[Record]] = _Tables()
