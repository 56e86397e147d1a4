"""Risks and their measures (RISMAN vocabulary; chapter Risks of seed document S4)."""

from datetime import date
from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class Risk(Record, frozen=True, kw_only=True):
    """Something that may happen, how likely it is (1-5) and how hard it would hit (1-5)."""

    TABLE: ClassVar[str] = "risks"
    PREFIX: ClassVar[str] = "R"
    LABEL: ClassVar[str] = N_("Risk")
    PLURAL: ClassVar[str] = N_("Risks")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "controlled", "closed")
    FINISHED: ClassVar[str] = "closed"

    title: Annotated[str, f.text(N_("Risk"), N_("What may happen."), required=True, width=44)] = ""
    cause: Annotated[str, f.long_text(N_("Cause"), N_("Because of what? The sentence begins here."))] = ""
    consequence: Annotated[str, f.long_text(N_("Consequence"), N_("So that what? Money, time, quality."))] = ""
    kind: Annotated[
        str, f.choice(N_("Threat or opportunity"), choices.RISK_KIND, N_("Something good may happen too."), width=11)
    ] = "threat"
    chance: Annotated[int | None, f.scale(N_("Likelihood"), N_("1 very small to 5 very large."))] = None
    impact: Annotated[int | None, f.scale(N_("Impact"), N_("1 negligible to 5 stops the project."))] = None
    status: Annotated[
        str,
        f.choice(
            N_("Status"), choices.RISK_STATUS, N_("Occurred makes an issue, with its actions, in the log."), width=14
        ),
    ] = "open"
    trend: Annotated[str, f.choice(N_("Trend"), choices.TREND, width=10)] = "same"
    owner: Annotated[str, f.people(N_("Owner"), N_("Who keeps an eye on it."), width=20)] = ""
    action_holder: Annotated[str, f.people(N_("Action holder"), N_("Who carries out the measures."), width=20)] = ""
    perspective: Annotated[str, f.choice(N_("Perspective"), choices.PERSPECTIVE, width=16)] = "organisational"
    origin: Annotated[str, f.choice(N_("Origin"), choices.ORIGIN, width=8)] = "internal"
    strategy: Annotated[str, f.choice(N_("Strategy"), choices.STRATEGY, width=12)] = "reduce"
    rest_chance: Annotated[int | None, f.scale(N_("Remaining likelihood"), N_("After the measures, 1 to 5."))] = None
    rest_impact: Annotated[int | None, f.scale(N_("Remaining impact"), N_("After the measures, 1 to 5."))] = None
    reviewed: Annotated[date | None, f.date_field(N_("Last reviewed"))] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class Measure(Record, frozen=True, kw_only=True):
    """What is done to prevent a risk, or what will be done if it occurs."""

    TABLE: ClassVar[str] = "measures"
    PREFIX: ClassVar[str] = "B"
    LABEL: ClassVar[str] = N_("Measure")
    PLURAL: ClassVar[str] = N_("Measures")
    STEPS: ClassVar[tuple[str, ...]] = ("open", "active", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Measure"), N_("What is done."), required=True, width=44)] = ""
    risk: Annotated[int | None, f.ref(N_("Risk"), "risks", required=True, width=24)] = None
    kind: Annotated[
        str,
        f.choice(N_("Kind"), choices.MEASURE_KIND, N_("Preventive: before. Corrective: if it happens."), width=12),
    ] = "preventive"
    owner: Annotated[str, f.people(N_("Owner"), width=20)] = ""
    due: Annotated[date | None, f.date_field(N_("Due"))] = None
    status: Annotated[str, f.choice(N_("Status"), choices.MEASURE_STATUS, width=12)] = "open"
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
