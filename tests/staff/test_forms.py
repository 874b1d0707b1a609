"""What is typed into a form becomes the draft, by the one description of its fields."""

from dataclasses import fields
from datetime import date

import pytest

from clinicmgr.kernel.fields import draft_from, show
from clinicmgr.staff.records import (
    CREDENTIAL_FIELDS,
    CREDENTIAL_KIND_FIELDS,
    LEAVE_FIELDS,
    POSITION_FIELDS,
    SKILL_FIELDS,
    STAFF_FIELDS,
    CredentialDraft,
    CredentialKindDraft,
    LeaveDraft,
    LeaveKind,
    PositionDraft,
    SkillDraft,
    StaffDraft,
)

FORMS = [
    (STAFF_FIELDS, StaffDraft),
    (POSITION_FIELDS, PositionDraft),
    (SKILL_FIELDS, SkillDraft),
    (LEAVE_FIELDS, LeaveDraft),
    (CREDENTIAL_KIND_FIELDS, CredentialKindDraft),
    (CREDENTIAL_FIELDS, CredentialDraft),
]


@pytest.mark.parametrize("described, draft", FORMS)
def test_a_form_asks_for_exactly_what_the_draft_holds(described, draft):
    assert {field.name for field in described} == {field.name for field in fields(draft)}


def test_typed_leave_becomes_leave(staff, lakeside):
    described = [
        field.choosing([(lakeside.bo, "Bo Lee")]) if field.name == "member_id" else field
        for field in LEAVE_FIELDS
    ]
    typed = {"member_id": "bo lee", "first": "11/18/2026", "last": "2026-11-20", "kind": "sick"}
    draft = draft_from(described, typed, LeaveDraft)
    staff.add_leave(draft)
    (leave,) = staff.leave_of(lakeside.bo)
    assert (leave.first, leave.last) == (date(2026, 11, 18), date(2026, 11, 20))
    assert leave.kind is LeaveKind.SICK
    kind = next(field for field in LEAVE_FIELDS if field.name == "kind")
    assert show(kind, leave.kind) == "Sick leave"
