"""Rows for Word and Excel: tab-separated words that stay in their cells and run nothing."""

from __future__ import annotations

import csv
import io
from datetime import date

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.plan import Plan
from roadmap_tui.planning.outlook import Outlook
from roadmap_tui.view.clipboard import as_text
from roadmap_tui.view.columns import ViewContext
from roadmap_tui.view.glyphs import glyphs_for
from roadmap_tui.view.tables import columns_of

ACTIVITY = Activity(
    id=1,
    number="A1",
    title='=HYPERLINK("x")',
    lead="Jan\tPiet",
    when="8 juni\nof later",
    sessions="-1",
    status="active",
)


def test_a_spreadsheet_gets_every_cell_as_it_is_and_no_formula() -> None:
    plan = Plan(year=2026)
    context = ViewContext(
        Outlook(plan, lambda table: [ACTIVITY] if table == "activities" else [], date(2026, 6, 3)),
        lambda table, record_id: None,
        glyphs_for(False),
    )
    text = as_text([ACTIVITY], columns_of("activities"), context, headings=True)
    headings, row = csv.reader(io.StringIO(text), delimiter="\t")
    assert headings[:4] == ["Nr.", "Status", "Activiteit", "Wie (lead)"]
    assert row == ["A1", "Loopt", '\'=HYPERLINK("x")', "Jan Piet", "8 juni\nof later", "", "-1", ""]
