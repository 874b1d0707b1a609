"""What others see of hours worked: frozen records, their drafts, rights and fields."""

from clinicmgr.hours.records.entry import Typed, TypedDay, day_text_of, parse_day_entry
from clinicmgr.hours.records.forms import (
    ADJUSTMENT_FIELDS,
    CODES_FIELDS,
    CORRECTION_FIELDS,
    DIFFERENTIAL_FIELDS,
    NOTE,
    PAY_RULES_FIELDS,
    PUNCH_FIELDS,
    SOURCE_FIELD,
    STRETCH_FIELDS,
)
from clinicmgr.hours.records.pay import (
    Differential,
    DifferentialDraft,
    PayrollCodes,
    PayRules,
    PeriodKind,
    Rounding,
)
from clinicmgr.hours.records.periods import PayPeriod, SignOff
from clinicmgr.hours.records.rights import EDIT_HOURS, EDIT_PAY_RULES, RIGHTS, SIGN_OFF
from clinicmgr.hours.records.sheets import (
    DayLine,
    Flag,
    FlagKind,
    Pay,
    Piece,
    Timesheet,
)
from clinicmgr.hours.records.stretches import (
    Adjustment,
    AdjustmentDraft,
    AdjustmentKind,
    Correction,
    Source,
    Stretch,
    StretchDraft,
)

__all__ = [
    "ADJUSTMENT_FIELDS",
    "CODES_FIELDS",
    "CORRECTION_FIELDS",
    "DIFFERENTIAL_FIELDS",
    "EDIT_HOURS",
    "EDIT_PAY_RULES",
    "NOTE",
    "PAY_RULES_FIELDS",
    "PUNCH_FIELDS",
    "RIGHTS",
    "SIGN_OFF",
    "SOURCE_FIELD",
    "STRETCH_FIELDS",
    "Adjustment",
    "AdjustmentDraft",
    "AdjustmentKind",
    "Correction",
    "DayLine",
    "Differential",
    "DifferentialDraft",
    "Flag",
    "FlagKind",
    "Pay",
    "PayPeriod",
    "PayRules",
    "PayrollCodes",
    "PeriodKind",
    "Piece",
    "Rounding",
    "SignOff",
    "Source",
    "Stretch",
    "StretchDraft",
    "Timesheet",
    "Typed",
    "TypedDay",
    "day_text_of",
    "parse_day_entry",
]
