"""What is allowed about hours worked, and what they come to; plain functions of plain values."""

from clinicmgr.hours.rules.drafts import (
    check_overlaps,
    tidy_adjustment,
    tidy_differential,
    tidy_pay_rules,
    tidy_reason,
    tidy_stretch,
    times_text,
)
from clinicmgr.hours.rules.flags import Moment
from clinicmgr.hours.rules.overtime import with_overtime
from clinicmgr.hours.rules.pay import PayBasis, pay
from clinicmgr.hours.rules.periods import natural_period, period_of
from clinicmgr.hours.rules.pieces import Bands, pieces, worked_minutes
from clinicmgr.hours.rules.punches import (
    LONGEST,
    Direction,
    Pair,
    Punch,
    paired,
    read_direction,
    read_moment,
    without_coming,
)
from clinicmgr.hours.rules.rounding import rounded
from clinicmgr.hours.rules.timesheet import Material, Work, leave_minutes, timesheet

__all__ = [
    "LONGEST",
    "Bands",
    "Direction",
    "Material",
    "Moment",
    "Pair",
    "PayBasis",
    "Punch",
    "Work",
    "check_overlaps",
    "leave_minutes",
    "natural_period",
    "paired",
    "pay",
    "period_of",
    "pieces",
    "read_direction",
    "read_moment",
    "rounded",
    "tidy_adjustment",
    "tidy_differential",
    "tidy_pay_rules",
    "tidy_reason",
    "tidy_stretch",
    "times_text",
    "timesheet",
    "with_overtime",
    "without_coming",
    "worked_minutes",
]
