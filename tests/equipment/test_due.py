"""When maintenance is due next, for any rhythm and any history."""

from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import Basis, Done, PlanDraft, Unit

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
PLANS = st.builds(
    PlanDraft,
    st.just(1),
    st.just("Check"),
    DAYS,
    st.integers(1, 18),
    st.sampled_from(Unit),
    st.sampled_from(Basis),
)
HISTORIES = st.lists(st.builds(Done, DAYS, DAYS), max_size=6)


def step(day: date, plan: PlanDraft, times: int) -> date:
    """That many intervals later, by a library of others."""
    count = plan.every * times
    match plan.unit:
        case Unit.DAYS:
            return day + relativedelta(days=count)
        case Unit.WEEKS:
            return day + relativedelta(weeks=count)
        case Unit.MONTHS:
            return day + relativedelta(months=count)
    return day + relativedelta(years=count)


def nth(plan: PlanDraft, number: int) -> date:
    return step(plan.first_due, plan, number)


@given(PLANS, HISTORIES)
def test_the_next_day_is_the_first_after_everything_that_was_done(plan, history):
    due = rules.next_due(plan, history)
    if not history:
        assert due == plan.first_due
    elif plan.basis is Basis.COMPLETION:
        last = max(each.day for each in history)
        assert due == step(last, plan, 1)
    else:
        last = max(max(each.due, each.day) for each in history)
        number = 0
        while nth(plan, number) <= last:
            number += 1
        assert due == nth(plan, number)


@given(PLANS, st.integers(0, 30))
def test_done_on_its_day_each_time_it_keeps_to_its_calendar(plan, times):
    plan = PlanDraft(1, "", plan.first_due, plan.every, plan.unit)
    day = plan.first_due
    for number in range(times):
        assert day == nth(plan, number)
        day = rules.next_due(plan, [Done(day, day)])


@given(PLANS, DAYS)
def test_a_plan_is_not_due_once_it_has_ended(plan, ended):
    due = rules.next_due(replace(plan, ended=ended), [])
    assert (due is None) == (plan.first_due >= ended)


def test_month_ends_and_leap_years_are_kept():
    monthly = PlanDraft(1, "", date(2024, 1, 31), 1, Unit.MONTHS)
    days = list(rules.projected(monthly, date(2024, 1, 31), date(2024, 6, 30)))
    assert [(day.month, day.day) for day in days] == [
        (1, 31), (2, 29), (3, 31), (4, 30), (5, 31), (6, 30),
    ]  # fmt: skip
    yearly = PlanDraft(1, "", date(2024, 2, 29), 1, Unit.YEARS)
    days = list(rules.projected(yearly, date(2024, 2, 29), date(2028, 12, 31)))
    assert [day.day for day in days] == [29, 28, 28, 28, 29]


def test_late_work_answers_for_the_days_it_has_passed_over():
    quarterly = PlanDraft(1, "", date(2026, 1, 1), 3, Unit.MONTHS)
    assert rules.next_due(quarterly, [Done(date(2026, 1, 1), date(2026, 5, 9))]) == date(2026, 7, 1)


def test_early_work_answers_for_the_day_it_was_due():
    quarterly = PlanDraft(1, "", date(2026, 1, 1), 3, Unit.MONTHS)
    done = Done(date(2026, 4, 1), date(2026, 3, 20))
    assert rules.next_due(quarterly, [done]) == date(2026, 7, 1)


@given(PLANS)
def test_what_is_projected_lies_in_order_and_within(plan):
    last = plan.first_due + timedelta(days=400)
    days = list(rules.projected(plan, plan.first_due, last))
    assert days == sorted(set(days))
    assert days[0] == plan.first_due
    assert days[-1] <= last
