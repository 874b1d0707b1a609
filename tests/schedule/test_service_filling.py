"""A roster that the solver fills breaks none of the rules that must never be broken."""

from datetime import timedelta

import pytest
from tests.schedule.clinic_of_three import LONG_AGO, MON, SUN, TUE, WED
from tests.schedule.conftest import Practice

from clinicmgr.schedule.records import DemandDraft, Strength
from clinicmgr.schedule.solver.search import solve
from clinicmgr.staff.records import LeaveDraft, StaffDraft, Window


@pytest.mark.slow
def test_a_filled_week_keeps_every_rule_and_leaves_no_gap_it_need_not(practice: Practice) -> None:
    staff, schedule = practice.clinic.staff, practice.schedule
    for name in ("Dee", "Eve", "Flo"):
        staff.hire(StaffDraft(name, "Orr", LONG_AGO, (practice.ma,)))
    staff.add_leave(LeaveDraft(practice.ann, TUE, WED))
    staff.set_availability(practice.bob, LONG_AGO, [Window(day, 360, 1080) for day in range(5)])
    days = range(5)
    schedule.add_demand(
        *(DemandDraft(practice.ma, day, 8 * 60, 17 * 60, 2, 2, LONG_AGO) for day in days),
        *(DemandDraft(practice.ma, day, 22 * 60, 30 * 60, 1, 1, LONG_AGO) for day in days),
        *(DemandDraft(practice.fd, day, 8 * 60, 16 * 60, 1, 1, LONG_AGO) for day in days),
    )
    schedule.add_shift(practice.draft(practice.ann, MON - timedelta(days=1), 20, 30))

    problem = schedule.fill_problem(MON, SUN)
    solution = solve(problem, effort=2.0)
    given = schedule.accept(problem, solution)

    assert given == len(solution.assignments) >= 15
    assert schedule.gaps(MON, SUN) == ()
    assert [one for one in schedule.check(MON, SUN) if one.strength is Strength.NEVER] == []
