"""Bars to the right, one row a name: people, rooms, accounts. The rows may go on over pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from clinicmgr.paper.document import Chart
from clinicmgr.paper.pdf.chart.look import AXIS, BASE, GRID, NAME, VALUE, bar, limit_look
from clinicmgr.paper.pdf.lines import Lines, broken
from clinicmgr.paper.pdf.pen import Pen
from clinicmgr.paper.pdf.slices import Draw, Head, Slice
from clinicmgr.paper.scale import axis_labels, columns, crowded, reach, ticks, value_words

_SHARE, _THICK, _THIN, _AROUND, _BELOW = 0.36, 15.0, 8.0, 5.0, 4.0
_MOST = 24
"""Lines of a name that stay together."""
_ALONE = 0.7
"""Share of a page up to which all rows stay together."""
Values = tuple[int | float | Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where the values stand, in points from the left of the chart."""

    chart: Chart
    marks: tuple[float, ...]
    left: float
    wide: float
    names: float
    """Width of the names."""
    words: Callable[[float | Decimal], str]
    """Writes a value."""

    def x(self, value: float | Decimal) -> float:
        low, top = self.marks[0], self.marks[-1]
        return self.left + self.wide * (float(value) - low) / (top - low)


def sideways(item: Chart, room: float, high: float, language: str, gap: float) -> Iterator[Slice]:
    """One slice a name below the axis, which comes again on each page."""
    scale = _scale(item, room, language)
    names = [broken(name, NAME, scale.names - 8) for name in item.categories]
    thick = _thickness(item)
    heads = (_axis(scale, language),)
    rows = [
        piece
        for name, values in zip(names, columns(item), strict=True)
        for piece in _row(scale, name, values, thick, heads)
    ]
    together = heads[0].height + sum(row.height for row in rows) <= high * _ALONE
    for number, row in enumerate(rows):
        yield Slice(
            row.height + (_BELOW if number == len(rows) - 1 else 0),
            row.draw,
            gap=gap if number == 0 else 0,
            keep=together and number < len(rows) - 1,
            heads=heads,
        )


def _thickness(item: Chart) -> float:
    """Points of one bar: as thick as the height asks for, within what looks well."""
    bars = max(len(item.categories) * len(item.series), 1)
    asked = (item.height * 72 / 25.4 - len(item.categories) * _AROUND) / bars
    return min(max(asked, _THIN), _THICK)


def _scale(item: Chart, room: float, language: str) -> _Scale:
    """The names get what they need up to a share of the width, the values what they need."""
    widest = max(NAME.width(line) for name in item.categories for line in name.split("\n"))
    left = min(widest + 8, room * _SHARE)
    marks = ticks(*reach(item), item.measure)
    known = [value for one in item.series for value in one.values if value is not None]
    words = value_words(item, language)
    beside = max(VALUE.width(words(value)) for value in known) + 5
    before = beside if any(value < 0 for value in known) else 0
    wide = max(room - left - before - beside, room * 0.15)
    return _Scale(item, marks, left + before, wide, left, words)


def _axis(scale: _Scale, language: str) -> Head:
    """Round values above the bars."""
    labels = axis_labels(scale.chart, scale.marks, language)
    step = scale.wide / max(len(labels) - 1, 1)
    every = crowded((AXIS.width(label) for label in labels), step)

    def draw(pen: Pen, x: float, top: float, _continued: bool) -> None:
        for place in range(0, len(labels), every):
            at, wide = x + scale.x(scale.marks[place]), AXIS.width(labels[place])
            pen.text(at - wide / 2, top + 8, labels[place], AXIS)

    return Head(13, draw)


def _row(
    scale: _Scale, name: Lines, values: Values, thick: float, heads: tuple[Head, ...]
) -> Iterator[Slice]:
    bars = thick * len(values)
    for start in range(0, max(len(name.lines), 1), _MOST):
        part = name.cut(start, _MOST)
        high = max(bars if start == 0 else 0, part.height) + _AROUND
        shown = values if start == 0 else ()
        yield Slice(high, _drawn(scale, part, shown, thick, high), heads=heads)


def _drawn(scale: _Scale, name: Lines, values: Values, thick: float, high: float) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        for mark in scale.marks:
            at = x + scale.x(mark)
            pen.line(at, top, at, top + high, **(BASE if mark == 0 else GRID))
        pen.lines(x, top + (high - name.height) / 2, name)
        at = top + (high - thick * len(values)) / 2
        for number, value in enumerate(values):
            if value is not None:
                _bar(pen, scale, number, value, (x, at, thick))
            at += thick
        for limit in scale.chart.limits:
            across = x + scale.x(limit.value)
            pen.line(across, top, across, top + high, **limit_look(limit))
        for number, value in enumerate(values):
            if value is not None:
                base = top + (high - thick * len(values)) / 2 + thick * (number + 0.5) + 2.6
                _label(pen, scale, value, x, base)

    return draw


def _bar(
    pen: Pen,
    scale: _Scale,
    number: int,
    value: float | Decimal,
    place: tuple[float, float, float],
) -> None:
    x, top, thick = place
    first, last = sorted((scale.x(0), scale.x(value)))
    if value:
        bar(pen, scale.chart, number, (x + first, top, last - first, thick - 0.8))


def _label(pen: Pen, scale: _Scale, value: float | Decimal, x: float, base: float) -> None:
    text = scale.words(value)
    wide = VALUE.width(text)
    left = x + scale.x(value) + (3 if value >= 0 else -3 - wide)
    pen.box(left - 0.5, base - 6.2, wide + 1, 7.6, fill="#ffffff")
    pen.text(left, base, text, VALUE)
