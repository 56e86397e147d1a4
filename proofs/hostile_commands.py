"""Every command with a plan full of hostile texts, and with such texts as its words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from proofs.hostile_strings import STRINGS
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.model.registry import TABLES

_WORDS = [text for text in STRINGS if "\0" not in text and "\ud800" not in text]
_READING = (
    ["status"], ["check"], ["check", "--all"], ["history"], ["differences"], ["schedule"], ["workload"], ["runsheet"],
    ["discharge"], ["restore", "--list"],
)  # fmt: skip
_NOT_RUN = ("demo", "serve", "completion")


def commands(plan: Path) -> Iterator[list[str]]:
    """The words of each command; PLAN stands for a fresh copy of the plan."""
    beside = plan.with_name("bron.csv")
    beside.write_text("Activiteit;Wie\n" + "".join(f'"{text}";x\n' for text in _WORDS), "utf-8", "surrogatepass")
    for command, *options in _READING:
        yield [command, "PLAN", *options]
        yield [command, "PLAN", *options, "--json"]
    yield ["timeline", "PLAN"]
    yield ["joint", "PLAN"]
    for table, record_type in TABLES.items():
        for form in ([], ["--json"], ["--csv"]):
            yield ["list", "PLAN", table, *form]
        yield ["show", "PLAN", f"{record_type.PREFIX}1" if table != "plan" else "plan"]
    yield ["show", "PLAN", "A1", "--json"]
    for source in (beside, plan):
        yield ["import", str(source), "--into", "PLAN"]
        yield ["supplier", "PLAN", str(source)]
        yield ["merge", "PLAN", str(source), "--dry-run"]
    yield ["import", str(beside), "--into", "PLAN", "--dry-run", "--json"]
    yield ["resolve", "PLAN", "A1", f"title={STRINGS[0]}"]
    yield ["done", "PLAN", "A1"]
    yield ["remove", "PLAN", "A2", "--yes"]
    yield ["undo", "PLAN"]
    yield ["redo", "PLAN"]
    for text in _WORDS:
        yield ["erase", "PLAN", text, "--dry-run"]
        yield ["add", "PLAN", "activities", f"title={text}", f"when={text}"]
        yield ["set", "PLAN", "A3", f"progress={text}"]
    for text in _WORDS[::6]:
        yield ["set", "PLAN", text, f"{text}={text}"]
        yield ["status", text]
        yield ["when", text]
        yield ["effort", text]
        yield [text]
        yield ["list", "PLAN", text]
        yield ["list", "PLAN", "activities", "--where", text]
        yield ["new", "nieuw.roadmap.json", "--template", text]
        yield ["export", "PLAN", "--to", text.replace("/", "_") + ".docx"]
        yield ["export", "PLAN", "--to", "x.csv", "--part", text]
        yield ["history", "PLAN", "--since", text]
        yield ["config", text]
        yield [f"--{text}"]
    for ending in ("docx", "xlsx", "csv", "md", "html", "json", "svg", "ics"):
        yield ["export", "PLAN", "--to", f"uit.{ending}"]
    for command in COMMANDS:
        if command not in _NOT_RUN:
            yield [command, "--help"]
            yield [command, *_WORDS[:3]]
