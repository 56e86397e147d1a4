"""Every user action once: its id, default keys, label, where it works and what it does.

Key bindings, the footer, the palette, the help screen and `roadmap keys` all come from this table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from roadmap_tui.i18n import N_, _


class Action(msgspec.Struct, frozen=True):
    """One thing a user can do. `keys` are in Textual's notation; label and help are English message ids."""

    id: str
    keys: tuple[str, ...]
    label: str
    scope: str
    help: str = ""
    footer: bool = False
    palette: bool = True


APP, LIST, TABLE, DETAIL, FORM = "app", "list", "table", "detail", "form"
RESULTS, STEPS, LIVE, GRID = "results", "steps", "live", "grid"
PICTURE, ROW, TIMELINE, BARS, MOVE = "picture", "row", "timeline", "bars", "move"
CHAPTERS, CHAPTER, TEXT, CHECK = "chapters", "chapter", "text", "check"
MATRIX, RISK, SUPPLIER = "matrix", "risk", "supplier"
PLANNING, OPTIONS, ACTIVITY, LOAD = "planning", "options", "activity", "load"
RECOVERY = "recovery"
ROWS, DIFFERENCES, HISTORY, BIN, COPIES = "rows", "differences", "history", "bin", "copies"
PERSON, ERASE = "person", "erase"
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
    MATRIX: N_("Matrix"),
    SUPPLIER: N_("Supplier's plan"),
    RISK: N_("One risk"),
    RESULTS: N_("Milestones"),
    STEPS: N_("Run-sheet"),
    LIVE: N_("Migration weekend"),
    GRID: N_("Responsibilities"),
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
    FORM: N_("Forms"),
    TEXT: N_("Long texts"),
}

