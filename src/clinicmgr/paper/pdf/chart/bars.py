"""Bars beside or on each other, with their values where these fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clinicmgr.paper.pdf.chart.look import VALUE, bar
from clinicmgr.paper.pdf.chart.plot import Plot
from clinicmgr.paper.pdf.ink import Area
from clinicmgr.paper.pdf.pen import Pen
from clinicmgr.paper.scale import columns, value_words

_WIDEST, _SHARE = 34.0, 0.7
_GROUND = "#ffffff"


@dataclass(frozen=True, slots=True)
class _Bar:
    """One bar: whose, from where to where, and its value."""

    number: int
    area: Area
    value: float
    center: float


def draw_bars(pen: Pen, plot: Plot) -> None:
    """Draw the bars."""
    for one in _bars(plot):
        if one.value:
            bar(pen, plot.chart, one.number, one.area)


def labeled(pen: Pen, plot: Plot) -> None:
    """Write the values when all fit: at the ends of bars; in stacks inside, the sum on top."""
    found = list(_bars(plot))
    words = value_words(plot.chart, plot.language)
    texts = [words(one.value) for one in found]
    widest = max((VALUE.width(text) for text in texts), default=0)
    if plot.chart.kind == "stacked":
        _in_stacks(pen, found, texts)
        _sums(pen, plot)
    elif found and widest <= _slot(plot) - 1:
        for one, text in zip(found, texts, strict=True):
            _x, top, _wide, high = one.area
            base = top - 2.5 if one.value >= 0 else top + high + 7.5
            _label(pen, one.center, min(base, plot.bottom - 1.5), text)


def _slot(plot: Plot) -> float:
    """Width that a label may take."""
    count = len(plot.chart.series)
    return plot.step - 4 if count == 1 else plot.step * _SHARE / max(count, 1)


def _label(pen: Pen, center: float, base: float, text: str) -> None:
    wide = VALUE.width(text)
    pen.box(center - wide / 2 - 1, base - 6.2, wide + 2, 7.6, fill=_GROUND)
    pen.text(center - wide / 2, base, text, VALUE)


def _in_stacks(pen: Pen, found: list[_Bar], texts: list[str]) -> None:
    """Only parts that are too flat go without, so that a reader does not look for the others."""
    if any(VALUE.width(text) + 3 > one.area[2] for one, text in zip(found, texts, strict=True)):
        return
    for one, text in zip(found, texts, strict=True):
        _x, top, _wide, high = one.area
        if one.value and high >= 12:
            _label(pen, one.center, top + high / 2 + 2.6, text)


def _sums(pen: Pen, plot: Plot) -> None:
    """The sums of stacks of several parts, where nothing is below zero."""
    words = value_words(plot.chart, plot.language)
    for place, values in enumerate(columns(plot.chart)):
        known = [float(value) for value in values if value]
        text = words(sum(known))
        if len(known) < 2 or min(known) < 0 or VALUE.width(text) > plot.step - 3:
            continue
        _label(pen, plot.center(place), plot.y(sum(known)) - 2.5, text)


def _bars(plot: Plot) -> Iterator[_Bar]:
    item = plot.chart
    stacked = item.kind == "stacked"
    count = 1 if stacked else max(len(item.series), 1)
    wide = min(plot.step * _SHARE / count, _WIDEST if count > 1 or stacked else _WIDEST + 8)
    for place, values in enumerate(columns(item)):
        left = plot.center(place) - wide * count / 2
        up = down = 0.0
        for number, value in enumerate(values):
            if value is None:
                continue
            base = 0.0
            if stacked:
                base = up if value > 0 else down
                up, down = up + max(float(value), 0), down + min(float(value), 0)
            at = left if stacked else left + number * wide
            first, last = plot.y(base), plot.y(base + float(value))
            area = (at, min(first, last), max(wide - 0.8, 0.3), abs(first - last))
            yield _Bar(number, area, float(value), at + (wide - 0.8) / 2)
