"""What a user may be allowed to do in the staff domain."""

from clinicmgr.kernel.access import Right
from clinicmgr.kernel.i18n import N_

EDIT_STAFF = Right("staff.edit", N_("Change staff records"))
READ_PAY = Right("staff.read_pay", N_("See pay rates"))
READ_TAX_ID = Right("staff.read_tax_id", N_("See tax ids"))
EDIT_LEAVE = Right("staff.edit_leave", N_("Enter and cancel leave"))
EDIT_CREDENTIALS = Right("staff.edit_credentials", N_("Change credentials"))

RIGHTS = (EDIT_STAFF, READ_PAY, READ_TAX_ID, EDIT_LEAVE, EDIT_CREDENTIALS)
