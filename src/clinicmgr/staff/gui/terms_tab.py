"""What was agreed with a person: hours a week, pay, availability, each from a day on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.periods import format_day, format_hours
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, tokens
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.entry_list import Entry, Verb
from clinicmgr.qtkit.entry_section import EntrySection
from clinicmgr.staff.gui.availability import AvailabilitySection
from clinicmgr.staff.records import CONTRACT_FIELDS, PAY_RATE_FIELDS
from clinicmgr.staff.service import Staff

_MASK = "••••••"


class TermsTab(QWidget):
    """Contract hours, pay (masked until it is asked for) and availability."""

    def __init__(self, staff: Staff, desk: Desk, settings: ClinicSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._staff, self._desk, self._settings = staff, desk, settings
        self._member_id = 0
        self._shows_pay = False
        self.hours = EntrySection(
            _("Contract hours"), _("New hours"), CONTRACT_FIELDS, self._keep_hours, settings, self
        )
        self.pay = EntrySection(
            _("Pay"), _("New rate"), PAY_RATE_FIELDS, self._keep_pay, settings, self
        )
        self.show_pay_button = buttons.plain(
            _("Show"), self._show_or_hide_pay, icon="eye", parent=self
        )
        self.pay.top.insertWidget(1, self.show_pay_button)
        self.availability = AvailabilitySection(staff, desk, settings, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP + 8)
        for section in (self.hours, self.pay, self.availability):
            column.addWidget(section)
        column.addStretch()

    @property
    def is_dirty(self) -> bool:
        """Whether something is half typed."""
        return self.hours.is_dirty or self.pay.is_dirty or self.availability.is_dirty

    def let_go(self) -> None:
        """Close all forms; what was typed is let go."""
        self.hours.close_form()
        self.pay.close_form()
        self.availability.close_editor()

    def show_record(self, member_id: int) -> None:
        """Show the terms of this member; pay that was shown for another one is masked again."""
        if member_id != self._member_id:
            self._member_id, self._shows_pay = member_id, False
            self.hours.close_form()
            self.pay.close_form()
        self.hours.show_entries(
            self._entries(
                self._staff.contracts().get(member_id), _hours_a_week, self._remove_hours
            ),
            _("No contract hours on record; the schedule then has no limit to compare with."),
        )
        self._show_pay()
        self.availability.show_member(member_id)

    # Hours

    def _keep_hours(self, values: Mapping[str, Any]) -> None:
        self._staff.set_contract(self._member_id, values["from_day"], values["weekly_minutes"])
        self._desk.toast(_("Hours a week kept"), undo=True)

    def _remove_hours(self, day: date) -> None:
        if self._desk.attempt(lambda: self._staff.remove_contract(self._member_id, day)):
            self._desk.toast(_("Hours a week removed"), undo=True)

    # Pay

    def _show_or_hide_pay(self) -> None:
        if self._shows_pay:
            self._shows_pay = False
        elif not self._desk.attempt(self._staff.pay_rates):
            return  # the gate has said why
        else:
            self._shows_pay = True
        self._show_pay()

    def _show_pay(self) -> None:
        shows = self._shows_pay
        self.show_pay_button.setText(_("Hide") if shows else _("Show"))
        self.pay.add_button.setVisible(shows and not self.pay.is_open)
        if not shows:
            self.pay.show_entries([Entry(_MASK, _("Hidden; everybody may look over a shoulder."))])
            return
        rates = self._staff.pay_rates().get(self._member_id)
        self.pay.show_entries(
            self._entries(rates, self._money, self._remove_pay), _("No pay rate on record.")
        )

    def _money(self, cents: int) -> str:
        pay = format_money(cents, self._settings.currency, self._settings.locale)
        return _("{pay} an hour").format(pay=pay)

    def _keep_pay(self, values: Mapping[str, Any]) -> None:
        self._staff.set_pay_rate(self._member_id, values["from_day"], values["hourly_cents"])
        self._desk.toast(_("Pay kept"), undo=True)

    def _remove_pay(self, day: date) -> None:
        if self._desk.attempt(lambda: self._staff.remove_pay_rate(self._member_id, day)):
            self._desk.toast(_("Pay removed"), undo=True)

    # Both

    def _entries(
        self,
        dated: Dated[int] | None,
        text: Callable[[int], str],
        remove: Callable[[date], object],
    ) -> list[Entry]:
        if dated is None:
            return []
        today = self._desk.clock.today()
        current = dated.entry_on(today)
        entries = []
        for day, value in reversed(dated.entries):
            is_now = current is not None and current[0] == day
            entries.append(
                Entry(
                    text(value),
                    _("From {day}").format(day=format_day(day, "short", self._settings.locale)),
                    (_("Now"), "accent") if is_now else ("", ""),
                    (Verb("trash", _("Remove"), partial(remove, day)),),
                    faint=not is_now and day <= today,
                )
            )
        return entries


def _hours_a_week(minutes: int) -> str:
    return _("{hours} hours a week").format(hours=format_hours(minutes))
