"""What a grid needs of those who change the roster for it."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from clinicmgr.schedule.gui.roster_view import RowView
from clinicmgr.schedule.gui.shift_drag import Verdict


class Hands(Protocol):
    """What typing and dragging in the grid do; each refusal is a UserError with its sentence."""

    def refusal(self) -> str:
        """Why nothing can be changed at the moment; empty: it can."""
        ...

    def enter(self, row: RowView, day: date, text: str) -> None:
        """Make the shifts of a cell those that were typed."""
        ...

    def verdict(self, shift_id: int, row: RowView, day: date, *, copies: bool) -> Verdict:
        """What dropping the shift on a cell would break."""
        ...

    def drop(self, shift_id: int, row: RowView, day: date, *, copies: bool) -> None:
        """Move the shift to a cell, or copy it there."""
        ...
