"""Grid values: a calendar-like sheet of people and days, such as the roster on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One day (or other heading): "Mon", "16 Nov", a note such as a holiday; shaded when closed."""

    title: str
    second: str = ""
    note: str = ""
    closed: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """One entry of a cell: bold ``text`` ("7:30 – 16:00"), smaller ``second`` line ("Exam 2").

    ``code`` (two letters) is always printed bold; a ``second`` that already starts with it is not
    printed twice. ``color`` 0..7 is an index of ``kernel.colors.CATEGORY``; ``pattern`` 0..7 is the
    stripe that tells it apart in grey print (None: the pattern of the color).
    ``flag``: "!" is a conflict (heavy frame and badge), "draft" a dashed frame.
    """

    text: str
    second: str = ""
    code: str = ""
    color: int = 0
    flag: Literal["", "!", "draft"] = ""
    pattern: int | None = None

    @property
    def rest(self) -> str:
        """The second line without the code it may start with."""
        after = self.second.removeprefix(self.code)
        if not self.code or after == self.second or after[:1].isalnum():
            return self.second
        return after.lstrip(" ·-–,:")


@dataclass(frozen=True, slots=True)
class Hatch:
    """A hatched entry with a word: "Annual leave", "Training"."""

    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A plain small remark in a cell, under its chips."""

    text: str


GridCell = tuple[Chip | Hatch | Remark, ...]
"""Everything in one cell, from top to bottom; ``()`` is an empty cell."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One person: ``head`` is the name, ``second`` a small line ("32 / 40 h"), ▲ when flagged."""

    head: str
    cells: tuple[GridCell, ...]
    second: str = ""
    flag: Literal["", "!"] = ""


@dataclass(frozen=True, slots=True)
class GridGroup:
    """Rows under one title ("Nurses"); an empty title prints no group line."""

    title: str
    rows: tuple[GridRow, ...]
    color: int | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """A footer cell: ``have`` of ``need``; prints "✓ 11 / 9" or "▼ 1 / 2 short".

    ``text`` overrides the wording; ``need`` None prints ``have`` alone.
    """

    have: int
    need: int | None = None
    text: str = ""

    @property
    def short(self) -> bool:
        """Whether fewer are there than needed."""
        return self.need is not None and self.have < self.need


@dataclass(frozen=True, slots=True)
class GridFooter:
    """One line under the grid: a head ("Medical assistants") and a tally (or None) per column."""

    head: str
    cells: tuple[Tally | None, ...]
    color: int | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The wall roster. ``corner`` stands above the names ("13 staff").

    ``title`` ("Week of Nov 23") is printed above the grid and names its Excel sheet.

    Every row has one cell per column and every footer one tally per column.
    """

    columns: tuple[GridColumn, ...]
    groups: tuple[GridGroup, ...]
    footers: tuple[GridFooter, ...] = ()
    corner: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        """Refuse ragged rows at once: a shifted column on the wall is worse than an error."""
        width = len(self.columns)
        for group in self.groups:
            for row in group.rows:
                if len(row.cells) != width:
                    raise ValueError(f"row {row.head!r} has {len(row.cells)} cells, not {width}")
        for footer in self.footers:
            if len(footer.cells) != width:
                raise ValueError(f"footer {footer.head!r} has {len(footer.cells)} cells")
