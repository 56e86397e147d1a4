"""Several plan files read for one joint roadmap, without changing any; and decisions about working together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from roadmap_tui.editing import edits
from roadmap_tui.errors import RoadmapError, UnreadableError, UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.joint import Collaboration
from roadmap_tui.planning.joint.roadmap import Chance, Joined, JointRoadmap, Member, members_of, remarks, without_twins
from roadmap_tui.planning.outlook import Outlook
from roadmap_tui.planning.reading import Readers
from roadmap_tui.progress import counted
from roadmap_tui.session import Session
from roadmap_tui.store.changes import Change
from roadmap_tui.user.remembered import keep, recall

_BESIDE = "joint_files"
ENDING = ".roadmap.json"


Stamp = tuple[int, int]


class PlanReader:
    """Reads plan files, and again only those that changed."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, date], tuple[Stamp, Member | str]] = {}
        self._readers = Readers()

    def read(self, file: Path, today: date) -> Member | str:
        """The plan in a file, or why it cannot be read."""
        stamp = stamp_of(file)
        known = self._known.get((file, today))
        if known is not None and known[0] == stamp:
            return known[1]
        try:
            found: Member | str = self._glanced(file, today)
        except RoadmapError as error:
            found = str(error)
        self._known[file, today] = stamp, found
        return found

    def _glanced(self, file: Path, today: date) -> Member:
        session = Session.glance(file, today=today)
        outlook = Outlook(session.plan, session.records, today, reader_for=self._readers.of)
        newer = session.document.is_newer_format
        return Member(str(session.path), session.document.document_id, outlook, is_newer=newer)


def join(
    files: Sequence[Path],
    today: date | None = None,
    *,
    first: date | None = None,
    last: date | None = None,
    own: Member | None = None,
    reader: PlanReader | None = None,
) -> Joined:
    """The plans in these files beside each other, after `own` where one is open; `reader` remembers what it read."""
    day, reader = today or date.today(), reader or PlanReader()
    members = [own] if own else []
    unreadable = []
    for file in counted(files):
        found = reader.read(file, day)
        if isinstance(found, str):
            unreadable.append((str(file), found))
        else:
            members.append(found)
    kept, notes = without_twins(members)
    roadmap = JointRoadmap(kept, day, first=first, last=last)
    return Joined(roadmap, (*notes, *remarks(roadmap)), tuple(unreadable))


def member_of(session: Session) -> Member:
    """An open plan as one of the plans of a joint roadmap."""
    return Member(str(session.path), session.document.document_id, session.outlook)


def stamp_of(file: Path) -> Stamp:
    """What changes when a file does: its time and size; zeros where it is not there."""
    try:
        state = file.stat()
    except OSError:
        return 0, 0
    return state.st_mtime_ns, state.st_size


# which plans lie beside the open one


def beside(session: Session) -> list[Path]:
    """The files that this user laid beside this plan."""
    words = recall(session.document.document_id).get(_BESIDE, "")
    return [Path(word) for word in words.splitlines() if word]


def lay_beside(session: Session, files: Iterable[Path]) -> None:
    """From now on these files lie beside this plan, for this user; nothing in any plan changes."""
    keep(session.document.document_id, _BESIDE, "\n".join(dict.fromkeys(str(file.absolute()) for file in files)))


def candidates(session: Session) -> list[Path]:
    """The other plan files in the folder of the plan, and those that lie beside it already."""
    here = session.path.absolute()
    found = sorted(file for file in here.parent.glob(f"*{ENDING}") if not file.name.startswith("."))
    return [file for file in dict.fromkeys([*found, *beside(session)]) if file.absolute() != here]


# what was decided


def record_decision(
    session: Session, roadmap: JointRoadmap, chance: Chance, status: str, agreement: str = ""
) -> tuple[Change, ...]:
    """The changes that record in this plan what was decided on a chance; a decision that stands there is replaced."""
    if session.read_only:
        raise UsageError(_("This plan is open for reading only."))
    fields = {
        "title": chance.subject,
        "organisations": ", ".join(roadmap.names[place] for place in chance.plans),
        "status": status,
        "start": chance.start.isoformat(),
        "end": chance.end.isoformat(),
        "decided": session.today.isoformat(),
        "members": {str(each.id): roadmap.names[place] for place, each in chance.activities},
    }
    if agreement.strip():
        fields["agreement"] = agreement.strip()
    ids = {each.id for _place, each in chance.activities}
    for known in session.records(Collaboration.TABLE):
        if isinstance(known, Collaboration) and len(members_of(known) & ids) >= min(2, len(ids)):
            return edits.set_fields(known, fields)
    return edits.add_records(session.tables, Collaboration.TABLE, [fields])


def record_elsewhere(
    file: Path, roadmap: JointRoadmap, chance: Chance, status: str, *, user: str = "", agreement: str = ""
) -> None:
    """Record a decision in the plan in `file` and save it. Raises UnreadableError or NotSavedError."""
    session = Session.open(file, user=user)
    session.commit(record_decision(session, roadmap, chance, status, agreement))
    session.save()


def chance_named(roadmap: JointRoadmap, word: str) -> Chance:
    """The chance with this place in the list (1, 2, ...) or this subject. Raises UsageError."""
    if word.isdecimal() and 1 <= int(word) <= len(roadmap.chances):
        return roadmap.chances[int(word) - 1]
    found = [each for each in roadmap.chances if word.strip().casefold() in each.subject.casefold()]
    if len(found) == 1 and word.strip():
        return found[0]
    raise UsageError(
        _('"{word}" is not one of the {count} chances; use its number in the list.').format(
            word=word, count=len(roadmap.chances)
        )
    )


def nothing_left(joined: Joined) -> UnreadableError | None:
    """The error where no file at all could be read."""
    if joined.roadmap.members or not joined.unreadable:
        return None
    return UnreadableError(_("None of these files can be read as a plan."))
