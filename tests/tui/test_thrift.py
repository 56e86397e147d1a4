"""Sending less: whatever is left out, a terminal shows the very same signs in the very same colours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_driver import TODAY, TestSettings, make_plan
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Resize

from roadmap_tui.session import Session
from screens.app import RoadmapApp
from screens.terminal import Terminal
from screens.thrift import thrifty_driver

COLUMNS, ROWS = 20, 5
WORDS = st.text("ab ", max_size=6) | st.sampled_from([" " * 15, "─" * 3, "é✓ ▆", "a    a     a"])


class Emulator:
    """A terminal without automatic wrap, as the application sets it."""

    def __init__(self, columns: int = COLUMNS, rows: int = ROWS) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.screen.reset_mode(pyte.modes.DECAWM)
        self._stream = pyte.Stream(self.screen)

    def feed(self, data: str) -> None:
        self._stream.feed(data)

    def shown(self) -> list[Any]:
        """What can be seen of every cell; colours of letters cannot be seen on a blank."""
        screen = self.screen
        return [self._seen(screen.buffer[y][x]) for y in range(screen.lines) for x in range(screen.columns)]

    @staticmethod
    def _seen(cell: Any) -> Any:
        if cell.data == " " and not (cell.underscore or cell.reverse or cell.strikethrough or cell.blink):
            return cell.bg
        return tuple(cell)

    def cursor(self) -> tuple[int, int]:
        return self.screen.cursor.y, self.screen.cursor.x


def codes(*more: str) -> st.SearchStrategy[str]:
    each = ["0", "1", "3", "4", "7", "9", "22", "23", "24", "27", "31", "95", "44", "103", "39", "49", *more]
    parts = st.sampled_from(each) | st.builds("38;2;{};2;3".format, st.integers(0, 3))
    return st.lists(parts, max_size=3).map(lambda found: f"\x1b[{';'.join(found)}m")


def pieces(*signs: str) -> st.SearchStrategy[str]:
    """Pieces of rows as Textual writes them: a move, words with colours, everything plain, perhaps a new line."""
    words = WORDS | st.sampled_from(signs) if signs else WORDS
    segment = st.builds("{}{}\x1b[0m".format, codes(), words) | words
    body = st.lists(segment, max_size=4).map("".join)
    place = st.tuples(st.integers(1, ROWS), st.sampled_from([1, 1, 4, 9, 17]))
    built = st.builds(lambda where, text: (where, text), place, body)
    return built.map(lambda each: f"\x1b[{each[0][0]};{each[0][1]}H{_within(each[1], COLUMNS + 1 - each[0][1])}")


def _within(body: str, cells: int) -> str:
    """Cut to the width that is left, as Textual does; sequences stay."""
    found, inside = "", False
    for sign in body:
        inside = inside or sign == "\x1b"
        width = 0 if inside or pyte.screens.wcwidth(sign) == 0 else pyte.screens.wcwidth(sign)
        cells -= width
        found += sign if cells >= 0 or inside else ""
        inside = inside and sign != "m"
    return found


OTHERS = st.sampled_from(
    [
        "\x1b[2;1H\x1b[K",
        "\x1b[2J",
        "x",
        "\x1b[1;3H",
        "\x1b[?2026l",
        "\x1b[58;5;3mx\x1b[0m",
        "\x1b[H\x1b[1;31m",
        "\x1b[4Gab",
    ]
)
FRAMES = st.lists(st.lists(pieces() | pieces() | OTHERS, max_size=6), max_size=6)
WIDE = st.lists(st.lists(pieces("漢字", "e\u0301a", "a漢b", "👍🏽", "a\u200db"), max_size=6), max_size=6)


def same(frames: list[list[str]], coloured_erase: bool) -> None:
    plain, lean, terminal = Emulator(), Emulator(), Terminal(coloured_erase)
    terminal.columns = COLUMNS
    for frame in frames:
        data = "".join(frame)
        plain.feed(data)
        lean.feed(terminal.lean(data))
        assert lean.shown() == plain.shown()
        if data.endswith("H"):
            assert lean.cursor() == plain.cursor()


@settings(max_examples=120, deadline=None)
@given(FRAMES, st.booleans())
def test_a_terminal_shows_the_same(frames: list[list[str]], coloured_erase: bool) -> None:
    same(frames, coloured_erase)


@settings(max_examples=70, deadline=None)
@given(WIDE, st.booleans())
def test_signs_of_other_widths_are_shown_the_same(frames: list[list[str]], coloured_erase: bool) -> None:
    same(frames, coloured_erase)


def test_only_what_differs_is_sent() -> None:
    terminal = Terminal()
    first, second = "\x1b[1;1Habc def\n", "\x1b[2;1H\x1b[1mdef\x1b[0m"
    assert terminal.lean(first + second) == "\x1b[Habc def\x1b[2H\x1b[1mdef"
    assert terminal.lean(first + second) == ""
    assert terminal.lean("\x1b[1;1Habc dXf") == "\x1b[1;6H\x1b[mX"
    assert terminal.lean("\x1b[1;3H") == "\x1b[1;3H"
    assert terminal.lean("\x1b[1;3H") == ""
    assert terminal.lean(f"\x1b[2;1H\x1b[1mdXf\x1b[0m{' ' * 13}!") == "\x1b[2;2H\x1b[1mXf\x1b[13X\x1b[13C\x1b[m!"


def test_long_blanks_are_erased_where_the_terminal_takes_the_colour_along() -> None:
    row = f"\x1b[1;1H\x1b[44mab{' ' * 13}c{' ' * 4}\x1b[0m"
    for coloured_erase, sent in ((True, "\x1b[H\x1b[44mab\x1b[13X\x1b[13Cc\x1b[K"), (False, "\x1b[H" + row[6:-4])):
        terminal = Terminal(coloured_erase)
        terminal.columns = COLUMNS
        assert terminal.lean(row) == sent


def test_what_is_not_known_is_passed_on_and_nothing_is_known_after_it() -> None:
    terminal = Terminal()
    odd = "\x1b[58;5;3mx\x1b[0m"
    assert terminal.lean(odd) == odd
    assert terminal.lean("\x1b[1;1Hab") == "\x1b[Hab"
    assert terminal.lean("\x1b[2J") == "\x1b[2J"
    assert terminal.lean("\x1b[1;1Hab") == "\x1b[Hab"
    assert terminal.forget()
    assert terminal.lean("\x1b[1;1Hab") == "\x1b[H\x1b[0mab"


class Line(HeadlessDriver):
    """A terminal at the other end of a line: what was meant for it, and what was sent."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.sent: list[str] = []

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.sent.append(data)


