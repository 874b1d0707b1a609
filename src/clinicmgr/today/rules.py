"""Arranging a day: who is there, what is uncovered, in which order things ask for attention."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from clinicmgr.kernel.domain import Due
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import DAY_MINUTES, format_range
from clinicmgr.schedule import rules as roster
from clinicmgr.schedule.records import Facts, Gap, Shift
from clinicmgr.staff.records import Leave, LeaveKind, Position, StaffMember
from clinicmgr.today.records import (
    Absence,
    Attendance,
    Crew,
    Place,
    Presence,
    Uncovered,
    WeekFigures,
    place_at,
)

DAY = timedelta(days=1)
NOON, EVENING = 12, 18  # o'clock
NOBODY = Position(0, "", "")


@dataclass(frozen=True, slots=True)
class Day:
    """What a day is arranged from: the shifts of the day and of the days around it."""

    day: date
    facts: Facts
    shifts: Sequence[Shift]
    members: Mapping[int, StaffMember]
    leave: Mapping[tuple[int, date], Leave]
    """The leave of everybody who is off, by member and day."""

    @property
    def locale(self) -> str:
        """How times are written."""
        return self.facts.locale


def ranked(parts: Iterable[Sequence[Due]]) -> list[Due]:
    """Return what the domains say is due, the most pressing and then the oldest first.

    Among equals the order of the domains decides, then the order in which each of them answers.
    """
    return sorted((due for part in parts for due in part), key=lambda due: (due.urgency, due.day))


def presence(material: Day, now: datetime) -> Presence:
    """Return who works on the day, who is off, and what nobody is there for."""
    touching = [shift for shift in material.shifts if _touches(shift, material.day)]
    mine = [shift for shift in touching if shift.member_id is not None]
    there = [one for one in mine if not _is_off(one, material)]
    orphaned = [one for one in mine if _is_off(one, material) and one.day == material.day]
    unassigned = [one for one in touching if one.member_id is None and one.day == material.day]
    return Presence(
        day=material.day,
        crews=_crews(material, there, now),
        absences=_absences(material, orphaned, now),
        uncovered=_uncovered(material, orphaned, unassigned),
        closed=material.facts.closures.get(material.day, ""),
        staff_count=sum(each.works_on(material.day) for each in material.members.values()),
    )


def gaps(material: Day) -> list[Gap]:
    """Return where a minimum is missed by those who are really there: nobody on leave counts."""
    there = [one for one in material.shifts if not _is_off(one, material)]
    found = roster.day_gaps(roster.DayView.of(material.day, there), material.facts)
    return sorted(found, key=lambda gap: (gap.start, gap.end))


def gap_sentence(gap: Gap, facts: Facts) -> str:
    """Say a gap: "1 Front desk missing, 8:00 AM–4:30 PM, Harbor Street"."""
    skill = facts.skills.get(gap.skill_id or 0)
    site = facts.sites.get(gap.site_id or 0) if len(facts.sites) > 1 else None
    words = _("{count} × {position} missing, {time}").format(
        count=gap.missing,
        position=_position(gap.position_id, facts).name,
        time=format_range(gap.start, gap.end, facts.locale),
    )
    more = (skill.name if skill else "", site.name if site else "")
    return ", ".join(part for part in (words, *more) if part)


def week_figures(
    first: date,
    facts: Facts,
    shifts: Iterable[Shift],
    leave: Iterable[Leave],
    visits: int | None = None,
) -> WeekFigures:
    """Return the figures of the week that begins on `first`.

    `shifts` are those of the week and of the day before and after it. A night in which the clocks
    change counts the hours that are really worked.
    """
    last = first + 6 * DAY
    by_day: dict[date, list[Shift]] = {}
    off = off_days(leave, first - DAY, last + DAY)
    for shift in shifts:
        if shift.member_id is None or (shift.member_id, shift.day) not in off:
            by_day.setdefault(shift.day, []).append(shift)
    week = [first + number * DAY for number in range(7)]
    worked = [shift for day in week for shift in by_day.get(day, ()) if shift.member_id is not None]
    uncovered = 0
    for day in week:
        around = [one for at in (day - DAY, day, day + DAY) for one in by_day.get(at, ())]
        for gap in roster.day_gaps(roster.DayView.of(day, around), facts):
            uncovered += gap.missing * (gap.end - gap.start)
    open_days = {shift.day for shift in worked}
    return WeekFigures(
        first=first,
        rostered_minutes=sum(roster.worked_minutes(shift, facts.zone) for shift in worked),
        uncovered_minutes=uncovered,
        sick_days=sum(
            one.kind is LeaveKind.SICK and first <= day <= last and day in open_days
            for (_member, day), one in off.items()
        ),
        visits=visits,
    )


def off_days(leave: Iterable[Leave], first: date, last: date) -> dict[tuple[int, date], Leave]:
    """Return the leave of each member on each day from first to last."""
    return {
        (one.member_id, date.fromordinal(number)): one
        for one in leave
        for number in range(max(one.first, first).toordinal(), min(one.last, last).toordinal() + 1)
    }


def _touches(shift: Shift, day: date) -> bool:
    """Whether a shift begins on the day or lasts into it from the day before."""
    return shift.day == day or (shift.day == day - DAY and shift.end > DAY_MINUTES)


def _is_off(shift: Shift, material: Day) -> bool:
    """Whether the person is on leave on the day the shift begins."""
    return shift.member_id is not None and (shift.member_id, shift.day) in material.leave


def _attendance(shift: Shift, material: Day, now: datetime) -> Attendance:
    facts = material.facts
    member = material.members.get(shift.member_id or 0)
    room = facts.rooms.get(shift.room_id) if shift.room_id is not None else None
    site = facts.sites.get(facts.site_of(shift) or 0)
    offset = (shift.day - material.day).days * DAY_MINUTES
    start, end = offset + shift.start, offset + shift.end
    return Attendance(
        shift=shift,
        name=member.name if member else "",
        phone=member.phone if member else "",
        start=start,
        end=end,
        room=room.name if room else "",
        room_code=room.code if room else "",
        site=site.name if site and len(facts.sites) > 1 else "",
        place=place_at(material.day, start, end, now),
    )


def _crews(material: Day, shifts: Sequence[Shift], now: datetime) -> tuple[Crew, ...]:
    found: dict[int, list[Attendance]] = {}
    for shift in shifts:
        found.setdefault(shift.position_id, []).append(_attendance(shift, material, now))
    order = {position_id: at for at, position_id in enumerate(material.facts.positions)}
    return tuple(
        Crew(
            _position(position_id, material.facts),
            tuple(sorted(people, key=lambda one: (one.start, one.end, one.name, one.shift.id))),
        )
        for position_id, people in sorted(
            found.items(), key=lambda item: order.get(item[0], len(order))
        )
    )


def _absences(material: Day, orphaned: Sequence[Shift], now: datetime) -> tuple[Absence, ...]:
    off = []
    for (member_id, day), leave in material.leave.items():
        member = material.members.get(member_id)
        if day != material.day or member is None or not member.works_on(day):
            continue
        own = (one for one in orphaned if one.member_id == member_id)
        shifts = tuple(_attendance(one, material, now) for one in own)
        off.append(Absence(leave, member.name, member.phone, shifts))
    return tuple(sorted(off, key=lambda one: (one.leave.kind != LeaveKind.SICK, one.name)))


def _uncovered(
    material: Day, orphaned: Sequence[Shift], unassigned: Sequence[Shift]
) -> tuple[Uncovered, ...]:
    facts = material.facts
    found = [
        Uncovered(gap_sentence(gap, facts), _position(gap.position_id, facts), gap.start, gap.end)
        for gap in gaps(material)
    ]
    for shift in orphaned:
        member_id = shift.member_id or 0
        member, leave = material.members[member_id], material.leave[member_id, shift.day]
        words = _("{name} is off ({kind}) and still has this shift: {position}, {time}")
        found.append(
            _of_shift(words, shift, facts, name=member.name, kind=leave.kind.label.lower())
        )
    for shift in unassigned:
        words = _("Open shift that nobody has yet: {position}, {time}")
        found.append(_of_shift(words, shift, facts))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _of_shift(words: str, shift: Shift, facts: Facts, **more: str) -> Uncovered:
    position = _position(shift.position_id, facts)
    room = facts.rooms.get(shift.room_id) if shift.room_id is not None else None
    time = format_range(shift.start, shift.end, facts.locale)
    sentence = words.format(position=position.name, time=time, **more)
    if room is not None:
        sentence = f"{sentence}, {room.name}"
    return Uncovered(sentence, position, shift.start, shift.end, shift.id)


def _position(position_id: int, facts: Facts) -> Position:
    return facts.positions.get(position_id, NOBODY)


def summary(found: Presence, *, is_today: bool) -> str:
    """Say a day in one line: how many work, how many are in now, off and uncovered."""
    people, off, open_ = found.count(), len(found.absences), len(found.uncovered)
    parts = [_("Closed: {reason}").format(reason=found.closed)] if found.closed else []
    if people:
        parts.append(
            ngettext("{count} person works", "{count} people work", people).format(count=people)
        )
    elif not found.closed:
        parts.append(_("Nobody is on the roster"))
    if is_today and people:
        parts.append(_("{count} in now").format(count=found.count(Place.NOW)))
    if off:
        parts.append(ngettext("{count} is off", "{count} are off", off).format(count=off))
    if open_:
        words = ngettext("{count} thing not covered", "{count} things not covered", open_)
        parts.append(words.format(count=open_))
    elif people:
        parts.append(_("everything is covered"))
    return ", ".join(parts)


def greeting(day: date, now: datetime) -> str:
    """Greet by the time of day, or say how the day looked at lies to today."""
    ahead = (day - now.date()).days
    if ahead:
        return {1: _("Tomorrow"), -1: _("Yesterday")}.get(ahead, "")
    if now.hour < NOON:
        return _("Good morning")
    return _("Good afternoon") if now.hour < EVENING else _("Good evening")
