"""Baselines: the dates of a plan as they were when they were approved."""

from datetime import date
from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record

Dates = tuple[date | None, date | None]


class Baseline(Record, frozen=True, kw_only=True):
    """The start and end of every activity and milestone on one day; written once, so that copies never differ in it."""

    TABLE: ClassVar[str] = "baselines"
    MARKABLE: ClassVar[bool] = False
    PREFIX: ClassVar[str] = "V"
    LABEL: ClassVar[str] = N_("Baseline")
    PLURAL: ClassVar[str] = N_("Baselines")

    title: Annotated[str, f.text(N_("Name"), N_("For example approved by the steering group."), required=True)] = ""
    saved: Annotated[date | None, f.date_field(N_("Saved on"))] = None
    finish: Annotated[date | None, f.internal(N_("End of the plan"))] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
    dates: Annotated[dict[str, Dates], f.internal(N_("Dates"))] = {}
