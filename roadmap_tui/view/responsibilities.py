"""The VERI or RACI matrix in letters: E V R I in Dutch, A R C I in English; the letter R differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import N_, _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.responsibility import Responsibility
from roadmap_tui.planning.responsibilities import MatrixRow, responsibility_matrix
from roadmap_tui.view.text import fit, one_line, width_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_LETTERS: Final[Mapping[str, str]] = {
    "accountable": N_("A"),
    "responsible": N_("R"),
    "both": N_("A/R"),
    "consulted": N_("C"),
    "informed": N_("I"),
}
MEANINGS: Final[Mapping[str, str]] = {
    "accountable": N_("accountable"),
    "responsible": N_("responsible, does the work"),
    "both": N_("accountable and does the work"),
    "consulted": N_("consulted beforehand"),
    "informed": N_("informed afterwards"),
}
LEGEND: Final[Mapping[str, str]] = {**MEANINGS, "responsible": N_("does the work")}
TONES: Final[Mapping[str, Tone]] = {
    "accountable": Tone.STRONG,
    "responsible": Tone.NORMAL,
    "both": Tone.STRONG,
    "consulted": Tone.NORMAL,
    "informed": Tone.MUTED,
}
_SECOND_PARTS: Final = (
    "leider", "gever", "nemer", "eigenaar", "beheerder", "beheer", "gebruikers", "gebruiker", "adviseur", "manager",
    "groep", "ondersteuner", "controller", "architect", "team", "houder",
)  # fmt: skip


def letter(involvement: str) -> str:
    """E, V, R, I or E/V; a question mark where this version does not know the word."""
    return _(_LETTERS[involvement]) if involvement in _LETTERS else "?"


def involvement_of(letters: str) -> str:
    """The stored word that a letter stands for in the user's language; empty where it stands for nothing."""
    return next((code for code, sign in _LETTERS.items() if _(sign).casefold() == letters.strip().casefold()), "")


def legend() -> str:
    """E eindverantwoordelijk, V voert uit, and so on."""
    return "  ".join(f"{letter(code)} {_(LEGEND[code])}" for code in MEANINGS if code != "both")


def verdict(row: MatrixRow) -> tuple[str, Tone]:
    """Whether exactly one is accountable, in a few words."""
    count = len(row.accountable)
    if not row.cells:
        return _("nothing yet"), Tone.MUTED
    if count == 0:
        return _("no {letter}").format(letter=letter("accountable")), Tone.BAD
    if count > 1:
        return _("{count} times {letter}").format(count=count, letter=letter("accountable")), Tone.BAD
    if not row.working:
        return _("no {letter}").format(letter=letter("responsible")), Tone.WARN
    return "", Tone.GOOD


def short_heading(name: str, width: int, lines: int = 2) -> list[str]:
    """The name of a role on a few short lines, broken where words meet: Project / leider."""
    words: list[str] = []
    for word in one_line(name).replace("/", " ").split():
        part = next((end for end in _SECOND_PARTS if word.casefold().endswith(end)), "")
        cut = len(word) - len(part)
        words += [word] if not part or cut < 3 or width_of(word) <= width else [word[:cut], word[cut:]]
    shown: list[str] = []
    for word in words:
        if shown and width_of(shown[-1]) + 1 + width_of(word) <= width:
            shown[-1] += f" {word}"
        else:
            shown.append(word)
    if len(shown) > lines:
        shown = [*shown[: lines - 1], " ".join(shown[lines - 1 :])]
    return [fit(part, width) for part in [*[""] * (lines - len(shown)), *shown]]


def responsibility_table(outlook: Outlook) -> tuple[list[str], list[list[str]]]:
    """The matrix for a document: headings and rows of text, without the columns in which nothing stands."""
    matrix = responsibility_matrix(outlook)
    named = {person for row in matrix.rows for person in row.cells}
    people = [person for person in matrix.people if person.id in named]
    rows = [
        [one_line(row.record.title), *(_cell(row.cells, person.id) for person in people)]
        for row in matrix.rows
        if row.cells
    ]
    return [_("Result"), *(one_line(person.role or person.title) for person in people)], rows


def _cell(cells: Mapping[int, Responsibility], person: int) -> str:
    return letter(cells[person].involvement) if person in cells else ""
