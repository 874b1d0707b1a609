"""How far people, rooms and assets were used, from counts, roster, hours and outages."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from clinicmgr.activity import rules
from clinicmgr.activity.records import ServiceLine, Use, Utilization
from clinicmgr.activity.rules import Minutes
from clinicmgr.activity.service.counting import Counting
from clinicmgr.activity.service.figures import minutes_done
from clinicmgr.equipment.records import Asset
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import Window, days
from clinicmgr.kernel.settings import Settings
from clinicmgr.places.rules import USUAL_HOURS
from clinicmgr.places.service import Places
from clinicmgr.schedule.records import Shift
from clinicmgr.schedule.rules import worked_minutes
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff

ByDay = dict[date, int]


@dataclass(frozen=True, slots=True)
class Sources:
    """The services that know what was available."""

    staff: Staff
    places: Places
    schedule: Schedule
    equipment: Equipment


@dataclass(frozen=True, slots=True)
class _Period:
    """Everything that is looked at of a period, read once.

    `done` are minutes by (day, member, line); `shifts` begin a day before the first one, as a night
    reaches into the next day.
    """

    first: date
    last: date
    lines: Sequence[ServiceLine]
    done: Mapping[tuple[date, int, int], int]
    counted: Collection[date]
    shifts: Sequence[Shift]
    closed: Collection[date]
    opening: Mapping[int, Sequence[Window]]

    @property
    def own_shifts(self) -> list[Shift]:
        """The shifts that begin within the period."""
        return [each for each in self.shifts if each.day >= self.first]


class Using:
    """Puts together who and what was available, and how far it was used."""

    def __init__(self, journal: Journal, sources: Sources, counting: Counting) -> None:
        self._journal, self._counting = journal, counting
        self._staff, self._places = sources.staff, sources.places
        self._schedule, self._equipment = sources.schedule, sources.equipment
        self._settings = Settings(journal)

    def of(self, first: date, last: date, today: date, lines: list[ServiceLine]) -> Utilization:
        """Return the utilization of a period, without the days that are still to come."""
        end = min(last, today)
        if end < first:
            return Utilization(first, last)
        with self._journal.read() as db:
            done = minutes_done(db, lines, first, end)
        period = _Period(
            first,
            end,
            lines,
            done,
            self._counting.days(first, end),
            self._schedule.shifts(first - rules.DAY, end),
            self._schedule.closures(first, end),
            self._places.opening_hours(),
        )
        return Utilization(
            first,
            last,
            people=self._people(period),
            rooms=self._rooms(period),
            assets=self._assets(period),
            counted_days=len(period.counted),
            roster_days=len({each.day for each in period.own_shifts}),
        )

    def _people(self, period: _Period) -> tuple[Use, ...]:
        used: dict[tuple[date, int], int] = defaultdict(int)
        for (day, member_id, _line), minutes in period.done.items():
            used[day, member_id] += minutes
        worked = partial(worked_minutes, zone=self._settings.current().time_zone)
        found = rules.people_minutes(period.own_shifts, used, period.counted, worked)
        counted = self._counting.members(period.first, period.last)
        shown = rules.are_providers(self._staff.members(), period.lines, counted)
        return _uses(found, {each.id: each.name for each in shown})

    def _rooms(self, period: _Period) -> tuple[Use, ...]:
        """By counts the rooms that lines name, any other by the roster."""
        named = {room for line in period.lines for room in line.room_ids} & period.opening.keys()
        others = {room: week for room, week in period.opening.items() if room not in named}
        every_day = days(period.first, period.last)
        labels = self._equipment.room_labels()
        by_roster = rules.room_minutes(period.shifts, others, every_day, period.closed)
        used = self._used_rooms(period)
        by_counts = {
            room: rules.available_minutes(
                used[room], period.opening[room], period.counted, period.closed
            )
            for room in named
        }
        found = (*_uses(by_counts, labels), *_uses(by_roster, labels, by_counts=False))
        order = list(labels)
        return tuple(sorted(found, key=lambda each: order.index(each.ref)))

    def _used_rooms(self, period: _Period) -> dict[int, ByDay]:
        """Share what was done among the rooms of its line that are where its provider was."""
        sites = {room.id: room.site_id for room in self._places.rooms()}
        where: dict[tuple[date, int | None], set[int | None]] = defaultdict(set)
        for shift in period.own_shifts:
            site = shift.site_id if shift.room_id is None else sites.get(shift.room_id)
            where[shift.day, shift.member_id].add(site)
        rooms_of = {line.id: line.room_ids for line in period.lines}
        used: dict[int, ByDay] = defaultdict(lambda: defaultdict(int))
        for (day, member_id, line_id), minutes in period.done.items():
            rooms = rooms_of[line_id]
            there = where.get((day, member_id), ())
            near = [room for room in rooms if sites.get(room) in there] or rooms
            if near:
                for room, part in rules.share_out(minutes, near).items():
                    used[room][day] += part
        return used

    def _assets(self, period: _Period) -> tuple[Use, ...]:
        asset_of = {line.id: line.asset_id for line in period.lines if line.asset_id is not None}
        used: dict[int, ByDay] = defaultdict(lambda: defaultdict(int))
        for (day, _member, line_id), minutes in period.done.items():
            if line_id in asset_of:
                used[asset_of[line_id]][day] += minutes
        wanted = set(asset_of.values())
        assets = [each for each in self._equipment.assets() if each.id in wanted]
        found = {each.id: self._asset(each, used[each.id], period) for each in assets}
        return _uses(found, {each.id: each.title for each in assets})

    def _asset(self, asset: Asset, used: ByDay, period: _Period) -> Minutes:
        outages = self._equipment.outages(asset.id)
        out = {
            day
            for day in period.counted
            if (asset.purchased is not None and day < asset.purchased)
            or asset.is_retired(day)
            or any(each.covers(day) for each in outages)
        }
        week = period.opening.get(asset.room_id or 0, USUAL_HOURS)
        return rules.available_minutes(used, week, period.counted, {*period.closed, *out})


def _uses(
    minutes: Mapping[int, Minutes], names: Mapping[int, str], *, by_counts: bool = True
) -> tuple[Use, ...]:
    """Return the uses in the order of the names."""
    return tuple(
        Use(
            name,
            key,
            minutes[key].used,
            minutes[key].available,
            minutes[key].outside,
            by_counts,
        )
        for key, name in names.items()
        if key in minutes
    )
