"""The matrix of projects and frameworks in signs and words, for the screen and for documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import N_, _
from roadmap_tui.model.fields import Tone
from roadmap_tui.planning.programme_state import ConformityRow, conformity_matrix
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.responsibilities import short_heading
from roadmap_tui.view.text import Line, Run, fit, one_line, width_of

if TYPE_CHECKING:
    from roadmap_tui.model.programme import Framework
    from roadmap_tui.planning.outlook import Outlook

WORDS: Final[Mapping[str, str]] = {
    "applies": N_("applies, not judged yet"),
    "conforms": N_("conforms"),
    "deviates": N_("does not conform"),
}
_TONES: Final = {"applies": Tone.WARN, "conforms": Tone.GOOD, "deviates": Tone.BAD}
_ROOM_FOR_WORDS: Final = 9
_BETWEEN: Final = 3


def sign_of(verdict: str, glyphs: Glyphs) -> tuple[str, Tone]:
    """The sign of a verdict; a question mark where this version does not know the word."""
    signs = {"applies": "?", "conforms": glyphs.good, "deviates": glyphs.sign("bad")}
    return signs.get(verdict, "?"), _TONES.get(verdict, Tone.WARN)


def legend(glyphs: Glyphs) -> str:
    """What the signs mean."""
    return "  ".join(f"{sign_of(code, glyphs)[0]} {_(word)}" for code, word in WORDS.items())


def verdict_of(row: ConformityRow) -> tuple[str, Tone]:
    """How a project stands against the frameworks, in a few words."""
    if not row.cells:
        return _("nothing yet"), Tone.MUTED
    deviating, waiting = row.count("deviates"), row.count("applies")
    if deviating:
        return _("{count} not").format(count=deviating), Tone.BAD
    if waiting:
        return _("{count} to do").format(count=waiting), Tone.WARN
    return "", Tone.GOOD


def heading_of(framework: Framework, width: int) -> list[str]:
    """The two lines above a column: number and beginning of the title, or the number alone."""
    if width < _ROOM_FOR_WORDS:
        return [" " * width, fit(framework.number, width)]
    return short_heading(f"{framework.number} {one_line(framework.title)}", width)


def framework_lines(frameworks: Sequence[Framework], width: int) -> list[Line]:
    """Number and title of the frameworks, in as many columns as the width has room for."""
    names = [(each.number, one_line(each.title)) for each in frameworks]
    if not names:
        return []
    head = max(width_of(number) for number, _title in names) + 2
    cell = min(width, head + max(width_of(title) for _number, title in names) + _BETWEEN)
    rows = -(-len(names) // max(1, width // cell))
    return [
        [
            run
            for number, title in names[row::rows]
            for run in (Run(fit(number, head), Tone.MUTED), Run(fit(title, cell - head)))
        ]
        for row in range(rows)
    ]


def conformity_table(outlook: Outlook) -> tuple[list[str], list[list[str]]]:
    """The matrix for a document: headings and rows of text, without rows in which nothing stands."""
    matrix = conformity_matrix(outlook)
    marks = {"applies": "?", "conforms": _("yes"), "deviates": _("NO")}
    rows = [
        [
            f"{row.record.number} {one_line(row.record.title)}",
            *(marks.get(row.cells[each.id].verdict, "?") if each.id in row.cells else "" for each in matrix.frameworks),
        ]
        for row in matrix.rows
        if row.cells
    ]
    return [_("Project"), *(each.number for each in matrix.frameworks)], rows
