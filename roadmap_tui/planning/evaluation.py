"""The project beside its plan: every success criterion of the first chapter, and every aspect of GOTIK.

The facts come from the plan itself; the judgement and the explanation are people's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.i18n import _
from roadmap_tui.model.aftercare import OpenPoint
from roadmap_tui.model.evaluation import ASPECT, Evaluation
from roadmap_tui.model.fields import Choice
from roadmap_tui.model.goal import Criterion
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.stakeholder import Communication
from roadmap_tui.model.steering import BudgetLine
from roadmap_tui.model.support import SupportTask
from roadmap_tui.planning.aftercare import SETTLED
from roadmap_tui.planning.findings import all_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_DELIVERED: Final = ("delivered", "approved")


class AspectOutlook(msgspec.Struct, frozen=True):
    """One aspect of GOTIK with what the plan says of it, and the judgement where there is one."""

    aspect: Choice
    fact: str
    record: Evaluation | None


class EvaluationOutlook(msgspec.Struct, frozen=True):
    """Everything there is to judge."""

    criteria: tuple[Criterion, ...]
    aspects: tuple[AspectOutlook, ...]

    @property
    def judged(self) -> int:
        """How many of them have a judgement."""
        return sum(each.status != "open" for each in self.criteria) + sum(
            each.record is not None and each.record.status != "open" for each in self.aspects
        )

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.criteria) + len(self.aspects)


def evaluation(outlook: Outlook) -> EvaluationOutlook:
    """What to judge, with the facts; of two judgements on one aspect the last counts."""
    records = {each.aspect: each for each in all_of(outlook, Evaluation)}
    facts = {
        "money": _money(outlook),
        "organisation": _organisation(outlook),
        "time": _time(outlook),
        "information": _information(outlook),
        "quality": _quality(outlook),
    }
    aspects = tuple(AspectOutlook(each, facts[each.code], records.get(each.code)) for each in ASPECT)
    return EvaluationOutlook(tuple(all_of(outlook, Criterion)), aspects)


def euros(amount: float) -> str:
    """12.500 with points for thousands, without cents."""
    return f"{amount:,.0f}".replace(",", ".")


def _money(outlook: Outlook) -> str:
    lines = all_of(outlook, BudgetLine)
    if not lines:
        return _("no budget in the plan")
    granted = sum(line.granted or 0 for line in lines)
    expected = sum(line.expected if line.expected is not None else line.spent or 0 for line in lines)
    return _("€ {expected} expected of € {granted} granted").format(expected=euros(expected), granted=euros(granted))


def _organisation(outlook: Outlook) -> str:
    tasks = all_of(outlook, SupportTask)
    if not tasks:
        return _("no support tasks in the plan")
    done = sum(task.status == "done" for task in tasks)
    return _("{done} of {total} support tasks arranged").format(done=done, total=len(tasks))


def _time(outlook: Outlook) -> str:
    live = [each for each in all_of(outlook, Milestone) if each.status != "cancelled"]
    seen = [outlook.milestone(each) for each in live]
    done = sum(each.status in _DELIVERED for each in live)
    late = sum(each.late for each in seen)
    return _("{done} of {total} milestones delivered, {late} late").format(done=done, total=len(live), late=late)


def _information(outlook: Outlook) -> str:
    moments = [each for each in all_of(outlook, Communication) if each.status != "cancelled"]
    done = sum(each.status == "done" for each in moments)
    return _("{done} of {total} communication moments held").format(done=done, total=len(moments))


def _quality(outlook: Outlook) -> str:
    criteria, points = all_of(outlook, Criterion), all_of(outlook, OpenPoint)
    achieved = sum(each.status == "achieved" for each in criteria)
    left = sum(each.status not in SETTLED for each in points)
    return _("{achieved} of {total} success criteria achieved, {open} open points left").format(
        achieved=achieved, total=len(criteria), open=left
    )
