"""The plan as it would be without its options, for the commands that show how it stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from roadmap_tui.planning.options import without_options

if TYPE_CHECKING:
    from roadmap_tui.model.plan import Plan
    from roadmap_tui.planning.outlook import Outlook
    from roadmap_tui.session import LastChange, Session


class WithoutOptions:
    """Stands in for a Session where a plan is only looked at."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._outlook = without_options(session.outlook)

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self._session.plan

    @property
    def today(self) -> date:
        """The day on which it is looked at."""
        return self._session.today

    @property
    def outlook(self) -> Outlook:
        """What follows from the plan without its options."""
        return self._outlook

    def last_change(self) -> LastChange | None:
        """When the plan was last changed."""
        return self._session.last_change()
