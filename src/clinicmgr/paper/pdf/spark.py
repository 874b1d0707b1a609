"""The small line of a tile: how a figure came to be what it is, without scale or words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from clinicmgr.paper.pdf.pen import ACCENT, HAIR, INK, Pen

_MARGIN = 2.6


def spark(
    pen: Pen,
    history: Sequence[Decimal | float | None],
    area: tuple[float, float, float, float],
) -> None:
    """Draw values from the oldest to the newest, which gets a dot; None leaves a gap."""
    x, top, wide, high = area
    numbers = [None if value is None else float(value) for value in history]
    known = [number for number in numbers if number is not None]
    low, span = min(known), (max(known) - min(known)) or 1.0
    step = (wide - 2 * _MARGIN) / max(len(numbers) - 1, 1)
    pen.line(x, top + high, x + wide, top + high, color=HAIR, weight=0.4)
    stretch: list[tuple[float, float]] = []
    last = stretch
    for place, number in enumerate([*numbers, None]):
        if number is None:
            _drawn(pen, stretch)
            last, stretch = stretch or last, []
            continue
        share = (number - low) / span if max(known) > low else 0.5
        y = top + high - _MARGIN - share * (high - 2 * _MARGIN)
        stretch.append((x + _MARGIN + place * step, y))
    pen.circle(*last[-1], 2.2, INK)


def _drawn(pen: Pen, points: Sequence[tuple[float, float]]) -> None:
    if len(points) > 1:
        pen.path(points, color=ACCENT, weight=1.1)
    elif points:
        pen.circle(*points[0], 1.1, ACCENT)
