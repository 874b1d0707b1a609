"""The window itself: rail, page, status line. It is painted before anything else is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from clinicmgr.desktop.first_picture import FirstPicture
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import tokens
from clinicmgr.qtkit.tokens import Tokens

if TYPE_CHECKING:
    from clinicmgr.desktop.rail import Rail
    from clinicmgr.desktop.statusline import StatusLine
    from clinicmgr.desktop.tools import Tools
    from clinicmgr.qtkit.banner import Banner
    from clinicmgr.qtkit.shortcuts import Commands


class Window(QMainWindow):
    """Shows one page at a time; what it shows and does is decided by the session.

    It is made in two steps: what the first picture needs, then, by `furnish`, everything else.
    `painted` follows the first picture, `usable` the moment the first page shows its content.
    """

    painted = Signal()
    usable = Signal()
    closing = Signal()
    went = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()
    search_wanted = Signal()

    rail: Rail
    status: StatusLine
    commands: Commands
    notice: Banner
    tools: Tools

    def __init__(self, look: Tokens, geometry: str = "", *, has_practice: bool = True) -> None:
        """`has_practice` says whether the first picture shows the rail of an open practice."""
        super().__init__()
        self._was_painted = False
        self._is_furnished = False
        self._steps: tuple[str | None, str | None] = (None, None)
        self.setWindowTitle("ClinicMgr")
        self.setMinimumSize(960, 600)
        self.setCentralWidget(FirstPicture(look, self, has_rail=has_practice))
        self._place(geometry)

    def furnish(self) -> None:
        """Put everything in the place of the first picture; a second call does nothing."""
        if self._is_furnished:
            return
        from clinicmgr.desktop.blank_page import BlankPage
        from clinicmgr.desktop.rail import Rail
        from clinicmgr.desktop.statusline import StatusLine
        from clinicmgr.desktop.tools import Tools
        from clinicmgr.qtkit.banner import Banner
        from clinicmgr.qtkit.shortcuts import Commands

        self._is_furnished = True
        self.commands = Commands(self)
        self._add_steps()
        self.rail = Rail(self)
        self.rail.chosen.connect(self.went)
        self.notice = Banner("danger", self)
        undo, redo = self.commands.action("undo"), self.commands.action("redo")
        self.tools = Tools(undo, redo, self.search_wanted.emit, self)
        self.status = StatusLine(self)
        self._stack = QStackedWidget(self)
        self._blank = BlankPage(self)
        self._lay_out()
        self.show_notice("")
        self.show_page(self._blank)

    def _lay_out(self) -> None:
        middle = QWidget(self)
        self._notice_row = QHBoxLayout()
        self._notice_row.addWidget(self.notice)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self._notice_row)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        if self.isVisible():
            # Or Qt would show it in a later turn, and the first page would read only then.
            middle.show()

    def _add_steps(self) -> None:
        from clinicmgr.qtkit.shortcuts import Command

        edit = _("Edit")
        self.commands.add(
            Command(
                "undo", _("Undo"), edit, self.undo_wanted.emit, "Ctrl+Z", "undo",
                lambda: self._steps[0] is not None,
            ),
            Command(
                "redo", _("Redo"), edit, self.redo_wanted.emit, "Ctrl+Y", "redo",
                lambda: self._steps[1] is not None,
            ),
        )  # fmt: skip
        self.commands.action("redo").setShortcuts(
            [QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")]
        )
        self.show_steps(None, None)

    # What is shown

    @property
    def page(self) -> QWidget | None:
        """What is shown at the moment."""
        return self._stack.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Show this page; one that was never shown is taken in."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self.tools.move_to(page)
        self._stack.setCurrentWidget(page)

    def show_blank(self, title: str = "") -> None:
        """Show an empty page, so that the others can go."""
        self._blank.set_title(title)
        self.show_page(self._blank)

    def forget(self, page: QWidget) -> None:
        """Take a page out and delete it."""
        if self.page is page:
            self.show_blank()
        if page.isAncestorOf(self.tools):
            self.tools.move_to(self._blank)
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    def show_practice(self, name: str, detail: str) -> None:
        """Name the open practice on the rail and in the title bar."""
        self.rail.practice.show_practice(name, detail)
        self.setWindowTitle(f"{name} – ClinicMgr")

    def show_steps(self, undo: str | None, redo: str | None) -> None:
        """Name the change that undo takes back and the one that redo brings again."""
        self._steps = (undo, redo)
        for command, word, title in (("undo", _("Undo"), undo), ("redo", _("Redo"), redo)):
            action = self.commands.action(command)
            action.setText(f"{word} {title}" if title else word)
            action.setToolTip(action.text() if title else _("Nothing to {word}").format(word=word))
            action.setEnabled(title is not None)

    def show_notice(self, sentence: str) -> None:
        """Say above the page what went wrong with a file; an empty text takes it away."""
        if sentence:
            self.notice.say("", sentence, action=_("Close"), on_press=lambda: self.show_notice(""))
        else:
            self.notice.clear()
        top = 12 if sentence else 0
        self._notice_row.setContentsMargins(tokens.PAGE_MARGIN, top, tokens.PAGE_MARGIN, 0)

    # Size and place

    def geometry_text(self) -> str:
        """Where the window stands, as text for the preferences."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def _place(self, geometry: str) -> None:
        if geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            return
        screen = self.screen().availableGeometry()
        wanted = QRect(0, 0, min(1440, screen.width()), min(900, screen.height()))
        wanted.moveCenter(screen.center())
        self.setGeometry(wanted)

    # What Qt tells

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._after_first_picture)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _after_first_picture(self) -> None:
        self.painted.emit()
