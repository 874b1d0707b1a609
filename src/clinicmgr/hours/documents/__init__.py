"""What can be printed about hours worked."""

from clinicmgr.hours.documents.overtime import HoursOvertimeOptions, build_hours_overtime
from clinicmgr.hours.documents.pay_period import PayPeriodOptions, build_pay_period
from clinicmgr.hours.documents.timesheet import TimesheetOptions, build_timesheet

__all__ = [
    "HoursOvertimeOptions",
    "PayPeriodOptions",
    "TimesheetOptions",
    "build_hours_overtime",
    "build_pay_period",
    "build_timesheet",
]
