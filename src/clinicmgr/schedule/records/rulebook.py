"""The rulebook: the rules in force, how much each matters, with which numbers and for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from clinicmgr.schedule.records.findings import Strength, Violation

if TYPE_CHECKING:
    from clinicmgr.schedule.records.facts import Person
    from clinicmgr.schedule.records.shifts import Shift

Number = int | tuple[int, ...] | None
"""A length in minutes, a count, or the ids of shift types or positions."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a rule is about, where and when; what is empty does not narrow it.

    Positions and sites are those of the shifts that break the rule; where no shift does, the
    positions are those the person holds.
    """

    member_ids: tuple[int, ...] = ()
    position_ids: tuple[int, ...] = ()
    site_ids: tuple[int, ...] = ()
    from_day: date | None = None
    to_day: date | None = None

    @property
    def weight(self) -> int:
        """How narrow it is: named people before positions, sites and dates; 0 is everybody."""
        return (
            8 * bool(self.member_ids)
            + 4 * bool(self.position_ids)
            + 2 * bool(self.site_ids)
            + (self.from_day is not None or self.to_day is not None)
        )

    def holds_on(self, day: date) -> bool:
        """Tell whether the rule is in force on a day."""
        after = self.from_day is None or self.from_day <= day
        return after and (self.to_day is None or day <= self.to_day)

    def is_about(self, member_id: int) -> bool:
        """Tell whether the rule can be about this person."""
        return not self.member_ids or member_id in self.member_ids


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule as somebody wants it in the book; no strength: it is off for this scope.

    A number that is not named has its usual value.
    """

    rule: str
    strength: Strength | None
    numbers: Mapping[str, Number] = field(default_factory=dict)
    scope: Scope = Scope()


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One line of the book. An id of 0 is the practice's habit, nobody has written it down yet.

    Of two lines about the same thing the narrower one decides for those it is about; a line
    without strength is an exception from the rule.
    """

    id: int
    rule: str
    strength: Strength | None
    numbers: tuple[tuple[str, Number], ...] = ()
    scope: Scope = Scope()

    def number(self, name: str) -> int:
        """A length in minutes or a count; 0 where it is not set."""
        found = next((value for key, value in self.numbers if key == name), None)
        return found if isinstance(found, int) else 0

    def ids(self, name: str) -> tuple[int, ...]:
        """The shift types or positions named."""
        found = next((value for key, value in self.numbers if key == name), None)
        return found if isinstance(found, tuple) else ()

    def draft(self) -> RuleDraft:
        """The same line as a draft, to change and hand back."""
        return RuleDraft(self.rule, self.strength, dict(self.numbers), self.scope)

    def broken(
        self,
        person: Person,
        shifts: Sequence[Shift],
        sentence: str,
        reason: str,
        measure: int = 0,
    ) -> Violation:
        """The violation of this line by these shifts; it belongs to the day of the last of them."""
        return Violation(
            rule=self.rule,
            strength=self.strength or Strength.NEVER,
            member_ids=(person.id,),
            day=shifts[-1].day,
            shift_ids=tuple(shift.id for shift in shifts),
            sentence=sentence,
            reason=reason,
            measure=measure,
        )


@dataclass(frozen=True, slots=True)
class Approval:
    """A violation that somebody accepts, with the reason, as long as its shifts stay as they are.

    `matter` is what was approved, as `rules.matter_of` writes it down.
    """

    id: int
    rule: str
    member_ids: tuple[int, ...]
    day: date
    reason: str
    matter: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What of the unpopular work fell to somebody: weekends, last shifts of a day, holidays."""

    weekends: int = 0
    closings: int = 0
    holidays: int = 0


@dataclass(frozen=True, slots=True)
class Before:
    """What the weeks before the period tell, in counts: no shifts are read for it.

    `days` are the days on which people worked, as far back as the rules look; `tallies` are of
    the twelve months before the period.
    """

    days: Mapping[int, frozenset[date]] = field(default_factory=dict)
    tallies: Mapping[int, Tally] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """All lines in the order of the rules, and the violations that were approved.

    Two books are the same only if they are one: what is made of a book is kept with it.
    """

    lines: tuple[RuleLine, ...]
    approvals: tuple[Approval, ...] = ()

    def of(self, rule: str) -> tuple[RuleLine, ...]:
        """The lines of one rule."""
        return tuple(line for line in self.lines if line.rule == rule)


class Preset(StrEnum):
    """The usual limits of a country, to start a book from."""

    US = "us"
    EU = "eu"


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What a preset would change: a line as it stands and as it would be."""

    before: RuleLine
    after: RuleLine


def canonical(numbers: Iterable[tuple[str, Number]]) -> tuple[tuple[str, Number], ...]:
    """The numbers in order of their names, lists of ids in order."""
    return tuple(
        sorted(
            (name, tuple(sorted(value)) if isinstance(value, tuple) else value)
            for name, value in numbers
        )
    )
