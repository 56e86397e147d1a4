"""Planning tables in Word documents."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from exchange_samples import HEADINGS, READ, ROWS, add_table, read_back, saved, words


def test_title_subtitle_bullets_and_cells(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Aanpak en planning")
    document.add_paragraph("Alle wijken")
    add_table(document, [HEADINGS, *ROWS])
    table = read_back(tmp_path / "plan.docx", saved(document))
    assert words(table) == READ
    assert (table.format, table.title, table.subtitle) == ("docx", "Aanpak en planning", "Alle wijken")


def test_the_table_with_known_headings_is_found_among_others(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Groot plan", style="Title")
    for n in range(5):
        document.add_paragraph(f"Alinea {n}")
    add_table(document, [["Versie", "Auteur"], ["0.1", "Ans"]])
    document.add_heading("Planning")
    add_table(document, [HEADINGS, *ROWS])
    table = read_back(tmp_path / "zonder ending", saved(document))
    assert words(table) == READ
    assert table.title == "Groot plan"


def test_merged_cells_headings_and_repeated_leads(tmp_path: Path) -> None:
    document = docx.Document()
    rows = [["Actie", "Wie", "Wanneer"], ["Fase 1: start", "", ""], ["Een", "Ans", "mei"], ["Twee", "", "juni"]]
    rows += [["Drie", "Bo", "juli"], ["", "Cor", "augustus"]]
    grid = add_table(document, rows)
    grid.cell(1, 0).merge(grid.cell(1, 2))
    grid.cell(2, 1).merge(grid.cell(3, 1))
    grid.cell(4, 0).merge(grid.cell(5, 0))
    table = read_back(tmp_path / "plan.docx", saved(document))
    found = [(row.cells["title"], row.cells["lead"], row.cells["when"], row.cells["phase"]) for row in table.rows]
    assert found == [
        ("Een", "Ans", "mei", "Fase 1: start"),
        ("Twee", "Ans", "juni", "Fase 1: start"),
        ("Drie", "Bo\nCor", "juli\naugustus", "Fase 1: start"),
    ]
    assert [skip.row for skip in table.skipped] == [2]
    assert [w.row for w in table.warnings] == [4, 6]


def test_tracked_changes_links_and_controls_read_as_on_paper(tmp_path: Path) -> None:
    document = docx.Document()
    grid = add_table(document, [["Actie", "Wie"], ["", "Ans"]])
    paragraph = grid.cell(1, 0).paragraphs[0]._p
    for xml in (
        "<w:r {0}><w:t>Plan</w:t></w:r>",
        "<w:del {0}><w:r><w:delText>oud</w:delText><w:t>oud</w:t></w:r></w:del>",
        "<w:ins {0}><w:r><w:t xml:space='preserve'> nieuw</w:t></w:r></w:ins>",
        "<w:hyperlink {0}><w:r><w:t xml:space='preserve'> hier</w:t></w:r></w:hyperlink>",
        "<w:sdt {0}><w:sdtContent><w:r><w:t>!</w:t><w:br/><w:t>regel</w:t></w:r></w:sdtContent></w:sdt>",
    ):
        paragraph.append(parse_xml(xml.format(nsdecls("w"))))
    table = read_back(tmp_path / "plan.docx", saved(document))
    assert (table.rows[0].cells["title"], table.rows[0].cells["description"]) == ("Plan nieuw hier!", "regel")
