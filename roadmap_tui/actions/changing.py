"""Which actions change the plan: those are refused, and not offered, where it is open for reading only."""

from __future__ import annotations

_ROWS = """
    new edit advance set_field delete edit_cell duplicate move_up move_down quick_add paste new_row edit_row advance_row
    edit_this edit_plan undo redo retry_save make_activities
"""
_RESULTS = """
    not_applicable measure_step new_rehearsal take_durations keep_rehearsal clean_steps stamp fail_step skip_step
    add_row put_accountable put_working put_r put_consulted put_informed put_nothing put_next
"""
_PICTURES = """
    move_bar reword what_if leave_out edit_text edit_chapter edit_finding dismiss_finding add_lacking occur review
"""
_PROGRAMME = """
    mark_conforms mark_deviates mark_applies mark_nothing mark_next note_cell edit_light rate_all decide_chance
    edit_entry new_entry form_entry advance_entry remove_entry new_grid_row new_grid_column new_consequence
    usual_columns trace_edit
"""
_HANDS = "restore_copy choose keep_left keep_right write_third bring_back take_in_copy erase_person erase_now"

CHANGING = frozenset(f"{_ROWS} {_RESULTS} {_PICTURES} {_PROGRAMME} {_HANDS}".split())
