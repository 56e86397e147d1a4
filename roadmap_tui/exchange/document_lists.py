"""The lists of each chapter of the document: a heading with a table, or with lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from roadmap_tui.exchange.cells import BULLET, one_line
from roadmap_tui.exchange.grid import Grid, Heading, Value, text_of
from roadmap_tui.exchange.parts import Records, planning_grid
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.agreement import Agreement, DapAgreement
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.goal import Criterion
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.parsing import choice_label
from roadmap_tui.model.person import Person
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.risk import Measure, Risk
from roadmap_tui.model.runsheet import RunStep
from roadmap_tui.model.scope import Precondition, ScopeItem
from roadmap_tui.model.stakeholder import Communication, Stakeholder
from roadmap_tui.planning.stakeholders import strategy
from roadmap_tui.view.formats import clock, short_date

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

R = TypeVar("R", bound=Record)
Lists = list[tuple[str, "Grid | str"]]
Column = tuple[str, int, Callable[[Any], Value]]


def _rows(records: Records, record_type: type[R]) -> list[R]:
    found = [row for row in records(record_type.TABLE) if isinstance(row, record_type)]
    return [row for row in found if getattr(row, "status", "") != "cancelled"]


def _grid(rows: Sequence[Record], columns: Iterable[Column]) -> Grid:
    """A table without columns that hold nothing in any row; the first column is strong."""
    found = [(label, width, [cell(row) for row in rows]) for label, width, cell in columns]
    kept = [column for place, column in enumerate(found) if not place or any(text_of(value) for value in column[2])]
    headings = tuple(Heading(label, "", width, strong=not place) for place, (label, width, _cells) in enumerate(kept))
    return Grid("", "", headings, [list(row) for row in zip(*(cells for _l, _w, cells in kept), strict=True)])


def _field(record_type: type[Record], name: str, width: int) -> Column:
    """A column that shows one field under its own label."""
    field = fields_of(record_type)[name]

    def cell(record: Record) -> Value:
        value: Any = getattr(record, name)
        return choice_label(field, value) if field.kind is Kind.CHOICE and value else value

    return _(field.label), width, cell


def _table(title: str, rows: Sequence[Record], columns: Iterable[Column]) -> Lists:
    return [(title, _grid(rows, columns))] if rows else []


def _lines(title: str, texts: Iterable[str]) -> Lists:
    lines = [BULLET + one_line(text) for text in texts]
    return [(title, "\n".join(lines))] if lines else []


def _stacked(*texts: str) -> str:
    """Texts below each other in one cell; empty ones take no line."""
    return "\n".join(one_line(text) for text in texts if text.strip())


def _filed(record_type: type[Record], **widths: int) -> list[Column]:
    return [_field(record_type, name, width) for name, width in widths.items()]


def goal(outlook: Outlook, records: Records) -> Lists:
    """Success criteria."""
    rows = _rows(records, Criterion)
    columns = [
        *_filed(Criterion, title=36, measured=14, target=20),
        (_("Measured"), 28, lambda c: _stacked(c.when, c.method)),
        *_filed(Criterion, owner=18, outcome=24),
    ]
    return _table(_("Success criteria"), rows, columns)


def background(outlook: Outlook, records: Records) -> Lists:
    """Stakeholders with the approach; their attitude is nobody's business outside the team."""

    def way(stakeholder: Stakeholder) -> str:
        found = strategy(stakeholder)
        label, text = _(found.label) if found else "", one_line(stakeholder.approach)
        return text if text.casefold().startswith(label.casefold()) else _stacked(label, text)

    columns: list[Column] = [
        (_("Stakeholder"), 42, lambda s: _stacked(s.title, s.stake)),
        *_filed(Stakeholder, influence=9, interest=9, involvement=14),
        (_("Approach"), 42, way),
    ]
    return _table(_("Stakeholders"), _rows(records, Stakeholder), columns)


def boundaries(outlook: Outlook, records: Records) -> Lists:
    """What is part of it, and what is not."""
    rows = _rows(records, ScopeItem)
    columns = _filed(ScopeItem, title=44, who=22, remarks=40)
    inside = [_with_remark(row.title, row.remarks) for row in rows if row.side != "out"]
    return [
        *_lines(_("Part of the project"), inside),
        *_table(_("Not part of the project"), [row for row in rows if row.side == "out"], columns),
    ]


def _with_remark(title: str, remark: str) -> str:
    return f"{title} ({one_line(remark)})" if remark.strip() else title


def results(outlook: Outlook, records: Records) -> Lists:
    """The milestones, the run-sheet and the DAP."""

    def title(milestone: Milestone) -> str:
        return "\n".join(filter(None, (one_line(milestone.title), milestone.description.strip())))

    columns: list[Column] = [
        (_("Result"), 50, title),
        (_("Due"), 14, lambda m: outlook.milestone(m).due),
        *_filed(Milestone, owner=20, status=18),
    ]
    return [
        *_table(_("Milestones"), _rows(records, Milestone), columns),
        *_table(_("Run-sheet"), _rows(records, RunStep), _run_sheet(outlook)),
        *_table(
            _("DAP agreements"),
            _rows(records, DapAgreement),
            _filed(DapAgreement, title=26, text=44, norm=26, contact=20),
        ),
    ]


