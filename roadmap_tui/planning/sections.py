"""A section of a document: its texts, its lists and how complete it is.

A section has texts (fields of the plan, so that two people can write different ones) and lists of records. It is
empty where nobody wrote anything, complete where nothing of what is asked is missing, and thin in between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from roadmap_tui.i18n import _
from roadmap_tui.planning.needs import Need, answered

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

State = Literal["empty", "thin", "complete"]


class Shape(msgspec.Struct, frozen=True):
    """What a section is made of: its title and question (message ids), its texts, its tables and what it needs."""

    code: str
    label: str
    question: str
    texts: tuple[str, ...]
    tables: tuple[str, ...]
    needs: Callable[[Any], Iterable[Need]]


class Section(msgspec.Struct, frozen=True):
    """A section as it is now: how many of its needs are met, and what is missing in one line each."""

    shape: Shape
    place: int
    state: State
    done: int
    total: int
    missing: tuple[str, ...]
    records: int

    @property
    def progress(self) -> int:
        """Percent of what is asked that is there."""
        return 100 * self.done // self.total if self.total else 0


def read_sections(outlook: Outlook, shapes: Sequence[Shape]) -> tuple[Section, ...]:
    """All sections of a set as they are today."""
    return tuple(read_section(outlook, shape, place) for place, shape in enumerate(shapes, 1))


def read_section(outlook: Outlook, shape: Shape, place: int) -> Section:
    """One section as it is today; `place` is its number in the set, from 1."""
    rows = [record for table in shape.tables for record in outlook.records(table)]
    found = [*shape.needs(outlook), *answered(rows)]
    missing = tuple(need.sentence for need in found if not need.met)
    written = any(str(getattr(outlook.plan, name) or "").strip() for name in shape.texts)
    if not missing:
        state: State = "complete"
    else:
        begun = written or bool(rows) or (not shape.tables and len(missing) < len(found))
        state = "thin" if begun else "empty"
    return Section(shape, place, state, len(found) - len(missing), len(found), missing, len(rows))


def state_label(state: State) -> str:
    """How complete a section is, in the user's language."""
    return {"empty": _("Empty"), "thin": _("Thin"), "complete": _("Complete")}[state]


def summary(found: Sequence[Section]) -> str:
    """How a set as a whole stands, in one sentence."""
    counts = {state: sum(1 for section in found if section.state == state) for state in ("complete", "thin", "empty")}
    return _("{complete} complete, {thin} thin, {empty} empty").format(**counts)
