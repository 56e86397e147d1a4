"""A plan beside its baseline as rows for a screen: what slipped, in words, then what is new and what went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.view.formats import format_date
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.rows import Row, plain
from roadmap_tui.view.schedule_text import slip_text
from roadmap_tui.view.text import Line, Run, fit, one_line

if TYPE_CHECKING:
    from roadmap_tui.planning.baseline import Comparison, Slip

_NUMBER, _DATE, _SLIP = 5, 10, 16


def comparison_rows(found: Comparison, removed: Mapping[int, str], glyphs: Glyphs) -> list[Row]:
    """Milestones first, then activities; what kept its date stays visible but recedes."""
    rows = [plain(*_ends(found)), plain()]
    for label, slips in ((_("Milestones"), found.milestones), (_("Activities"), found.activities)):
        if slips:
            same = sum(1 for slip in slips if not slip.days and slip.was == slip.now)
            heading = _("{count} unchanged").format(count=same)
            rows.append(plain(Run(label, Tone.STRONG), Run(f"   {heading}", Tone.MUTED)))
            rows += [_slip_row(slip, glyphs) for slip in slips]
            rows.append(plain())
    if found.added:
        rows.append(plain(Run(_("New since then"), Tone.STRONG)))
        rows += [_titled(f"{record.number}", record.title, glyphs, record) for record in found.added]
        rows.append(plain())
    if removed:
        rows.append(plain(Run(_("Gone since then"), Tone.STRONG)))
        rows += [plain(Run(one_line(title), Tone.MUTED)) for title in removed.values()]
    return rows


def _ends(found: Comparison) -> Iterable[Run]:
    text = _("The end of the plan: {before}, now {after} ({slip}).")
    words = text.format(
        before=format_date(found.was) or "-", after=format_date(found.now) or "-", slip=slip_text(found.days)
    )
    tone = Tone.BAD if found.days and found.days > 0 else Tone.GOOD if found.days else Tone.STRONG
    return [Run(words, tone)]


def _titled(number: str, title: str, glyphs: Glyphs, record: Record) -> Row:
    def draw(width: int) -> Line:
        return [
            Run(fit(number, _NUMBER), Tone.MUTED),
            Run(fit(one_line(title), max(8, width - _NUMBER), glyphs.ellipsis).rstrip()),
        ]

    return Row(draw, record)


def _slip_row(slip: Slip, glyphs: Glyphs) -> Row:
    moved = slip.was != slip.now
    tone = Tone.MUTED if not moved else Tone.NORMAL if not slip.days else Tone.BAD if slip.days > 0 else Tone.GOOD

    def draw(width: int) -> Line:
        room = max(8, width - _NUMBER - 2 * _DATE - _SLIP - 6)
        return [
            Run(fit(slip.record.number, _NUMBER), Tone.MUTED),
            Run(fit(one_line(slip.record.title), room, glyphs.ellipsis) + " ", Tone.NORMAL if moved else Tone.MUTED),
            Run(fit(format_date(slip.was[1]) or "-", _DATE) + " ", Tone.MUTED),
            Run(f"{glyphs.right} " if moved else "  ", Tone.MUTED),
            Run(fit((format_date(slip.now[1]) or "-") if moved else "", _DATE) + "  "),
            Run(fit(slip_text(slip.days), _SLIP), tone),
        ]

    return Row(draw, slip.record)
