"""A day as lines: what is uncovered, people by position, who is off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day, format_range, short_range
from clinicmgr.staff.records import Position
from clinicmgr.today.gui.line_model import Line
from clinicmgr.today.records import Absence, Attendance, Crew, Place, Presence, Uncovered


@dataclass(frozen=True, slots=True)
class Part:
    """The head of a part that is no position: what is uncovered, who is off."""

    title: str
    icon: str
    role: str


@dataclass(frozen=True, slots=True)
class CrewHead:
    """The head of a position, and how many of its people are in now."""

    position: Position
    count: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who works: name, time, place, and whether in now (empty on other days)."""

    one: Attendance
    color: int
    time: str
    place: str
    state: str


@dataclass(frozen=True, slots=True)
class OffRow:
    """Somebody who is off, the kind of leave, and the last day if it is a later one."""

    absence: Absence
    kind: str
    until: str


def presence_lines(found: Presence, locale: str, *, is_today: bool) -> list[Line]:
    """Return a day as lines; `is_today` tells who is in now."""
    lines: list[Line] = []
    if found.uncovered:
        title = _("Not covered")
        lines.append(Line("uncovered", title, Part(title, "warning", "warning"), fixed=True))
        lines += [_open_line(one, number) for number, one in enumerate(found.uncovered)]
    for crew in found.crews:
        lines.append(_crew_line(crew, is_today=is_today))
        lines += [_person_line(one, crew, locale, is_today=is_today) for one in crew.people]
    if found.absences:
        lines.append(Line("off", _("Off"), Part(_("Off"), "leave", "text_2"), fixed=True))
        lines += [_off_line(one, found.day, locale) for one in found.absences]
    return lines


def _open_line(one: Uncovered, number: int) -> Line:
    key = ("open", one.shift_id or 0, one.position.id, one.start, one.end, number)
    return Line(key, one.sentence, one)


def _crew_line(crew: Crew, *, is_today: bool) -> Line:
    count = len(crew.people)
    text = str(count)
    if is_today:
        now = sum(one.place is Place.NOW for one in crew.people)
        text = _("{now} of {count} in now").format(now=now, count=count)
    words = f"{crew.position.name}, {text}"
    return Line(("crew", crew.position.id), words, CrewHead(crew.position, text), fixed=True)


def _person_line(one: Attendance, crew: Crew, locale: str, *, is_today: bool) -> Line:
    place = one.room or one.site
    if one.is_from_yesterday:
        place = _("since yesterday")
    state = one.place.label if is_today else ""
    time = format_range(one.shift.start, one.shift.end, locale)
    told = (one.name, crew.position.name, time, one.room, one.site, one.phone, state)
    tip = ", ".join(part for part in (*told[2:-1], one.shift.note) if part)
    row = PersonRow(
        one,
        crew.position.color,
        short_range(one.shift.start, one.shift.end, locale),
        place,
        state,
    )
    return Line(("shift", one.shift.id), ", ".join(part for part in told if part), row, tip=tip)


def _off_line(one: Absence, day: date, locale: str) -> Line:
    until = ""
    if one.leave.last > day:
        until = _("until {day}").format(day=format_day(one.leave.last, "weekday", locale))
    row = OffRow(one, one.leave.kind.label, until)
    words = ", ".join(part for part in (one.name, row.kind, until, one.phone) if part)
    tip = ", ".join(part for part in (one.phone, one.leave.note) if part)
    return Line(("off", one.leave.id), words, row, tip=tip)
