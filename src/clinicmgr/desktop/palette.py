"""The command palette (Ctrl+K): one box that finds and does everything, by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from clinicmgr.desktop.palette_choices import Choice, Choices, Group
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import icons, labels, theme, tokens

if TYPE_CHECKING:
    from clinicmgr.desktop.session import Session

_ROW, _HEADING = 36, 30
_CHOICE = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class ChoiceDelegate(QStyledItemDelegate):
    """Paints headings, and choices with icon, title, detail and keys."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, _HEADING if index.data(_CHOICE) is None else _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box, look = option.rect, theme.current()
        choice = index.data(_CHOICE)
        painter.save()
        if isinstance(choice, Choice):
            view = self.parent()
            chosen = isinstance(view, QListWidget) and view.currentRow() == index.row()
            self._paint_choice(painter, box, choice, chosen=chosen)
        else:
            painter.setFont(theme.font(tokens.CAPTION, 600))
            painter.setPen(look.color("text_2"))
            words = box.adjusted(12, 6, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, index.data())
        painter.restore()

    def _paint_choice(self, painter: QPainter, box: QRect, choice: Choice, *, chosen: bool) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft"))
            painter.drawRoundedRect(box.adjusted(4, 1, -4, -1), 6, 6)
        role = "accent" if chosen else "text_2"
        top = box.top() + (box.height() - tokens.ICON) // 2
        drawing = icons.icon(choice.icon, role)
        drawing.paint(painter, box.left() + 14, top, tokens.ICON, tokens.ICON)
        middle = Qt.AlignmentFlag.AlignVCenter
        right = box.right() - 14
        if choice.keys:
            right = self._paint_keys(painter, box, choice.keys, right)
        painter.setFont(theme.font(tokens.BODY, 600 if chosen else 400))
        painter.setPen(look.color("text"))
        room = right - box.left() - 56
        title = painter.fontMetrics().elidedText(choice.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(box.left() + 44, box.top(), room, box.height()), middle, title)
        left = box.left() + 44 + painter.fontMetrics().horizontalAdvance(title) + 12
        painter.setFont(theme.font(tokens.LABEL))
        painter.setPen(look.color("text_2"))
        room = right - left - 8
        if room > 40:
            detail = painter.fontMetrics().elidedText(
                choice.detail, Qt.TextElideMode.ElideRight, room
            )
            painter.drawText(QRect(left, box.top(), room, box.height()), middle, detail)

    def _paint_keys(self, painter: QPainter, box: QRect, keys: str, right: int) -> int:
        look = theme.current()
        painter.setFont(theme.font(tokens.CAPTION))
        width = painter.fontMetrics().horizontalAdvance(keys) + 12
        frame = QRect(right - width, box.center().y() - 10, width, 20)
        painter.setPen(look.color("hairline"))
        painter.setBrush(look.color("surface_2"))
        painter.drawRoundedRect(frame, 4, 4)
        painter.setPen(look.color("text_2"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, keys)
        return right - width - 8


class Palette(QWidget):
    """Lies over the window until something is chosen, Escape is pressed or one clicks beside it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.window)
        self._choices = Choices(session)
        self._window = session.window
        self._before = session.window.focusWidget()
        self.setAccessibleName(_("Command palette"))
        self._card = QFrame(self)
        self._card.setObjectName("palette")
        self.box = QLineEdit(self._card)
        self.box.setPlaceholderText(_("Find people, shifts, rooms, or type a command"))
        self.box.setAccessibleName(_("Find people, shifts, rooms, or type a command"))
        self.box.setFont(theme.font(tokens.SECTION))
        self.box.addAction(icons.icon("search", "text_2"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = QListWidget(self._card)
        self.list.setAccessibleName(_("Results"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.itemClicked.connect(self._run)
        self._nothing = labels.secondary(_("Nothing has all of these words."), self._card)
        self._nothing.setContentsMargins(14, 6, 14, 10)
        self._hint = labels.secondary(_("↑ ↓ choose · Enter opens · Esc closes"), self._card)
        self._hint.setContentsMargins(14, 0, 14, 2)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for shown in (self.box, self.list, self._nothing, self._hint):
            column.addWidget(shown)
        look = theme.current().tokens
        self._card.setStyleSheet(
            f"QFrame#palette {{ background: {look.surface}; border: 1px solid {look.border};"
            " border-radius: 12px; } QListWidget { border: none; background: transparent; }"
            " QLineEdit { min-height: 30px; }"
        )
        self.box.textChanged.connect(self.search)
        self.box.installEventFilter(self)
        session.window.installEventFilter(self)
        self.search("")

    def show_over(self, window: QWidget) -> None:
        """Lie over the whole window and take the keyboard."""
        self.setGeometry(window.rect())
        self._place()
        self.show()
        self.raise_()
        self.box.setFocus()

    def search(self, text: str) -> None:
        """Show what there is for this text; the best one is chosen."""
        groups = self._choices.find(text)
        self.list.clear()
        for group in groups:
            self._add(group)
        self._nothing.setVisible(not groups)
        self.list.setVisible(bool(groups))
        self._move(1, start=-1)
        self._place()

    def close_palette(self) -> None:
        """Go away and give the keyboard back to where it was."""
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self.hide()
        self.deleteLater()

    def _add(self, group: Group) -> None:
        heading = QListWidgetItem(group.title)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(heading)
        for choice in group.choices:
            item = QListWidgetItem(choice.title)
            item.setData(_CHOICE, choice)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{group.title}: {choice.title} {choice.detail}"
            )
            self.list.addItem(item)

    def _run(self, item: QListWidgetItem) -> None:
        choice = item.data(_CHOICE)
        if isinstance(choice, Choice):
            self.close_palette()
            choice.run()

    def _move(self, step: int, start: int | None = None) -> None:
        """Go to another choice, over the headings, and stop at the ends."""
        row = self.list.currentRow() if start is None else start
        wanted = max(min(row + step, self.list.count() - 1), 0)
        order = range(wanted, self.list.count()) if step > 0 else range(wanted, -1, -1)
        for at in order:
            if self.list.item(at).data(_CHOICE) is not None:
                self.list.setCurrentRow(at)
                spoken = self.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole)
                self.box.setAccessibleDescription(spoken)
                if at == 1:
                    self.list.scrollToTop()
                return

    def _place(self) -> None:
        count = self.list.count()
        heights = [
            _HEADING if self.list.item(at).data(_CHOICE) is None else _ROW for at in range(count)
        ]
        self.list.setFixedHeight(min(sum(heights) + 6, max(self.height() - 260, 180)))
        self._card.setFixedWidth(min(640, self.width() - 80))
        self._card.adjustSize()
        self._card.move((self.width() - self._card.width()) // 2, 96)

    # What Qt tells

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        elif watched is self.box and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # while this is open the keys of the window wait
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._move(_STEPS[key])
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._move(1 if key == Qt.Key.Key_Tab else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.list.currentItem() is not None:
                self._run(self.list.currentItem())
        elif key == Qt.Key.Key_Escape or (
            key == Qt.Key.Key_K and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.close_palette()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(10, 18, 24, 96))
        painter.end()
