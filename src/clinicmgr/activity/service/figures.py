"""The sums of counts, made by the database in one pass over an index in the order of days."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import (
    Case,
    ColumnElement,
    Integer,
    Text,
    case,
    func,
    literal,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from clinicmgr.activity.records import LineKind, ServiceLine, Totals
from clinicmgr.activity.tables import CountRow

_KINDS = (LineKind.VISIT, LineKind.PROCEDURE, LineKind.DIAGNOSTIC)
MONTH = "month"


def summed(
    db: Session,
    lines: list[ServiceLine],
    first: date,
    last: date,
    by: str = "",
    where: Mapping[str, int] | None = None,
) -> dict[Any, Totals]:
    """Return the totals of a period by "month" ("2026-11"), a column of counts, or all under None.

    `where` names columns and the value each must have. The inner sums follow the index (a day, a
    provider), so that only a few thousand of them are left to be put in groups.
    """
    day, member = type_coerce(CountRow.day, Text), CountRow.member_id
    column = None if by in {"", MONTH} else getattr(CountRow, by)
    # Sums of a provider are there already; any other column makes the inner groups finer.
    finer: list[Any] = [] if column is None or by == "member_id" else [column]
    parts = [
        func.sum(_of_kind(kind, lines, CountRow.done)).label(f"done_{number}")
        for number, kind in enumerate(_KINDS)
    ]
    inner = _in_period(
        select(
            day.label("day"),
            member.label("member"),
            *(each.label("own") for each in finer),
            *parts,
            func.sum(CountRow.cancelled).label("cancelled"),
            func.sum(CountRow.no_shows).label("no_shows"),
            func.max(CountRow.done).label("any"),
        ),
        first,
        last,
        where,
    )
    days = inner.group_by(day, member, *finer).subquery()
    group = _group(days, by)
    sums = (*(days.c[f"done_{number}"] for number in range(3)), days.c.cancelled, days.c.no_shows)
    wanted = select(group, *map(func.sum, sums), func.sum(case((days.c.any > 0, 1), else_=0)))
    rows = db.connection().execute(wanted.group_by(group)).all()
    return {key: Totals(*numbers) for key, *numbers in rows}


def done_by_month(db: Session, first: date, last: date) -> dict[tuple[str, int], int]:
    """Return how many were done by (month as "2026-11", line)."""
    day, line = type_coerce(CountRow.day, Text), CountRow.line_id
    inner = _in_period(
        select(day.label("day"), line.label("line"), func.sum(CountRow.done).label("done")),
        first,
        last,
        None,
    )
    days = inner.group_by(day, CountRow.member_id, line).subquery()
    month = func.substr(days.c.day, 1, 7)
    wanted = select(month, days.c.line, func.sum(days.c.done)).group_by(month, days.c.line)
    return {(text, line_id): done for text, line_id, done in db.connection().execute(wanted)}


def minutes_done(
    db: Session, lines: list[ServiceLine], first: date, last: date
) -> dict[tuple[date, int, int], int]:
    """Return what was done × the minutes of its line, by (day, member, line)."""
    minutes = {line.id: line.minutes for line in lines}
    day = type_coerce(CountRow.day, Text)
    keys = (day, CountRow.member_id, CountRow.line_id)
    wanted = _in_period(select(*keys, func.sum(CountRow.done)), first, last, None)
    rows = db.connection().execute(wanted.group_by(*keys)).all()
    days = {text: date.fromisoformat(text) for text in {row[0] for row in rows}}
    return {
        (days[text], member_id, line_id): done * minutes[line_id]
        for text, member_id, line_id, done in rows
        if done and minutes[line_id]
    }


def _of_kind(kind: LineKind, lines: list[ServiceLine], value: Any) -> Case[int] | Any:
    ids = [line.id for line in lines if line.kind is kind]
    return case((CountRow.line_id.in_(ids), value), else_=0) if ids else literal(0, Integer)


def _in_period(wanted: Any, first: date, last: date, where: Mapping[str, int] | None) -> Any:
    chosen = wanted.where(CountRow.day.between(first, last))
    for name, value in (where or {}).items():
        chosen = chosen.where(getattr(CountRow, name) == value)
    return chosen


def _group(days: Any, by: str) -> ColumnElement[Any]:
    if by == MONTH:
        month: ColumnElement[str] = func.substr(days.c.day, 1, 7)
        return month
    if by == "member_id":
        member: ColumnElement[int] = days.c.member
        return member
    own: ColumnElement[Any] = days.c.own if by else literal(None)
    return own
