"""What the page of today sees: who is in, who is out, what is uncovered, and a week in figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import DAY_MINUTES
from clinicmgr.schedule.records import Shift
from clinicmgr.staff.records import Leave, Position


class Place(StrEnum):
    """Where in time somebody's shift lies, seen from now."""

    NOW = "now"
    LATER = "later"
    GONE = "gone"

    @property
    def label(self) -> str:
        """The word a person sees."""
        return _(_PLACE_LABELS[self])


_PLACE_LABELS = {
    Place.NOW: N_("In now"),
    Place.LATER: N_("Later"),
    Place.GONE: N_("Left"),
}


@dataclass(frozen=True, slots=True)
class Attendance:
    """One shift of a day with the person who works it, where, and how to reach that person.

    `start` and `end` are minutes from midnight of the day looked at: a night shift of the evening
    before starts below 0. `room` and `site` are names, "" where there is none to tell.
    """

    shift: Shift
    name: str
    phone: str
    start: int
    end: int
    room: str = ""
    room_code: str = ""
    site: str = ""
    place: Place = Place.LATER

    @property
    def is_from_yesterday(self) -> bool:
        """Whether it began on the evening before."""
        return self.start < 0


@dataclass(frozen=True, slots=True)
class Crew:
    """Everybody who works in one position on a day, in order of time."""

    position: Position
    people: tuple[Attendance, ...]


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody who is off, and the shifts that nobody took over."""

    leave: Leave
    name: str
    phone: str
    shifts: tuple[Attendance, ...] = ()


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Work of the day that nobody is there for, in a sentence, and the shift if there is one.

    `start` and `end` are minutes from midnight of the day.
    """

    sentence: str
    position: Position
    start: int
    end: int
    shift_id: int | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """Who works on a day, who is off, and what is uncovered; `closed` is why the day is closed."""

    day: date
    crews: tuple[Crew, ...] = ()
    absences: tuple[Absence, ...] = ()
    uncovered: tuple[Uncovered, ...] = ()
    closed: str = ""
    staff_count: int = 0

    @property
    def people(self) -> tuple[Attendance, ...]:
        """Everybody who works, by position and time."""
        return tuple(each for crew in self.crews for each in crew.people)

    def count(self, place: Place | None = None) -> int:
        """How many different people work on the day, or are in now, come later, have left."""
        return len(
            {each.shift.member_id for each in self.people if place is None or each.place is place}
        )

    def at(self, now: datetime) -> Presence:
        """The same as it looks at another moment, by the clock on the wall."""
        return replace(
            self,
            crews=tuple(
                replace(
                    crew,
                    people=tuple(
                        replace(each, place=place_at(self.day, each.start, each.end, now))
                        for each in crew.people
                    ),
                )
                for crew in self.crews
            ),
        )


def place_at(day: date, start: int, end: int, now: datetime) -> Place:
    """Where a stretch of a day (minutes from its midnight) lies, seen from now.

    By the clock on the wall, as a manager would say it: in the hour that comes twice in autumn a
    shift that ends at 1:30 has ended when the clock first shows it.
    """
    minutes = (now.date() - day).days * DAY_MINUTES + now.hour * 60 + now.minute
    if minutes < start:
        return Place.LATER
    return Place.NOW if minutes < end else Place.GONE


class FirstStep(StrEnum):
    """What a new practice needs before a day can be shown, in this order."""

    POSITIONS = "positions"
    ROOMS = "rooms"
    STAFF = "staff"
    DEMAND = "demand"
    ROSTER = "roster"


NEEDED = (FirstStep.POSITIONS, FirstStep.STAFF, FirstStep.ROSTER)
"""Without these there is nothing to show; a practice may do without rooms and demand."""


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """One week in figures, for the small charts.

    `rostered_minutes` are real minutes of planned work without breaks and without people on
    leave; `uncovered_minutes` are minutes of missing people, two missing for an hour being two
    hours; `sick_days` are days of sick leave on which the practice worked; `visits` is None where
    nothing was counted.
    """

    first: date
    rostered_minutes: int = 0
    uncovered_minutes: int = 0
    sick_days: int = 0
    visits: int | None = None
