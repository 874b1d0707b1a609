"""Adjustments: corrections of locked work, paid with the next period."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from clinicmgr.hours import rules
from clinicmgr.hours.records import (
    EDIT_HOURS,
    Adjustment,
    AdjustmentDraft,
    AdjustmentKind,
    PayPeriod,
)
from clinicmgr.hours.service.spans import Spans
from clinicmgr.hours.tables import AdjustmentRow
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing
from clinicmgr.staff.records.days import short_day
from clinicmgr.staff.service import Staff

DAY = timedelta(days=1)


class Adjusting:
    """What is paid later for days that are locked."""

    def __init__(self, journal: Journal, staff: Staff, spans: Spans) -> None:
        self._journal = journal
        self._staff = staff
        self._spans = spans

    def paid_between(self, first: date, last: date) -> list[Adjustment]:
        """Return the adjustments that are paid within a span, in the order they were made."""
        row = AdjustmentRow
        wanted = select(row).where(row.paid_on.between(first, last)).order_by(row.id)
        with self._journal.read() as db:
            return [_record(each) for each in db.scalars(wanted)]

    def add(self, draft: AdjustmentDraft) -> int:
        """Add an adjustment to the next period that is not locked; return its id.

        UserError where the day is not locked: then its hours are corrected themselves.
        """
        member = self._staff.member(draft.member_id)
        tidy = rules.tidy_adjustment(draft, member)
        period = self._spans.of(tidy.day)
        if not period.is_locked:
            raise UserError(
                _("{day} is not locked; correct its hours themselves.").format(
                    day=short_day(tidy.day)
                ),
                field="day",
            )
        period = self._next_open(period.last)
        title = _("Adjust hours of {name} on {day}")
        with self._journal.change(
            title.format(name=member.name, day=short_day(tidy.day)), EDIT_HOURS
        ) as db:
            self._spans.forget_signatures(db, [(tidy.member_id, period.first)])
            return added(
                db,
                AdjustmentRow(
                    member_id=tidy.member_id,
                    day=tidy.day,
                    minutes=tidy.minutes,
                    kind=tidy.kind.value,
                    reason=tidy.reason,
                    paid_on=max(period.first, tidy.paid_on or period.first),
                    by=self._journal.actor.name,
                ),
            )

    def replace(self, adjustment_id: int, draft: AdjustmentDraft) -> int:
        """Put another adjustment in the place of one that is not paid yet; return its id."""
        member = self._staff.member(draft.member_id)
        title = _("Change adjustment of {name} on {day}")
        words = title.format(name=member.name, day=short_day(draft.day))
        with self._journal.change(words, EDIT_HOURS):
            self.remove(adjustment_id)
            return self.add(draft)

    def remove(self, adjustment_id: int) -> None:
        """Take back an adjustment that was not paid yet."""
        with self._journal.read() as db:
            one = _record(existing(db, AdjustmentRow, adjustment_id))
        self._spans.refuse_locked([one.paid_on])
        name = self._staff.member(one.member_id).name
        title = _("Remove adjustment of {name} on {day}")
        with self._journal.change(
            title.format(name=name, day=short_day(one.day)), EDIT_HOURS
        ) as db:
            self._spans.forget_signatures(db, [(one.member_id, one.paid_on)])
            db.delete(existing(db, AdjustmentRow, adjustment_id))

    def _next_open(self, day: date) -> PayPeriod:
        """Return the first period after a day that is not locked."""
        while True:
            period = self._spans.of(day + DAY)
            if not period.is_locked:
                return period
            day = period.last


def _record(row: AdjustmentRow) -> Adjustment:
    return Adjustment(
        row.id,
        row.member_id,
        row.day,
        row.minutes,
        row.reason,
        AdjustmentKind(row.kind),
        row.paid_on,
        row.by,
        row.period_id,
    )
