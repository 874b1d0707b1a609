"""Each section of the report in one to three sentences, as the figures say them."""

from clinicmgr.reports.rules.headlines.business import equipment, outlook, rates
from clinicmgr.reports.rules.headlines.doing import (
    activity,
    deviation,
    deviations,
    money,
    months,
    together,
    use,
)
from clinicmgr.reports.rules.headlines.people import coverage, credentials, leave, staffing

__all__ = [
    "activity",
    "coverage",
    "credentials",
    "deviation",
    "deviations",
    "equipment",
    "leave",
    "money",
    "months",
    "outlook",
    "rates",
    "staffing",
    "together",
    "use",
]
