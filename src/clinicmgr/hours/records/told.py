"""What the history says of the tables of hours worked and their columns."""

from clinicmgr.hours.records.forms import (
    ADJUSTMENT_FIELDS,
    CORRECTION_FIELDS,
    DIFFERENTIAL_FIELDS,
    PAY_RULES_FIELDS,
    STRETCH_FIELDS,
)
from clinicmgr.kernel.domain import Told, ToldTable
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_

_PERIOD = Field("period_id", N_("Locked in"))

HOURS_TOLD = Told(
    N_("Hours worked"),
    {
        "hours_stretch": ToldTable(N_("Hours worked"), (*STRETCH_FIELDS, _PERIOD)),
        "hours_correction": ToldTable(N_("Correction"), (*CORRECTION_FIELDS, _PERIOD)),
        "hours_adjustment": ToldTable(
            N_("Adjustment"),
            (
                *ADJUSTMENT_FIELDS,
                Field("minutes", N_("Minutes"), "hours"),
                Field("paid_on", N_("Paid with"), "day"),
                Field("by", N_("Entered by")),
                _PERIOD,
            ),
        ),
        "hours_period": ToldTable(
            N_("Pay period"),
            (
                Field("first", N_("First day"), "day"),
                Field("last", N_("Last day"), "day"),
                Field("locked_on", N_("Locked on"), "day"),
                Field("locked_by", N_("Locked by")),
            ),
        ),
        "hours_sign_off": ToldTable(
            N_("Sign-off"),
            (
                Field("period_id", N_("Pay period")),
                Field("member_id", N_("Staff member")),
                Field("signed_by", N_("Signed by")),
                Field("signed_on", N_("Signed on"), "day"),
                Field("regular_minutes", N_("Regular"), "hours"),
                Field("overtime_minutes", N_("Overtime"), "hours"),
                Field("leave_minutes", N_("Leave"), "hours"),
            ),
        ),
        "hours_pay_rules": ToldTable(N_("Pay rules"), PAY_RULES_FIELDS),
        "hours_differential": ToldTable(N_("Differential"), DIFFERENTIAL_FIELDS),
        "hours_code": ToldTable(
            N_("Payroll code"), (Field("key", N_("Of what")), Field("value", N_("Code")))
        ),
    },
    found=N_("Corrected hours"),
)
