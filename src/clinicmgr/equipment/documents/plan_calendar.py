"""The maintenance calendar of a year: what was due in each month, what was done and what waits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clinicmgr.equipment.documents.months import month_heads
from clinicmgr.equipment.records import Plan, Upcoming, Work
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Cell, Column, Document, Imprint, Page, Row, Table, Text, Value

MOST_DAYS = 2  # more in a month are counted instead of named


@dataclass(frozen=True, slots=True)
class PlanCalendarOptions:
    """Which year."""

    year: int


def build_plan_calendar(
    equipment: Equipment,
    settings: ClinicSettings,
    imprint: Imprint,
    options: PlanCalendarOptions,
) -> Document:
    """Return the calendar, a line for each plan in groups by asset."""
    first, last = date(options.year, 1, 1), date(options.year, 12, 31)
    found = equipment.figures(first, last)
    share = (
        ""
        if found.on_time is None
        else _("{on_time} of {due} on time ({share:.0%}).").format(
            on_time=found.planned_on_time, due=found.planned_due, share=found.on_time
        )
    )
    legend = _(
        "✓ 12: was due on the 12th and done by then; late 12: done after that day; ! 12: overdue; "
        "12: still to come; 3/4: of several in a month, how many were done."
    )
    return Document(
        title=_("Maintenance calendar {year}").format(year=options.year),
        subtitle=share,
        items=(_table(equipment, first, last), Text(legend, "small")),
        imprint=imprint,
        page=Page(settings.paper, landscape=True),
        language=settings.locale,
    )


def _table(equipment: Equipment, first: date, last: date) -> Table:
    work = _by_month(
        (each.plan_id, each.due, each)
        for each in equipment.planned_work(first, last)
        if each.plan_id is not None and each.due is not None
    )
    waiting = _by_month(
        (each.plan.id, each.day, each)
        for each in equipment.upcoming(first, last)
        if first <= each.day
    )
    names = {each.id: each.name for each in equipment.members()}
    today = equipment.clock.today()
    rows: list[Row] = []
    for asset in equipment.assets():
        plans = [
            plan
            for plan in equipment.plans(asset.id)
            if any(plan.id == plan_id for plan_id, _month in (*work, *waiting))
        ]
        if plans:
            rows.append(Row((asset.title,), kind="group"))
            rows += [_plan_row(plan, work, waiting, names, today) for plan in plans]
    columns = (
        Column(_("Plan"), width=0.2),
        Column(_("Done by"), width=0.12),
        *(Column(head, align="center", width=0.68 / 12) for head in month_heads()),
    )
    return Table(columns, tuple(rows), empty=_("Nothing is planned in this year."))


def _by_month(entries: Iterable[tuple[int, date, object]]) -> dict[tuple[int, int], list[object]]:
    found: dict[tuple[int, int], list[object]] = {}
    for plan_id, day, entry in entries:
        found.setdefault((plan_id, day.month), []).append(entry)
    return found


def _plan_row(
    plan: Plan,
    work: Mapping[tuple[int, int], Sequence[object]],
    waiting: Mapping[tuple[int, int], Sequence[object]],
    names: Mapping[int, str],
    today: date,
) -> Row:
    who = names.get(plan.member_id or 0, "") or plan.vendor.partition(",")[0]
    months = (
        _cell(work.get((plan.id, month), ()), waiting.get((plan.id, month), ()), today)
        for month in range(1, 13)
    )
    return Row((f"{plan.title}, {plan.rhythm}", who, *months))


def _cell(done: Sequence[object], waiting: Sequence[object], today: date) -> Value | Cell:
    if len(done) + len(waiting) > MOST_DAYS:
        late = any(isinstance(each, Upcoming) and each.day < today for each in waiting)
        text = f"{len(done)}/{len(done) + len(waiting)}"
        return Cell(text, f"! {text}" if late else text, strong=late)
    parts, strong = [], False
    for each in done:
        if isinstance(each, Work) and each.due is not None and each.closing is not None:
            late = each.closing.day > each.due
            parts.append(_("late {day}").format(day=each.due.day) if late else f"✓ {each.due.day}")
    for each in waiting:
        if isinstance(each, Upcoming):
            overdue = each.day < today
            strong |= overdue
            parts.append(f"! {each.day.day}" if overdue else str(each.day.day))
    return Cell(", ".join(parts), strong=strong)
