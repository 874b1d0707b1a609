"""Who is in: what is uncovered first, then people by position, then who is off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import icons
from clinicmgr.schedule.gui.inks import elided, font, metrics
from clinicmgr.staff.records import LeaveKind
from clinicmgr.today.gui.line_list import LineList
from clinicmgr.today.gui.line_painter import LinePainter, Stroke
from clinicmgr.today.gui.presence_lines import CrewHead, OffRow, Part, PersonRow
from clinicmgr.today.records import Place, Uncovered

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_SIGN = 16
_HEAD = 30
_ROW = 27
_TEXT_LEFT = 34
_STATE = 66
_TIME = 82


class PresencePainter(LinePainter):
    """Paints people with the stripe and code of their position, as the roster does."""

    def height(self, content: Any, width: int) -> int:
        if isinstance(content, Part | CrewHead):
            return _HEAD
        if isinstance(content, Uncovered):
            box = QRect(0, 0, max(width - _TEXT_LEFT - 10, 40), 1000)
            return metrics(14).boundingRect(box, int(_WRAP), content.sentence).height() + 8
        return _ROW

    def draw(self, content: Any, stroke: Stroke) -> None:
        ways: dict[type, Callable[[Any, Stroke], None]] = {
            Part: self._part,
            CrewHead: self._crew,
            PersonRow: self._person,
            Uncovered: self._open,
            OffRow: self._off,
        }
        ways[type(content)](content, stroke)

    def _part(self, part: Part, stroke: Stroke) -> None:
        self._sign(stroke, part.icon, part.role, 8)
        _write(stroke, part.title, stroke.rect.adjusted(_TEXT_LEFT, 2, 0, 0), 13, 600, part.role)

    def _crew(self, head: CrewHead, stroke: Stroke) -> None:
        painter, inks = stroke.painter, stroke.inks
        color = head.position.color
        wide = max(26, metrics(12, 600).horizontalAdvance(head.position.code) + 14)
        chip = QRect(stroke.rect.left() + 2, stroke.rect.top() + 7, wide, 19)
        path = QPainterPath()
        path.addRoundedRect(QRectF(chip), 4, 4)
        painter.fillPath(path, inks.fill(color))
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRect(chip.left(), chip.top(), 5, chip.height()), inks.strong(color))
        painter.restore()
        painter.setFont(font(12, 600))
        painter.setPen(inks.text(color))
        painter.drawText(chip.adjusted(4, 0, 0, 0), int(_CENTER), head.position.code)
        rect = stroke.rect.adjusted(max(_TEXT_LEFT, wide + 8), 3, -10, 0)
        _write(stroke, head.position.name, rect, 13, 600, "text")
        _write(stroke, head.count, rect, 13, 400, "text_2", _RIGHT)

    def _person(self, row: PersonRow, stroke: Stroke) -> None:
        painter, rect, inks = stroke.painter, stroke.rect, stroke.inks
        gone = row.one.place is Place.GONE and bool(row.state)
        stripe = QRectF(rect.left() + 6, rect.top() + 5, 5, rect.height() - 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.strong(row.color))
        painter.drawRoundedRect(stripe, 2, 2)
        right = rect.right() - 10 - (_STATE if row.state else 0)
        inner = QRect(rect.left() + 18, rect.top(), right - rect.left() - 18, rect.height())
        third = max(0, (inner.width() - _TIME - 16) * 42 // 100)
        where = QRect(inner.right() - third, inner.top(), third, inner.height())
        when = QRect(where.left() - _TIME - 8, inner.top(), _TIME, inner.height())
        who = QRect(inner.left(), inner.top(), when.left() - 8 - inner.left(), inner.height())
        tone = "text_2" if gone else "text"
        _write(stroke, row.one.name, who, 14, 600 if row.one.place is Place.NOW else 400, tone)
        _write(stroke, row.time, when, 14, 400, tone)
        _write(stroke, row.place, where, 13, 400, "text_2")
        if row.state:
            self._state(row, stroke)

    def _state(self, row: PersonRow, stroke: Stroke) -> None:
        painter, rect, inks = stroke.painter, stroke.rect, stroke.inks
        place = QRect(rect.right() - 8 - _STATE, rect.top() + 3, _STATE, rect.height() - 6)
        if row.one.place is not Place.NOW:
            _write(stroke, row.state, place.adjusted(0, 0, -12, 0), 13, 400, "text_2", _RIGHT)
            return
        wide = metrics(12, 600).horizontalAdvance(row.state) + 18
        pill = QRectF(place.right() - wide, place.top() + 1, wide, place.height() - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks["surface" if stroke.selected else "success_soft"])
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setFont(font(12, 600))
        painter.setPen(inks["success"])
        painter.drawText(pill, int(_CENTER), row.state)

    def _open(self, one: Uncovered, stroke: Stroke) -> None:
        painter, rect, inks = stroke.painter, stroke.rect, stroke.inks
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.strong(one.position.color))
        painter.drawRoundedRect(
            QRectF(rect.left() + 6, rect.top() + 5, 5, rect.height() - 10), 2, 2
        )
        painter.setFont(font(14))
        painter.setPen(inks["text"])
        box = rect.adjusted(18, 4, -10, 0)
        painter.drawText(box, int(_WRAP), one.sentence)

    def _off(self, row: OffRow, stroke: Stroke) -> None:
        sick = row.absence.leave.kind is LeaveKind.SICK
        rect = stroke.rect.adjusted(18, 0, -10, 0)
        _write(stroke, row.absence.name, rect, 14, 400, "text")
        words = ", ".join(part for part in (row.kind, row.until) if part)
        room = rect.width() - metrics(14).horizontalAdvance(row.absence.name) - 16
        words = elided(words, room, 13)
        _write(stroke, words, rect, 13, 400, "text_2", _RIGHT)
        if sick:
            used = metrics(13).horizontalAdvance(words) + 22
            left = rect.right() - used - stroke.rect.left()
            self._sign(stroke, "sick", "text_2", left)

    @staticmethod
    def _sign(stroke: Stroke, name: str, role: str, left: int) -> None:
        painter, rect = stroke.painter, stroke.rect
        scale = painter.device().devicePixelRatioF()
        top = rect.top() + (rect.height() - _SIGN) // 2 + 1
        painter.drawPixmap(rect.left() + left, top, icons.pixmap(name, role, _SIGN, scale))


def _write(  # noqa: PLR0913, PLR0917 - where, what and how to write
    stroke: Stroke,
    text: str,
    rect: QRect,
    pixels: int,
    weight: int,
    role: str,
    align: Qt.AlignmentFlag = _LEFT,
) -> None:
    stroke.painter.setFont(font(pixels, weight))
    stroke.painter.setPen(stroke.inks[role])
    stroke.painter.drawText(rect, int(align), elided(text, rect.width(), pixels, weight))


class PresenceList(LineList):
    """Everybody who works on a day, what is uncovered, and who is off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Who is in"), PresencePainter, parent)

    def way_to(self, key: object, day: date) -> tuple[str, object]:
        """Return the page and the record that a line leads to."""
        line = next(each for each in self.lines if each.key == key)
        match line.content:
            case PersonRow(one=one):
                return "schedule", one.shift.id
            case Uncovered(shift_id=int(shift_id)):
                return "schedule", shift_id
            case OffRow(absence=absence):
                return "staff", absence.leave.member_id
        return "schedule", cast("object", day)
