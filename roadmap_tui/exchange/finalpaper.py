"""The final report: what was promised, what came of it, what is left over, and what others can learn from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from roadmap_tui.exchange import document_lists as lists
from roadmap_tui.exchange.blocks import Block, Document, Heading, Lights, Part, Prose
from roadmap_tui.exchange.cells import BULLET, one_line
from roadmap_tui.exchange.document import blocks_of, plan_of, stamp
from roadmap_tui.exchange.grid import text_of
from roadmap_tui.exchange.parts import Records
from roadmap_tui.exchange.reportpaper import light_of, milestone_blocks
from roadmap_tui.i18n import _
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.risk import Risk
from roadmap_tui.planning.reporting.facts import gather
from roadmap_tui.planning.reporting.judging import judgements, last_issued
from roadmap_tui.planning.reporting.suggestions import open_log

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


def final_document(records: Records, outlook: Outlook) -> Document:
    """The final report of a plan; chapters without content say so."""
    plan = plan_of(records)
    parts = [
        _chapter(1, _("Goal and success criteria"), _goal(plan, records, outlook)),
        _chapter(2, _("Results against the plan"), milestone_blocks(gather(outlook))),
        _chapter(3, _("GOTIK against the plan"), _gotik(records)),
        _chapter(4, _("Money"), blocks_of(lists.budget(outlook, records))),
        _chapter(5, _("What changed after approval"), blocks_of(lists.change_requests(records))),
        _chapter(6, _("Risks that occurred"), _risks(records)),
        _chapter(7, _("What is left over"), _left(records, outlook)),
        _chapter(8, _("Lessons"), _lessons(records)),
        _chapter(9, _("Discharge"), _discharge(records, outlook)),
    ]
    facts = [(_("Start"), plan.start), (_("Go-live"), plan.go_live), (_("Date of this document"), outlook.today)]
    return Document(
        one_line(plan.title),
        _("Final report"),
        one_line(plan.organisation),
        [(label, text_of(value)) for label, value in facts if value],
        parts,
        stamp=stamp(plan, outlook),
    )


def _chapter(place: int, title: str, blocks: Sequence[Block]) -> Part:
    found = list(blocks) or [Prose(_("There is nothing to report here yet."), note=True)]
    return Part(f"final{place}", [Heading(f"{place}. {title}"), *found])


def _goal(plan: Plan, records: Records, outlook: Outlook) -> list[Block]:
    criteria = lists.listed(
        records, "criteria", _("Success criteria"), title=40, measured=16, target=18, status=18, outcome=30
    )
    return [*([Prose(plan.goal.strip())] if plan.goal.strip() else []), *blocks_of(criteria)]


def _gotik(records: Records) -> list[Block]:
    """How each aspect came out: the evaluation, and the lights of the last report."""
    last = last_issued(records)
    blocks: list[Block] = []
    if last is not None:
        blocks.append(Prose(_("The lights in {report}:").format(report=one_line(last.title))))
        blocks.append(Lights(tuple(light_of(records, last, each) for each in judgements(records, last))))
    widths = {"aspect": 16, "status": 20, "title": 40, "explanation": 50}
    return [*blocks, *blocks_of(lists.listed(records, "evaluations", **widths))]


def _risks(records: Records) -> list[Block]:
    rows = [row for row in records(Risk.TABLE) if isinstance(row, Risk) and row.status == "occurred"]
    texts = [f"{row.title}: {row.consequence}" if row.consequence.strip() else row.title for row in rows]
    return [_bullets(texts)] if texts else []


def _left(records: Records, outlook: Outlook) -> list[Block]:
    found = blocks_of(lists.open_points(outlook, records))
    waiting = open_log(outlook)
    if waiting:
        found += [Heading(_("Actions and decisions that still wait"), 2)]
        found.append(_bullets([", ".join(filter(None, (e.title, one_line(e.owner), text_of(e.due)))) for e in waiting]))
    return found


def _lessons(records: Records) -> list[Block]:
    lessons = [str(getattr(row, "lesson", "")) for row in records("evaluations")]
    return [_bullets(lessons)] if any(lesson.strip() for lesson in lessons) else []


def _discharge(records: Records, outlook: Outlook) -> list[Block]:
    """What must be in order before the client relieves the project leader."""
    criteria = blocks_of(lists.listed(records, "end_criteria", title=56, owner=24, status=16))
    rows = [row for row in records(Milestone.TABLE) if isinstance(row, Milestone)]
    late = [row for row in rows if not outlook.milestone(row).finished]
    if late:
        names = [one_line(milestone.title) for milestone in late]
        criteria += [Heading(_("Results that were not delivered yet"), 2), _bullets(names)]
    return criteria


def _bullets(texts: Sequence[str]) -> Prose:
    return Prose("\n".join(BULLET + one_line(text) for text in texts if text.strip()))
