"""Everything a rule may look at besides the shifts themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from clinicmgr.kernel.effective import Dated
from clinicmgr.places.records import Room, Site
from clinicmgr.schedule.records.demand import Demand
from clinicmgr.schedule.records.rulebook import Before, Rulebook
from clinicmgr.schedule.records.shifts import Shift, ShiftDraft
from clinicmgr.staff.records import Credential, CredentialKind, Leave, Position, Skill, Window

if TYPE_CHECKING:
    from clinicmgr.equipment.records import OutOfService


@dataclass(frozen=True, slots=True)
class Limits:
    """Working-time limits in minutes: planned work in a week, rest between two shifts."""

    max_weekly_minutes: int = 2400
    min_rest_minutes: int = 660


@dataclass(frozen=True, slots=True)
class Person:
    """A staff member as the rules see one.

    No contract on a day: no contract limit. A contract of 0 minutes is a zero-hour contract and
    sets none either. No availability on a day: always available; no windows: never.
    """

    id: int
    name: str
    position_ids: tuple[int, ...]
    started: date
    ended: date | None = None
    skill_ids: frozenset[int] = frozenset()
    contracts: Dated[int] = field(default_factory=lambda: Dated(()))
    availability: Dated[tuple[Window, ...]] = field(default_factory=lambda: Dated(()))
    leave: tuple[Leave, ...] = ()
    credentials: tuple[Credential, ...] = ()

    def works_on(self, day: date) -> bool:
        """Tell whether a day lies within the employment."""
        return self.started <= day and (self.ended is None or day <= self.ended)


@dataclass(frozen=True, slots=True)
class Facts:
    """People, places, demand and limits of a period, as plain values.

    `requirements` maps a position to the credential kinds it needs; `closures` maps a day to the
    reason the practice is closed (public holidays and its own days). `outages` are the assets that
    are out of service in the period. Without a `book` the rules stand as every practice begins
    with them; `before` is what they carry over from the weeks before. `period` are the first and
    last day that are checked, known once they are.
    """

    people: Mapping[int, Person]
    positions: Mapping[int, Position]
    skills: Mapping[int, Skill] = field(default_factory=dict)
    rooms: Mapping[int, Room] = field(default_factory=dict)
    sites: Mapping[int, Site] = field(default_factory=dict)
    demand: tuple[Demand, ...] = ()
    requirements: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    credential_kinds: Mapping[int, CredentialKind] = field(default_factory=dict)
    closures: Mapping[date, str] = field(default_factory=dict)
    outages: tuple[OutOfService, ...] = ()
    limits: Limits = Limits()
    book: Rulebook | None = None
    before: Before = field(default_factory=Before)
    period: tuple[date, date] | None = None
    type_names: Mapping[int, str] = field(default_factory=dict)
    zone: str = "America/Chicago"
    week_start: int = 0
    locale: str = "en_US"

    def site_of(self, shift: Shift | ShiftDraft) -> int | None:
        """The site a shift is at: its room's, its own, or the only one there is."""
        if shift.room_id is not None and shift.room_id in self.rooms:
            return self.rooms[shift.room_id].site_id
        if shift.site_id is not None:
            return shift.site_id
        return next(iter(self.sites)) if len(self.sites) == 1 else None

    def demand_on(self, day: date) -> tuple[Demand, ...]:
        """What is needed on a day; nothing on a day of closure."""
        if day in self.closures:
            return ()
        return tuple(demand for demand in self.demand if demand.applies(day))
