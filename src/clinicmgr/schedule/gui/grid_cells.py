"""The cells that are shown, by row and column: their shifts, words, and what is typed where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.gui.entering import Target
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_view import CellView, RosterView, RowView
from clinicmgr.schedule.records import Shift

Block = tuple[Sequence[int], Sequence[int]]
"""Rows (headings left out) and columns."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Answers from what is shown at the moment; `position` is the one that the filter leaves."""

    read_material: Callable[[], RosterMaterial]
    read_view: Callable[[], RosterView]
    position: Callable[[], int | None]

    @property
    def material(self) -> RosterMaterial:
        """What is shown, as it was read."""
        return self.read_material()

    @property
    def view(self) -> RosterView:
        """What is shown, as it is drawn."""
        return self.read_view()

    def cell(self, row: int, column: int) -> CellView:
        """One cell; IndexError if there is none."""
        return self.view.rows[row].cells[column]

    def places(self, block: Block) -> Iterator[tuple[int, int]]:
        """The rows and columns of a block, line by line."""
        return ((row, column) for row in block[0] for column in block[1])

    def ids(self, block: Block) -> list[int]:
        """The shifts of a block."""
        return [one for place in self.places(block) for one in self.cell(*place).shift_ids]

    def shifts(self, row: int, column: int) -> list[Shift]:
        """The shifts of a cell, in order of time."""
        return self.material.some(self.cell(row, column).shift_ids)

    def target(self, row: int, column: int) -> Target:
        """The cell as something that is typed into."""
        return Target(
            self.view.rows[row].member_id,
            self.view.days[column].day,
            self.cell(row, column).shift_ids,
            self.position(),
            self.view.rows[row].aim,
        )

    def at(self, row: RowView, day: date) -> tuple[int, int]:
        """The number of a row and of the column of a day."""
        return self.view.row_of(row.key), self.view.column_of(day)

    def named(self, row: int, column: int) -> str:
        """A cell in words: "Bob Roy, Thu, Nov 19"."""
        view = self.view
        return _("{who}, {day}").format(who=view.rows[row].title, day=view.days[column].name)

    def rows_from(self, row: int) -> list[int]:
        """The rows from this one on, without headings."""
        rows = self.view.rows
        return [at for at in range(row, len(rows)) if rows[at].kind != "group"]

    def moved(self, row: int, column: int, by: tuple[int, int]) -> tuple[int, int] | None:
        """The cell so many rows (headings do not count) and columns on; None if there is none."""
        rows = self.rows_from(0)
        at = rows.index(row) + by[0]
        if not 0 <= at < len(rows) or not 0 <= column + by[1] < len(self.view.days):
            return None
        return rows[at], column + by[1]
