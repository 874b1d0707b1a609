"""Puts the parts around a session together: commands, palette, menus, first page, fault reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from clinicmgr.desktop.commands import add_commands
from clinicmgr.desktop.options import Options, practice_to_open
from clinicmgr.desktop.practice_menu import open_practice_menu
from clinicmgr.desktop.session import Session
from clinicmgr.desktop.welcome_page import WelcomePage
from clinicmgr.qtkit.job_bar import JobBar

if TYPE_CHECKING:
    from clinicmgr.paper import Document


def begin_sitting(session: Session, options: Options) -> None:
    """Bring a painted window to life with the practice it was asked for, or the last one."""
    window = session.window
    add_commands(session)
    window.rail.practice.clicked.connect(lambda: open_practice_menu(session))
    session.desk.paper_wanted.connect(lambda document: show_paper(session, document))
    window.status.add_progress(JobBar(session.desk.jobs, window))
    first = FirstPage(session)
    session.opened.connect(first.show_practice)
    session.pc.follow()
    path = practice_to_open(options, session.pc.preferences.recent)
    if options.demo:
        first.show_welcome()
        session.try_demo(options.practice)
    elif path is None or not session.attempt_open(path):
        first.show_welcome()
    window.usable.emit()


def show_paper(session: Session, document: Document) -> None:
    """Lay the preview of a document on the page that is open."""
    from clinicmgr.qtkit.preview import PaperPreview

    book = session.book
    if book is not None:
        preview = PaperPreview(document, session.desk)
        preview.closed.connect(book.take_off)
        book.lay_on(preview)


class FirstPage(QObject):
    """What stands in the window before a practice is open, and the page it opens with."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._welcome: WelcomePage | None = None

    def show_welcome(self) -> None:
        """Offer the ways to a practice."""
        self._welcome = WelcomePage(self._session)
        self._session.window.rail.hide()
        self._session.window.show_page(self._welcome)

    def show_practice(self) -> None:
        """Show the page that was open last time."""
        window, session = self._session.window, self._session
        window.rail.show()
        session.turn_to(session.pc.preferences.page)
        if self._welcome is not None:
            window.forget(self._welcome)
            self._welcome = None
