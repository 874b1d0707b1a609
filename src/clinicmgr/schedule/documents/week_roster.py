"""The week roster for the wall: who works when and where, and whether that is enough."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import days, format_day, format_hours, format_time, short_range
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Chip,
    Document,
    Grid,
    GridCell,
    GridColumn,
    GridFooter,
    GridGroup,
    GridRow,
    Hatch,
    Imprint,
    Item,
    Legend,
    LegendEntry,
    Notes,
    Page,
    PageBreak,
    Paper,
    Remark,
    SignatureStrip,
    Tally,
    Text,
)
from clinicmgr.places.records import Room, Site
from clinicmgr.schedule.records import Coverage, Facts, Shift, Strength
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.records import Leave, Position, StaffMember
from clinicmgr.staff.service import Staff

BLANK_LINES = 2


@dataclass(frozen=True, slots=True)
class WeekRosterOptions:
    """Which days, week by week, on which paper, and what stands under the grid."""

    first: date
    last: date
    paper: Paper | None = None
    position_ids: tuple[int, ...] = ()
    coverage: bool = True
    notes: str = ""
    signatures: bool = True


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What one week's sheet is made from."""

    settings: ClinicSettings
    facts: Facts
    days: tuple[date, ...]
    members: Sequence[StaffMember]
    positions: Sequence[Position]
    shifts: Sequence[Shift]
    leave: Sequence[Leave]
    coverage: Sequence[Coverage]
    broken: frozenset[int]

    @property
    def locale(self) -> str:
        return self.settings.locale


def build_week_roster(
    schedule: Schedule,
    staff: Staff,
    settings: ClinicSettings,
    imprint: Imprint,
    options: WeekRosterOptions,
) -> Document:
    """Return the roster from the first to the last day, one sheet a week."""
    weeks = list(_weeks(options, settings.week_start))
    items: list[Item] = []
    for number, (first, last) in enumerate(weeks):
        if number:
            items.append(PageBreak())
        sheet = _sheet(schedule, staff, settings, options, (first, last))
        title = _("Week of {day}").format(day=format_day(first, "short", settings.locale))
        items.append(_grid(sheet, options, title if len(weeks) > 1 else ""))
        items += [_legend(sheet), _places(sheet)]
        if options.notes:
            items.append(Notes(tuple(options.notes.splitlines()), _("Notes")))
        elif number == len(weeks) - 1:
            items.append(Notes((), _("Notes"), BLANK_LINES))
        if options.signatures:
            items.append(SignatureStrip((_("Office manager"), _("For the practice"))))
    return Document(
        title=_("Roster"),
        subtitle=_("{first} to {last}").format(
            first=format_day(options.first, "long", settings.locale),
            last=format_day(options.last, "long", settings.locale),
        ),
        items=tuple(items),
        imprint=imprint,
        page=Page(options.paper or settings.paper, landscape=True),
        language=settings.locale,
    )


def _weeks(options: WeekRosterOptions, week_start: int) -> Iterable[tuple[date, date]]:
    first = options.first
    while first <= options.last:
        last = first + timedelta(days=6 - (first.weekday() - week_start) % 7)
        yield first, min(last, options.last)
        first = last + timedelta(days=1)


def _sheet(
    schedule: Schedule,
    staff: Staff,
    settings: ClinicSettings,
    options: WeekRosterOptions,
    bounds: tuple[date, date],
) -> _Sheet:
    shifts = schedule.shifts(*bounds)
    worked = {shift.day for shift in shifts}
    shown = tuple(
        day for day in days(*bounds) if day.weekday() in settings.visible_days or day in worked
    )
    wanted = set(options.position_ids)
    coverage = schedule.coverage(*bounds) if options.coverage else ()
    broken = (
        shift_id
        for violation in schedule.check(*bounds)
        if violation.strength is Strength.NEVER
        for shift_id in violation.shift_ids
    )
    working = {shift.member_id for shift in shifts}
    return _Sheet(
        settings=settings,
        facts=schedule.facts(*bounds),
        days=shown,
        members=[
            member
            for member in staff.members()
            if any(member.works_on(day) for day in shown) or member.id in working
        ],
        positions=[one for one in staff.positions() if not wanted or one.id in wanted],
        shifts=[one for one in shifts if not wanted or one.position_id in wanted],
        leave=staff.leave(*bounds),
        coverage=[one for one in coverage if not wanted or one.position_id in wanted],
        broken=frozenset(broken),
    )


def _grid(sheet: _Sheet, options: WeekRosterOptions, title: str) -> Grid:
    groups = [_open_group(sheet)] if any(one.member_id is None for one in sheet.shifts) else []
    all_groups = (_group(sheet, position) for position in sheet.positions)
    groups += [group for group in all_groups if group.rows]
    return Grid(
        columns=tuple(_column(sheet, day) for day in sheet.days),
        groups=tuple(groups),
        footers=tuple(_footers(sheet)) if options.coverage else (),
        corner=ngettext("{count} person", "{count} people", len(sheet.members)).format(
            count=len(sheet.members)
        ),
        title=title,
    )


