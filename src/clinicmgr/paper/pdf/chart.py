"""Bars and lines as vector drawings that stay apart in gray: patterns, dashes and markers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clinicmgr.kernel.colors import category
from clinicmgr.paper.document import Chart
from clinicmgr.paper.pdf.ink import stripe
from clinicmgr.paper.pdf.lines import Lines, Type, capped, elided
from clinicmgr.paper.pdf.pen import INK, QUIET, Pen
from clinicmgr.paper.pdf.slices import Slice
from clinicmgr.paper.scale import columns, crowded, reach, ticks, typed
from clinicmgr.paper.wording import show

_TITLE, _LABEL = Type("Semibold", 10.5), Type("Regular", 8, QUIET, 1.2)
_NAME, _LIMIT = Type("Regular", 8.5, INK), Type("Semibold", 7.5, INK)
_DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2), (1.5, 1.5), (7, 2, 1.5, 2))


@dataclass(frozen=True, slots=True)
class _Plot:
    """The area of the values, in points on the page."""

    chart: Chart
    left: float
    top: float
    wide: float
    high: float
    marks: tuple[float, ...]

    def y(self, value: float | Decimal) -> float:
        low, top = self.marks[0], self.marks[-1]
        return self.top + self.high * (1 - (float(value) - low) / (top - low))

    @property
    def step(self) -> float:
        return self.wide / max(len(self.chart.categories), 1)

    def center(self, place: int) -> float:
        return self.left + self.step * (place + 0.5)


def chart(item: Chart, room: float, high: float, language: str) -> Iterator[Slice]:
    """A chart with its title and the names of its series, on one page."""
    title = capped(item.title, _TITLE, room, 4)
    key = _key(item, room)
    above = title.height + (4 if title.lines else 0) + len(key) * 13 + (4 if key else 0)
    tall = max(min(item.height * 72 / 25.4, high - above - 1), 40)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.lines(x, top, title)
        at = top + title.height + (4 if title.lines else 0)
        for row in key:
            for left, place, name in row:
                _sign(pen, item, place, x + left, at)
                pen.lines(x + left + 18, at, Lines(_NAME, (name,)))
            at += 13
        _draw(pen, item, (x, top + above, room, tall), language)

    yield Slice(above + tall, draw, gap=12)


def _key(item: Chart, room: float) -> list[list[tuple[float, int, str]]]:
    """Rows of (left, series, name)."""
    rows: list[list[tuple[float, int, str]]] = []
    used = room + 1
    for place, series in enumerate(item.series):
        name = elided(series.name, _NAME, room - 30)
        wide = 18 + _NAME.width(name) + 16
        if used + wide - 16 > room:
            rows.append([])
            used = 0
        rows[-1].append((used, place, name))
        used += wide
    return rows if any(series.name for series in item.series) else []


def _sign(pen: Pen, item: Chart, place: int, x: float, top: float) -> None:
    color = item.series[place].color
    if item.kind != "line":
        stripe(pen, (x, top + 1, 13, 8), color)
        return
    _stroke(pen, [(x, top + 5.5), (x + 14, top + 5.5)], color, place)
    _marker(pen, x + 7, top + 5.5, color, place)


def _draw(pen: Pen, item: Chart, area: tuple[float, float, float, float], language: str) -> None:
    x, top, wide, high = area
    marks = ticks(*reach(item), item.measure)
    labels = _labels(item, marks, language)
    left = max(_LABEL.width(label) for label in labels) + 8
    names = max((_LIMIT.width(elided(lim.name, _LIMIT, 90)) for lim in item.limits), default=0)
    right = names + 6 if names else 4
    plot = _Plot(item, x + left, top + 5, wide - left - right, high - 22, marks)
    for mark, label in zip(marks, labels, strict=True):
        at = plot.y(mark)
        look = {"color": INK, "weight": 0.8} if mark == 0 else {"color": "#d4dadd", "weight": 0.4}
        pen.line(plot.left, at, plot.left + plot.wide, at, **look)
        pen.aligned(x, at + 2.8, label, _LABEL, left - 5, "right")
    _categories(pen, plot)
    _lines(pen, plot) if item.kind == "line" else _bars(pen, plot)
    for limit in item.limits:
        at = plot.y(limit.value)
        pen.line(plot.left, at, plot.left + plot.wide, at, color=INK, weight=0.9, dash=(4, 2))
        pen.text(plot.left + plot.wide + 4, at + 2.6, elided(limit.name, _LIMIT, 90), _LIMIT)


def _labels(item: Chart, marks: tuple[float, ...], language: str) -> list[str]:
    """Whole amounts of money need no cents on the axis."""
    if item.measure == "money" and all(mark % 100 == 0 for mark in marks):
        return [show(round(mark / 100), "whole", language) for mark in marks]
    return [show(typed(mark, item.measure), item.measure, language) for mark in marks]


def _categories(pen: Pen, plot: _Plot) -> None:
    cap = max(plot.step - 4, 34)
    texts = [elided(text, _LABEL, cap) for text in plot.chart.categories]
    every = crowded((_LABEL.width(text) for text in texts), plot.step)
    base = plot.top + plot.high + 11
    for place, text in enumerate(texts):
        if place % every == 0:
            half = _LABEL.width(text) / 2
            at = max(plot.left, min(plot.center(place) - half, plot.left + plot.wide - 2 * half))
            pen.text(at, base, text, _LABEL)


def _bars(pen: Pen, plot: _Plot) -> None:
    item = plot.chart
    count = 1 if item.kind == "stacked" else max(len(item.series), 1)
    wide = min(plot.step * 0.7 / count, 34)
    for place, values in enumerate(columns(item)):
        left = plot.center(place) - wide * count / 2
        up = down = 0.0
        for number, value in enumerate(values):
            if value is None or not value:
                continue
            base = 0.0
            if item.kind == "stacked":
                base = up if value > 0 else down
                up, down = up + max(float(value), 0), down + min(float(value), 0)
            at = left if item.kind == "stacked" else left + number * wide
            first, last = plot.y(base), plot.y(base + float(value))
            area = (at, min(first, last), wide - 0.8, abs(first - last))
            stripe(pen, area, item.series[number].color)


def _lines(pen: Pen, plot: _Plot) -> None:
    for number, series in enumerate(plot.chart.series):
        stretch: list[tuple[float, float]] = []
        for place, value in enumerate((*series.values[: len(plot.chart.categories)], None)):
            if value is not None:
                stretch.append((plot.center(place), plot.y(value)))
                continue
            if len(stretch) > 1:
                _stroke(pen, stretch, series.color, number)
            if plot.step > 7 or len(stretch) == 1:
                for x, y in stretch:
                    _marker(pen, x, y, series.color, number)
            stretch = []


def _stroke(pen: Pen, points: list[tuple[float, float]], color: int, number: int) -> None:
    dash = _DASHES[number % len(_DASHES)]
    pen.path(points, color=category(color).strong, weight=1.6, dash=dash)


def _marker(pen: Pen, x: float, y: float, color: int, number: int) -> None:
    """Disc, square, triangle, diamond: one for each series."""
    strong, size = category(color).strong, 2.7
    match number % 4:
        case 0:
            pen.circle(x, y, size, strong)
        case 1:
            pen.box(x - size, y - size, 2 * size, 2 * size, fill=strong)
        case 2:
            pen.path([(x, y - 3.4), (x + 3, y + 2), (x - 3, y + 2)], fill=strong)
        case _:
            pen.path([(x, y - 3.6), (x + 3.6, y), (x, y + 3.6), (x - 3.6, y)], fill=strong)
