"""How series look: a color, and a pattern or dash and marker that tell them apart in gray."""

from __future__ import annotations

from clinicmgr.kernel.colors import PATTERNS, category
from clinicmgr.paper.document import Chart, Limit
from clinicmgr.paper.pdf.ink import Area, stripe
from clinicmgr.paper.pdf.lines import Type
from clinicmgr.paper.pdf.pen import INK, QUIET, Look, Pen
from clinicmgr.paper.scale import distinct

AXIS, VALUE = Type("Regular", 8, QUIET, 1.2), Type("Semibold", 7.5, INK, 1.2)
NAME, LIMIT, TARGET = Type("Regular", 8.5, INK), Type("Semibold", 7.5, INK), Type("Bold", 7.5, INK)
GRID: Look = {"color": "#d4dadd", "weight": 0.4}
BASE: Look = {"color": INK, "weight": 0.8}
_DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2), (1.5, 1.5), (7, 2, 1.5, 2))


def bar(pen: Pen, item: Chart, number: int, area: Area) -> None:
    """Fill the area of a bar; a flat one, or one of a single series, needs no pattern."""
    color = distinct(item)[number]
    x, top, wide, high = area
    if min(wide, high) < 2 or len(item.series) == 1:
        pen.box(x, top, max(wide, 0.4), max(high, 0.4), fill=category(color).strong)
        return
    stripe(pen, area, color, (color + color // len(PATTERNS)) % len(PATTERNS), soft=True)


def stroke(pen: Pen, item: Chart, number: int, points: list[tuple[float, float]]) -> None:
    """Draw a line through points with the dashes of its series."""
    color = category(distinct(item)[number]).strong
    pen.path(points, color=color, weight=1.6, dash=_DASHES[number % len(_DASHES)])


def marker(pen: Pen, item: Chart, number: int, x: float, y: float) -> None:
    """Disc, square, triangle, diamond; other pairs of dash and marker after the fourth series."""
    strong, size = category(distinct(item)[number]).strong, 2.7
    match (number + number // 4) % 4:
        case 0:
            pen.circle(x, y, size, strong)
        case 1:
            pen.box(x - size, y - size, 2 * size, 2 * size, fill=strong)
        case 2:
            pen.path([(x, y - 3.4), (x + 3, y + 2), (x - 3, y + 2)], fill=strong)
        case _:
            pen.path([(x, y - 3.6), (x + 3.6, y), (x, y + 3.6), (x - 3.6, y)], fill=strong)


def limit_look(limit: Limit) -> Look:
    """A target is a whole line, another limit a dashed one."""
    if limit.is_target:
        return {"color": INK, "weight": 1.3}
    return {"color": INK, "weight": 0.9, "dash": (4, 2)}


def limit_face(limit: Limit) -> Type:
    """The letters of its name."""
    return TARGET if limit.is_target else LIMIT
