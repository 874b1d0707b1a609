"""One person's month as values: shifts, days off, closures and credentials that end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import days, format_day, week_of
from clinicmgr.schedule.gui.roster_cells import CellMaker
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_problems import Findings
from clinicmgr.schedule.gui.roster_view import CellView, DayHead
from clinicmgr.schedule.records import Person, Shift
from clinicmgr.schedule.rules import worked_minutes
from clinicmgr.schedule.rules.words import hours_text

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_WEEKEND = 5


@dataclass(frozen=True, slots=True)
class PersonDay:
    """A day of the calendar; `within` the month. `ends` are credentials valid to this day."""

    day: date
    within: bool
    cell: CellView
    closed: str = ""
    ends: tuple[str, ...] = ()
    today: bool = False

    @property
    def spoken(self) -> str:
        """All of it in words."""
        parts = [self.cell.spoken, self.closed, *self.ends]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class PersonWeek:
    """A line of the calendar with its hours."""

    days: tuple[PersonDay, ...]
    hours: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class PersonMonth:
    """The calendar of a month, and what is said above it."""

    member_id: int = 0
    name: str = ""
    note: str = ""
    weekdays: tuple[str, ...] = ()
    weeks: tuple[PersonWeek, ...] = ()
    hour12: bool = True


def person_month(material: RosterMaterial, person: Person, *, hour12: bool) -> PersonMonth:
    """The month of a person; the weeks at its ends show their other days as well."""
    start = material.facts.week_start
    begin = week_of(material.first, start)
    end = week_of(material.last, start) + _WEEK - _DAY
    own: dict[date, list[Shift]] = {}
    for shift in material.shifts:
        if shift.member_id == person.id:
            own.setdefault(shift.day, []).append(shift)
    findings = Findings(material)
    every = [_day(material, person, day, own.get(day, []), findings) for day in days(begin, end)]
    weeks = [every[at : at + 7] for at in range(0, len(every), 7)]
    return PersonMonth(
        person.id,
        person.name,
        _note(material, person, own),
        tuple(_weekday(one.day, material) for one in weeks[0]),
        tuple(_week(material, person, week, own) for week in weeks),
        hour12,
    )


def _day(
    material: RosterMaterial, person: Person, day: date, shifts: list[Shift], findings: Findings
) -> PersonDay:
    locale = material.settings.locale
    head = DayHead(
        day,
        "",
        str(day.day),
        format_day(day, "weekday", locale),
        today=day == material.today,
        weekend=day.weekday() >= _WEEKEND,
        closed=day in material.facts.closures,
    )
    cell = CellMaker(material, (head,), findings).person_cell(person, head, shifts)
    kinds = material.facts.credential_kinds
    ends = tuple(
        _("{credential} ends").format(credential=kinds[one.kind_id].name)
        for one in person.credentials
        if one.expires == day and one.kind_id in kinds
    )
    within = material.first <= day <= material.last
    return PersonDay(day, within, cell, material.facts.closures.get(day, ""), ends, head.today)


def _week(
    material: RosterMaterial, person: Person, week: list[PersonDay], own: dict[date, list[Shift]]
) -> PersonWeek:
    zone = material.facts.zone
    planned = sum(worked_minutes(one, zone) for day in week for one in own.get(day.day, ()))
    agreed = person.contracts.on(week[0].day) or 0
    words = hours_text(planned)
    if agreed:
        words = _("{planned} / {agreed}").format(
            planned=words.removesuffix(" h"), agreed=hours_text(agreed)
        )
    return PersonWeek(tuple(week), words, bool(agreed) and planned > agreed)


def _note(material: RosterMaterial, person: Person, own: dict[date, list[Shift]]) -> str:
    """Position, hours and days off of the month."""
    facts, first, last = material.facts, material.first, material.last
    shifts = [one for day, group in own.items() if first <= day <= last for one in group]
    positions = [facts.positions[one].name for one in person.position_ids if one in facts.positions]
    off = sum(
        any(one.covers(day) for one in person.leave)
        for day in days(first, last)
        if day.weekday() < _WEEKEND and day not in facts.closures
    )
    count = ngettext("{count} shift", "{count} shifts", len(shifts)).format(count=len(shifts))
    parts = [
        ", ".join(positions),
        count,
        hours_text(sum(worked_minutes(one, facts.zone) for one in shifts)),
        ngettext("{count} day off", "{count} days off", off).format(count=off) if off else "",
    ]
    return " · ".join(part for part in parts if part)


def _weekday(day: date, material: RosterMaterial) -> str:
    return format_day(day, "weekday", material.settings.locale).partition(",")[0]
