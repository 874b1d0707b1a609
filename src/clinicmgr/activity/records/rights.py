"""What a user may be allowed to do in the activity domain."""

from clinicmgr.kernel.access import Right
from clinicmgr.kernel.i18n import N_

COUNT_ACTIVITY = Right("activity.count", N_("Enter and import what was done"))
EDIT_LINES = Right("activity.lines", N_("Change service lines and payer classes"))

RIGHTS = (COUNT_ACTIVITY, EDIT_LINES)
