"""Each call of a save goes wrong in each way, and somebody else saves before each call: nothing is lost.

No tools are needed for this; it also shows the systems that cannot exchange files, have no links, or take no new files.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from proofs.faulty_system import WAYS, WRITING, FaultySystem, KilledError, faulty
from proofs.plans import NAME, Writer, Written, found_at, missing, sample
from proofs.result import Result
from roadmap_tui.errors import NotSavedError, UnreadableError
from roadmap_tui.store import document as documents
from roadmap_tui.store.document import Document
from roadmap_tui.store.safety import SafetyCopy

QUICK, DEEP = 40, 100_000
ABILITIES = ("exchange", "link", "neither", "in place")


class Fault(NamedTuple):
    """What goes wrong at which call (-1: nothing), and before which call somebody else saves (-1: never).

    A rogue writes an old state of the plan with one record more, without looking.
    """

    ability: str
    at: int = -1
    way: str = ""
    visit: int = -1
    rogue: bool = False


class Template(NamedTuple):
    """A folder with a plan in which changes were acknowledged."""

    folder: Path
    acknowledged: list[Written]


def run(rounds: int, seed: int) -> list[Result]:
    """So many faults, and as many faults together with somebody else who saves."""
    alone, together, rogue = "faults while saving", "faults and a visitor", "visits of a rogue"
    texts = {
        alone: "one call of a save fails, does half, does it but says no, or is the last (four kinds of disk)",
        together: "somebody else saves before one call of our save, and a later call fails or is the last",
        rogue: "before one call of our save a program puts an old state with a record of its own in the file's place",
    }
    with tempfile.TemporaryDirectory() as name:
        template = make_template(Path(name))
        chance = random.Random(seed)
        chosen = {alone: single_faults(template), together: faults_with_visitor(template)}
        chosen[rogue] = visits_of_a_rogue(template)
        return [
            _judge_all(name, texts[name], template, chance.sample(found, min(rounds, len(found))))
            for name, found in chosen.items()
        ]


def _judge_all(name: str, what: str, template: Template, faults: list[Fault]) -> Result:
    notes = []
    outcomes: Counter[str] = Counter()
    for fault in faults:
        outcome, wrong = one_fault(template, fault)
        outcomes[outcome] += 1
        if wrong:
            notes.append(f"{fault}: {wrong}")
    what += f"; {', '.join(f'{count} {outcome}' for outcome, count in sorted(outcomes.items()))}"
    return Result(name, what, len(faults), len(notes), notes=tuple(notes))


def make_template(folder: Path) -> Template:
    """A small plan with one acknowledged change."""
    template = folder / "template"
    template.mkdir()
    document = sample(template / NAME, 4)
    written = Writer(2).write(document, "risks", 8, title="Eerder bevestigd")
    document.save(template / "locks")
    return Template(template, written)


def single_faults(template: Template) -> list[Fault]:
    """Every call of a save, in every way, for every kind of disk."""
    found = []
    for ability in ABILITIES:
        system = _count_calls(template, Fault(ability))
        for at in range(system.count):
            found += [Fault(ability, at, way) for way in (*WAYS, *(WRITING if at in system.writes else ()))]
    return found


def faults_with_visitor(template: Template) -> list[Fault]:
    """Somebody saves before each call, and then nothing goes wrong, or one of the later calls does."""
    found = []
    for visit in range(_count_calls(template, Fault("exchange")).count):
        fault = Fault("exchange", visit=visit)
        found.append(fault)
        system = _count_calls(template, fault)
        for at in range(visit, system.count):
            found += [fault._replace(at=at, way=way) for way in ("killed before", "killed after", "full disk")]
    return found


def visits_of_a_rogue(template: Template) -> list[Fault]:
    """Before each call a program that knows nothing of ours puts an old state in the place of the file."""
    count = _count_calls(template, Fault("exchange")).count
    return [Fault("exchange", visit=visit, rogue=True) for visit in range(count)]


def _count_calls(template: Template, fault: Fault) -> FaultySystem:
    plan = Plan(template)
    system = FaultySystem(visit=fault.visit, visitor=plan.visit)
    plan.save(system, fault.ability)
    return system


class Plan:
    """A fresh copy of the plan, with one change that is about to be saved."""

    def __init__(self, template: Template) -> None:
        self.folder = template.folder.with_name("plan")
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(template.folder, self.folder)
        self.path = self.folder / NAME
        self._before = self.path.read_bytes()
        self.acknowledged = list(template.acknowledged)
        self.document = Document.open(self.path)
        self.safety = SafetyCopy(self.folder / "state", self.document.document_id, self.path)
        self.new = Writer(3).write(self.document, "activities", 102, title="Nieuw", remarks="lang " * 50)

    def save(self, system: FaultySystem, ability: str) -> str:
        """Save on such a system; answers how that ended."""
        with pytest.MonkeyPatch.context() as patch, faulty(patch, system, ability):
            if ability == "in place":
                patch.setattr(documents, "check_writable", lambda _path: False)
            try:
                self.document.save(self.folder / "locks", self.safety)
            except NotSavedError:
                return "refused"
            except KilledError:
                return "killed"
        return "saved"

    def visit(self) -> None:
        """Somebody else opens the file, changes it and saves, without our lock."""
        visitor = Document.open(self.path)
        written = Writer(4).write(visitor, "risks", 9, title="Van een ander")
        visitor.save(self.folder / "other-locks")
        self.acknowledged += written

    def visit_of_a_rogue(self) -> None:
        """A program replaces the file by what it was before our save, with a record of its own."""
        content = json.loads(self._before)
        content["risks"]["12"] = {"title": "Van een programma"}
        other = self.path.with_suffix(".other")
        other.write_text(json.dumps(content), encoding="utf-8")
        os.replace(other, self.path)

    def missing(self, written: list[Written]) -> str:
        """What of it a program does not find that starts now."""
        try:
            gone = missing(found_at(self.path, self.folder / "state"), written)
        except UnreadableError as error:
            return f"unreadable: {error}"
        return f"missing: {gone[0]}" if gone else ""


def one_fault(template: Template, fault: Fault) -> tuple[str, str]:
    """How the save ended, and what is wrong after it."""
    plan = Plan(template)
    system = FaultySystem(fault.at, fault.way, fault.visit, plan.visit_of_a_rogue if fault.rogue else plan.visit)
    outcome = plan.save(system, fault.ability)
    if fault.rogue:
        return outcome, _after_a_rogue(plan)
    wrong = plan.missing(plan.acknowledged + (plan.new if outcome == "saved" else []))
    if not wrong and outcome == "refused":
        wrong = _try_again(plan)
    if not wrong and outcome == "saved" and plan.document.unsaved:
        wrong = "saved, but something waits for saving"
    return outcome, wrong or _go_on(plan, plan.acknowledged + (plan.new if outcome != "killed" else []))


def _after_a_rogue(plan: Plan) -> str:
    """Within one look at the file by our program, which goes on running, all is in it again."""
    plan.document.refresh()
    if plan.document.unsaved:
        plan.document.save(plan.folder / "locks", plan.safety)
    if 12 not in found_at(plan.path)["risks"]:
        return "the record of the rogue is missing"
    return plan.missing(plan.acknowledged + plan.new)


def _try_again(plan: Plan) -> str:
    if not plan.document.unsaved:
        return "refused, but nothing waits for saving"
    if plan.save(FaultySystem(), "exchange") != "saved":
        return "refused twice"
    return plan.missing(plan.acknowledged + plan.new)


def _go_on(plan: Plan, acknowledged: list[Written]) -> str:
    """The next program that opens the plan and saves loses nothing either, what lies beside it is gone by then."""
    try:
        document = Document.open(plan.path)
    except UnreadableError:
        return plan.missing(acknowledged)
    written = Writer(5).write(document, "risks", 10, title="Later")
    document.save(plan.folder / "locks")
    for path in plan.folder.glob(".~*"):
        path.unlink()
    return plan.missing(acknowledged + written)
