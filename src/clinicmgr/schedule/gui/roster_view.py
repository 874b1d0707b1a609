"""What the roster grids show, as frozen values: the views and painters read nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Literal

from clinicmgr.schedule.gui.cost_view import CostView
from clinicmgr.schedule.gui.row_aims import NOBODY, Aim
from clinicmgr.schedule.records import Gap


class Mark(IntEnum):
    """How loudly a shift or a problem asks to be looked at."""

    QUIET = 0
    WARNING = 1
    PROBLEM = 2


@dataclass(frozen=True, slots=True)
class DayHead:
    """A column: its day, what is written above it, and why it is special."""

    day: date
    weekday: str
    number: str
    name: str
    note: str = ""
    today: bool = False
    weekend: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class ChipLook:
    """A shift as it is drawn. Times are minutes from midnight; `color` is a category's number.

    `name` and `initials` say whose it is, in rows that are no person's.
    """

    start: int
    end: int
    code: str
    color: int
    place: str = ""
    place_code: str = ""
    kind: str = ""
    mark: Mark = Mark.QUIET
    locked: bool = False
    proposed: bool = False
    noted: bool = False
    draft: bool = False
    name: str = ""
    initials: str = ""


@dataclass(frozen=True, slots=True)
class CellLook:
    """Everything that is drawn in a cell; cells that look alike share one picture."""

    chips: tuple[ChipLook, ...] = ()
    leave: str = ""
    unavailable: bool = False
    outside: bool = False
    today: bool = False
    weekend: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell: its look, its shifts in the order of the chips, and its words.

    `text` is what an editor shows and the clipboard takes; `spoken` is for a screen reader.
    """

    look: CellLook
    shift_ids: tuple[int, ...] = ()
    text: str = ""
    spoken: str = ""
    tip: str = ""
    sentences: tuple[str, ...] = ()

    @property
    def mark(self) -> Mark:
        """The loudest mark of its shifts."""
        return max((chip.mark for chip in self.look.chips), default=Mark.QUIET)


RowKind = Literal["open", "group", "person", "position", "room"]
RowMode = Literal["people", "positions", "rooms"]


@dataclass(frozen=True, slots=True)
class RowView:
    """A row: open shifts, a person, a position, a room, or a heading above some of them.

    `aim` is what a shift becomes that is typed or dropped into the row. `tip` is said of its head.
    """

    kind: RowKind
    key: tuple[str, int]
    title: str
    code: str = ""
    color: int = 0
    hours: str = ""
    over: bool = False
    member_id: int | None = None
    spoken: str = ""
    cells: tuple[CellView, ...] = ()
    aim: Aim = NOBODY
    tip: str = ""

    @property
    def is_shared(self) -> bool:
        """Whether a cell of it holds the shifts of several people."""
        return self.kind in {"open", "position", "room"}


@dataclass(frozen=True, slots=True)
class CoverCell:
    """How one position is covered on one day; nothing needed: `needed` is False.

    `site` is the code of the site that is covered worst, where several need the position.
    """

    needed: bool = False
    have: int = 0
    minimum: int = 0
    ideal: int = 0
    at: str = ""
    spoken: str = ""
    gaps: tuple[Gap, ...] = ()
    site: str = ""
    tip: str = ""

    @property
    def short(self) -> int:
        """How many people are missing at the worst moment."""
        return max(0, self.minimum - self.have)


@dataclass(frozen=True, slots=True)
class CoverRow:
    """One line of the coverage: a position over the days, with a line for each of its sites."""

    position_id: int
    title: str
    code: str
    color: int
    cells: tuple[CoverCell, ...]
    parts: tuple[CoverRow, ...] = ()
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule and where to look: a person's cell, or a position's coverage on a day."""

    mark: Mark
    sentence: str
    day: date
    row: tuple[str, int] | None = None
    position_id: int | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A position's code, name and color."""

    code: str
    name: str
    color: int


@dataclass(frozen=True, slots=True)
class RosterView:
    """A week or a month as it is shown."""

    days: tuple[DayHead, ...] = ()
    rows: tuple[RowView, ...] = ()
    cover: tuple[CoverRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    corner: str = ""
    hour12: bool = True
    drafts: bool = False
    cost: CostView | None = None

    def row_of(self, key: tuple[str, int]) -> int:
        """The number of the row with this key; -1 if it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    def row_with(self, shift_id: int | None) -> tuple[str, int] | None:
        """The key of the row that shows a shift; None if none does."""
        found = (row.key for row in self.rows for cell in row.cells if shift_id in cell.shift_ids)
        return next(found, None)

    def column_of(self, day: date) -> int:
        """The number of the column of a day; -1 if it is not shown."""
        return next((at for at, head in enumerate(self.days) if head.day == day), -1)

    @property
    def shift_count(self) -> int:
        """How many shifts are shown."""
        return sum(len(cell.shift_ids) for row in self.rows for cell in row.cells)


def member_key(member_id: int | None) -> tuple[str, int]:
    """The key of the row of a person, or of the open shifts."""
    return ("open", 0) if member_id is None else ("person", member_id)
