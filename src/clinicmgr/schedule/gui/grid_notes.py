"""Notes of days in the grid: a corner on the cell, the words for those who point or listen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.gui.roster_view import CellView, RosterView, RowView, member_key
from clinicmgr.schedule.records.notes import DayNote

Place = tuple[tuple[str, int], date]
_SIDE = 9


def places_of(notes: Sequence[DayNote]) -> dict[Place, str]:
    """The texts by row and day; a note for everybody stands in the row of the open shifts."""
    return {(member_key(one.member_id), one.day): one.text for one in notes}


def with_notes(view: RosterView, notes: Mapping[Place, str]) -> RosterView:
    """The view whose cells say their notes; rows without any are the very same."""
    if not notes:
        return view
    noted = {key for key, _day in notes}
    rows = (_row(view, row, notes) if row.key in noted else row for row in view.rows)
    return replace(view, rows=tuple(rows))


def paint_corner(painter: QPainter, cell: QRect, color: QColor) -> None:
    """A corner at the upper left: there is a note."""
    left, top = float(cell.left()), float(cell.top())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(
        QPolygonF([QPointF(left, top), QPointF(left + _SIDE, top), QPointF(left, top + _SIDE)])
    )


def _row(view: RosterView, row: RowView, notes: Mapping[Place, str]) -> RowView:
    cells = (
        _cell(cell, notes.get((row.key, head.day), ""))
        for cell, head in zip(row.cells, view.days, strict=True)
    )
    return replace(row, cells=tuple(cells))


def _cell(cell: CellView, note: str) -> CellView:
    if not note:
        return cell
    words = _("Note: {text}").format(text=" ".join(note.split()))
    return replace(
        cell,
        tip="\n".join(part for part in (cell.tip, _("Note: {text}").format(text=note)) if part),
        spoken=f"{cell.spoken}, {words}",
        sentences=(*cell.sentences, words),
    )
