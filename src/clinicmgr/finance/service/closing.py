"""What holds for the money of the practice: through which day it is closed, what balances it."""

from datetime import date

from sqlalchemy import select

from clinicmgr.finance.records import CLOSE_MONTHS, EDIT_BUDGET
from clinicmgr.finance.tables import MoneySettingRow
from clinicmgr.kernel.access import Right
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.journal import Journal
from clinicmgr.staff.records.days import day_text

CLOSED_THROUGH = "closed_through"
BALANCING = "balancing"
USUAL_BALANCING = N_("Checking")


class Closing:
    """Keeps the few settings of money."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal, self._clock = journal, clock

    def through(self) -> date | None:
        """Return the last day that is closed, None while nothing is."""
        text = self._value(CLOSED_THROUGH)
        return date.fromisoformat(text) if text else None

    def close(self, through: date | None) -> None:
        """Close all days up to one, or reopen the later ones; None reopens everything."""
        if through is not None and through >= self._clock.today():
            raise UserError(
                _("{day} is not over yet. Close a month when it has ended.").format(
                    day=day_text(through)
                ),
                field=CLOSED_THROUGH,
            )
        before = self.through()
        if through is None:
            title = _("Reopen all months")
        elif before is not None and through < before:
            title = _("Reopen the days after {day}").format(day=day_text(through))
        else:
            title = _("Close through {day}").format(day=day_text(through))
        self._keep(CLOSED_THROUGH, through.isoformat() if through else "", title, CLOSE_MONTHS)

    def balancing(self) -> str:
        """Return the account at the bank that balances the journal for QuickBooks."""
        return self._value(BALANCING) or _(USUAL_BALANCING)

    def set_balancing(self, name: str) -> None:
        """Name the account at the bank, as QuickBooks has it."""
        tidy = " ".join(name.split())
        title = _("Balance the journal by {name}").format(name=tidy or _(USUAL_BALANCING))
        self._keep(BALANCING, tidy, title, EDIT_BUDGET)

    def _value(self, key: str) -> str:
        with self._journal.read() as db:
            return db.scalar(select(MoneySettingRow.value).where(MoneySettingRow.key == key)) or ""

    def _keep(self, key: str, value: str, title: str, needs: Right) -> None:
        with self._journal.change(title, needs) as db:
            row = db.scalar(select(MoneySettingRow).where(MoneySettingRow.key == key))
            if row is None and value:
                db.add(MoneySettingRow(key=key, value=value))
            elif row is not None and row.value != value:
                row.value = value
