"""Lines across an upright chart with their names at the right."""

from __future__ import annotations

from collections.abc import Sequence

from clinicmgr.paper.document import Chart
from clinicmgr.paper.pdf.chart.look import LIMIT, limit_face, limit_look
from clinicmgr.paper.pdf.chart.plot import Plot
from clinicmgr.paper.pdf.lines import Lines, broken
from clinicmgr.paper.pdf.pen import Pen

_ROOM = 84.0


def named_beside(item: Chart) -> bool:
    """Say whether the names of the limits are short enough to stand beside their lines."""
    names = [broken(limit.name, limit_face(limit), _ROOM) for limit in item.limits]
    short = all(len(name.lines) <= 3 for name in names)
    return item.kind != "hbar" and short and sum(n.height for n in names) < room_at_right(item)


def room_at_right(item: Chart) -> float:
    """Return the points that names of limits, or of lines, may take above each other."""
    return min(item.height * 72 / 25.4, 400) * 0.45


def limit_names(item: Chart) -> list[Lines]:
    """Return the names as they stand beside the lines; empty where the key has them."""
    if not named_beside(item):
        return [Lines(LIMIT)] * len(item.limits)
    return [broken(limit.name, limit_face(limit), _ROOM) for limit in item.limits]


def width(names: Sequence[Lines]) -> float:
    """Return the points that the widest line takes."""
    return max((lines.type.width(line) for lines in names for line in lines.lines), default=0)


def draw_limits(pen: Pen, plot: Plot) -> None:
    """Draw the lines."""
    for limit in plot.chart.limits:
        at = plot.y(limit.value)
        pen.line(plot.left, at, plot.right, at, **limit_look(limit))


def spread(
    middles: Sequence[float], heights: Sequence[float], room: tuple[float, float]
) -> list[float]:
    """Return tops of labels near their middles that do not cover each other within ``room``.

    They are pushed down in the order of their middles, then up from the lower end.
    """
    order = sorted(range(len(middles)), key=lambda place: middles[place])
    tops = [middle - high / 2 for middle, high in zip(middles, heights, strict=True)]
    edge = room[0]
    for place in order:
        tops[place] = max(tops[place], edge)
        edge = tops[place] + heights[place]
    edge = room[1]
    for place in reversed(order):
        tops[place] = min(tops[place], edge - heights[place])
        edge = tops[place]
    return tops
