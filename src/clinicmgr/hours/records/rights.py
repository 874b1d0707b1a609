"""What a user may be allowed to do with hours worked."""

from clinicmgr.kernel.access import Right
from clinicmgr.kernel.i18n import N_

EDIT_HOURS = Right("hours.edit", N_("Enter and correct hours worked"))
SIGN_OFF = Right("hours.sign_off", N_("Sign off and lock pay periods"))
EDIT_PAY_RULES = Right("hours.pay_rules", N_("Change pay periods, overtime and differentials"))

RIGHTS = (EDIT_HOURS, SIGN_OFF, EDIT_PAY_RULES)
