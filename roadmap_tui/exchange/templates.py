"""Templates and the example plan: TOML files in data/ that become the records of a new plan."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from roadmap_tui.errors import UnreadableError, UsageError
from roadmap_tui.i18n import _, language
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.baseline import Baseline
from roadmap_tui.model.cleaning import clean_text
from roadmap_tui.model.fields import Field, Kind
from roadmap_tui.model.ids import new_id
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.parsing import suggestion
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning.offsets import parse_offset, resolve
from roadmap_tui.planning.placeholders import expand
from roadmap_tui.resources import data_file, data_folder

EXAMPLE = "example/voorbeeld.toml"
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Template(msgspec.Struct, frozen=True):
    """A template as people choose it."""

    name: str
    title: str
    summary: str


def templates() -> list[Template]:
    """The templates that come with the program, by name."""
    found = []
    for path in sorted(data_folder().joinpath("templates").glob("*.toml")):
        content = _load(path)
        suffix = "" if language() == "nl" else f"_{language()}"
        title, summary = (str(content.get(f"{key}{suffix}") or content.get(key, "")) for key in ("title", "summary"))
        found.append(Template(path.stem, title, summary))
    return found


def load_template(name: str) -> dict[str, Any]:
    """The content of the template called `name`. Raises UsageError with the names there are."""
    names = [template.name for template in templates()]
    if name not in names:
        raise UsageError(_('There is no template "{name}".{hint}').format(name=name, hint=suggestion(name, names)))
    return _load(data_file(f"templates/{name}.toml"))


def load_example() -> dict[str, Any]:
    """The example plan, dated from the day on which it is made."""
    return _load(data_file(EXAMPLE))


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableError(
            _('The template "{path}" cannot be read: {reason}.').format(path=path.name, reason=error)
        ) from None


class NewRecord(NamedTuple):
    """A record that a template brings, with the id it will have."""

    table: str
    id: int
    fields: dict[str, Any]


def build(content: Mapping[str, Any], today: date, overrides: Mapping[str, Any] | None = None) -> list[NewRecord]:
    """The records of a template, dated from `today`; `overrides` are fields of the plan that the user gave."""
    builder = _Builder(today)
    given = {name: value for name, value in (overrides or {}).items() if value is not None}
    builder.collect(Plan.TABLE, content.get(Plan.TABLE, {}), given=given)
    for table in (name for name in TABLES if name != Plan.TABLE):
        for item in content.get(table, []):
            builder.collect(table, item)
    return builder.finished()


class _Builder:
    """Collects records, then turns keys that name other records into their ids."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._records: list[NewRecord] = []
        self._ids: dict[tuple[str, str], int] = {}

    def collect(
        self,
        table: str,
        item: Mapping[str, Any],
        parent: NewRecord | None = None,
        given: Mapping[str, Any] | None = None,
    ) -> None:
        """One record and those nested in it; `given` overrules what the template says and is taken as it is."""
        known = fields_of(TABLES[table])
        row = {name: _stored(known[name], value, self._today) for name, value in item.items() if name in known}
        if parent is not None:
            row[_field_pointing_to(TABLES[table], parent.table)] = parent.id
        record = NewRecord(table, new_id(), {**row, **(given or {})})
        self._records.append(record)
        if key := item.get("key"):
            self._ids[table, str(key)] = record.id
        for name in TABLES.keys() & item.keys() - known.keys():
            for child in item[name]:
                self.collect(name, child, record)

    def finished(self) -> list[NewRecord]:
        """All records, in the order in which they were collected."""
        return [NewRecord(found.table, found.id, self._with_references(found)) for found in self._records]

    def _with_references(self, record: NewRecord) -> dict[str, Any]:
        fields = fields_of(TABLES[record.table])
        return {
            name: self._ids.get((fields[name].target, value))
            if fields[name].kind is Kind.REF and isinstance(value, str)
            else [
                self._ids[fields[name].target, str(key)]
                for key in value
                if (fields[name].target, str(key)) in self._ids
            ]
            if fields[name].kind is Kind.REFS
            else self._fixed(value)
            if record.table == Baseline.TABLE and name == "dates"
            else value
            for name, value in record.fields.items()
        }

    def _fixed(self, dates: Mapping[str, str]) -> dict[str, list[str | None]]:
        """The dates of a baseline by the ids of the milestones and activities that a template names by their keys."""
        ids = {key: found for (table, key), found in self._ids.items() if table in (Milestone.TABLE, Activity.TABLE)}
        days = {key: resolve(parse_offset(text), None, None, self._today) for key, text in dates.items() if key in ids}
        return {str(ids[key]): [day.isoformat() if day else None] * 2 for key, day in days.items()}


def _field_pointing_to(record_type: type[Record], table: str) -> str:
    return next(field.name for field in fields_of(record_type).values() if field.target == table)


def _stored(field: Field, value: Any, today: date) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return value
    text = clean_text(expand(value, today))
    if field.kind is Kind.DATE and _ISO_DATE.fullmatch(text) is None:
        moment = resolve(parse_offset(text), None, None, today)
        return moment.isoformat() if moment else None
    return int(text) if field.kind is Kind.NUMBER and text.isdecimal() else text
