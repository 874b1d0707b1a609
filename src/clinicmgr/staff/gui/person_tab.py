"""The first part of a person's record: who the person is, and the tax id below."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import tokens
from clinicmgr.qtkit.desk import Desk
from clinicmgr.staff.gui.person_form import PersonForm
from clinicmgr.staff.gui.tax_id import TaxIdLine
from clinicmgr.staff.service import Staff


class PersonTab(QWidget):
    """The form, and the line that keeps the tax id masked."""

    def __init__(self, staff: Staff, desk: Desk, settings: ClinicSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = PersonForm(staff, settings, self, is_new=False)
        self.tax_id = TaxIdLine(staff, desk, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP + 4)
        column.addWidget(self.form)
        column.addWidget(self.tax_id)
        column.addStretch()

    @property
    def is_dirty(self) -> bool:
        """Whether something is half typed."""
        return self.form.is_dirty or self.tax_id.is_dirty

    def show_record(self, member_id: int) -> None:
        """Show a member; if it is the one already shown, what is half typed stays."""
        self.form.show_record(member_id)
        self.tax_id.show_member(member_id)

    def let_go(self) -> None:
        """Let go of what is half typed; the tax id has a button of its own."""
        self.form.let_go()
