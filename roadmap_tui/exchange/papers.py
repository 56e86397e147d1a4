"""The parts of a plan that make a document of their own, such as the run-sheet or the final report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from roadmap_tui.exchange import document_lists as lists
from roadmap_tui.exchange import redesign_lists as redesign
from roadmap_tui.exchange.beyond import NOTHING, Beyond
from roadmap_tui.exchange.blocks import Block, Document, Heading, Part, Prose
from roadmap_tui.exchange.cells import one_line
from roadmap_tui.exchange.document import blocks_of, plan_of, stamp
from roadmap_tui.exchange.grid import text_of
from roadmap_tui.exchange.parts import DOCUMENT, FINAL, REPORT, SET_PARTS, Records
from roadmap_tui.i18n import N_, _

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_Lists = Callable[["Outlook", Records], lists.Lists]
_SHEETS: Final[Mapping[str, tuple[str, _Lists, str, bool]]] = {
    "runsheet": (N_("Run-sheet for the migration"), lists.run_sheet, "", True),
    "dap": (N_("File of agreements and procedures (DAP)"), lists.dap, "", True),
    "risks": (N_("Risk register"), lists.risks, "risks_note", True),
    "communications": (N_("Communication plan"), lists.communication, "communication_note", True),
    "log": (N_("Decisions, actions and issues"), lists.log, "", True),
    "open_points": (N_("Open points"), lists.open_points, "", True),
    "responsibilities": (N_("Who is responsible for what"), lists.raci, "", True),
    "budget": (N_("Budget"), lists.budget, "", False),
    "themes": (N_("Advice to management"), redesign.advice, "", True),
    "blueprint": (N_("Service blueprint"), redesign.blueprints, "", True),
    "roadmap_items": (N_("Order of the roadmap"), redesign.order, "", True),
    "components": (N_("Milestones and layers"), redesign.layer_matrix, "", True),
    "business_case": (N_("Business case"), redesign.case, "map_case_note", False),
    "change_requests": (N_("Change requests"), lambda outlook, records: lists.change_requests(records), "", True),
}
"""Per table: its title, its lists, the text of the plan that introduces it, and whether it lies across the page."""


def has_paper(part: str) -> bool:
    """Whether a part is written as a document with a form of its own."""
    return part in _SHEETS or part in (DOCUMENT, REPORT, FINAL, *SET_PARTS)


def paper(part: str, records: Records, outlook: Outlook, beyond: Beyond = NOTHING) -> Document:
    """The document of a part. Raises UsageError where there is nothing to write it from."""
    if part == DOCUMENT:
        from roadmap_tui.exchange.document import plan_document

        return plan_document(records, outlook)
    if part == REPORT:
        from roadmap_tui.exchange.reportpaper import report_document

        return report_document(records, outlook)
    if part == FINAL:
        from roadmap_tui.exchange.finalpaper import final_document

        return final_document(records, outlook)
    if part in SET_PARTS:
        from roadmap_tui.exchange.setpaper import set_document
        from roadmap_tui.planning.section_sets import set_named

        return set_document(set_named(part), records, outlook, beyond)
    return _sheet(part, records, outlook)


def _sheet(part: str, records: Records, outlook: Outlook) -> Document:
    title, found, introduction, wide = _SHEETS[part]
    plan = plan_of(records)
    text = str(getattr(plan, introduction)).strip() if introduction else ""
    blocks: list[Block] = [Prose(text)] if text else []
    own = blocks_of(found(outlook, records))
    if len(own) == 2 and isinstance(own[0], Heading):
        own = own[1:]
    blocks += own or [Prose(_("This part of the plan is still empty."), note=True)]
    facts = [(_("Go-live"), text_of(plan.go_live))] if plan.go_live else []
    return Document(
        _(title), one_line(plan.title), one_line(plan.organisation), facts, [Part(part, blocks, wide)],
        stamp=stamp(plan, outlook), cover=False,
    )  # fmt: skip
