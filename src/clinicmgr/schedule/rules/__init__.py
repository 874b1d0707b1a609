"""What is allowed in a roster: rules, the checker, coverage and explanations; pure functions."""

from clinicmgr.schedule.rules.catalog import DAY_RULES, PERSON_RULES, RULES
from clinicmgr.schedule.rules.checker import CARRY_IN, CARRY_OUT, Checker, check, worst_first
from clinicmgr.schedule.rules.coverage import day_coverage, day_gaps, demand_coverage
from clinicmgr.schedule.rules.drafts import check_demand, check_shift, check_shift_type
from clinicmgr.schedule.rules.explain import explain
from clinicmgr.schedule.rules.hours import contract_minutes
from clinicmgr.schedule.rules.inforce import in_force
from clinicmgr.schedule.rules.kinds import AnyRule, DayRule, PersonRule
from clinicmgr.schedule.rules.labor import labor
from clinicmgr.schedule.rules.moments import NEW_SHIFT, worked_minutes
from clinicmgr.schedule.rules.presence import DayView
from clinicmgr.schedule.rules.pressing import pressing
from clinicmgr.schedule.rules.reasons import asks_others, reasons_against

__all__ = [
    "CARRY_IN",
    "CARRY_OUT",
    "DAY_RULES",
    "NEW_SHIFT",
    "PERSON_RULES",
    "RULES",
    "AnyRule",
    "Checker",
    "DayRule",
    "DayView",
    "PersonRule",
    "asks_others",
    "check",
    "check_demand",
    "check_shift",
    "check_shift_type",
    "contract_minutes",
    "day_coverage",
    "day_gaps",
    "demand_coverage",
    "explain",
    "in_force",
    "labor",
    "pressing",
    "reasons_against",
    "worked_minutes",
    "worst_first",
]
