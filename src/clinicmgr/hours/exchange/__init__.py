"""Hours from time clocks, and to payroll services and plain tables."""

from clinicmgr.hours.exchange.adp import adp_file_name, export_adp
from clinicmgr.hours.exchange.gusto import export_gusto
from clinicmgr.hours.exchange.lines import ClockLine
from clinicmgr.hours.exchange.punches import PunchImporter, import_hours, plan_hours
from clinicmgr.hours.exchange.sheets import export_hours

__all__ = [
    "ClockLine",
    "PunchImporter",
    "adp_file_name",
    "export_adp",
    "export_gusto",
    "export_hours",
    "import_hours",
    "plan_hours",
]
