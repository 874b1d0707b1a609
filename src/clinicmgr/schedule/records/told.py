"""What the history says of the schedule's tables and their columns."""

from clinicmgr.kernel.domain import Told, ToldTable
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_
from clinicmgr.schedule.records.forms import (
    CLOSURE_FIELDS,
    DEMAND_FIELDS,
    SHIFT_FIELDS,
    SHIFT_TYPE_FIELDS,
)
from clinicmgr.schedule.records.notes import NOTE_FIELDS
from clinicmgr.schedule.records.publishing import PUBLICATION_FIELDS
from clinicmgr.schedule.records.replacements import CALL_OUT_FIELDS
from clinicmgr.schedule.records.rulebook_forms import APPROVAL_FIELDS, RULE_FIELDS
from clinicmgr.schedule.records.week_plans import PLANNED_SHIFT_FIELDS, WEEK_PLAN_FIELDS

SCHEDULE_TOLD = Told(
    N_("Schedule"),
    {
        "schedule_shift": ToldTable(N_("Shift"), SHIFT_FIELDS),
        "schedule_shift_type": ToldTable(N_("Shift type"), SHIFT_TYPE_FIELDS),
        "schedule_note": ToldTable(N_("Note on the roster"), NOTE_FIELDS),
        "schedule_demand": ToldTable(N_("Demand"), DEMAND_FIELDS),
        "schedule_publication": ToldTable(N_("Published roster"), PUBLICATION_FIELDS),
        "schedule_closure": ToldTable(
            N_("Closure"), (*CLOSURE_FIELDS, Field("closed", N_("Closed"), "flag"))
        ),
        "schedule_rule": ToldTable(N_("Rule"), RULE_FIELDS),
        "schedule_override": ToldTable(N_("Approval"), APPROVAL_FIELDS),
        "schedule_week_plan": ToldTable(N_("Week plan"), WEEK_PLAN_FIELDS),
        "schedule_planned_shift": ToldTable(N_("Planned shift"), PLANNED_SHIFT_FIELDS),
        "schedule_call_out": ToldTable(N_("Call-out"), CALL_OUT_FIELDS),
    },
    found=N_("Shifts"),
)