ACTIONS: tuple[Action, ...] = (
    Action("open", ("enter",), N_("Open"), LIST, N_("Show everything about this row."), footer=True),
    Action("open_work", ("o",), N_("Go to its part"), RESULTS, N_("Run-sheet, DAP, training and so on."), footer=True),
    Action("only_open", ("f",), N_("Only open"), RESULTS, N_("Show only the points that are open, or all."), footer=True),
    Action("not_applicable", ("v",), N_("N/a"), RESULTS, N_("This point does not apply; asks why."), footer=True),
    Action("live", ("L",), N_("Live"), STEPS, N_("The migration weekend: now and next."), footer=True),
    Action("measure_step", ("m",), N_("Measured"), STEPS, N_("What this step took in the last rehearsal."), footer=True),
    Action("new_rehearsal", ("R",), N_("New rehearsal"), STEPS, N_("Note another rehearsal of the run-sheet.")),
    Action("take_durations", ("T",), N_("Take over durations"), STEPS, N_("Plan with what the last rehearsal took.")),
    Action("keep_rehearsal", ("P",), N_("Keep as rehearsal"), STEPS, N_("Keep what was stamped as a rehearsal.")),
    Action("clean_steps", (), N_("Forget all real times"), STEPS, N_("All steps as if nothing had happened.")),
    Action("stamp", ("space", "enter"), N_("Begin or end"), LIVE, N_("Begin the next step, or end this one."), True),
    Action("fail_step", ("f",), N_("Failed"), LIVE, N_("This step went wrong; it ends now."), footer=True),
    Action("skip_step", ("s",), N_("Skip"), LIVE, N_("Leave out the next step, or this one."), footer=True),
    Action("close_live", ("escape",), N_("Run-sheet"), LIVE, N_("Back to the run-sheet."), footer=True),
    Action("put_accountable", ("e", "a"), N_("Accountable"), GRID, N_("E in VERI, A in RACI: decides; one."), True),
    Action("put_working", ("v",), N_("Does the work"), GRID, N_("V in VERI, R in RACI."), footer=True),
    Action("put_r", ("r",), N_("Responsible (R)"), GRID, N_("The letter R in your language."), footer=True),
    Action("put_consulted", ("c",), N_("Consulted"), GRID, N_("R in VERI, C in RACI: asked beforehand.")),
    Action("put_informed", ("i",), N_("Informed"), GRID, N_("I in both: told afterwards."), footer=True),
    Action("put_nothing", ("backspace", "delete", "minus"), N_("Empty"), GRID, N_("Take the letter away."), footer=True),
    Action("put_next", ("space",), N_("Next letter"), GRID, N_("The next letter, and then none."), footer=True),
    Action("add_row", ("n",), N_("Add activity"), GRID, N_("Give an activity a row of its own."), footer=True),
    Action("open_row", ("enter",), N_("Open"), GRID, N_("Show everything about this row.")),
    Action("new", ("n",), N_("New"), LIST, N_("Add a row below this one."), footer=True),
    Action("edit", ("e",), N_("Edit"), LIST, N_("Change this row in a form."), footer=True),
    Action("advance", ("space",), N_("Tick off"), LIST, N_("Tick off, or move the status one step on."), footer=True),
    Action("edit_text", ("E",), N_("Edit text"), CHAPTER, N_("Change the texts of this chapter."), footer=True),
    Action("filter", ("slash",), N_("Filter"), LIST, N_("Show only rows that hold these words."), footer=True),
    Action("sort", ("s",), N_("Sort"), LIST, N_("Sort by the next column; after the last: own order."), footer=True),
    Action("mark", ("x",), N_("Mark"), LIST, N_("Mark this row, so that an action works on all marked rows.")),
    Action("delete", ("d",), N_("Delete"), LIST, N_("Remove these rows; asks first."), footer=True),
    Action("duplicate", ("D",), N_("Duplicate"), LIST, N_("Copy these rows with what belongs to them.")),
    Action("move_up", ("K", "shift+up"), N_("Move up"), LIST, N_("Move this row one place up.")),
    Action("move_down", ("J", "shift+down"), N_("Move down"), LIST, N_("Move this row one place down.")),
    Action("clear", ("escape",), N_("Clear"), LIST, N_("Clear the filter and the marks."), palette=False),
    Action("next_pane", ("tab",), N_("Other list"), LIST, N_("Go to the other list on this screen."), palette=False),
    Action("show", ("enter",), N_("Open"), PICTURE, N_("Go to this row on its own screen."), footer=True),
    Action("what_if", ("m",), N_("What if"), PLANNING, N_("See what moves if this slips, before it does."), footer=True),
    Action("toggle_options", ("o",), N_("Options"), OPTIONS, N_("Look at it with or without the options."), footer=True),
    Action("leave_out", ("O",), N_("Leave out"), PLANNING, N_("Leave this option out for good, or take it in again.")),
    Action("by_role", ("v",), N_("Person or role"), LOAD, N_("Per person, or added up per role."), footer=True),
    Action("by_month", ("w",), N_("Week or month"), LOAD, N_("A column per week, or per month."), footer=True),
    Action("links", ("c",), N_("Links"), ACTIVITY, N_("What this waits for, and what waits for it."), footer=True),
    Action("new_row", ("n",), N_("New"), ROW, N_("Add a row below this one.")),
    Action("edit_row", ("e",), N_("Edit"), ROW, N_("Change this row in a form."), footer=True),
    Action("advance_row", ("space",), N_("Tick off"), ROW, N_("Tick off, or move the status one step on."), True),
    Action("move_bar", ("m",), N_("Move"), BARS, N_("Pick up this bar, to move or stretch it."), footer=True),
    Action("group_rows", ("v",), N_("Group"), BARS, N_("By phase, layer, lead, milestone or status."), footer=True),
    Action("group_none", (), N_("Rows not grouped"), BARS),
    Action("group_phase", (), N_("Rows by phase"), BARS),
    Action("group_layer", (), N_("Rows by layer"), BARS),
    Action("group_lead", (), N_("Rows by lead"), BARS),
    Action("group_milestone", (), N_("Rows by milestone"), BARS),
    Action("group_status", (), N_("Rows by status"), BARS),
    Action("reword", ("w",), N_("New words"), BARS, N_("Replace the old words of a bar that was moved.")),
    Action("zoom_in", ("plus", "equals_sign"), N_("Closer"), TIMELINE, N_("Show less time, with more detail."), True),
    Action("zoom_out", ("minus",), N_("Further"), TIMELINE, N_("Show more time."), footer=True),
    Action("fit_plan", ("f",), N_("Whole plan"), TIMELINE, N_("Make the whole plan fit."), footer=True),
    Action("show_today", ("t",), N_("Today"), TIMELINE, N_("Go to today."), footer=True),
    Action("show_bar", ("full_stop",), N_("To the bar"), TIMELINE, N_("Go to where this row is in time."), footer=True),
    Action("page_left", ("H", "shift+left"), N_("Page earlier"), TIMELINE, palette=False),
    Action("page_right", ("L", "shift+right"), N_("Page later"), TIMELINE, palette=False),
    Action("open_chapter", ("enter",), N_("Open"), CHAPTERS, N_("Show the texts and lists of this chapter."), True),
    Action("edit_chapter", ("e",), N_("Edit text"), CHAPTERS, N_("Change the texts of this chapter."), footer=True),
    Action("open_finding", ("enter",), N_("Go there"), CHECK, N_("Go to the record that it is about."), footer=True),
    Action("edit_finding", ("e",), N_("Edit"), CHECK, N_("Change the record that it is about in a form."), footer=True),
    Action(
        "dismiss_finding",
        ("d",),
        N_("Dismiss"),
        CHECK,
        N_("Put this aside with a reason, or make it count again."),
        True,
    ),
    Action("mark_finding", ("x",), N_("Mark"), CHECK, N_("Mark this finding, to put several aside at once."), True),
    Action("show_dismissed", ("a",), N_("Dismissed too"), CHECK, N_("Show or hide what was put aside."), footer=True),
    Action("group_findings", ("v",), N_("Group"), CHECK, N_("By severity or by chapter."), footer=True),
    Action("filter_findings", ("slash",), N_("Filter"), CHECK, N_("Show only findings that hold these words."), True),
    Action("clear_findings", ("escape",), N_("Clear"), CHECK, N_("Clear the filter and the marks."), palette=False),
    Action("go_back", ("enter",), N_("Go back"), RECOVERY, N_("Make the plan what it was; you can undo that."), True),
    Action("open_source", ("o",), N_("Open file"), SUPPLIER, N_("Read the plan that the supplier sent."), footer=True),
    Action("add_lacking", ("a",), N_("Add lacking"), SUPPLIER, N_("Add what the supplier's plan lacks."), footer=True),
    Action("show_matrix", ("m",), N_("Matrix"), MATRIX, N_("Walk through the matrix; Enter shows one cell."), True),
    Action("occur", ("o",), N_("Occurred"), RISK, N_("Make it an issue, with its actions, in the log."), footer=True),
    Action("review", ("v",), N_("Reviewed"), RISK, N_("Note that you looked at these risks today."), footer=True),
    Action("choose", ("enter",), N_("Choose"), DIFFERENCES, N_("Choose one of the versions."), footer=True),
    Action("keep_left", ("left_square_bracket",), N_("Left"), DIFFERENCES, N_("Keep the version on the left."), True),
    Action("keep_right", ("right_square_bracket",), N_("Right"), DIFFERENCES, N_("Keep the one on the right."), True),
    Action("write_third", ("e",), N_("Write it"), DIFFERENCES, N_("Write a version that settles it."), footer=True),
    Action("other_version", ("v",), N_("Third version"), DIFFERENCES, N_("Show another version on the right.")),
    Action("since", ("t",), N_("Since"), HISTORY, N_("Only since a moment, such as last week."), footer=True),
    Action("bring_back", ("enter",), N_("Bring back"), BIN, N_("Out of the bin, with what went along."), footer=True),
    Action("mark_removed", ("x",), N_("Mark"), BIN, N_("Mark this row, to bring several back."), footer=True),
    Action("take_in_copy", ("enter",), N_("Take in"), COPIES, N_("Merge this copy and put it away."), footer=True),
    Action("leave_copy", ("w",), N_("Leave"), COPIES, N_("Leave this copy; do not offer it again."), footer=True),
    Action("go_to_row", ("o",), N_("To the record"), ROWS, N_("Go to the record on its own screen."), footer=True),
    Action("filter_rows", ("slash",), N_("Filter"), ROWS, N_("Show only rows that hold these words."), footer=True),
    Action("clear_rows", ("escape",), N_("Back"), ROWS, N_("Clear filter and marks; then back."), palette=False),
    Action("differences_here", ("equals_sign",), N_("Differences"), LIST, N_("What is to be decided about this row.")),
    Action("history_here", ("H",), N_("History"), LIST, N_("Who changed this row, what and when.")),
    Action("this_history", ("H",), N_("History"), DETAIL, N_("Who changed this record, what and when."), footer=True),
    Action("these_differences", ("equals_sign",), N_("Differences"), DETAIL, N_("What is to be decided about it.")),
    Action("erase_person", ("E",), N_("Erase"), PERSON, N_("Take this person out of the plan for good (AVG).")),
    Action("erase_now", ("enter",), N_("Erase"), ERASE, N_("Erase for good; asks first."), footer=True),
    Action("erase_parts", ("x",), N_("Parts too"), ERASE, N_("Erase the loose parts of the name too, or not."), True),
    Action("leave_erase", ("escape",), N_("Cancel"), ERASE, N_("Back; nothing is erased."), footer=True, palette=False),
    Action("put_down", ("enter",), N_("Put down"), MOVE, N_("Keep it here, with all that moves along."), footer=True),
    Action("put_back", ("escape",), N_("Put back"), MOVE, N_("Leave everything as it was."), footer=True),
    Action("stretch", ("tab",), N_("Bar or end"), MOVE, N_("Move the whole bar, or only its end or start."), True),
    Action("day_later", ("right", "l"), N_("Day later"), MOVE, N_("The bar, or its end, one day later."), footer=True),
    Action("day_earlier", ("left", "h"), N_("Day earlier"), MOVE, N_("The bar, or its end, one day earlier."), True),
    Action("week_later", ("L", "shift+right"), N_("Week later"), MOVE, footer=True),
    Action("week_earlier", ("H", "shift+left"), N_("Week earlier"), MOVE, footer=True),
    Action("month_later", ("pagedown",), N_("Month later"), MOVE, N_("Whole months stay whole months."), footer=True),
    Action("month_earlier", ("pageup",), N_("Month earlier"), MOVE, N_("Whole months stay whole months."), footer=True),
    Action("cursor_up", ("up", "k"), N_("Up"), TABLE, palette=False),
    Action("cursor_down", ("down", "j"), N_("Down"), TABLE, palette=False),
    Action("cursor_left", ("left", "h"), N_("To the left"), TABLE, palette=False),
    Action("cursor_right", ("right", "l"), N_("To the right"), TABLE, palette=False),
    Action("page_up", ("pageup",), N_("Page up"), TABLE, palette=False),
    Action("page_down", ("pagedown",), N_("Page down"), TABLE, palette=False),
    Action("cursor_first", ("g", "home"), N_("First row"), TABLE, palette=False),
    Action("cursor_last", ("G", "end"), N_("Last row"), TABLE, palette=False),
    Action("edit_this", ("e",), N_("Edit"), DETAIL, N_("Change this record in a form."), footer=True),
    Action("scroll_down", ("down", "j"), N_("Down"), DETAIL, palette=False),
    Action("scroll_up", ("up", "k"), N_("Up"), DETAIL, palette=False),
    Action("scroll_page_down", ("pagedown", "space"), N_("Page down"), DETAIL, palette=False),
    Action("scroll_page_up", ("pageup",), N_("Page up"), DETAIL, palette=False),
    Action("close", ("escape", "enter"), N_("Back"), DETAIL, N_("Back to the list."), footer=True),
    Action("save_form", ("f2", "ctrl+o"), N_("Save"), FORM, N_("Keep what you filled in."), footer=True),
    Action("next_field", ("tab", "down", "enter"), N_("Next field"), FORM, footer=True),
    Action("previous_field", ("shift+tab", "up"), N_("Previous field"), FORM),
    Action("cancel", ("escape",), N_("Cancel"), FORM, N_("Leave the form; asks when something changed."), footer=True),
    Action("external_editor", ("f4",), N_("Own editor"), TEXT, N_("Write a long text in the editor of EDITOR."), True),
    Action("go_overview", ("1",), N_("Overview"), APP, N_("How are we doing?")),
    Action("go_activities", ("2",), N_("Activities"), APP, N_("Who does what, and when?")),
    Action("go_milestones", ("3",), N_("Milestones"), APP, N_("What must be delivered, and how far is it?")),
    Action("go_risks", ("4",), N_("Risks"), APP, N_("What may go wrong, and what do we do about it?")),
    Action("go_timeline", ("5",), N_("Timeline"), APP, N_("What happens when?")),
    Action("go_chapters", ("6",), N_("Chapters"), APP, N_("How complete is the implementation plan?")),
    Action("go_stakeholders", ("7",), N_("Stakeholders"), APP, N_("Who has a stake, and what do they hear?")),
    Action("go_check", ("exclamation_mark",), N_("Check"), APP, N_("What is missing or contradicts itself?")),
    Action("go_runsheet", (), N_("Run-sheet"), APP, N_("Who does what in the migration weekend, and when?")),
    Action("go_responsibilities", (), N_("Responsibilities (VERI)"), APP, N_("Who decides, does, advises and hears?")),
    Action("go_aftercare", (), N_("Aftercare"), APP, N_("What is still open, and when does aftercare end?")),
    Action("go_evaluation", (), N_("Evaluation"), APP, N_("Did it go as planned, and what did we learn?")),
    Action("go_discharge", (), N_("Discharge"), APP, N_("What is still open before discharge?")),
    Action("go_schedule", (), N_("Schedule"), APP, N_("When does it end, and what can slip?")),
    Action("go_workload", (), N_("Workload"), APP, N_("How many hours are asked of whom?")),
    Action("go_baselines", (), N_("Baselines"), APP, N_("What has slipped since it was agreed?")),
    Action("go_reports", (), N_("Reports"), APP, N_("What do we tell the client?")),
    Action("go_people", (), N_("People and roles"), APP, N_("Who takes part?")),
    Action("go_recovery", (), N_("Restore"), APP, N_("Earlier states of the plan, and how to go back.")),
    Action("edit_plan", (), N_("Edit the plan's details"), APP, N_("Title, organisation, start, go-live and more.")),
    Action("undo", ("u",), N_("Undo"), APP, N_("Take your last change back."), footer=True),
    Action("redo", ("U",), N_("Redo"), APP, N_("Carry out again what you undid.")),
    Action("retry_save", ("r",), N_("Save again"), APP, N_("Try again after a save that failed.")),
    Action("palette", ("colon", "ctrl+p"), N_("Palette"), APP, N_("Find an action or a record by name.")),
    Action("help", ("question_mark", "f1"), N_("Help"), APP, N_("All keys of this screen."), footer=True),
    Action("quit", ("q",), N_("Quit"), APP, N_("Close the plan; everything is saved."), footer=True),
)
BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}

