"""Reading the rulebook's rows, and counting what the weeks and the year before tell."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from sqlalchemy import ColumnElement, distinct, func, or_, select, tuple_
from sqlalchemy.orm import Session

from clinicmgr.kernel.journal_tables import journal_change, journal_entry
from clinicmgr.schedule.records import Approval, Number, RuleLine, Scope, Strength, Tally
from clinicmgr.schedule.records.rulebook import canonical
from clinicmgr.schedule.rules.weekends import saturday_of
from clinicmgr.schedule.tables import OverrideRow, RuleRow, ShiftRow

OFF = "off"


def line_of_row(row: RuleRow) -> RuleLine:
    """The line a row holds."""
    numbers: dict[str, Number] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in json.loads(row.numbers).items()
    }
    scope = Scope(
        tuple(json.loads(row.member_ids)),
        tuple(json.loads(row.position_ids)),
        tuple(json.loads(row.site_ids)),
        row.from_day,
        row.to_day,
    )
    strength = None if row.strength == OFF else Strength[row.strength.upper()]
    return RuleLine(row.id, row.rule, strength, canonical(numbers.items()), scope)


def columns_of(line: RuleLine) -> dict[str, object]:
    """The columns a line is kept in."""
    scope = line.scope
    return {
        "rule": line.rule,
        "strength": OFF if line.strength is None else line.strength.name.lower(),
        "numbers": json.dumps(dict(line.numbers), separators=(",", ":")),
        "member_ids": json.dumps(sorted(scope.member_ids), separators=(",", ":")),
        "position_ids": json.dumps(sorted(scope.position_ids), separators=(",", ":")),
        "site_ids": json.dumps(sorted(scope.site_ids), separators=(",", ":")),
        "from_day": scope.from_day,
        "to_day": scope.to_day,
    }


def approvals_between(db: Session, first: date, last: date) -> tuple[Approval, ...]:
    """What was approved about days from first to last, with who did so and when."""
    rows = db.scalars(
        select(OverrideRow).where(OverrideRow.day.between(first, last)).order_by(OverrideRow.id)
    ).all()
    if not rows:
        return ()
    entries = journal_change.join(journal_entry, journal_change.c.entry == journal_entry.c.id)
    made = db.execute(
        select(journal_change.c.row_id, journal_entry.c.who, journal_entry.c.at)
        .select_from(entries)
        .where(
            journal_change.c.tbl == OverrideRow.__tablename__,
            journal_change.c.row_id.in_([row.id for row in rows]),
        )
        .order_by(journal_change.c.seq.desc())
    )
    by = {row_id: (who, datetime.fromisoformat(at)) for row_id, who, at in made}
    return tuple(
        Approval(
            row.id,
            row.rule,
            tuple(json.loads(row.member_ids)),
            row.day,
            row.reason,
            row.matter,
            *by.get(row.id, ("", None)),
        )
        for row in rows
    )


def days_worked(db: Session, first: date, last: date) -> dict[int, frozenset[date]]:
    """The days on which each person has a shift, from first to last."""
    found: dict[int, set[date]] = {}
    for member_id, day in _days(db, ShiftRow.day.between(first, last)):
        found.setdefault(member_id, set()).add(day)
    return {member_id: frozenset(each) for member_id, each in found.items()}


def _days(db: Session, condition: ColumnElement[bool]) -> Iterator[tuple[int, date]]:
    query = select(ShiftRow.member_id, ShiftRow.day).distinct().where(condition)
    for member_id, day in db.connection().execute(query):
        if member_id is not None:
            yield member_id, day


def tallies(db: Session, first: date, last: date, holidays: Iterable[date]) -> Mapping[int, Tally]:
    """How many weekends, closings and holidays each person has from first to last."""
    closed = frozenset(holidays)
    special = or_(func.strftime("%w", ShiftRow.day).in_(("0", "6")), ShiftRow.day.in_(closed))
    weekends: dict[int, set[date]] = {}
    worked: dict[int, set[date]] = {}
    for member_id, day in _days(db, ShiftRow.day.between(first, last) & special):
        saturday = saturday_of(day)
        if saturday is not None:
            weekends.setdefault(member_id, set()).add(saturday)
        if day in closed:
            worked.setdefault(member_id, set()).add(day)
    closings = _closings(db, first, last)
    return {
        member_id: Tally(
            len(weekends.get(member_id, ())),
            closings.get(member_id, 0),
            len(worked.get(member_id, ())),
        )
        for member_id in {*weekends, *worked, *closings}
    }


def _closings(db: Session, first: date, last: date) -> dict[int, int]:
    given = (ShiftRow.day.between(first, last), ShiftRow.member_id.is_not(None))
    latest = (
        select(ShiftRow.day, ShiftRow.position_id, func.max(ShiftRow.end))
        .where(*given)
        .group_by(ShiftRow.day, ShiftRow.position_id)
    )
    is_last = tuple_(ShiftRow.day, ShiftRow.position_id, ShiftRow.end).in_(latest)
    query = select(ShiftRow.member_id, func.count(distinct(ShiftRow.day)))
    rows = db.connection().execute(query.where(*given, is_last).group_by(ShiftRow.member_id))
    return {member_id: count for member_id, count in rows if member_id is not None}
