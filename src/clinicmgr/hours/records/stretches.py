"""Stretches of work, what was corrected about them, and what was added after a lock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clinicmgr.kernel.i18n import N_, _


class Source(StrEnum):
    """Where a stretch comes from."""

    TYPED = "typed"
    CLOCK = "clock"
    PLAN = "plan"

    @property
    def label(self) -> str:
        """The word a person sees."""
        return _(SOURCE_LABELS[self])


SOURCE_LABELS = {
    Source.TYPED: N_("Typed"),
    Source.CLOCK: N_("Time clock"),
    Source.PLAN: N_("As planned"),
}


@dataclass(frozen=True, slots=True)
class StretchDraft:
    """A stretch as entered. Times are minutes from midnight of `day`; `end` may exceed 1440.

    Without an end the person has come and not yet gone, or a punch is missing. `clocked_start` and
    `clocked_end` are what the time clock said, which a correction does not change.
    """

    member_id: int
    day: date
    start: int
    end: int | None
    break_minutes: int = 0
    position_id: int | None = None
    source: Source = Source.TYPED
    note: str = ""
    clocked_start: int | None = None
    clocked_end: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """One piece of work from its begin to its end; see the draft for the units.

    `period_id` is the pay period it was locked in.
    """

    id: int
    member_id: int
    day: date
    start: int
    end: int | None
    break_minutes: int = 0
    position_id: int | None = None
    source: Source = Source.TYPED
    note: str = ""
    clocked_start: int | None = None
    clocked_end: int | None = None
    period_id: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether its end is missing."""
        return self.end is None

    def draft(self) -> StretchDraft:
        """The same stretch as a draft, to change and hand back."""
        return StretchDraft(
            self.member_id,
            self.day,
            self.start,
            self.end,
            self.break_minutes,
            self.position_id,
            self.source,
            self.note,
            self.clocked_start,
            self.clocked_end,
        )


@dataclass(frozen=True, slots=True)
class Correction:
    """What stood before, what stands now, and why, in words; `on` is the day it was made."""

    id: int
    member_id: int
    day: date
    former: str
    now: str
    reason: str
    on: date
    by: str


class AdjustmentKind(StrEnum):
    """How adjusted minutes are paid."""

    REGULAR = "regular"
    OVERTIME = "overtime"

    @property
    def label(self) -> str:
        """The word a person sees."""
        return _(ADJUSTMENT_LABELS[self])


ADJUSTMENT_LABELS = {
    AdjustmentKind.REGULAR: N_("Regular"),
    AdjustmentKind.OVERTIME: N_("Overtime"),
}


@dataclass(frozen=True, slots=True)
class AdjustmentDraft:
    """Minutes, more or fewer, of a day that is locked; paid in the period that has `paid_on`."""

    member_id: int
    day: date
    minutes: int
    reason: str
    kind: AdjustmentKind = AdjustmentKind.REGULAR
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A correction of locked work that is paid in a later pay period."""

    id: int
    member_id: int
    day: date
    minutes: int
    reason: str
    kind: AdjustmentKind
    paid_on: date
    by: str
    period_id: int | None = None
