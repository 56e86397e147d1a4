"""How a programme stands: frameworks in order, conformity, and the traffic lights of projects and building teams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.harmonisation import Capacity
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.programme import BuildTeam, Challenge, Conformity, Framework, Project
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.loops import Loop, ordered

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

LIGHTS: Final = ("green", "amber", "red")
DUTIES: Final = ("harmonisation", "set_up", "testing", "delivery")
FIXED: Final = ("approved", "updated")
_PLACEMENT: Final = ("plaatsing", "placement")
_FULL, _MONTHS = 100, 12
Cells = dict[int, dict[int, Conformity]]


class Standing(msgspec.Struct, frozen=True):
    """A traffic light with the reason for it; `stated` where a person chose the colour."""

    light: str
    why: str
    stated: bool = False


class LivePlan(msgspec.Struct, frozen=True):
    """What a project's own plan file says today, or in `problem` why it cannot be read."""

    light: str = ""
    why: str = ""
    progress: int = 0
    title: str = ""
    go_live: date | None = None
    reasons: tuple[str, ...] = ()
    problem: str = ""


class Basis(NamedTuple):
    """A framework that rests on another one."""

    source: int
    target: int


def is_new_year(plan: Plan) -> bool:
    """Whether the starting date fits the kind: a herindeling starts on 1 January (Wet arhi)."""
    start = plan.go_live
    return plan.programme_kind != "merger" or (start is not None and (start.day, start.month) == (1, 1))


def is_placement(record: Activity | Capacity) -> bool:
    """Whether a record is about placing staff in the new organisation."""
    if isinstance(record, Capacity) and record.purpose == "placement":
        return True
    return any(word in record.title.casefold() for word in _PLACEMENT)


# frameworks


def too_early(outlook: Outlook) -> Iterator[tuple[Framework, Framework]]:
    """Each approved framework with every framework it rests on that is not approved, or was approved later."""
    known = {each.id: each for each in all_of(outlook, Framework)}
    for framework in known.values():
        if framework.status not in FIXED:
            continue
        for base in (known[each] for each in framework.rests_on if each in known and each != framework.id):
            later = base.approved_on and framework.approved_on and base.approved_on > framework.approved_on
            if base.status not in FIXED or later:
                yield framework, base


def framework_loops(outlook: Outlook) -> tuple[Loop, ...]:
    """Frameworks that in the end rest on themselves, each loop as ids that start and end with the same one."""
    found = all_of(outlook, Framework)
    known = {each.id for each in found}
    edges = [Basis(each.id, base) for each in found for base in each.rests_on if base in known]
    return ordered([each.id for each in found], edges)[2]


# conformity


def cells_of(outlook: Outlook) -> Cells:
    """The cells of the matrix by project or team and by framework; of two for the same pair the last one counts."""
    found: Cells = {}
    for cell in all_of(outlook, Conformity):
        owner = cell.project if cell.project is not None else cell.team
        if owner is not None and cell.framework is not None:
            found.setdefault(owner, {})[cell.framework] = cell
    return found


class ConformityRow(msgspec.Struct, frozen=True):
    """A project or building team with its cells by the id of the framework."""

    record: Project | BuildTeam
    cells: Mapping[int, Conformity]

    def count(self, verdict: str) -> int:
        """How many cells say this."""
        return sum(1 for cell in self.cells.values() if cell.verdict == verdict)


class ConformityMatrix(msgspec.Struct, frozen=True):
    """Projects and then building teams against all frameworks, in the order of the plan."""

    rows: tuple[ConformityRow, ...]
    frameworks: tuple[Framework, ...]


def conformity_matrix(outlook: Outlook) -> ConformityMatrix:
    """The matrix as it is now; cells about a framework or project that is gone are left out."""
    frameworks = tuple(all_of(outlook, Framework))
    known, cells = {each.id for each in frameworks}, cells_of(outlook)
    records: list[Project | BuildTeam] = [p for p in all_of(outlook, Project) if p.status != "cancelled"]
    records += all_of(outlook, BuildTeam)
    rows = (
        ConformityRow(each, {k: cell for k, cell in cells.get(each.id, {}).items() if k in known}) for each in records
    )
    return ConformityMatrix(tuple(rows), frameworks)


# traffic lights


def project_standing(outlook: Outlook, project: Project, live: LivePlan | None = None) -> Standing:
    """The traffic light of a project: what a person chose, else its own plan, its planning and its conformity."""
    if project.light in LIGHTS:
        return Standing(project.light, _("chosen by hand"), stated=True)
    if project.status == "done":
        return Standing("green", _("done"))
    found = list(_project_signals(outlook, project))
    if live is not None and live.problem:
        found.append(("amber", live.problem))
    elif live is not None and live.light:
        found.append((live.light, live.why))
    standing = _heaviest(found, _("on course"))
    if live is not None and live.problem not in standing.why:
        return Standing(standing.light, f"{standing.why}; {live.problem}")
    return standing


