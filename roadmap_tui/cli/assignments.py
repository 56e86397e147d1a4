"""FIELD=VALUE on the command line: from words to fields in their stored form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Field, Kind
from roadmap_tui.model.parsing import find_field, parse_value, split_references
from roadmap_tui.model.record import Record, fields_of

if TYPE_CHECKING:
    from roadmap_tui.session import Session


def read_assignments(session: Session, record_type: type[Record], words: Sequence[str]) -> dict[str, Any]:
    """The fields that `words` set; None empties a field. Raises UsageError for the first word that is wrong."""
    fields: dict[str, Any] = {}
    for word in words:
        name, sign, text = word.partition("=")
        if not sign:
            raise UsageError(_('Write FIELD=VALUE instead of "{word}", for example: title="..."').format(word=word))
        field = find_field(record_type, name)
        if field.name in fields:
            raise UsageError(_("{field} is given twice.").format(field=_(field.label)))
        fields[field.name] = _value(session, field, text)
    return fields


def _value(session: Session, field: Field, text: str) -> Any:
    match field.kind:
        case Kind.REF:
            return find_reference(session, field, text)
        case Kind.REFS:
            found = (find_reference(session, field, word) for word in split_references(text))
            return list(dict.fromkeys(found)) or None
    return parse_value(field, text)


def check_required(record_type: type[Record], fields: dict[str, Any], *, new: bool) -> None:
    """Raise UsageError where a required field is missing or emptied."""
    for field in fields_of(record_type).values():
        missing = fields.get(field.name) is None and (new or field.name in fields)
        if field.required and missing:
            label = _(field.label)
            word = label.lower() if label.isalpha() else field.name
            raise UsageError(_('{label} is required; add {field}="...".').format(label=label, field=word))


def find_reference(session: Session, field: Field, text: str) -> int | None:
    """The id of the record that `text` names by number, handle or id. Raises UsageError."""
    word = text.strip()
    if not word:
        return None
    if word.isdecimal() and (by_id := session.record(field.target, int(word))) is not None:
        return by_id.id
    found = session.find(word)
    if field.target != found.TABLE:
        raise UsageError(
            _('"{word}" is not possible for {field}: it is another kind of record.').format(
                word=word, field=_(field.label)
            )
        )
    return found.id
