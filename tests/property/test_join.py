"""However copies of a plan travel, and in whatever order they come together, nothing that anybody wrote is lost."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from join_histories import check, histories

_ALL = list(HealthCheck)


@settings(max_examples=120, deadline=None, suppress_health_check=_ALL)
@given(histories, st.integers(0, 2**32))
def test_histories_in_six_hands(history: list[Any], chance: int) -> None:
    check(history, random.Random(chance))


@pytest.mark.deep
@settings(max_examples=10_000, deadline=None, suppress_health_check=_ALL)
@given(histories, st.integers(0, 2**32))
def test_ten_thousand_histories_in_six_hands(history: list[Any], chance: int) -> None:
    check(history, random.Random(chance))
