"""The stretches of time that a report compares."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def covers(self, day: date) -> bool:
        """Whether `day` is one of them."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Periods:
    """The period of a report, and what its figures are compared with.

    `months` are the twelve whole months up to the last one that ended by then, the earliest first.
    """

    span: Span
    year_ago: Span
    to_date: Span
    months: tuple[Span, ...]

    @property
    def history(self) -> Span:
        """The twelve months as one."""
        return Span(self.months[0].first, self.months[-1].last)

    @property
    def all(self) -> Span:
        """The shortest stretch that holds every day of them."""
        return Span(
            min(self.months[0].first, self.year_ago.first, self.to_date.first), self.span.last
        )


@dataclass(frozen=True, slots=True)
class Compared(Generic[T_co]):
    """The same figures of the period, a year earlier, of the year to date, and month by month."""

    now: T_co
    year_ago: T_co
    to_date: T_co
    months: tuple[T_co, ...] = ()
