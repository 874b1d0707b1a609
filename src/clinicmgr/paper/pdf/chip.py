"""What stands in a cell of the grid: chips with a patterned stripe, hatched leave, remarks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from clinicmgr.kernel.colors import category
from clinicmgr.paper.grid import Chip, GridCell, Hatch, Remark
from clinicmgr.paper.pdf.ink import badge, hatch, paler, stripe
from clinicmgr.paper.pdf.lines import Lines, Type, broken, longest_word
from clinicmgr.paper.pdf.pen import HAIR, INK, QUIET, Pen

_LONG = 14
"""Lines that one piece may have; a longer chip continues in another."""
_NARROW = 34.0
"""Points of a cell below which the stripe of a chip lies above the text, as wide as the chip."""
_BAND = 3.0
"""Height of a stripe that lies on top."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Measures of a cell in points."""

    time: float
    small: float
    stripe: float
    pad: float
    inline: bool = False
    """Whether the second line may stand beside the time where both fit."""

    @property
    def left(self) -> float:
        """Where the text of a chip starts."""
        return self.stripe + self.pad

    def text_room(self, wide: float, chip: Chip) -> float:
        """Width for the text of a chip in a cell of this width; a conflict's badge takes some."""
        if wide < _NARROW:
            return wide - 6
        badge = 2 * self.badge if chip.flag == "!" else 0
        return wide - 4 - self.left - self.pad - badge

    @property
    def gap(self) -> float:
        """Room between a time and what stands beside it."""
        return self.time * 0.4

    @property
    def badge(self) -> float:
        """Radius of the badge of a conflict."""
        return min(5.2, self.time * 0.46)

    @property
    def bold(self) -> Type:
        """The letters of a time."""
        return Type("Bold", self.time, INK, 1.14)

    @property
    def plain(self) -> Type:
        """The letters of the second line."""
        return Type("Regular", self.small, INK, 1.18)

    @property
    def code(self) -> Type:
        """The letters of a code."""
        return Type("Bold", self.small, INK, 1.18)


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry of a cell, ready to draw into a box at least ``height`` high."""

    entry: Chip | Hatch | Remark
    sizes: Sizes
    first: Lines
    second: Lines
    code: str = ""
    inline: bool = False
    narrow: bool = False

    @property
    def height(self) -> float:
        """Least height in points."""
        return self._body + (_BAND + 1.4 if self.narrow else 4.0)

    @property
    def _body(self) -> float:
        return self.first.height + (0 if self.inline else self.second.height)

    def draw(self, pen: Pen, x: float, top: float, wide: float, high: float) -> None:
        """Draw into the box."""
        match self.entry:
            case Chip():
                self._chip(pen, self.entry, (x, top, wide, high))
            case Hatch():
                self._hatch(pen, (x, top, wide, high))
            case Remark():
                pen.lines(x + 2, top + 2, self.first)

    def _chip(self, pen: Pen, chip: Chip, area: tuple[float, float, float, float]) -> None:
        x, top, wide, high = area
        kind, sizes = category(chip.color), self.sizes
        draft, conflict = chip.flag == "draft", chip.flag == "!"
        frame = INK if draft or conflict else "#7d8790"
        fill = "#ffffff" if draft else paler(kind.fill, 0.45)
        look: dict[str, Any] = {"weight": 1.6 if conflict else 0.5, "dash": (3, 2) if draft else ()}
        pen.box(x, top, wide, high, fill=fill)
        if self.narrow:
            stripe(pen, (x, top, wide, _BAND), chip.color, chip.pattern)
            pen.box(x, top, wide, high, color=frame, **look)
            self._code_alone(pen, area)
            return
        stripe(pen, (x, top, sizes.stripe, high), chip.color, chip.pattern)
        pen.box(x, top, wide, high, color=frame, **look)
        at = top + max(2.2, min((high - self._body) / 2, 5))
        pen.lines(x + sizes.left, at, self.first)
        left = x + sizes.left
        if self.inline:
            left += sizes.bold.width(self.first.lines[0]) + sizes.gap
            at += (sizes.bold.leading - sizes.plain.leading) * 0.7
        else:
            at += self.first.height
        if self.code and self.second.lines:
            pen.lines(left, at, Lines(sizes.code, (self.code,)))
        for number, line in enumerate(self.second.lines):
            shift = sizes.code.width(self.code) if self.code and number == 0 else 0
            pen.lines(left + shift, at, Lines(self.second.type, (line,)))
            at += self.second.type.leading
        if conflict:
            badge(pen, x + wide - sizes.badge - 2.4, top + sizes.badge + 2.6, sizes.badge)

    def _code_alone(self, pen: Pen, area: tuple[float, float, float, float]) -> None:
        """The text below the stripe, in the middle; the badge of a conflict hangs on the corner."""
        x, top, wide, high = area
        at = top + _BAND + (high - _BAND - self._body) / 2
        pen.lines(x, at, self.first, wide, "center")
        at += self.first.height
        if self.code and self.second.lines:
            pen.lines(x, at, Lines(self.sizes.code, (self.code,)), wide, "center")
            at += self.sizes.code.leading
        pen.lines(x, at, Lines(self.second.type, self._after_code), wide, "center")
        if isinstance(self.entry, Chip) and self.entry.flag == "!":
            badge(pen, x + wide - 1.2, top + 1.2, 2.7)

    @property
    def _after_code(self) -> tuple[str, ...]:
        """The lines of the second text below a code that stands alone."""
        return self.second.lines[1:] if self.code else self.second.lines

    def _hatch(self, pen: Pen, area: tuple[float, float, float, float]) -> None:
        x, top, wide, high = area
        hatch(pen, area)
        pen.box(*area, color=HAIR, weight=0.5)
        face = self.first.type
        body = self.first.height
        broad = max((face.width(line) for line in self.first.lines), default=0) + 6
        at = top + (high - body) / 2
        pen.box(x + (wide - broad) / 2, at - 0.5, broad, body + 1, fill="#ffffff")
        pen.lines(x, at, self.first, wide, "center")


def pieces(cell: GridCell, wide: float, sizes: Sizes) -> list[Piece]:
    """Lay out everything in a cell of the grid, ``wide`` points wide."""
    found: list[Piece] = []
    for entry in cell:
        match entry:
            case Chip() if wide < _NARROW:
                found.extend(_narrow(entry, sizes.text_room(wide, entry), sizes))
            case Chip():
                found.extend(_chip(entry, sizes.text_room(wide, entry), sizes))
            case Hatch(text):
                found.extend(_plain(entry, _word(text, wide - 8, sizes), sizes))
            case Remark(text):
                found.extend(_plain(entry, broken(text, sizes.plain, wide - 8), sizes))
    return found


@lru_cache(maxsize=8192)
def _chip(chip: Chip, room: float, sizes: Sizes) -> tuple[Piece, ...]:
    """A shift in pieces; the same shifts come again and again, in every size that is tried."""
    second = chip.rest
    first = _time(chip.text, sizes.bold, room)
    lead = sizes.code.width(chip.code) if chip.code else 0
    rest = f" · {second}" if chip.code and second else second
    below = broken(rest, sizes.plain, room, lead) if rest else Lines(sizes.plain)
    if chip.code and not rest:
        below = Lines(sizes.plain, ("",))
    if sizes.inline and len(first.lines) == 1:
        line = Lines(sizes.plain, (rest,))
        wide = sizes.bold.width(first.lines[0]) + sizes.gap + lead + sizes.plain.width(rest)
        if wide <= room:
            return (Piece(chip, sizes, first, line, chip.code, inline=True),)
    made = Piece(chip, sizes, first.cut(0, _LONG), below.cut(0, _LONG), chip.code)
    more = range(_LONG, max(len(first.lines), len(below.lines)), _LONG)
    rests = [(first.cut(start, _LONG), below.cut(start, _LONG)) for start in more]
    return (made, *(Piece(chip, sizes, *rest) for rest in rests))


@lru_cache(maxsize=8192)
def _narrow(chip: Chip, room: float, sizes: Sizes) -> tuple[Piece, ...]:
    """A shift in a narrow cell: its text, the code and the rest, each on lines of its own."""
    first = broken(chip.text, sizes.bold, room)
    below = broken(chip.rest, sizes.plain, room)
    if chip.code:
        below = Lines(sizes.plain, ("", *below.lines))
    made = Piece(chip, sizes, first.cut(0, _LONG), below.cut(0, _LONG), chip.code, narrow=True)
    more = range(_LONG, max(len(first.lines), len(below.lines)), _LONG)
    rests = [(first.cut(start, _LONG), below.cut(start, _LONG)) for start in more]
    return (made, *(Piece(chip, sizes, *rest, narrow=True) for rest in rests))


def _word(text: str, room: float, sizes: Sizes) -> Lines:
    """The word of a hatched entry, smaller in a narrow cell rather than broken."""
    face = Type("Semibold", sizes.small, QUIET, 1.18)
    size = sizes.small * min(1, (room - 0.5) / max(longest_word(text, face), 1))
    return broken(text, Type("Semibold", max(size, 4.5), QUIET, 1.18), room)


def _time(text: str, face: Type, room: float) -> Lines:
    """A time on one line, or parted after its dash: "10:30 AM –" above "12:30 PM"."""
    from_, dash, until = text.partition(" – ")
    if dash and face.width(text) > room:
        return broken(f"{from_} –\n{until}", face, room)
    return broken(text, face, room)


def _plain(entry: Hatch | Remark, lines: Lines, sizes: Sizes) -> list[Piece]:
    return [
        Piece(entry, sizes, lines.cut(start, _LONG), Lines(sizes.plain))
        for start in range(0, max(len(lines.lines), 1), _LONG)
    ]
