"""Choosing who stands in for one shift: the best first, as buttons of which one is pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.icon_label import IconLabel
from clinicmgr.schedule.gui.candidate_list import CandidateList, capital
from clinicmgr.schedule.gui.candidates import Candidate as Line
from clinicmgr.schedule.gui.candidates import joined
from clinicmgr.schedule.gui.roster_view import Mark
from clinicmgr.schedule.records.replacements import Candidate, Tier

_OPEN = 0
_FIRST_SHOWN = 4
_INDENT = 26
_SIGNS = {Tier.FINE: ("check-circle", "success"), Tier.WARNING: ("warning", "warning")}


class StandInChoice(QWidget):
    """Everybody who can, or could with a warning; below, folded, why the others cannot."""

    chosen = Signal(object)

    def __init__(self, title: str, note: str, if_open: str, parent: QWidget | None = None) -> None:
        """`note` says post and place, `if_open` what it means to give the shift to nobody."""
        super().__init__(parent)
        self._if_open = if_open
        self.setAccessibleName(f"{title}, {note}" if note else title)
        self.found: tuple[Candidate, ...] = ()
        self._all = False
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda key: self.chosen.emit(key or None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        heading = labels.strong(title, self)
        heading.setWordWrap(True)
        column.addWidget(heading)
        if note:
            column.addWidget(labels.secondary(note, self))
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 4, 0, 0)
        self._lines.setSpacing(6)
        column.addLayout(self._lines)
        self.why_not = buttons.plain("", self._fold, parent=self)
        self.why_not.setCheckable(True)
        column.addWidget(self.why_not, 0, Qt.AlignmentFlag.AlignLeft)
        self.others: CandidateList | None = None
        self._column = column

    @property
    def names(self) -> list[str]:
        """Whom one can choose, in order."""
        return [button.text() for button in self._group.buttons()]

    @property
    def member_id(self) -> int | None:
        """Who is chosen; None: the shift is left open."""
        return self._group.checkedId() or None

    def show_candidates(self, found: Sequence[Candidate], member_id: int | None) -> None:
        """Show these people with one of them chosen; nothing is made anew that is the same."""
        if tuple(found) != self.found or not self._group.buttons():
            self.found = tuple(found)
            self._fill(member_id)
        button = self._group.button(member_id or _OPEN)
        if button is not None:
            button.setChecked(True)

    def button(self, member_id: int | None) -> QRadioButton:
        """The button of a person, or the one that leaves the shift open."""
        made = self._group.button(member_id or _OPEN)
        if not isinstance(made, QRadioButton):
            raise KeyError(member_id)
        return made

    def _able(self) -> list[Candidate]:
        return [one for one in self.found if one.tier is not Tier.IMPOSSIBLE]

    def _fill(self, member_id: int | None) -> None:
        _empty(self._lines)
        for button in self._group.buttons():
            self._group.removeButton(button)
        able = self._able()
        places = [one.member_id for one in able]
        if member_id in places[_FIRST_SHOWN:]:
            self._all = True
        shown = able if self._all else able[:_FIRST_SHOWN]
        for one in shown:
            self._lines.addWidget(self._line(one))
        more = len(able) - len(shown)
        if more:
            self._lines.addWidget(self._more(more, member_id), 0, Qt.AlignmentFlag.AlignLeft)
        if not able:
            self._lines.addWidget(labels.secondary(_("Nobody can take it."), self))
        leave = QRadioButton(_("Leave it open"), self)
        leave.setAccessibleName(f"{leave.text()}: {self._if_open}")
        self._group.addButton(leave, _OPEN)
        self._lines.addWidget(self._explained(leave, self._if_open))
        self._say_why_not()

    def _line(self, one: Candidate) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        button = QRadioButton(one.name, line)
        button.setAccessibleName(f"{one.name}: {one.tier.label}, {one.sentence}")
        self._group.addButton(button, one.member_id)
        row.addWidget(self._explained(button, capital(one.sentence)), 1)
        sign = IconLabel(*_SIGNS[one.tier], 16, line)
        sign.setToolTip(one.tier.label)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _explained(self, button: QRadioButton, sentence: str) -> QWidget:
        """A button with a quieter sentence below it."""
        both = QWidget(self)
        words = QVBoxLayout(both)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(button)
        why = labels.secondary(sentence, both)
        why.setWordWrap(True)
        why.setContentsMargins(_INDENT, 0, 0, 0)
        why.setBuddy(button)
        words.addWidget(why)
        return both

    def _more(self, count: int, member_id: int | None) -> QPushButton:
        words = ngettext("{count} more", "{count} more", count).format(count=count)

        def show_all() -> None:
            self._all = True
            now = self.member_id if self._group.checkedId() >= 0 else member_id
            self._fill(now)
            self.button(now).setChecked(True)
            self.button(self._able()[_FIRST_SHOWN].member_id).setFocus()

        return buttons.plain(words, show_all, parent=self)

    def _say_why_not(self) -> None:
        count = sum(one.tier is Tier.IMPOSSIBLE for one in self.found)
        words = ngettext("Why {count} other cannot", "Why {count} others cannot", count)
        self.why_not.setText(words.format(count=count))
        self.why_not.setVisible(bool(count))
        self._fold()

    def _fold(self) -> None:
        if self.others is not None:
            self._column.removeWidget(self.others)
            self.others.hide()
            self.others.deleteLater()
            self.others = None
        if self.why_not.isChecked():
            lines = [
                Line(one.name, one.sentence, Mark.PROBLEM, one.member_id)
                for one in self.found
                if one.tier is Tier.IMPOSSIBLE
            ]
            self.others = CandidateList(joined(lines), None, self)
            self._column.addWidget(self.others)


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
