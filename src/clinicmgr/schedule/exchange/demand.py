"""Demand from and to .csv and .xlsx."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from clinicmgr.exchange import (
    ImportPlan,
    PlannedRow,
    carry_out,
    plan_file,
    write_rows,
)
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import ngettext
from clinicmgr.kernel.periods import DAY_MINUTES
from clinicmgr.schedule.exchange.choices import choosing
from clinicmgr.schedule.records import DEMAND_FIELDS, DemandDraft
from clinicmgr.schedule.rules import check_demand
from clinicmgr.schedule.service import Schedule


@dataclass(frozen=True, slots=True)
class DemandLine:
    """One line of a demand file; no ideal is the minimum, no first day is today."""

    position_id: int
    weekday: int
    start: int
    end: int
    minimum: int
    ideal: int | None
    skill_id: int | None
    site_id: int | None
    from_day: date | None
    to_day: date | None

    def demand(self, today: date) -> DemandDraft:
        """Return the demand to keep; an end before the start is on the next day."""
        return DemandDraft(
            position_id=self.position_id,
            weekday=self.weekday,
            start=self.start,
            end=self.end if self.end > self.start else self.end + DAY_MINUTES,
            minimum=self.minimum,
            ideal=self.minimum if self.ideal is None else self.ideal,
            from_day=self.from_day or today,
            to_day=self.to_day,
            site_id=self.site_id,
            skill_id=self.skill_id,
        )


def demand_fields(schedule: Schedule) -> tuple[Field, ...]:
    """Return the columns of a demand file, with the practice's positions, skills and sites."""
    today = schedule.clock.today()
    return choosing(DEMAND_FIELDS, schedule.facts(today, today))


class DemandImporter:
    """Adds the demand of a file, all of it or none; what is on record already gets its numbers."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self._today = schedule.clock.today()
        self._fields = demand_fields(schedule)
        self._known = {one.id: one for one in schedule.demand()}
        self._lines: dict[int, DemandLine] = {}

    @property
    def fields(self) -> Sequence[Field]:
        """The columns of a demand file."""
        return self._fields

    def draft(self, **values: Any) -> DemandLine:
        """Return the line with those values."""
        return DemandLine(**values)

    def key(self, draft: DemandLine) -> Hashable:
        """Return everything but the numbers and the last day."""
        return _what(draft.demand(self._today))

    def match(self, draft: DemandLine) -> int | None:
        """Return the demand on record for the same work; its first day need not be written."""
        wanted = draft.demand(self._today)
        for known in self._known.values():
            began = known.from_day if draft.from_day is None else wanted.from_day
            if _what(known.draft()) == _what(replace(wanted, from_day=began)):
                self._lines[known.id] = draft
                return known.id
        return None

    def current(self, record_id: int) -> DemandLine:
        """Return the demand on record as a line; as the very line that was read if it says so."""
        draft, line = self._known[record_id].draft(), self._lines[record_id]
        if line.demand(draft.from_day) == draft:
            return line
        return DemandLine(**{one.name: getattr(draft, one.name) for one in fields(DemandLine)})

    def check(self, draft: DemandLine) -> Iterable[UserError]:
        """Yield everything that is wrong with one line."""
        try:
            check_demand(draft.demand(self._today))
        except UserError as error:
            yield error

    def check_all(self, rows: Sequence[PlannedRow[DemandLine]]) -> Iterable[tuple[int, UserError]]:
        """Yield nothing: each demand is judged by itself."""
        return ()

    def apply(self, new: Sequence[DemandLine], changed: Sequence[tuple[int, DemandLine]]) -> None:
        """Add and change the demand in one named change."""
        count = len(new) + len(changed)
        title = ngettext("Import {count} demand", "Import {count} demands", count)
        self._schedule.keep_demand(
            [line.demand(self._today) for line in new],
            {id_: line.demand(self._known[id_].from_day) for id_, line in changed},
            title.format(count=count),
        )


def plan_demand(schedule: Schedule, path: Path, locale: str = "en_US") -> ImportPlan[DemandLine]:
    """Return what importing the file would do, with every error in it; writes nothing.

    UserError where the file cannot be read or lacks a required column.
    """
    return plan_file(path, DemandImporter(schedule), locale)


def import_demand(
    schedule: Schedule, path: Path, locale: str = "en_US", *, dry_run: bool = False
) -> ImportPlan[DemandLine]:
    """Add the demand in a file, all in one change, and return what was done.

    UserError where a line has an error; `plan_demand` lists them all. Then nothing is written.
    """
    planned = plan_demand(schedule, path, locale)
    return carry_out(planned, DemandImporter(schedule), dry_run=dry_run)


def export_demand(schedule: Schedule, path: Path, locale: str = "en_US") -> int:
    """Write all demand; return how many lines."""
    demand = schedule.demand()
    rows: list[Mapping[str, object]] = [
        {field.name: getattr(one, field.name) for field in DEMAND_FIELDS}
        | {"end": one.end if one.end <= DAY_MINUTES else one.end - DAY_MINUTES}
        for one in demand
    ]
    write_rows(path, demand_fields(schedule), rows, locale)
    return len(demand)


def _what(draft: DemandDraft) -> tuple[object, ...]:
    return (
        draft.position_id,
        draft.weekday,
        draft.start,
        draft.end,
        draft.site_id,
        draft.skill_id,
        draft.from_day,
    )
