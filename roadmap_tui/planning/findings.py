"""What a check answers: something to look at, with the reason why it matters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from roadmap_tui.i18n import N_
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

R = TypeVar("R", bound=Record)


class Severity(msgspec.Struct, frozen=True):
    """How much a finding presses: its code, label (message id), sign and tone."""

    code: str
    label: str
    sign: str
    tone: Tone


WRONG: Final = Severity("wrong", N_("Wrong"), "bad", Tone.BAD)
LATE: Final = Severity("late", N_("Late"), "late", Tone.BAD)
MISSING: Final = Severity("missing", N_("Missing"), "todo", Tone.WARN)
UNCLEAR: Final = Severity("unclear", N_("Unclear"), "choice", Tone.NORMAL)
SEVERITIES: Final = (WRONG, LATE, MISSING, UNCLEAR)
_OF_CODE: Final = {
    **dict.fromkeys(
        (
            "unreadable_value", "end_before_start", "remaining_above_score", "orphaned_reference", "unknown_choice",
            "contradicting_dates", "loop", "delivered_with_open_points", "over_budget", "on_holiday",
            "outside_scale", "mvp_later", "mvp_waits", "kpi_against_direction", "map_not_tested",
            "herindeling_date", "framework_too_early", "framework_loop", "framework_parts_open", "does_not_conform",
            "team_stuck", "replaced_twice", "several_applications", "no_house_style", "law_not_met",
            "too_little_capacity",
        ),
        WRONG,
    ),
    **dict.fromkeys(("late", "review_overdue"), LATE),
    **dict.fromkeys(
        (
            "unread_when", "unread_time", "unread_lag", "unread_days_off", "unread_classes", "unclear_scope",
            "negative_goal", "coarse_this_year",
        ),
        UNCLEAR,
    ),
}  # fmt: skip


class Finding(msgspec.Struct, frozen=True):
    """Something to look at: a stable code, the record (id 0 for the plan as a whole), and two sentences.

    `basis` is what it rests on, in no language; where that changes, the finding is another one.
    """

    code: str
    table: str
    id: int
    number: str
    message: str
    why: str
    basis: str = ""

    @property
    def severity(self) -> Severity:
        """How much it presses."""
        return _OF_CODE.get(self.code, MISSING)


def about(code: str, record: Record, message: str, why: str, *basis: object) -> Finding:
    """A finding about one record, resting on `basis`."""
    return Finding(code, record.TABLE, record.id, record.number, message, why, "|".join(map(str, basis)))


def all_of(outlook: Outlook, record_type: type[R]) -> Sequence[R]:
    """All records of one kind."""
    found: Sequence[Any] = outlook.records(record_type.TABLE)
    return found
