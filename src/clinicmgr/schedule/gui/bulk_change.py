"""One change for many shifts: what is said stays in a value, what is not said stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import DAY_MINUTES, parse_time
from clinicmgr.places.records import Room
from clinicmgr.schedule.records import Shift, ShiftDraft, ShiftType

NOTHING = 0
"""Stands for no room and no shift type: 'nothing said' is None."""
_STEP = re.compile(r"([+\-−–])\s*(?:(\d{1,2}):(\d{2})|(\d{1,4})\s*(h|m|min)?\.?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Step:
    """Minutes to add, or (`by` is False) the minutes to set."""

    minutes: int
    by: bool = True

    def of(self, value: int) -> int:
        """The value after it."""
        return value + self.minutes if self.by else self.minutes


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What many shifts get alike; None leaves a thing as it is, NOTHING takes it away.

    `move` is how much earlier or later they are as a whole. `note_how` is "replace", "add" or
    "remove". `locked` locks or unlocks.
    """

    type_id: int | None = None
    move: Step | None = None
    start: Step | None = None
    end: Step | None = None
    pause: Step | None = None
    position_id: int | None = None
    room_id: int | None = None
    note_how: str = ""
    note: str = ""
    locked: bool | None = None

    def of(
        self, draft: ShiftDraft, types: Mapping[int, ShiftType], rooms: Mapping[int, Room]
    ) -> ShiftDraft:
        """The shift after it; one that has other times than its shift type loses the type."""
        made = self._noted(self._placed(self._timed(self._typed(draft, types)), rooms))
        if self.locked is not None:
            made = replace(made, locked=self.locked)
        kind = types.get(made.type_id) if made.type_id is not None else None
        if kind is not None and (kind.start, kind.end) != (made.start, made.end):
            made = replace(made, type_id=None)
        return made

    def only_unlocks(self, draft: ShiftDraft) -> ShiftDraft:
        """What it does to a locked shift: unlock it, and nothing else."""
        return replace(draft, locked=False) if self.locked is False else draft

    def _typed(self, draft: ShiftDraft, types: Mapping[int, ShiftType]) -> ShiftDraft:
        if self.type_id is None:
            return draft
        kind = types.get(self.type_id)
        if kind is None:
            return replace(draft, type_id=None)
        return replace(
            draft,
            type_id=kind.id,
            start=kind.start,
            end=kind.end,
            break_minutes=kind.break_minutes,
            position_id=kind.position_id or draft.position_id,
            room_id=kind.room_id or draft.room_id,
        )

    def _timed(self, draft: ShiftDraft) -> ShiftDraft:
        start, end = draft.start, draft.end
        if self.move is not None:
            start, end = self.move.of(start), self.move.of(end)
        start = self.start.of(start) if self.start is not None else start
        end = self.end.of(end) if self.end is not None else end
        if self.end is not None and not self.end.by and end <= start:
            end += DAY_MINUTES
        pause = draft.break_minutes
        pause = max(0, self.pause.of(pause)) if self.pause is not None else pause
        return replace(draft, start=start, end=end, break_minutes=pause)

    def _placed(self, draft: ShiftDraft, rooms: Mapping[int, Room]) -> ShiftDraft:
        made = draft
        if self.position_id is not None:
            made = replace(made, position_id=self.position_id)
        if self.room_id is not None:
            room = rooms.get(self.room_id)
            made = replace(made, room_id=room.id if room else None)
            made = replace(made, site_id=room.site_id) if room else made
        return made

    def _noted(self, draft: ShiftDraft) -> ShiftDraft:
        if self.note_how == "remove":
            return replace(draft, note="")
        if self.note_how == "replace":
            return replace(draft, note=self.note)
        if self.note_how == "add" and self.note:
            return replace(draft, note=f"{draft.note} {self.note}".strip())
        return draft


def parse_step(text: str, *, clock: bool) -> Step | None:
    """Read "+30", "-0:15" or "+1 h", or without a sign a time (`clock`) or minutes; empty: None.

    Raises UserError with what is possible.
    """
    words = text.strip()
    if not words:
        return None
    found = _STEP.fullmatch(words)
    if found is not None:
        sign, hours, minutes, number, unit = found.groups()
        size = int(hours) * 60 + int(minutes) if hours else int(number)
        if unit and unit.casefold() == "h":
            size *= 60
        return Step(size if sign == "+" else -size)
    if clock:
        return Step(parse_time(words), by=False)
    if words.isdigit():
        return Step(int(words), by=False)
    raise UserError(_("“{text}” is no number of minutes. Write 30, +15 or -15.").format(text=words))


def changed(
    shifts: Sequence[Shift],
    change: BulkChange,
    types: Mapping[int, ShiftType],
    rooms: Mapping[int, Room],
) -> dict[int, ShiftDraft]:
    """The shifts that come out otherwise than they are; locked ones are at most unlocked."""
    made = {}
    for shift in shifts:
        before = shift.draft()
        after = change.only_unlocks(before) if shift.locked else change.of(before, types, rooms)
        if after != before:
            made[shift.id] = after
    return made
