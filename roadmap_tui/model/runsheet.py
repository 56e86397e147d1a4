"""The run-sheet: the migration step by step, with a way back (milestone Draaiboek migratie of seed document S4)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class RunStep(Record, frozen=True, kw_only=True):
    """One step; a step without a time of its own begins when the one before it ends."""

    TABLE: ClassVar[str] = "runsheet"
    PREFIX: ClassVar[str] = "D"
    LABEL: ClassVar[str] = N_("Run-sheet step")
    PLURAL: ClassVar[str] = N_("Run-sheet")
    STEPS: ClassVar[tuple[str, ...]] = ("todo", "active", "done")
    FINISHED: ClassVar[str] = "done"

    title: Annotated[str, f.text(N_("Step"), N_("What is done."), required=True, width=40)] = ""
    offset: Annotated[str, f.offset(N_("Day"), N_("Distance to go-live: T-3d."), width=6)] = ""
    time: Annotated[str, f.text(N_("Time"), N_("For example 17.00."), width=6)] = ""
    minutes: Annotated[int | None, f.number(N_("Minutes"), N_("How long it takes."), width=7)] = None
    who: Annotated[str, f.people(N_("Who"), N_("Who does it."), width=18)] = ""
    status: Annotated[str, f.choice(N_("Status"), choices.ACTIVITY_STATUS, width=14)] = "todo"
    check: Annotated[str, f.long_text(N_("Check"), N_("How you see that it went well."))] = ""
    go_no_go: Annotated[bool, f.flag(N_("Go/no-go"), N_("Here somebody decides whether to go on."))] = False
    fallback: Annotated[str, f.long_text(N_("Way back"), N_("What you do when it fails."))] = ""
    actual: Annotated[str, f.text(N_("Actual time"), N_("When it really began."), width=8)] = ""
    milestone: Annotated[int | None, f.ref(N_("Milestone"), "milestones", width=20)] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
