"""What departments are asked for month by month, with the placement of staff beside the programme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.planning.programme_state import Demand, demands
from roadmap_tui.view.formats import format_number
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.text import Line, Run, fit, one_line
from roadmap_tui.view.timescale import month_name

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


class CapacityMonths:
    """Departments by months, each cell what is asked there in days a week."""

    def __init__(self, outlook: Outlook) -> None:
        found = demands(outlook)
        self.departments: Sequence[str] = tuple(dict.fromkeys(each.department for each in found))
        self.months: Sequence[date] = tuple(sorted({each.month for each in found}))
        self._cells: Mapping[tuple[str, date], Demand] = {(each.department, each.month): each for each in found}

    def at(self, row: int, column: int) -> Demand | None:
        """What is asked of a department in a month; None where nothing is."""
        return self._cells.get((self.departments[row], self.months[column]))

    @cached_property
    def short(self) -> Mapping[str, int]:
        """In how many months a department is asked for more than it has."""
        return {
            name: sum(1 for (where, _month), each in self._cells.items() if where == name and each.is_short)
            for name in self.departments
        }

    def verdict(self, row: int) -> tuple[str, Tone]:
        """How a department comes out, in a word."""
        count = self.short[self.departments[row]]
        return (_("{count} short").format(count=count), Tone.BAD) if count else ("", Tone.GOOD)


def sign_of(demand: Demand, glyphs: Glyphs) -> tuple[str, Tone]:
    """Days a week that are asked, with P for the placement of staff and a warning where it is too much."""
    text = format_number(demand.asked) + ("P" if demand.placement else "")
    if demand.is_short:
        return text + glyphs.warning, Tone.BAD
    return text, Tone.WARN if demand.placement else Tone.NORMAL


def heading_of(months: Sequence[date], column: int, width: int) -> list[str]:
    """The two lines above a month: its year where that begins, and its name."""
    month = months[column]
    year = str(month.year) if not column or month.month == 1 else ""
    return [fit(year, width), fit(month_name(month, short=True), width)]


def legend(glyphs: Glyphs) -> str:
    """What the signs mean."""
    words = (_("days a week that are asked"), "P " + _("placement of staff too"))
    return "   ".join((*words, f"{glyphs.warning} {_('more than there is')}"))


def words_for(demand: Demand | None, department: str, month: date) -> Line:
    """One cell in words."""
    head = Run(f"  {one_line(department)}, {month_name(month)} {month.year}: ")
    if demand is None:
        return [head, Run(_("nothing asked"), Tone.STRONG)]
    parts = (
        (_("programme"), demand.programme),
        (_("placement of staff"), demand.placement),
        (_("regular work"), demand.regular),
    )
    told = ", ".join(f"{label} {format_number(days)}" for label, days in parts if days)
    there = format_number(demand.available) if demand.available is not None else _("not said")
    tone = Tone.BAD if demand.is_short else Tone.STRONG
    return [head, Run(told, tone), Run("   " + _("available: {days}").format(days=there), Tone.MUTED)]


def capacity_table(outlook: Outlook) -> tuple[list[str], list[list[str]]]:
    """The months for a document: a row for each, a column per department; empty where nothing is asked."""
    found = CapacityMonths(outlook)
    rows = []
    for column, month in enumerate(found.months):
        cells = [found.at(row, column) for row in range(len(found.departments))]
        rows.append([f"{month_name(month)} {month.year}", *(_told(cell) for cell in cells)])
    return [_("Month"), *(one_line(name) for name in found.departments)], rows


def _told(demand: Demand | None) -> str:
    if demand is None:
        return ""
    words = format_number(demand.asked)
    if demand.available is not None:
        words = _("{asked} of {there}").format(asked=words, there=format_number(demand.available))
    if demand.placement:
        words += " (" + _("placement of staff") + f" {format_number(demand.placement)})"
    return words + (" !" if demand.is_short else "")
