"""The personal roster slip: one person's shifts and days off, week by week, to hand out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day, format_hours, format_range, week_of
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Cell,
    Column,
    Document,
    Heading,
    Imprint,
    Item,
    Margins,
    Page,
    PageBreak,
    Row,
    Table,
    Text,
)
from clinicmgr.schedule.documents.slip_calendar import SlipCalendar, to_cut
from clinicmgr.schedule.records import Facts, Shift
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.records import Leave, StaffMember
from clinicmgr.staff.service import Staff

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class RosterSlipOptions:
    """Which days, and whose slip; None is everybody with shifts or leave then.

    `layout`: a list is a page for each person with all there is to know, a calendar is small and
    stands on a page with others, to cut apart.
    """

    first: date
    last: date
    member_id: int | None = None
    layout: Literal["list", "calendar"] = "list"


@dataclass(frozen=True, slots=True)
class _Slip:
    """What one person's slip is made from."""

    member: StaffMember
    options: RosterSlipOptions
    settings: ClinicSettings
    facts: Facts
    shifts: Sequence[Shift]
    leave: Sequence[Leave]

    @property
    def closed(self) -> Mapping[date, str]:
        """The days on which the practice is closed, with the reason."""
        return self.facts.closures

    def day(self, day: date) -> str:
        """Say a day as it stands on a slip: "Mon, Nov 16"."""
        return format_day(day, "weekday", self.settings.locale)


def build_roster_slips(
    schedule: Schedule,
    staff: Staff,
    settings: ClinicSettings,
    imprint: Imprint,
    options: RosterSlipOptions,
) -> Document:
    """Return the slips as a document."""
    slips = list(_slips(schedule, staff, settings, options))
    items = _calendars(slips) if options.layout == "calendar" else _lists(slips)
    if not slips:
        items.append(Text(_("Nobody has shifts or leave in this time.")))
    alone = slips[0].member.name if options.member_id is not None and slips else ""
    return Document(
        title=_("Roster of {name}").format(name=alone) if alone else _("Personal roster slips"),
        subtitle=_("{first} to {last}").format(
            first=format_day(options.first, "long", settings.locale),
            last=format_day(options.last, "long", settings.locale),
        ),
        items=tuple(items),
        imprint=imprint,
        page=Page(settings.paper, margins=Margins(top=10, bottom=9)),
        language=settings.locale,
    )


def _lists(slips: Sequence[_Slip]) -> list[Item]:
    """Each person on a page."""
    items: list[Item] = []
    for slip in slips:
        if items:
            items.append(PageBreak())
        if slip.options.member_id is None:
            items.append(Heading(slip.member.name))
        items += _slip_items(slip)
    return items


def _calendars(slips: Sequence[_Slip]) -> list[Item]:
    """As many on a page as it holds, with lines to cut along."""
    calendars = [
        SlipCalendar(
            one.member,
            (one.options.first, one.options.last),
            one.settings,
            one.facts,
            one.shifts,
            one.leave,
        )
        for one in slips
    ]
    if not calendars:
        return []
    if slips[0].options.member_id is not None:
        return [calendars[0].item(), *_words(slips[0])]
    return [Text(_("Cut along the lines."), "small"), *to_cut(calendars)]


def _slips(
    schedule: Schedule, staff: Staff, settings: ClinicSettings, options: RosterSlipOptions
) -> Iterator[_Slip]:
    facts = schedule.facts(options.first, options.last)
    shifts = schedule.shifts(options.first, options.last)
    leave = staff.leave(options.first, options.last)
    for member in staff.members():
        own = [one for one in shifts if one.member_id == member.id]
        off = [one for one in leave if one.member_id == member.id]
        wanted = member.id == options.member_id
        if wanted or (options.member_id is None and (own or off)):
            yield _Slip(member, options, settings, facts, own, off)


def _slip_items(slip: _Slip) -> list[Item]:
    planned = sum(one.worked_minutes for one in slip.shifts)
    count = ngettext("{count} shift, {hours} hours", "{count} shifts, {hours} hours",
                     len(slip.shifts))  # fmt: skip
    words = count.format(count=len(slip.shifts), hours=format_hours(planned))
    rows: list[Row] = []
    week = week_of(slip.options.first, slip.settings.week_start)
    while week <= slip.options.last:
        rows += _week_rows(slip, week)
        week += WEEK
    columns = (
        Column(_("Day"), width=0.15),
        Column(_("Time"), width=0.22),
        Column(_("Break"), "whole", width=0.08),
        Column(_("Hours"), "hours", width=0.09),
        Column(_("Where"), width=0.26),
        Column(_("Note")),
    )
    table = Table(columns, tuple(rows), empty=_("No shifts and no leave in this time."))
    return [Text(words, "lead"), table, *_words(slip)]


def _words(slip: _Slip) -> list[Item]:
    """Whom to call, and what the hours are."""
    phone = slip.settings.phone
    call = _("Cannot come? Call {phone}.").format(phone=phone) if phone else ""
    note = _("Hours are planned hours without breaks; breaks are in minutes.")
    return [Text(f"{call} {note}".strip(), "small")]


def _week_rows(slip: _Slip, week: date) -> list[Row]:
    rows: list[Row] = []
    for number in range(7):
        day = week + timedelta(days=number)
        if slip.options.first <= day <= slip.options.last:
            rows += _day_rows(slip, day)
    minutes = sum(one.worked_minutes for one in slip.shifts if week <= one.day < week + WEEK)
    title = _("Week of {day}, {hours} hours").format(
        day=format_day(week, "short", slip.settings.locale), hours=format_hours(minutes)
    )
    nothing = Row((_("No shifts"), "", None, None, "", ""))
    return [Row((title,), kind="group"), *(rows or [nothing])]


def _day_rows(slip: _Slip, day: date) -> Iterator[Row]:
    label = slip.day(day)
    for absence in slip.leave:
        if absence.covers(day):
            yield Row((label, Cell(absence.kind.label, strong=True), None, None, "", ""))
    shifts = [one for one in slip.shifts if one.day == day]
    for shift in shifts:
        yield Row(
            (
                label,
                Cell(format_range(shift.start, shift.end, slip.settings.locale), strong=True),
                shift.break_minutes or None,
                shift.worked_minutes,
                _where(slip, shift),
                shift.note,
            )
        )
    if day in slip.closed and not shifts:
        words = _("Closed: {reason}").format(reason=slip.closed[day])
        yield Row((label, words, None, None, "", ""))


def _where(slip: _Slip, shift: Shift) -> str:
    room = slip.facts.rooms.get(shift.room_id) if shift.room_id else None
    site = slip.facts.sites.get(slip.facts.site_of(shift) or 0)
    parts = [
        room.name if room else "",
        site.name if site and len(slip.facts.sites) > 1 else "",
    ]
    if shift.position_id not in slip.member.position_ids[:1]:
        parts.append(
            _("as {position}").format(position=slip.facts.positions[shift.position_id].name)
        )
    return ", ".join(part for part in parts if part)
