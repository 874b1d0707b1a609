"""What can be printed of the schedule."""

from clinicmgr.schedule.documents.gap_list import GapListOptions, build_gap_list
from clinicmgr.schedule.documents.week_roster import WeekRosterOptions, build_week_roster

__all__ = ["GapListOptions", "WeekRosterOptions", "build_gap_list", "build_week_roster"]
