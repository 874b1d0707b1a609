"""Opens, keeps and closes the record that stands beside the staff list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, icons
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.side_panel import SplitPanel
from clinicmgr.staff.gui.leaving import ask_end, ask_remove
from clinicmgr.staff.gui.member_panel import MemberPanel
from clinicmgr.staff.gui.person_form import PersonForm
from clinicmgr.staff.records import StaffMember
from clinicmgr.staff.service import Staff


class StaffRecord(QObject):
    """The record beside the list: of a member, or the empty one of somebody to hire.

    Nothing half typed is lost: the record then stays open and says so.
    """

    hired = Signal(int)

    def __init__(
        self,
        staff: Staff,
        desk: Desk,
        settings: ClinicSettings,
        split: SplitPanel,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._staff, self._desk, self._settings = staff, desk, settings
        self.split = split
        self.panel: MemberPanel | None = None
        self.new_form: PersonForm | None = None
        # Made anew with each foot; these only stand for them until a record is open.
        self.save_button = buttons.primary("", parent=parent)
        self.revert_button = buttons.quiet("", parent=parent)
        for waiting in (self.save_button, self.revert_button):
            waiting.hide()
        split.may_close = self._may_close
        split.closed.connect(self._forget)

    # What is open

    @property
    def is_open(self) -> bool:
        """Whether a record stands beside the list."""
        return self.split.is_open

    @property
    def member_id(self) -> int:
        """The member whose record is open, 0 for none or a new one."""
        return self.panel.member_id if self.panel is not None and self.is_open else 0

    @property
    def is_dirty(self) -> bool:
        """Whether something is half typed."""
        if self.new_form is not None:
            return self.new_form.is_dirty
        return self.panel is not None and self.panel.is_dirty

    # Opening

    def open(self, member_id: int) -> None:
        """Show the record of a member, unless another one is half typed."""
        if self.member_id != member_id and not self._may_leave():
            return
        member = self._staff.member(member_id)
        if self.panel is None:
            self.new_form = None
            panel = MemberPanel(self._staff, self._desk, self._settings)
            panel.dirty_changed.connect(lambda _dirty: self._show_dirty())
            panel.turned.connect(self._show_dirty)
            panel.form.submitted.connect(self.save)
            self.panel = panel
            panel.show_member(member_id)
            self.split.open_panel(
                member.name, panel, note=self._note(member), foot=self._foot_of_member()
            )
        else:
            self.panel.show_member(member_id)
            self.split.panel.set_title(member.name, self._note(member))
        self._show_dirty()

    def open_new(self) -> None:
        """Show an empty record to hire somebody."""
        if self.new_form is not None or not self._may_leave():
            return
        self.panel = None
        content = QWidget()
        form = PersonForm(self._staff, self._settings, content, is_new=True)
        column = QVBoxLayout(content)
        column.setContentsMargins(18, 0, 18, 12)
        column.addWidget(form)
        form.submitted.connect(self.save)
        self.new_form = form
        self.save_button = buttons.primary(_("Hire"), self.save, icon="user-plus")
        cancel = buttons.quiet(_("Cancel"), self.cancel)
        note = _("Leave, pay and credentials follow once the person is hired.")
        self.split.open_panel(
            _("New staff member"), content, note=note, foot=(cancel, self.save_button)
        )
        form.offer()
        form.show_new(self._desk.clock.today())
        form.focus_field()

    def follow(self, member_id: int) -> bool:
        """Show another member while the record is open; False if something is half typed."""
        if member_id == self.member_id:
            return True
        if not self._may_leave():
            return False
        self.open(member_id)
        return True

    def reload(self) -> None:
        """Read the record again; it closes if the member is gone."""
        if self.new_form is not None:
            self.new_form.offer()
        if self.panel is None or not self.is_open:
            return
        known = {each.id: each for each in self._staff.members()}
        member = known.get(self.panel.member_id)
        if member is None:
            self.split.may_close = lambda: True
            self.split.close_panel()
            self.split.may_close = self._may_close
            return
        self.panel.show_member(member.id)
        self.split.panel.set_title(member.name, self._note(member))
        self._show_dirty()

    # Verbs

    def save(self) -> bool:
        """Keep what is typed: hire somebody new, or change the member that is open."""
        if self.new_form is not None:
            return self._hire(self.new_form)
        if self.panel is None or not self.is_open or not self.panel.form.is_dirty:
            return False
        return self.panel.save()

    def ask_end(self) -> None:
        """Ask for the last day of work of the member that is open."""
        if self.panel is not None:
            ask_end(self._staff, self._desk, self._settings, self.panel.member_id, self.split)

    def ask_remove(self, member_id: int) -> None:
        """Ask whether the record of a member is to go."""
        ask_remove(self._staff, self._desk, member_id)

    def cancel(self) -> None:
        """Let go of the person who was to be hired."""
        if self.new_form is not None:
            self.new_form.set_clean()
        self.split.close_panel()

    def _hire(self, form: PersonForm) -> bool:
        try:
            newcomer = form.newcomer()
        except UserError as error:
            form.show_error(error)
            return False
        ids: list[int] = []

        def hire() -> None:
            ids.extend(self._staff.hire_all([newcomer]))

        if not self._desk.attempt(hire, refused=form.show_error):
            return False
        form.set_clean()
        self._desk.toast(_("Hired {name}").format(name=newcomer.draft.name), undo=True)
        self.open(ids[0])
        self.hired.emit(ids[0])
        return True

    # Inside

    def _foot_of_member(self) -> tuple[QPushButton, ...]:
        more = buttons.quiet(_("More"), icon="more")
        menu = QMenu(more)
        self._offer(menu, "stop", _("End employment…"), self.ask_end)
        self._offer(menu, "trash", _("Remove the record…"), lambda: self.ask_remove(self.member_id))
        more.setMenu(menu)
        self.revert_button = buttons.quiet(_("Revert"), self._revert_pressed)
        self.save_button = buttons.primary(_("Save"), self.save)
        return more, self.revert_button, self.save_button

    def _offer(self, menu: QMenu, icon: str, text: str, run: Callable[[], object]) -> None:
        menu.addAction(icons.icon(icon), text).triggered.connect(lambda _on=False: run())

    def _show_dirty(self) -> None:
        if self.panel is None or self.new_form is not None:
            return
        on_person = self.panel.tab == "person"
        dirty = self.panel.form.is_dirty
        self.save_button.setVisible(on_person)
        self.save_button.setEnabled(dirty)
        self.revert_button.setVisible(on_person and dirty)

    def _revert_pressed(self) -> None:
        if self.panel is not None:
            self.panel.revert()
            self._show_dirty()

    def _note(self, member: StaffMember) -> str:
        names = {each.id: each.name for each in self._staff.positions()}
        return ", ".join(names[each] for each in member.position_ids if each in names)

    def _may_leave(self) -> bool:
        if not self.is_open or not self.is_dirty:
            return True
        if self.new_form is not None:
            self._desk.warn(_("Hire or cancel the person that is half typed first."))
        else:
            self._desk.warn(_("Save or revert what is typed in the open record first."))
        return False

    def _may_close(self) -> bool:
        return self._may_leave()

    def _forget(self) -> None:
        self.panel = None
        self.new_form = None
