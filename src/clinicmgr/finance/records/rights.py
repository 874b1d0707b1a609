"""What one must be allowed to do to see or change money."""

from clinicmgr.kernel.access import Right
from clinicmgr.kernel.i18n import N_

VIEW_MONEY = Right("finance.view", N_("See budget, income and expenses"))
EDIT_BUDGET = Right("finance.budget", N_("Change accounts and the budget"))
EDIT_ENTRIES = Right("finance.entries", N_("Enter income and expenses"))
CLOSE_MONTHS = Right("finance.close", N_("Close and reopen months"))
RIGHTS = (VIEW_MONEY, EDIT_BUDGET, EDIT_ENTRIES, CLOSE_MONTHS)
