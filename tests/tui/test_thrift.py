"""Sending less: whatever is left out, a terminal shows the very same signs in the very same colours."""

from __future__ import annotations

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st

from screens.thrift import Standing, thrifty


def shown(data: str) -> list[tuple[object, ...]]:
    """Every cell of a terminal after `data`."""
    screen = pyte.Screen(20, 5)
    pyte.Stream(screen).feed(data)
    return [tuple(screen.buffer[y][x]) for y in range(5) for x in range(20)] + [tuple(screen.cursor.attrs)]


codes = st.lists(
    st.sampled_from(["0", "1", "3", "4", "7", "9", "22", "23", "24", "27", "31", "95", "44", "103", "39", "49"])
    | st.builds("38;2;{};2;3".format, st.integers(0, 255))
    | st.builds("48;5;{}".format, st.integers(0, 255)),
    max_size=4,
).map(lambda parts: f"\x1b[{';'.join(parts)}m")
moves = st.builds("\x1b[{};{}H".format, st.integers(1, 5), st.integers(1, 20))
pieces = st.lists(codes | moves | st.text("ab ", max_size=4) | st.just("\x1b[K"), max_size=14)


@settings(max_examples=300, deadline=None)
@given(pieces)
def test_a_terminal_shows_the_same(parts: list[str]) -> None:
    data = "".join(parts) + "\x1b[0m"
    assert shown(thrifty(data)) == shown(data)


def test_colours_that_stay_are_sent_once() -> None:
    cell = "\x1b[1;38;2;1;2;3;48;2;4;5;6m{}\x1b[0m"
    data = cell.format("a") + "\x1b[2;1H" + cell.format("b")
    assert thrifty(data) == "\x1b[1;38;2;1;2;3;48;2;4;5;6ma\x1b[2;1Hb\x1b[m"


def test_what_is_not_known_is_left_alone() -> None:
    data = "\x1b[58;5;3mx\x1b[0m\x1b[0mx"
    assert thrifty(data) == data


rows = st.builds(
    "\x1b[{};{}H{}{}\x1b[0m".format, st.integers(1, 3), st.sampled_from([1, 4]), codes, st.text("ab", max_size=3)
)
others = st.sampled_from(["\x1b[2;1H\x1b[K", "\x1b[2J", "x", "\x1b[1;3H", "\x1b[?2026l"])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(rows | others, max_size=5).map("".join), max_size=6))
def test_what_stands_on_the_screen_may_be_left_out(frames: list[str]) -> None:
    standing, sent = Standing(), ""
    for frame in frames:
        sent += thrifty(standing.lacking(frame))
    assert shown(sent)[:-1] == shown("".join(frames))[:-1]


def test_a_row_that_stands_there_is_not_sent_again() -> None:
    standing = Standing()
    first, second = "\x1b[1;1Habc\r\n", "\x1b[2;1Hdef"
    assert standing.lacking(first + second) == first + second
    assert standing.lacking(first + "\x1b[2;1Hxyz") == "\x1b[2;1Hxyz"
    assert standing.lacking("\x1b[1;3H") == "\x1b[1;3H"
    assert standing.lacking(first) == ""
    standing.lacking("\x1b[?1049h")
    assert standing.lacking(first) == first
