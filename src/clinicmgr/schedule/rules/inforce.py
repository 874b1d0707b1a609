"""The rules in force: the lines of a book with their rules, ready to be asked.

Of lines about the same thing the narrower one decides for those it is about: a line for Dr. Ruiz
takes the place of the line for everybody, and one that is off makes an exception.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from clinicmgr.schedule.records import (
    Facts,
    Limits,
    Number,
    Rulebook,
    RuleLine,
    Scope,
    Shift,
    Violation,
)
from clinicmgr.schedule.rules.catalog import BY_ID, RULES
from clinicmgr.schedule.rules.kinds import (
    WEEK_REACH,
    AnyRule,
    DayRule,
    PersonRule,
    Rule,
    ShareRule,
)

R = TypeVar("R", bound=Rule)
FROM_LIMITS = {
    ("overtime", "limit"): "max_weekly_minutes",
    ("rest", "minimum"): "min_rest_minutes",
}
"""Numbers for everybody that stand in the settings of the practice, and there only."""


@dataclass(frozen=True, slots=True)
class Standing(Generic[R]):
    """A rule with its line, and the narrower lines that decide in its place for some."""

    rule: R
    line: RuleLine
    narrower: tuple[Scope, ...]

    @property
    def speaks_of_all(self) -> bool:
        """Whether whatever the rule finds is told."""
        return not self.narrower and not self.line.scope.weight

    def speaks_of(self, found: Violation, shifts: Mapping[int, Shift], facts: Facts) -> bool:
        """Tell whether this line decides about what its rule found."""
        return covers(self.line.scope, found, shifts, facts) and not any(
            covers(scope, found, shifts, facts) for scope in self.narrower
        )


@dataclass(frozen=True, slots=True)
class InForce:
    """All lines with a strength, by the kind of their rules; `reach` is in days."""

    people: tuple[Standing[PersonRule], ...]
    days: tuple[Standing[DayRule], ...]
    shares: tuple[Standing[ShareRule], ...]
    reach: int

    @property
    def idle(self) -> bool:
        """Whether a rule can be broken by people without any shift."""
        return any(one.rule.idle for one in self.people)


def in_force(facts: Facts) -> InForce:
    """The rules that hold; made once for each book."""
    return _in_force(facts.book, facts.limits)


@lru_cache(maxsize=16)
def _in_force(book: Rulebook | None, limits: Limits) -> InForce:
    lines = usual_lines(limits) if book is None else book.lines
    standing: list[Standing[Rule]] = [
        Standing(BY_ID[line.rule], line, tuple(_narrower(line, lines)))
        for line in lines
        if line.strength is not None
    ]
    order = {rule.id: place for place, rule in enumerate(RULES)}
    standing.sort(key=lambda one: order[one.rule.id])
    return InForce(
        tuple(_of_kind(standing, PersonRule)),
        tuple(_of_kind(standing, DayRule)),
        tuple(_of_kind(standing, ShareRule)),
        max((one.rule.reach(one.line) for one in standing), default=WEEK_REACH),
    )


def _of_kind(standing: Iterable[Standing[Rule]], kind: type[R]) -> Iterator[Standing[R]]:
    for one in standing:
        if isinstance(one.rule, kind):
            yield Standing(one.rule, one.line, one.narrower)


def _narrower(line: RuleLine, lines: Iterable[RuleLine]) -> Iterator[Scope]:
    for other in lines:
        if (
            other.rule == line.rule
            and other.scope.weight > line.scope.weight
            and about(other) == about(line)
        ):
            yield other.scope


def about(line: RuleLine) -> tuple[Number, ...]:
    """What a line is about besides its rule: the shift types or positions it names."""
    return tuple(line.ids(name) for name in BY_ID[line.rule].about)


def usual_line(rule: AnyRule, limits: Limits) -> RuleLine:
    """The line a rule has in a book where nobody has written one; off unless it is `standing`."""
    numbers = usual_numbers(rule) | {
        name: getattr(limits, limit)
        for (rule_id, name), limit in FROM_LIMITS.items()
        if rule_id == rule.id
    }
    strength = rule.strength if rule.standing else None
    return RuleLine(0, rule.id, strength, tuple(sorted(numbers.items())))


def usual_numbers(rule: AnyRule) -> dict[str, Number]:
    """The numbers a rule usually has; no shift types and positions are usual."""
    return {
        field.name: field.default if isinstance(field.default, int) else ()
        for field in rule.numbers
    }


def usual_lines(limits: Limits) -> tuple[RuleLine, ...]:
    """The book every practice begins with."""
    return tuple(usual_line(rule, limits) for rule in RULES if not rule.several)


def covers(scope: Scope, found: Violation, shifts: Mapping[int, Shift], facts: Facts) -> bool:
    """Tell whether a violation is among what a scope is about."""
    if not scope.weight:
        return True
    if not scope.holds_on(found.day):
        return False
    if scope.member_ids and not set(scope.member_ids) & set(found.member_ids):
        return False
    if scope.position_ids and not set(scope.position_ids) & _positions(found, shifts, facts):
        return False
    return not scope.site_ids or bool(set(scope.site_ids) & _sites(found, shifts, facts))


def _positions(found: Violation, shifts: Mapping[int, Shift], facts: Facts) -> set[int]:
    if found.demand_id is not None:
        return {one.position_id for one in facts.demand if one.id == found.demand_id}
    if found.shift_ids:
        return {shifts[one].position_id for one in found.shift_ids if one in shifts}
    people = (facts.people[one] for one in found.member_ids if one in facts.people)
    return {position_id for person in people for position_id in person.position_ids}


def _sites(found: Violation, shifts: Mapping[int, Shift], facts: Facts) -> set[int | None]:
    if found.demand_id is not None:
        return {one.site_id for one in facts.demand if one.id == found.demand_id}
    return {facts.site_of(shifts[one]) for one in found.shift_ids if one in shifts}
