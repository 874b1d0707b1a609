"""Bars, stacks and lines over categories that stand beside each other."""

from __future__ import annotations

from clinicmgr.paper.document import Chart
from clinicmgr.paper.pdf.chart.bars import draw_bars, labeled
from clinicmgr.paper.pdf.chart.ends import draw_ends, ends_width
from clinicmgr.paper.pdf.chart.limits import draw_limits
from clinicmgr.paper.pdf.chart.look import AXIS, BASE, GRID, marker, stroke
from clinicmgr.paper.pdf.chart.names import Names, names
from clinicmgr.paper.pdf.chart.plot import Plot
from clinicmgr.paper.pdf.pen import Pen
from clinicmgr.paper.pdf.slices import Slice
from clinicmgr.paper.scale import axis_labels, reach, ticks

_LEAST = 70.0


def upright(item: Chart, room: float, high: float, language: str, gap: float) -> Slice:
    """The drawing as one slice, at most ``high`` points."""
    marks = ticks(*reach(item), item.measure)
    axis = axis_labels(item, marks, language)
    left = max(AXIS.width(label) for label in axis) + 8
    right = ends_width(item, room)
    under = names(item, room - left - right)
    if under.before > left:
        left = under.before
        under = names(item, room - left - right)
    tall = max(min(item.height * 72 / 25.4 + max(under.height - 15, 0), high), _LEAST)

    def draw(pen: Pen, x: float, top: float) -> None:
        wide = room - left - right
        plot = Plot(item, x + left, top + 10, wide, tall - 10 - under.height, marks, language)
        _draw(pen, plot, axis, under, room)

    return Slice(tall, draw, gap=gap)


def _draw(pen: Pen, plot: Plot, axis: list[str], under: Names, room: float) -> None:
    for mark, label in zip(plot.marks, axis, strict=True):
        at = plot.y(mark)
        pen.line(plot.left, at, plot.right, at, **(BASE if mark == 0 else GRID))
        pen.aligned(plot.left - 5, at + 2.8, label, AXIS, 0, "right")
    under.draw(pen, plot)
    item = plot.chart
    if item.kind == "line":
        draw_limits(pen, plot)
        _lines(pen, plot)
    else:
        draw_bars(pen, plot)
        draw_limits(pen, plot)
        labeled(pen, plot)
    draw_ends(pen, plot, room)


def _lines(pen: Pen, plot: Plot) -> None:
    item = plot.chart
    for number, series in enumerate(item.series):
        stretch: list[tuple[float, float]] = []
        for place, value in enumerate((*series.values[: len(item.categories)], None)):
            if value is not None:
                stretch.append((plot.center(place), plot.y(value)))
                continue
            if len(stretch) > 1:
                stroke(pen, item, number, stretch)
            if plot.step > 7 or len(stretch) == 1:
                for x, y in stretch:
                    marker(pen, item, number, x, y)
            stretch = []
