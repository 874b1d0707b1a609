"""How hours become pay: periods, rounding, overtime, differentials, payroll codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from clinicmgr.kernel.i18n import N_, _

A_MONDAY = date(2024, 1, 1)


class PeriodKind(StrEnum):
    """How often is paid."""

    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    SEMIMONTHLY = "semimonthly"
    MONTHLY = "monthly"

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(PERIOD_LABELS[self])


PERIOD_LABELS = {
    PeriodKind.WEEKLY: N_("Every week"),
    PeriodKind.BIWEEKLY: N_("Every two weeks"),
    PeriodKind.SEMIMONTHLY: N_("Twice a month (1st and 16th)"),
    PeriodKind.MONTHLY: N_("Every month"),
}


class Rounding(IntEnum):
    """To how many minutes begin and end are rounded when hours are computed."""

    NONE = 0
    FIVE = 5
    SIX = 6
    QUARTER = 15

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(ROUNDING_LABELS[self])


ROUNDING_LABELS = {
    Rounding.NONE: N_("Not rounded"),
    Rounding.FIVE: N_("Nearest 5 minutes"),
    Rounding.SIX: N_("Nearest tenth of an hour (6 minutes)"),
    Rounding.QUARTER: N_("Nearest quarter of an hour (7-minute rule)"),
}


@dataclass(frozen=True, slots=True)
class PayRules:
    """What holds from a day on. Limits in minutes, None: no such overtime.

    `anchor` is the first day of any one pay period of one or two weeks. `overtime_percent` is what
    an hour of overtime is paid, 150 for half as much again.
    """

    period: PeriodKind = PeriodKind.BIWEEKLY
    anchor: date = A_MONDAY
    rounding: Rounding = Rounding.NONE
    weekly_limit: int | None = 40 * 60
    daily_limit: int | None = None
    overtime_percent: int = 150


@dataclass(frozen=True, slots=True)
class DifferentialDraft:
    """Extra pay as entered: cents an hour, or percent of the pay rate, within a band of time.

    `weekdays` are the days on which the band begins (0 Monday); with `holidays` it also holds on
    public holidays whatever the weekday. `end` may exceed 1440. `code` is what payroll calls it.
    """

    name: str
    start: int
    end: int
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)
    holidays: bool = False
    cents: int | None = None
    percent: int | None = None
    code: str = ""
    from_day: date = A_MONDAY
    to_day: date | None = None


@dataclass(frozen=True, slots=True)
class Differential:
    """Extra pay for the evening, the night, the weekend or a holiday; see the draft."""

    id: int
    name: str
    start: int
    end: int
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)
    holidays: bool = False
    cents: int | None = None
    percent: int | None = None
    code: str = ""
    from_day: date = A_MONDAY
    to_day: date | None = None

    def begins_on(self, day: date, *, is_holiday: bool) -> bool:
        """Tell whether its band begins on a day."""
        if day < self.from_day or (self.to_day is not None and day > self.to_day):
            return False
        return day.weekday() in self.weekdays or (self.holidays and is_holiday)

    def draft(self) -> DifferentialDraft:
        """The same as a draft, to change and hand back."""
        return DifferentialDraft(
            self.name,
            self.start,
            self.end,
            self.weekdays,
            self.holidays,
            self.cents,
            self.percent,
            self.code,
            self.from_day,
            self.to_day,
        )


@dataclass(frozen=True, slots=True)
class PayrollCodes:
    """What the payroll service calls the practice and the hours that are not worked.

    A leave code "" keeps that leave out of the payroll file.
    """

    company: str = ""
    annual: str = "VAC"
    sick: str = "SIC"
    training: str = ""
    other: str = ""