_KEY_LABELS: Mapping[str, str] = {
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "exclamation_mark": "!",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "full_stop": ".",
    "comma": ",",
    "enter": "Enter",
    "escape": "Esc",
    "space": N_("space"),
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "delete": "Del",
    "backspace": "Backspace",
}


def in_scopes(scopes: Iterable[str]) -> list[Action]:
    """The actions of these scopes, in the order of the table."""
    wanted = set(scopes)
    return [action for action in ACTIONS if action.scope in wanted]


def key_label(key: str, ascii_only: bool = False) -> str:
    """A key as people know it: ?, Ctrl+P, ↑."""
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    shown = _KEY_LABELS.get(name, name.upper() if modifiers or (name[:1] == "f" and name[1:].isdigit()) else name)
    if ascii_only and not shown.isascii():
        shown = name.capitalize()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), _(shown)])


def keys_of(action: Action, remapped: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The keys of an action: the user's where they chose any, else the default."""
    return tuple(remapped.get(action.id, action.keys))


# The user's own keys

_TOGETHER = (
    (LIST, TABLE, CHAPTER, APP),
    (LIST, TABLE, ACTIVITY, APP),
    (PICTURE, ROW, TABLE, PLANNING, OPTIONS, ACTIVITY, APP),
    (PICTURE, TABLE, LOAD, OPTIONS, APP),
    (DETAIL, ACTIVITY, APP),
    (LIST, TABLE, RESULTS, APP),
    (LIST, TABLE, STEPS, APP),
    (LIVE, APP),
    (GRID, TABLE),
    (PICTURE, ROW, TABLE, TIMELINE, BARS, APP),
    (CHAPTERS, TABLE, APP),
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
)
_NEEDED = ("quit", "help", "save_form", "cancel")
_UNCLEAR = ("ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket", "ctrl+s", "ctrl+q", "ctrl+b")
_UNICODE_NAMES = {"solidus": "slash", "hyphen_minus": "minus", "plus_sign": "plus", "low_line": "underscore"}
_MODIFIERS = ("ctrl", "shift", "alt")


class KeyProblem(msgspec.Struct, frozen=True):
    """What is wrong with the keys of one action in the settings, as a translated sentence."""

    key: str
    message: str
    suggestion: str = ""


def key_name(text: str) -> str:
    """A key as people write it (?, Ctrl+P, PgUp) in Textual's notation; empty where it is not a key."""
    import unicodedata

    *modifiers, base = text.strip().split("+") if len(text.strip()) > 1 else [text.strip()]
    modifiers = [modifier.strip().lower() for modifier in modifiers]
    if not base or any(modifier not in _MODIFIERS for modifier in modifiers):
        return ""
    if len(base) == 1:
        named = base if base.isalnum() else unicodedata.name(base, "").lower().replace(" ", "_").replace("-", "_")
        base = _UNICODE_NAMES.get(named, named).removesuffix("_") or ""
        return "+".join([*modifiers, base.lower() if "ctrl" in modifiers else base]) if base else ""
    word = base.lower()
    word = {"esc": "escape", "pgup": "pageup", "pgdn": "pagedown", "del": "delete", "ins": "insert"}.get(word, word)
    known = word in _KEY_LABELS or word in ("insert", "underscore") or (word[0] == "f" and word[1:].isdigit())
    return "+".join([*modifiers, word]) if known else ""


def keymap_problems(keys: Mapping[str, Sequence[str]]) -> list[KeyProblem]:
    """Everything that is wrong with the user's keys, one line for each action."""
    found = {action_id: sentence for action_id in keys if (sentence := _problem(action_id, keys))}
    return [KeyProblem(action_id, *sentence) for action_id, sentence in found.items()]


def usable_keys(keys: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The user's keys in Textual's notation, without those that have a problem; actions left out keep their default."""
    wrong = {problem.key for problem in keymap_problems(keys)}
    return {
        action_id: tuple(key_name(key) for key in chosen)
        for action_id, chosen in keys.items()
        if action_id not in wrong
    }


def _problem(action_id: str, keys: Mapping[str, Sequence[str]]) -> tuple[str, str] | None:
    from roadmap_tui.model.parsing import suggestion

    action = BY_ID.get(action_id)
    if action is None:
        return _("This action does not exist."), suggestion(action_id, BY_ID)
    if not keys[action_id] and action_id in _NEEDED:
        return _("This action needs a key."), ""
    for text in keys[action_id]:
        sentence = _key_problem(action, text, keys)
        if sentence:
            return sentence, ""
    return None


def _key_problem(action: Action, text: str, keys: Mapping[str, Sequence[str]]) -> str:
    name = key_name(text)
    if not name:
        return _('"{key}" is not a key.').format(key=text)
    if name in _UNCLEAR or (name.startswith("alt+") and len(name) == 5):
        return _('Terminals cannot pass on "{key}" reliably; choose another.').format(key=text)
    if action.scope == FORM and (len(name) == 1 or name == "space"):
        return _('"{key}" is needed for typing in a form.').format(key=text)
    for other in ACTIONS:
        if other.id != action.id and _meet(action, other) and name in _names(other, keys):
            return _('"{key}" already means: {action}.').format(key=text, action=_(other.label))
    return ""


def _meet(action: Action, other: Action) -> bool:
    return any(action.scope in scopes and other.scope in scopes for scopes in _TOGETHER)


def _names(action: Action, keys: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(key_name(key) for key in keys[action.id]) if action.id in keys else action.keys
