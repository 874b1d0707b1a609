"""Where the chips stand in a cell: the painter and the mouse ask the same question."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect

INSET = 3
SHARED_LINE = 20
GAP = 2
_LINE = 17  # the least height of a chip that stands above another one
_HIGH = 56  # the height from which a row is one of many people's shifts
_MOST = 16  # shifts in a cell before the last place says how many more there are
_HALF = 31  # the least width of a chip that stands beside another one


@lru_cache(maxsize=1024)
def chip_rects(width: int, height: int, count: int) -> tuple[QRect, ...]:
    """The places of the chips in a cell of this size.

    Fewer than `count` where there is no room: the last place then says how many are left over.
    """
    if count == 0:
        return ()
    room = QRect(INSET, INSET, width - 2 * INSET - 1, height - 2 * INSET - 1)
    if height > _HIGH:  # beside cells with many shifts, few do not grow to fill theirs
        room.setHeight(min(room.height(), max(count, 2) * SHARED_LINE - GAP))
    rows = min(count, max(1, room.height() // _LINE))
    columns = 1
    if count > rows and room.width() >= 2 * _HALF:
        columns = 2
        rows = min(rows, -(-count // columns))
    elif count > rows == 1:
        rows = 2
    return tuple(_slot(room, number, rows, columns) for number in range(min(count, rows * columns)))


def shared_row_height(row_height: int, most: int, *, whole: bool) -> int:
    """The height of a row of many people's shifts when one day has `most` of them.

    Open shifts leave room for the people below them; `whole` rows show every shift.
    """
    return max(row_height, min(most, _MOST if whole else 4) * SHARED_LINE + 2 * INSET)


def _slot(room: QRect, number: int, rows: int, columns: int) -> QRect:
    row, column = divmod(number, columns)
    wide = (room.width() - GAP * (columns - 1)) // columns
    top = room.top() + (room.height() + GAP) * row // rows
    bottom = room.top() + (room.height() + GAP) * (row + 1) // rows - GAP
    return QRect(room.left() + column * (wide + GAP), top, wide, bottom - top)
