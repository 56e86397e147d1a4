"""Which findings somebody put aside: they stay away until what they rest on changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.model.dismissal import Dismissal
from roadmap_tui.model.reading import BadValue
from roadmap_tui.planning.chapters import SHAPES, of_table
from roadmap_tui.planning.findings import SEVERITIES, Finding, all_of
from roadmap_tui.planning.gaps import findings
from roadmap_tui.planning.section_sets import SETS, home_of
from roadmap_tui.planning.sections import Shape

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_OF_CODE: Final = {"negative_goal": "goal", "unread_classes": "risks", "unread_days_off": "planning"}
_GENERAL: Final = ("log", "budget")
"""Tables that a set of sections shows too, but that belong to every plan."""
_CHAPTER_OF: Final = {"checkpoints": "results", "links": "planning", "baselines": "planning"}


class Judged(msgspec.Struct, frozen=True):
    """A finding with the chapter it belongs to, and the record that dismissed it, if any."""

    finding: Finding
    shape: Shape | None
    dismissal: Dismissal | None


def judged(outlook: Outlook, bad_values: Iterable[BadValue] = ()) -> list[Judged]:
    """All findings, the most pressing first and then in the order of the chapters."""
    known = {(each.code, each.about, each.basis): each for each in all_of(outlook, Dismissal)}
    found = [
        Judged(finding, chapter_of(finding), known.get((finding.code, finding.id, finding.basis)))
        for finding in findings(outlook, bad_values)
    ]
    found.sort(key=lambda each: (SEVERITIES.index(each.finding.severity), place_of(each.shape)))
    return found


def still_open(found: Iterable[Judged]) -> list[Judged]:
    """The findings that nobody put aside."""
    return [each for each in found if each.dismissal is None]


def chapter_of(finding: Finding) -> Shape | None:
    """The chapter or other section in which a finding is put right; None for what stands in none, such as links."""
    code = _OF_CODE.get(finding.code) or _CHAPTER_OF.get(finding.table, "")
    found = next((shape for shape in SHAPES if shape.code == code), None) or of_table(finding.table)
    if found is not None or finding.table in _GENERAL:
        return found
    home = home_of(finding.table)
    return home[1] if home else None


def place_of(shape: Shape | None) -> int:
    """The number of a chapter; what stands in none comes after them, and then the sections of other sets."""
    if shape is None or shape in SHAPES:
        return SHAPES.index(shape) + 1 if shape is not None else len(SHAPES) + 1
    return len(SHAPES) + 1 + [each for group in SETS for each in group.shapes].index(shape)
