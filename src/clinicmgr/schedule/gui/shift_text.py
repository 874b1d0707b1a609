"""Shifts as text: what is typed and copied, and how times are written where room is short."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from clinicmgr.kernel.periods import DAY_MINUTES
from clinicmgr.places.records import Room
from clinicmgr.schedule.records import Shift, ShiftDraft, ShiftType


def cell_text(
    shifts: Iterable[Shift], types: Mapping[int, ShiftType], rooms: Mapping[int, Room]
) -> str:
    """The text that `parse_entry` reads back as these shifts: "ME", "8:00-16:30 @X2"."""
    return " ".join(shift_word(shift, types, rooms) for shift in shifts)


def shift_word(
    shift: Shift | ShiftDraft, types: Mapping[int, ShiftType], rooms: Mapping[int, Room]
) -> str:
    """The text of one shift; its room only where `rooms` has it."""
    kind = types.get(shift.type_id) if shift.type_id is not None else None
    room = rooms.get(shift.room_id) if shift.room_id is not None else None
    at = f" @{room.code}" if room is not None and room.code else ""
    if kind is not None and _is_of(shift, kind):
        if shift.room_id == kind.room_id:
            return kind.code
        if at:
            return kind.code + at
    return _typed(shift.start) + "-" + _typed(shift.end) + at


def _is_of(shift: Shift | ShiftDraft, kind: ShiftType) -> bool:
    return (
        (shift.start, shift.end, shift.break_minutes) == (kind.start, kind.end, kind.break_minutes)
        and kind.position_id in {None, shift.position_id}
        and bool(kind.code)
    )


def _typed(minutes: int) -> str:
    """Two digits where the end is on the next day: "22:00-5:00" would be read as the afternoon."""
    if minutes == DAY_MINUTES:
        return "24:00"
    hour, minute = divmod(minutes % DAY_MINUTES, 60)
    return f"{hour:02}:{minute:02}" if minutes > DAY_MINUTES else f"{hour}:{minute:02}"


VARIANTS = 4
"""How many ways there are to write the times of a shift, the longest first."""


@lru_cache(maxsize=2048)
def times_texts(start: int, end: int, *, hour12: bool) -> tuple[str, ...]:
    """The times in ever less room: "7:30 AM – 4:00 PM", "7:30a – 4:00p", "7:30a–4p", "7:30–4"."""
    if hour12:
        full = f"{_clock(start)} {_half(start)} – {_clock(end)} {_half(end)}"
        short = f"{_clock(start)}{_half(start)[0].lower()}–{_clock(end)}{_half(end)[0].lower()}"
        brief = f"{_brief(start)}{_half(start)[0].lower()}–{_brief(end)}{_half(end)[0].lower()}"
        return full, short, brief, f"{_brief(start)}–{_brief(end)}"
    full = f"{_clock24(start)} – {_clock24(end)}"
    tight = f"{_clock24(start)}–{_clock24(end)}"
    brief = f"{_brief24(start)}–{_brief24(end)}"
    return full, tight, brief, brief


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes % DAY_MINUTES, 60)
    return f"{hour % 12 or 12}:{minute:02}"


def _brief(minutes: int) -> str:
    return _clock(minutes).removesuffix(":00")


def _half(minutes: int) -> str:
    return "AM" if minutes % DAY_MINUTES < DAY_MINUTES // 2 else "PM"


def _clock24(minutes: int) -> str:
    hour, minute = divmod(minutes % DAY_MINUTES, 60)
    return f"{hour}:{minute:02}"


def _brief24(minutes: int) -> str:
    return _clock24(minutes).removesuffix(":00")
