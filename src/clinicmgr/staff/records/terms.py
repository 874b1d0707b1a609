"""The dated terms of employment: hours a week, pay, availability."""

from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.periods import Window


@dataclass(frozen=True, slots=True)
class Contract:
    """Hours a week agreed from a day on, in minutes."""

    id: int
    member_id: int
    from_day: date
    weekly_minutes: int


@dataclass(frozen=True, slots=True)
class PayRate:
    """Pay an hour from a day on, in cents: a secret of the practice."""

    id: int
    member_id: int
    from_day: date
    hourly_cents: int


@dataclass(frozen=True, slots=True)
class Availability:
    """When in the week a member can work, from a day on; no windows means not at all."""

    id: int
    member_id: int
    from_day: date
    windows: tuple[Window, ...]
