"""A table as it stands in a file, before anybody knows what its columns mean."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

Cell = str | float | bool | date | time | timedelta | None  # an int is a float, a datetime a date


@dataclass(frozen=True, slots=True)
class Line:
    """One row with its number in the file, counted from 1 as spreadsheets and editors do."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a table that are not empty; the one at `header_at` has the headings.

    `notes` are sentences about what was noticed while reading, for the person to see.
    """

    name: str
    lines: tuple[Line, ...]
    header_at: int = 0
    notes: tuple[str, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        """The headings; empty ones at the end are left out."""
        headings = [text_of(cell) for cell in self.lines[self.header_at].cells]
        while headings and not headings[-1]:
            headings.pop()
        return tuple(headings)

    @property
    def rows(self) -> tuple[Line, ...]:
        """The lines below the headings."""
        return self.lines[self.header_at + 1 :]

    def with_cell(self, number: int, column: int, cell: Cell) -> "Sheet":
        """Return this sheet with another value in one cell of the line with that number."""
        return replace(self, lines=tuple(self._edited(number, column, cell)))

    def _edited(self, number: int, column: int, cell: Cell) -> Iterable[Line]:
        for line in self.lines:
            if line.number == number:
                cells = [*line.cells, *[None] * (column + 1 - len(line.cells))]
                cells[column] = cell
                yield Line(number, tuple(cells))
            else:
                yield line


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_of(cell: Cell) -> str:
    """Return a cell as one line of text; whole numbers have no ".0"."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def lines_of(rows: Iterable[tuple[int, Iterable[Cell]]]) -> tuple[Line, ...]:
    """Return the lines that have anything in them."""
    numbered = ((number, tuple(cells)) for number, cells in rows)
    return tuple(Line(number, cells) for number, cells in numbered if not all(map(is_blank, cells)))
