"""Footnotes: small text with a number, above the foot of the page that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from clinicmgr.paper.pdf.blocks import flowed
from clinicmgr.paper.pdf.lines import Lines, Type, broken
from clinicmgr.paper.pdf.pen import HAIR, INK, QUIET, UNNUMBERED, Pen
from clinicmgr.paper.pdf.slices import Slice, noted

_SMALL, _NUMBER = Type("Regular", 7.5, QUIET, 1.22), Type("Semibold", 7.5, INK, 1.22)
_INDENT, _RULE, _ABOVE, _BETWEEN = 12.0, 60.0, 12.0, 1.0


def height(notes: Sequence[str], room: float) -> float:
    """Return the points that footnotes take with the line above them; none take nothing."""
    return _ABOVE + sum(_text(note, room).height + _BETWEEN for note in notes) if notes else 0.0


def draw(pen: Pen, notes: Sequence[str], x: float, bottom: float, room: float) -> None:
    """Draw the footnotes of a page so that the last ends at ``bottom``."""
    if not notes:
        return
    top = bottom - height(notes, room) + _ABOVE
    pen.line(x, top - 4, x + _RULE, top - 4, color=HAIR, weight=0.6)
    for number, note in enumerate(notes, start=1):
        lines = _text(note, room)
        pen.lines(x, top, Lines(_NUMBER, (str(number),)))
        pen.lines(x + _INDENT, top, lines)
        top += lines.height + _BETWEEN


def placeable(slices: Iterable[Slice], room: float, high: float) -> Iterator[Slice]:
    """Let footnotes that do not fit on one page with their slice follow it as small text."""
    for piece in slices:
        notes = noted(piece)
        taken = piece.height + sum(head.height for head in piece.heads)
        if not notes or taken + height(notes, room) <= high:
            yield piece
            continue
        yield _without(piece)
        for note in notes:
            yield from flowed(broken(f"{UNNUMBERED} {note}", _SMALL, room), gap=4)


def _without(piece: Slice) -> Slice:
    inside = tuple(_without(inner) for inner in piece.inside)
    return replace(piece, footnotes=(), inside=inside, keep=False)


def _text(note: str, room: float) -> Lines:
    return broken(note, _SMALL, room - _INDENT)
