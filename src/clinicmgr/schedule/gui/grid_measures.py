"""How high the rows and how wide the columns of a roster grid are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clinicmgr.schedule.gui.chip_layout import shared_row_height

if TYPE_CHECKING:
    from clinicmgr.schedule.gui.roster_grid import RosterGrid


def size_rows(grid: RosterGrid) -> None:
    """Give headings, people and the rows of many their heights, in the density in use."""
    style, high = grid.layout_style, grid.layout_style.row_height
    grid.people.setDefaultSectionSize(high)
    for number, row in enumerate(grid.view.rows):
        wanted = high
        if row.kind == "group":
            wanted = style.group_height
        elif row.is_shared and not (row.kind == "open" and style.codes):
            most = max((len(cell.shift_ids) for cell in row.cells), default=0)
            wanted = shared_row_height(high, most, whole=row.kind != "open")
        if grid.rowHeight(number) != wanted:
            grid.setRowHeight(number, wanted)


def share_columns(grid: RosterGrid) -> None:
    """Share the width among the days; a day is never narrower than it can be read."""
    head = grid.layout_style.head(grid.width())
    if grid.people.width() != head:
        grid.people.setFixedWidth(head)
    count = len(grid.view.days)
    room = grid.width() - head - grid.verticalScrollBar().sizeHint().width()
    for column in range(count):
        wide = room * (column + 1) // count - room * column // count
        wide = max(wide, grid.layout_style.least_column)
        if grid.columnWidth(column) != wide:
            grid.setColumnWidth(column, wide)
