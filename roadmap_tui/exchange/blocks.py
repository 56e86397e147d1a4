"""What documents are made of, before any file format: headings, texts, tables, traffic lights and the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from roadmap_tui.exchange.grid import Grid
from roadmap_tui.model.cleaning import clean_text, is_clean
from roadmap_tui.model.fields import Tone


def harmless(text: str) -> str:
    """`text` without what no document may hold; no format has room for control characters."""
    return text if is_clean(text) else clean_text(text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 for a chapter, 2 for a part of it."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", harmless(self.text))


@dataclass(frozen=True, slots=True)
class Prose:
    """Text of several lines; lines that begin with a bullet are list items. A note stands out less."""

    text: str
    note: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", harmless(self.text))


@dataclass(frozen=True, slots=True)
class Table:
    """A table, with its own title left to the heading above it; `tones` colour cells by (row, column)."""

    grid: Grid
    tones: Mapping[tuple[int, int], Tone] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Light:
    """One traffic light: its letter, aspect, colour in words, tone, and how it compares with before."""

    letter: str
    aspect: str
    word: str
    tone: Tone
    trend: str = ""


@dataclass(frozen=True, slots=True)
class Lights:
    """Traffic lights beside each other."""

    lights: tuple[Light, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The place where the timeline is drawn."""


Block = Heading | Prose | Table | Lights | Timeline


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter; a wide one is printed across the page, one with a page of its own begins on a new one."""

    code: str
    blocks: list[Block]
    wide: bool = False
    own_page: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """Title, subtitle, facts and versions for the front page, and the chapters.

    `stamp` is the line of version, status and date at the head of every page. A document without a cover begins
    with its title on the first page, and `note` says what was left out of it.
    """

    title: str
    subtitle: str
    organisation: str
    facts: list[tuple[str, str]]
    parts: list[Part] = field(default_factory=list)
    stamp: str = ""
    note: str = ""
    cover: bool = True
    versions: Grid | None = None

    def __post_init__(self) -> None:
        for name in ("title", "subtitle", "organisation", "stamp", "note"):
            object.__setattr__(self, name, harmless(getattr(self, name)))
        object.__setattr__(self, "facts", [(label, harmless(value)) for label, value in self.facts])

    @property
    def tables(self) -> list[tuple[str, Grid]]:
        """Every table with the heading it stands under."""
        found, title = [], ""
        for part in self.parts:
            for block in part.blocks:
                if isinstance(block, Heading):
                    title = block.text
                elif isinstance(block, Table):
                    found.append((title, block.grid))
        return found
