"""Whatever the file, the answer is a table or one clear sentence."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from exchange_samples import HEADINGS, ROWS, add_table, saved
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_tui.errors import UnreadableError
from roadmap_tui.exchange import opening
from roadmap_tui.exchange.source import SourceTable, read_bytes, read_source


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def word_file() -> bytes:
    document = docx.Document()
    add_table(document, [HEADINGS, *ROWS])
    return saved(document)


def excel_file() -> bytes:
    book = openpyxl.Workbook()
    for row in [HEADINGS, *ROWS]:
        book.active.append(row)
    return saved(book)


DTD = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
BROKEN = {
    "empty": b"",
    "only spaces": b" \r\n\t\n",
    "zeros": b"\0" * 100,
    "pdf": b"%PDF-1.7 ...",
    "old office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "rtf": b"{\\rtf1 Activiteit}",
    "html": b"<html><table><tr><td>Activiteit</td></tr></table></html>",
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0",
    "random": bytes(range(256)) * 20,
    "prose": b"Wij maken een plan. Daarna voeren we het uit.\n",
    "no activity": b"Wie;Wanneer\nAns;mei\n",
    "other table": b"Naam;Postcode;Plaats\nAns;1234 AB;Ede\n",
    "other json": b'{"name": "package", "version": 1}',
    "cut zip": word_file()[:900],
    "other zip": zipped({"a.txt": b"Activiteit;Wie\n"}),
    "opendocument": zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}),
    "hollow docx": zipped({"word/document.xml": b"<x/>"}),
    "hollow xlsx": zipped({"xl/workbook.xml": b"<x/>"}),
    "entities": zipped({"word/document.xml": DTD}),
    "hidden entities": zipped({"xl/workbook.xml": DTD.decode().encode("utf-16")}),
    "bomb": zipped({"word/document.xml": b"<x/>", "word/media/a.bin": b"\0" * 12_000_000}),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_broken_and_foreign_files_get_one_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        read_source(path)
    sentence = str(caught.value)
    assert "plan.docx" in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_missing_files_folders_and_large_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableError):
        read_source(tmp_path / "weg.docx")
    with pytest.raises(UnreadableError):
        read_source(tmp_path)
    with pytest.raises(UnreadableError):
        read_source(Path("a\0b"))
    monkeypatch.setattr(opening, "MAX_BYTES", 10)
    (tmp_path / "groot.csv").write_text("Activiteit;Wie\nEen;Ans\n")
    with pytest.raises(UnreadableError):
        read_source(tmp_path / "groot.csv")


def check(data: bytes) -> None:
    try:
        table = read_bytes(data, "x")
    except UnreadableError:
        return
    assert isinstance(table, SourceTable)
    assert all(row.cells["title"] for row in table.rows)


FILES = {
    "csv": ("\n".join(";".join(f'"{c}"' for c in row) for row in [HEADINGS, *ROWS])).encode(),
    "pasted": (Path(__file__).parents[2] / "data" / "planning_table.txt").read_bytes(),
    "docx": word_file(),
    "xlsx": excel_file(),
}


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=4), st.integers(0, 40)), max_size=6),
    st.floats(0.2, 1),
)
def test_mutated_files(kind: str, edits: list[tuple[float, bytes, int]], keep: float) -> None:
    data = FILES[kind]
    for where, insert, remove in edits:
        at = int(where * len(data))
        data = data[:at] + insert + data[at + remove :]
    check(data)
    check(data[: int(keep * len(data))])


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_mutated_parts_inside_office_files(kind: str, random) -> None:  # type: ignore[no-untyped-def]
    with zipfile.ZipFile(io.BytesIO(FILES[kind])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice([n for n in parts if n.endswith((".xml", ".rels"))])
    data = parts[name]
    at, length = random.randrange(len(data)), random.randrange(30)
    parts[name] = data[:at] + random.choice([b"", b"<x>", b"9", b"-1", b"\0", b'"']) + data[at + length :]
    if random.random() < 0.2:
        del parts[name]
    check(zipped(parts))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="Activeitwn;,\t|\n\"'\\-·: \xa0", max_size=200))
def test_generated_text(text: str) -> None:
    check(("Activiteit;Wie\n" + text).encode())
    check(("\tActiviteit\n\tWie\n\n" + text).encode())
    check(("| Activiteit | Wie |\n|---|---|\n" + text).encode())
