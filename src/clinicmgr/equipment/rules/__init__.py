"""What is allowed in the equipment domain: pure checks, due days, limits and figures."""

from clinicmgr.equipment.rules.assets import (
    after_purchase,
    by_tag,
    check_asset,
    check_outage,
    room_labels,
    split_report,
    status_on,
)
from clinicmgr.equipment.rules.due import first_after, later, next_due, projected
from clinicmgr.equipment.rules.figures import days_out, planned_on_time
from clinicmgr.equipment.rules.plans import tidy_plan
from clinicmgr.equipment.rules.readings import (
    GRACE_MINUTES,
    beyond,
    check_moment,
    is_missed,
    limits_text,
    parse_times,
    parse_value,
    possible,
    show_times,
    show_value,
    slots,
    tidy_point,
)
from clinicmgr.equipment.rules.work import (
    LONGEST_TITLE,
    check_open,
    failed,
    tidy_amendment,
    tidy_closing,
    tidy_work,
)

__all__ = [
    "GRACE_MINUTES",
    "LONGEST_TITLE",
    "after_purchase",
    "beyond",
    "by_tag",
    "check_asset",
    "check_moment",
    "check_open",
    "check_outage",
    "days_out",
    "failed",
    "first_after",
    "is_missed",
    "later",
    "limits_text",
    "next_due",
    "parse_times",
    "parse_value",
    "planned_on_time",
    "possible",
    "projected",
    "room_labels",
    "show_times",
    "show_value",
    "slots",
    "split_report",
    "status_on",
    "tidy_amendment",
    "tidy_closing",
    "tidy_plan",
    "tidy_point",
    "tidy_work",
]
