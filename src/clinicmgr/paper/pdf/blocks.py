"""Headings, paragraphs, notes, legends and signature strips as slices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from clinicmgr.kernel.i18n import _
from clinicmgr.paper.document import Heading, Legend, LegendEntry, Notes, SignatureStrip, Text
from clinicmgr.paper.pdf.ink import badge, hatch, stripe
from clinicmgr.paper.pdf.lines import Lines, Type, broken, capped
from clinicmgr.paper.pdf.pen import ACCENT, HAIR, INK, QUIET, Pen, mark_room
from clinicmgr.paper.pdf.slices import Draw, Slice

_HEADINGS = {1: Type("Semibold", 14), 2: Type("Semibold", 11.5), 3: Type("Semibold", 9.5, QUIET)}
_TEXTS = {
    "body": Type("Regular", 9.5, lead=1.4),
    "lead": Type("Regular", 11.5, lead=1.4),
    "small": Type("Regular", 8, QUIET, lead=1.35),
    "strong": Type("Semibold", 9.5, lead=1.4),
    "notice": Type("Semibold", 9.5, lead=1.4),
}
_LABEL = Type("Regular", 8.5, INK)
_CODE = Type("Bold", 8.5, INK)
_PORTION = 6
"""Lines of a paragraph that stay together."""


def heading(item: Heading, room: float) -> Iterator[Slice]:
    """A heading, kept with what follows."""
    level = min(max(item.level, 1), 3)
    face = _HEADINGS[level]
    lines = broken(item.text, face, room - mark_room(item.footnote, face))
    gap = {1: 18.0, 2: 13.0, 3: 9.0}[level]
    parts = flowed(lines, gap=gap, after=3, keep=True, bookmark=(item.text, level))
    yield from marked(parts, lines, item.footnote)


def marked(parts: Iterable[Slice], lines: Lines, footnote: str) -> Iterator[Slice]:
    """Put the number of a footnote after the last of the lines that were flowed into slices."""
    made = list(parts)
    if not footnote or not made:
        yield from made
        return
    *first, last = made
    yield from first
    face = lines.type
    below = ((len(lines.lines) - 1) % _PORTION) * face.leading + face.baseline
    wide = face.width(lines.lines[-1])

    def draw(pen: Pen, x: float, top: float) -> None:
        last.draw(pen, x, top)
        pen.mark(x + wide, top + below, footnote, face)

    yield replace(last, draw=draw, footnotes=(footnote,))


def text(item: Text, room: float) -> Iterator[Slice]:
    """A paragraph."""
    face = _TEXTS[item.style]
    if item.style != "notice":
        yield from flowed(broken(item.text, face, room), gap=5)
        return
    for part in flowed(broken(item.text, face, room - 18), gap=6, left=12):
        yield Slice(part.height, _with_bar(part, room), gap=part.gap)


def notes(item: Notes, room: float) -> Iterator[Slice]:
    """Lines with a bullet under a small title, then ruled lines to write on."""
    if item.title:
        yield from flowed(broken(item.title, _TEXTS["strong"], room), gap=10, keep=True)
    bullet = Lines(_TEXTS["body"], ("•",))
    for line in item.lines:
        for index, part in enumerate(flowed(broken(line, _TEXTS["body"], room - 10), gap=1)):
            yield _bulleted(part, bullet) if index == 0 else _moved(part, 10)
    for _line in range(item.blank):
        yield Slice(19, lambda pen, x, top: pen.line(x, top + 18, x + room, top + 18, color=HAIR))


def signatures(item: SignatureStrip, room: float) -> Iterator[Slice]:
    """Lines to sign on, at most three in a row."""
    for start in range(0, len(item.names), 3):
        names = item.names[start : start + 3]
        wide = (room - 24 * (len(names) - 1)) / max(len(names), 2)
        labels = [capped(name, _LABEL, wide - 50, 12) for name in names]
        high = 28 + max(label.height for label in labels)
        yield Slice(high, _signed(labels, wide), gap=8)


def legend(item: Legend, room: float) -> Iterator[Slice]:
    """Signs with their meaning, in rows."""
    row: list[tuple[float, LegendEntry, Lines]] = []
    used = 0.0
    for entry in item.entries:
        label = capped(entry.label, _LABEL, room - 60, 12)
        wide = _label_left(entry) + max((_LABEL.width(t) for t in label.lines), default=0) + 16
        if row and used + wide - 16 > room:
            yield _legend_row(row)
            row, used = [], 0.0
        row.append((used, entry, label))
        used += wide
    if row:
        yield _legend_row(row)


def flowed(
    lines: Lines,
    *,
    gap: float = 0,
    after: float = 0,
    left: float = 0,
    keep: bool = False,
    bookmark: tuple[str, int] | None = None,
) -> Iterator[Slice]:
    """Lines in portions that may be parted by the end of a page."""
    for start in range(0, len(lines.lines), _PORTION):
        part = lines.cut(start, _PORTION)
        last = start + _PORTION >= len(lines.lines)
        yield Slice(
            part.height + (after if last else 0),
            lambda pen, x, top, part=part: pen.lines(x + left, top, part),  # type: ignore[misc]
            gap=gap if start == 0 else 0,
            keep=keep and last,
            bookmark=bookmark if start == 0 else None,
        )


def _with_bar(part: Slice, room: float) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.box(x, top - 2, room, part.height + 4, fill="#eef4f5")
        pen.box(x, top - 2, 3, part.height + 4, fill=ACCENT)
        part.draw(pen, x, top)

    return draw


def _moved(part: Slice, by: float) -> Slice:
    return Slice(part.height, lambda pen, x, top: part.draw(pen, x + by, top), gap=part.gap)


def _bulleted(part: Slice, bullet: Lines) -> Slice:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.lines(x, top, bullet)
        part.draw(pen, x + 10, top)

    return Slice(part.height, draw, gap=part.gap)


def _signed(labels: list[Lines], wide: float) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        for label in labels:
            pen.line(x, top + 25, x + wide, top + 25, color=INK, weight=0.6)
            pen.lines(x, top + 27, label)
            date = Lines(Type("Regular", 8.5, QUIET), (_("Date"),))
            pen.lines(x, top + 27, date, wide, "right")
            x += wide + 24

    return draw


def _label_left(entry: LegendEntry) -> float:
    return 16 + (_CODE.width(entry.code) + 4 if entry.code else 0)


def _legend_row(row: list[tuple[float, LegendEntry, Lines]]) -> Slice:
    def draw(pen: Pen, x: float, top: float) -> None:
        for left, entry, label in row:
            _sign(pen, x + left, top + 0.5, entry)
            pen.lines(x + left + 16, top, Lines(_CODE, (entry.code,)))
            pen.lines(x + left + _label_left(entry), top, label)

    return Slice(max(label.height for _left, _entry, label in row) + 3, draw, gap=5)


def _sign(pen: Pen, x: float, top: float, entry: LegendEntry) -> None:
    match entry.sign:
        case "stripe":
            stripe(pen, (x + 2, top, 8, 10), entry.color or 0, entry.pattern)
        case "hatch":
            hatch(pen, (x, top, 12, 10), step=3)
            pen.box(x, top, 12, 10, color=HAIR, weight=0.4)
        case "closed":
            pen.box(x, top, 12, 10, fill="#e3e6e9")
        case "draft":
            pen.box(x, top, 12, 10, color=INK, weight=0.7, dash=(2, 1.5), radius=2)
        case "!":
            badge(pen, x + 6, top + 5, 4.6)
