"""What one must be allowed to do to change rates."""

from clinicmgr.kernel.access import Right
from clinicmgr.kernel.i18n import N_

EDIT_SERVICES = Right("rates.services", N_("Change services and payers"))
EDIT_PRICES = Right("rates.prices", N_("Change fee schedules and prices"))
EDIT_MEDICARE = Right("rates.medicare", N_("Import Medicare files and choose the locality"))
RIGHTS = (EDIT_SERVICES, EDIT_PRICES, EDIT_MEDICARE)
