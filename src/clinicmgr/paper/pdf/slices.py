"""Everything printed is a row of slices; pages are slices that fit under each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from clinicmgr.paper.pdf.pen import Pen

Draw = Callable[[Pen, float, float], None]
"""Draws at x and top, in points."""


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """What stands above its slices and comes again on each page they continue on."""

    height: float
    draw: Callable[[Pen, float, float, bool], None]
    """Draws at x, top; True when continued from the page before."""


@dataclass(frozen=True, slots=True, eq=False)
class Slice:
    """A strip that is not divided. ``gap`` is the space above it, dropped at the top of a page."""

    height: float
    draw: Draw
    gap: float = 0
    keep: bool = False
    """Stays on one page with the next slice."""
    heads: tuple[Head, ...] = ()
    new_page: bool = False
    bookmark: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A slice, or a head, with its place on the page."""

    top: float
    item: Slice | Head
    continued: bool = False


@dataclass(slots=True)
class _Layout:
    room: float
    pages: list[list[Placed]]
    seen: set[int]
    top: float = 0
    heads: tuple[Head, ...] = ()

    def need(self, chain: list[Slice]) -> float:
        """Height of a chain from here."""
        top, heads = self.top, self.heads
        for piece in chain:
            top += (piece.gap if top else 0) + sum(h.height for h in _fresh(heads, piece.heads))
            top, heads = top + piece.height, piece.heads
        return top - self.top

    def turn(self) -> None:
        """Start a new page."""
        self.pages.append([])
        self.top, self.heads = 0, ()

    def place(self, piece: Slice) -> None:
        """Put a slice and the heads it needs at the next place."""
        if self.top and self.top + self.need([piece]) > self.room + 0.01:
            self.turn()
        self.top += piece.gap if self.top else 0
        for head in _fresh(self.heads, piece.heads):
            self.pages[-1].append(Placed(self.top, head, id(head) in self.seen))
            self.seen.add(id(head))
            self.top += head.height
        self.pages[-1].append(Placed(self.top, piece))
        self.top, self.heads = self.top + piece.height, piece.heads


def paginate(slices: Iterable[Slice], room: float) -> list[list[Placed]]:
    """Distribute slices over pages of ``room`` points; there is at least one page."""
    layout = _Layout(room, [[]], set())
    for chain in _chains(slices):
        asked = chain[0].new_page and layout.pages[-1]
        if asked or (layout.top and layout.top + layout.need(chain) > room + 0.01):
            layout.turn()
        for piece in chain:
            layout.place(piece)
    return layout.pages


def _chains(slices: Iterable[Slice]) -> Iterator[list[Slice]]:
    chain: list[Slice] = []
    for piece in slices:
        chain.append(piece)
        if not piece.keep:
            yield chain
            chain = []
    if chain:
        yield chain


def _fresh(standing: tuple[Head, ...], wanted: tuple[Head, ...]) -> tuple[Head, ...]:
    """Return the heads that must be drawn: those from the first difference on."""
    same = 0
    for old, new in zip(standing, wanted, strict=False):
        if old is not new:
            break
        same += 1
    return wanted[same:]
