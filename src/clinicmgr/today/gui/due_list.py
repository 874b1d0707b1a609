"""What needs the manager: one ranked list, grouped by urgency, one button a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from clinicmgr.kernel.domain import Due, Urgency
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.qtkit import icons
from clinicmgr.qtkit.tokens import mixed
from clinicmgr.schedule.gui.inks import font, metrics
from clinicmgr.today.gui.line_list import LineList
from clinicmgr.today.gui.line_model import Line
from clinicmgr.today.gui.line_painter import LinePainter, Stroke

SIGNS: Mapping[Urgency, tuple[str, str]] = {
    Urgency.WRONG: ("error", "danger"),
    Urgency.OVERDUE: ("warning", "warning"),
    Urgency.TODAY: ("clock", "accent"),
    Urgency.SOON: ("calendar", "text_2"),
}
"""The icon and the color of each urgency; the word stands beside them."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_HEAD = 30
_PAD = 7
_KIND = 19
_BUTTON = 28
_SIGN = 16
_TEXT_LEFT = 36


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the group of one urgency."""

    urgency: Urgency
    count: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that needs the manager, with the day in words and the icon of its page."""

    due: Due
    day: str
    icon: str

    @property
    def action(self) -> str:
        """What its button says."""
        return _(self.due.action)


def due_lines(found: Sequence[Due], pages: Mapping[str, str], locale: str) -> list[Line]:
    """Return the ranked list as lines; `pages` has the icon of each page by its id."""
    lines: list[Line] = []
    seen: dict[object, int] = {}
    for urgency, group in groupby(found, key=lambda due: due.urgency):
        own = list(group)
        head = Head(urgency, len(own))
        lines.append(Line(("head", urgency), urgency.label, head, fixed=True))
        for due in own:
            known = (due.page, repr(due.ref), due.kind)
            seen[known] = number = seen.get(known, 0) + 1
            day = format_day(due.day, "weekday", locale)
            entry = Entry(due, day, pages.get(due.page, "arrow-right"))
            words = f"{urgency.label}. {due.kind}, {day}. {due.sentence} {entry.action}"
            lines.append(Line((*known, number), words, entry))
    return lines


class DuePainter(LinePainter):
    """Paints the heads with icon and word, the lines with kind, day, sentence and button."""

    def height(self, content: Any, width: int) -> int:
        if isinstance(content, Head):
            return _HEAD
        room = self._room(content, QRect(0, 0, width, 0))
        return 2 * _PAD + _KIND + max(self._sentence_height(content, room), 18)

    def draw(self, content: Any, stroke: Stroke) -> None:
        if isinstance(content, Head):
            self._head(content, stroke)
        else:
            self._entry(content, stroke)

    def button(self, content: Any, rect: QRect) -> QRect:
        if not isinstance(content, Entry):
            return QRect()
        wide = metrics(14, 600).horizontalAdvance(content.action) + 24
        top = rect.top() + (rect.height() - _BUTTON) // 2
        return QRect(rect.right() - 8 - wide, top, wide, _BUTTON)

    def _room(self, content: Entry, rect: QRect) -> int:
        return self.button(content, rect).left() - 12 - rect.left() - _TEXT_LEFT

    @staticmethod
    def _sentence_height(content: Entry, room: int) -> int:
        box = QRect(0, 0, max(room, 40), 1000)
        return metrics(14).boundingRect(box, int(_WRAP), content.due.sentence).height()

    def _head(self, head: Head, stroke: Stroke) -> None:
        painter, rect = stroke.painter, stroke.rect
        sign, role = SIGNS[head.urgency]
        scale = painter.device().devicePixelRatioF()
        top = rect.top() + (rect.height() - _SIGN) // 2 + 1
        painter.drawPixmap(rect.left() + 10, top, icons.pixmap(sign, role, _SIGN, scale))
        inner = rect.adjusted(_TEXT_LEFT, 2, -8, 0)
        painter.setFont(font(13, 600))
        painter.setPen(stroke.inks[role])
        text = f"{head.urgency.label}  {head.count}"
        painter.drawText(inner, int(_LEFT), text)
        used = metrics(13, 600).horizontalAdvance(text) + 12
        middle = rect.center().y() + 2
        painter.fillRect(
            QRect(inner.left() + used, middle, inner.width() - used, 1), stroke.inks["hairline"]
        )

    def _entry(self, entry: Entry, stroke: Stroke) -> None:
        painter, rect, inks = stroke.painter, stroke.rect, stroke.inks
        scale = painter.device().devicePixelRatioF()
        sign = icons.pixmap(entry.icon, "text_2", _SIGN, scale)
        painter.drawPixmap(rect.left() + 10, rect.top() + _PAD + 2, sign)
        room = self._room(entry, rect)
        left, top = rect.left() + _TEXT_LEFT, rect.top() + _PAD
        kind = entry.due.kind
        painter.setFont(font(14, 600))
        painter.setPen(inks["text"])
        painter.drawText(QRect(left, top, room, _KIND), int(_LEFT), kind)
        used = metrics(14, 600).horizontalAdvance(kind)
        painter.setFont(font(13))
        painter.setPen(inks["text_2"])
        painter.drawText(QRect(left + used, top, room - used, _KIND), int(_LEFT), f"  {entry.day}")
        painter.setFont(font(14))
        painter.setPen(inks["text"])
        low = QRect(left, top + _KIND, room, rect.bottom() - top - _KIND)
        painter.drawText(low, int(_WRAP), entry.due.sentence)
        self._button(entry, stroke)

    def _button(self, entry: Entry, stroke: Stroke) -> None:
        painter, inks = stroke.painter, stroke.inks
        tokens = inks.tokens
        place = self.button(entry, stroke.rect)
        hot = stroke.pointed is not None and place.contains(stroke.pointed)
        painter.setPen(QColor(mixed(tokens.hairline, tokens.border, 0.3)))
        painter.setBrush(inks["surface_2" if hot else "surface"])
        painter.drawRoundedRect(place, 6, 6)
        painter.setFont(font(14, 600))
        painter.setPen(inks["text"])
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), entry.action)


class DueList(LineList):
    """The ranked list of what every domain says is due."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What needs you"), DuePainter, parent)

    def due(self, key: object) -> Due | None:
        """Return what a line stands for."""
        found = next((line.content for line in self.lines if line.key == key), None)
        return found.due if isinstance(found, Entry) else None
