"""CSV and tab-separated text in the encodings and forms that Dutch programs write."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from exchange_samples import FIELDS, HEADINGS, READ, ROWS, read_back, words


def written(rows: list[list[str]], delimiter: str) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return stream.getvalue()


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_and_separators(tmp_path: Path, encoding: str, delimiter: str) -> None:
    table = read_back(tmp_path / "plan.csv", written([HEADINGS, *ROWS], delimiter).encode(encoding))
    assert words(table) == READ
    assert table.columns == FIELDS


def test_columns_in_any_order_with_an_unknown_one(tmp_path: Path) -> None:
    rows = [[row[4], "p-12", *row[:4][::-1], row[5]] for row in [HEADINGS, *ROWS]]
    rows[0][1] = "Kostenplaats"
    table = read_back(tmp_path / "plan.csv", written(rows, ";"))
    assert words(table) == READ
    assert [row.cells["remarks"] for row in table.rows] == ["Kostenplaats: p-12"] * 2
    assert [(w.row, "Kostenplaats" in w.message) for w in table.warnings] == [(1, True)]


def test_english_headings(tmp_path: Path) -> None:
    english = ["Activity", "Who (lead)", "When", "Form of work", "Duration of sessions", "Participants"]
    table = read_back(tmp_path / "plan.csv", written([english, *ROWS], ","))
    assert words(table) == READ


def test_title_lines_a_declared_separator_and_rows_to_skip(tmp_path: Path) -> None:
    lines = ["sep=;", "Plan Zuid;;", "Versie 2;;", ";;", "Actie;Trekker;Planning", "Een;Ans;mei", ";;", ";Bo;juni"]
    lines += ["Actie;Trekker;Planning", "Twee;Cor;juli", "Totaal;;"]
    table = read_back(tmp_path / "plan.csv", "\n".join(lines))
    assert (table.title, table.subtitle) == ("Plan Zuid", "Versie 2")
    assert [(row.number, row.cells["title"]) for row in table.rows] == [(5, "Een"), (9, "Twee")]
    assert [skip.row for skip in table.skipped] == [6, 7, 8, 10]
    assert len({skip.reason for skip in table.skipped}) == 4


def test_word_pastes_cells_of_several_lines_without_quotes(tmp_path: Path) -> None:
    rows = [["Startoverleg\n· doel\n\nResultaat: basis", "Ans", "8 en\n15 juni", "", "2 uur", "Team"]]
    rows += [["Proef", "Bo", "mei", "", "", "Inwoners"]]
    text = "\n".join("\t".join(row) for row in [HEADINGS, *rows])
    table = read_back(tmp_path / "paste.txt", text)
    assert words(table) == [
        ("Startoverleg", "· doel", "basis", "false", *rows[0][1:]),
        ("Proef", "", "", "false", *rows[1][1:]),
    ]


def test_status_progress_hours_and_dates(tmp_path: Path) -> None:
    lines = ["Nr;Taak;Status;% gereed;Uren;Startdatum;Einddatum"]
    lines += ["1;Een;In uitvoering;40%;2,5;2026-05-01;8-5-2026", "2;Twee;Misschien;veel;;1-6-2026;"]
    table = read_back(tmp_path / "plan.csv", "\n".join(lines))
    first, second = (row.cells for row in table.rows)
    assert (first["status"], first["progress"], first["hours"]) == ("active", "40", "2.5")
    assert first["when"] == "01-05-2026 t/m 08-05-2026"
    assert second["when"] == "vanaf 01-06-2026"
    assert second["remarks"] == "Status: Misschien\n% gereed: veel"
    assert "status" not in second
    assert [w.row for w in table.warnings] == [3, 3]


def test_explicit_dates_stand_beside_the_words(tmp_path: Path) -> None:
    table = read_back(tmp_path / "plan.csv", "Taak;Wanneer;Start;Einde\nEen;begin mei;1-5-2026;31-2-2026")
    assert table.rows[0].cells["start"] == "2026-05-01"
    assert table.rows[0].cells["when"] == "begin mei\n31-2-2026"
    assert "end" not in table.rows[0].cells


def test_a_quotation_mark_that_is_not_closed_is_reported(tmp_path: Path) -> None:
    text = 'Actie;Wie\nEen;Ans\nTwee;"Bo\nDrie;Cor\nVier;Dik\nVijf;Els\n'
    table = read_back(tmp_path / "plan.csv", text)
    assert [row.cells["title"] for row in table.rows] == ["Een", "Twee"]
    assert [w.row for w in table.warnings] == [3]


def test_one_damaged_byte_does_not_spoil_the_other_accents(tmp_path: Path) -> None:
    data = "Actie;Wie\nCafé één;Zoë\nFinanciën;Ans\n".encode() + b"Slot\xff;Bo\n"
    table = read_back(tmp_path / "plan.csv", data)
    assert [row.cells["title"] for row in table.rows][:2] == ["Café één", "Financiën"]


def test_step_numbers_are_not_taken_for_activities(tmp_path: Path) -> None:
    text = "Stap;Omschrijving;Wie\n1;Een;Ans\n2a;Twee;Bo\n"
    assert [row.cells["title"] for row in read_back(tmp_path / "plan.csv", text).rows] == ["Een", "Twee"]
    text = "Stap;Omschrijving;Wie\nStart;Een;Ans\nSlot;Twee;Bo\n"
    found = [(row.cells["title"], row.cells["description"]) for row in read_back(tmp_path / "plan.csv", text).rows]
    assert found == [("Start", "Een"), ("Slot", "Twee")]


def test_a_tab_file_from_a_spreadsheet_with_a_quoted_cell_at_the_start_of_a_line(tmp_path: Path) -> None:
    text = 'Activiteit\tWie (lead)\tWanneer\nKick-off\tJan\tmei\n"Optie: Proef\nResultaat: klaar"\tPiet\tjuni\n'
    first, second = read_back(tmp_path / "plan.tsv", text).rows
    assert first.cells["title"] == "Kick-off"
    assert (second.cells["title"], second.cells["lead"], second.cells["result"]) == ("Proef", "Piet", "klaar")
