"""Figures of a dashboard as tiles: a label, a large value, a note, the change, a small line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clinicmgr.paper.document import Tile, Tiles
from clinicmgr.paper.pdf.blocks import flowed, marked
from clinicmgr.paper.pdf.lines import Lines, Type, broken, longest_word
from clinicmgr.paper.pdf.pen import ACCENT, DANGER, HAIR, INK, QUIET, Pen, mark_room
from clinicmgr.paper.pdf.slices import Draw, Slice
from clinicmgr.paper.pdf.spark import spark
from clinicmgr.paper.wording import change_text

_LABEL, _NOTE = Type("Semibold", 8.5, QUIET), Type("Regular", 8, QUIET, 1.25)
_VALUES = tuple(Type("Bold", size, INK, 1.12) for size in (21.0, 18.0, 15.5, 13.0, 11.0))
_GOOD = "#1d6b3a"
_GAP, _PAD, _LEAST, _SPARK = 9.0, 8.0, 100.0, 19.0
_ARROW = 9.0
_UP, _DOWN = ("+",), ("-", "\u2212", "\u2013")


@dataclass(frozen=True, slots=True)
class _Laid:
    """A tile broken into lines for its width."""

    tile: Tile
    label: Lines
    value: Lines
    note: Lines
    change: Lines

    @property
    def tail(self) -> float:
        """Height of what stands under the value."""
        line = _SPARK + 4 if any(one is not None for one in self.tile.history) else 0
        return self.note.height + self.change.height + line


def tiles(item: Tiles, room: float, high: float) -> Iterator[Slice]:
    """Rows of tiles of one width; under each other, or as plain lines, where texts are too long."""
    most = max(1, min(item.columns, int((room + _GAP) / (_LEAST + _GAP))))
    wide, rows = _rows(item, room, most)
    if any(_height(row) > high / 2 for row in rows):
        wide, rows = _rows(item, room, 1)
    for number, row in enumerate(rows):
        if _height(row) > high:
            yield from _as_lines(row, room)
            continue
        notes = tuple(dict.fromkeys(one.tile.footnote for one in row if one.tile.footnote))
        gap = 10 if number == 0 else _GAP
        yield Slice(_height(row), _row(row, wide), gap=gap, footnotes=notes)


def _rows(item: Tiles, room: float, count: int) -> tuple[float, list[list[_Laid]]]:
    """The width of a tile where ``count`` stand beside each other, and the rows."""
    wide = (room - _GAP * (count - 1)) / count
    laid = [_laid(tile, wide - 2 * _PAD) for tile in item.tiles]
    return wide, [laid[start : start + count] for start in range(0, len(laid), count)]


def _laid(tile: Tile, room: float) -> _Laid:
    label = broken(tile.label, _LABEL, room - mark_room(tile.footnote, _LABEL))
    fits = (face for face in _VALUES if longest_word(tile.value, face) <= room)
    wide = next((face for face in fits if len(broken(tile.value, face, room).lines) < 2), None)
    value = broken(tile.value, wide or _VALUES[-1], room)
    face = Type("Semibold", 8, _color(tile), 1.25)
    change = broken(
        change_text(tile.change, tile.is_good), face, room - (_ARROW if _direction(tile) else 0)
    )
    return _Laid(tile, label, value, broken(tile.note, _NOTE, room), change)


def _color(tile: Tile) -> str:
    return {None: INK, True: _GOOD, False: DANGER}[tile.is_good]


def _direction(tile: Tile) -> int:
    """1 for an arrow up, -1 for one down, 0 for none: as the sign of the change says."""
    change = tile.change.lstrip()
    return int(change.startswith(_UP)) - int(change.startswith(_DOWN))


def _heads(row: Sequence[_Laid]) -> tuple[float, float, float]:
    """Height of labels and values of a row, and of what is under them."""
    label, value = max(t.label.height for t in row), max(t.value.height for t in row)
    return label, value, max(t.tail for t in row)


def _height(row: Sequence[_Laid]) -> float:
    return sum(_heads(row)) + 2 * _PAD + 6


def _row(row: Sequence[_Laid], wide: float) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        for laid in row:
            pen.box(x, top, wide, _height(row), color=HAIR, weight=0.6)
            pen.box(x, top, wide, 2.2, fill=ACCENT)
            _tile(pen, laid, (x + _PAD, top + _PAD + 1, wide - 2 * _PAD), _heads(row))
            x += wide + _GAP

    return draw


def _tile(
    pen: Pen,
    laid: _Laid,
    place: tuple[float, float, float],
    heads: tuple[float, float, float],
) -> None:
    """Values of a row stand on one line, the small lines at the foot of their tiles."""
    x, top, room = place
    label, value, tail = heads
    pen.lines(x, top, laid.label)
    if laid.label.lines and laid.tile.footnote:
        face = laid.label.type
        base = top + laid.label.height - face.leading + face.baseline
        pen.mark(x + face.width(laid.label.lines[-1]), base, laid.tile.footnote, face)
    pen.lines(x, top + label + value - laid.value.height + 1, laid.value)
    at = top + label + value + 3
    pen.lines(x, at, laid.note)
    at += laid.note.height
    if arrow := _direction(laid.tile):
        _arrow(pen, x, at + laid.change.type.leading / 2, arrow, laid.change.type.color)
    pen.lines(x + (_ARROW if arrow else 0), at, laid.change)
    if any(one is not None for one in laid.tile.history):
        foot = top + label + value + tail + 5
        spark(pen, laid.tile.history, (x, foot - _SPARK, room, _SPARK))


def _arrow(pen: Pen, x: float, middle: float, direction: int, color: str) -> None:
    tip, base = middle - 3.2 * direction, middle + 2.6 * direction
    pen.path([(x, base), (x + 6.4, base), (x + 3.2, tip)], fill=color)


def _as_lines(row: Sequence[_Laid], room: float) -> Iterator[Slice]:
    """Tiles whose texts are longer than a page."""
    for laid in row:
        tile = laid.tile
        label = broken(tile.label, _LABEL, room - mark_room(tile.footnote, _LABEL))
        yield from marked(flowed(label, gap=10), label, tile.footnote)
        yield from flowed(broken(tile.value, _VALUES[-1], room))
        for text in (tile.note, change_text(tile.change, tile.is_good)):
            yield from flowed(broken(text, _NOTE, room))
