"""The list of headings with dotted leaders; the pages are known when everything is laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clinicmgr.kernel.i18n import _
from clinicmgr.paper.document import Beside, Contents, Heading, Item
from clinicmgr.paper.grid import Grid
from clinicmgr.paper.pdf.blocks import flowed
from clinicmgr.paper.pdf.lines import Lines, Type, broken
from clinicmgr.paper.pdf.pen import INK, QUIET, Pen, Place
from clinicmgr.paper.pdf.slices import Draw, Slice

_TITLE = Type("Semibold", 16)
_FIRST, _OTHER = Type("Semibold", 10.5, INK, 1.3), Type("Regular", 9.5, INK, 1.35)
_INDENT, _NUMBER = 14.0, 34.0


def headings(items: Iterable[Item]) -> Iterator[tuple[str, int]]:
    """Yield text and level of every heading in the order in which they are drawn."""
    for item in items:
        match item:
            case Heading(text, level) if text:
                yield text, min(max(level, 1), 3)
            case Grid() if item.title:
                yield item.title, 2
            case Beside():
                for part in item.parts:
                    yield from headings(part)


def contents(item: Contents, found: Sequence[tuple[str, int]], room: float) -> Iterator[Slice]:
    """A row for each heading that is not deeper than asked for; nothing when there is none."""
    chosen = [(place, *head) for place, head in enumerate(found) if head[1] <= item.depth]
    if not chosen:
        return
    yield from flowed(broken(item.title or _("Contents"), _TITLE, room), gap=14, after=8, keep=True)
    least = min(level for _place, _text, level in chosen)
    for place, text, level in chosen:
        face = _FIRST if level == least else _OTHER
        left = _INDENT * (level - least)
        lines = broken(text, face, room - left - _NUMBER)
        yield from _entry(lines, place, left, room, gap=5 if level == least else 1)


def _entry(lines: Lines, place: int, left: float, room: float, gap: float) -> Iterator[Slice]:
    parts = list(flowed(lines, gap=gap, left=left))
    for number, part in enumerate(parts):
        last = lines if number == len(parts) - 1 else None
        yield Slice(part.height, _linked(part, place, (left, room), last), gap=part.gap)


def _linked(part: Slice, place: int, span: tuple[float, float], last: Lines | None) -> Draw:
    left, room = span

    def draw(pen: Pen, x: float, top: float) -> None:
        part.draw(pen, x, top)
        target = pen.places[place]
        pen.link(target.key, x + left, top, room - left, part.height)
        if last is not None:
            _leader(pen, last, target, (x + left, x + room), top + part.height)

    return draw


def _leader(
    pen: Pen, lines: Lines, target: Place, span: tuple[float, float], bottom: float
) -> None:
    face = lines.type
    base = bottom - face.leading + face.baseline
    number = str(target.page)
    pen.aligned(span[0], base, number, face, span[1] - span[0], "right")
    first = span[0] + face.width(lines.lines[-1]) + 6
    until = span[1] - face.width(number) - 6
    if until > first + 6:
        pen.line(first, base - 0.4, until, base - 0.4, color=QUIET, weight=0.7, dash=(0.7, 2.6))
