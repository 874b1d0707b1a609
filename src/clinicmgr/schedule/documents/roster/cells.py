"""What stands in the cells of a roster: a person's shifts of a day, or the people of a place."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day, short_range
from clinicmgr.paper import Chip, GridColumn, Hatch, Remark
from clinicmgr.schedule.documents.roster.footnotes import mark_of
from clinicmgr.schedule.documents.roster.sheet import Sheet
from clinicmgr.schedule.records import Shift


def day_column(sheet: Sheet, day: date) -> GridColumn:
    """Return the head of a day; a closed one is shaded and says why."""
    weekday, _comma, rest = format_day(day, "weekday", sheet.locale).partition(", ")
    reason = sheet.facts.closures.get(day, "")
    second = f"{rest} {mark_of(sheet, None, day)}".strip()
    return GridColumn(weekday, second, reason, closed=bool(reason), day=day)


def flag_of(sheet: Sheet, shift: Shift) -> Literal["", "!", "draft"]:
    """Return the sign of a shift: a broken rule goes before a change that nobody was told of."""
    if shift.id in sheet.broken:
        return "!"
    return "draft" if shift.id in sheet.drafts else ""


def times_chip(sheet: Sheet, shift: Shift) -> Chip:
    """Return a shift in the row of its person: when, as what and where."""
    position = sheet.facts.positions[shift.position_id]
    return Chip(
        short_range(shift.start, shift.end, sheet.locale),
        place_code(sheet, shift),
        position.code,
        position.color,
        flag_of(sheet, shift),
    )


def name_chip(sheet: Sheet, shift: Shift, *, with_place: bool) -> Chip:
    """Return a shift in the row of a position or room: who, as what and when."""
    position = sheet.facts.positions[shift.position_id]
    person = sheet.facts.people.get(shift.member_id or 0)
    times = short_range(shift.start, shift.end, sheet.locale)
    place = place_code(sheet, shift) if with_place else ""
    mark = mark_of(sheet, person.id, shift.day) if person is not None else ""
    second = f"{times} · {place}" if place else times
    return Chip(
        person.name if person is not None else _("Open"),
        f"{second} {mark}".rstrip(),
        position.code,
        position.color,
        flag_of(sheet, shift),
    )


def with_notes(chips: Iterable[tuple[Chip, Shift]]) -> Iterator[Chip | Hatch | Remark]:
    """Yield each chip, with the note of its shift below it."""
    for chip, shift in chips:
        yield chip
        if shift.note:
            yield Remark(shift.note)


def place_code(sheet: Sheet, shift: Shift) -> str:
    """Return the code of the room, or else of the site where there are several."""
    room = sheet.facts.rooms.get(shift.room_id) if shift.room_id else None
    if room is not None:
        return room.code
    site = sheet.facts.sites.get(sheet.facts.site_of(shift) or 0)
    return site.code if site is not None and len(sheet.facts.sites) > 1 else ""
