"""Columns share the width there is, and listings filter and sort as people expect."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from roadmap_tui import i18n
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.ids import new_id
from roadmap_tui.model.parsing import choice_label
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.session import Session
from roadmap_tui.view.columns import ViewContext, lay_out
from roadmap_tui.view.details import detail_columns, detail_lines
from roadmap_tui.view.form import FormModel
from roadmap_tui.view.glyphs import UNICODE
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.tables import columns_of
from roadmap_tui.view.text import Line, line_width

DetailMaker = Callable[[Record, ViewContext, int], list[Line]]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    i18n.use_language("en")
    rows = [
        ("plan", new_id(), {"title": "Proef", "year": 2026}),
        ("activities", new_id(), {"title": "Beta", "lead": "Beleid", "when": "juli", "description": "zoekwoord"}),
        ("activities", new_id(), {"title": "alfa", "lead": "Projectleider", "when": "mei"}),
        ("activities", new_id(), {"title": "Gamma", "when": "n.t.b.", "optional": True, "status": "done"}),
    ]
    Session.create(tmp_path / "p.roadmap.json", rows)
    return Session.open(tmp_path / "p.roadmap.json", today=date(2026, 6, 3))


def _listing(session: Session) -> Listing:
    listing = Listing("activities")
    listing.load(session.records("activities"), ViewContext(session.outlook, session.record, UNICODE))
    return listing


@pytest.mark.parametrize("table", [table for table in TABLES if table != "plan"])
@pytest.mark.parametrize("width", [30, 37, 56, 77, 117, 197])
def test_columns_never_take_more_than_the_width(table: str, width: int) -> None:
    shown = lay_out(columns_of(table), width, 1)
    assert sum(size for _column, size in shown) + len(shown) - 1 <= width
    assert all(size >= 1 for _column, size in shown)


def test_wide_terminals_show_all_columns_and_use_the_whole_width() -> None:
    shown = lay_out(columns_of("activities"), 150, 2)
    assert [column.name for column, _size in shown] == [
        "number", "status", "title", "lead", "when", "workform", "sessions", "participants",
    ]  # fmt: skip
    assert sum(size for _column, size in shown) + 2 * 7 == 150


def test_the_least_important_columns_leave_first() -> None:
    names = [column.name for column, _size in lay_out(columns_of("activities"), 77, 1)]
    assert names == ["number", "status", "title", "lead", "when", "sessions"]


def test_a_column_takes_no_more_than_its_texts_need_before_the_others_have_theirs() -> None:
    columns = columns_of("support")
    needs = {"number": 4, "status": 12, "title": 40, "kind": 13, "owner": 22, "stand_in": 6}
    shown = {column.name: size for column, size in lay_out(columns, 117, 2, needs)}
    assert all(size >= needs[name] for name, size in shown.items())
    assert sum(shown.values()) + 2 * (len(shown) - 1) == 117
    tight = {column.name: size for column, size in lay_out(columns, 90, 2, needs)}
    assert tight["stand_in"] <= 10, "the short column leaves its room to the others"
    assert tight["title"] >= 28


def test_small_tables_are_measured_and_columns_never_shrink_again(session: Session) -> None:
    listing = _listing(session)
    before = dict(listing.needs)
    assert before["title"] == max(len(record.title) for record in session.records("activities")) + len("Option: ")
    listing.load(session.records("activities")[:1], ViewContext(session.outlook, session.record, UNICODE))
    assert listing.needs == before


@pytest.mark.parametrize(
    ("query", "titles"),
    [("beleid", ["Beta"]), ("BETA juli", ["Beta"]), ("zoekwoord", ["Beta"]), ("a2", ["alfa"]), ("done", ["Gamma"]),
     ("optional", ["Gamma"]), ("beta mei", []), ("  ", ["Beta", "alfa", "Gamma"])],
)  # fmt: skip
def test_filtering_finds_all_words_in_any_field(session: Session, query: str, titles: list[str]) -> None:
    listing = _listing(session)
    listing.query = query
    listing.arrange()
    assert [record.title for record in listing.rows] == titles
    assert listing.total == 3


def test_sorting_goes_by_meaning_with_the_unknown_last(session: Session) -> None:
    listing = _listing(session)
    seen = {}
    for _step in range(len(listing.columns)):
        listing.next_sort()
        seen[listing.sort] = [record.title for record in listing.rows]
    assert seen["title"] == ["alfa", "Beta", "Gamma"]
    assert seen["when"] == ["alfa", "Beta", "Gamma"]
    assert seen["lead"] == ["Beta", "alfa", "Gamma"]
    assert seen["status"] == ["alfa", "Beta", "Gamma"], "alfa is late, Beta only not started, Gamma done"
    assert seen[""] == ["Beta", "alfa", "Gamma"]


def test_rows_are_found_by_record_after_sorting(session: Session) -> None:
    listing = _listing(session)
    listing.sort = "title"
    listing.arrange()
    assert [listing.row_of(record.id) for record in listing.rows] == [0, 1, 2]
    assert listing.row_of(1) is None


@pytest.mark.parametrize(
    ("make", "width"),
    [(detail_lines, 30), (detail_lines, 46), (detail_lines, 76), (detail_columns, 90), (detail_columns, 116)],
)
def test_details_stay_within_their_width(session: Session, make: DetailMaker, width: int) -> None:
    context = ViewContext(session.outlook, session.record, UNICODE)
    for record in session.records("activities"):
        lines = make(record, context, width)
        assert len(lines) > 5
        assert all(line_width(line) <= width for line in lines)


def _status_width(table: str, width: int, gap: int) -> int:
    return next(size for column, size in lay_out(columns_of(table), width, gap) if column.name == "status")


@pytest.mark.parametrize("table", ["activities", "milestones", "risks", "measures"])
@pytest.mark.parametrize(("width", "gap"), [(77, 1), (97, 2), (117, 2), (157, 2)])
def test_a_status_is_whole_or_a_sign_alone(table: str, width: int, gap: int) -> None:
    i18n.use_language("nl")
    field = fields_of(TABLES[table])["status"]
    longest = max(len(choice_label(field, choice.code)) + 2 for choice in field.choices)
    shown = _status_width(table, width, gap)
    assert shown >= longest or (shown < 4 and width < 117)


def _detail(tmp_path: Path, table: str, rows: list[tuple[str, int, dict[str, object]]]) -> str:
    i18n.use_language("en")
    Session.create(tmp_path / "d.roadmap.json", rows)
    session = Session.open(tmp_path / "d.roadmap.json", today=date(2026, 6, 3))
    context = ViewContext(session.outlook, session.record, UNICODE)
    lines = detail_lines(session.records(table)[0], context, 80)
    return "\n".join("".join(run.text for run in line) for line in lines)


def test_documents_named_among_the_participants_are_attachments(tmp_path: Path) -> None:
    wanted = "Projectteam\nVoorbeeld: Format communicatieplan (docx)\nBijlage: rooster.xlsx"
    text = _detail(tmp_path, "activities", [("activities", new_id(), {"title": "Alfa", "participants": wanted})])
    line = next(line for line in text.splitlines() if line.startswith("Attachment"))
    assert line.split(None, 1)[1] == "Format communicatieplan (docx)"
    assert "\n" + " " * 20 + "rooster.xlsx\n" in text + "\n"


def test_a_checkpoint_that_is_late_says_so_without_colour(tmp_path: Path) -> None:
    milestone = new_id()
    points = [("Late point", "2026-05-01"), ("Later point", "2026-08-03")]
    rows = [("milestones", milestone, {"title": "DAP"})]
    rows += [("checkpoints", new_id(), {"title": title, "due": due, "milestone": milestone}) for title, due in points]
    text = _detail(tmp_path, "milestones", rows)
    assert "[ ] ! Late point" in text
    assert "[ ] Later point" in text


def test_a_warning_stands_before_the_reading(session: Session) -> None:
    model = FormModel(Activity, None, session.records, session.record)
    context = ViewContext(session.outlook, session.record, UNICODE)
    run = model.hint(fields_of(Activity)["when"], "13 juni 2026", context, focused=True)
    assert run.tone is Tone.WARN
    assert run.text.startswith("13-06-2026 falls in the weekend (Saturday).")
    assert "za 13-06-2026" in run.text or "Sat 13-06-2026" in run.text
