"""Shifts as an iCalendar file (RFC 5545), for the calendars people carry with them."""

from datetime import UTC, date
from pathlib import Path
from typing import TYPE_CHECKING

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.files import atomic_write
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import instant, time_zone
from clinicmgr.schedule.records import Facts, Shift
from clinicmgr.schedule.rules.words import position_name
from clinicmgr.schedule.service import Schedule

if TYPE_CHECKING:
    from icalendar import Event

MAKER = "-//ClinicMgr//Roster//EN"


def export_calendar(
    schedule: Schedule, path: Path, first: date, last: date, member_id: int | None = None
) -> int:
    """Write the shifts from first to last, of one person or of all, to an .ics file.

    Return how many. A shift keeps its UID when it is exported again, so that calendars move it
    rather than doubling it. UserError for another ending of the file's name.
    """
    if path.suffix.lower() != ".ics":
        raise UserError(_('"{name}" must end in .ics.').format(name=path.name))
    from icalendar import Calendar

    facts = schedule.facts(first, last)
    shifts = [
        shift
        for shift in schedule.shifts(first, last)
        if member_id is None or shift.member_id == member_id
    ]
    stamp = schedule.clock.now().replace(tzinfo=time_zone(facts.zone)).astimezone(UTC)
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-timezone", facts.zone)
    for shift in shifts:
        event = _event(shift, facts, personal=member_id is not None)
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    calendar.add_missing_timezones()
    with atomic_write(path) as file:
        file.write(calendar.to_ical())
    return len(shifts)


def _event(shift: Shift, facts: Facts, *, personal: bool) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"shift-{shift.id}@clinicmgr")
    event.add("summary", _summary(shift, facts, personal=personal))
    event.add("dtstart", instant(shift.day, shift.start, facts.zone))
    event.add("dtend", instant(shift.day, shift.end, facts.zone))
    if place := _place(shift, facts):
        event.add("location", place)
    if text := _description(shift):
        event.add("description", text)
    return event


def _summary(shift: Shift, facts: Facts, *, personal: bool) -> str:
    position = position_name(shift.position_id, facts)
    if personal:
        return position
    person = facts.people.get(shift.member_id) if shift.member_id is not None else None
    return _("{name}: {position}").format(
        name=person.name if person else _("Open shift"), position=position
    )


def _place(shift: Shift, facts: Facts) -> str:
    room = facts.rooms.get(shift.room_id) if shift.room_id is not None else None
    site_id = facts.site_of(shift)
    site = facts.sites.get(site_id) if site_id is not None else None
    parts = [room.name if room else "", site.name if site else "", site.address if site else ""]
    return ", ".join(part for part in parts if part)


def _description(shift: Shift) -> str:
    lines = [shift.note]
    if shift.break_minutes:
        lines.insert(0, _("Break: {minutes} minutes").format(minutes=shift.break_minutes))
    return "\n".join(line for line in lines if line)
