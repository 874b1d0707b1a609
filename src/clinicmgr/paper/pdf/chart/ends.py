"""Names at the right of an upright chart: of lines where they end, and of limits."""

from __future__ import annotations

from dataclasses import dataclass

from clinicmgr.paper.document import Chart
from clinicmgr.paper.pdf.chart.limits import limit_names, room_at_right, spread, width
from clinicmgr.paper.pdf.chart.look import NAME, marker
from clinicmgr.paper.pdf.chart.plot import Plot
from clinicmgr.paper.pdf.lines import Lines
from clinicmgr.paper.pdf.pen import HAIR, Look, Pen

_LONGEST, _MOST, _SIGN, _LEADER = 96.0, 6.5, 10.0, 14.0
_LEADER_LOOK: Look = {"color": HAIR, "weight": 0.5}


def named_at_ends(item: Chart, room: float) -> bool:
    """Say whether the lines are few and their names short enough to stand where they end."""
    return (
        item.kind == "line"
        and 0 < len(item.series) * NAME.leading < min(room_at_right(item), _MOST * NAME.leading)
        and all(one.name and _last(item, place) >= 0 for place, one in enumerate(item.series))
        and max(NAME.width(one.name) for one in item.series) <= min(_LONGEST, room * 0.25)
        and not any("\n" in one.name for one in item.series)
    )


def _last(item: Chart, number: int) -> int:
    """The last category for which a series has a value, -1 when it has none."""
    values = item.series[number].values[: len(item.categories)]
    return max((place for place, value in enumerate(values) if value is not None), default=-1)


@dataclass(frozen=True, slots=True)
class _End:
    """A name at the right: of a series (``number``), or of a limit (None)."""

    lines: Lines
    x: float
    y: float
    number: int | None = None


def ends_width(item: Chart, room: float) -> float:
    """Return the points to leave free at the right of the plot."""
    limits = width(limit_names(item))
    named = named_at_ends(item, room)
    lines = max((NAME.width(one.name) + _SIGN for one in item.series), default=0) if named else 0
    return max(limits, lines) + _LEADER if limits or lines else 4


def draw_ends(pen: Pen, plot: Plot, room: float) -> None:
    """Write the names so that none covers another, each with a thin line to what it names."""
    found = _ends(plot, room)
    tops = spread(
        [end.y for end in found],
        [end.lines.height for end in found],
        (plot.top - 6, plot.bottom + 6),
    )
    for end, top in zip(found, tops, strict=True):
        x, middle = plot.right + _LEADER - 4, top + end.lines.type.leading / 2
        pen.path([(end.x + 4, end.y), (plot.right + 4, middle), (x - 1, middle)], **_LEADER_LOOK)
        if end.number is not None:
            marker(pen, plot.chart, end.number, x + 3.5, middle)
            x += _SIGN
        pen.lines(x, top, end.lines)


def _ends(plot: Plot, room: float) -> list[_End]:
    item = plot.chart
    found = [
        _End(lines, plot.right - 4, plot.y(limit.value))
        for limit, lines in zip(item.limits, limit_names(item), strict=True)
        if lines.lines
    ]
    if named_at_ends(item, room):
        for number, one in enumerate(item.series):
            place = _last(item, number)
            value = one.values[place]
            if value is not None:
                lines = Lines(NAME, (one.name,))
                found.append(_End(lines, plot.center(place), plot.y(value), number))
    return found
