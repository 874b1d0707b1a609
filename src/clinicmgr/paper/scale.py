"""Round numbers for the axis of a chart."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from clinicmgr.paper.document import Chart
from clinicmgr.paper.table import Kind
from clinicmgr.paper.wording import show

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_LARGE = 100_000
"""Cents from which bars are labeled without cents."""
_HOUR_STEPS = (15, 30, 60, 120, 240, 300, 600, 1200, 2400, 4800, 6000, 12000)


def ticks(low: float, high: float, kind: Kind = "number", wanted: int = 5) -> tuple[float, ...]:
    """Return about ``wanted`` round values that enclose low..high; whole hours for minutes."""
    if high <= low:
        high = low + 1
    step = _step((high - low) / wanted, kind)
    first = math.floor(low / step + 1e-9)
    last = math.ceil(high / step - 1e-9)
    return tuple(number * step for number in range(first, last + 1))


def _step(rough: float, kind: Kind) -> float:
    if kind == "hours":
        return next(
            (float(step) for step in _HOUR_STEPS if step >= rough), 60.0 * _nice(rough / 60)
        )
    if kind == "whole":
        return max(1.0, round(_nice(rough)))
    return _nice(rough)


def _nice(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * 0.999)


def reach(chart: Chart) -> tuple[float, float]:
    """Return the lowest and highest value a chart must show; bars always include zero."""
    found = [float(limit.value) for limit in chart.limits]
    if chart.kind == "stacked":
        for column in columns(chart):
            numbers = [float(value) for value in column if value is not None]
            found.append(sum(number for number in numbers if number > 0))
            found.append(sum(number for number in numbers if number < 0))
    else:
        found += [float(v) for s in chart.series for v in s.values if v is not None]
    if not found:
        return 0.0, 1.0
    low, high = min(found), max(found)
    if chart.kind != "line" or 0 < low < (high - low) * 2:
        low = min(low, 0)
    return low, max(high, 0.0) if chart.kind != "line" else high


def columns(chart: Chart) -> list[tuple[int | float | Decimal | None, ...]]:
    """Return the values of all series for each category; missing ones are None."""
    return [
        tuple(_at(series.values, place) for series in chart.series)
        for place in range(len(chart.categories))
    ]


def _at(
    values: tuple[int | float | Decimal | None, ...], place: int
) -> int | float | Decimal | None:
    return values[place] if place < len(values) else None


def typed(value: float | Decimal, kind: Kind) -> int | Decimal:
    """Return a chart's number as a table cell of that kind holds it."""
    if kind in {"money", "hours", "whole"}:
        return round(value)
    return value if isinstance(value, Decimal) else Decimal(repr(round(value, 10)))


def is_empty(chart: Chart) -> bool:
    """Say whether a chart has no value at all."""
    return all(value is None for column in columns(chart) for value in column)


def distinct(chart: Chart) -> tuple[int, ...]:
    """Return a color for each series: as given, or by place where two would look the same."""
    given = tuple(series.color for series in chart.series)
    return given if len(set(given)) == len(given) else tuple(range(len(given)))


def axis_labels(chart: Chart, marks: Sequence[float], language: str) -> list[str]:
    """Return the words of an axis; whole amounts of money need no cents."""
    if chart.measure == "money" and all(mark % 100 == 0 for mark in marks):
        return [show(round(mark / 100), "whole", language) for mark in marks]
    return [show(typed(mark, chart.measure), chart.measure, language) for mark in marks]


def value_words(chart: Chart, language: str) -> Callable[[float | Decimal], str]:
    """Return what writes a value at its bar: two decimals at most, large or even money whole."""
    kind = chart.measure
    known = [value for column in columns(chart) for value in column if value is not None]
    large = any(abs(float(value)) >= _LARGE for value in known)
    whole = kind == "money" and (large or all(value % 100 == 0 for value in known))

    def words(value: float | Decimal) -> str:
        if whole:
            return show(round(Decimal(value) / 100), "whole", language)
        if kind in {"number", "text"}:
            return show(round(Decimal(str(value)), 2), "number", language)
        return show(typed(value, kind), kind, language)

    return words


def crowded(labels: Iterable[float], room: float) -> int:
    """Return how many labels to skip so that the widest does not touch its neighbor."""
    widest = max(labels, default=0) + 6
    return max(1, math.ceil(widest / max(room, 0.1)))
