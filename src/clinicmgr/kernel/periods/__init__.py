"""Times of day, hours, days and weeks: reading what people type, and showing it.

A time of day is an int of minutes from midnight, a length is an int of minutes, a day is a
`datetime.date`. The end of a range may exceed 1440 minutes: it lies after midnight.
"""

from clinicmgr.kernel.periods.calendar import (
    add_months,
    days,
    month_bounds,
    months_between,
    week_of,
    weeks,
)
from clinicmgr.kernel.periods.daytext import format_day, parse_day
from clinicmgr.kernel.periods.hours import format_hours, parse_hours
from clinicmgr.kernel.periods.instants import elapsed_minutes, instant, time_zone
from clinicmgr.kernel.periods.times import (
    DAY_MINUTES,
    format_range,
    format_time,
    parse_time,
    parse_time_range,
    short_range,
    uses_hour12,
)
from clinicmgr.kernel.periods.weektext import (
    ALL_DAY,
    ALWAYS,
    NEVER,
    WEEKDAYS,
    Window,
    check_windows,
    format_windows,
    parse_windows,
)

__all__ = [
    "ALL_DAY",
    "ALWAYS",
    "DAY_MINUTES",
    "NEVER",
    "WEEKDAYS",
    "Window",
    "add_months",
    "check_windows",
    "days",
    "elapsed_minutes",
    "format_day",
    "format_hours",
    "format_range",
    "format_time",
    "format_windows",
    "instant",
    "month_bounds",
    "months_between",
    "parse_day",
    "parse_hours",
    "parse_time",
    "parse_time_range",
    "parse_windows",
    "short_range",
    "time_zone",
    "uses_hour12",
    "week_of",
    "weeks",
]
