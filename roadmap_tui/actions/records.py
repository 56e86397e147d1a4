"""What a user can do with rows and records of every kind."""

from __future__ import annotations

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.scopes import CELL, DETAIL, ENTRY, FILTER, LIST, MARK, PICTURE, ROW, ROWS, TABLE
from roadmap_tui.i18n import N_

OPENING: tuple[Action, ...] = (
    Action("open", ("enter",), N_("Open"), LIST, N_("Show everything about this row."), footer=True),
)
ACTIONS: tuple[Action, ...] = (
    Action("new", ("n",), N_("New"), LIST, N_("Add a row below this one."), footer=True),
    Action("edit", ("e",), N_("Edit"), LIST, N_("Change this row in a form."), footer=True),
    Action("advance", ("space",), N_("Tick off"), LIST, N_("Tick off, or move the status one step on."), footer=True),
    Action("filter", ("slash",), N_("Filter"), FILTER, N_("Show only rows that hold these words."), footer=True),
    Action("sort", ("s",), N_("Sort"), LIST, N_("Sort by the next column; after the last: own order."), footer=True),
    Action("mark", ("x",), N_("Mark"), MARK, N_("Mark this row, so that an action works on all marked rows.")),
    Action("mark_range", ("X",), N_("Mark up to here"), MARK, N_("Mark every row from the last mark up to this one.")),
    Action("mark_all", ("asterisk",), N_("Mark all"), MARK, N_("Mark all rows that are shown, or none.")),
    Action("set_field", ("S",), N_("Set a field"), LIST, N_("Give one field of all marked rows the same value.")),
    Action("copy_rows", ("y",), N_("Copy"), LIST, N_("Put this row, or the marked ones, on the clipboard.")),
    Action("copy_table", ("Y",), N_("Copy table"), LIST, N_("Put all rows that are shown on the clipboard.")),
    Action("delete", ("d",), N_("Delete"), LIST, N_("Remove these rows; asks first."), footer=True),
    Action("edit_cell", ("i",), N_("Edit cell"), LIST, N_("Change one cell here; Tab goes to the next."), footer=True),
    Action("duplicate", ("D",), N_("Duplicate"), LIST, N_("Copy these rows with what belongs to them.")),
    Action("move_up", ("K", "shift+up"), N_("Move up"), LIST, N_("Move this row one place up.")),
    Action("move_down", ("J", "shift+down"), N_("Move down"), LIST, N_("Move this row one place down.")),
    Action("clear", ("escape",), N_("Clear"), FILTER, N_("Clear the filter and the marks."), palette=False),
    Action("next_pane", ("tab",), N_("Other list"), LIST, N_("Go to the other list on this screen."), palette=False),
    Action("show", ("enter",), N_("Open"), PICTURE, N_("Go to this row on its own screen."), footer=True),
    Action("new_row", ("n",), N_("New"), ROW, N_("Add a row below this one.")),
    Action("edit_row", ("e",), N_("Edit"), ROW, N_("Change this row in a form."), footer=True),
    Action("advance_row", ("space",), N_("Tick off"), ROW, N_("Tick off, or move the status one step on."), True),
    Action("go_to_row", ("o",), N_("To the record"), ROWS, N_("Go to the record on its own screen."), footer=True),
    Action("differences_here", ("equals_sign",), N_("Differences"), LIST, N_("What is to be decided about this row.")),
    Action("history_here", ("H",), N_("History"), LIST, N_("Who changed this row, what and when.")),
    Action("this_history", ("H",), N_("History"), DETAIL, N_("Who changed this record, what and when."), footer=True),
    Action("these_differences", ("equals_sign",), N_("Differences"), DETAIL, N_("What is to be decided about it.")),
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
    Action("save_cell", ("enter", "f2"), N_("Save"), CELL, N_("Keep what you typed."), footer=True),
    Action("leave_cell", ("escape",), N_("Cancel"), CELL, N_("Leave the cell as it was."), footer=True),
    Action(
        "next_cell", ("tab",), N_("Next cell"), CELL, N_("Keep it and go to the next cell of the row."), footer=True
    ),
    Action("previous_cell", ("shift+tab",), N_("Previous cell"), CELL, N_("Keep it and go to the one before.")),
    Action("cell_below", ("down",), N_("Row below"), CELL, N_("Keep it and go to the same cell one row down."), True),
    Action("cell_above", ("up",), N_("Row above"), CELL, N_("Keep it and go to the same cell one row up.")),
)
ENTRY_ACTIONS: tuple[Action, ...] = (
    Action("quick_add", ("a",), N_("Quick add"), ENTRY, N_("One line in your own words becomes an activity."), True),
    Action("paste", ("p", "ctrl+v"), N_("Paste"), ENTRY, N_("Take in a table from Word or Excel, or lines of text.")),
)
