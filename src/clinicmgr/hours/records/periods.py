"""Pay periods and who signed what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PayPeriod:
    """The days that are paid together; `locked_on` is set once nothing in it changes any more."""

    first: date
    last: date
    id: int | None = None
    locked_on: date | None = None
    locked_by: str = ""

    @property
    def is_locked(self) -> bool:
        """Whether it is signed off and locked."""
        return self.locked_on is not None

    def holds(self, day: date) -> bool:
        """Tell whether a day is one of it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class SignOff:
    """One person's sheet of a period as signed; the minutes are set when the period is locked."""

    id: int
    period_id: int
    member_id: int
    signed_by: str
    signed_on: date
    regular_minutes: int | None = None
    overtime_minutes: int | None = None
    leave_minutes: int | None = None
