"""Activities from the JSON that an export or `roadmap list --json` writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from roadmap_tui.errors import UnreadableError
from roadmap_tui.exchange.table import RawRow, RawTable
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.record import shown_fields


def read(text: str) -> RawTable | None:
    """The activities in `text`, or None when it is not JSON with a list of activities.

    Raises UnreadableError for a plan file, which is merged and not imported.
    """
    if text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(content, dict) and "_meta" in content:
        raise UnreadableError(
            _(
                "This file is a plan itself. A copy of your plan comes in with: roadmap merge. To take over the "
                "activities of another plan, write those to Excel with roadmap export and import that file."
            )
        )
    tables = content if isinstance(content, dict) else {Activity.TABLE: content}
    activities = _records(tables, Activity.TABLE)
    names = [field.name for field in shown_fields(Activity) if any(field.name in row for row in activities)]
    if "title" not in names:
        return None
    titles = {row.get("id"): str(row.get("title", "")) for row in _records(tables, "milestones")}
    rows = [RawRow(1, names)]
    for number, activity in enumerate(activities, 2):
        rows.append(RawRow(number, [_text(name, activity.get(name), titles) for name in names]))
    plan = next(iter(_records(tables, "plan")), {})
    return RawTable("json", rows, [str(plan.get(name) or "") for name in ("title", "subtitle")], exact=True)


def _records(tables: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    rows = tables.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _text(name: str, value: Any, titles: Mapping[Any, str]) -> str:
    """A JSON value as a cell; what a field cannot hold becomes empty."""
    if name == "milestone":
        return titles.get(value, "") if isinstance(value, int) else ""
    if isinstance(value, bool):
        return "ja" if value else ""
    return str(value) if isinstance(value, (str, int, float)) else ""
