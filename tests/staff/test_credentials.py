"""Credentials: what is valid, expiring, expired or missing, and in which words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.kernel.errors import UserError
from clinicmgr.staff import rules
from clinicmgr.staff.records import (
    Credential,
    CredentialDraft,
    CredentialKind,
    CredentialKindDraft,
    CredentialStatus,
    StaffMember,
)

TODAY = date(2026, 11, 18)
CPR = CredentialKind(1, "CPR card", 60, (1,))
BOB = StaffMember(7, "Bob", "Lee", (1,), (), "", "", date(2025, 1, 1), None, "", "")
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def card(expires: date, issued: date | None = None) -> Credential:
    return Credential(1, BOB.id, CPR.id, "", issued, expires)


@pytest.mark.parametrize(
    "cards, status, sentence",
    [
        ([card(date(2027, 3, 3))], "valid", "Bob Lee's CPR card is valid until Mar 3, 2027."),
        (
            [card(date(2026, 12, 3))],
            "expiring",
            "Bob Lee's CPR card expires on Dec 3, 2026, in 15 days.",
        ),
        (
            [card(date(2026, 11, 19))],
            "expiring",
            "Bob Lee's CPR card expires on Nov 19, 2026, in 1 day.",
        ),
        ([card(TODAY)], "expiring", "Bob Lee's CPR card expires today, Nov 18, 2026."),
        ([card(date(2026, 3, 3))], "expired", "Bob Lee's CPR card expired on Mar 3, 2026."),
        ([], "missing", "Bob Lee has no CPR card on record."),
        (
            [card(date(2028, 12, 1), issued=date(2026, 12, 1))],
            "missing",
            "Bob Lee's CPR card is valid only from Dec 1, 2026.",
        ),
        (
            [card(date(2026, 3, 3)), card(date(2028, 3, 3), issued=date(2026, 3, 1))],
            "valid",
            "Bob Lee's CPR card is valid until Mar 3, 2028.",
        ),
    ],
)
def test_how_a_credential_stands_is_said_in_a_sentence(cards, status, sentence):
    found = rules.standing(BOB, CPR, cards, TODAY)
    assert (found.status, found.sentence, found.required) == (status, sentence, True)


@given(expires=days, on=days)
def test_who_may_work_is_exactly_who_holds_a_valid_card(expires, on):
    found = rules.standing(BOB, CPR, [card(expires)], on)
    assert found.status.allows_work == card(expires).valid_on(on) == (on <= expires)


@given(expires=days, later=st.integers(1, 900))
def test_time_only_makes_a_credential_worse(expires, later):
    order = list(CredentialStatus)
    now = rules.standing(BOB, CPR, [card(expires)], TODAY).status
    then = rules.standing(BOB, CPR, [card(expires)], TODAY + timedelta(days=later)).status
    assert order.index(then) >= order.index(now)


def test_standings_cover_what_the_position_needs_and_what_people_have(staff, lakeside):
    staff.add_credential(CredentialDraft(lakeside.ana, lakeside.cpr, date(2027, 6, 1)))
    staff.add_credential(CredentialDraft(lakeside.bo, lakeside.license, date(2026, 12, 1)))
    found = [(each.member_id, each.kind_id, each.status.value) for each in staff.standings()]
    assert found == [
        (lakeside.bo, lakeside.cpr, "missing"),
        (lakeside.bo, lakeside.license, "expiring"),
        (lakeside.ana, lakeside.cpr, "valid"),
        (lakeside.ana, lakeside.license, "missing"),
    ]
    not_needed = [each for each in staff.standings() if not each.required]
    assert [(each.member_id, each.kind_id) for each in not_needed] == [
        (lakeside.bo, lakeside.license)
    ]


def test_renewing_keeps_the_old_card_on_record(staff, lakeside, journal):
    old = staff.add_credential(
        CredentialDraft(lakeside.bo, lakeside.cpr, date(2026, 12, 1), number="C-17")
    )
    new = staff.renew_credential(old, date(2028, 12, 1), issued=date(2026, 11, 10))
    assert journal.undo_title == "Renew CPR card of Bo Lee"
    kept = staff.credentials(lakeside.bo)
    assert [(each.id, each.number) for each in kept] == [(old, "C-17"), (new, "C-17")]
    with pytest.raises(UserError, match="valid until Dec 1, 2026; a renewal lasts longer"):
        staff.renew_credential(old, date(2026, 12, 1))


@pytest.mark.parametrize("issued", [date(2027, 1, 1), date(2027, 1, 2)])
def test_a_credential_expires_after_its_issue(staff, lakeside, issued):
    draft = CredentialDraft(lakeside.bo, lakeside.cpr, date(2027, 1, 1), issued)
    with pytest.raises(UserError, match="not after its issue") as refused:
        staff.add_credential(draft)
    assert refused.value.field == "expires"


def test_a_kind_has_its_own_name_and_stays_while_somebody_holds_one(staff, lakeside):
    with pytest.raises(UserError, match="already a credential called cpr card"):
        staff.add_credential_kind(CredentialKindDraft("cpr card"))
    with pytest.raises(UserError, match="between 0 and 730 days"):
        staff.add_credential_kind(CredentialKindDraft("BLS", warn_days=-1))
    held = staff.add_credential(CredentialDraft(lakeside.bo, lakeside.cpr, date(2027, 1, 1)))
    with pytest.raises(UserError, match="CPR card is on record for staff members"):
        staff.remove_credential_kind(lakeside.cpr)
    staff.remove_credential(held)
    staff.remove_credential_kind(lakeside.cpr)
    assert [each.name for each in staff.credential_kinds()] == ["RN license"]


def test_other_positions_can_come_to_need_a_kind(staff, lakeside):
    draft = CredentialKindDraft("RN license", 30, (lakeside.assistant,))
    staff.change_credential_kind(lakeside.license, draft)
    (kind,) = (each for each in staff.credential_kinds() if each.id == lakeside.license)
    assert kind.draft() == draft


def test_a_credential_number_leads_to_its_holder(staff, lakeside):
    staff.add_credential(
        CredentialDraft(lakeside.bo, lakeside.cpr, date(2027, 1, 1), number="BLS778")
    )
    (hit,) = staff.find("bls778")
    assert (hit.ref, hit.title, hit.detail) == (lakeside.bo, "Bo Lee", "CPR card BLS778")
