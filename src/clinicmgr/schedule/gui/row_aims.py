"""What a row stands for: the person, position or room that a shift gets when it lands there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from clinicmgr.schedule.records import Shift, ShiftDraft

AimKind = Literal["member", "position", "room"]


@dataclass(frozen=True, slots=True)
class Aim:
    """What a shift becomes in a row; everything else about it stays as it is.

    `id` is the person, position or room; None is nobody, or no room at the site `site_id`.
    """

    kind: AimKind = "member"
    id: int | None = None
    site_id: int | None = None

    def of(self, draft: ShiftDraft) -> ShiftDraft:
        """The shift as the row would have it."""
        if self.kind == "position":
            return draft if self.id is None else replace(draft, position_id=self.id)
        if self.kind == "room":
            return replace(draft, room_id=self.id, site_id=self.site_id)
        return replace(draft, member_id=self.id)

    def holds(self, shift: Shift | ShiftDraft) -> bool:
        """Whether a shift is shown in the row already."""
        if self.kind == "position":
            return shift.position_id == self.id
        if self.kind == "room":
            return shift.room_id == self.id
        return shift.member_id == self.id


NOBODY = Aim()
"""What the row of open shifts stands for."""
