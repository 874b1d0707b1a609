"""Taking somebody from one post for another: whether the post can be spared."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from clinicmgr.schedule.records import Facts, Shift, Strength
from clinicmgr.schedule.rules import finding
from clinicmgr.schedule.rules.inforce import in_force
from clinicmgr.schedule.rules.moments import calendar_days
from clinicmgr.schedule.rules.presence import REACH, DayView

Trouble = Counter[tuple[str, int | None]]


class Posts:
    """The roster as it is, and whether a post in it can be spared for another."""

    def __init__(self, shifts: Sequence[Shift], facts: Facts) -> None:
        self._shifts = shifts
        self._facts = facts
        self._before: dict[date, Trouble] = {}

    def can_spare(self, shift: Shift, gained: Shift) -> bool:
        """Tell whether the days are better off when `shift` is left open for the one gained.

        Nothing that the rules ask of a day may become worse, something has to become better.
        """
        opened = [replace(one, member_id=None) if one.id == shift.id else one
                  for one in self._shifts]  # fmt: skip
        old, new = Counter[tuple[str, int | None]](), Counter[tuple[str, int | None]]()
        for day in {*calendar_days(shift), *calendar_days(gained)}:
            if day not in self._before:
                self._before[day] = _trouble(day, self._shifts, self._facts)
            old += self._before[day]
            new += _trouble(day, (*opened, gained), self._facts)
        return not new - old and bool(old - new)

    def needs(self, shift: Shift) -> bool:
        """Tell whether the days are worse off when a shift of the roster is left open."""
        opened = [replace(one, member_id=None) if one.id == shift.id else one
                  for one in self._shifts]  # fmt: skip
        return any(
            _trouble(day, opened, self._facts) - _trouble(day, self._shifts, self._facts)
            for day in calendar_days(shift)
        )


def _trouble(day: date, shifts: Sequence[Shift], facts: Facts) -> Trouble:
    """What is broken on a day, in missing minutes of each demand and cases of other rules."""
    demand = {one.id: one for one in facts.demand}
    found: Trouble = Counter()
    view = DayView.of(day, [one for one in shifts if abs((one.day - day).days) <= REACH])
    for one in finding.of_day(view, facts, in_force(facts).days):
        if one.strength is Strength.NICE:
            continue
        weight = 1
        if one.demand_id is not None:
            missing = demand[one.demand_id].minimum - one.measure
            weight = missing * ((one.end or 0) - (one.start or 0))
        found[one.rule, one.demand_id] += weight
    return found
