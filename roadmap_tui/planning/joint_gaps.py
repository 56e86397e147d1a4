"""What is empty, contradicts itself or hangs loose on the way to a joint roadmap: its share of the check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.joint import Collaboration, Feedback, Meeting, Rating, Ruling
from roadmap_tui.planning.findings import Finding, about, all_of
from roadmap_tui.planning.joint.scoring import ASPECTS, scale_of, worth_by_activity

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


def scores(outlook: Outlook) -> Iterator[Finding]:
    """Ratings without an activity, outside their scale, or twice by one person."""
    seen: set[tuple[int, str]] = set()
    for rating in all_of(outlook, Rating):
        scale = scale_of(rating, outlook.plan.rating_scale)
        given = [value for name in ASPECTS if (value := getattr(rating, name)) is not None]
        if rating.activity is None:
            yield about(
                "rating_loose",
                rating,
                _("It is not said which activity is rated."),
                _("A score without an activity counts nowhere."),
            )
        if any(not scale.low <= value <= scale.high for value in given):
            why = _("Such a score is left out of the averages.")
            yield about("rating_off_scale", rating, _("A score lies outside its scale."), why)
        key = (rating.activity or 0, rating.who.strip().casefold())
        if rating.activity and key[1] and key in seen:
            yield about("rating_twice", rating, _("The same person rated this activity before."), _("It counts twice."))
        seen.add(key)


def spreads(outlook: Outlook) -> Iterator[Finding]:
    """Activities of which people think very differently."""
    worths = worth_by_activity(all_of(outlook, Rating), outlook.plan.rating_scale)
    for activity in all_of(outlook, Activity):
        found = worths.get(activity.id)
        if found is not None and any(score.differs for score in found.scores.values()):
            why = _("Talk about it before you decide on the order.")
            yield about("rating_spread", activity, _("People rate this very differently."), why)


def sessions(outlook: Outlook) -> Iterator[Finding]:
    """Sessions that should have been held by now, and feedback that waits although its session was held."""
    held = {each.id for each in all_of(outlook, Meeting) if each.status == "held"}
    for meeting in all_of(outlook, Meeting):
        if meeting.status == "planned" and meeting.held_on is not None and meeting.held_on < outlook.today:
            yield about(
                "meeting_past",
                meeting,
                _("The day of this session has passed; it is still planned."),
                _("Note its outcome, or give it another day."),
            )
    for remark in all_of(outlook, Feedback):
        if remark.status == "open" and remark.meeting in held:
            yield about(
                "feedback_open", remark, _("This remark is not handled yet."), _("Who gave it waits for an answer.")
            )
        if remark.status == "refused" and not remark.remarks.strip():
            yield about(
                "feedback_unexplained",
                remark,
                _("It is not said why this remark was not taken in."),
                _("Who gave it waits for an answer."),
            )


def decisions(outlook: Outlook) -> Iterator[Finding]:
    """Decisions without a date, and working together that nobody takes up."""
    for ruling in all_of(outlook, Ruling):
        if ruling.status != "pending" and ruling.decided is None:
            yield about(
                "ruling_undated",
                ruling,
                _("It is not said when this was decided."),
                _("Others look it up in the minutes by its date."),
            )
    for each in all_of(outlook, Collaboration):
        if each.status == "agreed" and not each.owner.strip():
            yield about(
                "together_unowned", each, _("Nobody takes the first step."), _("Then nothing happens by itself.")
            )


CHECKS: Final = (scores, spreads, sessions, decisions)
