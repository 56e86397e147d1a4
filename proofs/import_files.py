"""Files to import: good ones of every kind, wounded ones, and ones made to do harm."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from functools import cache, partial
from random import Random

from proofs.wounds import SPLINTERS, byte_mutant, line_mutant, structure_mutant

Maker = Callable[[], bytes]

HEADINGS = ("Activiteit", "Wie", "Wanneer", "Werkvorm", "Duur sessies", "Deelnemers", "Status", "Voortgang")
_ROWS = (
    ("Startoverleg\n· doel\n· rollen\n\nResultaat: wie wat doet", "Projectleider", "8 en 15 juni", "Fysiek",
     "2 sessies\nvan 3 uur", "Projectteam + enkele inwoners", "lopend", "40%"),
    ("Optie: Proef; met “één” wijk", "Beleid & Communicatie", "n.t.b.", "", "", "Team Zuid, Café Brink", "", ""),
    ("Inrichten van de omgeving", "Leverancier", "begin mei t/m juni", "", "12 uur", "Beheer", "gereed", "100%"),
)  # fmt: skip
ROWS = (HEADINGS, *_ROWS)


def _csv() -> bytes:
    return "\r\n".join(";".join(f'"{cell}"' for cell in row) for row in ROWS).encode("utf-8-sig")


def _markdown() -> bytes:
    lines = ["| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |" for row in ROWS]
    return "\n".join(["# Plan", "", lines[0], "|" + "---|" * len(HEADINGS), *lines[1:], ""]).encode()


def _pasted() -> bytes:
    return "\n".join("".join(f"\t{cell}\n" for cell in row) for row in ROWS).encode()


def _json() -> bytes:
    names = ("title", "lead", "when", "workform", "sessions", "participants")
    rows = [dict(zip(names, row, strict=False), progress=40) for row in _ROWS]
    return json.dumps({"plan": [{"title": "Plan"}], "activities": rows}).encode()


def _word() -> bytes:
    import docx

    document = docx.Document()
    document.add_heading("Plan van aanpak", 0)
    table = document.add_table(len(ROWS), len(HEADINGS))
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return _saved(document)


def _excel() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.merge_cells("A4:A5")
    return _saved(book)


def _saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


@cache
def good() -> dict[str, bytes]:
    """One sound file of every kind."""
    return {"csv": _csv(), "md": _markdown(), "txt": _pasted(), "json": _json(), "docx": _word(), "xlsx": _excel()}


def wounded(chance: Random) -> bytes:
    """One of the sound files, changed at random; of an Office file mostly a part inside."""
    kind = chance.choice(list(good()))
    data = good()[kind]
    if kind in ("docx", "xlsx") and chance.random() < 0.8:
        return _part_wounded(data, chance)
    if kind == "json" and chance.random() < 0.5:
        return structure_mutant(data, chance)
    return chance.choice((byte_mutant, line_mutant))(data, chance)


def _part_wounded(data: bytes, chance: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    likely = ("word/document.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "word/styles.xml")
    names = [name for name in parts if name in likely and chance.random() < 0.8] or list(parts)
    name = chance.choice(names)
    kind = chance.randrange(8)
    if kind == 0:
        del parts[name]
    elif kind == 1:
        parts[name] = _xml_bomb(chance.randrange(0, 9000))
    elif kind == 2:
        at = chance.randrange(len(parts[name]))
        parts[name] = parts[name][:at] + chance.choice(SPLINTERS) * chance.choice((1, 50)) + parts[name][at:]
    elif kind == 3:
        parts[name] = _numbers_changed(parts[name], chance)
    else:
        parts[name] = byte_mutant(parts[name], chance)
    return packed(parts)


def _numbers_changed(xml: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(xml))
    start = next((i for i in range(at, len(xml)) if 48 <= xml[i] <= 57), at)
    number = chance.choice((b"-1", b"0", b"99999999", b"1e400", b"9" * 5000, b"2147483648", b"NaN", b"0.0000001"))
    return xml[:start] + number + xml[start + 1 :]


def _xml_bomb(padding: int) -> bytes:
    """Entities that grow tenfold nine times, declared after `padding` bytes of comment."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!--{" " * padding}--><!DOCTYPE x [<!ENTITY e0 "bom">{entities}]>'
    return f"{head}<x>&e9;</x>".encode()


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip file of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _part_replaced(name: str, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(good()["docx" if name.startswith("word") else "xlsx"])) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    parts[name] = change(parts[name])
    return packed(parts)


