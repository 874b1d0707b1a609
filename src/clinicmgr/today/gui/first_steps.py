"""What the first page shows of a practice that is being set up: the steps to its first day."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.card import Card
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.icon_label import IconLabel
from clinicmgr.today.records import FirstStep

_WAYS: dict[FirstStep, tuple[str, str, str, str, object]] = {
    FirstStep.POSITIONS: (
        N_("Positions"),
        N_("The job titles of the practice, such as Nurse or Front desk, each with a color."),
        N_("Add positions"), "setup", None,
    ),
    FirstStep.ROOMS: (
        N_("Sites and rooms"),
        N_("Where people work. Leave it out if everybody works in one place."),
        N_("Add rooms"), "setup", None,
    ),
    FirstStep.STAFF: (
        N_("People"),
        N_("Hire them one by one, or import the list you have in Excel."),
        N_("Add staff"), "staff", None,
    ),
    FirstStep.DEMAND: (
        N_("Who is needed"),
        N_("How many of each position every weekday needs. Then gaps are found by themselves."),
        N_("Enter demand"), "setup", None,
    ),
    FirstStep.ROSTER: (
        N_("The first week"),
        N_("Type shifts into the schedule, or let the program fill it."),
        N_("Open the schedule"), "schedule", None,
    ),
}  # fmt: skip
"""Title, sentence, button, page and record of each step."""


class FirstSteps(QWidget):
    """The steps in order: what is done has a check mark, the next one has the solid button."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._signs: dict[FirstStep, IconLabel] = {}
        self.offers: dict[FirstStep, QPushButton] = {}
        card = Card(
            _("Welcome. Five steps to your first day"),
            _("This page will show who is in, what is not covered, and what needs you."),
            self,
        )
        card.setMaximumWidth(760)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(1, 1)
        for row, step in enumerate(FirstStep):
            self._add_row(grid, row, step)
        card.body.addSpacing(6)
        card.body.addLayout(grid)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 100)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.addLayout(middle)
        column.addStretch()

    def show_steps(self, done: Mapping[FirstStep, bool]) -> None:
        """Mark what is there; the first step that is not is the next."""
        following = next((step for step in FirstStep if not done[step]), None)
        for step in FirstStep:
            sign, role = ("check-circle", "success") if done[step] else ("arrow-right", "text_2")
            self._signs[step].show_icon(sign, role)
            offer = self.offers[step]
            title = _(_WAYS[step][0])
            state = _("done") if done[step] else _("to do")
            offer.setAccessibleDescription(f"{title}: {state}")
            kind = "primary" if step is following else "quiet"
            if offer.property("kind") != kind:
                offer.setProperty("kind", kind)
                labels.restyle(offer)
            if step is following:
                self.setFocusProxy(offer)

    def _add_row(self, grid: QGridLayout, row: int, step: FirstStep) -> None:
        title, sentence, button, page, ref = _WAYS[step]
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(labels.strong(_(title), self))
        explained = labels.secondary(_(sentence), self)
        explained.setWordWrap(True)
        words.addWidget(explained)
        self._signs[step] = IconLabel("arrow-right", "text_2", 20, self)
        self.offers[step] = buttons.quiet(
            _(button), lambda: self._desk.go_to(page, ref), parent=self
        )
        grid.addWidget(self._signs[step], row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(words, row, 1)
        grid.addWidget(self.offers[step], row, 2, Qt.AlignmentFlag.AlignVCenter)
