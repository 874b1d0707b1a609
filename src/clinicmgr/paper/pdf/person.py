"""One person of a grid as slices: the name, then a cell a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clinicmgr.paper.grid import GridGroup, GridRow, Hatch
from clinicmgr.paper.pdf.chip import Piece, pieces
from clinicmgr.paper.pdf.lines import Lines, Type, broken, capped, longest_word
from clinicmgr.paper.pdf.measure import Plan
from clinicmgr.paper.pdf.pen import HAIR, INK, QUIET, Pen
from clinicmgr.paper.pdf.sheet import Sheet, shade, uprights
from clinicmgr.paper.pdf.slices import Head, Slice

_GAP = 2.0
_TALLEST = 150.0
"""A row higher than this many points may be parted by the end of a page."""
_MANY = 12
"""Days from which on hours have a column."""


@dataclass(frozen=True, slots=True)
class _Label:
    """What stands left of the cells: a folded group's title, the name, hours below or beside."""

    above: Lines
    name: Lines
    second: Lines
    beside: bool = False

    @property
    def height(self) -> float:
        second = 0 if self.beside else self.second.height
        return self.above.height + self.name.height + second + 5

    def part(self, number: int) -> _Label:
        """The label of the strip of that number; a name may be longer than one strip."""
        above = self.above.cut(0, 0 if number else 4)
        name, second = self.name.cut(10 * number, 10), self.second.cut(10 * number, 10)
        return _Label(above, name, second, self.beside)

    def draw(self, pen: Pen, x: float, top: float, room: float) -> None:
        at = top + 2.2
        pen.lines(x + 4, at, self.above)
        pen.lines(x + 4, at + self.above.height, self.name)
        lower = (self.name.type.leading - self.second.type.leading) * 0.7
        at += self.above.height + (lower if self.beside else self.name.height)
        pen.lines(x + 4, at, self.second, room - 8, "right" if self.beside else "left")


def person(
    sheet: Sheet, row: GridRow, heads: tuple[Head, ...], group: GridGroup | None
) -> Iterator[Slice]:
    """A person; the first of a folded group carries the group's title above the name."""
    label, spans = _label(sheet.plan, row, group), _spans(sheet, row)
    stacks = [
        pieces(row.cells[sheet.days[place]], sheet.plan.day * days, sheet.plan.sizes)
        if days
        else []
        for place, days in enumerate(spans)
    ]
    number, more = 0, True
    while more:
        part = [_taken(stack) for stack in stacks]
        stacks = [stack[len(now) :] for stack, now in zip(stacks, part, strict=True)]
        rest = label.part(number + 1)
        more = bool(rest.name.lines or rest.second.lines or any(stacks))
        yield _strip(sheet, (label.part(number), part, spans), heads, rule=not more)
        number += 1


def _label(plan: Plan, row: GridRow, group: GridGroup | None) -> _Label:
    """Hours stand beside the name where there is room: on a folded sheet, and of many days."""
    room = plan.head - 10
    title = Type("Bold", max(plan.small.size * 0.85, 6), QUIET, 1.4)
    above = capped(group.title if group else "", title, room, 4)
    flag = "▲ " if row.flag == "!" and row.second else ""
    small = Type("Bold" if flag else "Regular", plan.small.size, INK, plan.small.lead)
    second = broken(flag + row.second, small, room)
    left = room - small.width(flag + row.second) - 6
    column = plan.days > _MANY and 0 < longest_word(row.head, plan.name) <= left
    name = broken(row.head, plan.name, left if column else room)
    fits = len(name.lines) == len(second.lines) == 1 and plan.name.width(row.head) <= left
    return _Label(above, name, second, beside=column or (plan.folded and fits))


def _spans(sheet: Sheet, row: GridRow) -> list[int]:
    """How many days each cell covers: leave on following days is one bar, the rest of it 0."""
    spans: list[int] = []
    for place, day in enumerate(sheet.days):
        cell = row.cells[day]
        whole = len(cell) == 1 and isinstance(cell[0], Hatch)
        if whole and place and cell == row.cells[day - 1]:
            spans[max(at for at, days in enumerate(spans) if days)] += 1
            spans.append(0)
        else:
            spans.append(1)
    return spans


def _taken(stack: list[Piece]) -> list[Piece]:
    """The pieces of one cell that fit a strip of the tallest height; one at least."""
    used, count = 0.0, 0
    while count < len(stack) and (count == 0 or used + stack[count].height <= _TALLEST):
        used += stack[count].height + _GAP
        count += 1
    return stack[:count]


def _strip(
    sheet: Sheet,
    content: tuple[_Label, list[list[Piece]], list[int]],
    heads: tuple[Head, ...],
    *,
    rule: bool,
) -> Slice:
    label, part, spans = content
    below = 0 if sheet.plan.folded else sheet.plan.sizes.plain.leading
    least = sheet.plan.sizes.bold.leading + below + 2 * _GAP + 2
    stacked = [sum(piece.height + _GAP for piece in stack) + _GAP for stack in part]
    high = max([least, label.height, *stacked])

    def draw(pen: Pen, x: float, top: float) -> None:
        shade(pen, sheet, x, top, high)
        label.draw(pen, x, top, sheet.plan.head)
        if label.above.lines:
            pen.line(x, top, x + sheet.room, top, color=QUIET, weight=0.9)
        for place, stack in enumerate(part):
            wide = sheet.plan.day * spans[place]
            _stack(pen, stack, (x + sheet.left(place), top, wide, high))
        if rule:
            pen.line(x, top + high, x + sheet.room, top + high, color=HAIR, weight=0.5)
        uprights(pen, sheet, x, top, high, spans)

    return Slice(high, draw, heads=heads)


def _stack(pen: Pen, stack: list[Piece], area: tuple[float, float, float, float]) -> None:
    """Draw a cell; what height is left is shared, up to half as much again for a chip."""
    x, top, wide, high = area
    used = sum(piece.height + _GAP for piece in stack) + _GAP
    extra = (high - used) / max(len(stack), 1)
    at = top + _GAP
    for piece in stack:
        most = extra if isinstance(piece.entry, Hatch) else piece.height * 0.5
        tall = piece.height + min(extra, most)
        piece.draw(pen, x + 2, at, wide - 4, tall)
        at += tall + _GAP
