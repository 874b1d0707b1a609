"""Signing off: who agrees to what, then the lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from clinicmgr.hours.gui.lines import PersonLine, hours_text, signed_text
from clinicmgr.hours.records import FlagKind, PayPeriod, Timesheet
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.staff.records.days import short_day, span_text


class SignOffView(QWidget):
    """A line a person; selected ones are signed together, and then the period is locked."""

    def __init__(self, hours: Hours, desk: Desk, settings: ClinicSettings) -> None:
        super().__init__()
        self._hours, self._desk = hours, desk
        self._period: PayPeriod | None = None
        self.signer = QLineEdit(self)
        self.signer.setPlaceholderText(_("Each person for themselves"))
        self.signer.setAccessibleName(_("Signed by"))
        self.signer.setFixedWidth(230)
        self.sign_button = buttons.quiet("", self.sign, icon="edit", parent=self)
        self.unsign_button = buttons.plain(_("Take back"), self.unsign, parent=self)
        self.table = RecordTable(_columns(settings), _("Signatures of the period"), parent=self)
        self.state = labels.paragraph("", self)
        self._lay_out()
        self.table.picked.connect(self._show_buttons)
        self.signer.returnPressed.connect(self.sign)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(labels.secondary(_("Signed by"), self))
        for shown in (self.signer, self.sign_button, self.unsign_button):
            top.addWidget(shown)
        top.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.state)
        self.setFocusProxy(self.table)

    def show_period(self, period: PayPeriod, sheets: Sequence[Timesheet]) -> None:
        """Show everybody with something to sign."""
        members = {each.id: each for each in self._hours.members()}
        self._period = period
        self.table.set_records(
            [PersonLine(each, members[each.member_id]) for each in sheets if each.has_work]
        )
        self._say(period)
        self._show_buttons()

    # Verbs

    def sign(self) -> None:
        """Note the signatures of the selected people, or of all whose hours are complete."""
        lines, period = self._chosen(), self._period
        if not lines or period is None:
            return
        by = self.signer.text().strip()
        signers = {line.id: by or line.member.name for line in lines}
        if self._desk.attempt(lambda: self._hours.closing.sign(period.first, signers)):
            words = ngettext("{count} signature noted", "{count} signatures noted", len(lines))
            self._desk.toast(words.format(count=len(lines)), undo=True)

    def unsign(self) -> None:
        """Take the signatures of the selected people back."""
        lines: list[PersonLine] = self.table.selected_records()
        period = self._period
        if lines and period is not None:
            ids = [line.id for line in lines]
            self._desk.attempt(lambda: self._hours.closing.unsign(period.first, ids))

    def ask_lock(self) -> None:
        """Ask whether the period is to be locked."""
        period = self._period
        if period is None:
            return
        span = span_text(period.first, period.last)
        self._desk.confirm(
            _("Lock {span}?").format(span=span),
            _(
                "Nothing in this pay period is changed any more, not even in its file. Until "
                "midnight the lock can be undone; later corrections are paid with the next period."
            ),
            _("Lock"),
            lambda: self._lock(period),
        )

    def _lock(self, period: PayPeriod) -> None:
        self._hours.closing.lock(period.first)
        self._desk.toast(_("The pay period is locked"), undo=True)

    # Inside

    def _chosen(self) -> list[PersonLine]:
        picked: list[PersonLine] = self.table.selected_records()
        ready = [
            one
            for one in self.table.shown_records()
            if one.sheet.sign_off is None and FlagKind.MISSING_PUNCH not in one.sheet.flags
        ]
        return picked or ready

    def _show_buttons(self) -> None:
        opened = self._period is not None and not self._period.is_locked
        count = len(self._chosen())
        words = ngettext("Sign for {count} person", "Sign for {count} people", count)
        self.sign_button.setText(words.format(count=count))
        self.sign_button.setEnabled(opened and count > 0)
        picked: list[PersonLine] = self.table.selected_records()
        self.unsign_button.setEnabled(
            opened and any(one.sheet.sign_off is not None for one in picked)
        )
        self.signer.setEnabled(opened)

    def _say(self, period: PayPeriod) -> None:
        lines: list[PersonLine] = self.table.shown_records()
        missing = sum(line.sheet.sign_off is None for line in lines)
        if period.locked_on is not None:
            words = _("Locked on {day} by {name}.")
            text = words.format(day=short_day(period.locked_on), name=period.locked_by)
        elif not lines:
            text = _("There are no hours in this pay period yet.")
        elif missing:
            words = ngettext(
                "{count} person has not signed yet.", "{count} people have not signed yet.", missing
            )
            text = words.format(count=missing)
        else:
            text = _("Everybody has signed; the period can be locked.")
        self.state.setText(text)
        labels.set_tone(self.state, "secondary")


def _columns(settings: ClinicSettings) -> tuple[Column[PersonLine], ...]:
    def pay(line: PersonLine) -> str:
        found = line.sheet.pay
        return "" if found is None else format_money(found.total, settings.currency,
                                                     settings.locale)  # fmt: skip

    def minutes(read: Callable[[Timesheet], int]) -> Callable[[PersonLine], str]:
        return lambda line: hours_text(read(line.sheet))

    return (
        Column("name", _("Name"), lambda line: line.member.name, 190, strong=True, stretch=True),
        Column("worked", _("Worked"), minutes(lambda one: one.worked), 80, "right"),
        Column("difference", "±", lambda line: signed_text(line.sheet.difference), 74, "right"),
        Column("regular", _("Regular"), minutes(lambda one: one.paid_regular), 80, "right"),
        Column("overtime", _("Overtime"), minutes(lambda one: one.paid_overtime), 84, "right"),
        Column("leave", _("Leave"), minutes(lambda one: sum(one.leave.values())), 72, "right"),
        Column("pay", _("Pay"), pay, 104, "right"),
        Column("signed", _("Signed"), _signed, 210,
               tone=lambda line: "success" if line.sheet.sign_off else line.tone,
               icon=lambda line: "check" if line.sheet.sign_off else line.icon),
    )  # fmt: skip


def _signed(line: PersonLine) -> str:
    found = line.sheet.sign_off
    if found is None:
        return line.note if line.is_wrong else _("not yet")
    return _("{name}, {day}").format(name=found.signed_by, day=short_day(found.signed_on))
