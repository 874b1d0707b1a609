"""A window with its session, over a real practice, with a small page in place of the big ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QApplication

from clinicmgr.desktop.app import shell
from clinicmgr.desktop.opened import Opened
from clinicmgr.desktop.options import Options
from clinicmgr.desktop.pages import PLACES, Place
from clinicmgr.desktop.session import Session
from clinicmgr.desktop.sitting import begin_sitting
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.paths import Paths
from clinicmgr.kernel.preferences import Preferences
from clinicmgr.places.records import SiteDraft
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.page import Page

OWN = tuple(place for place in PLACES if place.id in {"history", "settings", "help"})


class SitesPage(Page):
    """Shows the names of the sites, and can add one."""

    watches: ClassVar[frozenset[str]] = frozenset(("places",))

    def __init__(self, at: Opened) -> None:
        super().__init__("Sites")
        self._at = at
        self.names: list[str] = []
        self.gone_to: object = None
        self.words = labels.label(parent=self)
        self.body.addWidget(self.words)
        self.add_action("Add a site", self.add, shortcut="Ctrl+N", place="primary")

    def reload(self) -> None:
        self.names = [site.name for site in self._at.clinic.places.sites()]
        self.words.setText(", ".join(self.names))

    def add(self) -> None:
        self._at.clinic.places.add_site(SiteDraft("North", "N", ""))
        self._at.desk.toast("Added North", undo=True)

    def go_to(self, ref: object) -> None:
        self.gone_to = ref

    def keys(self) -> list[tuple[str, str]]:
        return [("Space", "Mark the site")]


class Answers:
    """Stands in for the file dialogs: gives the next answer, or none as after Cancel."""

    def __init__(self) -> None:
        self.next: Path | None = None
        self.asked: list[str] = []

    def ask_open(self, title: str, pattern: str, done: Callable[[Path], object]) -> None:
        self._answer(title, done)

    def ask_save(
        self, title: str, suggested: str, pattern: str, done: Callable[[Path], object]
    ) -> None:
        self._answer(suggested, done)

    def _answer(self, what: str, done: Callable[[Path], object]) -> None:
        self.asked.append(what)
        if self.next is not None:
            done(self.next)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def start(
    qapp: QApplication, paths: Paths, clock: Clock, answers: Answers
) -> Iterator[Callable[..., Session]]:
    """Start the window, with a practice to open or without; it is closed at the end."""
    started: list[Session] = []

    def starting(practice: Path | None = None, *, places: tuple[Place, ...] = ()) -> Session:
        window = shell(qapp, Preferences(theme="light"))
        window.resize(1280, 800)
        sites = Place("sites", "Sites", "places", "", SitesPage, "index")
        session = Session(window, paths, clock, files=answers, places=(sites, *OWN, *places))
        started.append(session)
        window.show()
        begin_sitting(session, Options(practice))
        return session

    yield starting
    for session in started:
        session.window.close()
        session.window.deleteLater()


@pytest.fixture
def session(start: Callable[..., Session], practice_file: Path) -> Session:
    """The window with a fresh practice open."""
    return start(practice_file)


@pytest.fixture
def sites(session: Session) -> SitesPage:
    """The first page of that window."""
    assert session.book is not None
    page = session.book.page
    assert isinstance(page, SitesPage)
    return page
