"""What others see of the schedule: frozen values, their rights and their descriptions."""

from clinicmgr.schedule.records.demand import Demand, DemandDraft
from clinicmgr.schedule.records.entry import Entry, parse_entry
from clinicmgr.schedule.records.facts import Facts, Limits, Person
from clinicmgr.schedule.records.findings import (
    Coverage,
    Explanation,
    Gap,
    Strength,
    Violation,
)
from clinicmgr.schedule.records.forms import (
    CLOSURE_FIELDS,
    DEMAND_FIELDS,
    SHIFT_FIELDS,
    SHIFT_TYPE_FIELDS,
)
from clinicmgr.schedule.records.labor import Labor
from clinicmgr.schedule.records.rights import (
    EDIT_CLOSURES,
    EDIT_DEMAND,
    EDIT_ROSTER,
    EDIT_RULES,
    RIGHTS,
)
from clinicmgr.schedule.records.rulebook import (
    Approval,
    Before,
    Number,
    Preset,
    Rulebook,
    RuleChange,
    RuleDraft,
    RuleLine,
    Scope,
    Tally,
)
from clinicmgr.schedule.records.shifts import (
    Closure,
    Shift,
    ShiftDraft,
    ShiftType,
    ShiftTypeDraft,
)

__all__ = [
    "CLOSURE_FIELDS",
    "DEMAND_FIELDS",
    "EDIT_CLOSURES",
    "EDIT_DEMAND",
    "EDIT_ROSTER",
    "EDIT_RULES",
    "RIGHTS",
    "SHIFT_FIELDS",
    "SHIFT_TYPE_FIELDS",
    "Approval",
    "Before",
    "Closure",
    "Coverage",
    "Demand",
    "DemandDraft",
    "Entry",
    "Explanation",
    "Facts",
    "Gap",
    "Labor",
    "Limits",
    "Number",
    "Person",
    "Preset",
    "RuleChange",
    "RuleDraft",
    "RuleLine",
    "Rulebook",
    "Scope",
    "Shift",
    "ShiftDraft",
    "ShiftType",
    "ShiftTypeDraft",
    "Strength",
    "Tally",
    "Violation",
    "parse_entry",
]
