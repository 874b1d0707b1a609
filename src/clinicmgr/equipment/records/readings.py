"""Points to read a value at, and the readings."""

from dataclasses import dataclass
from datetime import date

WORKDAYS = (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class PointDraft:
    """A place to read a value, as entered.

    `low` and `high` are whole numbers of the smallest step (with one decimal, tenths of a unit);
    `times` are minutes from midnight, `weekdays` 0 (Monday) to 6. Readings are expected from
    `from_day` on, until the day before `ended`.
    """

    asset_id: int
    name: str
    from_day: date
    unit: str = ""
    decimals: int = 0
    low: int | None = None
    high: int | None = None
    times: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = WORKDAYS
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class Point(PointDraft):
    """A place to read a value against limits at times of the day."""

    id: int = 0

    def draft(self) -> PointDraft:
        """The same point as a draft."""
        return PointDraft(
            asset_id=self.asset_id,
            name=self.name,
            from_day=self.from_day,
            unit=self.unit,
            decimals=self.decimals,
            low=self.low,
            high=self.high,
            times=self.times,
            weekdays=self.weekdays,
            ended=self.ended,
        )

    def is_within(self, value: int) -> bool:
        """Whether a value lies within the limits, which belong to it."""
        above = self.low is None or value >= self.low
        return above and (self.high is None or value <= self.high)

    def runs_on(self, day: date) -> bool:
        """Whether it is read on `day`, if the practice is open and the asset in service."""
        begun = self.from_day <= day and (self.ended is None or day < self.ended)
        return begun and day.weekday() in self.weekdays


@dataclass(frozen=True, slots=True)
class ReadingDraft:
    """A value as read: `time` in minutes from midnight, `value` in the point's smallest step."""

    point_id: int
    day: date
    time: int
    value: int
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading(ReadingDraft):
    """A value that was read; `work_id` is the work it led to."""

    id: int = 0
    work_id: int | None = None

    def draft(self) -> ReadingDraft:
        """The same reading as a draft."""
        return ReadingDraft(self.point_id, self.day, self.time, self.value, self.by, self.note)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of a reading, in a sentence; beyond the limits, the work it led to."""

    reading_id: int
    sentence: str
    work_id: int | None = None
    is_new_work: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A time of a day at which a point is to be read, and the reading if there is one."""

    point: Point
    day: date
    time: int
    reading: Reading | None = None
