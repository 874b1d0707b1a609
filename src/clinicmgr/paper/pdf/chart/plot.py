"""The area of an upright chart's values, in points on the page."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from clinicmgr.paper.document import Chart


@dataclass(frozen=True, slots=True)
class Plot:
    """Where values and categories stand; ``marks`` are the round values of the axis."""

    chart: Chart
    left: float
    top: float
    wide: float
    high: float
    marks: tuple[float, ...]
    language: str

    @property
    def right(self) -> float:
        """The right end in points."""
        return self.left + self.wide

    @property
    def bottom(self) -> float:
        """The lower end in points."""
        return self.top + self.high

    @property
    def step(self) -> float:
        """Width of one category in points."""
        return self.wide / max(len(self.chart.categories), 1)

    def y(self, value: float | Decimal) -> float:
        """Where a value stands, from the top of the page."""
        low, top = self.marks[0], self.marks[-1]
        return self.top + self.high * (1 - (float(value) - low) / (top - low))

    def center(self, place: int) -> float:
        """The middle of a category, from the left of the page."""
        return self.left + self.step * (place + 0.5)
