"""How training, support, the DAP and aftercare stand, each in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.agreement import DapAgreement, SlaNorm
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.support import SupportTask
from roadmap_tui.planning.aftercare import aftercare
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.training import ENOUGH, training
from roadmap_tui.view.formats import long_date
from roadmap_tui.view.text import Line, Run

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


def training_line(outlook: Outlook) -> Line:
    """62% trained (58 of 94); 90% is needed before go/no-go."""
    found = training(outlook)
    if found.share is None:
        return [Run("  " + _("Nobody to train yet."), Tone.MUTED)]
    soon = found.before is not None and outlook.today >= found.before
    tone = Tone.GOOD if found.enough else Tone.BAD if soon else Tone.WARN
    share = _("{share}% trained").format(share=found.share)
    count = _("{trained} of {planned} people").format(trained=found.trained, planned=found.planned)
    line = [Run(f"  {share}", tone), Run(f"   {count}", Tone.NORMAL)]
    if found.before is None:
        return line
    need = _("{enough}% before go/no-go on {day}").format(enough=ENOUGH, day=long_date(found.before))
    return [*line, Run(f"   {need}", Tone.MUTED)]


def support_line(outlook: Outlook) -> Line:
    """5 of 8 support tasks arranged."""
    tasks = all_of(outlook, SupportTask)
    done = sum(task.status == "done" for task in tasks)
    alone = sum(not task.stand_in.strip() for task in tasks)
    line = [Run("  " + _("{done} of {total} arranged").format(done=done, total=len(tasks)), Tone.STRONG)]
    if alone:
        words = ngettext("{count} has no stand-in", "{count} have no stand-in", alone).format(count=alone)
        line.append(Run(f"   {words}", Tone.WARN))
    return line


def dap_line(outlook: Outlook) -> Line:
    """4 of 6 procedures agreed, 1 without a norm."""
    records, norms = all_of(outlook, DapAgreement), all_of(outlook, SlaNorm)
    done = sum(record.status == "done" for record in records)
    loose = sum(record.norm is None for record in records)
    words = _("{done} of {total} procedures agreed").format(done=done, total=len(records))
    line = [Run(f"  {words}", Tone.STRONG)]
    if not norms:
        return [*line, Run("   " + _("there are no SLA norms yet"), Tone.WARN)]
    if loose:
        words = ngettext("{count} without an SLA norm", "{count} without an SLA norm", loose).format(count=loose)
        line.append(Run(f"   {words}", Tone.WARN))
    return line


def aftercare_line(outlook: Outlook) -> Line:
    """Until ma 14-12-2026; 3 of 5 points open; 2 of 4 criteria met."""
    found = aftercare(outlook)
    end = _("until {day}").format(day=long_date(found.end)) if found.end else _("no end date yet")
    over = found.end is not None and found.end < outlook.today and bool(found.open_points or found.unmet)
    points = _("{open} of {total} points open").format(open=len(found.open_points), total=found.points)
    met = _("{met} of {total} criteria met").format(met=found.criteria - len(found.unmet), total=found.criteria)
    tone = Tone.BAD if over or found.end is None else Tone.STRONG
    return [Run(f"  {end}", tone), Run(f"   {points}   {met}", Tone.NORMAL)]
