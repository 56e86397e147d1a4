"""Our own SVG pictures as drawings that Word keeps sharp and people can edit (DrawingML, ECMA-376 part 1, 20 and 21).

Only what exchange/picture.py draws is understood: rectangles, straight paths, circles and text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import Any, Final
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

_EMU: Final = 360_000
"""English metric units in a centimetre, the measure of DrawingML."""
_SVG: Final = "{http://www.w3.org/2000/svg}"
_SPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_STEP: Final = re.compile(r"([MLHVhvlzZ])([^MLHVhvlzZ]*)")
_NUMBER: Final = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
_LETTER, _BOLD = 0.56, 1.06
"""The width of a letter for each point of its size, a little wide so that no text is cut off."""

Point = tuple[float, float]


class _Scale:
    """Pixels of the picture as whole English metric units on paper."""

    def __init__(self, width: float, centimetres: float) -> None:
        self.unit = centimetres * _EMU / width
        self.ids = count(2)

    def __call__(self, pixels: float) -> int:
        return round(pixels * self.unit)


def drawing(svg: bytes, centimetres: float, name: str, told: str, number: int) -> Any:
    """The picture as a run for a paragraph, `centimetres` wide; `told` is read aloud to who cannot see it."""
    from docx.oxml import parse_xml

    root = ElementTree.fromstring(svg)
    width, height = float(root.get("width", "1")), float(root.get("height", "1"))
    scale = _Scale(width, centimetres)
    shapes = "".join(_shapes(root, scale))
    size = f'cx="{scale(width)}" cy="{scale(height)}"'
    return parse_xml(
        f'<w:r {_SPACES}><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{9000 + number}" name={quoteattr(name)} descr={quoteattr(told)}/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">'
        f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        f'<a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:t>{escape(told)}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _shapes(root: ElementTree.Element, scale: _Scale) -> Iterator[str]:
    for element in root:
        kind = element.tag.removeprefix(_SVG)
        get = element.attrib.get
        if kind == "rect":
            x, y, width, height = (float(get(key, "0")) for key in ("x", "y", "width", "height"))
            rounded = "roundRect" if get("rx") and height > 4 else "rect"
            geometry = f'<a:prstGeom prst="{rounded}"><a:avLst/></a:prstGeom>'
            yield _shape(scale, x, y, width, height, geometry, _paint(element, scale))
        elif kind == "circle":
            x, y, r = (float(get(key, "0")) for key in ("cx", "cy", "r"))
            geometry = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
            yield _shape(scale, x - r, y - r, 2 * r, 2 * r, geometry, _paint(element, scale))
        elif kind == "path":
            yield from _path(element, scale)
        elif kind == "text":
            yield _words(element, scale)


def _paint(element: ElementTree.Element, scale: _Scale) -> str:
    """Fill and outline."""
    get = element.attrib.get
    fill, stroke = get("fill", "#000000"), get("stroke", "none")
    alpha = f'<a:alpha val="{round(float(get("opacity", "1")) * 100_000)}"/>'
    filled = f'<a:solidFill><a:srgbClr val="{fill[1:].upper()}">{alpha}</a:srgbClr></a:solidFill>'
    line = "<a:ln><a:noFill/></a:ln>"
    if stroke != "none":
        dash = '<a:prstDash val="dash"/>' if get("stroke-dasharray") else ""
        colour = f'<a:solidFill><a:srgbClr val="{stroke[1:].upper()}"/></a:solidFill>'
        line = f'<a:ln w="{max(3000, scale(float(get("stroke-width", "1")) * 0.8))}">{colour}{dash}</a:ln>'
    return ("<a:noFill/>" if fill == "none" else filled) + line


def _shape(scale: _Scale, x: float, y: float, width: float, height: float, geometry: str, rest: str) -> str:
    number = next(scale.ids)
    place = f'<a:off x="{scale(x)}" y="{scale(y)}"/><a:ext cx="{max(0, scale(width))}" cy="{max(0, scale(height))}"/>'
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="s{number}"/><wps:cNvSpPr/><wps:spPr><a:xfrm>{place}</a:xfrm>'
        f"{geometry}{rest}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _path(element: ElementTree.Element, scale: _Scale) -> Iterator[str]:
    """A line or an outline of straight pieces."""
    points, closed = _points(element.get("d", ""))
    if len(points) < 2:
        return
    left, top = min(x for x, _y in points), min(y for _x, y in points)
    width, height = max(x for x, _y in points) - left, max(y for _x, y in points) - top
    steps = [f'<a:pt x="{scale(x - left)}" y="{scale(y - top)}"/>' for x, y in points]
    drawn = f"<a:moveTo>{steps[0]}</a:moveTo>" + "".join(f"<a:lnTo>{step}</a:lnTo>" for step in steps[1:])
    fill = "" if closed else ' fill="none"'
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{max(1, scale(width))}" h="{max(1, scale(height))}"{fill}>{drawn}'
        f"{'<a:close/>' if closed else ''}</a:path></a:pathLst></a:custGeom>"
    )
    if not closed and "fill" not in element.attrib:
        element.set("fill", "none")
    yield _shape(scale, left, top, width, height, geometry, _paint(element, scale))


def _points(path: str) -> tuple[list[Point], bool]:
    """The corners of a path and whether it is closed."""
    points: list[Point] = []
    closed = False
    for letter, rest in _STEP.findall(path):
        numbers = [float(each) for each in _NUMBER.findall(rest)]
        x, y = points[-1] if points else (0.0, 0.0)
        match letter:
            case "M" | "L":
                points += list(zip(numbers[::2], numbers[1::2], strict=True))
            case "l":
                for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                    x, y = x + dx, y + dy
                    points.append((x, y))
            case "H" | "h":
                points.append((numbers[0] if letter == "H" else x + numbers[0], y))
            case "V" | "v":
                points.append((x, numbers[0] if letter == "V" else y + numbers[0]))
            case _:
                closed = True
    return points, closed


def _words(element: ElementTree.Element, scale: _Scale) -> str:
    """Text on its baseline, in a box that is wide enough and has no margins."""
    get, text = element.attrib.get, element.text or ""
    size, bold = float(get("font-size", "12")), "font-weight" in element.attrib
    width = len(text) * size * _LETTER * (_BOLD if bold else 1) + size
    x, y = float(get("x", "0")), float(get("y", "0")) - size * 1.08
    anchor = get("text-anchor", "start")
    x -= width if anchor == "end" else width / 2 if anchor == "middle" else 0
    points = max(8, round(size * scale.unit / 12_700 * 2))
    letters = (
        f'<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>{"<w:b/>" if bold else ""}'
        f'<w:color w:val="{get("fill", "#000000")[1:].upper()}"/><w:sz w:val="{points}"/>'
        f'<w:szCs w:val="{points}"/></w:rPr>'
    )
    place = {"end": "right", "middle": "center"}.get(anchor, "left")
    paragraph = (
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="{place}"/>'
        f'</w:pPr><w:r>{letters}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )
    number = next(scale.ids)
    box = f'<a:off x="{scale(x)}" y="{scale(y)}"/><a:ext cx="{scale(width)}" cy="{scale(size * 1.5)}"/>'
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="t{number}"/><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>{box}</a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f'<wps:txbx><w:txbxContent>{paragraph}</w:txbxContent></wps:txbx><wps:bodyPr wrap="none" lIns="0" tIns="0" '
        'rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )
