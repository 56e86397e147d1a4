"""The fixed vocabularies of a plan: stored codes with the words people see."""

from __future__ import annotations

from roadmap_tui.i18n import N_
from roadmap_tui.model.fields import Choice, Tone

ACTIVITY_STATUS = (
    Choice("todo", N_("Not started"), "todo", Tone.MUTED),
    Choice("active", N_("In progress"), "active", Tone.NORMAL),
    Choice("done", N_("Done"), "done", Tone.GOOD),
    Choice("on_hold", N_("On hold"), "hold", Tone.WARN),
    Choice("cancelled", N_("Cancelled"), "cancelled", Tone.MUTED),
)
MILESTONE_STATUS = (
    Choice("open", N_("Open"), "todo", Tone.MUTED),
    Choice("preparing", N_("In preparation"), "active", Tone.NORMAL),
    Choice("delivered", N_("Delivered"), "delivered", Tone.GOOD),
    Choice("approved", N_("Approved"), "done", Tone.GOOD),
    Choice("cancelled", N_("Cancelled"), "cancelled", Tone.MUTED),
)
CHECKPOINT_STATUS = (
    Choice("open", N_("Open"), "todo", Tone.NORMAL),
    Choice("done", N_("Ready"), "done", Tone.GOOD),
    Choice("na", N_("Not applicable"), "cancelled", Tone.MUTED),
)
RISK_STATUS = (
    Choice("open", N_("Open"), "todo", Tone.NORMAL),
    Choice("controlled", N_("Under control"), "active", Tone.NORMAL),
    Choice("occurred", N_("Occurred"), "alert", Tone.BAD),
    Choice("closed", N_("Closed"), "done", Tone.GOOD),
    Choice("accepted", N_("Accepted"), "delivered", Tone.NORMAL),
)
MEASURE_STATUS = (
    Choice("open", N_("Open"), "todo", Tone.NORMAL),
    Choice("active", N_("In progress"), "active", Tone.NORMAL),
    Choice("done", N_("Done"), "done", Tone.GOOD),
)
MEASURE_KIND = (
    Choice("preventive", N_("Preventive")),
    Choice("corrective", N_("Corrective")),
)
PLAN_STATUS = (
    Choice("concept", N_("Draft"), "todo"),
    Choice("submitted", N_("Submitted for approval"), "active"),
    Choice("approved", N_("Approved"), "done", Tone.GOOD),
)
PLAN_KIND = (
    Choice("implementation", N_("Implementation plan")),
    Choice("approach", N_("Approach and planning")),
    Choice("programme", N_("Programme")),
    Choice("toolkit", N_("Service redesign")),
    Choice("joint", N_("Joint roadmap")),
)
REGION = (
    Choice("noord", N_("North")),
    Choice("midden", N_("Central")),
    Choice("zuid", N_("South")),
)
PERSPECTIVE = (
    Choice("political", N_("Political or administrative")),
    Choice("financial", N_("Financial or economic")),
    Choice("legal", N_("Legal")),
    Choice("technical", N_("Technical")),
    Choice("organisational", N_("Organisational")),
    Choice("spatial", N_("Spatial")),
    Choice("social", N_("Social")),
)
ORIGIN = (Choice("internal", N_("Internal")), Choice("external", N_("External")))
STRATEGY = (
    Choice("avoid", N_("Avoid")),
    Choice("reduce", N_("Reduce")),
    Choice("transfer", N_("Transfer")),
    Choice("accept", N_("Accept")),
    Choice("share", N_("Share")),
    Choice("fallback", N_("Fall back")),
)
TREND = (
    Choice("rising", N_("Rising"), "up", Tone.BAD),
    Choice("same", N_("Unchanged"), "same", Tone.NORMAL),
    Choice("falling", N_("Falling"), "down", Tone.GOOD),
)
PERSON_KIND = (
    Choice("role", N_("Role")),
    Choice("person", N_("Person")),
    Choice("department", N_("Department")),
)
LINK_KIND = (
    Choice("FS", N_("Finish to start")),
    Choice("SS", N_("Start to start")),
    Choice("FF", N_("Finish to finish")),
    Choice("SF", N_("Start to finish")),
)
