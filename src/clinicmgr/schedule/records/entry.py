"""What a manager types into a roster cell: a shift type's code, times, a room."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import parse_time_range
from clinicmgr.places.records import Room
from clinicmgr.schedule.records.shifts import ShiftDraft, ShiftType
from clinicmgr.staff.records import Position

# "8 - 16:30" and "8 a - 4 p" are one word each: blanks inside a time range go before splitting.
_DASH = re.compile(r"\s*[-–—]\s*")
_SUFFIX = re.compile(r"(?<=\d)\s+(?=[ap]\.?(?:m\.?)?(?:[\s,;@–—-]|$))", re.IGNORECASE)
_AT = re.compile(r"@\s*")
_SEPARATOR = re.compile(r"[\s,;+/]+|(?=@)")
_CODES_SHOWN = 8
_NEAR = 60
MEAL_AFTER, MEAL = 6 * 60, 30
"""Where no shift type says better: half an hour of break in more than six hours."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One shift as typed: times (minutes from midnight), and what the shift type brings."""

    start: int
    end: int
    break_minutes: int = 0
    position_id: int | None = None
    room_id: int | None = None
    type_id: int | None = None

    def draft(self, member_id: int | None, day: date, position_id: int) -> ShiftDraft:
        """The shift for a person and day; `position_id` serves when the type names none."""
        return ShiftDraft(
            member_id,
            day,
            self.start,
            self.end,
            self.position_id if self.position_id is not None else position_id,
            room_id=self.room_id,
            break_minutes=self.break_minutes,
            type_id=self.type_id,
        )


def parse_entry(
    text: str,
    shift_types: Iterable[ShiftType],
    rooms: Iterable[Room] = (),
    positions: Iterable[Position] = (),
) -> tuple[Entry, ...]:
    """Read a roster cell: "FA", "8-16:30", "8-12 13-17" (two shifts), "FA @EX2"; empty: none.

    "off" and a dash, as people write them into spreadsheets, are no shift either.
    A room code stands after "@", behind the shift it belongs to, and so does a position's code
    ("8-12 FD") that is no shift type's as well. Codes are read in any case.
    Raises UserError with what is possible.
    """
    types = {kind.code.casefold(): kind for kind in shift_types if kind.code}
    room_ids = {room.code.casefold(): room.id for room in rooms if room.code}
    jobs = {one.code.casefold(): one.id for one in positions if one.code}
    entries: list[Entry] = []
    alone = text.strip().casefold()
    if alone not in types and alone in {"-", "–", "—", _("off")}:
        return ()
    for word in _words(text, types):
        job = jobs.get(word.casefold()) if word.casefold() not in types else None
        if job is not None and entries:
            entries[-1] = replace(entries[-1], position_id=job)
        elif not word.startswith("@"):
            entries.append(_shift(word, types))
        elif entries:
            entries[-1] = replace(entries[-1], room_id=_room(word[1:], room_ids))
        else:
            raise UserError(
                _(
                    "“{text}” names a room before a shift. Type the shift first, as in {example}."
                ).format(text=text.strip(), example="8-12 @" + word[1:])
            )
    return tuple(entries)


def usual_break(minutes: int, shift_types: Collection[ShiftType]) -> int:
    """The break (minutes) of a shift of this length that was typed as times only.

    What most of the practice's shift types of the same length have; else those that are nearest
    in length, within an hour; else `MEAL` in a shift longer than `MEAL_AFTER`.
    """
    lengths = {abs(one.end - one.start - minutes) for one in shift_types}
    nearest = min(lengths, default=_NEAR + 1)
    if nearest > _NEAR:
        return MEAL if minutes > MEAL_AFTER else 0
    alike = (one for one in shift_types if abs(one.end - one.start - minutes) == nearest)
    pause = Counter(one.break_minutes for one in alike).most_common(1)[0][0]
    return pause if pause < minutes else 0


def _words(text: str, types: Mapping[str, ShiftType]) -> Iterator[str]:
    """The words of a cell; a code with blanks or dashes in it is one word when it stands alone."""
    whole = text.strip()
    code, at, room = whole.partition("@")
    if code.strip().casefold() in types and "@" not in room:
        yield code.strip()
        if at:
            yield "@" + room.strip()
        return
    joined = _AT.sub("@", _DASH.sub("-", _SUFFIX.sub("", whole)))
    yield from (word for word in _SEPARATOR.split(joined) if word)


def _shift(word: str, types: Mapping[str, ShiftType]) -> Entry:
    if kind := types.get(word.casefold()):
        return Entry(
            kind.start, kind.end, kind.break_minutes, kind.position_id, kind.room_id, kind.id
        )
    try:
        start, end = parse_time_range(word)
    except UserError:
        raise UserError(_not_understood(word, types)) from None
    return Entry(start, end)


def _room(code: str, room_ids: Mapping[str, int]) -> int:
    found = room_ids.get(code.casefold())
    if found is not None:
        return found
    known = ", ".join(sorted(room.upper() for room in room_ids))
    if not known:
        raise UserError(_("There is no room “{code}”: no room has a code yet.").format(code=code))
    raise UserError(
        _("There is no room “{code}”. Rooms are {known}.").format(code=code, known=known)
    )


def _not_understood(word: str, types: Mapping[str, ShiftType]) -> str:
    codes = [kind.code for kind in types.values()]
    if not codes:
        return _("“{word}” is not a time. Type times such as 8-16:30.").format(word=word)
    shown = ", ".join(codes[:_CODES_SHOWN]) + (", …" if len(codes) > _CODES_SHOWN else "")
    return _(
        "“{word}” is neither a shift type nor a time. Type {codes}, or times such as 8-16:30."
    ).format(word=word, codes=shown)
