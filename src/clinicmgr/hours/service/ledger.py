"""The stretches on record: every edit is one named change, checked, with its corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.orm import Session

from clinicmgr.hours import rules
from clinicmgr.hours.records import (
    EDIT_HOURS,
    Correction,
    Source,
    Stretch,
    StretchDraft,
    TypedDay,
)
from clinicmgr.hours.service.naming import Edit, ask_reason, corrections, edit_title, needs_reason
from clinicmgr.hours.service.spans import Spans
from clinicmgr.hours.tables import CorrectionRow, StretchRow
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.staff.records import StaffMember
from clinicmgr.staff.service import Staff

DAY = timedelta(days=1)
_AT_ONCE = 500
_COLUMNS = (
    StretchRow.id,
    StretchRow.member_id,
    StretchRow.day,
    StretchRow.start,
    StretchRow.end,
    StretchRow.break_minutes,
    StretchRow.position_id,
    StretchRow.source,
    StretchRow.note,
    StretchRow.clocked_start,
    StretchRow.clocked_end,
    StretchRow.period_id,
)
Days = Mapping[tuple[int, date], TypedDay]
Reasons = Mapping[tuple[int, date], str]


class Ledger:
    """Who worked when."""

    def __init__(self, journal: Journal, staff: Staff, clock: Clock, spans: Spans) -> None:
        self._journal = journal
        self._staff = staff
        self._clock = clock
        self._spans = spans

    # Questions

    def stretches(self, first: date, last: date, member_id: int | None = None) -> list[Stretch]:
        """Return the stretches that begin on a day from first to last, by person and time."""
        wanted: list[ColumnElement[bool]] = [StretchRow.day.between(first, last)]
        if member_id is not None:
            wanted.append(StretchRow.member_id == member_id)
        with self._journal.read() as db:
            return _records(db, *wanted)

    def open_stretches(self, before: date) -> list[Stretch]:
        """Return the stretches of days before one that lack their end; locked ones have it."""
        row = StretchRow
        with self._journal.read() as db:
            return _records(db, row.period_id.is_(None), row.end.is_(None), row.day < before)

    def days_with_hours(self, first: date, last: date) -> list[date]:
        """Return the days from first to last on which anybody has hours."""
        wanted = select(StretchRow.day).where(StretchRow.day.between(first, last)).distinct()
        with self._journal.read() as db:
            return list(db.scalars(wanted))

    def corrections(self, first: date, last: date) -> list[Correction]:
        """Return what was corrected about days from first to last, in the order it was done."""
        row = CorrectionRow
        wanted = select(row).where(row.day >= first, row.day <= last).order_by(row.id)
        with self._journal.read() as db:
            return [
                Correction(one.id, one.member_id, one.day, one.former, one.now, one.reason,
                           one.on, one.by)
                for one in db.scalars(wanted)
            ]  # fmt: skip

    # Verbs

    def edit(
        self,
        add: Sequence[StretchDraft] = (),
        change: Mapping[int, StretchDraft] | None = None,
        remove: Iterable[int] = (),
        *,
        reason: str = "",
        title: str | None = None,
    ) -> list[int]:
        """Add, change and remove stretches in one change; return the ids of those added.

        What the time clock said is only changed with a reason.
        """
        edit = self._edit(add, change or {}, remove)
        reasons = dict.fromkeys(edit.touched, reason)
        return self._carry_out(edit, reasons, title)

    def type_days(self, typed: Days, title: str | None = None) -> list[int]:
        """Let these days be as they were typed, in one change; return the ids of new stretches.

        Stretches that stay as they are keep where they came from.
        """
        add: list[StretchDraft] = []
        change: dict[int, StretchDraft] = {}
        remove: list[int] = []
        first, last = min(day for _id, day in typed), max(day for _id, day in typed)
        known: dict[tuple[int, date], list[Stretch]] = {}
        for one in self.stretches(first, last):
            known.setdefault((one.member_id, one.day), []).append(one)
        for (member_id, day), entry in typed.items():
            for old, new in zip_longest(known.get((member_id, day), ()), entry.stretches):
                if new is None:
                    remove.append(old.id)
                    continue
                draft = StretchDraft(member_id, day, new.start, new.end, new.break_minutes,
                                     new.position_id)  # fmt: skip
                if old is None:
                    add.append(draft)
                else:
                    change[old.id] = _retyped(old, draft)
        reasons = {key: entry.reason for key, entry in typed.items()}
        return self._carry_out(self._edit(add, change, remove), reasons, title)

    def take_in(
        self, add: Sequence[StretchDraft], change: Mapping[int, StretchDraft], title: str
    ) -> list[int]:
        """Keep what a time clock says, in one change; it needs no reason."""
        edit = self._edit(add, change, ())
        self._check(edit)
        with self._journal.change(title, EDIT_HOURS) as db:
            return self._write(db, edit)

    # Inside

    def _edit(
        self,
        add: Sequence[StretchDraft],
        change: Mapping[int, StretchDraft],
        remove: Iterable[int],
    ) -> Edit:
        people = {one.id: one for one in self._staff.members()}
        today = self._clock.today()
        gone = self._some(remove)
        before = self._some(change)
        changed = [
            (old, new)
            for old in before
            if (new := rules.tidy_stretch(change[old.id], _person(people, change[old.id]), today))
            != old.draft()
        ]
        added = [rules.tidy_stretch(one, _person(people, one), today) for one in add]
        return Edit(tuple(gone), tuple(changed), tuple(added))

    def _carry_out(self, edit: Edit, reasons: Reasons, title: str | None) -> list[int]:
        if edit.is_empty:
            return []
        tidy = {key: rules.tidy_reason(reason) for key, reason in reasons.items()}
        self._check(edit)
        unexplained = needs_reason(_without_reason(edit, tidy))
        if unexplained is not None:
            raise ask_reason(unexplained)
        names = {one.id: one.name for one in self._staff.members()}
        with self._journal.change(title or edit_title(edit, names), EDIT_HOURS) as db:
            self._explain(db, edit, tidy)
            return self._write(db, edit)

    def _check(self, edit: Edit) -> None:
        """Refuse locked days and work at two places at once."""
        touched = edit.touched
        if not touched:
            return
        days = {day for _member, day in touched}
        self._spans.refuse_locked(days)
        people = {member_id for member_id, _day in touched}
        out = {one.id for one in edit.before}
        around = [
            one
            for one in self.stretches(min(days) - DAY, max(days) + DAY)
            if one.member_id in people and one.id not in out
        ]
        names = {one.id: one.name for one in self._staff.members()}
        rules.check_overlaps([*around, *edit.after], names)

    def _explain(self, db: Session, edit: Edit, reasons: Reasons) -> None:
        about = {"on": self._clock.today(), "by": self._journal.actor.name}
        rows = [told | about for told in corrections(edit, reasons)]
        if rows:
            db.execute(insert(CorrectionRow), rows)

    def _write(self, db: Session, edit: Edit) -> list[int]:
        ids = [one.id for one in edit.gone]
        for at in range(0, len(ids), _AT_ONCE):
            db.execute(delete(StretchRow).where(StretchRow.id.in_(ids[at : at + _AT_ONCE])))
        for old, new in edit.changed:
            db.execute(update(StretchRow).where(StretchRow.id == old.id).values(_columns(new)))
        self._spans.forget_signatures(db, edit.touched)
        if not edit.added:
            return []
        statement = insert(StretchRow).returning(StretchRow.id, sort_by_parameter_order=True)
        return list(db.scalars(statement, [_columns(draft) for draft in edit.added]))

    def _some(self, ids: Iterable[int]) -> list[Stretch]:
        wanted = list(dict.fromkeys(ids))
        if not wanted:
            return []
        found: list[Stretch] = []
        with self._journal.read() as db:
            for at in range(0, len(wanted), _AT_ONCE):
                part = wanted[at : at + _AT_ONCE]
                found += _records(db, StretchRow.id.in_(part))
        if len(found) < len(wanted):
            raise UserError(_("These hours are no longer there; perhaps they were undone."))
        return found


def _without_reason(edit: Edit, reasons: Reasons) -> Edit:
    """The part of an edit for whose days nobody said why."""

    def silent(one: Stretch | StretchDraft) -> bool:
        return not reasons.get((one.member_id, one.day), "")

    return Edit(
        tuple(one for one in edit.gone if silent(one)),
        tuple((old, new) for old, new in edit.changed if silent(old)),
        (),
    )


def _retyped(old: Stretch, typed: StretchDraft) -> StretchDraft:
    """The stretch with what was typed; what the clock said, its note and its place stay."""
    return StretchDraft(
        old.member_id,
        old.day,
        typed.start,
        typed.end,
        typed.break_minutes,
        old.position_id if typed.position_id is None else typed.position_id,
        old.source if old.source is Source.CLOCK else _source(old, typed),
        old.note,
        old.clocked_start,
        old.clocked_end,
    )


def _source(old: Stretch, typed: StretchDraft) -> Source:
    same = (old.start, old.end, old.break_minutes) == (typed.start, typed.end, typed.break_minutes)
    return old.source if same else Source.TYPED


def _person(people: Mapping[int, StaffMember], draft: StretchDraft) -> StaffMember:
    found = people.get(draft.member_id)
    if found is None:
        raise UserError(_("This staff member is not on record; perhaps the hiring was undone."),
                        field="member_id")  # fmt: skip
    return found


def _records(db: Session, *conditions: ColumnElement[bool]) -> list[Stretch]:
    found = [
        Stretch(*row[:7], Source(row[7]), *row[8:])
        for row in db.execute(select(*_COLUMNS).where(*conditions))
    ]
    return sorted(found, key=lambda one: (one.member_id, one.day, one.start, one.id))


def _columns(draft: StretchDraft) -> dict[str, object]:
    values = {name: getattr(draft, name) for name in StretchDraft.__slots__}
    return values | {"source": draft.source.value}
