"""What the parts of the demo share: the open practice, the day it plays on, and a moving clock."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from clinicmgr.clinic import Clinic
from clinicmgr.kernel.periods import week_of

YEARS_OF_HISTORY = 3


def beginning_before(today: date) -> date:
    """Return the Monday on which the records of a demo that plays on `today` begin."""
    return week_of(today, 0) - timedelta(weeks=52 * YEARS_OF_HISTORY)


@dataclass(slots=True)
class ClockOfTheStory:
    """A clock that the story sets, so that the history is dated as if it had been lived."""

    at: datetime

    def now(self) -> datetime:
        """Return the moment the story is at."""
        return self.at

    def today(self) -> date:
        """Return the day the story is at."""
        return self.at.date()


@dataclass(slots=True)
class Scene:
    """The stage: names are looked up here by the parts that come later."""

    clinic: Clinic
    clock: ClockOfTheStory
    today: date
    rooms: dict[str, int] = field(default_factory=dict)
    sites: dict[str, int] = field(default_factory=dict)
    positions: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    types: dict[str, int] = field(default_factory=dict)

    @property
    def this_monday(self) -> date:
        """The Monday of the week the demo plays in."""
        return week_of(self.today, 0)

    @property
    def beginning(self) -> date:
        """The Monday on which the practice's records begin."""
        return beginning_before(self.today)

    def set_clock(self, day: date, hour: int = 9) -> None:
        """Let what follows be written on `day`."""
        self.clock.at = datetime.combine(day, time(hour, 0))

    def open_days(self, monday: date) -> list[date]:
        """Return the days from Monday to Friday of a week on which the practice is open."""
        week = [monday + timedelta(days=number) for number in range(5)]
        closed = self.clinic.schedule.closures(week[0], week[-1])
        return [day for day in week if day not in closed]
