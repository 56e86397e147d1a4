"""What a terminal shows as a PNG, and many of them on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pyte
from PIL import Image, ImageDraw, ImageFont
from wcwidth import wcwidth

_FONTS = Path("/usr/share/fonts/truetype/dejavu")
_NAMED = {
    "black": "1b1d1e", "red": "cc4b4b", "green": "6aa84f", "brown": "c9a227", "blue": "4a7bd0", "magenta": "a65fb5",
    "cyan": "3fa6a6", "white": "d3d7cf", "brightblack": "6c7075", "brightred": "ef6a6a", "brightgreen": "8ae234",
    "brightbrown": "fce94f", "brightyellow": "fce94f", "brightblue": "729fcf", "brightmagenta": "c79fd8",
    "brightcyan": "66d9d9", "brightwhite": "ffffff",
}  # fmt: skip
_INK, _PAPER = "d3d7cf", "121416"
_SIZE = 16
_LEFT, _LOW, _SHADES = "█▉▊▋▌▍▎▏", "▁▂▃▄▅▆▇█", {"░": 0.25, "▒": 0.5, "▓": 0.75}
_SOLID = {
    "▀": (0.0, 0.0, 1.0, 0.5),
    "▐": (0.5, 0.0, 1.0, 1.0),
    **{sign: (0.0, 1 - (place + 1) / 8, 1.0, 1.0) for place, sign in enumerate(_LOW)},
    **{sign: (0.0, 0.0, (8 - place) / 8, 1.0) for place, sign in enumerate(_LEFT)},
}
Rgb = tuple[int, int, int]


def _rgb(name: str, default: str) -> Rgb:
    code = _NAMED.get(default if name == "default" else name, default if name == "default" else name)
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


@cache
def _font(bold: bool, braille: bool = False) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans.ttf" if braille else "DejaVuSansMono-Bold.ttf" if bold else "DejaVuSansMono.ttf"
    return ImageFont.truetype(str(_FONTS / name), _SIZE)


def draw(screen: pyte.Screen) -> Image.Image:
    """The picture of a screen, cell by cell."""
    wide, high = round(_font(False).getlength("M")), _SIZE + 5
    picture = Image.new("RGB", (wide * screen.columns, high * screen.lines), _rgb("default", _PAPER))
    brush = ImageDraw.Draw(picture)
    for y in range(screen.lines):
        x = 0
        while x < screen.columns:
            cell = screen.buffer[y][x]
            cells = 2 if cell.data and wcwidth(cell.data[0]) == 2 else 1
            _cell(brush, cell, (x * wide, y * high, (x + cells) * wide, (y + 1) * high))
            x += cells
    return picture


def _cell(brush: ImageDraw.ImageDraw, cell: pyte.screens.Char, box: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = box
    ink, paper = _rgb(cell.fg, _INK), _rgb(cell.bg, _PAPER)
    if cell.reverse:
        ink, paper = paper, ink
    brush.rectangle((left, top, right - 1, bottom - 1), fill=paper)
    sign = cell.data[:1]
    if sign in _SOLID:
        a, b, c, d = _SOLID[sign]
        width, height = right - left, bottom - top
        brush.rectangle((left + a * width, top + b * height, left + c * width - 1, top + d * height - 1), fill=ink)
    elif sign in _SHADES:
        share = _SHADES[sign]
        mixed = [round(one * share + other * (1 - share)) for one, other in zip(ink, paper, strict=True)]
        brush.rectangle((left, top, right - 1, bottom - 1), fill=(mixed[0], mixed[1], mixed[2]))
    elif sign.strip():
        brush.text((left, top + 1), cell.data, font=_font(cell.bold, "\u2800" <= sign <= "\u28ff"), fill=ink)
    if cell.underscore:
        brush.line((left, bottom - 2, right - 1, bottom - 2), fill=ink)


def sheet(pictures: Sequence[tuple[str, Image.Image]], across: int) -> Image.Image:
    """Pictures of one size side by side, each with its name above it."""
    gap, head = 8, _SIZE + 6
    width, height = pictures[0][1].size
    rows = -(-len(pictures) // across)
    whole = Image.new("RGB", (across * (width + gap), rows * (height + gap + head)), (90, 90, 96))
    brush = ImageDraw.Draw(whole)
    for place, (name, picture) in enumerate(pictures):
        x, y = place % across * (width + gap), place // across * (height + gap + head)
        brush.text((x + 4, y + 2), name, font=_font(True), fill=(255, 255, 255))
        whole.paste(picture, (x, y + head))
    return whole
