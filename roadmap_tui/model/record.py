"""What every record has, and how its declared fields are found.

Modules that declare record types do without postponed annotations: to take those in as text again, for every type
that a command reads, would be a tenth of its time.
"""

from functools import cache
from typing import Annotated, Any, ClassVar, get_args, get_type_hints

import msgspec

from roadmap_tui.i18n import N_
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Field, Kind, field_from_meta


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A tolerant, typed reading of one stored record; never written back."""

    TABLE: ClassVar[str] = ""
    PREFIX: ClassVar[str] = ""
    LABEL: ClassVar[str] = ""
    PLURAL: ClassVar[str] = ""
    STEPS: ClassVar[tuple[str, ...]] = ()
    """The statuses that ticking off goes through, in a circle."""
    FINISHED: ClassVar[str] = ""
    """The status of a record that is done; empty where there is no such thing."""

    MARKABLE: ClassVar[bool] = True
    """Whether such a record can be marked as internal, to be left out for readers outside the organisation."""

    id: int = 0
    number: Annotated[str, f.internal(N_("Number"))] = ""
    order: Annotated[str, f.internal(N_("Order"))] = ""
    title: Annotated[str, f.internal(N_("Title"))] = ""
    internal: Annotated[bool, f.flag(N_("Internal"), N_("Yes: not for readers outside the organisation."))] = False


@cache
def fields_of(record_type: type[Record]) -> dict[str, Field]:
    """The declared fields of a record type by name, in the order in which people meet them."""
    hints = get_type_hints(record_type, include_extras=True)
    own = [own.name for own in msgspec.structs.fields(record_type) if own.name != "internal"]
    found = {}
    for name in [*own, "internal"] if record_type.MARKABLE else own:
        for meta in get_args(hints[name])[1:]:
            if isinstance(meta, msgspec.Meta):
                found[name] = field_from_meta(name, meta)
    return found


@cache
def shown_fields(record_type: type[Record]) -> tuple[Field, ...]:
    """The fields that people fill in, in declaration order."""
    return tuple(field for field in fields_of(record_type).values() if field.kind is not Kind.INTERNAL)


@cache
def _declared(record_type: type[Record]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.name: field for field in msgspec.structs.fields(record_type)}


def default_of(record_type: type[Record], name: str) -> Any:
    """The value a field has when nothing is stored."""
    field = _declared(record_type)[name]
    return field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
