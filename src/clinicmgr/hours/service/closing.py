"""Closing a pay period: everybody signs, then the database locks it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from clinicmgr.hours.records import SIGN_OFF, FlagKind, PayPeriod, Timesheet
from clinicmgr.hours.service.sheets import Sheets
from clinicmgr.hours.service.spans import Spans
from clinicmgr.hours.tables import (
    AdjustmentRow,
    CorrectionRow,
    PeriodRow,
    SignOffRow,
    StretchRow,
)
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import existing
from clinicmgr.staff.records.days import day_text, short_day, span_text
from clinicmgr.staff.service import Staff

FEW = 4


class Closing:
    """Signatures and the lock."""

    def __init__(
        self, journal: Journal, staff: Staff, clock: Clock, spans: Spans, sheets: Sheets
    ) -> None:
        self._journal = journal
        self._staff = staff
        self._clock = clock
        self._spans = spans
        self._sheets = sheets

    def sign(self, day: date, signers: Mapping[int, str]) -> None:
        """Note who agrees to the hours of whom in the pay period of `day`: member id, by whom.

        UserError while the end of a stretch is missing.
        """
        period = self._open(day)
        names = self._names()
        for sheet in self._sheets.all(period.first, period.last, signers.keys()):
            self._refuse_missing(sheet, names)
        blank = [names.get(each, "") for each, by in signers.items() if not by.strip()]
        if blank:
            raise UserError(_("Say who signs for {name}.").format(name=blank[0]), field="signed_by")
        title = ngettext("Sign {span}: {count} person", "Sign {span}: {count} people", len(signers))
        words = title.format(span=span_text(period.first, period.last), count=len(signers))
        with self._journal.change(words, SIGN_OFF) as db:
            period_id = self._spans.row_of(db, period)
            known = {
                row.member_id: row
                for row in db.scalars(select(SignOffRow).where(SignOffRow.period_id == period_id))
            }
            for member_id, by in signers.items():
                values = {"signed_by": " ".join(by.split()), "signed_on": self._clock.today()}
                if member_id in known:
                    known[member_id].signed_by = str(values["signed_by"])
                    known[member_id].signed_on = self._clock.today()
                else:
                    db.add(SignOffRow(period_id=period_id, member_id=member_id, **values))

    def unsign(self, day: date, member_ids: Iterable[int]) -> None:
        """Take signatures of a period back, while it is not locked."""
        period = self._open(day)
        title = _("Take signatures of {span} back")
        words = title.format(span=span_text(period.first, period.last))
        with self._journal.change(words, SIGN_OFF) as db:
            own = (SignOffRow.period_id == period.id) & SignOffRow.member_id.in_(tuple(member_ids))
            db.execute(delete(SignOffRow).where(own))

    def lock(self, day: date) -> PayPeriod:
        """Lock the pay period of a day for good; undo takes it back on the same day only.

        UserError before its last day, while a stretch lacks its end, and while somebody with
        hours has not signed.
        """
        period = self._open(day)
        today = self._clock.today()
        if today < period.last:
            raise UserError(
                _("This pay period ends on {day}; it can be locked from then on.").format(
                    day=day_text(period.last)
                )
            )
        sheets = [one for one in self._sheets.all(period.first, period.last) if one.has_work]
        self._refuse_unfinished(sheets)
        title = _("Lock pay period {span}").format(span=span_text(period.first, period.last))
        with self._journal.change(title, SIGN_OFF) as db:
            period_id = self._spans.row_of(db, period)
            _fix_totals(db, period_id, sheets)
            _stamp(db, period_id, period)
            row = existing(db, PeriodRow, period_id)
            row.locked_on, row.locked_by = today, self._journal.actor.name
        return self._spans.of(day)

    # Inside

    def _open(self, day: date) -> PayPeriod:
        period = self._spans.of(day)
        if period.is_locked:
            raise UserError(
                _("The pay period {span} is locked since {day}.").format(
                    span=span_text(period.first, period.last),
                    day=day_text(period.locked_on or period.last),
                )
            )
        return period

    def _refuse_unfinished(self, sheets: Iterable[Timesheet]) -> None:
        names = self._names()
        unsigned = []
        for sheet in sheets:
            self._refuse_missing(sheet, names)
            if sheet.sign_off is None:
                unsigned.append(names[sheet.member_id])
        if unsigned:
            few = ", ".join(unsigned[:FEW]) + (", …" if unsigned[FEW:] else "")
            raise UserError(
                ngettext(
                    "{count} person has not signed yet: {names}.",
                    "{count} people have not signed yet: {names}.",
                    len(unsigned),
                ).format(count=len(unsigned), names=few)
            )

    def _refuse_missing(self, sheet: Timesheet, names: Mapping[int, str]) -> None:
        for line in sheet.lines:
            if any(one.is_open for one in line.stretches):
                words = _("{name}: the end of work on {day} is missing. Enter it first.")
                raise UserError(
                    words.format(name=names[sheet.member_id], day=short_day(line.day)),
                    field=FlagKind.MISSING_PUNCH.value,
                )

    def _names(self) -> dict[int, str]:
        return {each.id: each.name for each in self._staff.members()}


def _fix_totals(db: Session, period_id: int, sheets: Iterable[Timesheet]) -> None:
    """Keep what each person is paid for, so that a later change elsewhere shows."""
    rows = {
        row.member_id: row
        for row in db.scalars(select(SignOffRow).where(SignOffRow.period_id == period_id))
    }
    for sheet in sheets:
        row = rows[sheet.member_id]
        row.regular_minutes = sheet.paid_regular
        row.overtime_minutes = sheet.paid_overtime
        row.leave_minutes = sum(sheet.leave.values())
    db.flush()


def _stamp(db: Session, period_id: int, period: PayPeriod) -> None:
    """Mark everything in the period as locked in it, before the period itself is."""
    for row, day in (
        (StretchRow, StretchRow.day),
        (CorrectionRow, CorrectionRow.day),
        (AdjustmentRow, AdjustmentRow.paid_on),
    ):
        inside = day.between(period.first, period.last)
        db.execute(update(row).where(inside).values(period_id=period_id))