class Meant(thrifty_driver(Line)):  # type: ignore[misc]
    """The driver of the application, which keeps what it was told to write."""

    meant = ""

    def write(self, data: str) -> None:
        self.meant += data
        super().write(data)


async def test_a_frame_in_parts_is_put_together_and_one_that_changes_nothing_is_not_sent() -> None:
    driver = thrifty_driver(Line)(RoadmapApp.__new__(RoadmapApp))
    frame = "".join(f"\x1b[{row};1H\x1b[3{row % 8}m{'x' * 400}\x1b[0m\n" for row in range(1, 42)) + "\x1b[1;1H"
    for _time in range(2):
        driver.write("\x1b[?2026h")
        for start in range(0, len(frame), 8192):
            driver.write(frame[start : start + 8192])
        driver.flush()
        driver.write("\x1b[?2026l")
    assert [driver.sent[0], driver.sent[-1]] == ["\x1b[?2026h", "\x1b[?2026l"]
    assert sum(map(len, driver.sent)) < len(frame)
    assert "".join(driver.sent).count("x") == 41 * 400
    driver.sent.clear()
    driver.write("\x1b]52;c;YQ==\a")
    assert driver.sent == ["\x1b]52;c;YQ==\a"]


async def test_the_application_looks_the_same_and_costs_a_fraction(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    activities = [{"title": f"Activiteit {n} \u6f22\u5b57"[: 14 + 2 * (n % 3 == 0)], "when": "juni"} for n in range(30)]
    plan = make_plan(tmp_path / "proef.roadmap.json", activities=activities, risks=[{"title": "Te laat"}])
    app = RoadmapApp(Session.open(plan, user="Test", today=TODAY), TestSettings())
    app.driver_class = Meant
    plain, lean = Emulator(100, 30), Emulator(100, 30)
    async with app.run_test(size=(100, 30), headless=False) as pilot:
        driver = app._driver
        assert isinstance(driver, Meant)
        for key in (
            "",
            "2",
            "down",
            "pagedown",
            "n",
            "a",
            "escape",
            "question_mark",
            "escape",
            "5",
            "right",
            "4",
            "colon",
        ):
            if key:
                await pilot.press(key)
            await pilot.pause()
            plain.feed(driver.meant)
            lean.feed("".join(driver.sent))
            assert lean.shown() == plain.shown()
            assert len("".join(driver.sent)) <= len(driver.meant)
            driver.meant = ""
            driver.sent.clear()
        await pilot.press("escape")
        another = Emulator(100, 30)
        for again in (lambda: app.action_redraw(), lambda: app.post_message(Resize(app.size, app.size))):
            again()
            await pilot.pause()
            plain.feed(driver.meant)
            another.feed("".join(driver.sent))
            assert another.shown() == plain.shown()
            another.feed("\x1b[31mjunk")
            driver.meant = ""
            driver.sent.clear()
