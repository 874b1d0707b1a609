"""The names under an upright chart: whole where they fit, else in two lines, slanted, thinned."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from clinicmgr.paper.document import Chart
from clinicmgr.paper.pdf.chart.look import AXIS
from clinicmgr.paper.pdf.chart.plot import Plot
from clinicmgr.paper.pdf.lines import Lines, broken, elided, longest_word
from clinicmgr.paper.pdf.pen import Pen
from clinicmgr.paper.scale import crowded

_SLANT, _LONGEST, _LEAST = 55.0, 96.0, 11.0
_COS, _SIN = math.cos(math.radians(_SLANT)), math.sin(math.radians(_SLANT))


@dataclass(frozen=True, slots=True)
class Names:
    """How the names are written: ``every`` n-th, in lines under each other or slanted."""

    texts: tuple[Lines, ...]
    every: int
    slanted: bool
    height: float
    before: float = 0
    """Points that the first name needs to the left of its category's middle."""

    def draw(self, pen: Pen, plot: Plot) -> None:
        """Write the names under the plot."""
        for place in range(0, len(self.texts), self.every):
            lines, center = self.texts[place], plot.center(place)
            if not lines.lines:
                continue
            if self.slanted:
                pen.slanted(center + 3, plot.bottom + 8, lines.lines[0], AXIS, _SLANT)
                continue
            half = max(AXIS.width(line) for line in lines.lines) / 2
            middle = max(plot.left + half, min(center, plot.right - half))
            pen.lines(middle - half, plot.bottom + 3.5, lines, 2 * half, "center")


def names(item: Chart, wide: float) -> Names:
    """Choose how names are written under categories that share ``wide`` points.

    Along a line (time, as a rule) names are left out before they are slanted; bars are each named
    as long as there is room for slanted letters.
    """
    step = wide / max(len(item.categories), 1)
    whole = [_lines(elided(text, AXIS, max(wide, 30))) for text in item.categories]
    widest = max((AXIS.width(text) for text in item.categories), default=0)
    if widest <= step - 5:
        return Names(tuple(whole), 1, slanted=False, height=15)
    parted = [broken(text, AXIS, step - 5) for text in item.categories]
    words = max(longest_word(text, AXIS) for text in item.categories)
    if words <= step - 5 and max(len(lines.lines) for lines in parted) <= 3:
        return Names(tuple(parted), 1, slanted=False, height=6 + max(p.height for p in parted))
    if widest <= 48 and (item.kind == "line" or step < _LEAST):
        every = crowded([widest], step)
        return Names(tuple(whole), every, slanted=False, height=15)
    return _slanted(item.categories, step, wide)


def _slanted(texts: Sequence[str], step: float, wide: float) -> Names:
    longest = min(_LONGEST, wide * 0.3)
    short = [elided(text, AXIS, longest) for text in texts]
    widths = [AXIS.width(text) for text in short]
    before = max(wide * _COS - (place + 0.5) * step for place, wide in enumerate(widths))
    high = max(widths) * _SIN + 14
    every = max(1, math.ceil(_LEAST / max(step, 0.01)))
    return Names(tuple(map(_lines, short)), every, slanted=True, height=high, before=before)


def _lines(text: str) -> Lines:
    return Lines(AXIS, (text,) if text else ())
