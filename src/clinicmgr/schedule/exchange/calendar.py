"""Shifts as iCalendar files (RFC 5545), for the calendars people carry with them.

Published shifts are written as they were published, with a SEQUENCE that grows with each version
that has them otherwise, and as canceled where they are gone. What was never published is tentative.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date
from pathlib import Path
from typing import TYPE_CHECKING

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.files import atomic_write
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import instant, time_zone
from clinicmgr.schedule.records import Facts, Shift
from clinicmgr.schedule.records.publishing import Announced
from clinicmgr.schedule.rules.words import position_name
from clinicmgr.schedule.service import Schedule

if TYPE_CHECKING:
    from icalendar import Event

MAKER = "-//ClinicMgr//Roster//EN"
_UNSAFE = re.compile(r"[^\w .-]+")


def export_calendar(
    schedule: Schedule, path: Path, first: date, last: date, member_id: int | None = None
) -> int:
    """Write the shifts from first to last, of one person or of all, to an .ics file.

    Return how many there are, without those that are canceled. A shift keeps its UID when it is
    exported again, so that calendars move it rather than doubling it. UserError for another ending
    of the file's name.
    """
    if path.suffix.lower() != ".ics":
        raise UserError(_('"{name}" must end in .ics.').format(name=path.name))
    publishing, facts = schedule.publishing, schedule.facts(first, last)
    told = publishing.announced(first, last)
    held = publishing.standing(first, last).versions
    drafts = [one for one in schedule.shifts(first, last) if one.day not in held]
    known = {one.shift.id for one in told if not one.canceled}
    drafts = [one for one in drafts if one.id not in known]
    told += [
        Announced(one, 0, canceled=False, members=frozenset((one.member_id,))) for one in drafts
    ]
    told.sort(key=lambda one: (one.shift.day, one.shift.start, one.shift.id))
    tentative = frozenset(one.id for one in drafts)
    own = [one for one in told if _concerns(one, member_id)]
    events = [_told(one, facts, member_id, tentative) for one in own]
    return _write(schedule, path, facts, events)


def export_calendars(schedule: Schedule, folder: Path, first: date, last: date) -> list[Path]:
    """Write what was published from first to last to a file for each person, and one for all.

    Return the files, that for all as the last. Whoever lost a shift gets a file too, so that it
    goes from that calendar. The folder is made if it is not there; files of the same names are
    written over.
    """
    facts = schedule.facts(first, last)
    told = schedule.publishing.announced(first, last)
    people = {member_id for one in told for member_id in one.members if member_id is not None}
    folder.mkdir(parents=True, exist_ok=True)
    everybody = folder / _("Everybody.ics")
    written: dict[str, Path] = {everybody.stem.casefold(): everybody}
    for member_id in sorted(people):
        person = facts.people.get(member_id)
        if person is None:
            continue
        name = file_name(person.name)
        if name.casefold() in written:  # two people of one name
            name = f"{name} {member_id}"
        own = [_told(one, facts, member_id) for one in told if _concerns(one, member_id)]
        written[name.casefold()] = path = folder / f"{name}.ics"
        _write(schedule, path, facts, own)
    _write(schedule, everybody, facts, [_told(one, facts, None) for one in told])
    return [*list(written.values())[1:], everybody]


def file_name(name: str) -> str:
    """A person's name as any system takes it in a file's name."""
    plain = _UNSAFE.sub("", unicodedata.normalize("NFC", name)).strip(" .")
    return plain or _("Staff")


def _concerns(one: Announced, member_id: int | None) -> bool:
    return member_id is None or member_id in one.members


def _told(
    one: Announced,
    facts: Facts,
    member_id: int | None,
    tentative: frozenset[int] = frozenset(),
) -> "Event":
    """A shift in everybody's calendar, or in that of one who has or had it."""
    lost = member_id is not None and one.shift.member_id != member_id
    status = "CANCELLED" if one.canceled or lost else "CONFIRMED"
    if one.shift.id in tentative:
        status = "TENTATIVE"
    return _event(one.shift, facts, status, one.sequence, personal=member_id is not None)


def _write(schedule: Schedule, path: Path, facts: Facts, events: Iterable["Event"]) -> int:
    from icalendar import Calendar

    stamp = schedule.clock.now().replace(tzinfo=time_zone(facts.zone)).astimezone(UTC)
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-timezone", facts.zone)
    count = 0
    for event in events:
        event.add("dtstamp", stamp)
        calendar.add_component(event)
        count += str(event["STATUS"]) != "CANCELLED"
    calendar.add_missing_timezones()
    with atomic_write(path) as file:
        file.write(calendar.to_ical())
    return count


def _event(shift: Shift, facts: Facts, status: str, sequence: int, *, personal: bool) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"shift-{shift.id}@clinicmgr")
    event.add("sequence", sequence)
    event.add("status", status)
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
