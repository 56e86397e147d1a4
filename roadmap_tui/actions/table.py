"""Every user action once: its id, default keys, label, where it works and what it does.

Key bindings, the footer, the palette, the help screen and `roadmap keys` all come from this table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from roadmap_tui.actions import (
    chapters,
    everywhere,
    joint,
    looking,
    programme,
    records,
    redesign,
    results,
    schedule,
    sharing,
    timeline,
)
from roadmap_tui.actions.action import Action
from roadmap_tui.actions.scopes import with_parts

ACTIONS: tuple[Action, ...] = (
    *records.OPENING,
    *records.ENTRY_ACTIONS,
    *results.ACTIONS,
    *joint.ACTIONS,
    *timeline.ACTIONS,
    *schedule.ACTIONS,
    *chapters.ACTIONS,
    *programme.ACTIONS,
    *redesign.ACTIONS,
    *sharing.ACTIONS,
    *records.ACTIONS,
    *looking.ACTIONS,
    *everywhere.ACTIONS,
)
"""In the order in which the footer and the help show them: what is special to a screen comes before what is not."""
BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}


def in_scopes(scopes: Iterable[str]) -> list[Action]:
    """The actions of these scopes and what comes along with them, in the order of the table."""
    wanted = set(with_parts(scopes))
    return [action for action in ACTIONS if action.scope in wanted]
