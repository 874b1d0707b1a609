"""Rooms: whether one holds all who are planned into it, and whether its equipment works."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import DAY_MINUTES, format_day
from clinicmgr.schedule.records import Facts, RuleLine, Strength, Violation
from clinicmgr.schedule.rules.kinds import DayRule
from clinicmgr.schedule.rules.moments import in_order
from clinicmgr.schedule.rules.presence import DayView, Stretch
from clinicmgr.schedule.rules.words import when_text


def _overfull(line: RuleLine, view: DayView, facts: Facts) -> Iterator[Violation]:
    for room_id, stretches in sorted(view.by_room.items()):
        room = facts.rooms.get(room_id)
        if room is None or len(stretches) <= room.capacity:
            continue
        for start, end, there in _crowds(stretches, room.capacity):
            shifts = in_order(shift for _start, _end, shift in there)
            members = tuple(sorted({shift.member_id or 0 for shift in shifts}))
            names = [facts.people[id_].name for id_ in members if id_ in facts.people]
            sentence = _("{room} holds {capacity}, but {count} are planned on {when}: {names}.")
            yield Violation(
                rule=line.rule,
                strength=line.strength or Strength.NEVER,
                member_ids=members,
                day=view.day,
                shift_ids=tuple(shift.id for shift in shifts),
                sentence=sentence.format(
                    room=room.name,
                    capacity=room.capacity,
                    count=len(members),
                    when=when_text(view.day, start, end, facts),
                    names=", ".join(names),
                ),
                reason=_("{room} is full then").format(room=room.name),
                start=start,
                end=end,
                measure=len(members),
            )


def _crowds(
    stretches: Sequence[Stretch], capacity: int
) -> Iterator[tuple[int, int, Sequence[Stretch]]]:
    """The stretches of the day in which too many are in the room, and who is."""
    moments = sorted(
        {min(max(at, 0), DAY_MINUTES) for start, end, _shift in stretches for at in (start, end)}
    )
    open_start: int | None = None
    crowd: list[Stretch] = []
    for start, end in pairwise(moments):
        there = [one for one in stretches if one[0] < end and one[1] > start]
        too_many = len({one[2].member_id for one in there}) > capacity
        if open_start is not None and (not too_many or there != crowd):
            yield open_start, start, crowd
            open_start = None
        if too_many and open_start is None:
            open_start, crowd = start, there
    if open_start is not None:
        yield open_start, moments[-1], crowd


def _without_equipment(line: RuleLine, view: DayView, facts: Facts) -> Iterator[Violation]:
    for outage in facts.outages:
        out = outage.first <= view.day and (outage.last is None or view.day <= outage.last)
        room = facts.rooms.get(outage.room_id) if outage.room_id is not None else None
        planned = view.planned_in.get(room.id) if room is not None else None
        if not out or room is None or not planned:
            continue
        shifts = in_order(planned)
        words = {
            "room": room.name,
            "asset": outage.asset.name,
            "day": format_day(outage.first, "weekday", facts.locale),
            "reason": outage.reason,
            "planned": when_text(view.day, shifts[0].start, max(one.end for one in shifts), facts),
        }
        sentence = _("{room}: {asset} is out of service since {day} ({reason}).")
        if not outage.reason:
            sentence = _("{room}: {asset} is out of service since {day}.")
        yield Violation(
            rule=line.rule,
            strength=line.strength or Strength.NEVER,
            member_ids=tuple(sorted({one.member_id for one in shifts if one.member_id})),
            day=view.day,
            shift_ids=tuple(shift.id for shift in shifts),
            sentence=" ".join(
                (sentence.format(**words), _("Planned there: {planned}.").format(**words))
            ),
            reason=_("{asset} in {room} is out of service").format(**words),
            start=shifts[0].start,
            end=max(one.end for one in shifts),
        )


OUT_OF_SERVICE = DayRule(
    "out_of_service",
    N_("Equipment out of service"),
    N_("Nobody is planned into a room whose equipment is out of service."),
    Strength.AVOID,
    _without_equipment,
    by_shift=True,
)
ROOM = DayRule(
    "room",
    N_("Room capacity"),
    N_("No more people are planned into a room than it holds."),
    Strength.AVOID,
    _overfull,
    by_shift=True,
)
