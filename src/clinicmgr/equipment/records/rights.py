"""What a user may be allowed to do in the equipment domain."""

from clinicmgr.kernel.access import Right
from clinicmgr.kernel.i18n import N_

EDIT_EQUIPMENT = Right("equipment.edit", N_("Change equipment and maintenance plans"))
LOG_WORK = Right("equipment.log", N_("Report faults, log work and readings"))

RIGHTS = (EDIT_EQUIPMENT, LOG_WORK)
