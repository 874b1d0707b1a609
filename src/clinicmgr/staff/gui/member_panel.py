"""One person's record beside the list: person, terms, leave, credentials."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import tokens
from clinicmgr.qtkit.desk import Desk
from clinicmgr.staff.gui.credentials_tab import CredentialsTab
from clinicmgr.staff.gui.leave_tab import LeaveTab
from clinicmgr.staff.gui.person_form import PersonForm
from clinicmgr.staff.gui.tax_id import TaxIdLine
from clinicmgr.staff.gui.terms_tab import TermsTab
from clinicmgr.staff.service import Staff

TABS = ("person", "terms", "leave", "credentials")


class MemberPanel(QWidget):
    """Reads and changes one member. `dirty_changed` follows the form of the person."""

    dirty_changed = Signal(bool)
    turned = Signal()

    def __init__(
        self, staff: Staff, desk: Desk, settings: ClinicSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._staff, self._desk = staff, desk
        self.member_id = 0
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(_("Parts of the record"))
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for title in (_("Person"), _("Terms"), _("Leave"), _("Credentials")):
            self.tabs.addTab(title)
        self.form = PersonForm(staff, settings, self, is_new=False)
        self.tax_id = TaxIdLine(staff, desk, self)
        self.terms = TermsTab(staff, desk, settings, self)
        self.leave = LeaveTab(staff, desk, settings, self)
        self.credentials = CredentialsTab(staff, desk, settings, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)
        self.form.dirty_changed.connect(self.dirty_changed)

    def _lay_out(self) -> None:
        person = QWidget(self)
        inside = QVBoxLayout(person)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(tokens.GAP + 4)
        inside.addWidget(self.form)
        inside.addWidget(self.tax_id)
        inside.addStretch()
        self._parts = (person, self.terms, self.leave, self.credentials)
        for part in self._parts:
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 18, 12)
        column.setSpacing(14)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self._fit()

    @property
    def tab(self) -> str:
        """Which part is shown: one of `TABS`."""
        return TABS[self.tabs.currentIndex()]

    @property
    def is_dirty(self) -> bool:
        """Whether something is half typed anywhere."""
        return (
            self.form.is_dirty
            or self.tax_id.is_dirty
            or self.terms.is_dirty
            or self.leave.is_dirty
            or self.credentials.is_dirty
        )

    def turn_to(self, tab: str) -> None:
        """Show one of `TABS`."""
        self.tabs.setCurrentIndex(TABS.index(tab))

    def show_member(self, member_id: int) -> None:
        """Show a member; if it is the one already shown, what is half typed stays."""
        member = self._staff.member(member_id)
        same, self.member_id = member_id == self.member_id, member_id
        self.form.offer()
        self.form.show_member(member, keep_typed=same)
        self.tax_id.show_member(member_id)
        self._read_tab()

    def save(self) -> bool:
        """Keep the person as typed, in one change; errors stand beside their fields."""
        try:
            draft = self.form.draft()
        except UserError:
            return False  # the form has marked it
        member_id = self.member_id
        kept = self._desk.attempt(
            lambda: self._staff.change(member_id, draft), refused=self.form.show_error
        )
        if kept:
            self.form.show_member(self._staff.member(member_id), keep_typed=False)
            self._desk.toast(_("Saved {name}").format(name=draft.name), undo=True)
        return kept

    def revert(self) -> None:
        """Let go of what is half typed."""
        member_id, self.member_id = self.member_id, 0
        self.leave.section.close_form()
        self.credentials.section.close_form()
        self.show_member(member_id)

    def _turn(self) -> None:
        self._stack.setCurrentIndex(self.tabs.currentIndex())
        self._fit()
        self._read_tab()
        self.turned.emit()

    def _fit(self) -> None:
        """Let only the part that is shown decide how long the record is."""
        for part in self._parts:
            shown = part is self._stack.currentWidget()
            policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            part.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
            part.updateGeometry()

    def _read_tab(self) -> None:
        """Read the part that is shown; the others are read when they are turned to."""
        part = self._stack.currentWidget()
        if isinstance(part, TermsTab | LeaveTab | CredentialsTab) and self.member_id:
            part.show_member(self.member_id)
