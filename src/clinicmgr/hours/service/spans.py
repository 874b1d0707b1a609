"""Pay periods: computed from the rules, kept once somebody signs or locks one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from clinicmgr.hours import rules
from clinicmgr.hours.records import PayPeriod, SignOff
from clinicmgr.hours.service.paying import Paying
from clinicmgr.hours.tables import PeriodRow, SignOffRow
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added
from clinicmgr.staff.records.days import day_text, span_text

DAY = timedelta(days=1)


class Spans:
    """Which days are paid together, which of them are locked, and who signed."""

    def __init__(self, journal: Journal, paying: Paying) -> None:
        self._journal = journal
        self._paying = paying

    def of(self, day: date) -> PayPeriod:
        """Return the pay period of a day."""
        return next(iter(self.between(day, day)))

    def between(self, first: date, last: date) -> list[PayPeriod]:
        """Return the pay periods with a day from `first` to `last`, in order."""
        known, default = self._paying.rules(), self._paying.default()
        kept = self.kept(last)
        found, day = [], first
        while day <= last:
            period = self._period(day, kept, rules.period_of(day, known, default))
            found.append(period)
            day = period.last + DAY
        return found

    def refuse_locked(self, days: Iterable[date]) -> None:
        """Raise a UserError where one of the days is locked."""
        wanted = sorted(set(days))
        if not wanted:
            return
        for period in self.kept(wanted[-1]):
            if period.is_locked and any(period.holds(day) for day in wanted):
                raise UserError(
                    _(
                        "The pay period {span} was signed off and locked on {day}. "
                        "Enter an adjustment instead; it is paid with the next period."
                    ).format(
                        span=span_text(period.first, period.last),
                        day=day_text(period.locked_on or period.last),
                    ),
                    field="day",
                )

    def sign_offs(self, period: PayPeriod) -> dict[int, SignOff]:
        """Return who signed a period, by member id."""
        if period.id is None:
            return {}
        with self._journal.read() as db:
            rows = db.scalars(select(SignOffRow).where(SignOffRow.period_id == period.id))
            return {row.member_id: sign_off_of(row) for row in rows}

    def forget_signatures(self, db: Session, touched: Iterable[tuple[int, date]]) -> None:
        """Within a change: let people whose hours changed sign again, where nothing is locked."""
        opened = {row.id: row for row in db.scalars(
            select(PeriodRow).where(PeriodRow.locked_on.is_(None)))}  # fmt: skip
        for member_id, day in set(touched):
            for period in opened.values():
                if period.first <= day <= period.last:
                    own = (SignOffRow.period_id == period.id) & (SignOffRow.member_id == member_id)
                    db.execute(delete(SignOffRow).where(own))

    def row_of(self, db: Session, period: PayPeriod) -> int:
        """Within a change: return the id of a period's row, writing it where there is none."""
        if period.id is not None:
            return period.id
        row = db.scalar(select(PeriodRow).where(PeriodRow.first == period.first))
        if row is not None:  # signed by other rules, which ended it on another day
            row.last = period.last
            return row.id
        return added(db, PeriodRow(first=period.first, last=period.last, locked_by=""))

    @staticmethod
    def _period(day: date, kept: list[PayPeriod], computed: PayPeriod) -> PayPeriod:
        """Return the period on record for a day; one that is locked ends those beside it."""
        for one in kept:
            if one.holds(day) and (one.is_locked or (one.first, one.last) == _ends(computed)):
                return one
        first = max([computed.first, *(one.last + DAY for one in kept
                                       if one.is_locked and one.last < day)])  # fmt: skip
        return PayPeriod(first, computed.last)

    def kept(self, last: date = date.max) -> list[PayPeriod]:
        """Return the periods on record that begin on a day or before, in order."""
        wanted = select(PeriodRow).where(PeriodRow.first <= last).order_by(PeriodRow.first)
        with self._journal.read() as db:
            return [
                PayPeriod(row.first, row.last, row.id, row.locked_on, row.locked_by)
                for row in db.scalars(wanted)
            ]


def _ends(period: PayPeriod) -> tuple[date, date]:
    return period.first, period.last


def sign_off_of(row: SignOffRow) -> SignOff:
    """Return a signature as others see it."""
    return SignOff(
        row.id,
        row.period_id,
        row.member_id,
        row.signed_by,
        row.signed_on,
        row.regular_minutes,
        row.overtime_minutes,
        row.leave_minutes,
    )
