"""Reading work from its rows: the order, its answered steps, its amendments."""

from collections.abc import Iterable

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from clinicmgr.equipment.records import (
    Amendment,
    Check,
    CheckResult,
    Closing,
    Work,
    WorkKind,
)
from clinicmgr.equipment.tables import AmendmentRow, CheckRow, WorkRow


def gathered(db: Session, wanted: Select[WorkRow]) -> list[Work]:
    """Return the work that a question to the work table finds, in its order."""
    rows = db.scalars(wanted).all()
    if all(row.closed_on is None for row in rows):
        return [_record(row, (), ()) for row in rows]
    ids = wanted.with_only_columns(WorkRow.id).order_by(None)
    checks: dict[int, list[Check]] = {}
    answers = select(CheckRow).where(CheckRow.work_id.in_(ids)).order_by(CheckRow.rank)
    for answer in db.scalars(answers):
        checks.setdefault(answer.work_id, []).append(
            Check(answer.step, CheckResult(answer.result), answer.note)
        )
    amended: dict[int, list[Amendment]] = {}
    additions = select(AmendmentRow).where(AmendmentRow.work_id.in_(ids)).order_by(AmendmentRow.id)
    for addition in db.scalars(additions):
        amended.setdefault(addition.work_id, []).append(_amendment(addition))
    return [_record(row, checks.get(row.id, ()), amended.get(row.id, ())) for row in rows]


def _amendment(row: AmendmentRow) -> Amendment:
    return Amendment(
        note=row.note,
        labor_minutes=row.labor_minutes,
        cost_cents=row.cost_cents,
        downtime_minutes=row.downtime_minutes,
        id=row.id,
        day=row.day,
        who=row.who,
    )


def _record(row: WorkRow, checks: Iterable[Check], amendments: Iterable[Amendment]) -> Work:
    closing = None
    if row.closed_on is not None:
        closing = Closing(
            day=row.closed_on,
            done_by=row.done_by,
            labor_minutes=row.labor_minutes,
            cost_cents=row.cost_cents,
            downtime_minutes=row.downtime_minutes,
            notes=row.notes,
            checks=tuple(checks),
        )
    return Work(
        id=row.id,
        asset_id=row.asset_id,
        plan_id=row.plan_id,
        kind=WorkKind(row.kind),
        title=row.title,
        reported=row.reported,
        due=row.due,
        member_id=row.member_id,
        vendor=row.vendor,
        started=row.started,
        closing=closing,
        amendments=tuple(amendments),
    )
