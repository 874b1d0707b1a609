"""Typing into a cell: one line over the cell, codes offered below, and why a text is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import editors, labels, theme
from clinicmgr.qtkit.icon_label import IconLabel

LEAST_WIDTH = 132
_CODE = int(Qt.ItemDataRole.UserRole)
_MOST = 7
_LIST_WIDTH = 240
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
_PASSING = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
Commit = Callable[[str], object]


class CodeList(QListWidget):
    """Shift types that begin with what is typed; a part of the grid, not a window of its own."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._codes: Sequence[tuple[str, str]] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Shift types"))
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.hide()

    @property
    def chosen(self) -> str:
        """The code that is chosen in the list; empty while none is."""
        item = self.currentItem() if not self.isHidden() else None
        return str(item.data(_CODE)) if item is not None else ""

    def offer(self, codes: Sequence[tuple[str, str]]) -> None:
        """Offer these (code, what it stands for)."""
        self._codes = codes

    def suggest(self, word: str, beside: QRect) -> None:
        """Show what begins with a word, below the line or above it; nothing for no word."""
        start = word.casefold()
        found = [one for one in self._codes if start and one[0].casefold().startswith(start)]
        self.clear()
        for code, words in found[:_MOST]:
            item = QListWidgetItem(f"{code}   {words}", self)
            item.setData(_CODE, code)
        self.setVisible(bool(found))
        if found:
            self._place(beside, min(len(found), _MOST))

    def step(self, count: int) -> None:
        """Choose the next code, or the one before."""
        self.setCurrentRow((self.currentRow() + count) % self.count())

    def _place(self, beside: QRect, lines: int) -> None:
        tokens = theme.current().tokens
        self.setStyleSheet(
            f"QListWidget {{ border: 1px solid {tokens.border}; border-radius: 6px;"
            " padding: 3px; }"
            "QListWidget::item { height: 24px; padding: 0 6px; border-radius: 4px; }"
            f"QListWidget::item:selected {{ background: {tokens.accent_soft};"
            f" color: {tokens.text}; }}"
        )
        room = self._viewport.rect()
        high = lines * 24 + 8
        top = beside.bottom() + 3
        if top + high > room.height():
            top = beside.top() - high - 3
        left = max(0, min(beside.left(), room.width() - _LIST_WIDTH))
        self.setGeometry(left, max(0, top), _LIST_WIDTH, high)
        self.raise_()


class Saying(QFrame):
    """A sentence below the line: what is wrong with it, or what it will do."""

    def __init__(self, parent: QWidget, sign: str, tone: str) -> None:
        super().__init__(parent)
        self._viewport = parent
        self._tone = tone
        self._mark = IconLabel(sign, tone, 16, self)
        self._words = QLabel(self)
        labels.set_plain(self._words)
        self._words.setWordWrap(True)
        self._words.setFont(theme.font(13))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, sentence: str, below: QRect) -> None:
        """Show the sentence under a place of the parent, or above it where there is no room."""
        tokens = theme.current().tokens
        ground, line = tokens.color(f"{self._tone}_soft"), tokens.color(self._tone)
        self.setStyleSheet(
            f"Saying {{ background: {ground}; border: 1px solid {line}; border-radius: 6px; }}"
        )
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        room = self._viewport.rect()
        wide = min(320, room.width() - 8)
        self.setFixedWidth(wide)
        high = self._words.heightForWidth(wide - 44) + 16
        left = max(4, min(below.left(), room.width() - wide - 4))
        top = below.bottom() + 5
        if top + high > room.height():
            top = max(2, below.top() - high - 5)
        self.setGeometry(left, top, wide, high)
        self.show()
        self.raise_()


