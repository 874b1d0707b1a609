"""Charts as vector drawings that stay apart in gray: patterns, dashes, markers and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clinicmgr.kernel.i18n import _
from clinicmgr.paper.document import Chart
from clinicmgr.paper.pdf.blocks import flowed, marked
from clinicmgr.paper.pdf.chart.ends import named_at_ends
from clinicmgr.paper.pdf.chart.key import Sign, key
from clinicmgr.paper.pdf.chart.limits import named_beside
from clinicmgr.paper.pdf.chart.sideways import sideways
from clinicmgr.paper.pdf.chart.upright import upright
from clinicmgr.paper.pdf.lines import Lines, Type, broken
from clinicmgr.paper.pdf.pen import QUIET, mark_room
from clinicmgr.paper.pdf.slices import Slice
from clinicmgr.paper.scale import is_empty

__all__ = ["chart"]

_TITLE = Type("Semibold", 10.5)
_NOTHING = Type("It", 9.5, QUIET)
_ABOVE = 12.0


def chart(item: Chart, room: float, high: float, language: str) -> Iterator[Slice]:
    """A chart with its title and the names of its series; ``high`` is what a page has for it."""
    head = [*_title(item, room), *key(item, _signs(item, room), room)]
    above = sum(piece.gap + piece.height for piece in head)
    together = above < high * 0.6
    for number, piece in enumerate(head):
        yield replace(piece, keep=together, gap=_ABOVE if number == 0 else piece.gap)
    gap = 5.0 if head else _ABOVE
    left = high - (above if together else 0) - _ABOVE - gap
    if is_empty(item):
        yield from flowed(Lines(_NOTHING, (_("Nothing to show."),)), gap=gap, after=4)
    elif item.kind == "hbar":
        yield from sideways(item, room, left, language, gap)
    else:
        yield upright(item, room, left, language, gap)


def _title(item: Chart, room: float) -> Iterator[Slice]:
    """The title; without one the number of a footnote stands in its place."""
    title = broken(item.title, _TITLE, room - mark_room(item.footnote, _TITLE))
    if item.footnote and not item.title:
        title = Lines(_TITLE, ("",))
    return marked(flowed(title, after=2), title, item.footnote)


def _signs(item: Chart, room: float) -> list[Sign]:
    """What the key must name, because no word stands beside it in the drawing."""
    signs: list[Sign] = []
    if not named_at_ends(item, room):
        signs += [Sign(one.name, place) for place, one in enumerate(item.series) if one.name]
    if not named_beside(item):
        signs += [
            Sign(limit.name, place, is_limit=True)
            for place, limit in enumerate(item.limits)
            if limit.name
        ]
    return signs
