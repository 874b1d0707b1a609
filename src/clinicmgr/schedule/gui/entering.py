"""From what was typed into a cell to the change of its shifts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.row_aims import NOBODY, Aim
from clinicmgr.schedule.gui.row_entry import landed, match, named_entries
from clinicmgr.schedule.records import Entry, Shift, ShiftDraft, parse_entry
from clinicmgr.schedule.records.entry import usual_break


@dataclass(slots=True)
class Edit:
    """What is removed, added and changed; handed to `Schedule.edit` in one piece."""

    remove: list[int] = field(default_factory=list)
    add: list[ShiftDraft] = field(default_factory=list)
    change: dict[int, ShiftDraft] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.remove or self.add or self.change)

    def join(self, other: Edit) -> None:
        """Do this as well."""
        self.remove += other.remove
        self.add += other.add
        self.change |= other.change


@dataclass(frozen=True, slots=True)
class Target:
    """The cell that is typed into; `position_id` is what open shifts fall back to.

    `aim` tells what its row stands for: a person (as `member_id` says), a position or a room.
    """

    member_id: int | None
    day: date
    shift_ids: tuple[int, ...]
    position_id: int | None = None
    aim: Aim = NOBODY

    def placed(self, draft: ShiftDraft) -> ShiftDraft:
        """A copied shift as it is laid into the cell."""
        placed = replace(draft, day=self.day, locked=False)
        if self.aim.kind == "member":
            return replace(placed, member_id=self.member_id)
        return self.aim.of(placed)


def typed(material: RosterMaterial, target: Target, text: str) -> Edit:
    """Make the shifts of a cell those of a text; shifts that stay keep their note and lock.

    Raises UserError with what is possible.
    """
    if target.aim.kind != "member":
        return _typed_with_names(material, target, text)
    facts = material.facts
    entries = parse_entry(text, material.types, facts.rooms.values(), facts.positions.values())
    return made_into(material, target, [_drafter(entry) for entry in entries])


def laid(material: RosterMaterial, target: Target, drafts: Sequence[ShiftDraft]) -> Edit:
    """Make the shifts of a cell copies of these."""
    placed = [target.placed(draft) for draft in drafts]
    before = material.some(target.shift_ids)
    if [replace(one.draft(), locked=False) for one in before] == placed:
        return Edit()
    return Edit(remove=[one.id for one in before], add=placed)


def _typed_with_names(material: RosterMaterial, target: Target, text: str) -> Edit:
    """The same in a row of a position or room: each shift is changed with whose name it has."""
    aim, edit = target.aim, Edit()
    position_id = aim.id if aim.kind == "position" else target.position_id
    left = material.some(target.shift_ids)
    for member_id, entry, room in named_entries(material, text):
        old = match(left, member_id)
        cell = replace(target, member_id=member_id, position_id=position_id)
        draft = landed(material, aim, Drafter(entry).draft(material, cell, old), room=room)
        if old is None:
            edit.add.append(draft)
        elif old.draft() != draft:
            edit.change[old.id] = draft
    edit.remove = [one.id for one in left]
    return edit


class Drafter:
    """Makes the draft of one entry, knowing the shift that stood in its place."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry

    def draft(self, material: RosterMaterial, target: Target, before: Shift | None) -> ShiftDraft:
        """The shift as typed; what a text cannot say stays as it was."""
        entry = self._entry
        position_id = before.position_id if before else _position(material, target, entry)
        made = entry.draft(target.member_id, target.day, position_id)
        if before is None:
            made = replace(made, site_id=material.usual_site(made))
        else:
            made = replace(made, note=before.note, locked=before.locked, site_id=before.site_id)
        if entry.type_id is None:
            made = replace(made, break_minutes=_break(material, made, before))
        return made


def _drafter(entry: Entry) -> Drafter:
    return Drafter(entry)


def made_into(material: RosterMaterial, target: Target, drafters: Sequence[Drafter]) -> Edit:
    """The change from the shifts of a cell to those that were typed, one after the other."""
    before = material.some(target.shift_ids)
    edit = Edit(remove=[one.id for one in before[len(drafters) :]])
    for number, drafter in enumerate(drafters):
        old = before[number] if number < len(before) else None
        draft = drafter.draft(material, target, old)
        if old is None:
            edit.add.append(draft)
        elif old.draft() != draft:
            edit.change[old.id] = draft
    return edit


def _break(material: RosterMaterial, made: ShiftDraft, before: Shift | None) -> int:
    """The break of a shift typed as times; one that somebody chose stays while it fits."""
    length, usual = made.end - made.start, usual_break(made.end - made.start, material.types)
    if before is None or before.break_minutes >= length:
        return usual
    was = before.end - before.start
    chosen = before.break_minutes != usual_break(was, material.types)
    return before.break_minutes if chosen or was == length else usual


def _position(material: RosterMaterial, target: Target, entry: Entry) -> int:
    """The position of a new shift: the type's, the person's main one, or that of the filter."""
    if entry.position_id is not None:
        return entry.position_id
    person = material.facts.people.get(target.member_id or 0)
    if person is not None and person.position_ids:
        return person.position_ids[0]
    if target.position_id is not None:
        return target.position_id
    if person is not None:
        raise UserError(
            _("{name} has no position yet. Type a shift type's code, or add a position first.")
            .format(name=person.name)
        )  # fmt: skip
    raise UserError(
        _("An open shift needs a position. Type a shift type's code, such as {code}.").format(
            code=next((one.code for one in material.types if one.position_id), "ME")
        )
    )
