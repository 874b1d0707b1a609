"""Tables as slices: one slice a row, the column titles and group titles as repeated heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clinicmgr.kernel.i18n import _
from clinicmgr.paper.pdf.blocks import flowed, marked
from clinicmgr.paper.pdf.lines import Lines, Type, broken, capped, longest_word
from clinicmgr.paper.pdf.pen import HAIR, INK, QUIET, TINT, Align, Pen, mark_room
from clinicmgr.paper.pdf.slices import Draw, Head, Slice
from clinicmgr.paper.pdf.widths import Need, bands, shared
from clinicmgr.paper.table import Cell, Column, Row, Table
from clinicmgr.paper.wording import show

_SIZES = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
_TITLE = Type("Semibold", 10.5)
_PAD = 5.0
_HIGH = 2.6
_CAP = 260.0
_PORTION = 12
"""Lines of a row that stay together; longer rows may be parted."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table laid out: which columns, how wide, in what size."""

    table: Table
    columns: tuple[int, ...]
    wide: tuple[float, ...]
    size: float
    language: str
    footnote: str = ""
    """The footnote where no title above carries its number."""

    @property
    def room(self) -> float:
        return sum(self.wide)

    def text(self, row: Row, place: int) -> str:
        if place >= len(row.cells):
            return ""
        return show(row.cells[place], self.table.columns[place].kind, self.language)


def table(item: Table, room: float, language: str) -> Iterator[Slice]:
    """Slices of a table; too many columns continue in a second band with the first column."""
    if item.title:
        title = broken(item.title, _TITLE, room - mark_room(item.footnote, _TITLE))
        yield from marked(flowed(title, gap=12, after=3, keep=True), title, item.footnote)
    gap = 0.0 if item.title else 8.0
    unmarked = "" if item.title else item.footnote
    for sheet in _sheets(item, room, language):
        yield from _sheet(replace(sheet, footnote=unmarked), gap)
        gap, unmarked = 16, ""


def _sheets(item: Table, room: float, language: str) -> Iterator[_Sheet]:
    every = tuple(range(len(item.columns)))
    needs, size = _needs(item, _SIZES[0], room, language), _SIZES[0]
    for size in _SIZES:
        needs = needs if size == _SIZES[0] else _needs(item, size, room, language)
        if (wide := shared(needs, room)) is not None:
            yield _Sheet(item, every, wide, size, language)
            return
    least = [min(need.fixed or need.least, room / 2) for need in needs]
    for band in bands(least, room):
        columns = (0, *band)
        chosen = [replace(needs[place], least=least[place], fixed=None) for place in columns]
        fitted = shared(chosen, room) or (room / len(columns),) * len(columns)
        yield _Sheet(item, columns, fitted, size, language)


def _needs(item: Table, size: float, room: float, language: str) -> list[Need]:
    needs = []
    for place, column in enumerate(item.columns):
        title = "" if item.headless else column.title
        face, head = Type("Regular", size), Type("Semibold", size)
        least, most = longest_word(title, head), head.width(title)
        for row in item.rows:
            if row.kind == "group" or place >= len(row.cells):
                continue
            text = show(row.cells[place], column.kind, language)
            used = head if row.kind == "total" else face
            least = max(least, _unbroken(text, used, column))
            most = max([most, *(used.width(line) for line in text.split("\n"))])
        fixed = None if column.width is None else column.width * room
        needs.append(Need(least + 2 * _PAD, min(max(most, least), _CAP) + 2 * _PAD, fixed))
    return needs


def _unbroken(text: str, face: Type, column: Column) -> float:
    """Numbers and days stay on one line; a very long word may be broken."""
    if column.kind == "text" or len(text) > 24:
        return min(longest_word(text, face), 14 * face.size)
    return face.width(text)


def _sheet(sheet: _Sheet, gap: float) -> Iterator[Slice]:
    """The rows; the first carries the footnote whose number the column titles show."""
    parts = _rows(sheet, gap)
    if sheet.footnote:
        if sheet.table.headless:
            yield _number_alone(sheet)
        else:
            yield replace(next(parts), footnotes=(sheet.footnote,))
    yield from parts


def _number_alone(sheet: _Sheet) -> Slice:
    face = Type("Regular", sheet.size)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.mark(x + sheet.room - mark_room("*", face), top + face.size, sheet.footnote, face)

    return Slice(face.size, draw, gap=8, keep=True, footnotes=(sheet.footnote,))


def _rows(sheet: _Sheet, gap: float) -> Iterator[Slice]:
    heads = () if sheet.table.headless else (_titles(sheet),)
    outer = heads
    last = len(sheet.table.rows) - 1
    for number, row in enumerate(sheet.table.rows):
        if row.kind == "group":
            heads = (*outer, _group(sheet, row))
            following = sheet.table.rows[number + 1].kind if number < last else "group"
            if following != "group":
                continue
            yield Slice(0, lambda _pen, _x, _top: None, gap=gap, heads=heads)
        elif row.kind == "total" and number < last and sheet.table.rows[number + 1].kind == "group":
            yield from _row(sheet, row, heads, gap)
        else:
            heads = outer if row.kind == "total" and number == last else heads
            yield from _row(sheet, row, heads, gap)
        gap = 0
    if not sheet.table.rows:
        yield from _nothing(sheet, outer)


