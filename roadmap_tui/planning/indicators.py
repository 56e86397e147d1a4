"""What the measurements of an indicator say: where it came from, where it is, and whether it goes the right way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

import msgspec

from roadmap_tui.model.toolkit import Kpi, KpiValue
from roadmap_tui.planning.findings import all_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

Effect = Literal["none", "met", "better", "same", "worse"]


class KpiOutlook(msgspec.Struct, frozen=True):
    """An indicator with its values in order of day (the zero measurement first) and what they come down to."""

    kpi: Kpi
    values: tuple[float, ...]
    latest: float | None
    latest_on: date | None
    effect: Effect
    missed: bool


def kpi_outlook(outlook: Outlook, kpi: Kpi) -> KpiOutlook:
    """What is known of an indicator today."""
    dated = [(m.day, m.value) for m in all_of(outlook, KpiValue) if m.kpi == kpi.id and m.value is not None and m.day]
    dated.sort(key=lambda pair: pair[0])
    start = [] if kpi.baseline is None else [kpi.baseline]
    values = (*start, *(value for _day, value in dated))
    latest, latest_on = (dated[-1][1], dated[-1][0]) if dated else (None, None)
    effect = _effect(kpi, latest)
    missed = kpi.due is not None and kpi.due < outlook.today and effect != "met"
    return KpiOutlook(kpi, values, latest, latest_on, effect, missed)


def _effect(kpi: Kpi, latest: float | None) -> Effect:
    if latest is None:
        return "none"
    sign = -1 if kpi.direction == "down" else 1
    if kpi.target is not None and sign * (latest - kpi.target) >= 0:
        return "met"
    if kpi.baseline is None:
        return "none"
    change = sign * (latest - kpi.baseline)
    return "better" if change > 0 else "worse" if change < 0 else "same"
