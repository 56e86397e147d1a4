"""Tables and whole plans as one HTML file that needs nothing else and prints well on A4."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from roadmap_tui.exchange.blocks import Block, Document, Heading, Light, Lights, Part, Prose, Timeline
from roadmap_tui.exchange.cells import BULLET, one_line
from roadmap_tui.exchange.grid import Grid, text_of
from roadmap_tui.i18n import _, language
from roadmap_tui.model.fields import Tone
from roadmap_tui.progress import counted

_COLOURED = (Tone.GOOD, Tone.WARN, Tone.BAD)

_STYLE = """
:root { color-scheme: light; --ink: #1f3a5f; --soft: #5f6b7a; --rule: #c9d2dc; }
* { box-sizing: border-box; }
body { font: 16px/1.5 Calibri, Carlito, "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #1d2733;
  max-width: 74rem;
  margin: 0 auto; padding: 2.5rem 1.5rem 4rem; hyphens: auto; }
h1, h2, h3 { color: var(--ink); line-height: 1.25; margin: 2.2em 0 .6em; hyphens: manual; }
h1 { font-size: 2.3rem; margin: 0; } h2 { font-size: 1.55rem; } h3 { font-size: 1.12rem; margin-top: 1.6em; }
header.cover { border-top: 4px solid var(--ink); padding-top: 1.4rem; } .organisation { font-weight: 600;
  color: var(--ink); }
.subtitle, .note, nav, footer { color: var(--soft); } .subtitle { font-size: 1.2rem; margin: .2em 0 1.4em; }
.note { font-style: italic; } p { margin: .5em 0; max-width: 60rem; }
nav ol { list-style: none; padding: 0; columns: 2; max-width: 44rem; } nav a { color: inherit; }
table { border-collapse: collapse; width: 100%; margin: .8em 0 1.4em; font-size: .92em; }
th, td { border-bottom: 1px solid var(--rule); padding: .4em .7em; text-align: left; vertical-align: top; }
th { background: #e3ebf3; color: var(--ink); border-top: 1px solid var(--rule); }
td.strong { font-weight: 600; } td p { margin: 0; font-weight: 400; }
td.good { background: #dcefdc; } td.warn { background: #fce8c3; } td.bad { background: #f7d4d1; }
.facts { width: auto; margin-top: 1.6em; } .facts td, .facts th { border: 0; background: none;
  padding: .15em 1.6em .15em 0; }
.lights { display: flex; gap: .4rem; margin: 1.2em 0; padding: 0; list-style: none; }
.lights li { flex: 1; padding: .5em; text-align: center; background: #e7e9ec; color: var(--ink); }
.lights b { display: block; font-size: 1.6rem; line-height: 1.2; } .lights strong { display: block; }
.lights .good { background: #2e7d32; color: #fff; } .lights .bad { background: #c62828; color: #fff; }
.lights .warn { background: #f0a30a; } ul { margin: .3em 0; padding-left: 1.2em; } svg { max-width: 100%;
  height: auto; }
footer { border-top: 1px solid var(--rule); margin-top: 3rem; padding-top: .6rem; font-size: .85em; }
@media print {
  @page { size: A4; margin: 20mm 18mm 18mm; @bottom-right { content: counter(page) " / " counter(pages);
  font-size: 8.5pt; } }
  @page wide { size: A4 landscape; margin: 16mm; }
  body { font-size: 10.5pt; padding: 0; max-width: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  header.cover.full { min-height: 235mm; padding-top: 50mm; border-top: 0; break-after: page; } nav { display: none; }
  section.wide { page: wide; break-before: page; } section.wide + section { break-before: page; }
  tr, h2, h3, svg, .lights { break-inside: avoid; } h2, h3 { break-after: avoid; }
  thead { display: table-header-group; }
}
"""


def write(grid: Grid) -> bytes:
    """An HTML page with the title, the subtitle and the table."""
    title, below = one_line(grid.title) or one_line(grid.subtitle), one_line(grid.subtitle)
    body = [f"<h1>{escape(title)}</h1>", f'<p class="subtitle">{escape(below)}</p>', *_table(grid, {})]
    return _page(title, body)


def write_document(document: Document, timeline: Sequence[bytes] = ()) -> bytes:
    """An HTML page with the whole document and links to its chapters; `timeline` are SVG files for the planning."""
    lines = [*_top(document), *(_contents(document) if document.cover else [])]
    for number, part in enumerate(document.parts, 1):
        lines.append(f'<section id="c{number}"{" class=wide" if part.wide and document.cover else ""}>')
        for block in part.blocks:
            lines += [_drawing(picture) for picture in timeline] if isinstance(block, Timeline) else _block(block)
        lines.append("</section>")
    foot = ", ".join(filter(None, (document.organisation, document.title, document.stamp)))
    return _page(document.title, [*lines, f"<footer>{escape(foot)}</footer>"])


def _top(document: Document) -> list[str]:
    """The front page, or the head of a document without one."""
    full = " full" if document.cover else ""
    lines = [f'<header class="cover{full}">']
    lines += [f'<p class="organisation">{escape(document.organisation)}</p>'] if document.organisation else []
    lines += [f"<h1>{escape(document.title)}</h1>", f'<p class="subtitle">{escape(document.subtitle)}</p>']
    rows = (f"<tr><th>{escape(label)}</th><td>{escape(value)}</td></tr>" for label, value in document.facts)
    lines += ['<table class="facts">', *rows, "</table>"]
    lines += [f'<p class="note">{escape(document.note)}</p>'] if document.note else []
    if document.versions is not None:
        lines += [f"<h3>{escape(_('Versions'))}</h3>", *_table(document.versions, {})]
    return [*lines, "</header>"]


def _contents(document: Document) -> list[str]:
    links = (f'<li><a href="#c{n}">{escape(_title(part))}</a></li>' for n, part in enumerate(document.parts, 1))
    return [f'<nav aria-label="{escape(_("Contents"))}"><ol>', *links, "</ol></nav>"]


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
    if isinstance(block, Lights):
        return ['<ul class="lights">', *map(_light, block.lights), "</ul>"] if block.lights else []
    return [] if isinstance(block, Timeline) else _table(block.grid, block.tones)


def _light(light: Light) -> str:
    words = ", ".join(filter(None, (light.word, light.trend)))
    kind = f' class="{light.tone}"' if light.tone in _COLOURED else ""
    return f"<li{kind}><b>{escape(light.letter)}</b><strong>{escape(light.aspect)}</strong> {escape(words)}</li>"


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


def _table(grid: Grid, tones: Mapping[tuple[int, int], Tone]) -> list[str]:
    heads = "".join(f"<th>{escape(heading.text).replace(chr(10), '<br>')}</th>" for heading in grid.headings)
    lines = [f"<table><thead><tr>{heads}</tr></thead><tbody>"]
    for number, row in enumerate(counted(grid.rows)):
        cells = (
            _cell(text_of(value), heading.strong, tones.get((number, place)))
            for place, (value, heading) in enumerate(zip(row, grid.headings, strict=True))
        )
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return [*lines, "</tbody></table>"]


def _cell(text: str, strong: bool, tone: Tone | None) -> str:
    """A cell; of a strong one the first line stands out."""
    first, _newline, rest = text.partition("\n")
    if strong:
        return f'<td class="strong">{escape(first)}{"".join(_lines(rest))}</td>'
    kind = f' class="{tone}"' if tone in _COLOURED else ""
    if "\n" in text or text.startswith(BULLET):
        return f"<td{kind}>{''.join(_lines(text))}</td>"
    return f"<td{kind}>{escape(text)}</td>"
