"""Shifts that were cut: they stay where they are until they are pasted elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

Lines = tuple[tuple[tuple[int, ...], ...], ...]


@dataclass(slots=True)
class Lifted:
    """The shifts of the block that was cut, by row and column; `stamp` knows them again."""

    lines: Lines = ()
    stamp: bytes = b""
    shift_ids: frozenset[int] = frozenset()

    def lift(self, lines: Lines, stamp: bytes) -> None:
        """Cut these."""
        self.lines, self.stamp = lines, stamp
        self.shift_ids = frozenset(one for line in lines for cell in line for one in cell)

    def put_down(self) -> bool:
        """Forget what was cut; False if nothing was."""
        was = bool(self.shift_ids)
        self.lines, self.stamp, self.shift_ids = (), b"", frozenset()
        return was
