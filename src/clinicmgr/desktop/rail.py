"""The rail at the left: the practice at its head, the pages below, settings and help last."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from clinicmgr.desktop.first_picture import RAIL_WIDTH
from clinicmgr.desktop.pages import PLACES, Place
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import theme, tokens
from clinicmgr.qtkit.icons import icon

WIDTH = RAIL_WIDTH
_BESIDE = 36


class RailButton(QAbstractButton):
    """One place to go: an icon and a word, on a soft pill while it is the current one."""

    def __init__(self, text: str, icon_name: str, keys: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setIcon(icon(icon_name, "text_2"))
        self._chosen_icon = icon(icon_name, "accent")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({keys})" if keys else text)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 24, 36)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the page; the arrows turn to the next one, as in any such group."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, look = self.isChecked(), theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if shown or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft" if shown else "surface_2"))
            painter.drawRoundedRect(box, tokens.RADIUS_RAIL, tokens.RADIUS_RAIL)
        if self.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, tokens.RADIUS_RAIL, tokens.RADIUS_RAIL)
        top = (self.height() - tokens.ICON) // 2
        drawing = self._chosen_icon if shown else self.icon()
        drawing.paint(painter, 12, top, tokens.ICON, tokens.ICON)
        painter.setPen(look.color("accent" if shown else "text_2"))
        painter.setFont(theme.font(tokens.BODY, 600 if shown else 400))
        words = self.rect().adjusted(40, 0, -8, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class PracticeButton(QAbstractButton):
    """The name of the open practice; pressing it opens the menu of practices."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._detail = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_practice("ClinicMgr", _("No practice is open"))

    def show_practice(self, name: str, detail: str) -> None:
        """Show the name of the practice and a quieter line below it."""
        self.setText(name)
        self._detail = detail
        self.setAccessibleName(_("Practice menu: {name}").format(name=name))
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 24, 70)  # always room for two lines, so nothing moves

    def _lines(self) -> list[str]:
        """The name on one line, or broken at a word into two."""
        metrics = QFontMetrics(theme.font(tokens.SECTION, 600))
        room = WIDTH - 24 - _BESIDE
        first, rest = "", ""
        for word in self.text().split():
            longer = f"{first} {word}".strip()
            if rest or (first and metrics.horizontalAdvance(longer) > room):
                rest = f"{rest} {word}".strip()
            else:
                first = longer
        lines = [first, rest] if rest else [first]
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("surface_2"))
            painter.drawRoundedRect(box, tokens.RADIUS_RAIL, tokens.RADIUS_RAIL)
        if self.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, tokens.RADIUS_RAIL, tokens.RADIUS_RAIL)
        room, top = self.width() - _BESIDE, 6
        painter.setFont(theme.font(tokens.SECTION, 600))
        painter.setPen(look.color("text"))
        for line in self._lines():
            painter.drawText(8, top, room, 20, Qt.AlignmentFlag.AlignVCenter, line)
            top += 20
        painter.setFont(theme.font(tokens.CAPTION))
        painter.setPen(look.color("text_2"))
        detail = painter.fontMetrics().elidedText(self._detail, Qt.TextElideMode.ElideRight, room)
        painter.drawText(8, top, room, 18, Qt.AlignmentFlag.AlignVCenter, detail)
        self._paint_chevron(painter)
        painter.end()

    def _paint_chevron(self, painter: QPainter) -> None:
        painter.setPen(QPen(theme.current().color("text_2"), 1.5))
        x, y = self.width() - 18, self.height() // 2 - 1
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])


class Rail(QWidget):
    """Says where one is and goes elsewhere; the arrow keys turn from page to page."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("Navigation"))
        self.practice = PracticeButton(self)
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(4)
        column.addWidget(self.practice)
        column.addSpacing(8)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(4)
        column.addLayout(self._pages)
        column.addStretch(1)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(4)
        column.addLayout(self._foot)
        for place in PLACES:
            self._add(place)

    @property
    def buttons(self) -> dict[str, RailButton]:
        """The buttons by the id of their page, from the top down."""
        return dict(self._buttons)

    def _add(self, place: Place) -> None:
        button = RailButton(_(place.title), place.icon, place.keys, self)
        button.clicked.connect(lambda: self.chosen.emit(place.id))
        self._group.addButton(button)
        self._buttons[place.id] = button
        (self._foot if place.foot else self._pages).addWidget(button)

    def show_current(self, page: str) -> None:
        """Mark the page that is shown; a page that is not on the rail leaves none marked."""
        self._group.setExclusive(page in self._buttons)
        for name, button in self._buttons.items():
            button.setChecked(name == page)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("surface"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.color("hairline"))
        painter.end()
