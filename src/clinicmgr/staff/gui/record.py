"""The record beside the staff list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, icons
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.open_record import NewWords, OpenRecord
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.side_panel import SplitPanel
from clinicmgr.staff.gui.columns import LESS_WHEN_NARROW
from clinicmgr.staff.gui.leaving import ask_end, ask_remove
from clinicmgr.staff.gui.member_panel import MemberPanel
from clinicmgr.staff.gui.person_form import PersonForm
from clinicmgr.staff.service import Staff


class StaffRecord(OpenRecord):
    """The record of a member, or the empty one of somebody to hire."""

    def __init__(
        self,
        staff: Staff,
        desk: Desk,
        settings: ClinicSettings,
        table: RecordTable,
        split: SplitPanel,
    ) -> None:
        words = NewWords(
            _("New staff member"),
            _("Leave, pay and credentials follow once the person is hired."),
            _("Hire"),
            "user-plus",
            _("Hire or cancel the person that is half typed first."),
        )
        super().__init__(desk, table, split, words, LESS_WHEN_NARROW)
        self._staff, self._settings = staff, settings

    def head(self, record_id: int) -> tuple[str, str] | None:
        """Return the name and the positions of a member."""
        member = next((each for each in self._staff.members() if each.id == record_id), None)
        if member is None:
            return None
        names = {each.id: each.name for each in self._staff.positions()}
        return member.name, ", ".join(names[each] for each in member.position_ids if each in names)

    def make_panel(self) -> MemberPanel:
        """Return a new panel for members."""
        return MemberPanel(self._staff, self._desk, self._settings)

    def make_form(self, parent: QWidget) -> PersonForm:
        """Return an empty form for somebody to hire."""
        return PersonForm(self._staff, self._settings, parent, is_new=True)

    def begin(self, form: PersonForm) -> None:
        """Begin with somebody who starts today."""
        form.show_new(self._desk.clock.today())
        form.focus_field()

    def add(self, form: PersonForm) -> tuple[int, str]:
        """Hire somebody, with the first contract hours."""
        newcomer = form.newcomer()
        (member_id,) = self._staff.hire_all([newcomer])
        return member_id, _("Hired {name}").format(name=newcomer.draft.name)

    def ask_remove(self, record_id: int) -> None:
        """Ask whether the record of a member is to go."""
        ask_remove(self._staff, self._desk, record_id)

    def ask_end(self) -> None:
        """Ask for the last day of work of the member that is open."""
        if self.record_id:
            ask_end(self._staff, self._desk, self._settings, self.record_id, self.split)

    def more_buttons(self) -> tuple[QPushButton, ...]:
        """Return a menu with what ends a record."""
        more = buttons.quiet(_("More"), icon="more")
        menu = QMenu(more)
        _offer(menu, "stop", _("End employment…"), self.ask_end)
        _offer(menu, "trash", _("Remove the record…"), lambda: self.ask_remove(self.record_id))
        more.setMenu(menu)
        return (more,)


def _offer(menu: QMenu, icon: str, text: str, run: Callable[[], object]) -> None:
    menu.addAction(icons.icon(icon), text).triggered.connect(lambda _on=False: run())
