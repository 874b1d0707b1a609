"""The leave of a person: what is coming, what was, and entering more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.entry_list import Entry, Verb
from clinicmgr.qtkit.entry_section import EntrySection
from clinicmgr.staff.records import LEAVE_FIELDS, Leave, LeaveDraft, LeaveKind
from clinicmgr.staff.service import Staff

_FIELDS = tuple(field for field in LEAVE_FIELDS if field.name != "member_id")
_FEW = 5


class LeaveTab(QWidget):
    """Coming leave first; what is over stands below, the oldest behind a button."""

    def __init__(self, staff: Staff, desk: Desk, settings: ClinicSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._staff, self._desk, self._locale = staff, desk, settings.locale
        self._member_id = 0
        self._shows_all = False
        self.section = EntrySection(_("Leave"), _("Add leave"), _FIELDS, self._add, settings, self)
        self.more_button = buttons.plain("", self._show_more, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        column.addWidget(self.more_button)
        column.addStretch()

    @property
    def is_dirty(self) -> bool:
        """Whether leave is half typed."""
        return self.section.is_dirty

    def let_go(self) -> None:
        """Close the form; what was typed is let go."""
        self.section.close_form()

    def show_record(self, member_id: int) -> None:
        """Show the leave of this member; a half-typed entry of the same member stays."""
        if member_id != self._member_id:
            self._member_id, self._shows_all = member_id, False
            self.let_go()
        leave = sorted(self._staff.leave_of(member_id), key=lambda each: each.first, reverse=True)
        today = self._desk.clock.today()
        coming = [each for each in leave if each.last >= today]
        over = [each for each in leave if each.last < today]
        shown = over if self._shows_all else over[:_FEW]
        self.section.show_entries(
            [self._entry(each) for each in (*reversed(coming), *shown)],
            _("No leave on record. What is entered here shows on the schedule at once."),
        )
        rest = len(over) - len(shown)
        self.more_button.setText(
            ngettext("Show {count} earlier", "Show {count} earlier", rest).format(count=rest)
        )
        self.more_button.setVisible(rest > 0)

    def _entry(self, leave: Leave) -> Entry:
        today = self._desk.clock.today()
        pill = (_("Today"), "warning") if leave.covers(today) else ("", "")
        length = (leave.last - leave.first).days + 1
        days = ngettext("{count} day", "{count} days", length).format(count=length)
        note = ", ".join(part for part in (leave.kind.label, days, leave.note) if part)
        return Entry(
            self._span(leave),
            note,
            pill,
            (
                Verb("edit", _("Change"), lambda: self._open(leave)),
                Verb("trash", _("Remove"), lambda: self._remove(leave)),
            ),
            faint=leave.last < today,
        )

    def _span(self, leave: Leave) -> str:
        first = format_day(leave.first, "short", self._locale)
        if leave.first == leave.last:
            return first
        return f"{first} – {format_day(leave.last, 'short', self._locale)}"

    def _add(self, values: Mapping[str, Any]) -> None:
        self._staff.add_leave(self._draft(values))
        self._desk.toast(_("Leave entered"), undo=True)

    def _open(self, leave: Leave) -> None:
        values = {field.name: getattr(leave, field.name) for field in _FIELDS}
        self.section.open_form(
            _("Change leave"), values, lambda typed: self._change(leave.id, typed)
        )

    def _change(self, leave_id: int, values: Mapping[str, Any]) -> None:
        self._staff.change_leave(leave_id, self._draft(values))
        self._desk.toast(_("Leave changed"), undo=True)

    def _remove(self, leave: Leave) -> None:
        if self._desk.attempt(lambda: self._staff.remove_leave(leave.id)):
            self._desk.toast(_("Leave removed"), undo=True)

    def _draft(self, values: Mapping[str, Any]) -> LeaveDraft:
        return LeaveDraft(
            self._member_id,
            values["first"],
            values["last"],
            LeaveKind(values["kind"]),
            values["note"],
        )

    def _show_more(self) -> None:
        self._shows_all = True
        self.show_record(self._member_id)
