"""A person's timesheet: planned beside worked, overtime, differentials, leave, pay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from clinicmgr.hours.records import (
    Adjustment,
    Correction,
    DayLine,
    Pay,
    PayRules,
    Piece,
    Rounding,
    SignOff,
    Stretch,
    StretchDraft,
    Timesheet,
)
from clinicmgr.hours.rules.flags import Moment, day_flags
from clinicmgr.hours.rules.overtime import with_overtime
from clinicmgr.hours.rules.pay import PayBasis, pay
from clinicmgr.hours.rules.pieces import Bands, pieces
from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.periods import days
from clinicmgr.schedule.records import Person, Shift
from clinicmgr.staff.records import LeaveKind

MONDAY_TO_FRIDAY = frozenset(range(5))
WORKDAYS = 5


@dataclass(frozen=True, slots=True)
class Material:
    """What holds for everybody in a span of days, read once."""

    first: date
    last: date
    moment: Moment
    rules: Dated[PayRules]
    default: PayRules
    bands: Bands
    closed: Mapping[date, str] = field(default_factory=dict)
    week_start: int = 0

    def rules_on(self, day: date) -> PayRules:
        """Return the pay rules of a day."""
        return self.rules.on(day) or self.default


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of one person: from the beginning of the first week, and a day before it.

    `rates` is None to a reader who may not see pay.
    """

    person: Person
    shifts: Sequence[Shift] = ()
    stretches: Sequence[Stretch] = ()
    corrections: Sequence[Correction] = ()
    adjustments: Sequence[Adjustment] = ()
    rates: Dated[int] | None = None
    sign_off: SignOff | None = None


def timesheet(work: Work, at: Material) -> Timesheet:
    """Return the timesheet of the material's span; its parts add up to its totals."""
    marked = _marked(work.stretches, at)
    own = tuple(piece for piece in marked if at.first <= piece.day <= at.last)
    planned = _planned(work.shifts, at)
    lines = tuple(_line(day, work, at, own, planned) for day in days(at.first, at.last))
    return Timesheet(
        work.person.id,
        at.first,
        at.last,
        lines,
        own,
        tuple(work.adjustments),
        _pay(work, at, marked),
        work.sign_off,
    )


def leave_minutes(person: Person, day: date) -> int:
    """Return what a day of leave is worth: the contract's week by the days a week worked."""
    weekly = person.contracts.on(day) or 0
    windows = person.availability.on(day)
    weekdays = {each.weekday for each in windows} if windows is not None else MONDAY_TO_FRIDAY
    return round(weekly / min(max(len(weekdays), 1), WORKDAYS))


def _marked(stretches: Sequence[Stretch], at: Material) -> tuple[Piece, ...]:
    cut = [
        piece
        for stretch in stretches
        for piece in pieces(stretch, at.rules_on(stretch.day).rounding, at.bands)
        if piece.day <= at.last
    ]
    return with_overtime(cut, at.rules_on, at.week_start)


def _planned(shifts: Sequence[Shift], at: Material) -> Counter[date]:
    """Return planned minutes by day, split at midnight as worked ones are."""
    counted: Counter[date] = Counter()
    plain = Bands(zone=at.bands.zone)
    for each in shifts:
        draft = StretchDraft(each.member_id or 0, each.day, each.start, each.end,
                             each.break_minutes)  # fmt: skip
        for piece in pieces(draft, Rounding.NONE, plain):
            counted[piece.day] += piece.minutes
    return counted


def _line(
    day: date, work: Work, at: Material, own: Sequence[Piece], planned: Mapping[date, int]
) -> DayLine:
    shifts = tuple(one for one in work.shifts if one.day == day)
    stretches = tuple(one for one in work.stretches if one.day == day)
    of_day = [piece for piece in own if piece.day == day]
    kind = _leave_on(work.person, day, at)
    overtime = sum(piece.overtime for piece in of_day)
    extra: Counter[int] = Counter()
    for piece in of_day:
        for one in piece.differentials:
            extra[one] += piece.minutes
    return DayLine(
        day,
        shifts,
        stretches,
        planned.get(day, 0),
        sum(piece.minutes for piece in of_day),
        overtime,
        dict(extra),
        kind,
        leave_minutes(work.person, day) if kind is not None else 0,
        at.closed.get(day, ""),
        tuple(day_flags(day, shifts, stretches, at.moment, off=kind is not None,
                        overtime=overtime)),
        tuple(each for each in work.corrections if each.day == day),
    )  # fmt: skip


def _leave_on(person: Person, day: date, at: Material) -> LeaveKind | None:
    """Return the leave of a day on which the person would have been there."""
    if day in at.closed or not person.works_on(day):
        return None
    windows = person.availability.on(day)
    weekdays = {each.weekday for each in windows} if windows is not None else MONDAY_TO_FRIDAY
    if day.weekday() not in weekdays:
        return None
    return next((each.kind for each in person.leave if each.covers(day)), None)


def _pay(work: Work, at: Material, marked: Sequence[Piece]) -> Pay | None:
    if work.rates is None:
        return None
    differentials = {each.id: each for each in at.bands.differentials}
    basis = PayBasis(work.rates, differentials, at.rules_on, at.week_start)
    return pay(marked, work.adjustments, (at.first, at.last), basis)
