"""What is allowed of money, and its arithmetic: plain functions."""

from clinicmgr.finance.rules.accounts import AccountNames, check_account, tidy_account
from clinicmgr.finance.rules.amounts import (
    check_cents,
    check_year,
    parse_percent,
    plus_percent,
    spread_by_season,
    spread_evenly,
)
from clinicmgr.finance.rules.entries import (
    check_amount,
    check_day,
    check_entry,
    check_open,
    tidy_entry,
)
from clinicmgr.finance.rules.offness import is_far_off, standing
from clinicmgr.finance.rules.statement import forecast, planned, variance

__all__ = [
    "AccountNames",
    "check_account",
    "check_amount",
    "check_cents",
    "check_day",
    "check_entry",
    "check_open",
    "check_year",
    "forecast",
    "is_far_off",
    "parse_percent",
    "planned",
    "plus_percent",
    "spread_by_season",
    "spread_evenly",
    "standing",
    "tidy_account",
    "tidy_entry",
    "variance",
]
