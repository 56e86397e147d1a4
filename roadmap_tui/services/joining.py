"""Several plan files read for one joint roadmap, without changing any; and decisions about working together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from roadmap_tui.editing import edits
from roadmap_tui.errors import RoadmapError, UnreadableError, UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.joint import Collaboration
from roadmap_tui.planning.joint.roadmap import Chance, JointRoadmap, Member, members_of, remarks, without_twins
from roadmap_tui.session import Session
from roadmap_tui.store.changes import Change
from roadmap_tui.user.remembered import keep, recall

_BESIDE = "joint_files"
ENDING = ".roadmap.json"


class Joined(msgspec.Struct, frozen=True):
    """A joint roadmap, what to know of it, and what could not be read (file, reason)."""

    roadmap: JointRoadmap
    notes: tuple[str, ...]
    unreadable: tuple[tuple[Path, str], ...]


def join(
    files: Sequence[Path],
    today: date | None = None,
    *,
    first: date | None = None,
    last: date | None = None,
    own: Session | None = None,
) -> Joined:
    """The plans in these files beside each other, after `own` where that plan is open; a file that cannot be read
    leaves a reason."""
    day = today or (own.today if own else date.today())
    members = [member_of(own)] if own else []
    unreadable = []
    for file in files:
        try:
            session = Session.glance(file, today=day)
            member = member_of(session)
        except RoadmapError as error:
            unreadable.append((file, str(error)))
            continue
        members.append(member)
    kept, notes = without_twins(members)
    roadmap = JointRoadmap(kept, day, first=first, last=last)
    return Joined(roadmap, (*notes, *remarks(roadmap)), tuple(unreadable))


def member_of(session: Session) -> Member:
    """An open plan as one of the plans of a joint roadmap."""
    return Member(str(session.path), session.document.document_id, session.outlook)


def stamp(files: Iterable[Path]) -> tuple[tuple[int, int], ...]:
    """What changes when one of the files does: its time and size."""
    found = []
    for file in files:
        try:
            state = file.stat()
            found.append((state.st_mtime_ns, state.st_size))
        except OSError:
            found.append((0, 0))
    return tuple(found)


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