def _project_signals(outlook: Outlook, project: Project) -> Iterator[tuple[str, str]]:
    seen = outlook.reader.when(project.when)
    if seen.end is not None and seen.end < outlook.today:
        yield "red", _("should have been finished")
    elif seen.start is not None and seen.start < outlook.today and project.status == "todo" and seen.precision == "day":
        yield "amber", _("should have started")
    if project.status == "on_hold":
        yield "amber", _("on hold")
    cells = cells_of(outlook).get(project.id, {}).values()
    names = {each.id: each.number for each in all_of(outlook, Framework)}
    deviating = [names.get(cell.framework or 0, "?") for cell in cells if cell.verdict == "deviates"]
    if deviating:
        yield "red", _("does not conform to {frameworks}").format(frameworks=", ".join(deviating))
    stuck = [
        team.number for team in all_of(outlook, BuildTeam) if team.id in project.teams and "stuck" in _duties(team)
    ]
    if stuck:
        yield "amber", _("{teams} is stuck").format(teams=", ".join(stuck))


def team_standing(outlook: Outlook, team: BuildTeam) -> Standing:
    """The traffic light of a building team: what a person chose, else its duties and its conformity."""
    if team.light in LIGHTS:
        return Standing(team.light, _("chosen by hand"), stated=True)
    found: list[tuple[str, str]] = []
    if "stuck" in _duties(team):
        found.append(("red", _("stuck")))
    if any(cell.verdict == "deviates" for cell in cells_of(outlook).get(team.id, {}).values()):
        found.append(("red", _("does not conform")))
    if _skipped(team):
        found.append(("amber", _("a later duty is done before an earlier one")))
    return _heaviest(found, _("on course"))


def _duties(team: BuildTeam) -> list[str]:
    return [getattr(team, duty) for duty in DUTIES]


def _skipped(team: BuildTeam) -> bool:
    """Whether a duty is done while one that comes before it is not."""
    done = [status == "done" for status in _duties(team)]
    return any(late and not all(done[:place]) for place, late in enumerate(done))


def _heaviest(found: Sequence[tuple[str, str]], otherwise: str) -> Standing:
    if not found:
        return Standing("green", otherwise)
    light = max((each for each, _why in found), key=LIGHTS.index)
    return Standing(light, "; ".join(why for each, why in found if each == light and why))


def challenge_progress(outlook: Outlook, challenge: Challenge, live: Mapping[int, LivePlan] | None = None) -> int:
    """Percent done: what a person stated, else the mean of its projects (done, or what their own plans say)."""
    if challenge.progress is not None:
        return max(0, min(_FULL, challenge.progress))
    own = [p for p in all_of(outlook, Project) if challenge.id in p.challenges and p.status != "cancelled"]
    shares = [_FULL if p.status == "done" else _live_progress((live or {}).get(p.id)) for p in own]
    return sum(shares) // len(shares) if shares else 0


def _live_progress(live: LivePlan | None) -> int:
    return live.progress if live is not None else 0


# capacity


class Demand(NamedTuple):
    """What a department is asked for in one month, in days a week, and what it has."""

    department: str
    month: date
    programme: float
    placement: float
    regular: float
    available: float | None

    @property
    def asked(self) -> float:
        """All together."""
        return self.programme + self.placement + self.regular

    @property
    def is_short(self) -> bool:
        """Whether more is asked than there is."""
        return self.available is not None and self.asked > self.available


def demands(outlook: Outlook) -> list[Demand]:
    """Per department and month what is asked, so that the placement of staff shows beside the programme.

    What has no period counts in every month in which the programme asks anything.
    """
    found = all_of(outlook, Capacity)
    months = sorted({month for each in found for month in _months_of(outlook, each)})
    rows = []
    for name in dict.fromkeys(each.title.strip() for each in found):
        own = [each for each in found if each.title.strip() == name]
        given = [each.available for each in own if each.available is not None]
        for month in months:
            here = [each for each in own if not each.when.strip() or month in _months_of(outlook, each)]
            asked = {
                purpose: sum(each.asked or 0 for each in here if each.purpose == purpose)
                for purpose in ("programme", "placement", "regular")
            }
            if any(asked.values()):
                rows.append(Demand(name, month, **asked, available=max(given) if given else None))
    return rows


def _months_of(outlook: Outlook, capacity: Capacity) -> list[date]:
    """The first days of the months in which time is asked; none where no period is read."""
    seen = outlook.reader.when(capacity.when) if capacity.when.strip() else None
    if seen is None or seen.start is None or seen.end is None:
        return []
    last = min(seen.end, date(seen.start.year + 5, 12, 31))
    first, count = seen.start.replace(day=1), (last.year - seen.start.year) * _MONTHS + last.month - seen.start.month
    return [
        date(first.year + (first.month - 1 + i) // _MONTHS, (first.month - 1 + i) % _MONTHS + 1, 1)
        for i in range(count + 1)
    ]
