"""Which shifts the solver may give: open ones, shift types that meet demand, else the demand."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from clinicmgr.kernel.periods import DAY_MINUTES, days
from clinicmgr.schedule.records import Demand, Facts, Shift, ShiftDraft, ShiftType
from clinicmgr.schedule.solver.problem import Pattern

LONGEST_PATTERN = 10 * 60
MEAL_AFTER = 6 * 60
MEAL = 30


def possible_shifts(
    facts: Facts, shifts: Sequence[Shift], types: Sequence[ShiftType], first: date, last: date
) -> Iterator[Pattern]:
    """What could be worked: open shifts, shift types that meet demand, else the demand itself."""
    seen: set[ShiftDraft] = set()
    for day in days(first, last):
        waiting = (one.draft() for one in shifts if one.day == day and one.member_id is None)
        for draft in (*waiting, *_meeting_demand(facts, types, day)):
            plain = ShiftDraft(
                None,
                day,
                draft.start,
                draft.end,
                draft.position_id,
                draft.room_id,
                facts.site_of(draft),
                draft.break_minutes,
                type_id=draft.type_id,
            )
            if plain in seen:
                continue
            seen.add(plain)
            yield Pattern(
                id=len(seen),
                day=(day - first).days,
                start=plain.start,
                end=plain.end,
                position=plain.position_id,
                break_minutes=plain.break_minutes,
                site=plain.site_id,
                room=plain.room_id,
                type_id=plain.type_id,
            )


def _meeting_demand(facts: Facts, types: Sequence[ShiftType], day: date) -> Iterator[ShiftDraft]:
    for demand in facts.demand_on(day):
        fitting = [kind for kind in types if _fits(kind, demand, facts)]
        for kind in fitting:
            yield ShiftDraft(
                None,
                day,
                kind.start,
                kind.end,
                demand.position_id,
                kind.room_id,
                demand.site_id,
                kind.break_minutes,
                type_id=kind.id,
            )
        if not fitting:
            yield from _pieces(demand, day)


def _fits(kind: ShiftType, demand: Demand, facts: Facts) -> bool:
    """Tell whether a shift type is of the demand's position and place and at its time."""
    room = facts.rooms.get(kind.room_id) if kind.room_id is not None else None
    return (
        kind.position_id in {None, demand.position_id}
        and kind.start < demand.end
        and demand.start < kind.end
        and (room is None or demand.site_id in {None, room.site_id})
    )


def _pieces(demand: Demand, day: date) -> Iterator[ShiftDraft]:
    """The demand's own time, cut into even pieces that one person can work."""
    length = demand.end - demand.start
    count = -(-length // LONGEST_PATTERN)
    cuts = [demand.start + length * piece // count for piece in range(count + 1)]
    for start, end in pairwise(cuts):
        yield ShiftDraft(
            None,
            day + timedelta(days=start // DAY_MINUTES),
            start % DAY_MINUTES,
            start % DAY_MINUTES + end - start,
            demand.position_id,
            site_id=demand.site_id,
            break_minutes=MEAL if end - start > MEAL_AFTER else 0,
        )
