"""Demand as a matrix: one row for a position, place and time, one column for each weekday."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.records import Demand, DemandDraft

_CELL = re.compile(r"(\d{1,2})(?:\s*[/,;-]\s*(\d{1,2}))?")
Change = tuple["NeedRow", int, str]


@dataclass(frozen=True, slots=True)
class Need:
    """What a row of the matrix is about; times are minutes from midnight."""

    position_id: int
    site_id: int | None
    skill_id: int | None
    start: int
    end: int
    from_day: date
    to_day: date | None

    def demand(self, weekday: int, minimum: int, ideal: int) -> DemandDraft:
        """Return this need on one weekday."""
        return DemandDraft(
            self.position_id,
            weekday,
            self.start,
            self.end,
            minimum,
            ideal,
            self.from_day,
            self.to_day,
            self.site_id,
            self.skill_id,
        )


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A need with the demand of each weekday; `number` tells two rows of the same need apart."""

    need: Need
    days: Mapping[int, Demand]
    number: int = 0

    @property
    def id(self) -> tuple[Need, int]:
        """What the row is found by: its need, not the ids of its demand."""
        return self.need, self.number

    @property
    def demand_ids(self) -> tuple[int, ...]:
        """The ids of all demand in the row."""
        return tuple(each.id for each in self.days.values())

    def cell(self, weekday: int) -> str:
        """Return what stands in a cell: "2", "2/3" or nothing."""
        demand = self.days.get(weekday)
        return "" if demand is None else cell_text(demand.minimum, demand.ideal)

    def total(self) -> int:
        """Return the minutes a week that the minimum asks for."""
        length = self.need.end - self.need.start
        return sum(each.minimum * length for each in self.days.values())


@dataclass(frozen=True, slots=True)
class Steps:
    """What has to be done to the demand on record for what was typed."""

    add: tuple[DemandDraft, ...]
    change: Mapping[int, DemandDraft]
    remove: tuple[int, ...]


def need_rows(demand: Iterable[Demand], rank: Callable[[int], int]) -> list[NeedRow]:
    """Return the demand as rows by position (in the order of `rank`), site and time."""
    rows: dict[tuple[Need, int], dict[int, Demand]] = {}
    for each in demand:
        need = Need(
            each.position_id,
            each.site_id,
            each.skill_id,
            each.start,
            each.end,
            each.from_day,
            each.to_day,
        )
        number = 0
        while each.weekday in rows.setdefault((need, number), {}):
            number += 1
        rows[need, number][each.weekday] = each
    found = [NeedRow(need, days, number) for (need, number), days in rows.items()]
    return sorted(
        found,
        key=lambda row: (
            row.need.site_id or 0,
            rank(row.need.position_id),
            row.need.start,
            -row.need.end,
            row.need.from_day,
            row.number,
        ),
    )


def cell_text(minimum: int, ideal: int) -> str:
    """Say a minimum and an ideal: "2" when they are equal, "2/3" otherwise."""
    return str(minimum) if minimum == ideal else f"{minimum}/{ideal}"


def parse_cell(text: str) -> tuple[int, int] | None:
    """Read "2" or "2/3" as (minimum, ideal); nothing and "0" are None. UserError otherwise."""
    tidy = text.strip()
    if tidy in {"", "0", "-", "–"}:
        return None
    found = _CELL.fullmatch(tidy)
    if found is None:
        raise UserError(
            _("“{text}” is not a number of people. Write 2, or 2/3 for a minimum and an ideal.")
            .format(text=tidy[:20])
        )  # fmt: skip
    minimum = int(found[1])
    return minimum, int(found[2]) if found[2] else minimum


def steps(changes: Sequence[Change]) -> Steps:
    """Return what is to be done for typed cells: (row, weekday, text)."""
    add, remove = [], []
    change: dict[int, DemandDraft] = {}
    for row, weekday, text in changes:
        wanted, known = parse_cell(text), row.days.get(weekday)
        if wanted is None:
            remove += [] if known is None else [known.id]
        elif known is None:
            add.append(row.need.demand(weekday, *wanted))
        elif (known.minimum, known.ideal) != wanted:
            change[known.id] = replace(known.draft(), minimum=wanted[0], ideal=wanted[1])
    return Steps(tuple(add), change, tuple(remove))
