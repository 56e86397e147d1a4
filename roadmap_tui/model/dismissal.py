"""Findings of the check that somebody looked at and put aside, with the reason why."""

from datetime import date
from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class Dismissal(Record, frozen=True, kw_only=True):
    """One finding that no longer asks for attention, as long as what it rests on stays the same."""

    TABLE: ClassVar[str] = "dismissals"
    PREFIX: ClassVar[str] = "BV"
    LABEL: ClassVar[str] = N_("Dismissed finding")
    PLURAL: ClassVar[str] = N_("Dismissed findings")

    title: Annotated[str, f.text(N_("Finding"), N_("What the check said."), required=True, width=44)] = ""
    reason: Annotated[str, f.text(N_("Reason"), N_("Why it does not matter here."), required=True, width=40)] = ""
    noted: Annotated[date | None, f.date_field(N_("Noted on"))] = None
    code: Annotated[str, f.internal(N_("Code"))] = ""
    about: Annotated[int, f.internal(N_("Record"))] = 0
    basis: Annotated[str, f.internal(N_("Basis"))] = ""
