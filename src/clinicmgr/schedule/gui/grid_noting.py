"""What can have a note in a cell of the grid, and how it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_range
from clinicmgr.schedule.gui.grid_note_box import Noted
from clinicmgr.schedule.gui.roster_hands import RosterHands
from clinicmgr.schedule.records import Shift

_SHOWN = 40


def choices(hands: RosterHands, row: int, column: int) -> list[Noted]:
    """The shifts of a cell, and the day: of the person, or of everybody."""
    return [*_of_shifts(hands, row, column), _of_day(hands, row, column)]


def _of_shifts(hands: RosterHands, row: int, column: int) -> Iterator[Noted]:
    cells = hands.cells
    locale = cells.material.settings.locale
    for shift in cells.shifts(row, column):
        times = format_range(shift.start, shift.end, locale)
        person = cells.material.facts.people.get(shift.member_id or 0)
        name = times
        if cells.view.rows[row].aim.kind != "member" and person is not None:
            name = _("{name} {times}").format(name=person.name, times=times)
        yield Noted(name, shift.note, partial(_write, hands, shift))


def _write(hands: RosterHands, shift: Shift, text: str) -> None:
    if text == shift.note:
        return
    person = hands.cells.material.facts.people.get(shift.member_id or 0)
    who = person.name if person is not None else _("an open shift")
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    title = _("Note for {who}: {text}") if text else _("Remove the note for {who}")
    draft = replace(shift.draft(), note=" ".join(text.split()))
    hands.change_many({shift.id: draft}, title.format(who=who, text=shown))


def _of_day(hands: RosterHands, row: int, column: int) -> Noted:
    line, day = hands.cells.view.rows[row], hands.cells.view.days[column].day
    member_id = line.member_id
    title = _("The day, for everybody") if member_id is None else _("The day")
    return Noted(
        title,
        hands.note(member_id, day),
        lambda text: hands.write_note(member_id, day, text),
    )
