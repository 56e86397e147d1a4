"""The judgements of a report: which there are, how they compare with the last report, and what still lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from roadmap_tui.i18n import _
from roadmap_tui.model.choices import GOTIK
from roadmap_tui.model.parsing import choice_label
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.report import Judgement, Report

Records = Callable[[str], Sequence[Record]]

ASPECTS: Final = tuple(aspect.code for aspect in GOTIK)
_WEIGHT: Final = {"green": 0, "amber": 1, "red": 2}
_EXPLAINED: Final = ("cause", "consequence", "correction")


def reports(records: Records) -> list[Report]:
    """All reports, the oldest reference date first."""
    found = [report for report in records(Report.TABLE) if isinstance(report, Report)]
    return sorted(found, key=lambda report: (report.reference is None, str(report.reference), report.order))


def last_issued(records: Records) -> Report | None:
    """The newest report that was issued."""
    return next((report for report in reversed(reports(records)) if report.status == "issued"), None)


def before(records: Records, report: Report) -> Report | None:
    """The report that was issued before this one."""
    earlier: Report | None = None
    for other in reports(records):
        if other.id == report.id:
            return earlier
        if other.status == "issued":
            earlier = other
    return earlier


def judgements(records: Records, report: Report) -> list[Judgement]:
    """The judgements of a report in the order of GOTIK, the first of each aspect."""
    found: dict[str, Judgement] = {}
    for each in records(Judgement.TABLE):
        if isinstance(each, Judgement) and each.report == report.id:
            found.setdefault(each.aspect, each)
    return sorted(found.values(), key=lambda each: ASPECTS.index(each.aspect) if each.aspect in ASPECTS else 9)


def trend(records: Records, report: Report, judgement: Judgement) -> str:
    """better, same or worse than in the report before; empty where there is nothing to compare with."""
    if judgement.trend:
        return judgement.trend
    earlier = before(records, report)
    was = next((j for j in judgements(records, earlier) if j.aspect == judgement.aspect), None) if earlier else None
    if was is None or was.colour not in _WEIGHT or judgement.colour not in _WEIGHT:
        return ""
    difference = _WEIGHT[judgement.colour] - _WEIGHT[was.colour]
    return "worse" if difference > 0 else "better" if difference < 0 else "same"


def lacking(found: Iterable[Judgement]) -> list[str]:
    """What must be filled in before a report with these judgements can be issued, one sentence each."""
    known = {judgement.aspect: judgement for judgement in found}
    fields = fields_of(Judgement)
    sentences = []
    for aspect in ASPECTS:
        label, judgement = choice_label(fields["aspect"], aspect), known.get(aspect)
        if judgement is None or judgement.colour not in _WEIGHT:
            sentences.append(_("{aspect} has no colour yet").format(aspect=label))
            continue
        empty = [_(fields[name].label).lower() for name in _EXPLAINED if not getattr(judgement, name).strip()]
        if judgement.colour != "green" and empty:
            colour = choice_label(fields["colour"], judgement.colour).lower()
            words = _("{aspect} is {colour} without {what}")
            sentences.append(words.format(aspect=label, colour=colour, what=", ".join(empty)))
    return sentences
