"""Backups: made now and then and before something big, thinned with age, never more than a fixed size."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from roadmap_tui.errors import NotSavedError
from roadmap_tui.store import backup as module
from roadmap_tui.store.backup import Backup, backups, is_due, keep_backup, kept_of, make_backup, prune, read_backup

NOW = datetime(2026, 6, 3, 12, 0)
PLAN = Path("p.roadmap.json")


def _every(minutes: int, days: int, reason: str = "save") -> list[Backup]:
    """Backups of so many days, one every so many minutes."""
    count = days * 24 * 60 // minutes
    return [Backup(Path(str(i)), NOW - timedelta(minutes=i * minutes), reason) for i in range(count)]


def test_age_thins_them_out() -> None:
    found = {each.moment: each for each in _every(60, 500) + _every(5, 2)}
    kept = kept_of(found.values(), NOW)
    ages = [NOW - each.moment for each in kept]
    assert sum(age < timedelta(hours=1) for age in ages) == 12
    assert sum(timedelta(hours=1) <= age < timedelta(days=1) for age in ages) in (23, 24)
    assert sum(timedelta(days=1) <= age < timedelta(days=31) for age in ages) in (30, 31)
    assert sum(timedelta(days=31) <= age < timedelta(days=366) for age in ages) in (11, 12)
    assert max(ages) < timedelta(days=366)


def test_of_each_stretch_the_newest_stays() -> None:
    kept = {each.moment for each in kept_of(_every(5, 3), NOW)}
    assert NOW - timedelta(hours=1, minutes=5) in kept
    assert NOW - timedelta(hours=1, minutes=10) not in kept


def test_what_was_kept_before_something_big_stays_for_a_month() -> None:
    found = _every(30, 1) + _every(60, 40, "merge")
    counts = Counter(each.reason for each in kept_of(found, NOW) if NOW - each.moment < timedelta(days=31))
    assert counts["merge"] == 31 * 24


def test_one_in_five_minutes_at_most(tmp_path: Path) -> None:
    assert is_due(tmp_path, NOW)
    keep_backup(b"{}", PLAN, tmp_path, "save", NOW)
    assert not is_due(tmp_path, NOW + timedelta(minutes=4))
    assert is_due(tmp_path, NOW + timedelta(minutes=6))
    assert is_due(tmp_path, NOW - timedelta(days=1)), "a clock that was put back does not stop them"


def test_together_they_stay_under_a_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for minute in range(10):
        keep_backup(b"plan %d" % minute, PLAN, tmp_path, "merge", NOW + timedelta(minutes=minute))
    one = next(iter(backups(tmp_path))).path.stat().st_size
    monkeypatch.setattr(module, "_MAX_BYTES", one * 5 + 1)
    prune(tmp_path, NOW + timedelta(minutes=10))
    assert [read_backup(each.path) for each in backups(tmp_path)] == [b"plan %d" % n for n in (9, 8, 7, 6, 5)]
    monkeypatch.setattr(module, "_MAX_BYTES", 1)
    prune(tmp_path, NOW + timedelta(minutes=10))
    assert len(backups(tmp_path)) == 3, "the newest three stay, however large"


def test_a_backup_that_cannot_be_made_stops_what_it_was_for(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    plan = tmp_path / "p.roadmap.json"
    plan.write_text("{}")
    with pytest.raises(NotSavedError):
        make_backup(plan, tmp_path / "file" / "backups", "merge", NOW)


def test_files_of_others_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    for name in ("notes.txt", "20260101-x.json.gz", "99999999-999999-999999-save.json.gz"):
        (tmp_path / name).write_text("mine")
    keep_backup(b"{}", PLAN, tmp_path, "save", NOW)
    prune(tmp_path, NOW + timedelta(days=800))
    assert sum(1 for _each in tmp_path.iterdir()) == 4
    assert len(backups(tmp_path)) == 1
