"""Documents as Markdown."""

from __future__ import annotations

from roadmap_tui.exchange.blocks import Block, Document, Heading, Lights, Prose, Timeline
from roadmap_tui.exchange.cells import BULLET
from roadmap_tui.exchange.markdown import escaped, table_lines
from roadmap_tui.i18n import _


def write(document: Document) -> bytes:
    """Markdown in the GitHub flavour: one heading per chapter, tables with bars."""
    lines = [f"# {escaped(document.title)}", "", escaped(document.subtitle)]
    lines += ["", escaped(document.organisation)] if document.organisation else []
    lines += ["", *(f"- **{escaped(label)}**: {escaped(value)}" for label, value in document.facts)]
    lines += ["", f"*{escaped(document.note)}*"] if document.note else []
    if document.versions is not None:
        lines += ["", f"**{escaped(_('Versions'))}**", "", *table_lines(document.versions)]
    for part in document.parts:
        for block in part.blocks:
            lines += ["", *found] if (found := _lines(block)) else []
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _lines(block: Block) -> list[str]:
    if isinstance(block, Heading):
        return [f"{'#' * (block.level + 1)} {escaped(block.text)}"]
    if isinstance(block, Prose):
        return _prose(block)
    if isinstance(block, Lights):
        words = ((light.aspect, ", ".join(filter(None, (light.word, light.trend)))) for light in block.lights)
        return [f"- **{escaped(aspect)}**: {escaped(word)}" for aspect, word in words]
    return [] if isinstance(block, Timeline) else table_lines(block.grid)


def _prose(prose: Prose) -> list[str]:
    lines: list[str] = []
    for line in prose.text.split("\n"):
        is_item = line.startswith(BULLET)
        text = escaped(line.removeprefix(BULLET))
        if lines and not (is_item and lines[-1].startswith("- ")):
            lines.append("")
        lines.append(f"- {text}" if is_item else f"*{text}*" if prose.note and text else text)
    return lines
