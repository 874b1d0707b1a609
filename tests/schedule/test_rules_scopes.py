"""Exceptions: the narrower line decides, for people, positions, sites and dates."""

from datetime import timedelta

import pytest
from tests.schedule.clinic_of_three import (
    ANN,
    BOB,
    CY,
    FD,
    FRI,
    MA,
    MAIN,
    MON,
    NORTH,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    demand,
    facts,
    found,
    shift,
)
from tests.schedule.rulebooks import EARLY, LATE, NIGHT, TYPE_NAMES, besides, book, rule

from clinicmgr.kernel.errors import UserError
from clinicmgr.places.records import Site
from clinicmgr.schedule.records import Approval, RuleDraft, RuleLine, Scope, Shift, Strength
from clinicmgr.schedule.rules import Checker
from clinicmgr.schedule.rules.approvals import matter_of
from clinicmgr.schedule.rules.lines import check_line, said

WEEK = (MON, TUE, WED, THU, FRI, SAT, SUN)


def everybody_works_all_week(hours: str = "8-12") -> list[Shift]:
    return [
        shift(10 * who + at, who, day, hours)
        for who in (ANN, BOB, CY)
        for at, day in enumerate(WEEK)
    ]


def broken_by(*lines: RuleLine) -> set[int]:
    known = facts(book=book(*lines))
    return {who for one in found(everybody_works_all_week(), known) for who in one.member_ids}


def test_a_rule_for_dr_ruiz_is_about_nobody_else() -> None:
    assert broken_by(rule("days_in_row", scope=Scope((ANN,)), most=3)) == {ANN}


def test_a_wider_limit_for_one_person_takes_the_place_of_the_one_for_all() -> None:
    general = rule("days_in_row", most=6)

    assert broken_by(general) == {ANN, BOB, CY}
    assert broken_by(general, rule("days_in_row", scope=Scope((ANN,)), most=7)) == {BOB, CY}


def test_a_line_that_is_off_is_an_exception() -> None:
    general = rule("days_in_row", most=6)

    assert broken_by(general, rule("days_in_row", None, Scope((), (MA,)))) == {CY}


def test_a_person_is_narrower_than_a_position() -> None:
    lines = [
        rule("days_in_row", most=6),
        rule("days_in_row", None, Scope((), (MA,))),
        rule("days_in_row", scope=Scope((BOB,)), most=2),
    ]

    assert broken_by(*lines) == {BOB, CY}


def test_two_lines_of_the_same_width_both_hold() -> None:
    lines = [
        rule("weekends", Strength.NICE, Scope((ANN,)), most=1, weeks=2),
        rule("weekends", Strength.NEVER, Scope((ANN, BOB)), most=0, weeks=1),
    ]
    known = facts(book=book(*lines))
    shifts = [shift(1, ANN, SAT - timedelta(days=7), "8-12"), shift(2, ANN, SAT, "8-12")]

    assert [one.strength for one in found(shifts, known)] == [Strength.NEVER, Strength.NICE]


def test_an_exception_is_only_from_rules_about_the_same() -> None:
    lines = [
        rule("types_a_week", types=(NIGHT,), most=0),
        rule("types_a_week", None, Scope((ANN,)), types=(LATE,), most=0),
    ]
    known = facts(book=book(*lines), type_names=TYPE_NAMES)

    assert len(found([shift(1, ANN, WED, "22-6", type_id=NIGHT)], known)) == 1


def test_a_rule_holds_between_its_dates() -> None:
    known = facts(
        book=book(rule("daily_overtime", scope=Scope(from_day=WED, to_day=THU), limit=60))
    )

    assert {one.day for one in found(everybody_works_all_week(), known)} == {WED, THU}


def test_a_rule_for_a_site_is_about_shifts_there() -> None:
    sites = {MAIN: Site("Main Street", "M", id=MAIN), NORTH: Site("North", "N", id=NORTH)}
    known = facts(
        sites=sites, book=book(rule("shift_length", scope=Scope(site_ids=(NORTH,)), limit=60))
    )
    shifts = [
        shift(1, ANN, WED, "8-12", site_id=MAIN),
        shift(2, BOB, WED, "8-12", site_id=NORTH),
    ]

    assert [one.shift_ids for one in found(shifts, known)] == [(2,)]


