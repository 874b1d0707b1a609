"""What a rule is: its name, its sentence, its usual strength, and how it finds what breaks it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from clinicmgr.kernel.fields import Field
from clinicmgr.schedule.records import Facts, Person, RuleLine, Shift, Strength, Tally, Violation
from clinicmgr.schedule.rules.presence import DayView

WEEK_REACH = 8
"""A whole week, whichever day it begins on, and the night before it."""


@dataclass(frozen=True, slots=True)
class Shares:
    """What fell to whom in the period, and the last shift of each kind that each person has."""

    tallies: Mapping[int, Tally]
    last: Mapping[tuple[int, str], Shift]


PersonFinder = Callable[[RuleLine, Person, Sequence[Shift], Facts], Iterator[Violation]]
DayFinder = Callable[[RuleLine, DayView, Facts], Iterator[Violation]]
ShareFinder = Callable[[RuleLine, Shares, Facts], Iterator[Violation]]
Reach = Callable[[RuleLine], int]


def a_week(_line: RuleLine) -> int:
    """The reach of rules that look at no more than a week."""
    return WEEK_REACH


@dataclass(frozen=True, slots=True)
class Rule:
    """What all rules have. `sentence` may name its `numbers`; `standing` rules are in every book.

    `about` names the numbers that say what a line is about: only lines about the same thing
    stand in for each other. Rules that are not `standing` come into the book when somebody adds
    them; those with `several` lines have no line for everybody that others are exceptions from.
    `reach` is how many days around a shift matter.
    """

    id: str
    name: str
    sentence: str
    strength: Strength
    numbers: tuple[Field, ...] = field(default=(), kw_only=True)
    standing: bool = field(default=True, kw_only=True)
    several: bool = field(default=False, kw_only=True)
    about: tuple[str, ...] = field(default=(), kw_only=True)
    reach: Reach = field(default=a_week, kw_only=True)


@dataclass(frozen=True, slots=True)
class PersonRule(Rule):
    """A rule about one person's shifts, which it is given in order of time.

    `alone` says that each shift by itself may break it, `eased` that more work makes it better,
    `idle` that people without any shift may break it too.
    """

    find: PersonFinder
    alone: bool = field(default=False, kw_only=True)
    eased: bool = field(default=False, kw_only=True)
    idle: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class DayRule(Rule):
    """A rule about everybody who is there on one day.

    `by_shift` says that one more shift can break it, so that it is asked before one is given.
    """

    find: DayFinder
    by_shift: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class ShareRule(Rule):
    """A rule about what falls to whom over a period."""

    find: ShareFinder


AnyRule = PersonRule | DayRule | ShareRule


def days_worked(person: Person, shifts: Sequence[Shift], facts: Facts) -> dict[date, Shift | None]:
    """The days with work in order, each with its last shift; None for days before the shifts."""
    found: dict[date, Shift | None] = dict.fromkeys(
        sorted(facts.before.days.get(person.id, frozenset()))
    )
    for shift in shifts:
        found[shift.day] = shift
    return found
