"""`roadmap history [PLAN [ID]]`: who changed what and when, of a plan or of one record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from roadmap_tui.cli import deciding
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, json_option, value_option, word_argument
from roadmap_tui.cli.output import paint, put, put_json, say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.registry import TABLES
from roadmap_tui.services import sharing, telling
from roadmap_tui.services.changelists import since_day

if TYPE_CHECKING:
    from roadmap_tui.session import Session
    from roadmap_tui.store.history import Event, RecordChange

_MAX_RECORDS = 12
_KINDS = {"undo": N_("took back"), "redo": N_("carried out again")}
_ACTIONS = {
    "added": (N_("added"), Tone.GOOD),
    "changed": (N_("changed"), Tone.NORMAL),
    "removed": (N_("removed"), Tone.WARN),
    "restored": (N_("brought back"), Tone.GOOD),
}
_UNSHOWN = ("origin", "number")


def command() -> Subcommand:
    """The subcommand."""
    params = [
        word_argument("words", "[PLAN [ID]]", many=True, required=False),
        value_option("--since", "WHEN", N_("Only what changed since then: a date, or words such as last week.")),
        json_option(),
    ]
    return Subcommand("history", run, COMMANDS["history"].summary, params)


def run(words: tuple[str, ...], since: str, as_json: bool) -> None:
    """Print the changes, newest first."""
    if len(words) > 2:
        raise UsageError(
            _('"{word}" is one word too many; see: {command} --help').format(word=words[2], command="roadmap history")
        )
    session = open_session(find_plan(words[0] if words else None))
    record_id = _find(session, words[1]) if len(words) == 2 else 0
    found = sharing.history(session, record_id, since_day(session, since))
    if as_json:
        put_json([_as_json(session, event) for event in found])
        return
    for event in found:
        for line in _lines(session, event):
            put(line)
    if not found:
        say(_("Nothing changed."))


def _find(session: Session, word: str) -> int:
    """The id of the record people mean, also of one that was removed. Raises UsageError."""
    removed = (found for table in TABLES for found in session.removed(table).items())
    numbered = [record_id for record_id, row in removed if row.get("number") == word.strip().upper()]
    try:
        return session.find(word).id
    except UsageError:
        if len(numbered) != 1:
            raise
        return numbered[0]


def _as_json(session: Session, event: Event) -> dict[str, Any]:
    name, moment = session.author(event.revision)
    changes = []
    for change in event.changes:
        number = telling.number_of(session, change.table, change.id)
        fields = [{"field": each.field, "before": each.before, "after": each.after} for each in change.fields]
        shape = {"id": change.id, "number": number, "table": change.table, "action": change.action, "fields": fields}
        changes.append(shape)
    return {"at": deciding.local_time(moment), "by": name, "kind": event.kind, "changes": changes}


def _lines(session: Session, event: Event) -> Iterable[str]:
    name, moment = telling.who_and_when(session, event.revision)
    shown = [line for change in event.changes for line in _record_lines(session, change)]
    if not shown:
        return
    kind = f"  {_(_KINDS[event.kind])}" if event.kind in _KINDS else ""
    yield paint(f"{moment}  {name}{kind}", Tone.STRONG)
    yield from shown[:_MAX_RECORDS]
    if len(shown) > _MAX_RECORDS:
        yield "  " + _("and {count} more").format(count=len(shown) - _MAX_RECORDS)


def _record_lines(session: Session, change: RecordChange) -> Iterable[str]:
    """One line for a record that came or went, and one per field that changed."""
    name = telling.name_of(session, change.table, change.id)
    word, tone = _ACTIONS[change.action]
    if change.action != "changed":
        yield f"  {name}  {paint(_(word), tone)}"
    for each in change.fields:
        if each.field in _UNSHOWN:
            continue
        if each.field == "order":
            yield f"  {name}  {_('moved')}"
            continue
        label = telling.label_of(change.table, each.field)
        before, after = (deciding.value_text(session, change.table, each.field, v) for v in (each.before, each.after))
        yield f"  {name}  {label}: {before} -> {after}"
