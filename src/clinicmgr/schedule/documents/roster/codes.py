"""Codes for the times of shifts, so that a month fits a page: a shift type's own, or a letter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from string import ascii_uppercase

from clinicmgr.kernel.periods import short_range
from clinicmgr.schedule.records import Shift, ShiftType

Times = tuple[int, int]
LONGEST = 4
"""Letters that a narrow day has room for."""


class Codes:
    """The codes of the shifts of a sheet.

    A shift has the code of its type as long as it has the type's times; without a type, that of a
    type with these times in its position; else a letter that no type has.
    """

    def __init__(self, shifts: Iterable[Shift], types: Sequence[ShiftType], locale: str) -> None:
        self._types = {one.id: one for one in types if 0 < len(one.code) <= LONGEST}
        self._locale = locale
        self._letters: dict[Times, str] = {}
        self._first: dict[str, Shift] = {}
        free = _letters({one.code for one in types})
        for shift in sorted(shifts, key=_times):
            kind = self._kind(shift)
            if kind is None and _times(shift) not in self._letters:
                self._letters[_times(shift)] = next(free)
            self._first.setdefault(self.of(shift), shift)

    def of(self, shift: Shift) -> str:
        """Return the code of a shift that was told of at the beginning."""
        kind = self._kind(shift)
        return kind.code if kind is not None else self._letters[_times(shift)]

    @property
    def meanings(self) -> Mapping[str, tuple[str, Shift]]:
        """The times of each code that is used, "7:30a–4p", and a shift that has it; by code."""
        return {
            code: (short_range(shift.start, shift.end, self._locale), shift)
            for code, shift in sorted(self._first.items())
        }

    def _kind(self, shift: Shift) -> ShiftType | None:
        own = self._types.get(shift.type_id or 0)
        if own is not None and (own.start, own.end) == _times(shift):
            return own
        return next(
            (
                one
                for one in self._types.values()
                if (one.start, one.end) == _times(shift) and one.position_id == shift.position_id
            ),
            None,
        )


def _times(shift: Shift) -> Times:
    return shift.start, shift.end


def _letters(taken: set[str]) -> Iterator[str]:
    """Yield A to Z, then A1 to Z1 and so on, without those that are taken."""
    for number in count():
        for letter in ascii_uppercase:
            code = f"{letter}{number or ''}"
            if code not in taken:
                yield code
