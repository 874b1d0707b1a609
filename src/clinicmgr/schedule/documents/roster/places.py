"""The roster by position or by room: who is there on each day, and who is off."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.paper import GridCell, GridGroup, GridRow, Hatch, Remark
from clinicmgr.schedule.documents.roster.cells import name_chip, with_notes
from clinicmgr.schedule.documents.roster.sheet import Sheet
from clinicmgr.schedule.records import Shift


def position_groups(sheet: Sheet) -> Iterable[GridGroup]:
    """Yield a row for each position with somebody, then who is off."""
    for position in sheet.positions:
        own = [one for one in sheet.shifts if one.position_id == position.id]
        if own:
            row = _row(sheet, position.name, position.code, own, with_place=True)
            yield GridGroup("", (row,), position.color)
    yield from _off(sheet)


def room_groups(sheet: Sheet) -> Iterable[GridGroup]:
    """Yield the rooms with somebody by site, those without a room last, then who is off."""
    site_of = sheet.facts.site_of
    several = len(sheet.facts.sites) > 1
    for site in sheet.facts.sites.values():
        here = [one for one in sheet.shifts if site_of(one) == site.id]
        rows = tuple(_rooms(sheet, here))
        if rows:
            yield GridGroup(site.name if several else "", rows)
    nowhere = [one for one in sheet.shifts if site_of(one) not in sheet.facts.sites]
    if nowhere:
        yield GridGroup(_("Without a site") if several else "", tuple(_rooms(sheet, nowhere)))
    yield from _off(sheet)


def _rooms(sheet: Sheet, shifts: Sequence[Shift]) -> Iterable[GridRow]:
    for room in sheet.facts.rooms.values():
        own = [one for one in shifts if one.room_id == room.id]
        if own:
            out = _out_of_service(sheet, room.id)
            yield _row(sheet, room.name, room.code, own, remarks=out)
    rest = [one for one in shifts if one.room_id not in sheet.facts.rooms]
    if rest:
        yield _row(sheet, _("No room"), "", rest)


def _row(
    sheet: Sheet,
    head: str,
    code: str,
    own: Sequence[Shift],
    *,
    with_place: bool = False,
    remarks: Callable[[date], GridCell] = lambda _day: (),
) -> GridRow:
    cells = tuple(
        (
            *with_notes(
                (name_chip(sheet, one, with_place=with_place), one) for one in own if one.day == day
            ),
            *remarks(day),
        )
        for day in sheet.days
    )
    return GridRow(head, cells, code)


def _out_of_service(sheet: Sheet, room_id: int) -> Callable[[date], GridCell]:
    """Say what cannot be used in a room."""

    def remarks(day: date) -> GridCell:
        return tuple(
            Remark(_("{asset} out of service").format(asset=one.asset.name))
            for one in sheet.facts.outages
            if one.room_id == room_id and one.first <= day and (one.last is None or day <= one.last)
        )

    return remarks


def _off(sheet: Sheet) -> Iterable[GridGroup]:
    """Who is on leave, of those whose positions are shown."""
    shown = {one.id for one in sheet.positions}
    members = [one for one in sheet.members if shown.intersection(one.position_ids)]
    rows = []
    for member in members:
        leave = [sheet.leave_on(member.id, day) for day in sheet.days]
        if any(leave):
            cells = tuple((Hatch(one.kind.label),) if one is not None else () for one in leave)
            rows.append(GridRow(member.name, cells))
    if rows:
        yield GridGroup(_("Off"), tuple(rows))
