"""Values that hold from a day on: contracts, pay rates, availability, prices."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T")


def _first(entry: tuple[date, object]) -> date:
    return entry[0]


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """Values with the day each begins to hold; a value holds until the next one begins.

    Entries are in order of their day, one a day; anything else is a bug (ValueError).
    So exactly one entry answers for each day from the first one on, and none before it.
    """

    entries: tuple[tuple[date, T], ...] = ()

    def __post_init__(self) -> None:
        if any(earlier[0] >= later[0] for earlier, later in pairwise(self.entries)):
            raise ValueError("the entries of a dated value are not in order of their days")

    @property
    def first_day(self) -> date | None:
        """The day from which there is a value."""
        return self.entries[0][0] if self.entries else None

    @property
    def latest(self) -> T | None:
        """The value of the last entry, which may lie in the future."""
        return self.entries[-1][1] if self.entries else None

    def on(self, day: date) -> T | None:
        """Return the value that holds on `day`; None before the first entry."""
        entry = self.entry_on(day)
        return None if entry is None else entry[1]

    def entry_on(self, day: date) -> tuple[date, T] | None:
        """Return the entry that answers for `day`, with the day since when."""
        place = bisect_right(self.entries, day, key=_first)
        return self.entries[place - 1] if place else None

    def with_entry(self, from_day: date, value: T) -> "Dated[T]":
        """Return these values with `value` from that day on; it replaces an entry of that day."""
        others = (entry for entry in self.entries if entry[0] != from_day)
        return Dated(tuple(sorted((*others, (from_day, value)), key=_first)))

    def without(self, from_day: date) -> "Dated[T]":
        """Return these values without the entry of that day; the one before it holds longer."""
        return Dated(tuple(entry for entry in self.entries if entry[0] != from_day))

    def spans(self, first: date, last: date) -> Iterator[tuple[date, date, T]]:
        """Yield (from, to, value) for the parts of the days from `first` to `last` with a value."""
        for place, (start, value) in enumerate(self.entries):
            later = self.entries[place + 1 :][:1]
            until = later[0][0] - timedelta(days=1) if later else last
            if max(start, first) <= min(until, last):
                yield max(start, first), min(until, last), value
