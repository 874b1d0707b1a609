"""Week plans between their rows and their records."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from clinicmgr.schedule.records.week_plans import PlannedShift, WeekPlan, WeekPlanDraft
from clinicmgr.schedule.tables import PlannedShiftRow, WeekPlanRow

_COLUMNS = tuple(name for name in PlannedShift.__slots__ if name != "id")


def all_plans(db: Session) -> list[WeekPlan]:
    """Return all plans with their shifts, by name; two queries, however many there are."""
    shifts: dict[int, list[PlannedShift]] = {}
    for row in db.scalars(select(PlannedShiftRow)):
        values = {name: getattr(row, name) for name in _COLUMNS}
        shifts.setdefault(row.plan_id, []).append(PlannedShift(id=row.id, **values))
    rows = db.scalars(select(WeekPlanRow))
    plans = [_plan(row, shifts.get(row.id, ())) for row in rows]
    return sorted(plans, key=lambda one: one.name.casefold())


def plan_columns(draft: WeekPlanDraft) -> dict[str, object]:
    """Return the columns of a plan."""
    values = {name: getattr(draft, name) for name in WeekPlanDraft.__slots__}
    return values | {"name": draft.name.strip()}


def shift_columns(shift: PlannedShift) -> dict[str, object]:
    """Return the columns of a planned shift, but for its plan."""
    return {name: getattr(shift, name) for name in _COLUMNS}


def put_shifts(
    db: Session, plan_id: int, before: Mapping[int, PlannedShift], after: Iterable[PlannedShift]
) -> None:
    """Make the shifts of a plan these; only rows that differ are written."""
    kept: set[int] = set()
    for shift in after:
        if shift.id not in before:
            db.add(PlannedShiftRow(plan_id=plan_id, **shift_columns(shift)))
            continue
        kept.add(shift.id)
        if before[shift.id] != shift:
            row = db.get_one(PlannedShiftRow, shift.id)
            for name, value in shift_columns(shift).items():
                setattr(row, name, value)
    for gone in before.keys() - kept:
        db.delete(db.get_one(PlannedShiftRow, gone))


def _plan(row: WeekPlanRow, shifts: Iterable[PlannedShift]) -> WeekPlan:
    in_order = sorted(shifts, key=lambda one: (one.week, one.weekday, one.start, one.end, one.id))
    return WeekPlan(row.id, row.name, row.weeks, row.color, row.anchor, row.note, tuple(in_order))
