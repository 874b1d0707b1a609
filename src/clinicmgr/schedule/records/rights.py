"""What a user may be allowed to do with the schedule."""

from clinicmgr.kernel.access import Right
from clinicmgr.kernel.i18n import N_

EDIT_ROSTER = Right("schedule.edit", N_("Change the roster"))
EDIT_DEMAND = Right("schedule.demand", N_("Change demand and shift types"))
EDIT_CLOSURES = Right("schedule.closures", N_("Change the days the practice is closed"))
PUBLISH_ROSTER = Right("schedule.publish", N_("Publish the roster"))
EDIT_RULES = Right("schedule.rules", N_("Change the rules of the roster"))

RIGHTS = (EDIT_ROSTER, EDIT_DEMAND, EDIT_CLOSURES, PUBLISH_ROSTER, EDIT_RULES)
