"""What hours come to: a line a day, totals, and pay where it may be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clinicmgr.hours.records.periods import SignOff
from clinicmgr.hours.records.stretches import Adjustment, AdjustmentKind, Correction, Stretch
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.schedule.records import Shift
from clinicmgr.staff.records import LeaveKind


class FlagKind(StrEnum):
    """What is worth a look, the worst first."""

    MISSING_PUNCH = "missing_punch"
    ABSENT = "absent"
    ON_LEAVE = "on_leave"
    LATE = "late"
    LEFT_EARLY = "left_early"
    NOT_PLANNED = "not_planned"
    OVERTIME = "overtime"

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(FLAG_LABELS[self])

    @property
    def is_wrong(self) -> bool:
        """Whether it has to be put right before anybody is paid by it."""
        return self in {FlagKind.MISSING_PUNCH, FlagKind.ABSENT, FlagKind.ON_LEAVE}


FLAG_LABELS = {
    FlagKind.MISSING_PUNCH: N_("End missing"),
    FlagKind.ABSENT: N_("Nothing recorded"),
    FlagKind.ON_LEAVE: N_("Worked on leave"),
    FlagKind.LATE: N_("Late"),
    FlagKind.LEFT_EARLY: N_("Left early"),
    FlagKind.NOT_PLANNED: N_("Not planned"),
    FlagKind.OVERTIME: N_("Overtime"),
}


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing worth a look, with its minutes where it has any."""

    kind: FlagKind
    minutes: int = 0

    @property
    def label(self) -> str:
        """The words with the minutes: "Late 25 min"."""
        if not self.minutes or self.kind is FlagKind.NOT_PLANNED:
            return self.kind.label
        if self.minutes < 60:
            return _("{what} {minutes} min").format(what=self.kind.label, minutes=self.minutes)
        hours = f"{self.minutes // 60}:{self.minutes % 60:02}"
        return _("{what} {hours} h").format(what=self.kind.label, hours=hours)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a stretch within one day and one set of differentials, in real minutes, break out.

    `overtime` are those of its minutes that are paid as overtime.
    """

    day: date
    start: int
    minutes: int
    position_id: int | None = None
    differentials: tuple[int, ...] = ()
    overtime: int = 0

    @property
    def regular(self) -> int:
        """Its minutes that are not overtime."""
        return self.minutes - self.overtime


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of a timesheet. Work over midnight is told on both days, minute by minute."""

    day: date
    shifts: tuple[Shift, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    planned: int = 0
    worked: int = 0
    overtime: int = 0
    differentials: Mapping[int, int] | None = None
    leave: LeaveKind | None = None
    leave_minutes: int = 0
    closed: str = ""
    flags: tuple[Flag, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def regular(self) -> int:
        """Minutes worked that are not overtime."""
        return self.worked - self.overtime

    @property
    def difference(self) -> int:
        """Minutes worked more (or fewer) than planned, on leave none."""
        return self.worked - (0 if self.leave is not None else self.planned)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was planned, worked or off."""
        return not (self.shifts or self.stretches or self.worked or self.planned or self.leave)


@dataclass(frozen=True, slots=True)
class Pay:
    """What the hours come to in cents, before taxes; leave is paid by payroll."""

    regular: int
    overtime: int
    differentials: int
    adjustments: int = 0

    @property
    def total(self) -> int:
        """All of it."""
        return self.regular + self.overtime + self.differentials + self.adjustments


@dataclass(frozen=True, slots=True)
class Timesheet:
    """One person's work in a period.

    `pay` is None to a reader who may not see pay, and where a day has no pay rate. `is_signed`
    and the minutes paid are in `sign_off`.
    """

    member_id: int
    first: date
    last: date
    lines: tuple[DayLine, ...]
    pieces: tuple[Piece, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    pay: Pay | None = None
    sign_off: SignOff | None = None

    @property
    def planned(self) -> int:
        """Minutes planned."""
        return sum(line.planned for line in self.lines)

    @property
    def worked(self) -> int:
        """Minutes worked."""
        return sum(line.worked for line in self.lines)

    @property
    def overtime(self) -> int:
        """Minutes of overtime, without adjustments."""
        return sum(line.overtime for line in self.lines)

    @property
    def regular(self) -> int:
        """Minutes worked that are not overtime, without adjustments."""
        return self.worked - self.overtime

    @property
    def difference(self) -> int:
        """Minutes worked more (or fewer) than planned."""
        return sum(line.difference for line in self.lines)

    @property
    def leave(self) -> dict[LeaveKind, int]:
        """Minutes of leave by kind."""
        counted: Counter[LeaveKind] = Counter()
        for line in self.lines:
            if line.leave is not None:
                counted[line.leave] += line.leave_minutes
        return {kind: counted[kind] for kind in LeaveKind if counted[kind]}

    @property
    def differentials(self) -> dict[int, int]:
        """Minutes of each differential by its id."""
        counted: Counter[int] = Counter()
        for line in self.lines:
            counted.update(line.differentials or {})
        return dict(counted)

    @property
    def paid_regular(self) -> int:
        """Regular minutes to be paid, adjustments included."""
        return self.regular + self._adjusted(AdjustmentKind.REGULAR)

    @property
    def paid_overtime(self) -> int:
        """Minutes of overtime to be paid, adjustments included."""
        return self.overtime + self._adjusted(AdjustmentKind.OVERTIME)

    @property
    def flags(self) -> dict[FlagKind, int]:
        """How often each thing worth a look is there."""
        counted = Counter(flag.kind for line in self.lines for flag in line.flags)
        return {kind: counted[kind] for kind in FlagKind if counted[kind]}

    @property
    def has_work(self) -> bool:
        """Whether there is anything to be paid, or a stretch without its end."""
        return bool(self.adjustments or self.leave or any(line.stretches for line in self.lines))

    @property
    def differs_from_paid(self) -> bool:
        """Whether leave or the plan was changed after the minutes were paid."""
        paid = self.sign_off
        if paid is None or paid.regular_minutes is None:
            return False
        now = (self.paid_regular, self.paid_overtime, sum(self.leave.values()))
        return now != (paid.regular_minutes, paid.overtime_minutes, paid.leave_minutes)

    def _adjusted(self, kind: AdjustmentKind) -> int:
        return sum(each.minutes for each in self.adjustments if each.kind is kind)
