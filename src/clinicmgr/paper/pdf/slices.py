"""Everything printed is a row of slices; pages are slices that fit under each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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
    footnotes: tuple[str, ...] = ()
    """Texts that must stand at the foot of the same page."""
    inside: tuple[Slice, ...] = ()
    """The slices that this one is made of, for their bookmarks and footnotes."""
    bare: bool = False
    """Its page has no running head and no foot: a cover."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A slice, or a head, with its place on the page."""

    top: float
    item: Slice | Head
    continued: bool = False


Foot = Callable[[Sequence[str]], float]
"""How high the footnotes of a page are, in points."""


@dataclass(slots=True)
class _Layout:
    room: float
    foot: Foot
    pages: list[list[Placed]]
    seen: set[int]
    top: float = 0
    heads: tuple[Head, ...] = ()
    notes: tuple[str, ...] = ()

    def need(self, chain: list[Slice]) -> float:
        """Height of a chain and the footnotes of the page from here."""
        top, heads, notes = self.top, self.heads, self.notes
        for piece in chain:
            top += (piece.gap if top else 0) + sum(h.height for h in _fresh(heads, piece.heads))
            top, heads, notes = top + piece.height, piece.heads, united(notes, noted(piece))
        return top - self.top + (self.foot(notes) if notes else 0)

    def turn(self) -> None:
        """Start a new page."""
        self.pages.append([])
        self.top, self.heads, self.notes = 0, (), ()

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
        self.notes = united(self.notes, noted(piece))


def paginate(
    slices: Iterable[Slice], room: float, foot: Foot = lambda _notes: 0.0
) -> list[list[Placed]]:
    """Distribute slices over pages of ``room`` points; there is at least one page."""
    layout = _Layout(room, foot, [[]], set())
    for chain in _chains(slices):
        asked = chain[0].new_page and layout.pages[-1]
        if asked or (layout.top and layout.top + layout.need(chain) > room + 0.01):
            layout.turn()
        for piece in chain:
            layout.place(piece)
    return layout.pages


def parts(piece: Slice) -> Iterator[Slice]:
    """Yield a slice and what it is made of, in the order in which they are drawn."""
    yield piece
    for inner in piece.inside:
        yield from parts(inner)


def noted(piece: Slice) -> tuple[str, ...]:
    """Return the footnotes of a slice and of what it is made of."""
    if not piece.inside:
        return piece.footnotes
    return united((), [note for part in parts(piece) for note in part.footnotes])


def united(notes: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    """Return both without repeating any; where a text stands is its number on the page."""
    return tuple(dict.fromkeys((*notes, *more)))


def drawn_on(page: Iterable[Placed]) -> Iterator[Slice]:
    """Yield the slices of a page and what they are made of."""
    for piece in page:
        if isinstance(piece.item, Slice):
            yield from parts(piece.item)


def footnotes_of(page: Iterable[Placed]) -> tuple[str, ...]:
    """Return the footnotes of a page in the order of their numbers."""
    return united((), [note for piece in drawn_on(page) for note in piece.footnotes])


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
