"""A person's roster as a small calendar: weeks by weekdays, several on a page, to cut apart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day, format_hours, short_range, weeks
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Beside,
    Chip,
    Grid,
    GridCell,
    GridColumn,
    GridGroup,
    GridRow,
    Hatch,
    Item,
    Notes,
    Remark,
)
from clinicmgr.schedule.records import Facts, Shift
from clinicmgr.staff.records import Leave, StaffMember

DAY = timedelta(days=1)
WEEK = 7


@dataclass(frozen=True, slots=True)
class SlipCalendar:
    """One person's shifts and leave from the first to the last day."""

    member: StaffMember
    days: tuple[date, date]
    settings: ClinicSettings
    facts: Facts
    shifts: Sequence[Shift]
    leave: Sequence[Leave]

    def item(self, title: str = "") -> Grid:
        """Return the calendar, under a title if it has one."""
        columns = self._weekdays()
        by_day: dict[date, list[Shift]] = {}
        for shift in self.shifts:
            by_day.setdefault(shift.day, []).append(shift)
        starts = weeks(*self.days, self.settings.week_start)
        rows = [self._week(start, columns, by_day) for start in starts]
        rows = [row for row in rows if any(row.cells)]
        planned = sum(one.worked_minutes for one in self.shifts)
        count = ngettext("{count} shift, {hours} h", "{count} shifts, {hours} h", len(self.shifts))
        return Grid(
            columns=tuple(GridColumn(_weekday(self.days[0], number, self)) for number in columns),
            groups=(GridGroup("", tuple(rows)),),
            corner=count.format(count=len(self.shifts), hours=format_hours(planned)),
            title=title,
        )

    def _weekdays(self) -> list[int]:
        """Weekdays that are shown or worked on, in the order of the practice's week."""
        worked = {one.day.weekday() for one in self.shifts}
        ordered = [(self.settings.week_start + number) % WEEK for number in range(WEEK)]
        return [each for each in ordered if each in self.settings.visible_days or each in worked]

    def _week(
        self, start: date, columns: Sequence[int], by_day: Mapping[date, Sequence[Shift]]
    ) -> GridRow:
        at = {(start + number * DAY).weekday(): start + number * DAY for number in range(WEEK)}
        cells = tuple(self._cell(at[number], by_day.get(at[number], ())) for number in columns)
        minutes = sum(one.worked_minutes for day in at.values() for one in by_day.get(day, ()))
        label = format_day(start, "weekday", self.settings.locale).partition(", ")[2]
        hours = _("{hours} h").format(hours=format_hours(minutes)) if minutes else ""
        return GridRow(label, cells, hours)

    def _cell(self, day: date, shifts: Sequence[Shift]) -> GridCell:
        if not self.days[0] <= day <= self.days[1]:
            return ()
        reason = self.facts.closures.get(day, "")
        parts: list[Chip | Hatch | Remark] = [Remark(f"{day.day} {reason}".rstrip())]
        for shift in shifts:
            parts.append(self._chip(shift))
            if shift.note:
                parts.append(Remark(shift.note))
        parts += [Hatch(one.kind.label) for one in self.leave if one.covers(day)][:1]
        return tuple(parts)

    def _chip(self, shift: Shift) -> Chip:
        position = self.facts.positions[shift.position_id]
        room = self.facts.rooms.get(shift.room_id) if shift.room_id else None
        site = self.facts.sites.get(self.facts.site_of(shift) or 0)
        place = room.name if room is not None else ""
        if not place and site is not None and len(self.facts.sites) > 1:
            place = site.code
        times = short_range(shift.start, shift.end, self.settings.locale)
        return Chip(times, place, position.code, position.color)


def to_cut(calendars: Sequence[SlipCalendar]) -> Iterator[Item]:
    """Yield the calendars, each kept on one page with the line below it."""
    for one in calendars:
        yield Beside(((one.item(one.member.name), Notes((), "", 1)),))


def _weekday(near: date, number: int, slip: SlipCalendar) -> str:
    day = near + (number - near.weekday()) % WEEK * DAY
    return format_day(day, "weekday", slip.settings.locale).partition(", ")[0]
