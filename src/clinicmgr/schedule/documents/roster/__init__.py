"""The roster on paper: the week for the wall, and the month in codes."""

from clinicmgr.schedule.documents.roster.month import MonthRosterOptions, build_month_roster
from clinicmgr.schedule.documents.roster.week import WeekRosterOptions, build_week_roster

__all__ = [
    "MonthRosterOptions",
    "WeekRosterOptions",
    "build_month_roster",
    "build_week_roster",
]
