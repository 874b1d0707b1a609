"""What can be printed of the schedule."""

from clinicmgr.schedule.documents.call_out import CallOutOptions, build_call_out
from clinicmgr.schedule.documents.changes import RosterChangesOptions, build_roster_changes
from clinicmgr.schedule.documents.coverage_table import CoverageTableOptions, build_coverage_table
from clinicmgr.schedule.documents.duty_list import DutyListOptions, build_duty_list
from clinicmgr.schedule.documents.fairness_ledger import FairnessOptions, build_fairness_ledger
from clinicmgr.schedule.documents.gap_list import GapListOptions, build_gap_list
from clinicmgr.schedule.documents.leave_calendar import LeaveCalendarOptions, build_leave_calendar
from clinicmgr.schedule.documents.planned_hours import PlannedHoursOptions, build_planned_hours
from clinicmgr.schedule.documents.roster import (
    MonthRosterOptions,
    WeekRosterOptions,
    build_month_roster,
    build_week_roster,
)
from clinicmgr.schedule.documents.roster_slip import RosterSlipOptions, build_roster_slips

__all__ = [
    "CallOutOptions",
    "CoverageTableOptions",
    "DutyListOptions",
    "FairnessOptions",
    "GapListOptions",
    "LeaveCalendarOptions",
    "MonthRosterOptions",
    "PlannedHoursOptions",
    "RosterChangesOptions",
    "RosterSlipOptions",
    "WeekRosterOptions",
    "build_call_out",
    "build_coverage_table",
    "build_duty_list",
    "build_fairness_ledger",
    "build_gap_list",
    "build_leave_calendar",
    "build_month_roster",
    "build_planned_hours",
    "build_roster_changes",
    "build_roster_slips",
    "build_week_roster",
]
