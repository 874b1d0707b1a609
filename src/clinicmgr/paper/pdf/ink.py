"""Stripes and signs that stay apart in black and white: a color, a pattern, a dark outline."""

from __future__ import annotations

from collections.abc import Callable

from clinicmgr.kernel.colors import PATTERNS, CategoryColor, category
from clinicmgr.paper.pdf.lines import Type
from clinicmgr.paper.pdf.pen import HAIR, INK, Pen

_TILE = 6.4
"""Points after which a pattern repeats across a wide area."""
Area = tuple[float, float, float, float]
"""x, top, width, height in points."""


def paler(color: str, share: float) -> str:
    """Mix "#rrggbb" with white: 0 is the color itself, 1 is white."""
    parts = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02x}" for part in parts)


def light(color: str) -> bool:
    """Say whether black shows better on the color than white (Rec. 709 luma)."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 128


def stripe(
    pen: Pen, area: Area, color: int, pattern: int | None = None, *, soft: bool = False
) -> None:
    """Fill an area with a category's color and the pattern that tells it apart in gray.

    ``soft`` draws the pattern with less contrast, for the large areas of charts.
    """
    kind = category(color)
    name = PATTERNS[pattern % len(PATTERNS)] if pattern is not None else kind.pattern
    x, top, wide, high = area
    if name == "blank":
        pen.box(x, top, wide, high, fill="#ffffff")
        pen.box(x + 0.6, top + 0.6, wide - 1.2, high - 1.2, color=kind.strong, weight=1.2)
        return
    pen.box(x, top, wide, high, fill=kind.strong)
    if name in _DRAW:
        count = max(1, round(wide / _TILE))
        with pen.inside(*area):
            for number in range(count):
                tile = (x + number * wide / count, top, wide / count, high)
                _DRAW[name](pen, tile, _pattern_ink(kind, soft=soft))


def _pattern_ink(kind: CategoryColor, *, soft: bool) -> str:
    if light(kind.strong):
        return paler(kind.text, 0.35) if soft else kind.text
    return paler(kind.strong, 0.72) if soft else "#ffffff"


def hatch(pen: Pen, area: Area, color: str = HAIR, step: float = 4.5) -> None:
    """Fill an area with thin slanted lines."""
    x, top, wide, high = area
    count = int((wide + high) / step) + 1
    starts = [x - high + number * step for number in range(count)]
    with pen.inside(*area):
        pen.strokes([(at, top + high, at + high, top) for at in starts], color=color, weight=0.35)


def badge(pen: Pen, x: float, y: float, radius: float) -> None:
    """Draw the sign of a conflict, a black disc with an exclamation mark, centered at x, y."""
    pen.circle(x, y, radius, INK)
    face = Type("Bold", radius * 1.75, "#ffffff")
    pen.aligned(x - radius, y + radius * 0.57, "!", face, 2 * radius, "center")


def _diagonal(pen: Pen, area: Area, ink: str) -> None:
    x, top, wide, high = area
    place = top - wide
    while place < top + high:
        pen.line(x, place + wide, x + wide, place, color=ink, weight=1.1)
        place += 4.2


def _dots(pen: Pen, area: Area, ink: str) -> None:
    x, top, wide, high = area
    place = top + 2.2
    while place < top + high:
        pen.circle(x + wide / 2, place, min(1.25, wide / 4), ink)
        place += 4.4


def _horizontal(pen: Pen, area: Area, ink: str) -> None:
    x, top, wide, high = area
    place = top + 2.4
    while place < top + high:
        pen.line(x, place, x + wide, place, color=ink, weight=1.1)
        place += 3.6


def _vertical(pen: Pen, area: Area, ink: str) -> None:
    x, top, wide, high = area
    pen.line(x + wide / 2, top, x + wide / 2, top + high, color=ink, weight=wide * 0.26)


def _cross(pen: Pen, area: Area, ink: str) -> None:
    x, top, wide, high = area
    place = top
    while place < top + high:
        pen.line(x, place, x + wide, place + wide, color=ink, weight=0.9)
        pen.line(x + wide, place, x, place + wide, color=ink, weight=0.9)
        place += wide


def _grid(pen: Pen, area: Area, ink: str) -> None:
    _vertical(pen, area, ink)
    _horizontal(pen, area, ink)


_DRAW: dict[str, Callable[[Pen, Area, str], None]] = {
    "diagonal": _diagonal,
    "dots": _dots,
    "horizontal": _horizontal,
    "vertical": _vertical,
    "cross": _cross,
    "grid": _grid,
}
