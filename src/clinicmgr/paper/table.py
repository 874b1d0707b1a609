"""Table values: typed cells, so that CSV and Excel carry real numbers while the PDF shows text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

Value = str | int | bool | Decimal | date | datetime | None

Kind = Literal["text", "whole", "number", "percent", "money", "hours", "day"]
"""What a column holds.

text: str. whole: int. number: Decimal. percent: Decimal share (``Decimal("0.87")`` is 87 %).
money: int cents. hours: int minutes, shown as "37:30". day: ``date``.
A str in any column is shown as it is ("n/a"); None is an empty cell.
"""

Align = Literal["auto", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``width`` is its share of the page width (0..1), None means by content."""

    title: str
    kind: Kind = "text"
    align: Align = "auto"
    width: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that needs its own wording (``text``, in print) or emphasis; else give the value."""

    value: Value
    text: str | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    ``group`` rows are a heading over the rows that follow: only the first cell is used.
    ``note`` is a small line under the row, as wide as the table.
    """

    cells: tuple[Value | Cell, ...]
    kind: Literal["normal", "group", "total"] = "normal"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; the heads are repeated on every page, groups stay with their first row.

    ``empty`` is printed when there are no rows; ``headless`` hides the column titles in print
    (label and value sheets); ``title`` names the Excel sheet and is printed above when given.
    ``footnote`` stands at the foot of the page on which the table begins.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    empty: str = ""
    headless: bool = False
    footnote: str = ""


def value_of(cell: Value | Cell) -> Value:
    """The typed value inside a cell that may be plain or wrapped."""
    return cell.value if isinstance(cell, Cell) else cell