def _column(sheet: _Sheet, day: date) -> GridColumn:
    weekday, _comma, rest = format_day(day, "weekday", sheet.locale).partition(", ")
    reason = sheet.facts.closures.get(day, "")
    return GridColumn(weekday, rest, reason, closed=bool(reason), day=day)


def _open_group(sheet: _Sheet) -> GridGroup:
    cells = tuple(
        tuple(_chip(sheet, one) for one in sheet.shifts if _is(one, None, day))
        for day in sheet.days
    )
    return GridGroup(_("Open shifts"), (GridRow(_("Open"), cells),))


def _group(sheet: _Sheet, position: Position) -> GridGroup:
    rows = tuple(
        _row(sheet, member) for member in sheet.members if member.position_ids[:1] == (position.id,)
    )
    return GridGroup(position.name, rows, position.color, position.code)


def _row(sheet: _Sheet, member: StaffMember) -> GridRow:
    own = [one for one in sheet.shifts if one.member_id == member.id]
    planned = sum(one.worked_minutes for one in own if one.day in sheet.days)
    agreed = sheet.facts.people[member.id].contracts.on(sheet.days[0]) if sheet.days else None
    hours = _("{hours} h").format(hours=format_hours(planned))
    if agreed:
        hours = _("{hours} / {agreed} h").format(
            hours=format_hours(planned), agreed=format_hours(agreed)
        )
    cells = tuple(_cell(sheet, member, own, day) for day in sheet.days)
    return GridRow(member.name, cells, hours, "!" if agreed and planned > agreed else "")


def _cell(sheet: _Sheet, member: StaffMember, own: list[Shift], day: date) -> GridCell:
    parts: list[Chip | Hatch | Remark] = []
    for shift in own:
        if shift.day == day:
            parts.append(_chip(sheet, shift))
            if shift.note:
                parts.append(Remark(shift.note))
    absence = next(
        (one for one in sheet.leave if one.member_id == member.id and one.covers(day)), None
    )
    if absence is not None:
        parts.append(Hatch(absence.kind.label))
    return tuple(parts)


def _chip(sheet: _Sheet, shift: Shift) -> Chip:
    position = sheet.facts.positions[shift.position_id]
    room = sheet.facts.rooms.get(shift.room_id) if shift.room_id else None
    site = sheet.facts.sites.get(sheet.facts.site_of(shift) or 0)
    place = room.code if room else (site.code if site and len(sheet.facts.sites) > 1 else "")
    return Chip(
        short_range(shift.start, shift.end, sheet.locale),
        place,
        position.code,
        position.color,
        "!" if shift.id in sheet.broken else "",
    )


def _is(shift: Shift, member_id: int | None, day: date) -> bool:
    return shift.member_id == member_id and shift.day == day


def _footers(sheet: _Sheet) -> Iterable[GridFooter]:
    for position in sheet.positions:
        by_day: Mapping[date, list[Coverage]] = {
            day: [
                one for one in sheet.coverage if one.position_id == position.id and one.day == day
            ]
            for day in sheet.days
        }
        if any(by_day.values()):
            tallies = tuple(_tally(sheet, by_day[day]) for day in sheet.days)
            yield GridFooter(position.name, tallies, position.color, position.code)


def _tally(sheet: _Sheet, found: list[Coverage]) -> Tally | None:
    """The demand that is met worst speaks for the day, with the time at which it is worst."""
    if not found:
        return None
    worst = max(found, key=lambda one: (one.short, -one.have))
    text = ""
    if worst.short:
        time = format_time(worst.worst, sheet.locale)
        text = _("▼ {have} / {need} at {time}").format(
            have=worst.have, need=worst.minimum, time=time
        )
    return Tally(worst.have, worst.minimum, text)


def _legend(sheet: _Sheet) -> Legend:
    entries = [LegendEntry(one.name, one.code, one.color) for one in sheet.positions]
    if sheet.leave:
        entries.append(LegendEntry(_("Leave"), sign="hatch"))
    if any(day in sheet.facts.closures for day in sheet.days):
        entries.append(LegendEntry(_("Closed"), sign="closed"))
    if any(one.id in sheet.broken for one in sheet.shifts):
        entries.append(LegendEntry(_("To be solved"), sign="!"))
    return Legend(tuple(entries))


def _places(sheet: _Sheet) -> Text:
    """What the codes of rooms and sites on this sheet stand for."""
    rooms = {one.room_id for one in sheet.shifts}
    used: list[Site | Room] = [one for one in sheet.facts.rooms.values() if one.id in rooms]
    if len(sheet.facts.sites) > 1:
        used = [*sheet.facts.sites.values(), *used]
    return Text("  ·  ".join(f"{one.code} {one.name}" for one in used), "small")
