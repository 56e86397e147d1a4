"""Planning tables in Excel workbooks."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from exchange_samples import HEADINGS, READ, ROWS, read_back, saved, words


def test_second_sheet_with_a_title_above_the_table(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Versiebeheer"])
    sheet = book.create_sheet("Planning")
    for row in [["Plan Zuid"], [], HEADINGS, *ROWS, [], []]:
        sheet.append(row)
    table = read_back(tmp_path / "plan.xlsx", saved(book))
    assert words(table) == READ
    assert (table.format, table.title, table.rows[0].number) == ("xlsx", "Plan Zuid", 4)
    assert table.skipped == []


def test_real_dates_numbers_and_percentages_become_what_people_write(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Taak", "Wanneer", "Voortgang", "Uren", "Inzet"])
    sheet.append(["Een", date(2026, 5, 4), 0.4, 2.5, 3])
    sheet.append(["Twee", datetime(2026, 6, 1, 9, 30), "60 %", 8, None])
    sheet["C2"].number_format = "0%"
    one, two = (row.cells for row in read_back(tmp_path / "plan.xlsx", saved(book)).rows)
    assert (one["when"], one["progress"], one["hours"], one["participants"]) == ("04-05-2026", "40", "2.5", "3")
    assert (two["when"], two["progress"], two["hours"]) == ("01-06-2026 09:30", "60", "8")


def test_merged_cells_fill_the_rows_they_cover(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [["Actie", "Wie", "Wanneer"], ["Voorbereiding"], ["Een", "Ans", "mei"], ["Twee", None, "juni"]]:
        sheet.append(row)
    sheet.merge_cells("A2:C2")
    sheet.merge_cells("B3:B4")
    table = read_back(tmp_path / "plan.xlsx", saved(book))
    assert [(row.cells["lead"], row.cells["phase"]) for row in table.rows] == [("Ans", "Voorbereiding")] * 2
    assert [skip.row for skip in table.skipped] == [2]


def test_the_quote_that_disarms_a_formula_is_taken_off(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Actie", "Wie"])
    book.active.append(["'=1+1", "'s-Gravenhage"])
    table = read_back(tmp_path / "plan.xlsx", saved(book))
    assert (table.rows[0].cells["title"], table.rows[0].cells["lead"]) == ("=1+1", "'s-Gravenhage")


@pytest.mark.filterwarnings("error")
def test_a_date_that_no_calendar_has_is_no_remark_on_the_screen(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Taak", "Wanneer", "Wie"])
    book.active.append(["Een", 99_999_999_999, "Team"])
    book.active["B2"].number_format = "dd-mm-yyyy"
    (row,) = read_back(tmp_path / "plan.xlsx", saved(book)).rows
    assert (row.cells["title"], row.cells["lead"]) == ("Een", "Team")
