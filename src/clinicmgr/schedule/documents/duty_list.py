"""The on-call list: who has the chosen shifts, day by day, and how to reach them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day, format_range, weeks
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Cell, Column, Document, Imprint, Page, Row, Table, Value
from clinicmgr.schedule.records import Facts, Shift
from clinicmgr.schedule.rules.changes import place_text
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff


@dataclass(frozen=True, slots=True)
class DutyListOptions:
    """Which days, and the shifts of which types; none chosen is all shifts."""

    first: date
    last: date
    type_ids: tuple[int, ...] = ()
    phones: bool = True


def build_duty_list(
    schedule: Schedule,
    staff: Staff,
    settings: ClinicSettings,
    imprint: Imprint,
    options: DutyListOptions,
) -> Document:
    """Return the list by week and day, in order of time."""
    facts = schedule.facts(options.first, options.last)
    wanted = set(options.type_ids)
    shifts = [
        one
        for one in schedule.shifts(options.first, options.last)
        if not wanted or one.type_id in wanted
    ]
    phones = {one.id: one.phone for one in staff.members()} if options.phones else None
    columns = [
        Column(_("Day"), width=0.13),
        Column(_("Time"), width=0.19),
        Column(_("Name"), width=0.25),
        Column(_("Shift, place"), width=0.25 if options.phones else 0.43),
    ]
    if options.phones:
        columns.append(Column(_("Phone"), width=0.18))
    rows = tuple(_rows(shifts, facts, phones, settings))
    return Document(
        title=_("On-call list") if wanted else _("List of shifts"),
        subtitle=_("{first} to {last}").format(
            first=format_day(options.first, "long", settings.locale),
            last=format_day(options.last, "long", settings.locale),
        ),
        items=(Table(tuple(columns), rows, empty=_("No such shifts in this time.")),),
        imprint=imprint,
        page=Page(settings.paper),
        language=settings.locale,
    )


def _rows(
    shifts: list[Shift], facts: Facts, phones: dict[int, str] | None, settings: ClinicSettings
) -> Iterable[Row]:
    if not shifts:
        return
    by_day: dict[date, list[Shift]] = {}
    for shift in shifts:
        by_day.setdefault(shift.day, []).append(shift)
    starts = list(weeks(shifts[0].day, shifts[-1].day, settings.week_start))
    for number, start in enumerate(starts):
        until = starts[number + 1] if number + 1 < len(starts) else date.max
        own = [day for day in by_day if start <= day < until]
        if not own:
            continue
        title = _("Week of {day}").format(day=format_day(start, "short", settings.locale))
        yield Row((title,), kind="group")
        for day in own:
            yield from _day_rows(by_day[day], facts, phones, settings.locale)


def _day_rows(
    shifts: list[Shift], facts: Facts, phones: dict[int, str] | None, locale: str
) -> Iterable[Row]:
    for number, shift in enumerate(shifts):
        person = facts.people.get(shift.member_id or 0)
        kind = facts.type_names.get(shift.type_id or 0, "")
        cells: tuple[Value | Cell, ...] = (
            Cell(shift.day, format_day(shift.day, "weekday", locale) if number == 0 else ""),
            format_range(shift.start, shift.end, locale),
            Cell(person.name if person is not None else _("Open"), strong=True),
            ", ".join(part for part in (kind, place_text(shift, facts)) if part),
        )
        if phones is not None:
            cells = (*cells, phones.get(shift.member_id or 0, ""))
        yield Row(cells, note=shift.note)
