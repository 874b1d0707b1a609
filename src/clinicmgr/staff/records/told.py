"""What the history says of staff tables and their columns."""

from clinicmgr.kernel.domain import Told, ToldTable
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_
from clinicmgr.staff.records.forms import (
    CONTRACT_FIELDS,
    CREDENTIAL_FIELDS,
    CREDENTIAL_KIND_FIELDS,
    LEAVE_FIELDS,
    PAY_RATE_FIELDS,
    POSITION_FIELDS,
    SKILL_FIELDS,
    STAFF_FIELDS,
)

_MEMBER = Field("member_id", N_("Staff member"))
_POSITION = Field("position_id", N_("Position"))

STAFF_TOLD = Told(
    N_("Staff"),
    {
        "staff_member": ToldTable(N_("Staff member"), STAFF_FIELDS),
        "staff_member_position": ToldTable(
            N_("Position of a staff member"),
            (_MEMBER, _POSITION, Field("rank", N_("Order"), "whole")),
        ),
        "staff_member_skill": ToldTable(
            N_("Skill of a staff member"), (_MEMBER, Field("skill_id", N_("Skill")))
        ),
        "staff_position": ToldTable(N_("Position"), POSITION_FIELDS),
        "staff_skill": ToldTable(N_("Skill"), SKILL_FIELDS),
        "staff_contract": ToldTable(N_("Contract"), (_MEMBER, *CONTRACT_FIELDS)),
        "staff_availability": ToldTable(
            N_("Availability"), (_MEMBER, Field("from_day", N_("From"), "day"))
        ),
        "staff_availability_window": ToldTable(
            N_("Available time"),
            (
                Field("availability_id", N_("Availability")),
                Field("weekday", N_("Weekday")),
                Field("start", N_("From"), "time"),
                Field("end", N_("Until"), "time"),
            ),
        ),
        "staff_pay_rate": ToldTable(N_("Pay rate"), (_MEMBER, *PAY_RATE_FIELDS)),
        "staff_secret": ToldTable(N_("Tax id"), (_MEMBER, Field("tax_id", N_("Tax id")))),
        "staff_leave": ToldTable(N_("Leave"), LEAVE_FIELDS),
        "staff_credential_kind": ToldTable(N_("Kind of credential"), CREDENTIAL_KIND_FIELDS),
        "staff_requirement": ToldTable(
            N_("Required credential"), (_POSITION, Field("kind_id", N_("Credential")))
        ),
        "staff_credential": ToldTable(N_("Credential"), CREDENTIAL_FIELDS),
    },
    found=N_("People"),
)
