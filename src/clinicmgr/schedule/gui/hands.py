"""What a grid needs of those who change the roster for it."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from clinicmgr.schedule.gui.grid_cells import Block
from clinicmgr.schedule.gui.roster_view import RowView
from clinicmgr.schedule.gui.shift_drag import Carried, Verdict


class Hands(Protocol):
    """What typing and dragging in the grid do; each refusal is a UserError with its sentence."""

    def refusal(self) -> str:
        """Why nothing can be changed at the moment; empty: it can."""
        ...

    def enter(self, row: RowView, day: date, text: str) -> None:
        """Make the shifts of a cell those that were typed."""
        ...

    def enter_all(self, block: Block, text: str) -> None:
        """Type the same into every cell of a block."""
        ...

    def verdict(self, carried: Carried, row: int, column: int, *, copies: bool) -> Verdict:
        """What dropping the shifts on a cell would break."""
        ...

    def drop(self, carried: Carried, row: int, column: int, *, copies: bool) -> Block:
        """Move the shifts to a cell, or copy them there; returns the block where they are."""
        ...
