"""What an export tells beside the records: when each was last updated, and what the plans of projects say today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import msgspec

from roadmap_tui.planning.programme_state import LivePlan


class Beyond(msgspec.Struct, frozen=True):
    """`updated` gives the day a record (table, id) was last changed; `live` the plan of each project that has one."""

    updated: Callable[[str, int], date | None] | None = None
    live: Mapping[int, LivePlan] = {}


NOTHING: Final = Beyond()
