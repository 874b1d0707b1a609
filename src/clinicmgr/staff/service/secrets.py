"""Pay rates and tax ids: every reading in clear passes the journal's gate here."""

from datetime import date

from sqlalchemy import select

from clinicmgr.kernel.access import Right
from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.staff import rules
from clinicmgr.staff.records import EDIT_STAFF, READ_PAY, READ_TAX_ID
from clinicmgr.staff.service.dated import dated, entry_of, name_of, remove_entry
from clinicmgr.staff.tables import PayRateRow, SecretRow


class Secrets:
    """What is nobody's business; who may not see a secret may not set it either."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def pay_rates(self) -> dict[int, Dated[int]]:
        """Return the cents an hour of each member that has a pay rate."""
        self._journal.require(READ_PAY)
        columns = select(PayRateRow.member_id, PayRateRow.from_day, PayRateRow.hourly_cents)
        with self._journal.read() as db:
            return dated(db.execute(columns))

    def set_pay_rate(self, member_id: int, from_day: date, hourly_cents: int) -> None:
        """Agree on cents an hour from a day on; an entry of the same day is replaced."""
        title = self._opened(READ_PAY, _("Pay of {name}"), member_id)
        rules.check_hourly_cents(hourly_cents)
        rules.check_day(from_day, field="from_day")
        with self._journal.change(title, EDIT_STAFF) as db:
            row = entry_of(db, PayRateRow, member_id, from_day)
            if row is None:
                db.add(
                    PayRateRow(member_id=member_id, from_day=from_day, hourly_cents=hourly_cents)
                )
            else:
                row.hourly_cents = hourly_cents

    def remove_pay_rate(self, member_id: int, from_day: date) -> None:
        """Take back the pay rate that begins on a day; the one before it holds longer."""
        title = self._opened(READ_PAY, _("Remove pay of {name}"), member_id)
        with self._journal.change(title, EDIT_STAFF) as db:
            remove_entry(db, PayRateRow, member_id, from_day)

    def tax_id(self, member_id: int) -> str:
        """Return the tax id in clear, "" for none."""
        self._journal.require(READ_TAX_ID)
        return self._kept(member_id)

    def masked_tax_id(self, member_id: int) -> str:
        """Return the tax id with all but its last four letters hidden."""
        return rules.mask_tax_id(self._kept(member_id))

    def set_tax_id(self, member_id: int, tax_id: str) -> None:
        """Keep a tax id in its usual shape; "" removes it."""
        title = self._opened(READ_TAX_ID, _("Tax id of {name}"), member_id)
        tidy = rules.tidy_tax_id(tax_id)
        with self._journal.change(title, EDIT_STAFF) as db:
            row = db.scalar(select(SecretRow).where(SecretRow.member_id == member_id))
            if row is None:
                db.add_all([SecretRow(member_id=member_id, tax_id=tidy)] if tidy else [])
            elif tidy:
                row.tax_id = tidy
            else:
                db.delete(row)

    def _kept(self, member_id: int) -> str:
        with self._journal.read() as db:
            kept = db.scalar(select(SecretRow.tax_id).where(SecretRow.member_id == member_id))
        return kept or ""

    def _opened(self, secret: Right, words: str, member_id: int) -> str:
        """Pass the gate and return the title."""
        self._journal.require(secret)
        with self._journal.read() as db:
            return words.format(name=name_of(db, member_id))
