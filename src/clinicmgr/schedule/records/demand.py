"""Demand: how many people of a position are needed, on which weekday, when and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DemandDraft:
    """Demand as somebody wants it. Weekday 0 is Monday; times are minutes from midnight."""

    position_id: int
    weekday: int
    start: int
    end: int
    minimum: int
    ideal: int
    from_day: date
    to_day: date | None = None
    site_id: int | None = None
    skill_id: int | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """How many people of a position (and skill, and site) one weekday needs at a time.

    Each demand is judged by itself: two that overlap do not add up.
    """

    id: int
    position_id: int
    site_id: int | None
    weekday: int
    start: int
    end: int
    minimum: int
    ideal: int
    from_day: date
    to_day: date | None = None
    skill_id: int | None = None

    def applies(self, day: date) -> bool:
        """Tell whether this demand is in force on a day (closures aside)."""
        return (
            day.weekday() == self.weekday
            and self.from_day <= day
            and (self.to_day is None or day <= self.to_day)
        )

    def draft(self) -> DemandDraft:
        """The same demand as a draft, to change and hand back."""
        return DemandDraft(
            self.position_id,
            self.weekday,
            self.start,
            self.end,
            self.minimum,
            self.ideal,
            self.from_day,
            self.to_day,
            self.site_id,
            self.skill_id,
        )
