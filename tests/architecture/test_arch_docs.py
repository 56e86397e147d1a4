"""The README and the docs say what is so: the two commands, every subcommand, and links that lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from arch_source import ROOT

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.store.revisions import HISTORY_DEPTH

README = (ROOT / "README.md").read_text(encoding="utf-8")
RUN = "python3 -m venv .venv && .venv/bin/python -m pip install -q . && .venv/bin/roadmap demo"
TEST = 'python3 -m venv .venv && .venv/bin/python -m pip install -q -e ".[dev]" && .venv/bin/python -m pytest'
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_readme_opens_with_the_two_commands() -> None:
    commands = [line for line in README.splitlines()[:20] if line.startswith("python3 ")]
    assert commands == [RUN, TEST]


def test_every_subcommand_is_in_the_readme() -> None:
    missing = [name for name in COMMANDS if f"roadmap {name}" not in README]
    assert missing == []


def test_the_readme_names_no_subcommand_that_is_not_there() -> None:
    table = re.findall(r"`roadmap ([a-z]+)[ `]", README)
    assert [name for name in table if name not in COMMANDS] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:

    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_file_format_page_states_the_depth_of_history() -> None:
    page = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")
    assert f"the newest {HISTORY_DEPTH}" in page
