"""What the timeline of a day shows, as frozen values, and where a minute stands on its axis."""

from __future__ import annotations

from dataclasses import dataclass

from clinicmgr.schedule.gui.roster_view import CellView, ChipLook, Mark, RosterView, RowView

STEP = 15
"""Minutes: bars begin and end on a quarter of an hour when they are dragged."""
HOUR = 60
_EMPTY = RosterView()


@dataclass(frozen=True, slots=True)
class Bar:
    """A shift on the axis. Minutes are of the day shown: negative ones are of the night before.

    `track` counts the lines of the lane downwards, for shifts at the same time.
    """

    shift_id: int
    start: int
    end: int
    look: ChipLook
    cell: CellView
    track: int = 0

    @property
    def mark(self) -> Mark:
        """How loudly it asks to be looked at."""
        return self.look.mark


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the roster with its bars; `away` are stretches in which the person is not there."""

    row: RowView
    bars: tuple[Bar, ...] = ()
    tracks: int = 1
    away: tuple[tuple[int, int], ...] = ()
    leave: str = ""


@dataclass(frozen=True, slots=True)
class CurveStep:
    """A stretch in which as many people of a position are there, and needed."""

    start: int
    end: int
    have: int
    need: int

    @property
    def short(self) -> int:
        """How many are missing."""
        return max(0, self.need - self.have)


@dataclass(frozen=True, slots=True)
class Curve:
    """People there of those needed over the day, of one position."""

    position_id: int
    title: str
    code: str
    color: int
    steps: tuple[CurveStep, ...]
    spoken: str = ""

    @property
    def most(self) -> int:
        """The largest number in it."""
        return max((max(one.have, one.need) for one in self.steps), default=0)


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A day from `first` to `last` (minutes, whole hours); `now` is the minute it is, today."""

    roster: RosterView = _EMPTY
    lanes: tuple[Lane, ...] = ()
    curves: tuple[Curve, ...] = ()
    first: int = 6 * HOUR
    last: int = 20 * HOUR
    now: int | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """Where minutes stand: from `left`, `width` pixels wide."""

    first: int
    last: int
    left: int
    width: int

    def x_of(self, minute: float) -> float:
        """The place of a minute, within the axis."""
        inside = min(max(minute, self.first), self.last)
        return self.left + (inside - self.first) * self.width / (self.last - self.first)

    def minute_at(self, x: float) -> float:
        """The minute at a place."""
        return self.first + (x - self.left) * (self.last - self.first) / max(1, self.width)

    def hours(self) -> range:
        """The minutes of the lines that are drawn and named; fewer where there is no room."""
        wide = self.width * HOUR / (self.last - self.first)
        return range(self.first, self.last + 1, HOUR if wide >= 34 else 2 * HOUR)


def snapped(minute: float) -> int:
    """The nearest quarter of an hour."""
    return round(minute / STEP) * STEP
