"""Forty texts that steer a terminal, run as markup or formulas, or break what shows them; and a plan full of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from roadmap_tui.model.fields import Kind
from roadmap_tui.model.handles import handle
from roadmap_tui.model.record import shown_fields
from roadmap_tui.model.registry import TABLES
from roadmap_tui.store.encoding import Tables, encode_file
from roadmap_tui.store.header import ACTORS, HEADER_ID, META, new_header
from roadmap_tui.store.revisions import create, revision, write

_ACTOR = 123_456_789
MARK = "hxq"
"""Stands in every text, so that what comes from a text can be told from what the program itself writes."""

STRINGS: tuple[str, ...] = (
    f"\x1b[31;99;77m{MARK}",
    f"{MARK}\x1b[2;77J",
    f"{MARK}\x1b[6;77n",
    f"\x1b]0;{MARK}\x07",
    f"\x1b]52;c;{MARK}\x1b\\",
    f"\x1b]8;;http://{MARK}\x1b\\x\x1b]8;;\x1b\\",
    f"\x1bP{MARK}\x1b\\",
    f"\x1b_{MARK}\x1b\\",
    f"\x1b^{MARK}",
    f"\x1bc{MARK}",
    f"\x1b[?1049;77l{MARK}",
    f"\x1b[201~{MARK}\r",
    f"\x9b31;77m{MARK}",
    f"\x9d0;{MARK}\x9c",
    f"\x90{MARK}\x9c",
    f"{MARK}\x07\x08\x08",
    f"{MARK}\x00\x00",
    f"{MARK}\r\r",
    f"{MARK}\n\n\n{MARK}",
    f"\x0e{MARK}\x0f",
    f"\x7f{MARK}\x85",
    f"\u202e{MARK}\u202c",
    f"\u2066{MARK}\u2069\u200f",
    f"{MARK}\u200b\u2060\ufeff",
    f"{MARK}\ud800\udfff",
    f"{MARK}\u2028\u2029",
    f"e{chr(0x301) * 300}{MARK}",
    f"\u05e9\u05dc\u05d5\u05dd {MARK} \u0645\u0631\u062d\u0628\u0627",
    f"[red]{MARK}[/red]",
    f"[@click=app.quit]{MARK}[/]",
    f"[link=file:///{MARK}]x[/link]",
    f"[/]{MARK}[/nope][",
    f"\\[bold]{MARK}$text-error",
    f"=cmd|'/c calc'!{MARK}",
    f"+1+{MARK}",
    f"-2+3+{MARK}",
    f"@SUM({MARK})",
    f"\t=1+1;{MARK}\r=1",
    f"<script>{MARK}</script>\"' onload=x --><![CDATA[ &{MARK};",
    f"{{{MARK}.__class__}} {{0}} %s %(x)s $({MARK}) `{MARK}` ;| " + "9" * 5000,
)

_SEQUENCES = (
    r"(?:\x1b\[|\xc2\x9b)\??(?:31;99;77m|2;77J|6;77n|1049;77l|31;77m|201~" + MARK + ")",
    r"\x1b[\]P_^X][^\x1b\x07]{0,30}" + MARK, r"\x1bc" + MARK, r"\x1b\]8;", r"\x1b\]52",
    r"\xc2[\x80-\x9f]", r"\xe2\x80[\x8b\x8e\x8f\xa8-\xae]", r"\xe2\x81[\xa0-\xaf]", r"\xef\xbb\xbf", r"\xed[\xa0-\xbf]",
    r"[\x00\x07\x0e\x7f]", r"(?:\xcc\x81){9}", r"Traceback \(most recent",
)  # fmt: skip
RAW = re.compile("|".join(f"(?:{each})" for each in _SEQUENCES).encode("latin-1"))
"""Bytes that no terminal may get: control sequences of the texts above, and what no screen of ours writes at all."""

_OWN_SEQUENCES = re.compile(rb"\x1b\]22?;[^\x07\x1b]*\x07|\x1b\[>[0-9;]*[a-z]")


def raw_bytes(stream: bytes) -> list[bytes]:
    """What of the texts reached the terminal as it was, each with some bytes around it."""
    return [
        stream[max(0, found.start() - 40) : found.end() + 40] for found in RAW.finditer(_OWN_SEQUENCES.sub(b"", stream))
    ]


def make_plan(path: Path, per_table: int = len(STRINGS)) -> Path:
    """A plan, as somebody else may send it, with the texts spread over every field of `per_table` records a kind."""
    step = max(1, len(STRINGS) // per_table)
    rev = revision(1_780_000_000_000, handle(_ACTOR), "0badc0de")
    plan = {**_filled("plan", 28, 28), "title": STRINGS[29], "year": 2026, "go_live": "2026-11-02", "number": ""}
    tables: Tables = {META: {HEADER_ID: new_header(rev)}, "plan": {50: create(plan, rev)}}
    tables[ACTORS] = {_ACTOR: create({"name": STRINGS[0]}, rev)}
    for place, table in enumerate(each for each in TABLES if each != "plan"):
        ids = range(10_000 * (place + 1), 10_000 * (place + 1) + per_table)
        tables[table] = {key: create(_filled(table, n, n * step), rev) for n, key in enumerate(ids)}
        first = ids[0]
        for title in (STRINGS[1], STRINGS[4]):
            own = revision(1_780_000_100_000 + ord(title[0]), handle(_ACTOR), f"{ord(title[-1]):08x}")
            tables[table][first] = write(tables[table][first], "title", title, own, frozenset((rev,)))
    path.write_bytes(encode_file(tables))
    return path


def _filled(table: str, place_in_table: int, start: int) -> dict[str, Any]:
    """A record with another text in every field; every fifth record also where a number, date or choice belongs."""
    number = f"{TABLES[table].PREFIX}{place_in_table + 1}"
    fields: dict[str, Any] = {"number": number, "order": f"m{place_in_table:03}"}
    for place, field in enumerate(shown_fields(TABLES[table])):
        text = STRINGS[(start + place) % len(STRINGS)]
        if field.kind in _TEXTUAL or place_in_table % 5 == 4:
            fields[field.name] = text
    if "when" in fields and place_in_table % 2:
        fields["when"] = f"8 en 15 juni ({fields['when']})"
    return fields


_TEXTUAL = (Kind.TEXT, Kind.LONG, Kind.WHEN, Kind.EFFORT, Kind.PEOPLE)
