"""How the figures of a report are made, and how they are said; pure functions."""

from clinicmgr.reports.rules.coverage import Needs, coverage
from clinicmgr.reports.rules.credentials import AHEAD_DAYS, credential_figures
from clinicmgr.reports.rules.doing import beside, most_first
from clinicmgr.reports.rules.equipment import costs, jobs, months, outage_lines, waiting
from clinicmgr.reports.rules.leave import Calendar, leave_figures
from clinicmgr.reports.rules.outlook import away, closed, coming_and_going, expiring, maintenance
from clinicmgr.reports.rules.periods import is_month, periods_of
from clinicmgr.reports.rules.staffing import PositionNames, staffing, total
from clinicmgr.reports.rules.voice import Voice

__all__ = [
    "AHEAD_DAYS",
    "Calendar",
    "Needs",
    "PositionNames",
    "Voice",
    "away",
    "beside",
    "closed",
    "coming_and_going",
    "costs",
    "coverage",
    "credential_figures",
    "expiring",
    "is_month",
    "jobs",
    "leave_figures",
    "maintenance",
    "months",
    "most_first",
    "outage_lines",
    "periods_of",
    "staffing",
    "total",
    "waiting",
]
