"""What holds for ratings: a score lies on its scale, and the scale is kept with the score."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.joint import Rating
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.planning.joint.scoring import ASPECTS, USUAL_SCALE, Scale, read_scale
from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables

Records = Callable[[str], Sequence[Record]]


def completed(records: Records, changes: Sequence[Change]) -> Sequence[Change]:
    """`changes` with the scale beside every score. Raises UsageError for a score that its scale does not have."""
    if not any(_is_about_scales(change) for change in changes):
        return changes
    return [_with_scale(records, change) if _is_about_scales(change) else change for change in changes]


def rating_sheet(records: Records, tables: Tables, who: str) -> tuple[Change, ...]:
    """An empty rating by `who` of every activity that this person did not rate yet, to fill in row by row.

    Raises UsageError where there is nothing to rate, or no name.
    """
    name = " ".join(who.split())
    if not name:
        raise UsageError(_("Type a name or a role, or press Esc."))
    known = {
        each.activity
        for each in records(Rating.TABLE)
        if isinstance(each, Rating) and each.who.strip().casefold() == name.casefold()
    }
    living = [each for each in records(Activity.TABLE) if isinstance(each, Activity) and each.status != "cancelled"]
    if not living:
        raise UsageError(_("There are no activities yet; make those first."))
    rows = [{"activity": each.id, "who": name} for each in living if each.id not in known]
    if not rows:
        raise UsageError(_("{name} rated every activity already.").format(name=name))
    return edits.add_records(tables, Rating.TABLE, rows)


def _is_about_scales(change: Change) -> bool:
    if change.action != "set":
        return False
    if change.table == Plan.TABLE:
        return bool(change.fields.get("rating_scale"))
    return change.table == Rating.TABLE and bool({"scale", *ASPECTS} & change.fields.keys())


def _with_scale(records: Records, change: Change) -> Change:
    if change.table == Plan.TABLE:
        words = _scale(str(change.fields["rating_scale"])).words
        return Change(change.table, change.id, {**change.fields, "rating_scale": words}, change.seen)
    known = next((each for each in records(Rating.TABLE) if each.id == change.id), Rating())
    assert isinstance(known, Rating)
    scale = _scale(str(change.fields.get("scale") or known.scale or _plan_scale(records) or USUAL_SCALE))
    for name in ASPECTS:
        _check(name, change.fields[name] if name in change.fields else getattr(known, name), scale)
    return Change(change.table, change.id, {**change.fields, "scale": scale.words}, change.seen)


def _plan_scale(records: Records) -> str:
    return next((each.rating_scale for each in records(Plan.TABLE) if isinstance(each, Plan)), "")


def _scale(words: str) -> Scale:
    scale = read_scale(words)
    if scale is None:
        raise UsageError(
            _('"{words}" is not a scale; write the lowest and the highest score, such as 1-5.').format(words=words)
        )
    return scale


def _check(name: str, score: Any, scale: Scale) -> None:
    if isinstance(score, int) and not scale.low <= score <= scale.high:
        raise UsageError(
            _("{label}: {score} is not on the scale from {low} to {high}.").format(
                label=_(fields_of(Rating)[name].label), score=score, low=scale.low, high=scale.high
            )
        )
