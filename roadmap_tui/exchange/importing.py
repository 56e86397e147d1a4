"""Deciding what an import changes: rows that came in before are updated, what people did since is kept.

Every imported activity remembers its origin: {"source", "row", "seen"}. `seen` holds, per field, a hash of what
the source said last. A field follows the source only where the source changed and the person did not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from roadmap_tui.exchange.cells import clean
from roadmap_tui.exchange.fieldvalues import canonical, hash_of, values_of
from roadmap_tui.exchange.matching import Known, match, row_key
from roadmap_tui.exchange.table import Skipped, SourceRow, SourceTable, Warning_
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.ids import derived_id, new_id
from roadmap_tui.model.record import fields_of
from roadmap_tui.progress import counted

Stored = Mapping[str, Any]
Outcome = Literal["added", "updated", "unchanged", "skipped"]


@dataclass(frozen=True)
class ImportState:
    """What the plan holds now, as stored fields by id.

    `removed` are the activities in the bin that a person removed; `document` is the id that all copies share.
    """

    activities: Mapping[int, Stored] = field(default_factory=dict)
    removed: Mapping[int, Stored] = field(default_factory=dict)
    milestones: Mapping[int, Stored] = field(default_factory=dict)
    plan: Stored = field(default_factory=dict)
    document: str = ""


@dataclass(frozen=True)
class AddedRow:
    """A new activity; its id follows from its source row, so that two copies that import it get one record."""

    row: int
    id: int
    fields: dict[str, Any]


@dataclass(frozen=True)
class UpdatedRow:
    """New values for an activity that was imported before; None empties a field."""

    row: int
    id: int
    fields: dict[str, Any]


@dataclass(frozen=True)
class RowOutcome:
    """What happens to one row of the source, for a preview; `fields` are the names of the fields that change."""

    row: int
    title: str
    outcome: Outcome
    fields: tuple[str, ...] = ()
    reason: str = ""


@dataclass
class ImportPlan:
    """Everything an import will do; `noted` only refreshes what the plan remembers of the source."""

    format: str
    added: list[AddedRow] = field(default_factory=list)
    updated: list[UpdatedRow] = field(default_factory=list)
    noted: list[UpdatedRow] = field(default_factory=list)
    plan_fields: dict[str, str] = field(default_factory=dict)
    rows: list[RowOutcome] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    warnings: list[Warning_] = field(default_factory=list)

    def report(self) -> dict[str, Any]:
        """The outcome as `roadmap import --json` prints it."""
        return {
            "format": self.format,
            "added": len(self.added),
            "updated": len(self.updated),
            "skipped": [{"row": skip.row, "reason": skip.reason} for skip in self.skipped],
            "warnings": [{"row": warning.row, "message": warning.message} for warning in self.warnings],
        }


def plan_import(table: SourceTable, state: ImportState, source: str) -> ImportPlan:
    """What importing `table` changes in a plan; `source` is the name of the file, without its folder."""
    key = clean(source).casefold()
    result = ImportPlan(table.format, plan_fields=_plan_fields(table, state.plan))
    result.skipped.extend(table.skipped)
    result.warnings.extend(table.warnings)
    known = [Known(i, stored, False) for i, stored in state.activities.items()]
    known += [Known(i, stored, True) for i, stored in state.removed.items()]
    pairs = match(table.rows, known, key)
    repeats: dict[str, int] = {}
    for row, found in counted(list(zip(table.rows, pairs, strict=True))):
        repeat = repeats[row_key(row)] = repeats.get(row_key(row), 0) + 1
        if found is None:
            _add(result, row, key, repeat, state)
        elif found.removed:
            reason = _("This activity was removed from the plan since; take it from the bin if you want it back.")
            result.skipped.append(Skipped(row.number, reason))
            result.rows.append(RowOutcome(row.number, row.cells["title"], "skipped", reason=reason))
        else:
            _update(result, row, found, key, state)
    result.rows.extend(RowOutcome(skip.row, "", "skipped", reason=skip.reason) for skip in table.skipped)
    result.rows.sort(key=lambda outcome: outcome.row)
    result.skipped.sort(key=lambda skip: skip.row)
    _warn_vanished(result, known, {found.id for found in pairs if found}, key)
    return result


def _plan_fields(table: SourceTable, plan: Stored) -> dict[str, str]:
    """Title and subtitle of the source, where the plan has none yet."""
    found = {"title": table.title, "subtitle": table.subtitle}
    return {name: text for name, text in found.items() if text and not plan.get(name)}


def _add(result: ImportPlan, row: SourceRow, key: str, repeat: int, state: ImportState) -> None:
    values, warnings = values_of(row, state.milestones)
    result.warnings.extend(warnings)
    origin = {"source": key, "row": row_key(row), "seen": {name: hash_of(name, v) for name, v in values.items()}}
    fields = {name: value for name, value in values.items() if value is not None}
    record_id = derived_id(state.document, key, row_key(row), str(repeat))
    if record_id in state.activities or record_id in state.removed:
        record_id = new_id()
    result.added.append(AddedRow(row.number, record_id, {**fields, "origin": origin}))
    result.rows.append(RowOutcome(row.number, row.cells["title"], "added", tuple(fields)))


def _update(result: ImportPlan, row: SourceRow, found: Known, key: str, state: ImportState) -> None:
    """Bring one activity up to date with its row, field by field."""
    values, warnings = values_of(row, state.milestones)
    result.warnings.extend(warnings)
    seen = dict(found.seen)
    changed: dict[str, Any] = {}
    for name, value in values.items():
        before, seen[name] = seen.get(name), hash_of(name, value)
        if before == seen[name] or canonical(name, found.stored.get(name)) == canonical(name, value):
            continue
        current = hash_of(name, found.stored.get(name))
        if current == (before or hash_of(name, None)):
            changed[name] = value
        else:
            label = _(fields_of(Activity)[name].label)
            message = _("“{field}” of “{title}” was changed in the plan and in the source; the plan keeps its own.")
            title = str(found.stored.get("title", ""))
            result.warnings.append(Warning_(row.number, message.format(field=label, title=title)))
    origin = {"source": found.source or key, "row": row_key(row), "seen": seen}
    own = changed if origin == found.stored.get("origin") else {**changed, "origin": origin}
    if changed:
        result.updated.append(UpdatedRow(row.number, found.id, own))
    elif own:
        result.noted.append(UpdatedRow(row.number, found.id, own))
    outcome: Outcome = "updated" if changed else "unchanged"
    result.rows.append(RowOutcome(row.number, row.cells["title"], outcome, tuple(changed)))


def _warn_vanished(result: ImportPlan, known: list[Known], matched: set[int], key: str) -> None:
    gone = [item for item in known if not item.removed and item.source == key and item.id not in matched]
    if gone:
        names = ", ".join(f"“{item.stored.get('title', '')}”" for item in gone[:3]) + ("…" if len(gone) > 3 else "")
        message = _("No longer in the source, but kept in the plan: {count} ({names}).")
        result.warnings.append(Warning_(0, message.format(count=len(gone), names=names)))
