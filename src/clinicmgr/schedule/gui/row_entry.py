"""Typing into a row of a position or room: names before what is typed, "Ann ME, Bob 8-16:30"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.row_aims import Aim
from clinicmgr.schedule.gui.short_names import ShortName, short_names
from clinicmgr.schedule.records import Entry, Person, Shift, ShiftDraft, ShiftType, parse_entry


def named_entries(material: RosterMaterial, text: str) -> list[tuple[int | None, Entry, bool]]:
    """Whose each typed shift is (None: nobody's yet), and whether it names a room itself.

    Raises UserError with what is possible, and for a name without times.
    """
    names = _names(material.facts.people.values(), material.types)
    rooms = list(material.facts.rooms.values())
    positions = list(material.facts.positions.values())
    made = []
    for name, words in _pieces(text, names):
        entries = parse_entry(words, material.types, rooms, positions)
        if name and not entries:
            raise UserError(
                _("Type the times or a code after {name}, such as {name} 8-16:30.").format(
                    name=name
                )
            )
        whose = names.get(name.casefold())
        made += [(whose, entry, "@" in words) for entry in entries]
    return made


def landed(material: RosterMaterial, aim: Aim, draft: ShiftDraft, *, room: bool) -> ShiftDraft:
    """The typed shift as the row would have it; a room that was typed goes before the row's."""
    if aim.kind == "room" and room:
        return draft
    kind = next((one for one in material.types if one.id == draft.type_id), None)
    if kind is not None and aim.kind == "position" and kind.position_id not in {None, aim.id}:
        position = material.facts.positions.get(kind.position_id or 0)
        raise UserError(
            _("{code} is a shift of {position}. Type it in that row, or times in this one.").format(
                code=kind.code, position=position.name if position else "?"
            )
        )
    return aim.of(draft)


def match(shifts: list[Shift], member_id: int | None) -> Shift | None:
    """Take the first shift of a person (None: an open one) from those that were in the cell."""
    for place, shift in enumerate(shifts):
        if shift.member_id == member_id:
            return shifts.pop(place)
    return None


def named_text(words: Iterable[tuple[Shift, str]], names: Mapping[int, ShortName]) -> str:
    """The text that `named_entries` reads back: names before the words of each shift."""
    said = []
    for shift, word in words:
        short = names.get(shift.member_id or 0)
        said.append(f"{short.name} {word}" if short is not None else word)
    return ", ".join(said)


def _names(people: Iterable[Person], types: Iterable[ShiftType]) -> dict[str, int]:
    """Short and whole names by the person; a name that is a shift type's code is left to it."""
    everybody = list(people)
    found = {short.name.casefold(): one for one, short in short_names(everybody).items()}
    found |= {one.name.casefold(): one.id for one in everybody}
    for kind in types:
        found.pop(kind.code.casefold(), None)
    return found


def _pieces(text: str, names: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """The text cut before each name: (name or empty, what follows it)."""
    known = sorted(filter(None, names), key=len, reverse=True)
    if not known:
        yield "", text
        return
    pattern = re.compile(rf"(?<![\w@])({'|'.join(map(re.escape, known))})(?!\w):?", re.IGNORECASE)
    parts = pattern.split(text)
    yield "", parts[0]
    yield from zip(parts[1::2], parts[2::2], strict=True)
