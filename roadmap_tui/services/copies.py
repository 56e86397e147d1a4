"""Copies of the open plan that lie beside it: what each would add, taking them in, and putting them away."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from roadmap_tui.errors import RoadmapError
from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.fields import Tone
from roadmap_tui.services import sharing, telling
from roadmap_tui.session import Session
from roadmap_tui.store.backup import backup_folder, plan_folder
from roadmap_tui.store.copies import LeftLying, copies_beside, put_away
from roadmap_tui.store.merging import Merged, differences, merge_files
from roadmap_tui.view.hands import CopyRow

_MOST_LINES = 400


class Copy(msgspec.Struct, frozen=True):
    """A copy that can be read: what taking it in does, and how many questions it would raise."""

    path: Path
    merged: Merged
    questions: int

    @property
    def changes(self) -> int:
        """How many records it adds, changes or removes, and how many questions it raises."""
        touched = {*self.merged.added, *self.merged.updated, *self.merged.removed}
        return max(len(touched), self.questions)


def find(session: Session, *, with_left: bool = True) -> list[Copy]:
    """The copies of this plan beside it; without `with_left` only those with something new nobody chose to leave."""
    paths = copies_beside(session.path, session.document.document_id)
    lying = _left_lying(session)
    before = len(differences(session.tables)) if paths else 0
    found = []
    for path in paths:
        with suppress(RoadmapError, OSError):
            if not with_left and path.read_bytes() in lying:
                continue
            merged = merge_files(session.tables, [path])
            copy = Copy(path, merged, max(0, len(differences(merged.tables)) - before))
            if with_left or copy.changes:
                found.append(copy)
    return found


def take_in(session: Session, paths: Sequence[Path]) -> tuple[Merged, list[Path]]:
    """Merge copies, save, and move them to the backups; answers what came in and where the copies are now.

    Raises UsageError, UnreadableError or NotSavedError; a copy that is not in the file yet stays where it is.
    """
    merged = sharing.merge(session, paths)
    session.save()
    return merged, put_away_all(session, paths)


def put_away_all(session: Session, paths: Sequence[Path]) -> list[Path]:
    """Move copies that were taken in to the backups, and answer where they are. Raises NotSavedError."""
    folder = backup_folder(session.profile.state, session.document.document_id)
    return [put_away(path, folder, datetime.now()) for path in paths]


def leave(session: Session, path: Path) -> None:
    """Do not offer this copy again as long as it stays as it is."""
    with suppress(OSError):
        _left_lying(session).add(path.read_bytes())


def _left_lying(session: Session) -> LeftLying:
    return LeftLying(plan_folder(session.profile.state, session.document.document_id) / "left-lying")


def notice(found: Sequence[Copy]) -> str:
    """What lies beside the plan, in one sentence; empty where there is nothing."""
    if not found:
        return ""
    words = ngettext(
        'Beside this file lies a copy with {count} other change: "{name}".',
        'Beside this file lies a copy with {count} other changes: "{name}".',
        found[0].changes,
    ).format(count=found[0].changes, name=found[0].path.name)
    more = len(found) - 1
    if more:
        words += " " + ngettext("And {count} more copy.", "And {count} more copies.", more).format(count=more)
    return words


def rows(session: Session) -> list[CopyRow]:
    """All copies beside the plan as rows of a list."""
    return [_row(session, place, copy) for place, copy in enumerate(find(session), start=1)]


_GROUPS = (
    ("added", N_("added"), Tone.GOOD),
    ("updated", N_("changed"), Tone.NORMAL),
    ("removed", N_("removed"), Tone.WARN),
)


def _row(session: Session, place: int, copy: Copy) -> CopyRow:
    after = sharing.beside(session, copy.merged.tables)
    lines: list[tuple[str, Tone, str]] = []
    words = []
    for group, label, tone in _GROUPS:
        places = getattr(copy.merged, group)
        if places:
            words.append(f"{len(places)} {_(label)}")
        lines += [(_(label), tone, telling.name_of(after, *each)) for each in places[:_MOST_LINES]]
    if copy.questions:
        asks = ngettext("{count} question", "{count} questions", copy.questions).format(count=copy.questions)
        words.append(asks)
        for each in sharing.differences(after):
            name = telling.name_of(after, each.table, each.id)
            lines.append((_("asks"), Tone.WARN, f"{name}: {telling.label_of(each.table, each.field)}"))
    moment = datetime.fromtimestamp(copy.path.stat().st_mtime)
    newest = Session.glance(copy.path).last_change()
    return CopyRow(
        id=place,
        order=moment.isoformat(),
        title=copy.path.name,
        who=newest.name if newest else "",
        when=telling.moment_words(moment),
        what=", ".join(words) or _("nothing new"),
        path=copy.path,
        adds=bool(words),
        lines=tuple(lines),
    )
