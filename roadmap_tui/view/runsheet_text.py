"""The run-sheet as text, and its heading on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import fields_of
from roadmap_tui.model.runsheet import RunStep
from roadmap_tui.planning.cutover import Cutover, StepProgress
from roadmap_tui.planning.rehearsals import rehearsals
from roadmap_tui.view.formats import duration, format_date
from roadmap_tui.view.glyphs import Glyphs, choice_sign
from roadmap_tui.view.live import day_clock, delay_tone, delay_words
from roadmap_tui.view.result_tables import moment_text
from roadmap_tui.view.text import Line, Run, fit, one_line, width_of, wrap

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_WHO: Final = 20
_ROOMY: Final = 72


def heading(outlook: Outlook, found: Cutover) -> Line:
    """From when to when, how many steps, until when there is a way back, and how it stands."""
    starts = [row.planned_start for row in found.rows if row.planned_start]
    line: Line = []
    if starts:
        words = _("{start} to {end}").format(start=moment_text(min(starts)), end=moment_text(found.planned_end))
        line.append(Run(" ".join(words.split()) + "   ", Tone.STRONG))
    count = ngettext("{count} step", "{count} steps", len(found.rows)).format(count=len(found.rows))
    line.append(Run(count, Tone.NORMAL))
    if found.points:
        deadline = day_clock(found.points[-1].deadline)
        line.append(Run("   " + _("last way back {moment}").format(moment=deadline), Tone.NORMAL))
    held = len(rehearsals(outlook))
    if held:
        line.append(
            Run("   " + ngettext("{count} rehearsal", "{count} rehearsals", held).format(count=held), Tone.MUTED)
        )
    return line


def run_sheet_lines(outlook: Outlook, found: Cutover, width: int, glyphs: Glyphs) -> Iterator[Line]:
    """The whole run-sheet for a terminal, with what really happened and what is expected."""
    yield heading(outlook, found)
    if found.started and not found.finished:
        delay = (found.active or found.upcoming[0]).delay
        yield [Run(delay_words(delay), delay_tone(delay))]
    if found.warning:
        point = found.warning
        words = _("Too late for the way back: {step} ends {end}, the last way back is {deadline}.").format(
            step=point.progress.step.number, end=day_clock(point.expected), deadline=day_clock(point.deadline)
        )
        yield [Run(f"{glyphs.warning} {words}", Tone.BAD)]
    yield []
    for row in found.rows:
        yield from _step(row, found.started, width, glyphs)
    yield from _rehearsals(outlook)


def _step(row: StepProgress, started: bool, width: int, glyphs: Glyphs) -> Iterator[Line]:
    step = row.step
    sign, tone = choice_sign(fields_of(RunStep)["status"], step.status, glyphs)
    head = f"{moment_text(row.planned_start):<15} {step.number:<4}"
    length = duration(step.minutes) if step.minutes is not None else ""
    who = fit(one_line(step.who), _WHO, glyphs.ellipsis) if width >= _ROOMY else ""
    room = width - width_of(head) - 2 - 8 - width_of(who) - 2
    mark = glyphs.diamond + " " if step.go_no_go else ""
    title = fit(mark + one_line(step.title), max(10, room), glyphs.ellipsis)
    yield [
        Run(f"{sign} ", tone), Run(head, Tone.NORMAL), Run(title + " ", Tone.STRONG), Run(f"{length:>7} ", Tone.NORMAL),
        Run(who, Tone.MUTED),
    ]  # fmt: skip
    yield from _below(row, started, width)


def _below(row: StepProgress, started: bool, width: int) -> Iterator[Line]:
    step, indent = row.step, " " * 22
    parts = []
    if started and row.start:
        real = row.began is not None
        words = _("really {start} to {end}") if real and row.ended else _("expected {start} to {end}")
        words = _("busy since {start}, ready {end}") if step.status == "active" else words
        parts.append((words.format(start=day_clock(row.start), end=day_clock(row.end)), delay_tone(row.delay)))
    if step.decision:
        decision = fields_of(RunStep)["decision"].choice(step.decision)
        words = _("{decision}, decided by {who}").format(
            decision=_(decision.label) if decision else "?", who=step.decided_by
        )
        parts.append((words, Tone.NORMAL))
    parts += [
        (f"{name}: {one_line(text)}", Tone.MUTED)
        for name, text in ((_("Check"), step.check), (_("Way back"), step.fallback))
        if text.strip()
    ]
    for text, tone in parts:
        for part in wrap(text, max(30, width - len(indent))):
            yield [Run(indent + part, tone)]


def _rehearsals(outlook: Outlook) -> Iterator[Line]:
    found = rehearsals(outlook)
    if found:
        yield []
    for each in found:
        held = format_date(each.rehearsal.day)
        words = _("{title}: {duration} in all").format(
            title=one_line(each.rehearsal.title), duration=duration(each.total)
        )
        yield [Run(f"{each.rehearsal.number:<4} {held:<11} {words}", Tone.NORMAL)]
