"""Evaluation: did it go as planned, and what did we learn?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from roadmap_tui.i18n import _
from roadmap_tui.model.evaluation import ASPECT, Evaluation
from roadmap_tui.model.record import Record
from roadmap_tui.planning.evaluation import evaluation
from roadmap_tui.view.closing import ClosingLine, evaluation_heading, evaluation_lines
from roadmap_tui.view.text import Line
from screens.closing import ClosingScreen

_ASPECTS = {aspect.code: aspect for aspect in ASPECT}


class EvaluationScreen(ClosingScreen):
    """The success criteria and the aspects of GOTIK, each with its judgement; Enter judges."""

    PLACE: ClassVar[str] = "evaluation"

    def standing(self) -> Line:
        return evaluation_heading(self.session.outlook)

    def lines(self, width: int) -> Iterable[ClosingLine]:
        return evaluation_lines(self.session.outlook, width, self.roadmap.glyphs)

    @property
    def record(self) -> Record | None:
        key = self.list.key
        if key in _ASPECTS:
            found = evaluation(self.session.outlook).aspects
            return next(each.record for each in found if each.aspect.code == key)
        return super().record

    async def action_show(self) -> None:  # type: ignore[override]
        """Judge this row in a form; where the plan may only be read, all there is about it."""
        if self.session.read_only and self.record is not None:
            await self.roadmap.open_detail(self.record, self.place)
            return
        await self.action_edit_row()

    async def action_edit_row(self) -> None:
        """Judge this row in a form; an aspect without a judgement gets its record."""
        aspect = _ASPECTS.get(self.list.key)
        if aspect is not None and self.record is None:
            preset = {"aspect": aspect.code, "title": _(aspect.label)}
            await self.roadmap.open_new(Evaluation.TABLE, None, preset)
            return
        await super().action_edit_row()

    def select_record(self, record: Record) -> None:
        self.list.select(record.aspect if isinstance(record, Evaluation) else record.number)
