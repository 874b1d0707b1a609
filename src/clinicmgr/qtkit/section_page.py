"""A page of several sections with a tab for each, of which one is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtWidgets import QTabBar, QWidget

from clinicmgr.qtkit.cover_stack import CoverStack
from clinicmgr.qtkit.page import Page
from clinicmgr.qtkit.record_book import RecordBook


class _Section(Protocol):
    def reload(self) -> None:
        """Read again what is shown."""
        ...


class SectionPage(Page):
    """A section is made when it is first turned to, and only the one that is shown is read.

    A page calls `add_sections` where the tabs belong among what takes the focus, and `_turn` when
    everything stands that a section needs. It overrides `_made` and, where its actions or its bar
    differ from section to section, `_suit_section`.
    """

    tabs: QTabBar
    stack: CoverStack

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._names: tuple[str, ...] = ()
        self._sections: dict[str, QWidget] = {}

    def add_sections(self, sections: Iterable[tuple[str, str]], accessible_name: str) -> None:
        """Give the page a tab for each (name, title), and below it the place of the sections."""
        names, titles = zip(*sections, strict=True)
        self._names = names
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(accessible_name)
        self.tabs.setExpanding(False)
        for title in titles:
            self.tabs.addTab(title)
        self.stack = CoverStack(self)
        self.bar.addWidget(self.tabs)
        self.bar.addStretch()
        self.body.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(lambda _at: self._turn())

    # What is shown

    @property
    def section(self) -> str:
        """The name of the section that is shown."""
        return self._names[self.tabs.currentIndex()]

    @property
    def shown(self) -> QWidget:
        """The section that is shown."""
        return self._sections[self.section]

    @property
    def book(self) -> RecordBook | None:
        """The section that is shown if it is a list of records with a form."""
        return self.shown if isinstance(self.shown, RecordBook) else None

    def turn_to(self, section: str) -> QWidget:
        """Show a section by name and return it."""
        self.tabs.setCurrentIndex(self._names.index(section))
        return self.shown

    def reload(self) -> None:
        """Read the section that is shown; the others are read when they are turned to."""
        section: _Section = self.shown  # type: ignore[assignment]  # each section can
        section.reload()

    def go_to(self, ref: object) -> None:
        """Show a section by name, or a record by (section, id)."""
        if isinstance(ref, str) and ref in self._names:
            self.turn_to(ref)
        elif isinstance(ref, tuple) and len(ref) == 2:
            self.turn_to(str(ref[0]))
            if self.book is not None:
                self.book.open(ref[1])

    # Inside

    def _turn(self) -> None:
        section = self.section
        if section not in self._sections:
            self._sections[section] = self._made(section)
            self.stack.addWidget(self._sections[section])
        self.stack.setCurrentWidget(self.shown)
        self._suit_section()
        if self.isVisible():
            self.reload()

    def _made(self, section: str) -> QWidget:
        """Make a section; every page has its own."""
        raise NotImplementedError

    def _suit_section(self) -> None:
        """Let the bar and the actions suit the section that is shown."""
