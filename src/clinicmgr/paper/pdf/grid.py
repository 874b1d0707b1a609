"""The wall roster as slices: days as repeated heads, one slice a person, coverage below."""

from __future__ import annotations

from collections.abc import Iterator

from clinicmgr.kernel.i18n import _
from clinicmgr.paper.grid import (
    Grid,
    GridFooter,
    GridGroup,
    Tally,
)
from clinicmgr.paper.pdf.ink import stripe
from clinicmgr.paper.pdf.lines import Lines, Type, broken, capped
from clinicmgr.paper.pdf.measure import Fit, Plan, planned
from clinicmgr.paper.pdf.pen import HAIR, INK, QUIET, TINT, Pen
from clinicmgr.paper.pdf.person import person
from clinicmgr.paper.pdf.sheet import Sheet, shade, uprights
from clinicmgr.paper.pdf.slices import Head, Slice
from clinicmgr.paper.wording import tally_text


def grid(item: Grid, room: float, fit: Fit) -> Iterator[Slice]:
    """Slices of a grid; days that do not fit come on further pages with the names again."""
    plan = planned(item, room, fit)
    for start in range(0, max(len(item.columns), 1), plan.days):
        days = range(start, min(start + plan.days, len(item.columns)))
        sheet = Sheet(item, plan, days, fit.folded)
        yield from _sheet(sheet, new_page=start > 0)


def _sheet(sheet: Sheet, *, new_page: bool) -> Iterator[Slice]:
    days = _days(sheet)
    found: list[Slice] = []
    for group in sheet.grid.groups:
        between = group.title and not sheet.folded
        heads = (days, _group(sheet, group)) if between else (days,)
        for number, row in enumerate(group.rows):
            first = group if sheet.folded and number == 0 else None
            found.extend(person(sheet, row, heads, first))
    if not any(group.rows for group in sheet.grid.groups):
        found.append(_nobody(sheet, days))
    feet = [
        _footer(sheet, footer, days, first=number == 0)
        for number, footer in enumerate(sheet.grid.footers)
    ]
    for number, piece in enumerate([*found, *feet]):
        keep = number == len(found) - 1 and bool(feet) and len(feet) < 12
        yield Slice(
            piece.height,
            piece.draw,
            gap=7 if number == 0 else 0,
            keep=keep or (len(found) <= number < len(found) + len(feet) - 1 and len(feet) < 12),
            heads=piece.heads,
            new_page=new_page and number == 0,
        )


def _days(sheet: Sheet) -> Head:
    plan = sheet.plan
    day = Type("Semibold", max(plan.sizes.small, 6), QUIET, 1.15)
    date = Type("Bold", plan.sizes.time * 1.12, INK, 1.15)
    note = Type("Semibold", max(plan.sizes.small * 0.95, 5.5), INK, 1.12)
    cells = [
        [
            capped(text, face, plan.day - 7, 10)
            for text, face in ((column.title, day), (column.second, date), (column.note, note))
        ]
        for column in sheet.columns
    ]
    corner = capped(
        sheet.grid.corner, Type("Regular", max(plan.small.size, 6.5), QUIET), plan.head - 8, 5
    )
    high = max([corner.height, *(sum(part.height for part in cell) for cell in cells)]) + 6

    def draw(pen: Pen, x: float, top: float, _continued: bool) -> None:
        shade(pen, sheet, x, top, high)
        pen.lines(x + 4, top + high - corner.height - 3, corner)
        for place, cell in enumerate(cells):
            at = top + 2
            for part in cell:
                pen.lines(x + sheet.left(place) + 4, at, part)
                at += part.height
        pen.line(x, top, x + sheet.room, top, color=INK, weight=0.6)
        pen.line(x, top + high, x + sheet.room, top + high, color=INK, weight=1.1)
        uprights(pen, sheet, x, top, high)

    return Head(high, draw)


def _group(sheet: Sheet, group: GridGroup) -> Head:
    face = Type("Semibold", max(sheet.plan.small.size * 1.06, 7), INK, 1.15)
    title = f"{group.code}  {group.title}" if group.code else group.title
    again = _("{title} (continued)").format(title=title)
    room = sheet.room - 20
    first, more = capped(title, face, room, 3), capped(again, face, room, 3)
    high = max(first.height, more.height) + 4.5

    def draw(pen: Pen, x: float, top: float, continued: bool) -> None:
        pen.box(x, top, sheet.room, high, fill=TINT)
        left = x + 4
        if group.color is not None:
            stripe(pen, (x, top, sheet.plan.sizes.stripe, high), group.color)
            left = x + sheet.plan.sizes.stripe + 4
        pen.lines(left, top + 2, more if continued else first)
        pen.line(x, top + high, x + sheet.room, top + high, color=HAIR, weight=0.5)
        pen.line(x, top, x + sheet.room, top, color=HAIR, weight=0.5)

    return Head(high, draw)


def _footer(sheet: Sheet, footer: GridFooter, days: Head, *, first: bool) -> Slice:
    plan = sheet.plan
    head = capped(footer.head, Type("Semibold", plan.small.size, INK), plan.head - 22, 8)
    cells = [footer.cells[place] for place in sheet.days]
    marks = [_mark(tally, plan) for tally in cells]
    high = max([head.height, *(mark.height for mark in marks)]) + 6

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.box(x, top, sheet.room, high, fill=TINT)
        if first:
            pen.line(x, top, x + sheet.room, top, color=INK, weight=1.1)
        left = x + 4
        if footer.color is not None:
            stripe(pen, (x, top, plan.sizes.stripe, high), footer.color)
            left = x + plan.sizes.stripe + 4
        pen.lines(left, top + 3, head)
        for place, (tally, mark) in enumerate(zip(cells, marks, strict=True)):
            at = x + sheet.left(place)
            if tally is not None and tally.short:
                pen.box(at + 2, top + 1.5, plan.day - 4, high - 3, fill="#ffffff")
                pen.box(at + 2, top + 1.5, plan.day - 4, high - 3, color=INK, weight=1.1)
            pen.lines(at, top + (high - mark.height) / 2, mark, plan.day, "center")
        pen.line(x, top + high, x + sheet.room, top + high, color=HAIR, weight=0.5)

    return Slice(high, draw, heads=(days,))


def _mark(tally: Tally | None, plan: Plan) -> Lines:
    face = Type("Regular", plan.small.size, INK)
    if tally is None:
        return Lines(face)
    if tally.short:
        face = Type("Bold", plan.small.size, INK)
    return capped(tally_text(tally), face, plan.day - 6, 8)


def _nobody(sheet: Sheet, days: Head) -> Slice:
    lines = broken(_("Nobody to show."), Type("It", 9.5, QUIET), sheet.room - 8)
    return Slice(
        lines.height + 10, lambda pen, x, top: pen.lines(x + 4, top + 5, lines), heads=(days,)
    )
