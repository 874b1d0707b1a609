"""What a rule is: its name, its sentence, its strength, and how it finds what breaks it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from clinicmgr.schedule.records import Facts, Person, Shift, Strength, Violation
from clinicmgr.schedule.rules.presence import DayView

PersonFinder = Callable[[Person, Sequence[Shift], Facts], Iterator[Violation]]
DayFinder = Callable[[DayView, Facts], Iterator[Violation]]


@dataclass(frozen=True, slots=True)
class PersonRule:
    """A rule about one person's shifts, which it is given in order of time."""

    id: str
    name: str
    sentence: str
    strength: Strength
    find: PersonFinder

    def broken(
        self, person: Person, shifts: Sequence[Shift], sentence: str, reason: str
    ) -> Violation:
        """The violation by these shifts; it belongs to the day of the last of them."""
        return Violation(
            rule=self.id,
            strength=self.strength,
            member_ids=(person.id,),
            day=shifts[-1].day,
            shift_ids=tuple(shift.id for shift in shifts),
            sentence=sentence,
            reason=reason,
        )


@dataclass(frozen=True, slots=True)
class DayRule:
    """A rule about everybody who is there on one day."""

    id: str
    name: str
    sentence: str
    strength: Strength
    find: DayFinder
