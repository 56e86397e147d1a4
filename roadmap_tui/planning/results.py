"""The seven results that every implementation has at least (seed document S4, chapter Deelresultaten)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from roadmap_tui.i18n import N_
from roadmap_tui.model.milestone import Milestone


class StandardResult(NamedTuple):
    """One of the seven: the code that templates give it, its name, and the words by which a title is recognised."""

    code: str
    label: str
    words: tuple[str, ...]


RESULTS: Final = (
    StandardResult(
        "taken_verantwoordelijkheden",
        N_("tasks and responsibilities"),
        ("verantwoordelijkhe", "responsibilit", "taken en"),
    ),
    StandardResult(
        "opleiding_instructie", N_("training and instruction"), ("opleiding", "instructie", "training", "instruction")
    ),
    StandardResult("beheer", N_("technical and functional management"), ("beheer", "management", "support")),
    StandardResult("draaiboek_migratie", N_("run-sheet for the migration"), ("draaiboek", "migrati", "run-sheet")),
    StandardResult("dap", N_("file of agreements and procedures (DAP)"), ("dap", "afspraken en procedures")),
    StandardResult("nazorg", N_("aftercare"), ("nazorg", "aftercare")),
    StandardResult("evaluatie", N_("evaluation"), ("evaluat",)),
)


def result_of(milestone: Milestone) -> StandardResult | None:
    """Which of the seven a milestone is, by its code or else by its title; None where it is another."""
    for result in RESULTS:
        if milestone.code.strip() == result.code:
            return result
    words = milestone.title.casefold().replace("(", " ").replace(")", " ").split()
    title = " ".join(words)
    for result in RESULTS:
        if any(word in title if " " in word or len(word) > 3 else word in words for word in result.words):
            return result
    return None


def missing_results(milestones: Iterable[Milestone]) -> list[StandardResult]:
    """Those of the seven that no milestone is about; a cancelled one does not count."""
    there = {result_of(milestone) for milestone in milestones if milestone.status != "cancelled"}
    return [result for result in RESULTS if result not in there]
