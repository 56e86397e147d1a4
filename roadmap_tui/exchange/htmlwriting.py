"""Tables and whole plans as one HTML file that needs nothing else and prints well on A4."""

from __future__ import annotations

from html import escape

from roadmap_tui.exchange.cells import BULLET, one_line
from roadmap_tui.exchange.document import Block, Document, Heading, Part, Prose, Table
from roadmap_tui.exchange.grid import Grid, text_of
from roadmap_tui.i18n import _, language

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 Calibri, "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #1d2733; max-width: 74rem;
  margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1, h2, h3 { color: #1f3a5f; line-height: 1.25; margin: 2.2em 0 .6em; }
h1 { font-size: 2.2rem; margin: 0; } h2 { font-size: 1.5rem; } h3 { font-size: 1.12rem; margin-top: 1.6em; }
.subtitle, .note, nav { color: #5f6b7a; } .subtitle { font-size: 1.2rem; margin: .2em 0 1.4em; }
.note { font-style: italic; } p { margin: .5em 0; max-width: 60rem; }
nav ol { list-style: none; padding: 0; columns: 2; max-width: 40rem; } nav a { color: inherit; }
table { border-collapse: collapse; width: 100%; margin: .8em 0 1.4em; font-size: .92em; }
th, td { border: 1px solid #c9d0d8; padding: .35em .6em; text-align: left; vertical-align: top; }
th { background: #e7e9ec; } td.strong { font-weight: 600; } td p { margin: 0; font-weight: 400; }
.facts, .facts td, .facts th { border: 0; background: none; width: auto; } ul { margin: .3em 0; padding-left: 1.2em; }
svg { max-width: 100%; height: auto; }
@media print {
  @page { size: A4; margin: 18mm 16mm; } @page wide { size: A4 landscape; }
  body { font-size: 10.5pt; padding: 0; max-width: none; } nav { display: none; }
  section { break-before: page; } section.wide { page: wide; } tr, h2, h3 { break-inside: avoid; }
  h2, h3 { break-after: avoid; } thead { display: table-header-group; }
}
"""


def write(grid: Grid) -> bytes:
    """An HTML page with the title, the subtitle and the table."""
    title = one_line(grid.title) or one_line(grid.subtitle)
    body = [f"<h1>{escape(title)}</h1>", f'<p class="subtitle">{escape(one_line(grid.subtitle))}</p>', *_table(grid)]
    return _page(title, body)


def write_document(document: Document, timeline: bytes = b"") -> bytes:
    """An HTML page with the whole plan and links to its chapters; `timeline` is an SVG file for the planning."""
    lines = [f"<p>{escape(document.organisation)}</p>"] if document.organisation else []
    lines += [f"<h1>{escape(document.title)}</h1>", f'<p class="subtitle">{escape(document.subtitle)}</p>']
    rows = (f"<tr><th>{escape(label)}</th><td>{escape(value)}</td></tr>" for label, value in document.facts)
    lines += ['<table class="facts">', *rows, "</table>"]
    links = (f'<li><a href="#c{n}">{escape(_title(part))}</a></li>' for n, part in enumerate(document.parts, 1))
    lines += [f'<nav aria-label="{escape(_("Contents"))}"><ol>', *links, "</ol></nav>"]
    for number, part in enumerate(document.parts, 1):
        lines.append(f'<section id="c{number}"{" class=wide" if part.wide else ""}>')
        for block in part.blocks:
            if part.code == "planning" and isinstance(block, Table):
                lines.append(_drawing(timeline))
            lines += _block(block)
        lines.append("</section>")
    return _page(document.title, lines)


def _drawing(picture: bytes) -> str:
    """An SVG file as part of the page."""
    text = picture.decode("utf-8", "replace")
    return text[text.find("<svg") :] if "<svg" in text else ""


def _page(title: str, body: list[str]) -> bytes:
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    lines = [f'<!doctype html><html lang="{language()}"><head>{head}<style>{_STYLE}</style></head><body>', *body]
    return ("\n".join([*lines, "</body></html>"]) + "\n").encode("utf-8", "replace")


def _title(part: Part) -> str:
    return next((block.text for block in part.blocks if isinstance(block, Heading)), "")


def _block(block: Block) -> list[str]:
    if isinstance(block, Heading):
        level = block.level + 1
        return [f"<h{level}>{escape(block.text)}</h{level}>"]
    if isinstance(block, Prose):
        return _lines(block.text, "note" if block.note else "")
    return _table(block.grid)


def _lines(text: str, style: str = "") -> list[str]:
    """Paragraphs, and lists for lines that begin with a bullet."""
    found: list[str] = []
    mark = f' class="{style}"' if style else ""
    for line in text.split("\n"):
        if line.startswith(BULLET):
            item = f"<li{mark}>{escape(line.removeprefix(BULLET))}</li>"
            if found and found[-1].endswith("</ul>"):
                found[-1] = f"{found[-1].removesuffix('</ul>')}{item}</ul>"
            else:
                found.append(f"<ul>{item}</ul>")
        elif line.strip():
            found.append(f"<p{mark}>{escape(line)}</p>")
    return found


def _table(grid: Grid) -> list[str]:
    heads = "".join(f"<th>{escape(heading.text).replace(chr(10), '<br>')}</th>" for heading in grid.headings)
    lines = [f"<table><thead><tr>{heads}</tr></thead><tbody>"]
    for row in grid.rows:
        cells = zip(row, grid.headings, strict=True)
        lines.append("<tr>" + "".join(_cell(text_of(value), heading.strong) for value, heading in cells) + "</tr>")
    return [*lines, "</tbody></table>"]


def _cell(text: str, strong: bool) -> str:
    """A cell; of a strong one the first line stands out."""
    first, _newline, rest = text.partition("\n")
    if strong:
        return f'<td class="strong">{escape(first)}{"".join(_lines(rest))}</td>'
    if "\n" in text or text.startswith(BULLET):
        return f"<td>{''.join(_lines(text))}</td>"
    return f"<td>{escape(text)}</td>"
