"""The judgement that the plan's own data suggests for each GOTIK aspect, with the reason; a person decides.

Green stays within the agreed limits, amber threatens to leave them, red has left them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.risk import Risk
from roadmap_tui.model.scope import Precondition
from roadmap_tui.model.steering import LogEntry
from roadmap_tui.planning.reporting.money import totals

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

GREEN, AMBER, RED = "green", "amber", "red"
RED_SHARE: Final = 0.1
"""An expected overrun above this share of what was granted is red."""
_MANY: Final = 3


class Suggestion(msgspec.Struct, frozen=True):
    """A colour for one aspect, and why in one sentence."""

    aspect: str
    colour: str
    reason: str


def suggestions(outlook: Outlook) -> tuple[Suggestion, ...]:
    """One suggestion for every aspect, in the order of GOTIK."""
    return (
        Suggestion("money", *_money(outlook)),
        Suggestion("organisation", *_organisation(outlook)),
        Suggestion("time", *_time(outlook)),
        Suggestion("information", *_information(outlook)),
        Suggestion("quality", *_quality(outlook)),
    )


def _money(outlook: Outlook) -> tuple[str, str]:
    money = totals(outlook.records)
    if money.granted is None or money.over is None:
        return "", _("There is no budget in the plan to judge by.")
    if money.over <= 0:
        return GREEN, _("The expected costs stay within the budget.")
    share = money.over / money.granted if money.granted else 1.0
    words = _("The expected costs are {percent}% above the budget.").format(percent=max(1, round(share * 100)))
    return RED if share > RED_SHARE else AMBER, words


def _organisation(outlook: Outlook) -> tuple[str, str]:
    waiting = [p for p in outlook.records(Precondition.TABLE)
               if isinstance(p, Precondition) and outlook.precondition(p).late]  # fmt: skip
    alone = [a for a in outlook.records(Activity.TABLE) if isinstance(a, Activity) and a.status == "active"
             and not a.lead.strip()]  # fmt: skip
    if waiting:
        words = ngettext(
            "{count} precondition is overdue: {title}.", "{count} preconditions are overdue, first: {title}.",
            len(waiting),
        )  # fmt: skip
        return RED if len(waiting) > _MANY else AMBER, words.format(count=len(waiting), title=_title(waiting[0].title))
    if alone:
        return AMBER, _("Nobody leads {title}.").format(title=_title(alone[0].title))
    return GREEN, _("The people and preconditions that are needed are there.")


def _time(outlook: Outlook) -> tuple[str, str]:
    health = outlook.health
    if health.late_milestones:
        words = ngettext(
            "{count} milestone is late: {title}.", "{count} milestones are late, first {title}.",
            len(health.late_milestones),
        )  # fmt: skip
        return RED, words.format(count=len(health.late_milestones), title=_title(health.late_milestones[0].title))
    if health.late:
        words = ngettext(
            "{count} activity is late: {title}.", "{count} activities are late, first {title}.", len(health.late)
        )
        return AMBER, words.format(count=len(health.late), title=_title(health.late[0].title))
    return GREEN, _("Activities and milestones are on schedule.")


def _information(outlook: Outlook) -> tuple[str, str]:
    overdue = overdue_log(outlook, "decision")
    if overdue:
        words = ngettext(
            "{count} decision is overdue: {title}.", "{count} decisions are overdue, first: {title}.", len(overdue)
        )
        return AMBER, words.format(count=len(overdue), title=_title(overdue[0].title))
    return GREEN, _("Decisions were taken in time and are recorded.")


def _quality(outlook: Outlook) -> tuple[str, str]:
    heavy = [r for r in outlook.records(Risk.TABLE) if isinstance(r, Risk) and _is_very_high(outlook, r)]
    late = outlook.health.late_checkpoints
    if late:
        words = ngettext("{count} checkpoint is overdue.", "{count} checkpoints are overdue.", late)
        return AMBER, words.format(count=late)
    if heavy:
        return AMBER, _("A very high risk is open: {title}.").format(title=_title(heavy[0].title))
    return GREEN, _("The checkpoints that are due are in order.")


def _is_very_high(outlook: Outlook, risk: Risk) -> bool:
    seen = outlook.risk(risk)
    return seen.open and seen.level is not None and seen.level.code == "very_high"


def overdue_log(outlook: Outlook, kind: str = "") -> list[LogEntry]:
    """Open decisions, actions and issues whose date has passed, the oldest first."""
    found = [entry for entry in open_log(outlook) if entry.due is not None and entry.due < outlook.today]
    return [entry for entry in found if kind in ("", entry.kind)]


def open_log(outlook: Outlook) -> list[LogEntry]:
    """Decisions, actions and issues that still wait, the earliest date first and those without a date last."""
    entries = [entry for entry in outlook.records(LogEntry.TABLE) if isinstance(entry, LogEntry)]
    waiting = [entry for entry in entries if entry.status in ("open", "active")]
    return sorted(waiting, key=lambda entry: (entry.due is None, entry.due or outlook.today, entry.order))


def _title(text: str) -> str:
    return " ".join(text.split())
