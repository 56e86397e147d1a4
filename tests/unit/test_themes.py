"""Themes: readable, told apart without red and green, and the user's own."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from roadmap_tui import i18n
from roadmap_tui.config import load_settings
from roadmap_tui.user.palettes import (
    BUILT_IN,
    INKS,
    READABLE,
    SURFACES,
    VERY_READABLE,
    Colours,
    contrast,
    mixed,
    parts,
)
from roadmap_tui.user.themes import colours_of, theme_problems
from screens.heat import SHARES, TOO_MUCH

_DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
"""How colours come through without the green cones, for linear light (Machado, Oliveira and Fernandes 2009)."""
_TOLD_APART = 15.0
"""The least distance in CIE Lab; 2.3 is just noticeable side by side, 15 is plain for words apart from each other."""


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use_language("en")


def _without_green_cones(colour: str) -> tuple[float, ...]:
    light = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in parts(colour)]
    seen = (sum(share * part for share, part in zip(row, light, strict=True)) for row in _DEUTERANOPIA)
    return tuple(min(1.0, max(0.0, part)) for part in seen)


def _lab(light: tuple[float, ...]) -> tuple[float, float, float]:
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    f = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def _distance(one: str, other: str) -> float:
    pairs = zip(_lab(_without_green_cones(one)), _lab(_without_green_cones(other)), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def test_contrast_is_measured_as_the_guideline_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_text_is_readable_on_every_surface(name: str) -> None:
    colours, least = BUILT_IN[name], VERY_READABLE if name.startswith("contrast") else READABLE
    poor = {
        (ink, surface): round(contrast(getattr(colours, ink), getattr(colours, surface)), 2)
        for ink in INKS
        for surface in SURFACES
        if contrast(getattr(colours, ink), getattr(colours, surface)) < least
    }
    assert not poor
    shades = [*(mixed(colours.accent, colours.background, share) for share in SHARES)]
    assert all(contrast(colours.strong, shade) >= READABLE for shade in shades)
    assert contrast(colours.strong, mixed(colours.bad, colours.background, TOO_MUCH)) >= READABLE


@pytest.mark.parametrize("name", BUILT_IN)
def test_bars_are_seen_on_their_ground(name: str) -> None:
    """Three to one is what WCAG 2.2 asks of graphics (1.4.11)."""
    colours = BUILT_IN[name]
    for bar in ("active_bar", "waiting_bar", "good", "warn", "bad"):
        assert contrast(getattr(colours, bar), colours.background) >= 3, bar


@pytest.mark.parametrize("name", BUILT_IN)
def test_statuses_are_told_apart_without_green_cones(name: str) -> None:
    colours = BUILT_IN[name]
    near = {
        (one, other): round(_distance(getattr(colours, one), getattr(colours, other)), 1)
        for one, other in combinations(("good", "warn", "bad", "foreground"), 2)
        if _distance(getattr(colours, one), getattr(colours, other)) < _TOLD_APART
    }
    assert not near


def _own(folder: Path, text: str) -> str:
    (folder / "themes").mkdir(exist_ok=True)
    (folder / "themes" / "oranje.toml").write_text(text, encoding="utf-8")
    settings = folder / "config.toml"
    settings.write_text('theme = "oranje"\n', encoding="utf-8")
    return str(settings)


def test_an_own_theme_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    path = _own(tmp_path, 'base = "light"\naccent = "#8a3b00"\n')
    assert load_settings(Path(path)).problems == []
    found = colours_of("oranje", path)
    assert isinstance(found, Colours)
    assert (found.accent, found.background) == ("#8a3b00", BUILT_IN["light"].background)
    assert theme_problems(path) == []


@pytest.mark.parametrize(
    ("line", "key", "words"),
    [
        ('acent = "#8a3b00"', "acent", "accent"),
        ('accent = "oranje"', "accent", "six digits"),
        ("accent = 3", "accent", "six digits"),
        ('base = "donker"', "base", "contrast-light"),
        ('muted = "#30343a"', "muted", "hard to read"),
        ("accent = ", "", "TOML"),
    ],
)
def test_a_mistake_in_a_theme_is_one_sentence_and_the_rest_is_used(
    tmp_path: Path, line: str, key: str, words: str
) -> None:
    path = _own(tmp_path, f"{line}\n")
    (problem,) = theme_problems(path)
    assert problem.key == key
    assert words in problem.sentence
    found = colours_of("oranje", path)
    assert found is not None
    assert found.background == BUILT_IN["dark"].background


def test_a_theme_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    path = Path(_own(tmp_path, ""))
    path.write_text('theme = "oranj"\n', encoding="utf-8")
    (problem,) = load_settings(path).problems
    assert "oranje" in problem.sentence
    assert load_settings(path).theme == "dark"
