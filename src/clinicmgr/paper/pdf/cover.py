"""The cover: whose report, what, for when, by and for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from clinicmgr.kernel.i18n import _
from clinicmgr.paper.document import Cover, Document
from clinicmgr.paper.pdf.blocks import flowed
from clinicmgr.paper.pdf.lines import Lines, Type, broken
from clinicmgr.paper.pdf.pen import ACCENT, HAIR, INK, QUIET, Pen
from clinicmgr.paper.pdf.slices import Draw, Slice
from clinicmgr.paper.wording import moment_text

_SCALES = (1.0, 0.85, 0.7, 0.55, 0.45)
_BAR, _LEFT = 5.0, 26.0
_START = 0.24
"""Where the title begins, as a share of the page."""


def cover(item: Cover, document: Document, room: float, high: float) -> Iterator[Slice]:
    """One page, in smaller letters where names are long; more pages only when they must."""
    mark: tuple[str, int] | None = (document.title, 0)
    for scale in _SCALES:
        above = _practice(document, scale, room)
        middle = _middle(item, scale, room)
        below = _origin(document, room)
        start = max(high * _START, above.height + 30)
        if start + _total(middle) + 40 + below.height <= high:
            draw = _drawn(above, middle, below, start, high)
            yield Slice(high, draw, bookmark=mark, bare=True, new_page=True)
            return
    small = [_practice(document, _SCALES[-1], room), *_middle(item, _SCALES[-1], room)]
    for piece in chain.from_iterable(flowed(lines, gap=10) for lines in small):
        yield replace(piece, bookmark=mark, bare=True, new_page=mark is not None)
        mark = None
    yield Slice(0, lambda _pen, _x, _top: None, new_page=True)


def _practice(document: Document, scale: float, room: float) -> Lines:
    return broken(document.imprint.practice, Type("Semibold", 22 * scale, ACCENT, 1.18), room)


def _middle(item: Cover, scale: float, room: float) -> list[Lines]:
    room -= _LEFT
    plain = Type("Regular", 12 * max(scale, 0.7), INK, 1.5)
    return [
        broken(item.title, Type("Bold", 38 * scale, INK, 1.12), room),
        broken(item.subtitle, Type("Regular", 20 * scale, QUIET, 1.3), room),
        *(broken(line, plain, room) for line in item.lines),
    ]


def _origin(document: Document, room: float) -> Lines:
    imprint = document.imprint
    printed = _("Printed {when}").format(when=moment_text(imprint.printed_at, document.language))
    said = "  ·  ".join(part for part in (printed, imprint.version) if part)
    return broken(said, Type("Regular", 9, QUIET), room)


def _gap(place: int) -> float:
    """Points above a block: the lines stand well under the title and the period."""
    return {0: 0.0, 1: 8.0, 2: 30.0}.get(place, 2.0)


def _total(middle: Sequence[Lines]) -> float:
    return sum(lines.height + _gap(place) for place, lines in enumerate(middle))


def _drawn(above: Lines, middle: Sequence[Lines], below: Lines, start: float, high: float) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.lines(x, top, above)
        at = top + start
        tall = sum(lines.height + _gap(place) for place, lines in enumerate(middle[:2]))
        pen.box(x, at - 2, _BAR, tall + 6, fill=ACCENT)
        for place, lines in enumerate(middle):
            at += _gap(place)
            pen.lines(x + _LEFT, at, lines)
            at += lines.height
        foot = top + high - below.height
        pen.line(x, foot - 8, x + _BAR * 40, foot - 8, color=HAIR, weight=0.6)
        pen.lines(x, foot, below)

    return draw
