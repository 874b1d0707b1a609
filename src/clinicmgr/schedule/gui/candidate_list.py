"""The list "Who could work?": a line for each person with a sign, a reason and a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.icon_label import IconLabel
from clinicmgr.schedule.gui.candidates import Candidate
from clinicmgr.schedule.gui.roster_view import Mark

Assign = Callable[[int], object]
_SIGNS = {
    Mark.QUIET: ("check-circle", "success"),
    Mark.WARNING: ("warning", "warning"),
    Mark.PROBLEM: ("minus", "text_2"),
}


def capital(sentence: str) -> str:
    """The sentence with a capital letter."""
    return sentence[:1].upper() + sentence[1:]


class CandidateLine(QWidget):
    """One person, or several with the same obstacle."""

    def __init__(
        self, one: Candidate, assign: Assign | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{one.names}: {one.sentence}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(9)
        sign = IconLabel(*_SIGNS[one.mark], 16, self)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        alone = one.member_id is not None
        name = labels.label(one.names, weight=600 if alone else 400, parent=self)
        name.setWordWrap(True)
        why = labels.secondary(capital(one.sentence), self)
        why.setWordWrap(True)
        for part in (name, why) if alone else (why, name):
            words.addWidget(part)
        row.addLayout(words, 1)
        self.button = None
        member_id = one.member_id
        if assign is not None and member_id is not None and one.mark is not Mark.PROBLEM:
            self.button = buttons.quiet(_("Assign"), lambda: assign(member_id), parent=self)
            self.button.setAccessibleName(_("Assign {name}").format(name=one.names))
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


class CandidateList(QWidget):
    """All lines with hairlines between; without `assign` it only explains."""

    def __init__(
        self,
        found: Sequence[Candidate],
        assign: Assign | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Who could work?"))
        self.lines = [CandidateLine(one, assign, self) for one in found]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, line in enumerate(self.lines):
            if number:
                rule = QFrame(self)
                rule.setFixedHeight(1)
                rule.setProperty("kind", "line")
                column.addWidget(rule)
            column.addWidget(line)
