"""The lists of each chapter of the document: a heading with a table, or with lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from roadmap_tui.exchange.cells import BULLET, one_line
from roadmap_tui.exchange.grid import Grid, Heading, Value, text_of
from roadmap_tui.exchange.parts import Records, planning_grid, value_of
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.agreement import Agreement
from roadmap_tui.model.goal import Criterion
from roadmap_tui.model.governance import ChangeRequest
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.person import Person
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.model.responsibility import Responsibility
from roadmap_tui.model.risk import Measure, Risk
from roadmap_tui.model.runsheet import RunStep
from roadmap_tui.model.scope import Precondition, ScopeItem
from roadmap_tui.model.stakeholder import Communication, Stakeholder
from roadmap_tui.model.steering import BudgetLine, LogEntry
from roadmap_tui.planning.reporting.money import totals
from roadmap_tui.planning.risks import is_opportunity
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


def _field(record_type: type[Record], name: str, width: int, records: Records | None = None) -> Column:
    """A column that shows one field under its own label; `records` gives the titles that a reference stands for."""
    field = fields_of(record_type)[name]
    titles = {row.id: one_line(row.title) for row in records(field.target)} if records and field.target else {}

    def cell(record: Record) -> Value:
        return value_of(field, getattr(record, name), titles)

    return _(field.label), width, cell


def _table(title: str, rows: Sequence[Record], columns: Iterable[Column]) -> Lists:
    return [(title, _grid(rows, columns))] if rows else []


def _lines(title: str, texts: Iterable[str]) -> Lists:
    lines = [BULLET + one_line(text) for text in texts]
    return [(title, "\n".join(lines))] if lines else []


def _stacked(*texts: str) -> str:
    """Texts below each other in one cell; empty ones take no line."""
    return "\n".join(one_line(text) for text in texts if text.strip())


def _filed(record_type: type[Record], records: Records | None = None, /, **widths: int) -> list[Column]:
    return [_field(record_type, name, width, records) for name, width in widths.items()]


def listed(records: Records, table: str, heading: str = "", /, **widths: int) -> Lists:
    """A table of records under its heading, with those of the named fields that hold something."""
    rows = [row for row in records(table) if getattr(row, "status", "") != "cancelled"]
    return _table(heading, rows, _filed(TABLES[table], records, **widths))


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
    rows = [s for s in _rows(records, Stakeholder) if s.influence or s.interest or s.stake or s.approach]
    return _table(_("Stakeholders"), rows, columns)


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
    """The milestones, what training and support come down to, the run-sheet, the DAP and how aftercare ends."""
    return [
        *milestones(outlook, records),
        *raci(outlook, records),
        *training(outlook, records),
        *listed(records, "support", _("Support tasks"), title=40, kind=16, owner=22, stand_in=22, status=16),
        *run_sheet(outlook, records),
        *dap(outlook, records),
        *listed(records, "end_criteria", _("When aftercare can end"), title=56, owner=24, status=14),
    ]


def milestones(outlook: Outlook, records: Records) -> Lists:
    """What is delivered, by when and by whom."""

    def title(milestone: Milestone) -> str:
        return "\n".join(filter(None, (one_line(milestone.title), milestone.description.strip())))

    def points(milestone: Milestone) -> str:
        seen = outlook.milestone(milestone)
        return _("{done} of {total}").format(done=seen.done, total=seen.total) if seen.total else ""

    columns: list[Column] = [
        (_("Result"), 48, title),
        (_("Due"), 14, lambda m: outlook.milestone(m).due),
        *_filed(Milestone, owner=18, status=18),
        (_("Checklist"), 12, points),
    ]
    return _table(_("Milestones"), _rows(records, Milestone), columns)


def raci(outlook: Outlook, records: Records) -> Lists:
    """Who is responsible for which result: a column for each kind of involvement, with the people in it."""
    people = {person.id: one_line(person.title) for person in _rows(records, Person)}
    cells = [r for r in records(Responsibility.TABLE) if isinstance(r, Responsibility) and r.person in people]
    named = {cell.milestone or cell.activity for cell in cells}
    rows = [row for row in (*_rows(records, Milestone), *_rows(records, Activity)) if row.id in named]

    def those(*kinds: str) -> Callable[[Any], str]:
        return lambda row: ", ".join(
            people[c.person or 0] for c in cells if (c.milestone or c.activity) == row.id and c.involvement in kinds
        )

    columns: list[Column] = [
        (_("Result"), 36, lambda r: one_line(r.title)),
        (_("Answers for it"), 22, those("accountable", "both")),
        (_("Does the work"), 26, those("responsible", "both")),
        (_("Is consulted"), 26, those("consulted")),
        (_("Is informed"), 26, those("informed")),
    ]
    return _table(_("Who is responsible for what"), rows, columns)


def training(outlook: Outlook, records: Records) -> Lists:
    """Which groups are trained, how, when and how many of them have been."""
    widths = {"title": 32, "form": 30, "when": 22, "planned": 10, "trained": 10, "trainer": 20}
    return listed(records, "training", _("Training per group"), **widths)


def run_sheet(outlook: Outlook, records: Records) -> Lists:
    """The migration step by step."""
    return _table(_("Run-sheet"), _rows(records, RunStep), _run_sheet(outlook))


def dap(outlook: Outlook, records: Records) -> Lists:
    """The procedures of the DAP, and the norms of the SLA that they meet."""
    return [
        *listed(records, "norms", _("SLA norms"), title=36, value=26, measured=30, reporting=26),
        *listed(records, "dap", _("DAP agreements"), title=26, text=46, norm=26, contact=22, status=14),
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
        (_("Step"), 34, title),
        (_("Begins"), 30, begins),
        *_filed(RunStep, minutes=12, who=18, check=28, fallback=28, return_by=14, actual=14),
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
        title = one_line(risk.title)
        parts = [_("Opportunity: {title}").format(title=title) if is_opportunity(risk) else title]
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


def log(outlook: Outlook, records: Records, kinds: Sequence[str] = ("decision", "action", "issue")) -> Lists:
    """Decisions, actions and issues, each under its own heading, what waits first."""
    entries = sorted(_rows(records, LogEntry), key=lambda e: (e.status == "done", e.due or e.noted or outlook.today))
    titles = {"decision": _("Decisions"), "action": _("Actions"), "issue": _("Issues")}
    columns = _filed(LogEntry, title=44, owner=20, noted=14, due=14, status=16, outcome=40)
    found: Lists = []
    for kind in kinds:
        found += _table(titles[kind], [entry for entry in entries if entry.kind == kind], columns)
    return found


def open_points(outlook: Outlook, records: Records) -> Lists:
    """What is left over after go-live; finished points are left out."""
    rows = [row for row in records("open_points") if getattr(row, "status", "") not in ("done", "cancelled")]
    widths = {"title": 44, "priority": 14, "owner": 20, "due": 14, "status": 18, "handed_to": 22}
    return _table(_("Open points"), rows, _filed(TABLES["open_points"], records, **widths))


def budget(outlook: Outlook, records: Records) -> Lists:
    """The lines of the budget with their totals, in euros."""
    lines = _rows(records, BudgetLine)
    columns: list[Column] = [
        *_filed(BudgetLine, title=44, owner=20),
        (_("Granted"), 16, lambda b: euros(b.granted)),
        (_("Spent"), 16, lambda b: euros(b.spent)),
        (_("Expected"), 16, lambda b: euros(b.expected)),
    ]
    money = totals(records)
    whole = BudgetLine(title=_("Total"), granted=money.granted, spent=money.spent, expected=money.expected)
    return _table("", [*lines, whole], columns) if lines else []


def euros(value: float | None) -> str:
    """An amount in whole euros with points for thousands."""
    return "" if value is None else "€ " + f"{value:,.0f}".replace(",", ".")


def change_requests(records: Records) -> Lists:
    """What was asked to change after approval, why, and what was decided by whom."""

    def decision(request: ChangeRequest) -> str:
        who = ", ".join(filter(None, (one_line(request.decided_by), text_of(request.decided))))
        return _stacked(who, request.decision)

    columns: list[Column] = [
        *_filed(ChangeRequest, title=34, about=16),
        (_("Reason and effect"), 44, lambda r: _stacked(r.reason, r.effect)),
        *_filed(ChangeRequest, status=16),
        (_("Decision"), 34, decision),
    ]
    return _table("", _rows(records, ChangeRequest), columns)
