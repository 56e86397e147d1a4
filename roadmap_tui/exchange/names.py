"""Leaving out the names of people: wherever a name stands, the person's role comes in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from roadmap_tui.exchange.cells import clean, one_line
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.person import Person
from roadmap_tui.model.record import Record, default_of, fields_of

R = TypeVar("R", bound=Record)
_READ_AS_TIME = (Kind.WHEN, Kind.EFFORT, Kind.OFFSET, Kind.DATE)
_SHORTEST = 3


class NameFilter:
    """Replaces the names of the persons in a plan; roles and departments stay as they are."""

    def __init__(self, people: Sequence[Record]) -> None:
        self._roles: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        for person in people:
            if isinstance(person, Person) and person.kind == "person" and (name := one_line(person.title)):
                role = one_line(person.role)
                self._roles[name.casefold()] = role
                for part in name.split():
                    if len(part) >= _SHORTEST and part[0].isupper():
                        self._parts.setdefault(part, role)
        self._whole = _any_of(self._roles, re.IGNORECASE)
        self._part = _any_of(self._parts, re.NOFLAG)
        self._roles = {name: self._safe(role) for name, role in self._roles.items()}
        self._parts = {name: self._safe(role) for name, role in self._parts.items()}

    def _safe(self, role: str) -> str:
        """The role that takes a name's place; one that holds a name itself says nothing but that it was left out."""
        named = any(pattern is not None and pattern.search(role) for pattern in (self._whole, self._part))
        return _("name left out") if named or not role else role

    def text(self, text: str, kind: Kind = Kind.LONG) -> str:
        """`text` without names; a first or last name alone counts too, but not where May is a month."""
        if self._whole is None or not text:
            return text
        text = self._whole.sub(self._role, clean(text))
        if self._part is None or kind in _READ_AS_TIME:
            return text
        return self._part.sub(lambda m: self._parts[m[0]], text)

    def _role(self, found: re.Match[str]) -> str:
        """The role for a name as it was found; capitals in other alphabets can differ from those it was listed by."""
        return self._roles.get(" ".join(found[0].casefold().split()), _("name left out"))

    def everywhere(self, value: Any) -> Any:
        """A stored value of any shape without names in its texts."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {key: self.everywhere(each) for key, each in value.items()}
        return [self.everywhere(each) for each in value] if isinstance(value, (list, tuple)) else value

    def record(self, record: R) -> R:
        """`record` without names; what is known to be personal, such as a telephone number, is emptied."""
        changes: dict[str, Any] = {}
        for name, field in fields_of(type(record)).items():
            value = getattr(record, name)
            if name == "snapshot":
                changes[name] = self.everywhere(value)
            if not isinstance(value, str) or not value:
                continue
            if isinstance(record, Person) and record.kind == "person" and field.personal and name != "title":
                changes[name] = ""
            elif field.personal and field.kind is Kind.CHOICE:
                changes[name] = default_of(type(record), name)
            elif field.kind is not Kind.INTERNAL and field.choice(value) is None:
                changes[name] = self.text(value, field.kind)
        return msgspec.structs.replace(record, **changes) if changes else record


def _any_of(names: dict[str, str], flags: re.RegexFlag) -> re.Pattern[str] | None:
    """A pattern for whole names, the longest first."""
    if not names:
        return None
    words = (r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", flags)