def _run_sheet(outlook: Outlook) -> list[Column]:
    def begins(step: RunStep) -> str:
        found = outlook.run_sheet.get(step.id)
        if found is None or found.start is None:
            return f"{step.offset} {step.time}".strip()
        return f"{short_date(found.start.date())} {clock(found.start)}"

    def title(step: RunStep) -> str:
        return f"{one_line(step.title)}\n{_('Go/no-go')}" if step.go_no_go else one_line(step.title)

    return [
        (_("Step"), 32, title),
        (_("Begins"), 12, begins),
        *_filed(RunStep, minutes=10, who=18, check=28, fallback=28),
    ]


def preconditions(outlook: Outlook, records: Records) -> Lists:
    """What others arrange."""
    columns = [
        (_("Precondition"), 44, lambda p: _stacked(p.title, p.remarks)),
        *_filed(Precondition, kind=20, owner=20),
        (_("Before"), 13, lambda p: outlook.due(p.due, p.offset)),
        *_filed(Precondition, status=16),
    ]
    return _table("", _rows(records, Precondition), columns)


def activities(outlook: Outlook, records: Records) -> Lists:
    """What is done for each result; when and how stand in the planning."""
    found = _rows(records, Activity)
    columns: list[Column] = [
        (
            _("Activity"),
            44,
            lambda a: _("Option: {title}").format(title=one_line(a.title)) if a.optional else one_line(a.title),
        ),
        *_filed(Activity, lead=22, result=40),
    ]
    lists: Lists = []
    for milestone in _rows(records, Milestone):
        own = [activity for activity in found if activity.milestone == milestone.id]
        lists += _table(one_line(milestone.title), own, columns)
    known = {milestone.id for milestone in _rows(records, Milestone)}
    others = [activity for activity in found if activity.milestone not in known]
    return lists + _table(_("Other activities") if lists else "", others, columns)


def organisation(outlook: Outlook, records: Records) -> Lists:
    """Who takes part, and what was agreed; only contacts of the supplier come with how to reach them."""
    people, agreements = _rows(records, Person), _rows(records, Agreement)
    groups = [choice.code for choice in fields_of(Person)["group"].choices]
    inside = [person for person in people if person.group != "supplier"]
    inside.sort(key=lambda person: groups.index(person.group) if person.group in groups else len(groups))
    return [
        *_table(_("Who takes part"), inside, _filed(Person, title=28, role=28, group=22, organisation=26)),
        *_lines(_("Working agreements"), [row.title for row in agreements if row.kind != "supplier"]),
        *_table(
            _("Contacts of the supplier"),
            [person for person in people if person.group == "supplier"],
            _filed(Person, title=24, role=26, organisation=26, contact=30),
        ),
        *_table(
            _("Agreements with the supplier"),
            [row for row in agreements if row.kind == "supplier"],
            _filed(Agreement, title=50, parties=26, agreed=14, remarks=30),
        ),
    ]


def communication(outlook: Outlook, records: Records) -> Lists:
    """Who hears what, when, how and from whom."""
    names = {row.id: one_line(row.title) for row in records(Stakeholder.TABLE)}

    def whom(moment: Communication) -> str:
        return _stacked(names.get(moment.stakeholder or 0, ""), moment.audience)

    columns: list[Column] = [
        (_("For whom"), 26, whom),
        (_("Subject"), 36, lambda c: _stacked(c.title, c.message)),
        *_filed(Communication, when=20, means=24, responsible=22),
    ]
    rows = sorted(
        _rows(records, Communication),
        key=lambda moment: list(names).index(moment.stakeholder) if moment.stakeholder in names else len(names),
    )
    return _table("", rows, columns)


def planning(outlook: Outlook, records: Records) -> Lists:
    """The planning table in its six columns."""
    rows = _rows(records, Activity)
    plan = next((row for row in records(Plan.TABLE) if isinstance(row, Plan)), Plan())
    return [("", planning_grid(plan, rows, outlook))] if rows else []


def risks(outlook: Outlook, records: Records) -> Lists:
    """The risks, heaviest first, with what is done before and what if."""
    rows = sorted(_rows(records, Risk), key=lambda risk: -(outlook.risk(risk).score or 0))
    measures = _rows(records, Measure)

    def story(risk: Risk) -> str:
        parts = [one_line(risk.title)]
        parts += [_("Cause: {text}").format(text=one_line(risk.cause))] if risk.cause.strip() else []
        parts += [_("Consequence: {text}").format(text=one_line(risk.consequence))] if risk.consequence.strip() else []
        return "\n".join(parts)

    def weight(risk: Risk) -> str:
        seen = outlook.risk(risk)
        if seen.level is None:
            return ""
        return f"{risk.chance} × {risk.impact} = {seen.score}\n{_(seen.level.label)}"

    def own(kind: str) -> Callable[[Risk], str]:
        return lambda risk: "\n".join(
            BULLET + one_line(m.title) for m in measures if m.risk == risk.id and m.kind == kind
        )

    columns: list[Column] = [
        (_("Risk"), 44, story),
        (_("Likelihood × impact"), 16, weight),
        (_("Preventive"), 40, own("preventive")),
        (_("Corrective"), 40, own("corrective")),
        *_filed(Risk, owner=20, origin=10, status=16),
    ]
    return _table("", rows, columns)
