"""`roadmap check [PLAN]`: what is missing in a plan or contradicts itself; findings can be put aside with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, json_option, pair_option, plan_argument, value_option
from roadmap_tui.cli.output import paint, put, put_json, say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.cli.waiting import waiting
from roadmap_tui.errors import ExitCode, UsageError
from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.parsing import suggestion
from roadmap_tui.model.registry import TABLES

if TYPE_CHECKING:
    from roadmap_tui.planning.dismissals import Judged
    from roadmap_tui.session import Session

_TITLE = 30
_PLAN = "plan"
_PAIR = "CODE ID"


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(required=False),
        flag("--all", N_("Show dismissed findings too.")),
        pair_option("--dismiss", _PAIR, N_("Put a finding aside: its code and the number it is about, or plan.")),
        value_option("--reason", "TEXT", N_("Why a dismissed finding does not matter here.")),
        pair_option("--restore", _PAIR, N_("Make a dismissed finding count again.")),
        json_option(),
    ]
    return Subcommand("check", run, COMMANDS["check"].summary, params)


def run(
    plan: str | None,
    all: bool,
    dismiss: tuple[str, str] | None,
    reason: str,
    restore: tuple[str, str] | None,
    as_json: bool,
) -> int:
    """Print the findings; answers 1 where there are any that nobody put aside."""
    from roadmap_tui.planning.dismissals import Judged, still_open
    from roadmap_tui.services.dismissing import checked
    from roadmap_tui.services.recovery import integrity

    if dismiss and restore:
        raise UsageError(_("Choose one of --dismiss and --restore."))
    if reason and not dismiss:
        raise UsageError(_("A reason belongs to --dismiss CODE ID."))
    with waiting(_("Reading the plan…")):
        session = open_session(find_plan(plan), tell_missing=False)
    if dismiss:
        _dismiss(session, dismiss, reason)
    if restore:
        _restore(session, restore)
    with waiting(_("Working it out…")):
        found = [*(Judged(each, None, None) for each in integrity(session)), *checked(session)]
    left = still_open(found)
    if as_json:
        put_json([_as_json(each) for each in (found if all else left)])
    elif not dismiss and not restore:
        _print(session, found if all else left, left, len(found) - len(left))
    return ExitCode.FINDINGS if left and not (dismiss or restore) else ExitCode.DONE


def _dismiss(session: Session, pair: tuple[str, str], reason: str) -> None:
    from roadmap_tui.services.dismissing import checked, dismiss

    found = _meant(session, checked(session), pair)
    waiting = [each.finding for each in found if each.dismissal is None]
    if not waiting:
        raise UsageError(_("This finding was dismissed before; --restore makes it count again."))
    session.commit(dismiss(session, waiting, reason))
    session.save()
    for finding in waiting:
        say(_("Dismissed: {finding}").format(finding=f"{finding.number or _('Plan')}: {safe(finding.message)}"))


def _restore(session: Session, pair: tuple[str, str]) -> None:
    from roadmap_tui.services.dismissing import checked, take_back

    found = [each.dismissal for each in _meant(session, checked(session), pair) if each.dismissal is not None]
    if not found:
        raise UsageError(_("This finding was not dismissed."))
    session.commit(take_back(session, found))
    session.save()
    say(_("It counts again: {finding}").format(finding=", ".join(safe(each.title) for each in found)))


def _meant(session: Session, found: Sequence[Judged], pair: tuple[str, str]) -> list[Judged]:
    """The findings that a code and a number name. Raises UsageError."""
    code, word = pair
    codes = {each.finding.code for each in found}
    if code not in codes:
        raise UsageError(_('No finding has the code "{code}".{hint}').format(code=code, hint=suggestion(code, codes)))
    record_ids = {0, session.plan.id} if word.lower() == _PLAN else {session.find(word).id}
    meant = [each for each in found if each.finding.code == code and each.finding.id in record_ids]
    if not meant:
        raise UsageError(_('There is no finding "{code}" about {record}.').format(code=code, record=word))
    return meant


def _print(session: Session, shown: Iterable[Judged], left: Sequence[Judged], dismissed: int) -> None:
    titles = {record.id: record.title for table in TABLES for record in session.records(table)}
    for each in shown:
        for line in _lines(each, titles):
            put(line)
    if left:
        words = ngettext("{count} point to look at.", "{count} points to look at.", len(left))
        say(words.format(count=len(left)))
    else:
        say(_("Nothing is missing."))
    if dismissed:
        words = ngettext(
            "{count} finding was dismissed; --all shows it.",
            "{count} findings were dismissed; --all shows them.",
            dismissed,
        )
        say(words.format(count=dismissed))


def _lines(each: Judged, titles: dict[int, str]) -> Iterable[str]:
    """A finding on two lines: what it is, and why it matters or why somebody put it aside."""
    from roadmap_tui.view.text import cut, one_line

    finding = each.finding
    who = paint(f"{finding.number or _('Plan'):5}", Tone.STRONG)
    what = paint(cut(one_line(titles.get(finding.id, "")), _TITLE), Tone.STRONG)
    yield f"{who} {what}{'  ' if what else ''}{safe(finding.message)}"
    why = safe(finding.why)
    if each.dismissal is not None:
        why = _("Dismissed: {reason}").format(reason=safe(each.dismissal.reason))
    yield f"{'':5} {paint(f'{why}  [{finding.code}]', Tone.MUTED)}"


def _as_json(each: Judged) -> dict[str, Any]:
    finding = each.finding
    return {
        "code": finding.code,
        "severity": finding.severity.code,
        "chapter": each.shape.code if each.shape else None,
        "table": finding.table,
        "id": finding.id,
        "number": finding.number,
        "message": finding.message,
        "why": finding.why,
        "dismissed": each.dismissal.reason if each.dismissal else None,
    }