def _nothing(sheet: _Sheet, heads: tuple[Head, ...]) -> Iterator[Slice]:
    text = sheet.table.empty or _("Nothing to show.")
    lines = broken(text, Type("It", sheet.size, QUIET), sheet.room - 2 * _PAD)
    yield Slice(
        lines.height + 8, lambda pen, x, top: pen.lines(x + _PAD, top + 4, lines), heads=heads
    )


def _align(column: Column) -> Align:
    if column.align != "auto":
        return column.align
    return "left" if column.kind in {"text", "day"} else "right"


def _titles(sheet: _Sheet) -> Head:
    face = Type("Semibold", max(sheet.size - 1, 6.5), QUIET)
    columns = [sheet.table.columns[place] for place in sheet.columns]
    marks = [sheet.footnote, *[""] * len(columns)]
    titles = [
        capped(column.title, face, wide - 2 * _PAD - mark_room(mark, face), 12)
        for column, wide, mark in zip(columns, sheet.wide, marks, strict=False)
    ]
    high = max((lines.height for lines in titles), default=0) + 6

    def draw(pen: Pen, x: float, top: float, continued: bool) -> None:
        left = x
        for lines, column, wide, mark in zip(titles, columns, sheet.wide, marks, strict=False):
            at, room = left + _PAD, wide - 2 * _PAD - mark_room(mark, face)
            pen.lines(at, top + high - 4 - lines.height, lines, room, _align(column))
            if mark and not continued:
                start = room if _align(column) != "left" else _last(lines)
                pen.mark(at + start, top + high - 4 - face.leading + face.baseline, mark, face)
            left += wide
        pen.line(x, top + high - 1, x + sheet.room, top + high - 1, color=INK, weight=0.9)

    return Head(high, draw)


def _last(lines: Lines) -> float:
    return lines.type.width(lines.lines[-1]) if lines.lines else 0


def _group(sheet: _Sheet, row: Row) -> Head:
    face = Type("Semibold", sheet.size)
    title = sheet.text(row, 0)
    room = sheet.room - 2 * _PAD
    first = capped(title, face, room, 4)
    again = capped(_("{title} (continued)").format(title=title), face, room, 4)
    high = max(first.height, again.height) + 6

    def draw(pen: Pen, x: float, top: float, continued: bool) -> None:
        pen.box(x, top + 1, sheet.room, high - 1, fill=TINT)
        pen.lines(x + _PAD, top + 3.5, again if continued else first)

    return Head(high, draw)


def _row(sheet: _Sheet, row: Row, heads: tuple[Head, ...], gap: float) -> Iterator[Slice]:
    cells = [
        broken(sheet.text(row, place), _face(sheet, row, place), wide - 2 * _PAD)
        for place, wide in zip(sheet.columns, sheet.wide, strict=True)
    ]
    note = broken(row.note, Type("It", max(sheet.size - 1, 6.5), QUIET), sheet.room - 2 * _PAD)
    count = max((len(lines.lines) for lines in cells), default=1) or 1
    for start in range(0, count, _PORTION):
        part = [lines.cut(start, _PORTION) for lines in cells]
        end = start + _PORTION >= count
        ruled = end and not note.lines
        yield Slice(
            _high(sheet, part) + (_HIGH if start == 0 else 0) + (_HIGH if ruled else 0),
            _cells(sheet, row, part, rule=ruled, first=start == 0),
            gap=gap if start == 0 else 0,
            keep=bool(note.lines) and end,
            heads=heads,
        )
    for start in range(0, len(note.lines), _PORTION):
        part_note = note.cut(start, _PORTION)
        yield Slice(part_note.height + _HIGH, _noted(sheet, part_note), heads=heads)


def _high(sheet: _Sheet, part: Sequence[Lines]) -> float:
    one = Type("Regular", sheet.size).leading
    return max([one, *(lines.height for lines in part)])


def _face(sheet: _Sheet, row: Row, place: int) -> Type:
    cell = row.cells[place] if place < len(row.cells) else None
    strong = row.kind == "total" or (isinstance(cell, Cell) and cell.strong)
    return Type("Semibold" if strong else "Regular", sheet.size)


def _cells(sheet: _Sheet, row: Row, part: Sequence[Lines], *, rule: bool, first: bool) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        left, at = x, top + (_HIGH if first else 0)
        for lines, place, wide in zip(part, sheet.columns, sheet.wide, strict=True):
            align = _align(sheet.table.columns[place])
            pen.lines(left + _PAD, at, lines, wide - 2 * _PAD, align)
            left += wide
        if row.kind == "total" and first:
            pen.line(x, top, x + sheet.room, top, color=INK, weight=0.7)
        if rule:
            base = at + _high(sheet, part) + _HIGH
            pen.line(x, base, x + sheet.room, base, color=HAIR, weight=0.35)

    return draw


def _noted(sheet: _Sheet, lines: Lines) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.lines(x + _PAD, top, lines)
        base = top + lines.height + _HIGH
        pen.line(x, base, x + sheet.room, base, color=HAIR, weight=0.35)

    return draw
