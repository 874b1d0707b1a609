"""What one sees before a practice is open: try the demo, start, open, or one of the last ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, labels, tokens
from clinicmgr.qtkit.card import Card
from clinicmgr.qtkit.icon_label import IconLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from clinicmgr.desktop.session import Session

_WIDTH = 820
_SHOWN = 4


class WelcomePage(QWidget):
    """The ways to a practice; each is one press away."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.window)
        self._session = session
        commands = session.window.commands
        self.setAccessibleName(_("Welcome to ClinicMgr"))
        self.demo_button = buttons.primary(
            _("Try the demo practice"), session.try_demo, icon="play", parent=self
        )
        self.start_button = buttons.quiet(
            _("Start my practice"), commands.action("practice.new").trigger, icon="add", parent=self
        )
        self.open_button = buttons.quiet(
            _("Open a practice file…"),
            commands.action("practice.open").trigger,
            icon="open",
            parent=self,
        )
        self.recent_buttons: list[QPushButton] = []
        middle = QWidget(self)
        middle.setFixedWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP + 6)
        column.addLayout(self._greeting())
        column.addLayout(self._offers())
        column.addWidget(self._files())
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.setFocusProxy(self.demo_button)

    def _greeting(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(IconLabel("app", "accent", 52, self))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(labels.label(_("Welcome to ClinicMgr"), pixels=28, weight=600, parent=self))
        words.addWidget(
            labels.label(
                _("People, shifts and schedules of a clinic, in one file on your own PC."),
                tone="secondary",
                parent=self,
            )
        )
        row.addLayout(words, 1)
        return row

    def _offers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP + 4)
        row.addWidget(
            self._offer(
                "roster",
                _("Look around first"),
                _(
                    "A made-up clinic with two dozen people and weeks of shifts. Change whatever "
                    "you like: nothing in it is real."
                ),
                self.demo_button,
            )
        )
        row.addWidget(
            self._offer(
                "practice",
                _("Start with your own"),
                _(
                    "A few questions, then your practice is ready for its people. A list of staff "
                    "can be pasted in or imported from Excel."
                ),
                self.start_button,
            )
        )
        return row

    def _offer(self, icon: str, title: str, sentence: str, button: QPushButton) -> Card:
        card = Card(parent=self)
        card.setAccessibleName(title)
        card.body.setContentsMargins(6, 4, 6, 6)
        card.body.setSpacing(6)
        card.body.addWidget(IconLabel(icon, "accent", 28, card))
        card.body.addSpacing(4)
        card.body.addWidget(labels.section(title, card))
        words = labels.paragraph(sentence, card)
        words.setProperty("tone", "secondary")
        words.setMinimumHeight(40)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        card.body.addWidget(words)
        card.body.addSpacing(6)
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _files(self) -> QFrame:
        card = Card(_("Open a practice"), parent=self)
        card.header.addWidget(self.open_button)
        there = [Path(name) for name in self._session.pc.preferences.recent if Path(name).exists()][
            :_SHOWN
        ]
        for path in there:
            button = buttons.plain(path.stem, self._opener(path), icon="document", parent=self)
            button.setToolTip(str(path))
            row = QHBoxLayout()
            row.addWidget(button)
            row.addWidget(labels.ElidedLabel(str(path.parent), card), 1)
            card.body.addLayout(row)
            self.recent_buttons.append(button)
        if not there:
            card.body.addWidget(
                labels.secondary(_("Practices you open are listed here the next time."), card)
            )
        return card

    def _opener(self, path: Path) -> Callable[[], object]:
        return lambda: self._session.attempt_open(path)