def test_demand_may_matter_less_for_some_positions() -> None:
    needed = (demand(WED, "8-12", 1, id=1), demand(WED, "8-12", 1, id=2, position_id=FD))
    eased = rule("demand_minimum", Strength.AVOID, Scope((), (FD,)))
    known = facts(demand=needed, book=besides(eased))

    assert [(one.demand_id, one.strength) for one in found([], known)] == [
        (1, Strength.NEVER),
        (2, Strength.AVOID),
    ]


def test_whoever_holds_the_position_is_meant_where_no_shift_is() -> None:
    known = facts(book=book(rule("least_hours", scope=Scope((), (FD,)), minimum=60)))

    assert [one.member_ids for one in found([], known)] == [(CY,)]


def test_strength_and_sentence_come_from_the_line() -> None:
    line = rule("overtime", Strength.NICE, limit=30 * 60)

    assert said(line, {}, {}) == "Nobody works more than 30 h a week."
    known = facts(book=book(line))
    shifts = [shift(at, ANN, day, "8-16") for at, day in enumerate(WEEK[:4], 1)]
    assert [one.strength for one in found(shifts, known)] == [Strength.NICE]


def test_a_succession_is_said_with_its_shift_types() -> None:
    line = rule("succession", earlier=(LATE, NIGHT), later=(EARLY,))

    assert said(line, TYPE_NAMES, {}) == "On the day after Late, Night nobody works Early."


@pytest.mark.parametrize(
    "draft, field",
    [
        (RuleDraft("days_in_row", Strength.AVOID), "member_ids"),
        (RuleDraft("days_in_row", Strength.AVOID, {"most": -1}, Scope((ANN,))), "most"),
        (RuleDraft("overtime", Strength.AVOID, {"limit": 0}, Scope((ANN,))), "limit"),
        (RuleDraft("weekends", Strength.AVOID, {"weeks": 99}, Scope((ANN,))), "weeks"),
        (RuleDraft("succession", Strength.AVOID, {"earlier": (LATE,)}), "later"),
        (RuleDraft("rest", None, {}, Scope(from_day=THU, to_day=WED)), "to_day"),
    ],
)
def test_a_line_that_cannot_be_is_refused(draft: RuleDraft, field: str) -> None:
    with pytest.raises(UserError) as caught:
        check_line(draft, ())

    assert caught.value.field == field


def test_the_same_line_does_not_stand_twice() -> None:
    draft = RuleDraft("days_in_row", Strength.AVOID, {}, Scope((ANN,)))

    with pytest.raises(UserError):
        check_line(draft, [check_line(draft, ())])


def rules_broken(checker: Checker) -> list[str]:
    return [one.rule for one in checker.violations]


def test_what_was_approved_is_no_problem_until_its_shifts_change() -> None:
    early = [shift(1, ANN, TUE, "14-22"), shift(2, ANN, WED, "7-12")]
    (broken,) = found(early, facts())
    matter = matter_of(broken, {one.id: one for one in early})
    approval = Approval(1, "rest", (ANN,), WED, "Ann asked for it", matter)
    checker = Checker(early, facts(book=besides(approvals=(approval,))), MON, SUN)

    assert rules_broken(checker) == []
    assert [one.approved for one in checker.approved] == ["Ann asked for it"]

    checker.update({2: shift(2, ANN, WED, "6-12")})
    assert rules_broken(checker) == ["rest"]
    assert checker.approved == ()

    checker.update({2: early[1]})
    assert rules_broken(checker) == []


def test_approved_overtime_is_a_problem_again_when_it_grows() -> None:
    shifts = [shift(at, ANN, day, "8-17") for at, day in enumerate(WEEK[:5], 1)]
    (broken,) = found(shifts, facts())
    matter = matter_of(broken, {one.id: one for one in shifts})
    approval = Approval(1, broken.rule, (ANN,), broken.day, "Busy week", matter)
    checker = Checker(shifts, facts(book=besides(approvals=(approval,))), MON, SUN)
    assert rules_broken(checker) == []

    checker.update({9: shift(9, ANN, SAT, "8-12")})

    assert rules_broken(checker) == ["overtime"]
