"""The roster by person: a row for each, in groups by position."""

from collections.abc import Iterable
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_hours
from clinicmgr.paper import GridCell, GridGroup, GridRow, Hatch
from clinicmgr.schedule.documents.roster.cells import times_chip, with_notes
from clinicmgr.schedule.documents.roster.footnotes import mark_of, marked
from clinicmgr.schedule.documents.roster.sheet import Sheet
from clinicmgr.schedule.records import Shift
from clinicmgr.staff.records import Position, StaffMember


def people_groups(sheet: Sheet, *, grouped: bool) -> Iterable[GridGroup]:
    """Yield open shifts, then everybody in groups by main position, or by name in one."""
    own = shifts_by_person(sheet.shifts)
    if None in own:
        cells = tuple(_cell(sheet, None, own[None], day) for day in sheet.days)
        yield GridGroup(_("Open shifts"), (GridRow(_("Open"), cells),))
    for title, position, members in teams(sheet, own, grouped=grouped):
        rows = tuple(_row(sheet, member, own.get(member.id, [])) for member in members)
        if position is None:
            yield GridGroup(title, rows)
        else:
            yield GridGroup(title, rows, position.color, position.code)


def shifts_by_person(shifts: Iterable[Shift]) -> dict[int | None, list[Shift]]:
    """Return the shifts of each person, and under None the open ones, in order of time."""
    found: dict[int | None, list[Shift]] = {}
    for shift in shifts:
        found.setdefault(shift.member_id, []).append(shift)
    return found


def teams(
    sheet: Sheet, own: dict[int | None, list[Shift]], *, grouped: bool
) -> Iterable[tuple[str, Position | None, list[StaffMember]]]:
    """Yield title, position and people of each group that has somebody.

    Those who have no position that is shown as their main one stand last, if they work here.
    """
    shown = {one.id for one in sheet.positions}
    at_home = [one for one in sheet.members if _main(one) in shown]
    others = [one for one in sheet.members if _main(one) not in shown and one.id in own]
    if not grouped:
        members = [one for one in sheet.members if one in at_home or one in others]
        if members:
            yield "", None, members
        return
    for position in sheet.positions:
        members = [one for one in at_home if _main(one) == position.id]
        if members:
            yield position.name, position, members
    if others:
        yield _("From other positions"), None, others


def _main(member: StaffMember) -> int | None:
    return member.position_ids[0] if member.position_ids else None


def _row(sheet: Sheet, member: StaffMember, own: list[Shift]) -> GridRow:
    planned = sum(one.worked_minutes for one in own)
    agreed = sheet.facts.people[member.id].contracts.on(sheet.days[0]) if sheet.days else None
    hours = _("{hours} h").format(hours=format_hours(planned))
    if agreed:
        hours = _("{hours} / {agreed} h").format(
            hours=format_hours(planned), agreed=format_hours(agreed)
        )
    cells = tuple(_cell(sheet, member.id, own, day) for day in sheet.days)
    return GridRow(member.name, cells, hours, "!" if agreed and planned > agreed else "")


def _cell(sheet: Sheet, member_id: int | None, own: Iterable[Shift], day: date) -> GridCell:
    shifts = [one for one in own if one.day == day]
    parts = tuple(with_notes((times_chip(sheet, one), one) for one in shifts))
    absence = sheet.leave_on(member_id, day) if member_id is not None else None
    if absence is not None:
        parts = (*parts, Hatch(absence.kind.label))
    mark = mark_of(sheet, member_id, day) if member_id is not None else ""
    return marked(parts, mark) if mark else parts
