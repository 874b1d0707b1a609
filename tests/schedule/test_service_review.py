"""What the program tells about the roster on record: rules, coverage, gaps, holidays, filling."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.schedule.clinic_of_three import FRI, LONG_AGO, MON, SUN, THU, TUE, WED
from tests.schedule.conftest import Practice

from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.records import DemandDraft
from clinicmgr.schedule.solver.answer import Assignment, Solution
from clinicmgr.staff.records import CredentialDraft, CredentialKindDraft, LeaveDraft, Window

THANKSGIVING = date(2026, 11, 26)


def needed(practice: Practice, day: date, minimum: int = 1) -> DemandDraft:
    return DemandDraft(practice.ma, day.weekday(), 480, 720, minimum, minimum, LONG_AGO)


def test_the_rules_know_leave_credentials_contracts_and_availability(practice: Practice) -> None:
    staff = practice.clinic.staff
    staff.add_leave(LeaveDraft(practice.ann, WED, WED))
    cpr = staff.add_credential_kind(CredentialKindDraft("CPR card", 30, (practice.ma,)))
    staff.add_credential(CredentialDraft(practice.ann, cpr, date(2027, 1, 1)))
    staff.add_credential(CredentialDraft(practice.bob, cpr, date(2026, 3, 3)))
    staff.set_contract(practice.cy, LONG_AGO, 4 * 60)
    staff.set_availability(practice.cy, LONG_AGO, [Window(2, 480, 1440)])
    practice.schedule.edit(
        add=[
            practice.draft(practice.ann, WED, 8, 16),
            practice.draft(practice.bob, WED, 8, 16),
            practice.draft(practice.cy, WED, 7, 15),
        ]
    )

    rules = [one.rule for one in practice.schedule.check(MON, SUN)]

    assert sorted(rules) == ["availability", "contract_hours", "credential", "leave"]


def test_the_days_before_the_week_count(practice: Practice) -> None:
    practice.schedule.add_shift(practice.draft(practice.ann, MON - timedelta(days=1), 15, 23))
    practice.schedule.add_shift(practice.draft(practice.ann, MON, 7, 15))

    assert [one.rule for one in practice.schedule.check(MON, SUN)] == ["rest"]


def test_gaps_are_found_told_and_explained(practice: Practice) -> None:
    practice.schedule.add_demand(needed(practice, WED, 2))
    practice.schedule.add_shift(practice.draft(practice.ann, WED, 8, 12))

    (gap,) = practice.schedule.gaps(MON, SUN)
    (coverage,) = practice.schedule.coverage(MON, SUN)
    told = practice.schedule.explain(gap)

    assert (gap.day, gap.start, gap.end, gap.missing) == (WED, 480, 720, 1)
    assert (coverage.have, coverage.minimum, coverage.short) == (1, 2, 1)
    assert told.lines[0] == ("Bob Roy", "free: could take it (would reach 4 h)")
    assert told.free == (practice.bob,)


def test_dragging_tells_what_would_break_and_ignores_the_shift_itself(practice: Practice) -> None:
    draft = practice.draft(practice.ann, WED, 8, 16)
    shift_id = practice.schedule.add_shift(draft)

    moved = replace(draft, start=540, end=1020)

    assert practice.schedule.reasons_against(moved, [shift_id]) == ()
    (one,) = practice.schedule.reasons_against(moved)
    assert one.rule == "double_booking"
    assert practice.schedule.reasons_against(replace(moved, member_id=None)) == ()


def test_a_kept_checker_follows_edits(practice: Practice) -> None:
    schedule = practice.schedule
    checker = schedule.checker(MON, SUN)
    ids = schedule.edit(add=[practice.draft(practice.ann, WED, hour, 16) for hour in (8, 9)])

    checker.update({id_: schedule.shift(id_) for id_ in ids})

    assert checker.violations == schedule.check(MON, SUN)
    assert [one.rule for one in checker.violations] == ["double_booking"]


def test_public_holidays_follow_the_country_and_the_state(practice: Practice) -> None:
    schedule, settings = practice.schedule, practice.clinic.settings
    assert schedule.closures(THANKSGIVING, THANKSGIVING) == {THANKSGIVING: "Thanksgiving Day"}
    lincoln = date(2026, 2, 12)
    assert schedule.closures(lincoln, lincoln) == {}

    settings.change(replace(settings.current(), subdivision="IL"))
    assert schedule.closures(lincoln, lincoln) == {lincoln: "Lincoln's Birthday"}

    settings.change(replace(settings.current(), country="XX", subdivision=""))
    assert schedule.closures(THANKSGIVING, THANKSGIVING) == {}


def test_holidays_over_new_year_are_of_both_years(practice: Practice) -> None:
    found = practice.schedule.closures(date(2026, 12, 20), date(2027, 1, 5))

    assert list(found) == [date(2026, 12, 25), date(2027, 1, 1)]


def test_the_practice_closes_and_opens_by_its_own_will(practice: Practice) -> None:
    schedule = practice.schedule
    schedule.add_demand(needed(practice, WED), needed(practice, THU))

    schedule.close_day(WED, "Staff outing")
    schedule.open_day(THANKSGIVING)

    assert schedule.closures(MON, THANKSGIVING) == {WED: "Staff outing"}
    assert [gap.day for gap in schedule.gaps(MON, THANKSGIVING)] == [
        THU,
        WED + timedelta(days=7),
        THANKSGIVING,
    ]
    schedule.open_day(WED)
    assert schedule.closures(MON, THANKSGIVING) == {}
    assert practice.clinic.journal.undo_title == "Open on Wed, Nov 18"
    with pytest.raises(UserError) as caught:
        schedule.close_day(FRI, " ")
    assert caught.value.field == "name"


def test_demand_is_added_changed_and_removed(practice: Practice) -> None:
    schedule = practice.schedule
    first, second = schedule.add_demand(needed(practice, MON), needed(practice, TUE))
    assert practice.clinic.journal.undo_title == "Add 2 demands"

    schedule.change_demand(first, replace(needed(practice, MON), minimum=2, ideal=3))
    schedule.remove_demand(second)

    (left,) = schedule.demand()
    assert (left.id, left.minimum, left.ideal) == (first, 2, 3)


@pytest.mark.parametrize(
    "wrong, field",
    [
        ({"weekday": 7}, "weekday"),
        ({"minimum": -1}, "minimum"),
        ({"minimum": 2}, "ideal"),
        ({"minimum": 0, "ideal": 0}, "ideal"),
        ({"end": 480}, "end"),
        ({"to_day": date(2019, 1, 1)}, "to_day"),
    ],
)
def test_demand_that_cannot_be_is_refused(
    practice: Practice, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(UserError) as caught:
        practice.schedule.add_demand(replace(needed(practice, MON), **wrong))

    assert caught.value.field == field


def test_gaps_become_a_problem_and_its_solution_shifts(practice: Practice) -> None:
    schedule = practice.schedule
    practice.clinic.staff.add_leave(LeaveDraft(practice.ann, WED, WED))
    schedule.add_demand(needed(practice, WED))
    schedule.add_shift(practice.draft(practice.bob, TUE, 8, 12))

    problem = schedule.fill_problem(MON, SUN)

    (pattern,) = problem.patterns
    assert (problem.day(pattern.day), pattern.start, pattern.end) == (WED, 480, 720)
    assert [choice.worker for choice in problem.choices] == [practice.bob]
    assert [(kept.worker, kept.day) for kept in problem.fixed] == [(practice.bob, 1)]

    given = (Assignment(practice.bob, pattern.id),)
    assert schedule.accept(problem, Solution(given, (), "optimal", 0, 0, 0.1)) == 1
    assert schedule.gaps(MON, SUN) == ()
    assert practice.clinic.journal.undo_title == "Fill Mon, Nov 16 to Sun, Nov 22: 1 shift"


def test_an_open_shift_is_given_away_rather_than_doubled(practice: Practice) -> None:
    schedule = practice.schedule
    schedule.add_demand(needed(practice, WED))
    open_id = schedule.add_shift(practice.draft(None, WED, 8, 12, note="bring keys"))
    problem = schedule.fill_problem(MON, SUN)
    pattern = next(one for one in problem.patterns if one.start == 480)

    given = (Assignment(practice.ann, pattern.id),)
    schedule.accept(problem, Solution(given, (), "optimal", 0, 0, 0.1))

    (shift,) = schedule.shifts(MON, SUN)
    assert (shift.id, shift.member_id, shift.note) == (open_id, practice.ann, "bring keys")


def test_the_problem_knows_when_the_clocks_change(practice: Practice) -> None:
    problem = practice.schedule.fill_problem(date(2026, 10, 30), date(2026, 11, 3))

    assert problem.clock_changes == ((2 * 1440 + 60, -60),)
