"""The key of a chart: signs and names in rows above the drawing, whole however long they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clinicmgr.paper.document import Chart
from clinicmgr.paper.pdf.chart.look import NAME, bar, limit_look, marker, stroke
from clinicmgr.paper.pdf.lines import Lines, broken
from clinicmgr.paper.pdf.pen import Pen
from clinicmgr.paper.pdf.slices import Draw, Slice

_SIGN, _BETWEEN, _MOST = 18.0, 16.0, 12


@dataclass(frozen=True, slots=True)
class Sign:
    """A series, or a limit, by its place in the chart."""

    name: str
    place: int
    is_limit: bool = False


def key(item: Chart, signs: Sequence[Sign], room: float) -> Iterator[Slice]:
    """Rows of signs with their names."""
    row: list[tuple[float, Sign, Lines]] = []
    used = 0.0
    for sign in signs:
        for name in _portions(broken(sign.name, NAME, room - _SIGN)):
            wide = _SIGN + max(NAME.width(line) for line in name.lines) + _BETWEEN
            if row and used + wide - _BETWEEN > room:
                yield _row(item, row)
                row, used = [], 0.0
            row.append((used, sign, name))
            used += wide
    if row:
        yield _row(item, row)


def _portions(name: Lines) -> Iterator[Lines]:
    for start in range(0, len(name.lines), _MOST):
        yield name.cut(start, _MOST)


def _row(item: Chart, row: Sequence[tuple[float, Sign, Lines]]) -> Slice:
    return Slice(max(name.height for _left, _sign, name in row) + 2.5, _drawn(item, list(row)))


def _drawn(item: Chart, row: Sequence[tuple[float, Sign, Lines]]) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        for left, sign, name in row:
            _sign(pen, item, sign, x + left, top)
            pen.lines(x + left + _SIGN, top, name)

    return draw


def _sign(pen: Pen, item: Chart, sign: Sign, x: float, top: float) -> None:
    if sign.is_limit:
        pen.line(x, top + 5.5, x + 14, top + 5.5, **limit_look(item.limits[sign.place]))
    elif item.kind == "line":
        stroke(pen, item, sign.place, [(x, top + 5.5), (x + 14, top + 5.5)])
        marker(pen, item, sign.place, x + 7, top + 5.5)
    else:
        bar(pen, item, sign.place, (x, top + 1, 13, 8))
