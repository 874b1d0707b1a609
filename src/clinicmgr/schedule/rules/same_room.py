"""Rooms that people keep: who has a room stays in it through the week."""

from collections.abc import Iterator, Sequence

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.schedule.records import Facts, Person, RuleLine, Shift, Strength, Violation
from clinicmgr.schedule.rules.hours import weeks_of
from clinicmgr.schedule.rules.kinds import PersonRule
from clinicmgr.schedule.rules.words import day_text


def _changes(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    most = line.number("most")
    placed = [shift for shift in shifts if shift.room_id in facts.rooms]
    for week, own in weeks_of(placed, facts):
        rooms = dict.fromkeys(shift.room_id or 0 for shift in own)
        if len(rooms) <= most:
            continue
        names = ", ".join(facts.rooms[one].name for one in rooms)
        one_too_many = list(rooms)[most]
        at = next(place for place, shift in enumerate(own) if shift.room_id == one_too_many)
        words = {"count": len(rooms), "rooms": names, "most": most}
        sentence = _("{name}: {count} rooms in the week of {day} ({rooms}); at most {most}.")
        yield line.broken(
            person,
            own[: at + 1],
            sentence.format(name=person.name, day=day_text(week, facts), **words),
            _("would change rooms: {rooms}").format(**words),
            len(rooms),
        )


SAME_ROOM = PersonRule(
    "same_room",
    N_("Same room"),
    N_("People work in at most {most} rooms in a week."),
    Strength.NICE,
    _changes,
    numbers=(Field("most", N_("Most rooms a week"), "whole", required=True, default=1),),
    standing=False,
)
