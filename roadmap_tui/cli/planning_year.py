"""What a command tells about the planning year of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from roadmap_tui.cli.output import say
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity

if TYPE_CHECKING:
    from roadmap_tui.model.record import Record
    from roadmap_tui.session import Session


def note_guessed_year(session: Session, records: Iterable[Record | None]) -> None:
    """Tell once where moments name no year and neither does the plan, and how to give it one."""
    if session.plan.year is not None:
        return
    from roadmap_tui.view.readings import guessed_year

    outlook = session.outlook
    for record in records:
        if isinstance(record, Activity):
            year = guessed_year(outlook.activity(record).when, session.plan, outlook.context.year)
            if year is not None:
                text = _("The plan has no planning year; {year} is meant for now. Give it one with: {command}")
                say(text.format(year=year, command=f"roadmap set {session.path} plan year={year}"))
                return
