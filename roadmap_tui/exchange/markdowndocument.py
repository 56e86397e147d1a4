"""The plan as a Markdown document."""

from __future__ import annotations

from roadmap_tui.exchange.cells import BULLET
from roadmap_tui.exchange.document import Block, Document, Heading, Prose
from roadmap_tui.exchange.markdown import escaped, table_lines


def write(document: Document) -> bytes:
    """Markdown in the GitHub flavour: one heading per chapter, tables with bars."""
    lines = [f"# {escaped(document.title)}", "", escaped(document.subtitle)]
    lines += ["", escaped(document.organisation)] if document.organisation else []
    lines += ["", *(f"- **{escaped(label)}**: {escaped(value)}" for label, value in document.facts)]
    for part in document.parts:
        for block in part.blocks:
            lines += ["", *_lines(block)]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _lines(block: Block) -> list[str]:
    if isinstance(block, Heading):
        return [f"{'#' * (block.level + 1)} {escaped(block.text)}"]
    if isinstance(block, Prose):
        return _prose(block)
    return table_lines(block.grid)


def _prose(prose: Prose) -> list[str]:
    lines: list[str] = []
    for line in prose.text.split("\n"):
        is_item = line.startswith(BULLET)
        text = escaped(line.removeprefix(BULLET))
        if lines and not (is_item and lines[-1].startswith("- ")):
            lines.append("")
        lines.append(f"- {text}" if is_item else f"*{text}*" if prose.note and text else text)
    return lines
