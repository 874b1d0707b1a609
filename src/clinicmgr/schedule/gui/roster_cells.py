"""What stands in a cell: chips, leave, marks, and the words for those who do not see them."""

from __future__ import annotations

from collections.abc import Sequence

from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_problems import Findings
from clinicmgr.schedule.gui.roster_view import (
    CellLook,
    CellView,
    ChipLook,
    DayHead,
    Mark,
)
from clinicmgr.schedule.gui.shift_text import cell_text
from clinicmgr.schedule.records import Person, Shift
from clinicmgr.schedule.rules.words import times_text


class CellMaker:
    """Makes the cells of one view."""

    def __init__(
        self, material: RosterMaterial, heads: Sequence[DayHead], findings: Findings
    ) -> None:
        self._material = material
        self._facts = material.facts
        self._findings = findings
        self._types = {one.id: one for one in material.types}
        self._several_sites = len(material.facts.sites) > 1

    def blank(self, head: DayHead) -> CellLook:
        """The ground of a day without anything on it."""
        return CellLook(today=head.today, weekend=head.weekend, closed=head.closed)

    def open_cell(self, head: DayHead, shifts: Sequence[Shift]) -> CellView:
        """The open shifts of a day."""
        look = CellLook(
            tuple(self._chip(one) for one in shifts),
            today=head.today,
            weekend=head.weekend,
            closed=head.closed,
        )
        return self._cell(_("Open shifts"), head, shifts, look, ())

    def person_cell(self, person: Person, head: DayHead, shifts: Sequence[Shift]) -> CellView:
        """What a person does on a day, and whether the person is there at all."""
        absence = next((one for one in person.leave if one.covers(head.day)), None)
        windows = person.availability.on(head.day)
        weekday = head.day.weekday()
        look = CellLook(
            tuple(self._chip(one) for one in shifts),
            absence.kind.label if absence else "",
            unavailable=windows is not None and not any(one.weekday == weekday for one in windows),
            outside=not person.works_on(head.day),
            today=head.today,
            weekend=head.weekend,
            closed=head.closed,
        )
        return self._cell(person.name, head, shifts, look, _states(look))

    def _cell(
        self,
        who: str,
        head: DayHead,
        shifts: Sequence[Shift],
        look: CellLook,
        states: tuple[str, ...],
    ) -> CellView:
        sentences = tuple(
            dict.fromkeys(text for one in shifts for text in self._findings.of_shift(one.id))
        )
        words = [*(self._words(one) for one in shifts), *states]
        spoken = _("{who}, {day}: {what}").format(
            who=who, day=head.name, what="; ".join(words) or _("free")
        )
        if sentences:
            spoken += ", " + _("conflict: {why}").format(why=" ".join(sentences))
        notes = [one.note for one in shifts if one.note]
        tip = "\n".join((*words, *notes, *sentences)) if words else ""
        text = cell_text(shifts, self._types, self._facts.rooms)
        ids = tuple(one.id for one in shifts)
        return CellView(look, ids, text, spoken, tip, sentences)

    def _words(self, shift: Shift) -> str:
        position = self._facts.positions.get(shift.position_id)
        words = _("{position} {times}").format(
            position=position.name if position else "",
            times=times_text(shift.start, shift.end, self._facts),
        )
        place, _code = self._place(shift)
        parts = [words, place, _("locked") if shift.locked else ""]
        if shift.id in self._material.proposed:
            parts.append(_("proposed"))
        return ", ".join(part for part in parts if part)

    def _chip(self, shift: Shift) -> ChipLook:
        position = self._facts.positions.get(shift.position_id)
        kind = self._types.get(shift.type_id) if shift.type_id is not None else None
        place, code = self._place(shift)
        if not place:
            place = kind.name if kind else (position.name if position else "")
        return ChipLook(
            shift.start,
            shift.end,
            position.code if position else "?",
            position.color if position else 6,
            place,
            code,
            kind.code if kind else "",
            Mark(self._findings.mark_of(shift.id)),
            shift.locked,
            shift.id in self._material.proposed,
            bool(shift.note),
        )

    def _place(self, shift: Shift) -> tuple[str, str]:
        room = self._facts.rooms.get(shift.room_id) if shift.room_id is not None else None
        if room is not None:
            return room.name, room.code
        site = self._facts.sites.get(self._facts.site_of(shift) or 0)
        return (site.name, site.code) if site is not None and self._several_sites else ("", "")


def _states(look: CellLook) -> tuple[str, ...]:
    states = [look.leave] if look.leave else []
    if look.outside:
        states.append(_("not employed"))
    elif look.unavailable:
        states.append(_("not available"))
    return tuple(states)
