"""A table on its way out: headings and rows, ready for any file format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from roadmap_tui.exchange.cells import clean

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its title, a note that belongs under it, its width in characters; `strong` is for its first lines."""

    title: str
    note: str = ""
    width: int = 16
    strong: bool = False

    @property
    def text(self) -> str:
        """Title and note, each on its line."""
        return "\n".join(filter(None, [self.title, self.note]))


@dataclass(frozen=True, slots=True)
class Grid:
    """Title, subtitle, headings and rows; `part` says which part of the plan this is, for a sheet of its own."""

    title: str
    subtitle: str
    headings: tuple[Heading, ...]
    rows: list[list[Value]]
    part: str = ""


def text_of(value: Value) -> str:
    """A value as people here write it: dd-mm-yyyy, a decimal comma, "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.day:02}-{value.month:02}-{value.year:04}"
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return clean(value) if isinstance(value, str) else str(value)
