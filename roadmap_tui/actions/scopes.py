"""Where actions work: the names of the places, and which are on screen together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from roadmap_tui.i18n import N_

APP, LIST, TABLE, DETAIL, FORM = "app", "list", "table", "detail", "form"
RESULTS, STEPS, LIVE, GRID = "results", "steps", "live", "grid"
PICTURE, ROW, TIMELINE, BARS, MOVE = "picture", "row", "timeline", "bars", "move"
CHAPTERS, CHAPTER, TEXT, CHECK = "chapters", "chapter", "text", "check"
MATRIX, RISK, SUPPLIER = "matrix", "risk", "supplier"
JOINT, BESIDE = "joint", "beside"
PLANNING, OPTIONS, ACTIVITY, LOAD = "planning", "options", "activity", "load"
RECOVERY = "recovery"
ROWS, DIFFERENCES, HISTORY, BIN, COPIES = "rows", "differences", "history", "bin", "copies"
CONFORMITY, LIGHTS, HUB = "conformity", "lights", "hub"
PERSON, ERASE = "person", "erase"
CANVAS, BLUEPRINT, TRACED, TRACING, GROWING = "canvas", "blueprint", "traced", "tracing", "growing"
RATING, DEPARTMENTS = "rating", "departments"
FILTER, MARK, ENTRY, CELL = "filter", "mark", "entry", "cell"

PARTS: Mapping[str, tuple[str, ...]] = {
    LIST: (MARK, FILTER),
    CHECK: (MARK, FILTER),
    BIN: (MARK,),
    ROWS: (FILTER,),
}
"""What comes along with a place, so that the same keys mean the same thing in every list."""

SCOPE_LABELS: Mapping[str, str] = {
    LIST: N_("Records"),
    PICTURE: N_("Pictures"),
    ROW: N_("One record"),
    TIMELINE: N_("Timeline"),
    BARS: N_("Bars"),
    MOVE: N_("Moving a bar"),
    CHAPTERS: N_("Chapters"),
    CHAPTER: N_("One chapter"),
    CHECK: N_("Check"),
    JOINT: N_("Joint roadmap"),
    BESIDE: N_("Plans beside each other"),
    MATRIX: N_("Matrix"),
    SUPPLIER: N_("Supplier's plan"),
    RISK: N_("One risk"),
    RESULTS: N_("Milestones"),
    STEPS: N_("Run-sheet"),
    LIVE: N_("Migration weekend"),
    GRID: N_("Responsibilities"),
    CONFORMITY: N_("Projects and frameworks"),
    LIGHTS: N_("Programme overview"),
    HUB: N_("Programme"),
    DEPARTMENTS: N_("Time of departments"),
    CANVAS: N_("Grids"),
    BLUEPRINT: N_("Service blueprint"),
    TRACED: N_("Traces"),
    TRACING: N_("Walking a trace"),
    GROWING: N_("To activities"),
    RATING: N_("Ratings"),
    RECOVERY: N_("Restore"),
    PLANNING: N_("Schedule"),
    OPTIONS: N_("Options"),
    ACTIVITY: N_("Activity"),
    LOAD: N_("Workload"),
    ROWS: N_("Rows"),
    DIFFERENCES: N_("Differences"),
    HISTORY: N_("History"),
    BIN: N_("Bin"),
    COPIES: N_("Copies beside the plan"),
    PERSON: N_("People and roles"),
    ERASE: N_("Erasing"),
    TABLE: N_("Moving"),
    DETAIL: N_("One record"),
    APP: N_("Everywhere"),
    MARK: N_("Marks"),
    FILTER: N_("Filter"),
    ENTRY: N_("Adding activities"),
    CELL: N_("One cell"),
    FORM: N_("Forms"),
    TEXT: N_("Long texts"),
}

TOGETHER: tuple[tuple[str, ...], ...] = (
    (LIST, TABLE, CHAPTER, TRACED, GROWING, RATING, APP),
    (CANVAS, BLUEPRINT, TRACED, TABLE, APP),
    (CANVAS, TRACED, GROWING, TABLE, APP),
    (TRACING, TABLE, APP),
    (DETAIL, TRACED, APP),
    (PICTURE, ROW, TRACED, GROWING, TABLE, APP),
    (LIST, TABLE, ACTIVITY, ENTRY, TRACED, APP),
    (PICTURE, ROW, TABLE, PLANNING, OPTIONS, ACTIVITY, APP),
    (PICTURE, TABLE, LOAD, OPTIONS, APP),
    (DETAIL, ACTIVITY, APP),
    (LIST, TABLE, RESULTS, APP),
    (LIST, TABLE, STEPS, APP),
    (LIVE, APP),
    (GRID, TABLE),
    (CONFORMITY, TABLE),
    (LIGHTS, TABLE, APP),
    (DEPARTMENTS, TABLE, APP),
    (PICTURE, ROW, TABLE, TIMELINE, BARS, ACTIVITY, APP),
    (JOINT, TIMELINE, TABLE, APP),
    (BESIDE, TABLE, APP),
    (CHAPTERS, TABLE, APP),
    (CHAPTERS, HUB, TABLE, APP),
    (RECOVERY, TABLE, APP),
    (CHECK, TABLE, APP),
    (SUPPLIER, TABLE, APP),
    (LIST, MATRIX, RISK, TABLE, APP),
    (ROWS, DIFFERENCES, TABLE, APP),
    (ROWS, HISTORY, TABLE, APP),
    (ROWS, BIN, TABLE, APP),
    (ROWS, COPIES, TABLE, APP),
    (LIST, TABLE, PERSON, APP),
    (ERASE, TABLE, APP),
    (DETAIL, APP),
    (FORM, TEXT),
    (CELL, TEXT),
)
"""The places whose keys a screen offers at the same time, so that no key may mean two things there."""


def with_parts(scopes: Iterable[str]) -> list[str]:
    """The places with what comes along with each, every one once."""
    return list(dict.fromkeys(each for scope in scopes for each in (scope, *PARTS.get(scope, ()))))
