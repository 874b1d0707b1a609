"""Round numbers for the axis of a chart."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal

from clinicmgr.paper.document import Chart
from clinicmgr.paper.table import Kind

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
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


def crowded(labels: Iterable[float], room: float) -> int:
    """Return how many labels to skip so that the widest does not touch its neighbor."""
    widest = max(labels, default=0) + 6
    return max(1, math.ceil(widest / max(room, 0.1)))
