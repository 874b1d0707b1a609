"""The page of today hears from staff: cards that are missing or end, who comes, goes, is off."""

from dataclasses import replace
from datetime import date

import pytest

from clinicmgr.kernel.domain import Urgency
from clinicmgr.staff.records import CredentialDraft, LeaveDraft, LeaveKind, StaffDraft

TODAY = date(2026, 11, 18)


@pytest.fixture
def told(staff, lakeside):
    """What is due of Ana and Bo, as (urgency, day, kind, sentence, ref)."""

    def telling(on=TODAY):
        return [
            (each.urgency, each.day, each.kind, each.sentence, each.ref) for each in staff.due(on)
        ]

    return telling


def valid(staff, lakeside, *, but=()):
    """Give Ana and Bo every card they need, except those named."""
    for who, kind in ((lakeside.ana, lakeside.cpr), (lakeside.ana, lakeside.license),
                      (lakeside.bo, lakeside.cpr)):  # fmt: skip
        if (who, kind) not in but:
            staff.add_credential(CredentialDraft(who, kind, date(2028, 1, 31)))


def test_nothing_is_due_while_every_card_is_valid(staff, lakeside, told):
    valid(staff, lakeside)
    assert told() == []


def test_a_missing_card_is_wrong_and_says_who_needs_it_as_what(staff, lakeside, told):
    valid(staff, lakeside, but={(lakeside.bo, lakeside.cpr)})
    assert told() == [
        (
            Urgency.WRONG,
            TODAY,
            "Missing",
            "Bo Lee has no CPR card on record. Required as Medical assistant.",
            lakeside.bo,
        )
    ]


def test_an_expired_card_is_overdue_since_the_day_it_expired(staff, lakeside, told):
    valid(staff, lakeside, but={(lakeside.bo, lakeside.cpr)})
    staff.add_credential(CredentialDraft(lakeside.bo, lakeside.cpr, date(2026, 11, 3)))
    assert told() == [
        (
            Urgency.OVERDUE,
            date(2026, 11, 3),
            "Expired",
            "Bo Lee's CPR card expired on Nov 3, 2026. Required as Medical assistant.",
            lakeside.bo,
        )
    ]


@pytest.mark.parametrize(
    "expires, urgency",
    [
        (date(2026, 11, 18), Urgency.TODAY),
        (date(2026, 11, 19), Urgency.SOON),
        (date(2027, 1, 17), Urgency.SOON),  # 60 days, as the kind warns
        (date(2027, 1, 18), None),
    ],
)
def test_a_card_is_told_as_many_days_ahead_as_its_kind_warns(
    staff, lakeside, told, expires, urgency
):
    valid(staff, lakeside, but={(lakeside.bo, lakeside.cpr)})
    staff.add_credential(CredentialDraft(lakeside.bo, lakeside.cpr, expires))
    assert [(each[0], each[1]) for each in told()] == ([(urgency, expires)] if urgency else [])


def test_a_card_that_nobody_asks_for_does_not_nag_for_years(staff, lakeside, told):
    valid(staff, lakeside)
    staff.add_credential(CredentialDraft(lakeside.bo, lakeside.license, date(2026, 11, 1)))
    assert [each[3] for each in told()] == ["Bo Lee's RN license expired on Nov 1, 2026."]
    assert told(date(2027, 6, 1)) == []


def test_who_left_is_due_no_more_and_who_leaves_is_told_a_month_ahead(staff, lakeside, told):
    valid(staff, lakeside, but={(lakeside.bo, lakeside.cpr)})
    staff.add_credential(CredentialDraft(lakeside.bo, lakeside.cpr, date(2026, 11, 3)))
    staff.end_employment(lakeside.bo, date(2026, 11, 27))
    assert [each[2:4] for each in told()] == [
        ("Expired", "Bo Lee's CPR card expired on Nov 3, 2026. Required as Medical assistant."),
        ("Last day", "Bo Lee's last day of work is Nov 27, 2026, in 9 days."),
    ]
    assert told(date(2026, 11, 28)) == []


def test_somebody_new_is_told_with_the_cards_that_will_be_missing_on_the_first_day(
    staff, lakeside, told
):
    valid(staff, lakeside)
    ida = staff.hire(StaffDraft("Ida", "Berg", date(2026, 11, 23), (lakeside.assistant,)))
    assert told(date(2026, 11, 15)) == []
    assert [each[2:] for each in told()] == [
        ("Missing", "Ida Berg has no CPR card on record. Required as Medical assistant.", ida),
        ("First day", "Ida Berg starts on Nov 23, 2026, in 5 days.", ida),
    ]
    staff.change(ida, replace(staff.member(ida).draft(), started=TODAY))
    assert told()[-1][:4] == (Urgency.TODAY, TODAY, "First day", "Ida Berg starts today.")


def test_leave_is_told_in_the_week_before_it_begins(staff, lakeside, told):
    valid(staff, lakeside)
    staff.add_leave(LeaveDraft(lakeside.ana, date(2026, 11, 23), date(2026, 11, 27)))
    staff.add_leave(LeaveDraft(lakeside.bo, date(2026, 11, 18), date(2026, 11, 19), LeaveKind.SICK))
    staff.add_leave(LeaveDraft(lakeside.bo, date(2026, 11, 26), date(2026, 11, 26)))
    assert [each[1:4] for each in told()] == [
        (date(2026, 11, 23), "Off soon", "Ana Ruiz is off Nov 23–27: Annual leave.")
    ]


def test_what_stands_behind_numbers_is_told_by_name(staff, lakeside):
    names = staff.names()
    assert names["member_id"][lakeside.ana] == "Ana Ruiz"
    assert names["kind_id"][lakeside.cpr] == "CPR card"
    assert names["position_id"][lakeside.nurse] == "Nurse"
    assert names["skill_id"][lakeside.x_ray] == "X-ray"
