"""How big the letters and how wide the days of a grid are, so that it can be read on the wall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from clinicmgr.paper.grid import Chip, Grid, Hatch
from clinicmgr.paper.pdf.chip import Sizes
from clinicmgr.paper.pdf.lines import Type, longest_word

_SMALLEST, _READABLE = 6.0, 9.0
_NAME = 120.0
"""Points at scale 1 that a name may take on one line."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How large a grid is.

    ``folded`` saves height: group titles stand above the first name, not between, and hours and
    places beside names and times where they fit.
    """

    scale: float = 1.0
    folded: bool = False


WALL = tuple(Fit(scale) for scale in (1.3, 1.2, 1.1, 1.0, 0.95, 0.9))
"""Tried from the largest; at 0.9 names and times are 9 points, readable at arm's length."""
FOLDED = tuple(Fit(scale, folded=True) for scale in (1.1, 1.0, 0.95, 0.9, 0.85, 0.8))
"""Tried where that saves a sheet."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A grid measured for a page: letters, widths, and how many days go on one sheet."""

    sizes: Sizes
    name: Type
    small: Type
    head: float
    day: float
    days: int
    folded: bool = False


def planned(grid: Grid, room: float, fit: Fit) -> Plan:
    """Measure a grid. Letters shrink stepwise until each time fits a day, then days are split."""
    scale = fit.scale
    name, small = Type("Semibold", 10 * scale, lead=1.14), Type("Regular", 8 * scale, lead=1.18)
    head = _head_width(grid, room, name, small, scale)
    count = max(len(grid.columns), 1)
    sizes = _sizes(grid, (room - head) / count, scale)
    days = count
    while not _words_fit(grid, (room - head) / days, sizes) and days > 1:
        days = -(-count // (-(-count // days) + 1))
        sizes = _sizes(grid, (room - head) / days, scale)
    sizes = replace(sizes, inline=fit.folded)
    return Plan(sizes, name, small, head, (room - head) / days, days, fit.folded)


def _head_width(grid: Grid, room: float, name: Type, small: Type, scale: float) -> float:
    """Usual names get the width they need; the few longer ones wrap."""
    rows = [row for group in grid.groups for row in group.rows]
    names = [max(name.width(r.head[:60]), small.width(r.second[:60]) + 8) for r in rows]
    usual = max((wide for wide in names if wide <= _NAME * scale), default=0)
    word = max((longest_word(row.head, name) for row in rows), default=0)
    feet = max((small.width(footer.head[:60]) + 12 for footer in grid.footers), default=0)
    share = room * (0.14 if len(grid.columns) > 12 else 0.22)
    return min(max(60 * scale, usual, min(word, 110 * scale), min(feet, 120 * scale)), share) + 12


def _sizes(grid: Grid, day: float, scale: float) -> Sizes:
    """Prefer times on one line; wrap at 9 points rather than shrink below; shrink for a word."""
    size, least = 10 * scale, min(_READABLE, 10 * scale)
    while size >= least:
        sizes = _made(size, scale, day)
        if all(sizes.bold.width(c.text) <= sizes.text_room(day, c) for c in _chips(grid)):
            return sizes
        size -= 0.25
    size = max(9.5 * min(scale, 1), _SMALLEST)
    sizes = _made(size, scale, day)
    while not _words_fit(grid, day, sizes) and size > _SMALLEST:
        size -= 0.25
        sizes = _made(size, scale, day)
    return sizes


def _made(size: float, scale: float, day: float) -> Sizes:
    narrow = day < 50
    time = max(size, _SMALLEST)
    small = max(time * 0.82, 5.5)
    return Sizes(time, small, (3.6 if narrow else 6.4) * min(scale, 1.1), 1.6 if narrow else 4.0)


def _words_fit(grid: Grid, day: float, sizes: Sizes) -> bool:
    cap = 12 * sizes.time
    for chip in _chips(grid):
        word = max(longest_word(chip.text, sizes.bold), sizes.code.width(chip.code))
        if min(word, cap) > sizes.text_room(day, chip):
            return False
    title = Type("Bold", sizes.time)
    return all(min(longest_word(c.second, title), cap) <= day - 4 for c in grid.columns)


def _chips(grid: Grid) -> Iterator[Chip]:
    for entry in _entries(grid):
        if isinstance(entry, Chip):
            yield entry


def _entries(grid: Grid) -> Iterator[object]:
    seen: set[object] = set()
    for group in grid.groups:
        for row in group.rows:
            for cell in row.cells:
                for entry in cell:
                    if entry not in seen and not isinstance(entry, Hatch):
                        seen.add(entry)
                        yield entry
