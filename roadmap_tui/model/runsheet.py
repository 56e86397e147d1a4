"""The run-sheet: the migration step by step, with a way back, and what rehearsals of it measured (milestone Draaiboek
migratie of seed document S4)."""

from datetime import date
from typing import Annotated, ClassVar, Final

from roadmap_tui.i18n import N_
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Choice, Tone
from roadmap_tui.model.record import Record

STEP_STATUS: Final = (
    Choice("todo", N_("Planned"), "todo", Tone.MUTED),
    Choice("active", N_("Busy"), "active", Tone.ACCENT),
    Choice("done", N_("Done"), "done", Tone.GOOD),
    Choice("failed", N_("Failed"), "alert", Tone.BAD),
    Choice("skipped", N_("Skipped"), "cancelled", Tone.MUTED),
)
DECISION: Final = (
    Choice("go", N_("Go"), "done", Tone.GOOD),
    Choice("no_go", N_("No go"), "alert", Tone.BAD),
)


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
    time: Annotated[
        str, f.text(N_("Time"), N_("17.00 or Fri 17.00; empty: when the step before it ends."), width=9)
    ] = ""
    minutes: Annotated[int | None, f.number(N_("Minutes"), N_("How long it takes."), width=7)] = None
    who: Annotated[str, f.people(N_("Who"), N_("Who does it."), width=18)] = ""
    status: Annotated[str, f.choice(N_("Status"), STEP_STATUS, width=14)] = "todo"
    check: Annotated[str, f.long_text(N_("Check"), N_("How you see that it went well."))] = ""
    go_no_go: Annotated[bool, f.flag(N_("Go/no-go"), N_("Here somebody decides whether to go on."))] = False
    return_by: Annotated[
        str, f.text(N_("Last way back"), N_("After this time there is no way back: Sun 15.00."), width=9)
    ] = ""
    fallback: Annotated[str, f.long_text(N_("Way back"), N_("What you do when it fails."))] = ""
    decision: Annotated[str, f.choice(N_("Decision"), DECISION, N_("What was decided."), width=8)] = ""
    decided_by: Annotated[str, f.people(N_("Decided by"), N_("Who decided it."), width=18)] = ""
    actual: Annotated[str, f.text(N_("Really began"), N_("For example 30-10-2026 17.05."), width=16)] = ""
    actual_end: Annotated[str, f.text(N_("Really ended"), N_("For example 30-10-2026 17.40."), width=16)] = ""
    milestone: Annotated[int | None, f.ref(N_("Milestone"), "milestones", width=20)] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""


class Rehearsal(Record, frozen=True, kw_only=True):
    """One time that the run-sheet was practised; what each step took stands in its measurements."""

    TABLE: ClassVar[str] = "rehearsals"
    PREFIX: ClassVar[str] = "PM"
    LABEL: ClassVar[str] = N_("Rehearsal")
    PLURAL: ClassVar[str] = N_("Rehearsals")

    title: Annotated[str, f.text(N_("Rehearsal"), N_("For example rehearsal 1."), required=True, width=26)] = ""
    day: Annotated[date | None, f.date_field(N_("Held on"))] = None
    data: Annotated[str, f.text(N_("With which data"), N_("A sample, all of it, anonymised."), width=26)] = ""
    outcome: Annotated[str, f.long_text(N_("Outcome"), N_("What went well, and what must be better."))] = ""


class Measurement(Record, frozen=True, kw_only=True):
    """What one step took in one rehearsal, in minutes."""

    TABLE: ClassVar[str] = "measurements"
    LABEL: ClassVar[str] = N_("Measured duration")
    PLURAL: ClassVar[str] = N_("Measured durations")

    rehearsal: Annotated[int | None, f.ref(N_("Rehearsal"), "rehearsals", required=True, width=26)] = None
    step: Annotated[int | None, f.ref(N_("Run-sheet step"), "runsheet", required=True, width=36)] = None
    minutes: Annotated[int | None, f.number(N_("Minutes"), N_("How long it took."), width=7)] = None
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
