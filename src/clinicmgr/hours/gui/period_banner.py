"""What is to be done about a pay period next, in one sentence with one button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from clinicmgr.hours.records import PayPeriod, Timesheet
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit.banner import Banner
from clinicmgr.staff.records.days import day_text

Run = Callable[[], object]


class PeriodBanner(Banner):
    """What is wrong first, then who has to sign, then that it is locked."""

    def __init__(self, parent: QWidget, show_next: Run, sign_off: Run, adjust: Run) -> None:
        super().__init__("info", parent)
        self._show_next, self._sign_off, self._adjust = show_next, sign_off, adjust

    def show_period(self, period: PayPeriod, sheets: Sequence[Timesheet], today: date) -> None:
        """Say what a period asks for."""
        wrong = sum(
            any(flag.kind.is_wrong for flag in line.flags)
            for sheet in sheets
            for line in sheet.lines
        )
        unsigned = sum(one.has_work and one.sign_off is None for one in sheets)
        if period.locked_on is not None:
            words = _("on {day} by {name}. A later correction is paid with the next period.")
            self.say(
                _("Locked"),
                words.format(day=day_text(period.locked_on), name=period.locked_by),
                tone="success",
                action=_("Add adjustment"),
                on_press=self._adjust,
            )
        elif wrong:
            words = ngettext("{count} day to put right:", "{count} days to put right:", wrong)
            self.say(
                words.format(count=wrong),
                _("an end is missing, nothing is recorded, or somebody worked on leave."),
                tone="danger",
                action=_("Show the next"),
                on_press=self._show_next,
            )
        elif period.last < today and unsigned:
            words = ngettext("{count} signature", "{count} signatures", unsigned)
            self.say(
                words.format(count=unsigned),
                _("are missing until this pay period can be locked."),
                tone="warning",
                action=_("Sign off"),
                on_press=self._sign_off,
            )
        else:
            self.clear()
