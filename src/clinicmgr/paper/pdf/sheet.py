"""The days of a grid that stand beside each other, and the lines and shades they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clinicmgr.paper.grid import Grid, GridColumn
from clinicmgr.paper.pdf.measure import Plan
from clinicmgr.paper.pdf.pen import HAIR, Pen

_SHADE = "#e6e9ec"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The days of a grid that stand beside each other on one page."""

    grid: Grid
    plan: Plan
    days: range
    folded: bool

    @property
    def room(self) -> float:
        """Width of the names and these days in points."""
        return self.plan.head + self.plan.day * len(self.days)

    @property
    def columns(self) -> tuple[GridColumn, ...]:
        """The heads of these days."""
        return self.grid.columns[self.days.start : self.days.stop]

    def left(self, place: int) -> float:
        """Where a day starts, from the left of the grid."""
        return self.plan.head + self.plan.day * place


def shade(pen: Pen, sheet: Sheet, x: float, top: float, high: float) -> None:
    """Shade the closed days of a strip."""
    for place, column in enumerate(sheet.columns):
        if column.closed:
            pen.box(x + sheet.left(place), top, sheet.plan.day, high, fill=_SHADE)


def uprights(
    pen: Pen, sheet: Sheet, x: float, top: float, high: float, spans: Sequence[int] = ()
) -> None:
    """Draw the lines between days; none inside an entry that spans several."""
    for place in range(len(sheet.days)):
        if spans and not spans[place]:
            continue
        at = x + sheet.left(place)
        pen.line(at, top, at, top + high, color=HAIR, weight=0.5)
