"""What the panel shows of a cell: its shifts, what is wrong with them, and who else could work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_range
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.icon_label import IconLabel
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.schedule.gui.candidate_list import CandidateList
from clinicmgr.schedule.gui.candidates import candidates, gap_of
from clinicmgr.schedule.gui.roster_hands import RosterHands
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_problems import Findings
from clinicmgr.schedule.gui.roster_view import Mark
from clinicmgr.schedule.gui.shift_form import ShiftForm
from clinicmgr.schedule.records import Shift, ShiftDraft
from clinicmgr.schedule.records.entry import usual_break

_NEW = "new"
_MORNING, _EVENING = 8 * 60, 16 * 60


class CellPanel(QWidget):
    """One cell's shifts as forms, one at a time; nothing is kept before Save is pressed."""

    kept = Signal()

    def __init__(
        self,
        hands: RosterHands,
        material: RosterMaterial,
        place: tuple[int | None, date],
        shift_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hands = hands
        self._material = material
        self.place = place
        self.shift_id = shift_id
        self.moved = False
        """Whether the shift went to another cell with the last change."""
        self._asking = False
        self.form = ShiftForm(material, self)
        self.form.submitted.connect(self.save)
        self.found: CandidateList | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 0, 18, 12)
        self._column.setSpacing(12)
        self._choices = QVBoxLayout()
        self._said = QVBoxLayout()
        self._said.setSpacing(6)
        self._who = QVBoxLayout()
        self._who.setSpacing(4)
        self._others = QVBoxLayout()
        self._others.setSpacing(4)
        for part in (self._choices, self._said, self._who):
            self._column.addLayout(part)
        self._column.addWidget(self.form)
        self._column.addLayout(self._others)
        self._column.addStretch(1)
        self.save_button = buttons.primary(_("Save"), self.save)
        self.remove_button = buttons.danger(_("Delete"), self.remove)
        self._choose(self.shifts())
        self._show_shift()

    # What is shown

    @property
    def is_dirty(self) -> bool:
        """Whether something was entered and not saved."""
        return self.form.is_dirty

    @property
    def title(self) -> str:
        """Whose cell it is."""
        person = self._material.facts.people.get(self.place[0] or 0)
        return person.name if person is not None else _("Open shift")

    def shifts(self) -> list[Shift]:
        """The shifts of the cell."""
        return [one for one in self._material.shown() if (one.member_id, one.day) == self.place]

    def renew(self, material: RosterMaterial) -> None:
        """Show what changed elsewhere; what is half typed stays."""
        self._material = material
        self.moved = False
        self.form.use(material)
        shift = material.shift(self.shift_id) if self.shift_id is not None else None
        if shift is None:
            if not self.form.is_dirty or self.shift_id is not None:
                self.shift_id = None
                self._choose(self.shifts())
                self._show_shift()
            return
        place = (shift.member_id, shift.day)
        self.moved, self.place = place != self.place, place
        self.form.renew_shift(shift.draft())
        self._choose(self.shifts())
        self._say()
        self._show_candidates()

    def _choose(self, shifts: Sequence[Shift]) -> None:
        """With several shifts in a cell, one of them is chosen above the form."""
        _empty(self._choices)
        ids = [one.id for one in shifts]
        if self.shift_id not in ids:
            self.shift_id = ids[0] if ids else None
        if len(shifts) < 2:
            return
        locale = self._material.settings.locale
        choices = [(str(one.id), format_range(one.start, one.end, locale)) for one in shifts]
        row = Segmented(choices, _("Shift"), self)
        row.choose(str(self.shift_id))
        row.chosen.connect(self._turn_to)
        self._choices.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)

    def _turn_to(self, key: str) -> None:
        self.shift_id = int(key)
        self._show_shift()

    def _show_shift(self) -> None:
        self.form.show_shift(self._stored())
        self.remove_button.setVisible(self.shift_id is not None)
        self.save_button.setText(_("Save") if self.shift_id is not None else _("Add shift"))
        self._say()
        self._asking = False
        self._show_candidates()

    def _stored(self) -> ShiftDraft:
        """The shift on record, or a first guess at a new one."""
        shift = self._material.shift(self.shift_id) if self.shift_id is not None else None
        if shift is not None:
            return shift.draft()
        member_id, day = self.place
        person = self._material.facts.people.get(member_id or 0)
        first = next(iter(self._material.facts.positions), 0)
        position = person.position_ids[0] if person and person.position_ids else first
        pause = usual_break(_EVENING - _MORNING, self._material.types)
        return ShiftDraft(member_id, day, _MORNING, _EVENING, position, break_minutes=pause)

    def _say(self) -> None:
        """What is wrong with the shift, each in a sentence."""
        _empty(self._said)
        if self.shift_id is None:
            return
        findings = Findings(self._material)
        problem = findings.mark_of(self.shift_id) is Mark.PROBLEM
        for sentence in findings.of_shift(self.shift_id):
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            sign = ("error", "danger") if problem else ("warning", "warning")
            row.addWidget(IconLabel(*sign, 16, line), 0, Qt.AlignmentFlag.AlignTop)
            words = labels.label(sentence, pixels=13, parent=line)
            words.setWordWrap(True)
            row.addWidget(words, 1)
            self._said.addWidget(line)

    # Who could work

    def ask_who(self) -> None:
        """Show who could take the shift in place of the person who has it."""
        self._asking = True
        self._show_candidates()

    def _show_candidates(self) -> None:
        """Above the form those who could, below it everybody else with what is in the way."""
        for part in (self._who, self._others):
            _empty(part)
        self.found = None
        shift = self._material.shift(self.shift_id) if self.shift_id is not None else None
        if shift is None:
            return
        if shift.member_id is not None and not self._asking:
            ask = buttons.quiet(_("Who can take it?"), self.ask_who, icon="swap", parent=self)
            self._others.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
            return
        found = [
            one
            for one in candidates(self._material, gap_of(shift, self._material), (shift.id,))
            if one.member_id is None or one.member_id != shift.member_id
        ]
        able = [one for one in found if one.mark is not Mark.PROBLEM]
        assign: Callable[[int], object] | None = self._assign
        if self._hands.refusal():
            assign = None
        self._who.addWidget(labels.section(_("Who could work?"), self))
        if not able:
            nobody = _("Nobody is free. Below the form stands why.")
            self._who.addWidget(labels.secondary(nobody, self))
        self.found = CandidateList(able, assign, self)
        self._who.addWidget(self.found)
        others = [one for one in found if one.mark is Mark.PROBLEM]
        if others:
            self._others.addWidget(labels.section(_("Who cannot"), self))
            self._others.addWidget(CandidateList(others, None, self))

    def _assign(self, member_id: int) -> None:
        if self.shift_id is not None:
            shift_id = self.shift_id
            self._attempt(lambda: self._hands.assign(shift_id, member_id))

    # Keeping

    def save(self) -> None:
        """Keep the shift as entered, in one change; what is refused is said in the form."""
        self._attempt(self._save)

    def remove(self) -> None:
        """Remove the shift; undo brings it back."""
        if self.shift_id is not None:
            shift_id = self.shift_id
            self._attempt(lambda: self._hands.remove([shift_id]))

    def _save(self) -> None:
        draft = self.form.draft(self._stored())
        if self.shift_id is None:
            shift_id = self._hands.add(draft)
            self.place, self.shift_id = (draft.member_id, draft.day), shift_id
        else:
            self._hands.change(self.shift_id, draft)
        self.form.show_shift(self._stored())
        self.renew(self._material)
        self.kept.emit()

    def _attempt(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except UserError as error:
            self.form.show_error(error)

    def foot(self) -> tuple[QPushButton, ...]:
        """The buttons that stand below the panel."""
        return (self.remove_button, self.save_button)


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
