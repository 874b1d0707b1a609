"""Somebody is out: who is proposed, what is said about everybody, and the one change."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.schedule.clinic_of_three import FRI, LONG_AGO, MON, SUN, THU, TUE, WED
from tests.schedule.conftest import Practice

from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.records import DemandDraft
from clinicmgr.schedule.records.replacements import Candidate, Tier
from clinicmgr.staff.records import LeaveDraft, LeaveKind, SkillDraft, StaffDraft, Window


def hired(practice: Practice, first: str, last: str, *positions: int, **more: Any) -> int:
    return practice.clinic.staff.hire(StaffDraft(first, last, LONG_AGO, positions, **more))


def shift(practice: Practice, who: int | None, day: date, start: int, end: int, **more: Any) -> int:
    return practice.schedule.add_shift(practice.draft(who, day, start, end, **more))


def asked(practice: Practice, shift_id: int) -> dict[str, Candidate]:
    """Who is offered for a shift, in order, by first name."""
    found = practice.schedule.replacements.for_shifts([shift_id])[shift_id]
    return {one.name.split()[0]: one for one in found}


def needed(practice: Practice, minimum: int = 1, **more: Any) -> None:
    values: dict[str, Any] = {
        "position_id": practice.ma,
        "weekday": WED.weekday(),
        "start": 480,
        "end": 720,
    }
    values |= {"minimum": minimum, "ideal": minimum, "from_day": LONG_AGO}
    practice.schedule.add_demand(DemandDraft(**(values | more)))


# Ranking


def test_the_free_come_first_and_everybody_else_has_a_reason(practice: Practice) -> None:
    dee = hired(practice, "Dee", "Poe", practice.ma)
    practice.clinic.staff.add_leave(LeaveDraft(dee, WED, WED))
    ann = shift(practice, practice.ann, WED, 8, 12)

    found = asked(practice, ann)

    assert list(found) == ["Bob", "Dee", "Cy"]
    assert (found["Bob"].tier, found["Bob"].sentence) == (Tier.FINE, "free; would reach 4 h")
    assert (found["Dee"].tier, found["Dee"].sentence) == (
        Tier.IMPOSSIBLE,
        "on leave on Wed, Nov 18",
    )
    assert found["Cy"].sentence == "not trained as Medical assistant"
    assert not found["Cy"].qualified


def test_overtime_contract_and_cost_put_people_behind(practice: Practice) -> None:
    staff = practice.clinic.staff
    dee = hired(practice, "Dee", "Poe", practice.ma)
    eve = hired(practice, "Eve", "Orr", practice.ma)
    for who, cents in ((practice.bob, 3000), (dee, 2000), (eve, 2500)):
        staff.set_pay_rate(who, LONG_AGO, cents)
    staff.set_contract(practice.bob, LONG_AGO, 3 * 60)
    for day in (MON, TUE, THU, FRI):
        shift(practice, eve, day, 8, 18, break_minutes=30)
    ann = shift(practice, practice.ann, WED, 8, 12)

    found = asked(practice, ann)

    assert list(found)[:3] == ["Dee", "Bob", "Eve"]
    assert found["Dee"].sentence == "free; would reach 4 h; costs $80.00 more"
    assert found["Bob"].tier is Tier.WARNING
    assert found["Bob"].sentence == "would reach 4 h, contract 3 h; free; costs $120.00 more"
    eve_says = found["Eve"]
    assert eve_says.overtime_minutes == 120
    assert eve_says.extra_cents == 4 * 2500 + 2500  # two hours of it at half as much again
    assert eve_says.hours_after == 42 * 60
    assert [one.rule for one in eve_says.violations] == ["overtime"]


def test_the_cheaper_of_two_free_people_comes_first(practice: Practice) -> None:
    staff = practice.clinic.staff
    dee = hired(practice, "Dee", "Poe", practice.ma)
    staff.set_pay_rate(practice.bob, LONG_AGO, 2600)
    staff.set_pay_rate(dee, LONG_AGO, 2500)
    assert list(asked(practice, shift(practice, practice.ann, WED, 8, 12)))[:2] == ["Dee", "Bob"]


def test_without_the_right_to_see_pay_no_cost_is_told(practice: Practice) -> None:
    practice.clinic.staff.set_pay_rate(practice.bob, LONG_AGO, 2600)
    ann = shift(practice, practice.ann, WED, 8, 12)
    practice.clinic.journal._actor = Actor("Sam", frozenset({"schedule.edit"}))  # noqa: SLF001
    found = asked(practice, ann)
    assert found["Bob"].extra_cents is None
    assert "$" not in found["Bob"].sentence


def test_who_stood_in_lately_comes_after_who_did_not(practice: Practice) -> None:
    hired(practice, "Dee", "Poe", practice.ma)
    before = WED - timedelta(days=70)
    one = shift(practice, practice.ann, before, 8, 12)
    replacements = practice.schedule.replacements
    replacements.call_out(practice.ann, before, before, cover={one: practice.bob})

    found = asked(practice, shift(practice, practice.ann, WED, 8, 12))

    assert list(found)[:2] == ["Dee", "Bob"]
    assert found["Bob"].reasons[-1] == "stood in 1 time in a year"


def test_too_short_a_rest_speaks_against_somebody(practice: Practice) -> None:
    shift(practice, practice.bob, TUE, 15, 23)
    found = asked(practice, shift(practice, practice.ann, WED, 8, 12))
    assert found["Bob"].tier is not Tier.FINE
    assert "rest" in found["Bob"].sentence


def test_who_is_there_anyway_stays_on(practice: Practice) -> None:
    shift(practice, practice.bob, WED, 8, 12)
    found = asked(practice, shift(practice, practice.ann, WED, 12, 16))
    assert found["Bob"].reasons[0] == "there anyway until 12:00 PM"


def test_the_main_position_comes_before_the_second_one(practice: Practice) -> None:
    hired(practice, "Al", "Aas", practice.fd, practice.ma)
    found = asked(practice, shift(practice, practice.ann, WED, 8, 12))
    assert list(found)[:2] == ["Bob", "Al"]
    assert "also works as Medical assistant" in found["Al"].sentence


def test_a_skill_that_would_be_missing_is_said(practice: Practice) -> None:
    staff = practice.clinic.staff
    xray = staff.add_skill(SkillDraft("X-ray"))
    dee = hired(practice, "Dee", "Poe", practice.ma, skill_ids=(xray,))
    needed(practice, skill_id=xray)
    found = asked(practice, shift(practice, dee, WED, 8, 12))
    assert found["Bob"].tier is Tier.WARNING
    assert found["Bob"].reasons[0] == "does not have the skill X-ray"


def test_somebody_is_taken_from_a_post_that_can_be_spared(practice: Practice) -> None:
    needed(practice)
    bob = shift(practice, practice.bob, WED, 9, 13, position_id=practice.fd)
    found = asked(practice, shift(practice, practice.ann, WED, 8, 12))
    assert found["Bob"].tier is Tier.FINE
    assert found["Bob"].gives_up is not None
    assert found["Bob"].gives_up.id == bob
    assert found["Bob"].reasons[0] == "from Front desk, 9:00 AM–1:00 PM, which can be spared"


def test_who_changes_posts_costs_only_the_difference(practice: Practice) -> None:
    needed(practice)
    practice.clinic.staff.set_pay_rate(practice.bob, LONG_AGO, 3000)
    for day in (MON, TUE, THU, FRI):
        shift(practice, practice.bob, day, 8, 18, break_minutes=60)
    shift(practice, practice.bob, WED, 9, 13, position_id=practice.fd)
    found = asked(practice, shift(practice, practice.ann, WED, 8, 12))
    assert found["Bob"].hours_after == 40 * 60
    assert (found["Bob"].overtime_minutes, found["Bob"].extra_cents) == (0, 0)
    assert found["Bob"].cost == ""


def test_nobody_is_taken_from_a_post_that_is_needed(practice: Practice) -> None:
    needed(practice)
    needed(practice, position_id=practice.fd)
    shift(practice, practice.bob, WED, 9, 13, position_id=practice.fd)
    found = asked(practice, shift(practice, practice.ann, WED, 8, 12))
    assert found["Bob"].tier is Tier.IMPOSSIBLE
    assert found["Bob"].gives_up is None
    assert found["Bob"].sentence == "already works on Wed, Nov 18, 9:00 AM–1:00 PM"


def test_a_gap_has_candidates_too(practice: Practice) -> None:
    needed(practice)
    (gap,) = practice.schedule.gaps(MON, SUN)
    found = practice.schedule.replacements.for_gap(gap)
    assert [(one.name, one.tier) for one in found] == [
        ("Ann Lee", Tier.FINE),
        ("Bob Roy", Tier.FINE),
        ("Cy Fox", Tier.IMPOSSIBLE),
    ]


# The proposal


def test_nobody_is_proposed_for_two_shifts_at_a_time(practice: Practice) -> None:
    hired(practice, "Dee", "Poe", practice.ma)
    first = shift(practice, practice.ann, WED, 8, 12)
    second = shift(practice, practice.ann, WED, 11, 15)

    found = practice.schedule.replacements.ask(practice.ann, WED, WED)

    assert sorted(found.cover) == [first, second]
    assert len(set(found.cover.values())) == 2
    chosen = found.candidate(first, found.cover[first])
    assert chosen is not None
    assert chosen.tier is Tier.FINE


def test_nobody_is_proposed_with_a_warning(practice: Practice) -> None:
    practice.clinic.staff.set_availability(practice.bob, LONG_AGO, [Window(0, 480, 720)])
    one = shift(practice, practice.ann, WED, 8, 12)
    found = practice.schedule.replacements.ask(practice.ann, WED, WED)
    assert found.cover == {one: None}
    assert found.choices[one][0].tier is Tier.WARNING


# The change


def test_a_call_out_is_one_named_change_and_one_undo(practice: Practice) -> None:
    schedule, staff = practice.schedule, practice.clinic.staff
    first = shift(practice, practice.ann, WED, 8, 12)
    second = shift(practice, practice.ann, WED, 13, 17)

    schedule.replacements.call_out(practice.ann, WED, WED, cover={first: practice.bob})

    journal = practice.clinic.journal
    assert journal.undo_title == "Ann Lee is out Wed, Nov 18: 1 shift covered, 1 shift open"
    assert schedule.shift(first).member_id == practice.bob
    assert schedule.shift(second).member_id is None
    (leave,) = staff.leave(WED, WED)
    assert (leave.member_id, leave.kind) == (practice.ann, LeaveKind.SICK)
    told = schedule.replacements.stood_in(WED, WED)
    assert [(one.out_id, one.shift.id) for one in told] == [
        (practice.ann, first),
        (practice.ann, second),
    ]
    journal.undo()
    assert schedule.shift(first).member_id == practice.ann
    assert staff.leave(WED, WED) == []
    assert schedule.replacements.stood_in(WED, WED) == ()


def test_a_lock_gives_way_to_a_call_out(practice: Practice) -> None:
    one = shift(practice, practice.ann, WED, 8, 12, locked=True)
    practice.schedule.replacements.call_out(practice.ann, WED, WED, cover={one: practice.bob})
    given = practice.schedule.shift(one)
    assert (given.member_id, given.locked) == (practice.bob, False)


def test_the_post_somebody_is_taken_from_becomes_open(practice: Practice) -> None:
    bob = shift(practice, practice.bob, WED, 9, 13)
    ann = shift(practice, practice.ann, WED, 8, 12)
    practice.schedule.replacements.call_out(
        practice.ann, WED, WED, cover={ann: practice.bob}, gives_up=[bob]
    )
    assert practice.schedule.shift(bob).member_id is None
    assert practice.schedule.shift(ann).member_id == practice.bob


def test_a_post_that_went_to_somebody_else_meanwhile_is_not_opened(practice: Practice) -> None:
    post = shift(practice, practice.cy, WED, 9, 13)
    ann = shift(practice, practice.ann, WED, 8, 12)
    with pytest.raises(UserError, match="no longer those of Ann Lee"):
        practice.schedule.replacements.call_out(
            practice.ann, WED, WED, cover={ann: practice.bob}, gives_up=[post]
        )
    assert practice.schedule.shift(post).member_id == practice.cy


def test_a_shift_without_which_enough_people_are_there_is_not_needed(practice: Practice) -> None:
    needed(practice)
    first = shift(practice, practice.ann, WED, 8, 12)
    afternoon = shift(practice, practice.ann, WED, 13, 17)
    replacements = practice.schedule.replacements
    assert replacements.ask(practice.ann, WED, WED).needed == {first}
    replacements.call_out(practice.ann, WED, WED)
    assert replacements.needed([first, afternoon]) == {first}
    shift(practice, practice.bob, WED, 8, 12)
    assert replacements.needed([first, afternoon]) == frozenset()


def test_days_that_are_leave_already_stay_as_they_are(practice: Practice) -> None:
    staff = practice.clinic.staff
    staff.add_leave(LeaveDraft(practice.ann, THU, THU, LeaveKind.ANNUAL))
    practice.schedule.replacements.call_out(practice.ann, WED, FRI)
    found = [(one.first, one.last, one.kind) for one in staff.leave(WED, FRI)]
    assert found == [
        (WED, WED, LeaveKind.SICK),
        (THU, THU, LeaveKind.ANNUAL),
        (FRI, FRI, LeaveKind.SICK),
    ]


def test_what_changed_meanwhile_is_refused_in_a_sentence(practice: Practice) -> None:
    one = shift(practice, practice.ann, WED, 8, 12)
    draft = practice.schedule.shift(one).draft()
    practice.schedule.change_shift(one, practice.draft(practice.bob, WED, 8, 12))
    assert draft.member_id == practice.ann
    with pytest.raises(UserError, match="no longer those of Ann Lee"):
        practice.schedule.replacements.call_out(practice.ann, WED, WED, cover={one: practice.bob})
    assert practice.clinic.staff.leave(WED, WED) == []


def test_a_second_call_out_for_the_same_shift_counts_the_last_who_took_it(
    practice: Practice,
) -> None:
    dee = hired(practice, "Dee", "Poe", practice.ma)
    one = shift(practice, practice.ann, WED, 8, 12)
    replacements = practice.schedule.replacements
    replacements.call_out(practice.ann, WED, WED, cover={one: practice.bob})
    replacements.call_out(practice.bob, WED, WED, cover={one: dee})
    told = replacements.stood_in(WED, WED)
    assert [(each.out_id, each.shift.member_id) for each in told] == [
        (practice.ann, dee),
        (practice.bob, dee),
    ]


def test_somebody_without_shifts_is_entered_as_out(practice: Practice) -> None:
    practice.schedule.replacements.call_out(practice.ann, WED, THU)
    assert practice.clinic.journal.undo_title == "Ann Lee is out Wed, Nov 18 to Thu, Nov 19"
