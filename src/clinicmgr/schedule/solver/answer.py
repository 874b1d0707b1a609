"""What the solver answers: plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from clinicmgr.schedule.solver.span import Span

Status = Literal["optimal", "good", "stopped", "none"]


@dataclass(frozen=True, slots=True, order=True)
class Assignment:
    """One worker takes one pattern."""

    worker: int
    pattern: int


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A stretch of a need's day in which `missing` people are short of the minimum."""

    need: int
    start: int
    end: int
    missing: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search is: the best roster's objective (less is better) and the proven bound.

    `missing` is what this roster leaves below the minimum, in person-minutes; `assignments` is the
    roster. No roster yet: `objective` and `missing` are None.
    """

    seconds: float
    objective: int | None
    bound: int | None
    missing: int | None = None
    assignments: tuple[Assignment, ...] = ()

    @property
    def gap(self) -> float | None:
        """How much better a roster could be at most, as a share of the objective."""
        return gap(self.objective, self.bound)


@dataclass(frozen=True, slots=True)
class Solution:
    """The best roster found.

    "optimal": proven the best there is. "good": the effort was used up. "stopped": somebody or the
    clock stopped the search. "none": nothing was found before that.
    """

    assignments: tuple[Assignment, ...]
    unfilled: tuple[Unfilled, ...]
    status: Status
    objective: int | None
    bound: int | None
    seconds: float

    @property
    def gap(self) -> float | None:
        """How much better a roster could be at most, as a share of the objective."""
        return gap(self.objective, self.bound)


class Because(StrEnum):
    """Why a worker does not fill a need."""

    SKILL = "skill"  # lacks the skill
    NOT_ALLOWED = "not allowed"  # no pattern at this time is allowed: ask the rules why
    WORKS = "works"  # has another shift at this time
    REST = "rest"  # too little rest before or after another shift
    HOURS = "hours"  # the week's limit would be passed
    SHIFTS = "shifts"  # has as many shifts on this day as a day may have
    DAYS = "days"  # too many days in a row
    RULE = "rule"  # a rule about days, weekends or shift types would be broken
    ROOM = "room"  # the room is full
    FREE = "free"  # could take it: the search did not get there, or a cost spoke against it


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one worker does not fill one unfilled stretch (`need`, `start`, `end`).

    `pattern` is the possible shift that was nearest; `shift` the one in the way (WORKS, REST), in
    minutes from midnight of the first day; `minutes` the rest there would be (REST) or the work in
    the week (HOURS); `limit` what is allowed; `cost` what the broken rules would weigh.
    """

    need: int
    worker: int
    because: Because
    start: int
    end: int
    pattern: int | None = None
    shift: Span | None = None
    minutes: int | None = None
    limit: int | None = None
    cost: int = 0


def gap(objective: int | None, bound: int | None) -> float | None:
    """The share of the objective that is not proven to be needed; None while unknown."""
    if objective is None or bound is None:
        return None
    return max(0, objective - bound) / max(1, abs(objective))
