"""The items of a document as slices, at the largest size that does not cost another page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from clinicmgr.paper.document import (
    Beside,
    Chart,
    Contents,
    Cover,
    Document,
    Heading,
    Item,
    Legend,
    Notes,
    PageBreak,
    SignatureStrip,
    Text,
    Tiles,
)
from clinicmgr.paper.grid import Grid
from clinicmgr.paper.pdf import blocks, footnotes, frame
from clinicmgr.paper.pdf.chart import chart
from clinicmgr.paper.pdf.contents import contents, headings
from clinicmgr.paper.pdf.cover import cover
from clinicmgr.paper.pdf.grid import grid
from clinicmgr.paper.pdf.measure import FOLDED, WALL, Fit
from clinicmgr.paper.pdf.pen import Pen
from clinicmgr.paper.pdf.slices import Placed, Slice, paginate
from clinicmgr.paper.pdf.table import table
from clinicmgr.paper.pdf.tiles import tiles
from clinicmgr.paper.table import Table

_GUTTER = 20.0
_FEW = 3
"""Sheets that still hang side by side on a wall."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The items between two page breaks; each part is laid out for itself."""

    document: Document
    items: Sequence[Item]
    first: bool

    def paged(self, fit: Fit) -> list[list[Placed]]:
        _left, _top, room, high = frame.body(self.document.page)
        items = _packed(self.items) if fit.folded else self.items
        covered = any(isinstance(item, Cover) for item in self.document.items[:1])
        title = frame.title(self.document, room) if self.first and not covered else ()
        made = chain(title, _slices(self.document, items, room, fit))
        fitting = footnotes.placeable(made, room, high)
        return paginate(fitting, high, lambda notes: footnotes.height(notes, room))


def pages(document: Document) -> list[list[Placed]]:
    """Return what stands where on each page."""
    parts: list[list[Item]] = [[]]
    for item in document.items:
        if isinstance(item, PageBreak):
            parts.append([])
        else:
            parts[-1].append(item)
    filled = [part for part in parts if part] or [[]]
    made = [_Part(document, part, first=number == 0) for number, part in enumerate(filled)]
    return [page for part in made for page in _best(part)]


def _best(part: _Part) -> list[list[Placed]]:
    """Lay out a part.

    A grid is enlarged as long as its part keeps the number of pages it has at the smallest size
    that reads well on a wall; it is folded, and made a little smaller, where that saves one of a
    few sheets. On many sheets each needs the titles of its groups.
    """
    if not any(isinstance(item, Grid) for item in part.items):
        return part.paged(Fit())
    least = part.paged(WALL[-1])
    if 1 < len(least) <= _FEW and (fewest := len(part.paged(FOLDED[-1]))) < len(least):
        return next(made for made in map(part.paged, FOLDED) if len(made) == fewest)
    low, high = 0, len(WALL) - 1
    while low < high:
        middle = (low + high) // 2
        if len(larger := part.paged(WALL[middle])) <= len(least):
            least, high = larger, middle
        else:
            low = middle + 1
    return least


def _packed(items: Sequence[Item]) -> list[Item]:
    """Put notes and the signatures that follow them beside each other, to save height."""
    packed: list[Item] = []
    for item in items:
        last = packed[-1] if packed else None
        if isinstance(item, SignatureStrip) and isinstance(last, Notes):
            packed[-1] = Beside(((last,), (item,)))
        else:
            packed.append(item)
    return packed


def _slices(document: Document, items: Sequence[Item], room: float, fit: Fit) -> Iterator[Slice]:
    for item in items:
        yield from _item(document, item, room, fit)


def _item(document: Document, item: Item, room: float, fit: Fit) -> Iterator[Slice]:
    match item:
        case Table():
            return table(item, room, document.language)
        case Grid():
            title = blocks.heading(Heading(item.title, 2), room)
            return chain(title, grid(item, room, fit))
        case Beside():
            return _beside(document, item, room, fit)
        case PageBreak():
            return iter(())
        case Chart() | Tiles() | Cover() | Contents():
            return _of_pages(document, item, room)
    return _words(item, room)


def _of_pages(
    document: Document, item: Chart | Tiles | Cover | Contents, room: float
) -> Iterator[Slice]:
    """Slices of what depends on the height of a page or on the other items."""
    match item:
        case Chart():
            return chart(item, room, _high(document, item.footnote), document.language)
        case Tiles():
            return tiles(item, room, _high(document))
        case Cover():
            return cover(item, document, room, _high(document))
        case Contents():
            return contents(item, list(headings(document.items)), room)


def _high(document: Document, footnote: str = "") -> float:
    """Points that a page has for one item above its footnote."""
    _left, _top, room, high = frame.body(document.page)
    return high - min(footnotes.height((footnote,) if footnote else (), room), high / 2)


def _words(item: Heading | Text | Legend | Notes | SignatureStrip, room: float) -> Iterator[Slice]:
    match item:
        case Heading():
            return blocks.heading(item, room)
        case Text():
            return blocks.text(item, room)
        case Legend():
            return blocks.legend(item, room)
        case Notes():
            return blocks.notes(item, room)
        case SignatureStrip():
            return blocks.signatures(item, room)


def _beside(document: Document, item: Beside, room: float, fit: Fit) -> Iterator[Slice]:
    """Parts next to each other as one slice; under each other when they need more than a page."""
    count = max(len(item.parts), 1)
    wide = (room - _GUTTER * (count - 1)) / count
    _left, _top, _room, high = frame.body(document.page)
    made = [paginate(_slices(document, part, wide, fit), 1e9) for part in item.parts]
    parts = [sheets[0] for sheets in made]
    tall = max((_bottom(part) for part in parts), default=0)
    if tall > high * 0.9 or any(len(sheets) > 1 for sheets in made):
        for part in item.parts:
            yield from _slices(document, part, room, fit)
        return

    def draw(pen: Pen, x: float, top: float) -> None:
        for place, part in enumerate(parts):
            draw_placed(pen, part, x + place * (wide + _GUTTER), top)

    inside = tuple(p.item for part in parts for p in part if isinstance(p.item, Slice))
    charts = any(isinstance(one, Chart) for part in item.parts for one in part[:1])
    yield Slice(tall, draw, gap=14 if charts else 8, inside=inside)


def _bottom(part: Sequence[Placed]) -> float:
    return part[-1].top + part[-1].item.height if part else 0


def draw_placed(pen: Pen, placed: Sequence[Placed], left: float, top: float) -> None:
    """Draw what stands on a page (or in a part of it)."""
    for piece in placed:
        at = top + piece.top
        if isinstance(piece.item, Slice):
            if piece.item.bookmark is not None:
                pen.bookmark(*piece.item.bookmark, at)
            piece.item.draw(pen, left, at)
        else:
            piece.item.draw(pen, left, at, piece.continued)
