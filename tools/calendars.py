"""Generate data/calendars/nl.toml from the `holidays` library, and the JSON form of every calendar beside it.

Usage: python tools/calendars.py [--check]
"""

from __future__ import annotations

import json
import sys
import tomllib
from datetime import date, timedelta
from pathlib import Path

FIRST_YEAR, LAST_YEAR = 2024, 2035
TARGET = Path(__file__).parent.parent / "data" / "calendars" / "nl.toml"

# Name in the library -> our key, and whether town halls are closed (Cao Gemeenten; most close on 5 May).
HOLIDAYS = {
    "New Year's Day": ("new_year", True),
    "Good Friday": ("good_friday", False),
    "Easter Sunday": ("easter_sunday", True),
    "Easter Monday": ("easter_monday", True),
    "King's Day": ("kings_day", True),
    "Liberation Day": ("liberation_day", True),
    "Ascension Day": ("ascension", True),
    "Pentecost": ("whit_sunday", True),
    "Pentecost Monday": ("whit_monday", True),
    "Christmas Day": ("christmas_day", True),
    "Second Day of Christmas": ("boxing_day", True),
}
HEADER = """\
# Dutch public holidays, made by tools/calendars.py from the `holidays` library; do not edit by hand.
# `closed` says whether town halls are closed: working days are counted without those days.
# Put days of your own in a file of the same form.
"""


def days_by_key() -> dict[str, list[date]]:
    """The days of every holiday, by our key, in the order of the year."""
    import holidays

    found: dict[str, list[date]] = {key: [] for key, _closed in HOLIDAYS.values()}
    calendar = holidays.country_holidays(
        "NL", years=range(FIRST_YEAR, LAST_YEAR + 1), categories=("public", "optional"), language="en_US"
    )
    for day in sorted(calendar):
        for name in calendar.get_list(day):
            found[HOLIDAYS[name][0]].append(day)
    found["bridge_day"] = [day + timedelta(days=1) for day in found["ascension"]]
    return found


def rendered() -> str:
    """The file as text."""
    closed = dict(HOLIDAYS.values())
    lines = [HEADER]
    for key, days in days_by_key().items():
        lines.append(f"[holidays.{key}]")
        lines.append(f"closed = {str(closed.get(key, False)).lower()}")
        lines.append("dates = [" + ", ".join(day.isoformat() for day in days) + "]")
        lines.append("")
    return "\n".join(lines)


def as_json(text: str) -> str:
    """A calendar in TOML as JSON, which the program reads faster; dates are ISO text in it."""
    return json.dumps(tomllib.loads(text), default=date.isoformat, separators=(",", ":")) + "\n"


def generated() -> dict[Path, str]:
    """What each generated file holds."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(TARGET.parent.glob("*.toml"))}
    texts[TARGET] = rendered()
    return {TARGET: texts[TARGET]} | {path.with_suffix(".json"): as_json(text) for path, text in texts.items()}


def main() -> int:
    """Write the files, or with --check say whether they are up to date."""
    files = generated()
    if "--check" in sys.argv:
        return 0 if all(path.is_file() and path.read_text(encoding="utf-8") == files[path] for path in files) else 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{TARGET.name}: {FIRST_YEAR}-{LAST_YEAR}, and {len(files) - 1} calendars as JSON")
    return 0


if __name__ == "__main__":
    sys.exit(main())
