"""What others see of the staff domain: frozen records, their drafts, rights and fields."""

from clinicmgr.kernel.periods import ALL_DAY, ALWAYS, Window
from clinicmgr.staff.records.credentials import (
    Credential,
    CredentialDraft,
    CredentialKind,
    CredentialKindDraft,
    CredentialStatus,
    Standing,
)
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
from clinicmgr.staff.records.leave import Leave, LeaveDraft, LeaveKind
from clinicmgr.staff.records.people import (
    Newcomer,
    Position,
    PositionDraft,
    Skill,
    SkillDraft,
    StaffDraft,
    StaffMember,
    full_name,
)
from clinicmgr.staff.records.rights import (
    EDIT_CREDENTIALS,
    EDIT_LEAVE,
    EDIT_STAFF,
    READ_PAY,
    READ_TAX_ID,
    RIGHTS,
)
from clinicmgr.staff.records.terms import Availability, Contract, PayRate

__all__ = [
    "ALL_DAY",
    "ALWAYS",
    "CONTRACT_FIELDS",
    "CREDENTIAL_FIELDS",
    "CREDENTIAL_KIND_FIELDS",
    "EDIT_CREDENTIALS",
    "EDIT_LEAVE",
    "EDIT_STAFF",
    "LEAVE_FIELDS",
    "PAY_RATE_FIELDS",
    "POSITION_FIELDS",
    "READ_PAY",
    "READ_TAX_ID",
    "RIGHTS",
    "SKILL_FIELDS",
    "STAFF_FIELDS",
    "Availability",
    "Contract",
    "Credential",
    "CredentialDraft",
    "CredentialKind",
    "CredentialKindDraft",
    "CredentialStatus",
    "Leave",
    "LeaveDraft",
    "LeaveKind",
    "Newcomer",
    "PayRate",
    "Position",
    "PositionDraft",
    "Skill",
    "SkillDraft",
    "StaffDraft",
    "StaffMember",
    "Standing",
    "Window",
    "full_name",
]
