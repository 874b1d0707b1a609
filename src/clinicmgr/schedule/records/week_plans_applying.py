"""Laying shifts down in the roster: from where, what about conflicts, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.schedule.records.findings import Violation
from clinicmgr.schedule.records.shifts import Shift, ShiftDraft


class Conflicts(StrEnum):
    """What becomes of the shifts that are there already."""

    KEEP = "keep"
    REPLACE = "replace"
    ONLY_EMPTY = "only-empty"

    @property
    def label(self) -> str:
        """What a person chooses."""
        return _(_LABELS[self])


_LABELS = {
    Conflicts.KEEP: N_("Keep them and add beside"),
    Conflicts.REPLACE: N_("Replace them, but for locked ones"),
    Conflicts.ONLY_EMPTY: N_("Fill only people's free days"),
}


@dataclass(frozen=True, slots=True)
class FromPlan:
    """A named plan; `week` is the one of its weeks that comes first, None: as its anchor says."""

    plan_id: int
    week: int | None = None


@dataclass(frozen=True, slots=True)
class FromWeek:
    """The week of the roster that holds a day."""

    day: date


@dataclass(frozen=True, slots=True)
class FromDay:
    """One day of the roster."""

    day: date


Source = FromPlan | FromWeek | FromDay


@dataclass(frozen=True, slots=True)
class Laying:
    """How shifts are laid down.

    `absent_open` adds the shifts of people who are away as open ones instead of leaving them out;
    `all_open` adds all of them without the people.
    """

    conflicts: Conflicts = Conflicts.KEEP
    absent_open: bool = False
    all_open: bool = False


class Cause(StrEnum):
    """Why a shift is not added as it was wanted."""

    CLOSED = "closed"
    NOT_EMPLOYED = "not employed"
    LEAVE = "leave"
    LOCKED = "locked"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Exempt:
    """A wanted shift that is left out or made open, and why: "on leave on Mon, Nov 23"."""

    draft: ShiftDraft
    cause: Cause
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What laying shifts down does, or has done.

    `same` were there already; `skipped` are left out; `opened` are added as open shifts though
    somebody was meant to have them; `warned` is what the added ones break: they are added all the
    same.
    """

    add: tuple[ShiftDraft, ...] = ()
    remove: tuple[Shift, ...] = ()
    same: int = 0
    skipped: tuple[Exempt, ...] = ()
    opened: tuple[Exempt, ...] = ()
    warned: tuple[Violation, ...] = ()

    @property
    def changes(self) -> int:
        """How many shifts come and go."""
        return len(self.add) + len(self.remove)
