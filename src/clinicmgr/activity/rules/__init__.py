"""What is allowed in the activity domain, and its arithmetic: pure functions."""

from clinicmgr.activity.rules.counts import (
    MOST_A_DAY,
    Known,
    check_count,
    format_count,
    parse_count,
    summed,
)
from clinicmgr.activity.rules.lines import are_providers, check_class, check_line, does
from clinicmgr.activity.rules.utilization import (
    DAY,
    Minutes,
    available_minutes,
    people_minutes,
    room_minutes,
    share_out,
)

__all__ = [
    "DAY",
    "MOST_A_DAY",
    "Known",
    "Minutes",
    "are_providers",
    "available_minutes",
    "check_class",
    "check_count",
    "check_line",
    "does",
    "format_count",
    "parse_count",
    "people_minutes",
    "room_minutes",
    "share_out",
    "summed",
]
