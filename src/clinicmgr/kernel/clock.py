"""What time it is, handed in so that nothing reads the wall clock behind our back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the local wall time of the practice."""

    def now(self) -> datetime:
        """Return the local wall time, naive, with seconds."""
        ...

    def today(self) -> date:
        """Return the local day."""
        ...


class SystemClock:
    """The clock of this PC."""

    def now(self) -> datetime:
        """Return this PC's local time."""
        return datetime.now().astimezone().replace(tzinfo=None, microsecond=0)

    def today(self) -> date:
        """Return this PC's local day."""
        return self.now().date()


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, for the demo practice and for tests."""

    at: datetime

    def now(self) -> datetime:
        """Return the one moment this clock knows."""
        return self.at

    def today(self) -> date:
        """Return the day of that moment."""
        return self.at.date()
