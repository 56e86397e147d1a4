"""A progress report on one or two pages: traffic lights, money, milestones, risks, changes, decisions, what comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from roadmap_tui.errors import UsageError
from roadmap_tui.exchange.blocks import Block, Document, Heading, Light, Lights, Part, Prose, Table
from roadmap_tui.exchange.cells import one_line
from roadmap_tui.exchange.document import plan_of
from roadmap_tui.exchange.document_lists import euros
from roadmap_tui.exchange.grid import Grid, Value, text_of
from roadmap_tui.exchange.grid import Heading as Column
from roadmap_tui.exchange.parts import Records
from roadmap_tui.i18n import _
from roadmap_tui.model.choices import MILESTONE_STATUS, TREND
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.parsing import choice_label
from roadmap_tui.model.record import fields_of
from roadmap_tui.model.report import Judgement, Report
from roadmap_tui.planning.reporting.facts import Facts, MilestoneFact, RiskFact, facts_of
from roadmap_tui.planning.reporting.judging import before, judgements, reports, trend

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_TREND_LABELS: Final = fields_of(Judgement)["trend"]


def report_document(records: Records, outlook: Outlook, number: str = "") -> Document:
    """The newest report, or the one with this number. Raises UsageError where there is none."""
    report = _chosen(reports(records), number)
    plan, facts = plan_of(records), facts_of(report, outlook)
    earlier = before(records, report)
    found = judgements(records, report)
    blocks: list[Block] = [Lights(tuple(light_of(records, report, judgement) for judgement in found))]
    blocks += _section(_("Summary"), report.summary)
    blocks += _judged(found)
    blocks += _figures(report, earlier)
    blocks += milestone_blocks(facts)
    blocks += _risks(facts)
    blocks += _section(_("What changed"), report.changes, _nothing_changed(earlier))
    blocks += _section(_("Decisions asked for"), report.decisions, _("No decisions are asked for."))
    blocks += _section(_("Coming period"), report.coming, _("Nothing is planned for the coming period yet."))
    status = choice_label(fields_of(Report)["status"], report.status).lower()
    if report.status != "issued":
        blocks.insert(0, Prose(_("This is a draft: it changes along with the plan until it is issued."), note=True))
    return Document(
        one_line(report.title),
        one_line(plan.title),
        one_line(plan.organisation),
        _header(report, facts),
        [Part("report", blocks)],
        stamp=f"{status}, {text_of(report.reference or outlook.today)}",
        cover=False,
    )


def _chosen(found: Sequence[Report], number: str) -> Report:
    wanted = [report for report in found if not number or report.number.casefold() == number.casefold()]
    if wanted:
        return wanted[-1]
    if found:
        numbers = ", ".join(report.number for report in found)
        words = _('There is no report "{number}"; choose from {numbers}.')
        raise UsageError(words.format(number=number, numbers=numbers))
    raise UsageError(_('This plan has no report yet; make one: roadmap add PLAN reports title="..."'))


def _header(report: Report, facts: Facts) -> list[tuple[str, str]]:
    """The facts on top, as clients of municipal projects are used to them."""
    period = " - ".join(filter(None, (text_of(report.period_start), text_of(report.period_end))))
    pairs = [
        (_("Period"), period),
        (_("Reference date"), text_of(report.reference)),
        (_("Phase"), one_line(report.phase)),
        (_("Start"), text_of(facts.start)),
        (_("Go-live"), text_of(facts.go_live)),
        (_("Progress"), f"{facts.progress}%"),
        (_("Version of the plan"), one_line(facts.version)),
        (_("Issued on"), text_of(report.issued)),
    ]
    return [(label, value) for label, value in pairs if value]


def light_of(records: Records, report: Report, judgement: Judgement) -> Light:
    """The traffic light of one aspect."""
    fields = fields_of(Judgement)
    aspect = choice_label(fields["aspect"], judgement.aspect)
    colour = fields["colour"].choice(judgement.colour)
    way = trend(records, report, judgement)
    return Light(
        aspect[:1].upper(),
        aspect,
        _(colour.label) if colour else _("No colour yet"),
        colour.tone if colour else Tone.MUTED,
        choice_label(_TREND_LABELS, way).lower() if way else "",
    )


def _judged(found: Sequence[Judgement]) -> list[Block]:
    """Why each colour; what amber and red lead to, and what is done about it."""
    fields = fields_of(Judgement)
    rows: list[list[Value]] = []
    tones: dict[tuple[int, int], Tone] = {}
    for judgement in found:
        colour = fields["colour"].choice(judgement.colour)
        told = [("", judgement.title)]
        told += [(_(fields[name].label), getattr(judgement, name)) for name in ("cause", "consequence", "correction")]
        lines = (f"{label}: {one_line(words)}" if label else one_line(words) for label, words in told if words.strip())
        text = "\n".join(lines)
        tones[len(rows), 1] = colour.tone if colour else Tone.MUTED
        rows.append([choice_label(fields["aspect"], judgement.aspect), _(colour.label) if colour else "-", text])
    if not rows:
        return [Prose(_("Nothing was judged yet."), note=True)]
    headings = (Column(_("Aspect"), "", 16, strong=True), Column(_("Colour"), "", 10), Column(_("Explanation"), "", 90))
    return [Heading(_("GOTIK"), 2), Table(Grid("", "", headings, rows), tones)]


def _figures(report: Report, earlier: Report | None) -> list[Block]:
    """Money and hours, below those of the report before."""
    fields = fields_of(Report)
    shown: list[tuple[str, Callable[[Report], str]]] = [
        (_(fields["budget_granted"].label), lambda r: euros(r.budget_granted)),
        (_(fields["budget_spent"].label), lambda r: euros(r.budget_spent)),
        (_("Budget left"), lambda r: euros(_left(r))),
        (_(fields["budget_expected"].label), lambda r: euros(r.budget_expected)),
        (_(fields["hours_planned"].label), lambda r: _hours(r.hours_planned)),
        (_(fields["hours_spent"].label), lambda r: _hours(r.hours_spent)),
    ]
    told = [(_("Last report"), earlier), (_("This report"), report)]
    both = [(label, each) for label, each in told if each is not None]
    kept = [(label, cell) for label, cell in shown if any(cell(each) for _label, each in both)]
    if not kept:
        return []
    headings = (Column("", "", 18, strong=True), *(Column(label, "", 16) for label, _cell in kept))
    rows: list[list[Value]] = [[label, *(cell(each) for _l, cell in kept)] for label, each in both]
    return [Heading(_("Money and hours"), 2), Table(Grid("", "", headings, rows))]


def _left(report: Report) -> float | None:
    """What was granted and not spent."""
    return None if report.budget_granted is None else report.budget_granted - (report.budget_spent or 0)


def _hours(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}".replace(",", ".")


def milestone_blocks(facts: Facts) -> list[Block]:
    """The milestones beside the fixed planning."""
    if not facts.milestones:
        return []
    fixed = any(fact.planned for fact in facts.milestones)
    rows: list[list[Value]] = []
    tones: dict[tuple[int, int], Tone] = {}
    for fact in facts.milestones:
        word, tone = _standing(fact)
        planned: list[Value] = [fact.planned] if fixed else []
        rows.append([fact.title, *planned, fact.expected, word, f"{fact.done}/{fact.total}" if fact.total else ""])
        tones[len(rows) - 1, len(rows[-1]) - 2] = tone
    headings = [Column(_("Milestone"), "", 44, strong=True)]
    headings += [Column(_("Fixed planning"), "", 14)] if fixed else []
    headings += [Column(_("Expected"), "", 14), Column(_("Status"), "", 22), Column(_("Checklist"), "", 12)]
    note = (
        _("The fixed planning is: {name}.").format(name=one_line(facts.baseline))
        if facts.baseline
        else _("No planning was fixed yet, so nothing can be compared with it.")
    )
    found: list[Block] = [Heading(_("Milestones"), 2), Table(Grid("", "", tuple(headings), rows), tones)]
    return [*found, Prose(note, note=True)]


def _standing(fact: MilestoneFact) -> tuple[str, Tone]:
    """How a milestone stands in words: its status, that it is late, and how far it moved."""
    choice = next((c for c in MILESTONE_STATUS if c.code == fact.status), None)
    word, tone = (_(choice.label), choice.tone) if choice else (fact.status, Tone.NORMAL)
    if fact.late:
        return _("Late"), Tone.BAD
    days = (fact.expected - fact.planned).days if fact.expected and fact.planned else 0
    if days > 0 and tone is not Tone.GOOD:
        return f"{word}, " + _("{days} days later").format(days=days), Tone.WARN
    return word, Tone.GOOD if tone is Tone.GOOD else Tone.NORMAL


def _risks(facts: Facts) -> list[Block]:
    from roadmap_tui.model.plan import Plan
    from roadmap_tui.planning.risks import levels

    known = {level.code: level for level in levels(Plan())}
    rows: list[list[Value]] = []
    tones: dict[tuple[int, int], Tone] = {}
    for fact in facts.risks:
        level = known.get(fact.level)
        score = f"{fact.score} {_(level.label).lower()}" if level and fact.score else "-"
        rows.append([fact.title, score, _trend_of(fact), "; ".join(fact.measures), fact.owner])
        tones[len(rows) - 1, 1] = level.tone if level else Tone.MUTED
    if not rows:
        return []
    headings = (
        Column(_("Risk"), "", 36, strong=True), Column(_("Score"), "", 14), Column(_("Trend"), "", 14),
        Column(_("What is done about it"), "", 44), Column(_("Owner"), "", 18),
    )  # fmt: skip
    return [Heading(_("Heaviest risks"), 2), Table(Grid("", "", headings, rows), tones)]


def _trend_of(fact: RiskFact) -> str:
    return next((_(choice.label).lower() for choice in TREND if choice.code == fact.trend), "")


def _nothing_changed(earlier: Report | None) -> str:
    if earlier is None:
        return _("This is the first report; there is nothing to compare with yet.")
    return _("Nothing changed since {report}.").format(report=one_line(earlier.title))


def _section(title: str, text: str, otherwise: str = "") -> list[Block]:
    if text.strip():
        return [Heading(title, 2), Prose(text.strip())]
    return [Heading(title, 2), Prose(otherwise, note=True)] if otherwise else []
