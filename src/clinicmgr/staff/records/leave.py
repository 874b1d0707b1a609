"""Approved absence of whole days."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clinicmgr.kernel.i18n import N_, _


class LeaveKind(StrEnum):
    """Why a member is off."""

    ANNUAL = "annual"
    SICK = "sick"
    TRAINING = "training"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The word a person sees."""
        return _(LEAVE_LABELS[self])


LEAVE_LABELS = {
    LeaveKind.ANNUAL: N_("Annual leave"),
    LeaveKind.SICK: N_("Sick leave"),
    LeaveKind.TRAINING: N_("Training"),
    LeaveKind.OTHER: N_("Other leave"),
}


@dataclass(frozen=True, slots=True)
class LeaveDraft:
    """Leave as entered, from the first to the last day off, both included."""

    member_id: int
    first: date
    last: date
    kind: LeaveKind = LeaveKind.ANNUAL
    note: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """Approved absence from the first to the last day off, both included."""

    id: int
    member_id: int
    first: date
    last: date
    kind: LeaveKind = LeaveKind.ANNUAL
    note: str = ""

    def covers(self, day: date) -> bool:
        """Whether `day` is a day of this leave."""
        return self.first <= day <= self.last

    def draft(self) -> LeaveDraft:
        """The same leave as a draft."""
        return LeaveDraft(self.member_id, self.first, self.last, self.kind, self.note)
