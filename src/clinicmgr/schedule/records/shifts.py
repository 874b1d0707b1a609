"""A shift, the draft of one, the named pattern it may come from, and a day of closure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ShiftDraft:
    """A shift as somebody wants it. Times are minutes from midnight; `end` may exceed 1440."""

    member_id: int | None
    day: date
    start: int
    end: int
    position_id: int
    room_id: int | None = None
    site_id: int | None = None
    break_minutes: int = 0
    note: str = ""
    type_id: int | None = None
    locked: bool = False

    def with_id(self, shift_id: int) -> Shift:
        """The shift this draft becomes once it has an id."""
        return Shift(
            shift_id,
            self.member_id,
            self.day,
            self.start,
            self.end,
            self.position_id,
            self.room_id,
            self.site_id,
            self.break_minutes,
            self.note,
            self.type_id,
            self.locked,
        )


@dataclass(frozen=True, slots=True)
class Shift:
    """One staff member's planned work; without a member it is open.

    Times are minutes from midnight of `day`; an `end` beyond 1440 is over midnight.
    """

    id: int
    member_id: int | None
    day: date
    start: int
    end: int
    position_id: int
    room_id: int | None = None
    site_id: int | None = None
    break_minutes: int = 0
    note: str = ""
    type_id: int | None = None
    locked: bool = False

    @property
    def worked_minutes(self) -> int:
        """Planned minutes of work by the clock on the wall, without the break."""
        return self.end - self.start - self.break_minutes

    def draft(self) -> ShiftDraft:
        """The same shift as a draft, to change and hand back."""
        return ShiftDraft(
            self.member_id,
            self.day,
            self.start,
            self.end,
            self.position_id,
            self.room_id,
            self.site_id,
            self.break_minutes,
            self.note,
            self.type_id,
            self.locked,
        )


@dataclass(frozen=True, slots=True)
class ShiftTypeDraft:
    """A named pattern as somebody wants it; `code` is what a manager types into a cell."""

    name: str
    code: str
    start: int
    end: int
    break_minutes: int = 0
    position_id: int | None = None
    room_id: int | None = None


@dataclass(frozen=True, slots=True)
class ShiftType:
    """A named pattern for shifts, such as "Front AM 07:30-12:00" with the code FA."""

    id: int
    name: str
    code: str
    start: int
    end: int
    break_minutes: int = 0
    position_id: int | None = None
    room_id: int | None = None


@dataclass(frozen=True, slots=True)
class Closure:
    """A day the practice closes by its own will or, if not `closed`, opens on a public holiday."""

    id: int
    day: date
    name: str
    closed: bool = True
