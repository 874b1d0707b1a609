"""What is allowed in the staff domain: pure checks of drafts, and standings of credentials."""

from clinicmgr.kernel.periods import WEEKDAYS, check_windows, format_windows, parse_windows
from clinicmgr.staff.rules.credentials import (
    Holder,
    check_credential,
    check_kind,
    check_renewal,
    current,
    is_required,
    standing,
)
from clinicmgr.staff.rules.leave import check_leave
from clinicmgr.staff.rules.people import (
    check_end,
    check_staff,
    same_person,
    tidy_position,
    tidy_skill,
)
from clinicmgr.staff.rules.terms import (
    check_hourly_cents,
    check_weekly_minutes,
    mask_tax_id,
    tidy_tax_id,
)
from clinicmgr.staff.rules.words import check_day, same_word

__all__ = [
    "WEEKDAYS",
    "Holder",
    "check_credential",
    "check_day",
    "check_end",
    "check_hourly_cents",
    "check_kind",
    "check_leave",
    "check_renewal",
    "check_staff",
    "check_weekly_minutes",
    "check_windows",
    "current",
    "format_windows",
    "is_required",
    "mask_tax_id",
    "parse_windows",
    "same_person",
    "same_word",
    "standing",
    "tidy_position",
    "tidy_skill",
    "tidy_tax_id",
]