def _shared_texts() -> bytes:
    """A workbook with a list of texts of 30 MB, packed well."""
    with zipfile.ZipFile(io.BytesIO(good()["xlsx"])) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % kind
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)
    text = b"<si><t>" + bytes(range(97, 123)) * 40 + b"</t></si>"
    head = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    parts["xl/sharedStrings.xml"] = head + text * 30_000 + b"</sst>"
    return packed(parts)


def _external_entity(xml: bytes) -> bytes:
    start = xml.index(b"?>") + 2
    declared = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    return (xml[:start] + b" " * 9000 + declared + xml[start:]).replace(b"Startoverleg", b"&e;", 1)


def _many(xml: bytes, start: bytes, end: bytes, times: int) -> bytes:
    first, last = xml.index(start), xml.rindex(end) + len(end)
    return xml[:last] + xml[first:last] * times + xml[last:]


def _nested(xml: bytes, before: bytes, opening: bytes, closing: bytes, times: int) -> bytes:
    at = xml.index(before)
    return xml[:at] + opening * times + closing * times + xml[at:]


_LONG = 10_000_000
_HEAD = "Activiteit;Wie\n"


def harmful() -> dict[str, Maker]:
    """Files made to take all time or memory, or to be read as something else; each is made when it is asked for."""
    return {name: partial(_encoded, make) for name, make in _texts().items()} | _raw() | _harmful_office()


def _encoded(make: Callable[[], str]) -> bytes:
    return make().encode("utf-8", "surrogatepass")


def _texts() -> dict[str, Callable[[], str]]:
    return {
        "a cell of 10 MB": lambda: _HEAD + "x" * _LONG + ";Ans\n",
        "spaces": lambda: _HEAD + " " * _LONG,
        "spaces under a bar": lambda: "Activiteit | Wie\n" + " " * 2_000_000 + "x",
        "dashes under a bar": lambda: "Activiteit | Wie\n" + "-" * 2_000_000 + "x",
        "colons and dashes": lambda: "Activiteit | Wie\n" + ":-|" * 700_000 + "x",
        "bars": lambda: "Activiteit | Wie\n---|---\n" + "|" * 2_000_000,
        "backslashes": lambda: "Activiteit | Wie\n---|---\n" + "\\" * 2_000_000 + "| x\n",
        "breaks": lambda: "Activiteit | Wie\n---|---\n" + "<br" + " " * 1_000_000 + "| x\n",
        "entities": lambda: "Activiteit | Wie\n---|---\n" + "&amp" * 500_000 + "| x\n",
        "quotes": lambda: _HEAD + '"' * 3_000_001,
        "tabs": lambda: "\tActiviteit\n\tWie\n" + "\t" * 3_000_000,
        "lines of tabs": lambda: "\tActiviteit\n\tWie\n" + "\t\n" * 500_000,
        "rows": lambda: _HEAD + "Een;Ans\n" * 49_000,
        "too many rows": lambda: _HEAD + "Een;Ans\n" * 400_000,
        "columns": lambda: ";".join(["Activiteit", "Wie", *map(str, range(100_000))]) + "\nEen" + ";Ans" * 100_000,
        "headings": lambda: ("Activiteit;" * 1000 + "\n") * 70,
        "brackets": lambda: "[" * 3_000_000,
        "braces": lambda: '{"activities":' * 100_000,
        "a long number": lambda: '{"activities":[{"title":"x","progress":' + "9" * 1_000_000 + "}]}",
        "1e400": lambda: '{"activities":[{"title":"x","progress":1e400,"hours":-1e400,"sessions":NaN}]}',
        "doubled names": lambda: '{"activities":[{"title":"x","title":"y"}],"activities":[]}',
        "surrogates": lambda: '{"activities":[{"title":"\\ud800 x \\udfff","lead":"\\u0000\\u202e\\u001b[2J"}]}',
        "combining marks": lambda: _HEAD + "e" + "\u0301" * 1_000_000 + ";Ans\n",
        "zero width": lambda: _HEAD + "e" + "\u200b\u200d\u2060" * 300_000 + "x;Ans\n",
        "from right to left": lambda: _HEAD + "\u202e\u2066\u05d0\u05d1" * 200_000 + ";Ans\n",
        "one word that decomposes": lambda: _HEAD + "\ufdfa" * 40_000 + ";Ans\n",
        "escape sequences": lambda: _HEAD + "\x1b]52;c;eA==\x07" * 100_000 + "x;Ans\n",
        "open escape sequences": lambda: _HEAD + "\x1b]" * 500_000 + "x;Ans\n",
        "bookmarks": lambda: _HEAD + "[bookmark:" * 100_000 + "x;Ans\n",
        "bullets": lambda: _HEAD + '"' + "x\n· \n" * 100_000 + '";Ans\n',
        "results": lambda: _HEAD + '"' + "Resultaat: \n" * 100_000 + '";Ans\n',
        "options": lambda: _HEAD + "(optie) " * 20_000 + ";Ans\n",
        "moments": lambda: "Activiteit;Wanneer\n" + "Een;" + "begin mei en " * 100_000 + "\n",
        "sessions": lambda: "Activiteit;Duur sessies\n" + "Een;" + "2 sessies van 3 uur + " * 100_000 + "\n",
    }


