"""Figures of a plan that people would rather look at than read: checklists, money, risks and hours per week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.record import fields_of
from roadmap_tui.model.risk import Risk
from roadmap_tui.planning.reporting.money import totals
from roadmap_tui.view.formats import bar, format_number, grouped, week
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.text import Line, Run, fit, trim, width_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_LEAST_BAR, _BAR, _WEEKS = 12, 24, 40
_MOST_ACTIVITIES: Final = 250
"""Above this the hours per week are left out: adding them up would hold the next key."""


def pulse(outlook: Outlook, width: int, glyphs: Glyphs) -> list[Line]:
    """One line per figure that the plan says something about, with the pictures below each other."""
    found = [
        (_("Checklists"), list(_checklists(outlook, width, glyphs))),
        (_("Money"), list(_money(outlook, width, glyphs))),
        (_("Open risks"), list(_risks(outlook, glyphs))),
        (_("Hours per week"), list(_hours(outlook, width // 2, glyphs))),
    ]
    shown = [(label, line) for label, line in found if line]
    room = max((width_of(label) for label, _line in shown), default=0) + 2
    lines: list[Line] = []
    for label, line in shown:
        lines.append(trim([Run(fit(label, room), Tone.MUTED), *line], width, glyphs.ellipsis))
        more = _overrun(outlook, glyphs) if label == _("Money") else []
        lines.append([Run(" " * room), *more] if more else [])
    return lines


def _bar(share: float, tone: Tone, width: int, glyphs: Glyphs) -> Iterator[Run]:
    drawn, rest = bar(share, max(_LEAST_BAR, min(_BAR, width // 4)), glyphs)
    yield Run(drawn, tone)
    yield Run(rest + "  ", Tone.MUTED)


def _checklists(outlook: Outlook, width: int, glyphs: Glyphs) -> Iterator[Run]:
    milestones = [outlook.milestone(each) for each in outlook.records(Milestone.TABLE) if isinstance(each, Milestone)]
    done, total = sum(each.done for each in milestones), sum(each.total for each in milestones)
    if total:
        yield from _bar(done / total, Tone.GOOD, width, glyphs)
        yield Run(_("{done} of {total} points done").format(done=done, total=total))


def _money(outlook: Outlook, width: int, glyphs: Glyphs) -> Iterator[Run]:
    money = totals(outlook.records)
    if not money.granted:
        return
    spent = money.spent or 0
    yield from _bar(spent / money.granted, Tone.NORMAL, width, glyphs)
    yield Run(_("€ {spent} of € {granted} spent").format(spent=grouped(spent), granted=grouped(money.granted)))


def _overrun(outlook: Outlook, glyphs: Glyphs) -> Line:
    over = totals(outlook.records).over or 0
    words = _("€ {amount} more expected than granted").format(amount=grouped(over))
    return [Run(f"{glyphs.warning} {words}", Tone.BAD)] if over > 0 else []


def _risks(outlook: Outlook, glyphs: Glyphs) -> Iterator[Run]:
    risks = [each for each in outlook.records(Risk.TABLE) if isinstance(each, Risk) and outlook.risk(each).open]
    for choice in fields_of(Risk)["trend"].choices if risks else ():
        count = sum(1 for risk in risks if risk.trend == choice.code)
        words = f"{glyphs.sign(choice.glyph)} {count} {_(choice.label).lower()}"
        yield Run(words + "   ", choice.tone if count else Tone.MUTED)


def _hours(outlook: Outlook, room: int, glyphs: Glyphs) -> Iterator[Run]:
    if len(outlook.records(Activity.TABLE)) > _MOST_ACTIVITIES:
        return
    from roadmap_tui.planning.workload import workload

    monday = outlook.today - timedelta(days=outlook.today.weekday())
    per_week: dict[date, float] = {}
    for load in workload(outlook).loads:
        for slot in load.slots:
            if slot.start >= monday:
                per_week[slot.start] = per_week.get(slot.start, 0) + slot.hours
    if not per_week:
        return
    peak = max(per_week, key=lambda start: per_week[start])
    last = min((max(per_week) - monday).days // 7 + 1, max(1, min(_WEEKS, room)))
    weeks = [per_week.get(monday + timedelta(weeks=number), 0.0) for number in range(last)]
    yield Run("".join(_level(hours, per_week[peak], glyphs) for hours in weeks) + "  ")
    words = _("most in {week}: {hours} hours").format(week=week(peak), hours=format_number(round(per_week[peak])))
    yield Run(words)


def _level(hours: float, peak: float, glyphs: Glyphs) -> str:
    steps = len(glyphs.levels)
    return glyphs.levels[min(steps - 1, int(hours / peak * steps))] if hours else " "
