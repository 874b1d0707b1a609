"""What stands in a cell: chips, leave, marks, and the words for those who do not see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

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
from clinicmgr.schedule.gui.row_entry import named_text
from clinicmgr.schedule.gui.shift_text import cell_text, shift_word
from clinicmgr.schedule.gui.short_names import short_names
from clinicmgr.schedule.records import Person, Shift
from clinicmgr.schedule.rules.words import times_text


class CellMaker:
    """Makes the cells of one view."""

    def __init__(
        self, material: RosterMaterial, heads: Sequence[DayHead], findings: Findings
    ) -> None:
        self.material = self._material = material
        self.heads = heads
        self.findings = self._findings = findings
        self._facts = material.facts
        self._grounds: dict[date, CellLook] = {}
        self._nothing = _("free")
        self._names = short_names(material.facts.people.values())
        self._types = {one.id: one for one in material.types}
        self._several_sites = len(material.facts.sites) > 1

    def blank(self, head: DayHead) -> CellLook:
        """The ground of a day without anything on it."""
        return CellLook(today=head.today, weekend=head.weekend, closed=head.closed)

    def blanks(self) -> tuple[CellView, ...]:
        """The cells of a heading."""
        return tuple(CellView(self.blank(head)) for head in self.heads)

    def shared_cell(
        self, title: str, head: DayHead, shifts: Sequence[Shift], *, with_room: bool
    ) -> CellView:
        """Everybody who works in a position or room on a day; open shifts are told as such."""
        look = replace(self.blank(head), chips=tuple(self._named_chip(one) for one in shifts))
        made = self._cell(title, head, shifts, look, ())
        rooms = self._facts.rooms if with_room else {}
        words = [(one, shift_word(one, self._types, rooms)) for one in shifts]
        return replace(made, text=named_text(words, self._names))

    def single(self, shift: Shift, *, named: bool) -> tuple[ChipLook, CellView]:
        """One shift by itself; `named` where the row does not say whose it is."""
        chip = self._named_chip(shift) if named else self._chip(shift)
        person = self._facts.people.get(shift.member_id or 0)
        who = person.name if person is not None else _("Open shift")
        look = replace(self.blank(self.heads[0]), chips=(chip,))
        return chip, self._cell(who, self.heads[0], (shift,), look, ())

    def _named_chip(self, shift: Shift) -> ChipLook:
        short = self._names.get(shift.member_id or 0)
        name, initials = (short.name, short.initials) if short else (_("Open"), "?")
        return replace(self._chip(shift), name=name, initials=initials)

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
        if not shifts and absence is None and windows is None and person.works_on(head.day):
            return self._free(person.name, head)
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

    def _free(self, who: str, head: DayHead) -> CellView:
        """A day without anything on it: most cells of a month are such."""
        if head.day not in self._grounds:
            self._grounds[head.day] = self.blank(head)
        spoken = _("{who}, {day}: {what}").format(who=who, day=head.name, what=self._nothing)
        return CellView(self._grounds[head.day], spoken=spoken)

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
        named = bool(look.chips and look.chips[0].name)
        words = [*(self._words(one, named=named) for one in shifts), *states]
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

    def _words(self, shift: Shift, *, named: bool) -> str:
        position = self._facts.positions.get(shift.position_id)
        words = _("{position} {times}").format(
            position=position.name if position else "",
            times=times_text(shift.start, shift.end, self._facts),
        )
        place, _code = self._place(shift)
        person = self._facts.people.get(shift.member_id or 0)
        whose = (person.name if person else _("Open shift")) if named else ""
        parts = [whose, words, place, _("locked") if shift.locked else ""]
        if shift.id in self._material.proposed:
            parts.append(_("proposed"))
        elif self._material.is_changed(shift):
            parts.append(_("changed since it was published"))
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
            shift.id in self._material.drafts,
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