def _raw() -> dict[str, Maker]:
    return {
        "UTF-16": lambda: (_HEAD + "Een;Ans\n").encode("utf-16"),
        "half of UTF-16": lambda: (_HEAD + "Een;Ans\n").encode("utf-16")[:-1],
        "UTF-32": lambda: (_HEAD + "Een;Ans\n").encode("utf-32"),
        "invalid UTF-8": lambda: (_HEAD + "Een;").encode() + b"\xff\xc0\xaf\xed\xa0\x80" * 1000,
        "zeros": lambda: _HEAD.encode() + b"\0" * 1_000_000,
    }


def _harmful_office() -> dict[str, Maker]:
    word, sheet = "word/document.xml", "xl/worksheets/sheet1.xml"
    parts = {
        "entities in Word": (word, lambda _xml: _xml_bomb(0)),
        "entities after a comment in Word": (word, lambda _xml: _xml_bomb(9000)),
        "entities after a comment in Excel": (sheet, lambda _xml: _xml_bomb(9000)),
        "entities in the names of Excel": ("xl/workbook.xml", lambda _xml: _xml_bomb(9000)),
        "an external entity in Word": (word, _external_entity),
        "many rows in Word": (word, lambda xml: _many(xml, b"<w:tr>", b"</w:tr>", 100)),
        "deep tables in Word": (word, lambda xml: _nested(xml, b"</w:tbl>", *_TABLE, 5_000)),
        "less deep tables in Word": (word, lambda xml: _nested(xml, b"</w:tbl>", *_TABLE, 80)),
        "a long paragraph in Word": (word, lambda xml: _nested(xml, b"<w:p>", _LONG_TEXT, b"</w:t></w:r></w:p>", 1)),
        "many rows in Excel": (sheet, lambda xml: _many(xml, b"<row", b"</row>", 300)),
        "far cells in Excel": (sheet, lambda xml: xml.replace(b"</sheetData>", _FAR + b"</sheetData>")),
        "wide merges in Excel": (sheet, lambda xml: xml.replace(b"<mergeCell ", _MERGE * 1_000 + b"<mergeCell ", 1)),
        "many merges in Excel": (sheet, lambda xml: xml.replace(b"<mergeCell ", _MERGE * 50_000 + b"<mergeCell ", 1)),
        "a long text in Excel": (sheet, lambda xml: xml.replace(b"<t>Wie", b"<t>Wie" + b"x" * 9_000_000, 1)),
    }
    return {name: partial(_part_replaced, *replaced) for name, replaced in parts.items()} | {
        "shared texts in Excel": _shared_texts,
        "zeros in a zip": lambda: packed({word: b"<x/>", "word/media/a.bin": b"\0" * 110_000_000}),
        "many parts": lambda: packed({word: b"<x/>", **{f"word/{n}.xml": b"" for n in range(12_000)}}),
        "many large parts": lambda: packed({word: b"<x/>"} | dict.fromkeys((f"word/{n}.xml" for n in range(30)), _BIG)),
    }


_TABLE = (b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>")
_BIG = b" " * 9_000_000
_LONG_TEXT = b"<w:p><w:r><w:t>" + b"x" * 9_000_000
_FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
_MERGE = b'<mergeCell ref="A1:XFD1048576"/>'
