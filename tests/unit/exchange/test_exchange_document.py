"""The whole plan as one document: every chapter in order, empty ones named, in Word, Markdown and HTML."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from roadmap_tui.exchange.document import plan_document
from roadmap_tui.exchange.exporting import export
from roadmap_tui.exchange.templates import build, load_example
from roadmap_tui.i18n import _
from roadmap_tui.session import Session

TODAY = date(2026, 6, 3)
CHAPTERS = [
    "1. Doel", "2. Achtergronden", "3. Projectgrenzen", "4. (Deel)resultaten", "5. Randvoorwaarden",
    "6. Projectactiviteiten", "7. Projectorganisatie", "8. Communicatieplan", "9. Planning", "10. Risico's",
]  # fmt: skip
ANNEXES = ["Bijlage: begroting", "Bijlage: wijzigingsverzoeken"]


@pytest.fixture
def example(tmp_path: Path) -> Session:
    return Session.create(tmp_path / "p.roadmap.json", build(load_example(), TODAY), today=TODAY)


@pytest.fixture
def empty(tmp_path: Path) -> Session:
    rows = [("plan", 1, {"title": "<b>Leeg</b> & [bold]x[/]", "kind": "implementation"})]
    return Session.create(tmp_path / "leeg.roadmap.json", rows, today=TODAY)


def written(session: Session, ending: str, **options: bool) -> bytes:
    target = session.path.with_name(f"uit{ending}")
    export(session.records, target, part="plan", outlook=session.outlook, overwrite=True, **options)
    return target.read_bytes()


def word(session: Session, **options: bool) -> WordDocument:
    return docx.Document(io.BytesIO(written(session, ".docx", **options)))


def word_text(document: WordDocument) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_word_has_the_ten_chapters_as_headings(example: Session) -> None:
    document = word(example)
    titles = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert titles == ["Inhoud", *CHAPTERS, *ANNEXES]
    assert document.core_properties.author == "Gemeente Voorbeeldstad"
    assert document.core_properties.title == "Zaaksysteem vervangen"


def test_word_has_a_table_of_contents_and_checks_dutch_spelling(example: Session) -> None:
    archive = zipfile.ZipFile(io.BytesIO(written(example, ".docx")))
    body = archive.read("word/document.xml").decode()
    assert "TOC \\o" in body
    assert body.count('fldCharType="begin"') == body.count('fldCharType="end"') == 1
    aims = re.findall(r'<w:hyperlink w:anchor="(_Toc\d+)"', body)
    assert aims == re.findall(r'<w:bookmarkStart [^>]*w:name="(_Toc\d+)"', body)
    assert "autoHyphenation" in archive.read("word/settings.xml").decode()
    assert "nl-NL" in archive.read("word/styles.xml").decode()


def test_wide_chapters_lie_across_the_page_and_the_rest_stands(example: Session) -> None:
    sizes = [(section.page_width or 0, section.page_height or 0) for section in word(example).sections]
    assert [width > height for width, height in sizes] == [False, False, True, False]


def test_every_record_of_the_chapters_is_in_the_document(example: Session) -> None:
    text = word_text(word(example))
    for table in (
        "criteria",
        "stakeholders",
        "scope",
        "preconditions",
        "communications",
        "agreements",
        "runsheet",
        "dap",
    ):
        for record in example.records(table):
            assert record.title in text, record
    assert "Tegenstander" not in text


def test_first_rows_repeat_on_every_page(example: Session) -> None:
    for table in word(example).tables[1:]:
        assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")


def test_empty_chapters_are_named_with_what_is_missing(empty: Session) -> None:
    document = plan_document(empty.records, empty.outlook)
    text = written(empty, ".md").decode()
    assert len(document.parts) == 10
    assert text.count("Dit hoofdstuk moet nog worden geschreven.") == 10
    assert "- " + _("No risks are named.") in text


def test_names_and_options_stay_out_where_asked(example: Session) -> None:
    full = word_text(word(example))
    bare = word_text(word(example, without_names=True, without_options=True))
    assert "Sanne" in full
    assert not re.search(r"\b(Sanne|Youssef|Hanneke|Karin)\b", bare)
    assert "Optie:" in full
    assert "Optie:" not in bare


def test_markdown_has_one_heading_for_each_chapter(example: Session) -> None:
    lines = written(example, ".md").decode().splitlines()
    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == [*CHAPTERS, *ANNEXES]
    assert "| --- |" in "\n".join(lines)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.outside += [
            value or "" for name, value in attrs if name in ("src", "href") and not (value or "").startswith("#")
        ]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("part", ["plan", "planning", "risks"])
def test_html_is_whole_and_needs_nothing_else(example: Session, part: str) -> None:
    target = example.path.with_name("uit.html")
    export(example.records, target, part=part, outlook=example.outlook)
    reader = _Reader()
    reader.feed(target.read_text(encoding="utf-8"))
    assert reader.open == []
    assert reader.outside == []


def test_the_web_page_shows_the_timeline(example: Session) -> None:
    html = written(example, ".html").decode()
    assert html.count("<svg") == html.count("</svg>") == 3
    assert html.index("9. Planning</h2>") < html.index("<svg") < html.index("10. Risico&#x27;s</h2>")


def test_text_of_users_is_never_markup(empty: Session) -> None:
    html = written(empty, ".html").decode()
    assert "&lt;b&gt;Leeg&lt;/b&gt; &amp; [bold]x[/]" in html
    assert "\\<b\\>Leeg" in written(empty, ".md").decode()
    assert "<b>Leeg</b> & [bold]x[/]" in word_text(word(empty))


def test_the_planning_table_stays_what_word_gets_by_default(example: Session) -> None:
    target = example.path.with_name("tabel.docx")
    export(example.records, target, outlook=example.outlook)
    assert len(docx.Document(str(target)).tables) == 1


def test_a_list_without_names_does_not_tell_how_people_look_at_it(example: Session) -> None:
    target = example.path.with_name("lijst.csv")
    export(example.records, target, part="stakeholders", outlook=example.outlook, without_names=True)
    text = target.read_text(encoding="utf-8-sig")
    assert "Stuurgroep" in text
    assert "Tegenstander" not in text
