"""Pictures of the real screens for the README, made from the example plan as it stands on a fixed day.

Usage: python tools/pictures.py [FOLDER]      (docs/pictures by default)
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from roadmap_tui.config import Settings  # noqa: E402
from roadmap_tui.exchange.templates import build, load_example  # noqa: E402
from roadmap_tui.session import Session  # noqa: E402
from screens.app import RoadmapApp  # noqa: E402

TODAY = date(2026, 8, 3)
SCREENS = {
    "1": "overzicht",
    "2": "activiteiten",
    "3": "mijlpalen",
    "4": "risicos",
    "5": "tijdlijn",
    "6": "hoofdstukken",
    "7": "stakeholders",
}
SIZES = ((120, 40), (80, 24))
_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def take(folder: Path, plan: Path) -> list[Path]:
    """One picture per screen and size."""
    made = []
    for columns, rows in SIZES:
        app = RoadmapApp(Session.open(plan, user="Anna", today=TODAY), Settings())
        async with app.run_test(size=(columns, rows)) as pilot:
            for key, name in SCREENS.items():
                await pilot.press(key, "down")
                await pilot.pause(0.2)
                path = folder / f"{name}-{columns}x{rows}.svg"
                path.write_text(_light(app.export_screenshot(title="roadmap", simplify=True)), encoding="utf-8")
                made.append(path)
    return made


def _light(picture: str) -> str:
    """The picture without fonts from the internet."""
    return _FONT.sub("", picture)


def main(folder: Path) -> None:
    """Make all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(ROADMAP_STATE=name, TERM="xterm-256color", COLORTERM="truecolor")
        os.environ.pop("NO_COLOR", None)
        plan = Path(name) / "voorbeeld.roadmap.json"
        with patch("time.time", return_value=datetime(2026, 8, 3, 9, 12).timestamp()):
            Session.create(plan, build(load_example(), TODAY), user="Anna", today=TODAY)
        for path in asyncio.run(take(folder, plan)):
            print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
