"""The page of today hears from the schedule: a row for each gap and each broken rule, no more."""

from datetime import date, timedelta

from clinicmgr.kernel.domain import Urgency
from clinicmgr.schedule.records import DemandDraft
from clinicmgr.staff.records import CredentialDraft, CredentialKindDraft, LeaveDraft

WED, THU, FRI = (date(2026, 11, day) for day in (18, 19, 20))
LONG_AGO = date(2020, 1, 1)
DAY = timedelta(days=1)


def ask(practice, weekday, times, minimum=1, position=None):
    start, end = times
    practice.schedule.add_demand(
        DemandDraft(
            position or practice.ma, weekday, start * 60, end * 60, minimum, minimum, LONG_AGO
        )
    )


def told(practice, on=WED):
    return [
        (each.urgency, each.day, each.kind, each.sentence, each.ref)
        for each in practice.schedule.due(on)
    ]


def man(practice, *days):
    """Somebody is there on these days, so that none of them is empty."""
    practice.schedule.edit(add=[practice.draft(practice.cy, day, 8, 9) for day in days])


def test_nothing_is_due_where_nothing_is_asked_for(practice):
    assert told(practice) == []


def test_a_gap_that_is_open_now_is_wrong_and_says_who_could_come(practice):
    ask(practice, 2, (8, 12))
    man(practice, WED, WED + 7 * DAY)
    practice.clinic.staff.add_leave(LeaveDraft(practice.ann, WED, THU))
    gap = "Medical assistant: nobody on Wed, Nov 18, 8:00 AM–12:00 PM; 1 needed."
    assert told(practice)[0] == (Urgency.WRONG, WED, "Too few", f"{gap} Free: Bob Roy.", WED)


def test_a_gap_of_today_says_why_everybody_who_could_do_it_cannot(practice):
    ask(practice, 2, (8, 12))
    man(practice, WED, WED + 7 * DAY)
    for who in (practice.ann, practice.bob):
        practice.clinic.staff.add_leave(LeaveDraft(who, WED, THU))
    assert told(practice)[0][3].endswith(
        "1 needed. Ann Lee: on leave from Wed, Nov 18 to Thu, Nov 19; "
        "Bob Roy: on leave from Wed, Nov 18 to Thu, Nov 19."
    )


def test_a_gap_later_today_is_due_today_and_what_is_over_is_told_no_more(practice):
    ask(practice, 2, (7, 9))
    ask(practice, 2, (14, 17))
    man(practice, WED, WED + 7 * DAY)
    today = [each for each in told(practice) if each[1] == WED]
    assert [each[0] for each in today] == [Urgency.TODAY]
    assert "2:00 PM–5:00 PM" in today[0][3]
    assert "7:00 AM" not in today[0][3]


def test_a_day_and_position_is_one_row_however_many_stretches_are_open(practice):
    ask(practice, 4, (8, 12))
    ask(practice, 4, (13, 17))
    ask(practice, 4, (8, 12), position=practice.fd)
    man(practice, FRI, FRI + 7 * DAY)
    friday = [each[3] for each in told(practice) if each[1] == FRI]
    assert friday == [
        "Front desk: nobody on Fri, Nov 20, 9:00 AM–12:00 PM; 1 needed.",
        "Medical assistant: too few on Fri, Nov 20, 8:00 AM–12:00 PM; 1:00 PM–5:00 PM.",
    ]


def test_a_week_that_nobody_has_planned_yet_is_one_row(practice):
    for weekday in range(5):
        ask(practice, weekday, (8, 12))
        ask(practice, weekday, (8, 12), position=practice.fd)
    practice.schedule.edit(
        add=[practice.draft(who, day, 8, 12) for who in (practice.ann, practice.cy)
             for day in (WED, THU, FRI)]
    )  # fmt: skip
    holiday = date(2026, 11, 26)
    assert holiday in practice.schedule.closures(WED, WED + 14 * DAY)
    assert [each[1:] for each in told(practice)] == [
        (
            date(2026, 11, 23),
            "Empty roster",
            "Nobody has a shift on 4 days, Mon, Nov 23 to Fri, Nov 27.",
            date(2026, 11, 23),
        ),
        (
            date(2026, 11, 30),
            "Empty roster",
            "Nobody has a shift on 2 days, Mon, Nov 30 to Tue, Dec 1.",
            date(2026, 11, 30),
        ),
    ]


def test_what_one_person_breaks_of_one_rule_is_one_row_that_leads_to_the_first_shift(practice):
    staff = practice.clinic.staff
    cpr = staff.add_credential_kind(CredentialKindDraft("CPR card", 60, (practice.ma,)))
    staff.add_credential(CredentialDraft(practice.bob, cpr, date(2026, 11, 3)))
    staff.add_credential(CredentialDraft(practice.ann, cpr, date(2028, 1, 31)))
    shifts = [practice.draft(practice.bob, day, 8, 16) for day in (WED, THU, FRI)]
    ids = practice.schedule.edit(add=[*shifts, practice.draft(practice.ann, WED, 8, 16)])
    sentence = (
        "Bob Roy: CPR card expired on 11/3/2026, which Medical assistant needs "
        "(shift on Wed, Nov 18, 8:00 AM–4:00 PM). "
        "The same holds for 2 more shifts, until Fri, Nov 20."
    )
    assert told(practice) == [(Urgency.WRONG, WED, "Credentials", sentence, ids[0])]


def test_a_rule_that_is_only_to_be_avoided_is_no_news(practice):
    practice.clinic.staff.set_contract(practice.ann, LONG_AGO, 4 * 60)
    practice.schedule.add_shift(practice.draft(practice.ann, THU, 8, 16))
    assert practice.schedule.check(WED, FRI)
    assert told(practice) == []
