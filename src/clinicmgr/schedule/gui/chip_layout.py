"""Where the chips stand in a cell: the painter and the mouse ask the same question."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect

INSET = 3
GAP = 2
_LINE = 17  # the least height of a chip that stands above another one
_HALF = 31  # the least width of a chip that stands beside another one


@lru_cache(maxsize=1024)
def chip_rects(width: int, height: int, count: int) -> tuple[QRect, ...]:
    """The places of the chips in a cell of this size.

    Fewer than `count` where there is no room: the last place then says how many are left over.
    """
    if count == 0:
        return ()
    room = QRect(INSET, INSET, width - 2 * INSET - 1, height - 2 * INSET - 1)
    rows = min(count, max(1, room.height() // _LINE))
    columns = 1
    if count > rows and room.width() >= 2 * _HALF:
        columns = 2
        rows = min(rows, -(-count // columns))
    elif count > rows == 1:
        rows = 2
    return tuple(_slot(room, number, rows, columns) for number in range(min(count, rows * columns)))


def open_row_height(row_height: int, most: int) -> int:
    """The height of the row of open shifts when one day has `most` of them."""
    return max(row_height, min(most, 4) * 20 + 2 * INSET)


def _slot(room: QRect, number: int, rows: int, columns: int) -> QRect:
    row, column = divmod(number, columns)
    wide = (room.width() - GAP * (columns - 1)) // columns
    top = room.top() + (room.height() + GAP) * row // rows
    bottom = room.top() + (room.height() + GAP) * (row + 1) // rows - GAP
    return QRect(room.left() + column * (wide + GAP), top, wide, bottom - top)
