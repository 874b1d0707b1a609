"""When a person can work, from which day on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.entry_list import Entry, EntryList, Verb
from clinicmgr.qtkit.form import Form
from clinicmgr.staff.gui.week_editor import WeekEditor
from clinicmgr.staff.records import ALWAYS, Window
from clinicmgr.staff.rules import format_windows
from clinicmgr.staff.service import Staff

_FROM = Field("from_day", N_("From"), "day", required=True)


class AvailabilitySection(QWidget):
    """The dated patterns of the week, and an editor for a new one."""

    def __init__(self, staff: Staff, desk: Desk, settings: ClinicSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._staff, self._desk, self._locale = staff, desk, settings.locale
        self._member_id = 0
        self.change_button = buttons.plain(_("Change"), self.open, icon="edit", parent=self)
        self.from_form = Form([_FROM], locale=settings.locale, parent=self)
        self.week = WeekEditor(settings.locale, self)
        self.save_button = buttons.primary(_("Save availability"), self.save, parent=self)
        self._list = EntryList(self)
        self._box = QFrame(self)
        self._lay_out()
        self._box.hide()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(labels.section(_("Availability"), self), 1)
        top.addWidget(self.change_button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch()
        foot.addWidget(buttons.quiet(_("Cancel"), self.close_editor, parent=self))
        foot.addWidget(self.save_button)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(0, 4, 0, 8)
        inside.setSpacing(10)
        inside.addWidget(self.from_form)
        inside.addWidget(self.week)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._box)
        column.addWidget(self._list)

    @property
    def is_dirty(self) -> bool:
        """Whether the week is half typed."""
        return not self._box.isHidden() and (self.week.is_dirty or self.from_form.is_dirty)

    def show_member(self, member_id: int) -> None:
        """Show the patterns of this member; a half-typed week of the same member stays."""
        if member_id != self._member_id:
            self._member_id = member_id
            self._box.hide()
            self.change_button.show()
        self._list.show_entries(self._entries())

    def open(self) -> None:
        """Open the editor with the pattern that holds today."""
        dated = self._staff.availability().get(self._member_id)
        today = self._desk.clock.today()
        current = None if dated is None else dated.on(today) or dated.latest
        self.from_form.set_values({"from_day": today})
        self.week.show_windows(ALWAYS if current is None else current)
        self.change_button.hide()
        self._box.show()
        self.week.lines[0].setFocus()

    def close_editor(self) -> None:
        """Close the editor; what was typed is let go."""
        self._box.hide()
        self.change_button.show()
        self.change_button.setFocus()

    def save(self) -> None:
        """Keep the week from the day on."""
        try:
            day = self.from_form.values()["from_day"]
            self._staff.set_availability(self._member_id, day, self.week.windows())
        except UserError as error:
            if error.field == "from_day":
                self.from_form.show_error(error)
            else:
                self.week.show_error(error.sentence)
            return
        self.close_editor()
        self._desk.toast(_("Availability kept"), undo=True)

    def _entries(self) -> list[Entry]:
        dated = self._staff.availability().get(self._member_id)
        if dated is None:
            return [Entry(_("Always available"), _("No pattern on record"))]
        today = self._desk.clock.today()
        current = dated.entry_on(today)
        return [
            self._entry(day, windows, today, is_now=current is not None and current[0] == day)
            for day, windows in reversed(dated.entries)
        ]

    def _entry(self, day: date, windows: tuple[Window, ...], today: date, *, is_now: bool) -> Entry:
        return Entry(
            week_text(windows),
            _("From {day}").format(day=format_day(day, "short", self._locale)),
            (_("Now"), "accent") if is_now else ("", ""),
            (Verb("trash", _("Remove"), lambda: self._remove(day)),),
            faint=not is_now and day <= today,
        )

    def _remove(self, day: date) -> None:
        if self._desk.attempt(lambda: self._staff.remove_availability(self._member_id, day)):
            self._desk.toast(_("Availability removed"), undo=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._box.isHidden():
            self.close_editor()
        else:
            super().keyPressEvent(event)


def week_text(windows: tuple[Window, ...]) -> str:
    """Say a week in a line: "Mon-Fri 08:00-17:00"."""
    if windows == ALWAYS:
        return _("Always available")
    return format_windows(windows) if windows else _("Not available")
