"""Staff from and to .csv and .xlsx: people with positions, skills, hours, availability and cards.

Tax ids and pay are never exported.
"""

from clinicmgr.staff.exchange.columns import staff_fields
from clinicmgr.staff.exchange.exporting import export_staff
from clinicmgr.staff.exchange.importing import StaffImporter, StaffLine, import_staff, plan_staff

__all__ = [
    "StaffImporter",
    "StaffLine",
    "export_staff",
    "import_staff",
    "plan_staff",
    "staff_fields",
]
