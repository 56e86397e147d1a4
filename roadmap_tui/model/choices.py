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
PROGRAMME_KIND = (
    Choice("merger", N_("Merger of municipalities (herindeling)")),
    Choice("office_merger", N_("Merger of the organisations only")),
    Choice("cooperation", N_("Co-operation")),
)
WORKING_METHOD = (
    Choice("agile", N_("Agile, in short rounds")),
    Choice("waterfall", N_("Step by step, each step complete")),
    Choice("mixed", N_("Mixed")),
    Choice("supplier", N_("As the supplier works")),
)
MAP_STATUS = (
    Choice("national", N_("National map"), "todo", Tone.NORMAL),
    Choice("ideal", N_("Ideal map for our municipality"), "active", Tone.NORMAL),
    Choice("completed", N_("Completed with our own findings"), "delivered", Tone.NORMAL),
    Choice("tested", N_("Tested"), "done", Tone.GOOD),
)
TESTED = (
    Choice("no", N_("Not tested"), "todo", Tone.MUTED),
    Choice("planned", N_("Test planned"), "active", Tone.NORMAL),
    Choice("tested", N_("Tested"), "done", Tone.GOOD),
    Choice("skipped", N_("Left out on purpose"), "cancelled", Tone.MUTED),
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
RISK_KIND = (
    Choice("threat", N_("Threat")),
    Choice("opportunity", N_("Opportunity"), "good"),
)
STRATEGY = (
    Choice("avoid", N_("Avoid")),
    Choice("reduce", N_("Reduce")),
    Choice("transfer", N_("Transfer")),
    Choice("accept", N_("Accept")),
    Choice("share", N_("Share")),
    Choice("fallback", N_("Fall back")),
    Choice("exploit", N_("Seize")),
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
PERSON_GROUP = (
    Choice("client", N_("Client")),
    Choice("contractor", N_("Contractor")),
    Choice("steering", N_("Steering group")),
    Choice("team", N_("Project team")),
    Choice("supplier", N_("Supplier")),
    Choice("other", N_("Others involved")),
)
CRITERION_STATUS = (
    Choice("open", N_("Not measured"), "todo", Tone.NORMAL),
    Choice("achieved", N_("Achieved"), "done", Tone.GOOD),
    Choice("partly", N_("Partly achieved"), "active", Tone.WARN),
    Choice("missed", N_("Not achieved"), "alert", Tone.BAD),
)
SCOPE_SIDE = (
    Choice("in", N_("Part of it"), "done", Tone.NORMAL),
    Choice("out", N_("Not part of it"), "cancelled", Tone.MUTED),
)
PRECONDITION_KIND = (
    Choice("staff", N_("Our own people")),
    Choice("supplier", N_("People of the supplier")),
    Choice("technology", N_("Hardware or software")),
    Choice("other", N_("Other")),
)
PRECONDITION_STATUS = (
    Choice("open", N_("Not arranged"), "todo", Tone.NORMAL),
    Choice("active", N_("Being arranged"), "active", Tone.NORMAL),
    Choice("done", N_("Arranged"), "done", Tone.GOOD),
)
ATTITUDE = (
    Choice("supporter", N_("Supporter"), "up", Tone.NORMAL),
    Choice("neutral", N_("Neutral"), "same", Tone.NORMAL),
    Choice("opponent", N_("Opponent"), "down", Tone.NORMAL),
    Choice("unknown", N_("Not known"), "", Tone.MUTED),
)
AGREEMENT_KIND = (Choice("team", N_("Within the team")), Choice("supplier", N_("With the supplier")))
DAP_STATUS = (
    Choice("open", N_("To be written"), "todo", Tone.NORMAL),
    Choice("active", N_("Draft"), "active", Tone.NORMAL),
    Choice("done", N_("Agreed"), "done", Tone.GOOD),
)
LOG_KIND = (Choice("decision", N_("Decision")), Choice("action", N_("Action")), Choice("issue", N_("Issue")))
LOG_STATUS = (
    Choice("open", N_("Open"), "todo", Tone.NORMAL),
    Choice("active", N_("In progress"), "active", Tone.NORMAL),
    Choice("done", N_("Settled"), "done", Tone.GOOD),
    Choice("cancelled", N_("Cancelled"), "cancelled", Tone.MUTED),
)
LINK_KIND = (
    Choice("FS", N_("Finish to start")),
    Choice("SS", N_("Start to start")),
    Choice("FF", N_("Finish to finish")),
    Choice("SF", N_("Start to finish")),
)
REPORT_STATUS = (
    Choice("draft", N_("Draft"), "todo", Tone.NORMAL),
    Choice("issued", N_("Issued"), "done", Tone.GOOD),
)
GOTIK = (
    Choice("money", N_("Money")),
    Choice("organisation", N_("Organisation")),
    Choice("time", N_("Time")),
    Choice("information", N_("Information")),
    Choice("quality", N_("Quality")),
)
TRAFFIC_LIGHT = (
    Choice("green", N_("Green"), "good", Tone.GOOD),
    Choice("amber", N_("Amber"), "warn", Tone.WARN),
    Choice("red", N_("Red"), "bad", Tone.BAD),
)
GOTIK_TREND = (
    Choice("better", N_("Better"), "up", Tone.GOOD),
    Choice("same", N_("The same"), "same", Tone.NORMAL),
    Choice("worse", N_("Worse"), "down", Tone.BAD),
)
CHANGE_SUBJECT = (
    Choice("goal", N_("Goal")),
    Choice("scope", N_("Scope")),
    Choice("results", N_("Milestones")),
    Choice("dates", N_("Fixed dates")),
    Choice("money", N_("Money")),
    Choice("several", N_("Several parts")),
)
CHANGE_STATUS = (
    Choice("requested", N_("Requested"), "todo", Tone.NORMAL),
    Choice("granted", N_("Granted"), "active", Tone.GOOD),
    Choice("done", N_("Carried out"), "done", Tone.GOOD),
    Choice("refused", N_("Refused"), "cancelled", Tone.MUTED),
)
