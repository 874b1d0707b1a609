"""What the solver is asked: plain frozen values, nothing of the practice file.

Days are numbers counted from `Problem.first_day` (0 is that day; negative is before it). Times are
minutes from midnight of their day on the wall clock; an `end` beyond 1440 is over midnight.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

DAY = 1440


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who may be given shifts.

    `limits` is the most this worker may work, `targets` what the contract asks for (None: no
    contract), in minutes for each week of the period, first week first; kept shifts count. Leave
    and half weeks are already taken off. A tuple that is too short repeats its last entry; an
    empty one means no limit and no contract.
    """

    id: int
    skills: frozenset[int] = frozenset()
    limits: tuple[int, ...] = ()
    targets: tuple[int | None, ...] = ()

    def limit(self, week: int) -> int | None:
        """The most minutes in this week; None: as many as fit."""
        return self.limits[min(week, len(self.limits) - 1)] if self.limits else None

    def target(self, week: int) -> int | None:
        """The minutes this week should have; None: no matter."""
        return self.targets[min(week, len(self.targets) - 1)] if self.targets else None

    @property
    def has_contract(self) -> bool:
        """Whether there is a week with contract hours."""
        return any(target is not None for target in self.targets)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A shift that somebody could be given on this very day; any number of people may take it.

    It may also start on the day after the last one, for needs over midnight.
    """

    id: int
    day: int
    start: int
    end: int
    position: int
    break_minutes: int = 0
    site: int | None = None
    room: int | None = None
    type_id: int | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """How many people are needed on a day; each need is judged by itself.

    A shift counts when its position is the same, its site too (a need without a site takes any),
    and the worker has the skill. The break is not looked at.
    """

    id: int
    day: int
    start: int
    end: int
    position: int
    minimum: int
    ideal: int = 0
    site: int | None = None
    skill: int | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A shift that stays as it is, also before or after the period: it matters for rest and hours.

    Kept shifts may break rules; the solver only sees to it that no new shift does.
    """

    worker: int
    day: int
    start: int
    end: int
    position: int
    break_minutes: int = 0
    site: int | None = None
    room: int | None = None
    type_id: int | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A day of a worker's; where types are given only shifts of these count as work on it."""

    day: int
    types: tuple[int, ...] = ()

    def holds(self, day: int, type_id: int | None) -> bool:
        """Tell whether a shift of this type that begins on this day is work on it."""
        return day == self.day and (not self.types or type_id in self.types)


@dataclass(frozen=True, slots=True)
class Ban:
    """A worker does not work on all of `works` with nothing on all of `off`.

    `cost` is what it weighs if it happens; None: it must not happen, unless kept shifts do so.
    """

    worker: int
    works: tuple[Slot, ...]
    off: tuple[Slot, ...] = ()
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class Quota:
    """A worker works on slots of at most `most` of these groups.

    `cost` is for each group more; None: there must be none, beyond those of kept shifts.
    """

    worker: int
    groups: tuple[tuple[Slot, ...], ...]
    most: int
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class HourLimit:
    """A worker works at most `most` minutes in the shifts that begin on days `first` to `last`.

    `cost` is for each minute more; None: whoever has more already gets no further shift.
    """

    worker: int
    first: int
    last: int
    most: int
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A worker may take a pattern; `cost` is what the broken AVOID and NICE rules weigh.

    A negative cost is a wish that the shift would grant.
    """

    worker: int
    pattern: int
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much in the objective, which is minimized.

    The steps between the levels make the order: nobody there, minimum, AVOID and hours above the
    contract, ideal, NICE, work that nobody needs, hours below the contract, even shares. `work` is
    above what contract hours are worth, so nobody is scheduled just to fill a contract; see
    `filling_contracts`.
    """

    minimum: int = 1000  # each person-minute below the minimum
    nobody: int = 500  # on top, each minute in which nobody is there
    avoid: int = 10_000  # the cost to give a choice for each AVOID rule it breaks
    nice: int = 500  # the cost to give a choice for each NICE rule it breaks
    ideal: int = 15  # each person-minute below the ideal
    work: int = 5  # each minute of new work
    under: int = 2  # each minute below a week's contract hours
    over: int = 25  # each minute above a week's contract hours
    overtime: int = 40  # the cost to give each minute above an hour limit to avoid
    overtime_nice: int = 4  # the same where it is nice to keep it
    uneven: int = 1  # on top of under and over beyond half the target; and the largest share
    shift: int = 30  # each new shift: one long rather than two short
    split: int = 240  # each new shift of a worker beyond the first of the day

    def filling_contracts(self) -> Weights:
        """The same, but contract hours are filled even when nobody is needed."""
        return replace(self, work=1)


@dataclass(frozen=True, slots=True)
class Problem:
    """A period to fill.

    `rest` is the least time, in minutes, between shifts; two of one day need none unless the later
    one runs past midnight. `shifts_a_day` is the most shifts a worker may start on a day.
    `days_in_row` is the most days with shifts one after the other. `rooms` gives how many people a
    room holds at a time; a room that is not listed holds any number. `clock_changes` lists (minutes
    from midnight of the first day, minutes the clock loses): 60 in spring, -60 in fall.
    """

    first_day: date
    day_count: int
    workers: tuple[Worker, ...]
    patterns: tuple[Pattern, ...]
    needs: tuple[Need, ...]
    choices: tuple[Choice, ...]
    fixed: tuple[Fixed, ...] = ()
    week_start: int = 0
    rest: int = 660
    shifts_a_day: int = 2
    days_in_row: int | None = None
    rooms: tuple[tuple[int, int], ...] = ()
    clock_changes: tuple[tuple[int, int], ...] = ()
    weights: Weights = field(default_factory=Weights)
    short_rest: tuple[int, int] | None = None
    bans: tuple[Ban, ...] = ()
    quotas: tuple[Quota, ...] = ()
    hour_limits: tuple[HourLimit, ...] = ()

    def day(self, index: int) -> date:
        """The date of a day of the period."""
        return self.first_day + timedelta(days=index)

    def week(self, day: int) -> int:
        """The number of the week a day lies in; 0 is the week of the first day."""
        return (day + (self.first_day.weekday() - self.week_start) % 7) // 7

    @property
    def week_count(self) -> int:
        """How many weeks the period touches."""
        last = max((pattern.day for pattern in self.patterns), default=-1)
        return self.week(max(last, self.day_count - 1)) + 1

    def elapsed(self, begin: int, end: int) -> int:
        """Real minutes between two moments, both in minutes from midnight of the first day."""
        lost = sum(minutes for at, minutes in self.clock_changes if begin <= at < end)
        return end - begin - lost