class CellEditor(QLineEdit):
    """The line; `finished` tells the step (rows, columns) to go on with after a text was taken."""

    finished = Signal(int, int)
    reverted = Signal()

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._commit: Commit | None = None
        self._fill: Commit | None = None
        self._shown = ""
        self._hint = ""
        self.filled = False
        """Whether the text goes, or went, into the whole selected block."""
        self.refusal = Saying(viewport, "error", "danger")
        self.hint = Saying(viewport, "info", "accent")
        self.codes = CodeList(viewport)
        self.codes.itemClicked.connect(lambda _item: self._take_choice())
        self.setFrame(False)
        self.setAccessibleName(_("Shifts in this cell"))
        self.setPlaceholderText(_("ME or 8-16:30"))
        self.textEdited.connect(self._suggest)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return not self.isHidden()

    def offer(self, codes: Sequence[tuple[str, str]]) -> None:
        """Offer these codes while somebody types."""
        self.codes.offer(codes)

    def open(
        self, place: QRect, shown: str, typed: str | None, commit: Commit, fill: Commit | None
    ) -> None:
        """Open over a cell with its text, or with what was typed in its place.

        `fill` takes the text for the whole block that is selected: what was typed goes there,
        and Ctrl+Enter sends it there in any case.
        """
        self._commit, self._fill = commit, fill
        self.filled = fill is not None and typed is not None
        self._shown = shown
        self.clear_refusal()
        self.setText(shown if typed is None else typed)
        self.place(place)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed is None:
            self.selectAll()
        else:
            self.end(False)
            self._suggest()

    def place(self, cell: QRect) -> None:
        """Stand over the cell, wide enough to type in and inside of the grid."""
        room = self._viewport.rect()
        wide = min(max(cell.width() + 1, LEAST_WIDTH), room.width())
        high = min(max(cell.height(), 30), 44)
        left = max(0, min(cell.left() - 1, room.width() - wide))
        self.setGeometry(left, cell.top() + (cell.height() - high) // 2, wide, high)
        for saying in (self.refusal, self.hint):
            if not saying.isHidden():
                saying.say(saying.accessibleName(), self.geometry())

    def say_hint(self, sentence: str) -> None:
        """Say below the line what Enter will do; codes that are offered stand in its place."""
        self._hint = sentence
        if not self.codes.isVisible():
            self.hint.say(sentence, self.geometry())

    def clear_refusal(self) -> None:
        """Take the sentence away."""
        self.refusal.hide()
        editors.mark_invalid(self, False)

    def close_editor(self) -> None:
        """Put everything away without keeping the text."""
        self._commit = self._fill = None
        self._hint = ""
        for part in (self.codes, self.refusal, self.hint, self):
            part.hide()

    def try_commit(self) -> bool:
        """Hand the text in; where it is refused, stay open and say why."""
        commit = self._fill if self.filled else self._commit
        if commit is None:
            return True
        if not self.filled and self.text().strip() == self._shown.strip():
            return True
        try:
            commit(self.text())
        except UserError as error:
            self.hint.hide()
            editors.mark_invalid(self, True)
            self.refusal.say(error.sentence, self.geometry())
            return False
        return True

    # What Qt tells

    def event(self, event: QEvent) -> bool:
        """Tab is a step here, not a way out."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            event.accept()
            self.reverted.emit()
        elif key in _ARROWS and self.codes.isVisible():
            event.accept()
            self.codes.step(_ARROWS[key])
        elif key in _STEPS:
            event.accept()
            self._take_choice()
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.filled = self._fill is not None and (self.filled or control)
            if self.try_commit():
                self.finished.emit(*((0, 0) if control else _STEPS[key]))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.is_open and event.reason() not in _PASSING and self.try_commit():
            self.finished.emit(0, 0)

    def _suggest(self) -> None:
        self.clear_refusal()
        self.codes.suggest(self.text().rpartition(" ")[2], self.geometry())
        if self._hint:
            self.hint.hide()
            self.say_hint(self._hint)

    def _take_choice(self) -> None:
        """Put the code that is chosen in the list in place of the word that was begun."""
        if chosen := self.codes.chosen:
            before = self.text().rpartition(" ")
            self.setText(before[0] + before[1] + chosen)
        self.codes.hide()
