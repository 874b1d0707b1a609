"""Actual against budget: figures, sums, forecast, labor from the roster, and what is due."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.finance.conftest import OCTOBER, put_rosa_on_the_roster

from clinicmgr.clinic import opened
from clinicmgr.finance import rules
from clinicmgr.finance.records import (
    Account,
    AccountDraft,
    AccountKind,
    Actual,
    CopyRecipe,
    EntryDraft,
    Source,
)
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import FixedClock
from clinicmgr.kernel.domain import Urgency
from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.records import ShiftDraft
from clinicmgr.staff.records import StaffDraft

MAY_SEE_MONEY = Actor("Devon", frozenset(("finance.view", "finance.entries", "finance.budget")))


def test_more_income_and_less_cost_are_good(finance, october):
    found = finance.variance(OCTOBER, OCTOBER)
    told = {
        line.account.name: (line.budget_cents, line.actual_cents, line.variance_cents, line.is_good)
        for line in found.lines
    }
    assert told == {
        "Patient payments": (9_000_00, 9_400_00, 400_00, True),
        "Wages": (2_000_00, 0, -2_000_00, True),
        "Medical supplies": (600_00, 550_00, -50_00, True),
        "Rent": (1_500_00, 1_500_00, 0, None),
        "Equipment repair": (100_00, 1_840_00, 1_740_00, False),
    }
    assert found.line(october.repair).share == Decimal("17.4")
    assert [group.name for group in found.groups] == [
        "Patient care", "Staff", "Supplies", "Facility"
    ]  # fmt: skip
    assert found.income.variance_cents == 400_00
    assert (found.cost.budget_cents, found.cost.actual_cents) == (4_200_00, 3_890_00)
    assert (found.result.actual_cents, found.result.is_good) == (5_510_00, True)


def test_the_year_to_date_begins_in_january_and_the_rest_of_the_year_is_the_budget(
    finance, october
):
    found = finance.statement(OCTOBER)
    repair = (october.repair, 1_840_00)
    assert found.to_date.line(repair[0]).budget_cents == 10 * 100_00
    assert found.to_date.line(repair[0]).actual_cents == repair[1]
    assert found.forecast.line(repair[0]).actual_cents == repair[1] + 2 * 100_00
    assert found.forecast.line(repair[0]).budget_cents == 12 * 100_00
    assert finance.forecast(OCTOBER) == found.forecast


def test_a_month_that_has_not_ended_counts_with_its_budget_in_the_forecast(finance, october):
    finance.add_entry(EntryDraft(date(2026, 11, 2), october.rent, 1_500_00))
    november = finance.statement(date(2026, 11, 1))
    assert november.in_month.line(october.rent).actual_cents == 1_500_00
    assert november.in_month.line(october.supplies).actual_cents == 0
    assert november.forecast == finance.statement(OCTOBER).forecast
    january = finance.statement(date(2027, 1, 1))
    assert january.forecast.result.actual_cents == 0


def test_wages_come_from_the_roster_until_they_are_entered(finance, october, on_the_roster):
    line = finance.variance(OCTOBER, OCTOBER).line(october.wages)
    assert (line.actual_cents, line.source) == (4 * 4 * 20_00, Source.ROSTER)
    assert line.source.label == "from the roster"
    year = finance.variance(date(2026, 1, 1), date(2026, 11, 1)).line(october.wages)
    assert (year.actual_cents, year.source) == (320_00, Source.ROSTER)
    finance.add_entry(EntryDraft(date(2026, 9, 30), october.wages, 1_900_00, "Payroll"))
    year = finance.variance(date(2026, 1, 1), date(2026, 11, 1)).line(october.wages)
    assert (year.actual_cents, year.source) == (1_900_00 + 320_00, Source.MIXED)
    finance.add_entry(EntryDraft(date(2026, 10, 31), october.wages, 2_100_00, "Payroll"))
    line = finance.variance(OCTOBER, OCTOBER).line(october.wages)
    assert (line.actual_cents, line.source) == (2_100_00, Source.ENTERED)


def test_a_change_of_the_roster_changes_labor_cost_at_once(clinic, finance, october, on_the_roster):
    before = finance.variance(OCTOBER, OCTOBER).line(october.wages).actual_cents
    first = clinic.schedule.shifts(OCTOBER, date(2026, 10, 31))[0]
    clinic.schedule.remove_shifts([first.id])
    after = finance.variance(OCTOBER, OCTOBER).line(october.wages).actual_cents
    assert before - after == 4 * 20_00
    clinic.staff.set_pay_rate(on_the_roster, OCTOBER, 30_00)
    raised = finance.variance(OCTOBER, OCTOBER).line(october.wages).actual_cents
    assert raised == 3 * 4 * 30_00


def test_work_that_is_still_planned_costs_nothing_yet(clinic, finance, october, on_the_roster):
    (shift, *_rest) = clinic.schedule.shifts(OCTOBER, date(2026, 10, 31))
    for day in (16, 23):  # last Monday and next Monday
        clinic.schedule.add_shift(_moved(shift, date(2026, 11, day)))
    november = date(2026, 11, 1)
    assert finance.variance(november, november).line(october.wages).actual_cents == 4 * 20_00


def test_whoever_may_not_see_pay_reads_that_labor_is_not_shown(practice_file, clock, actor):
    with opened(practice_file, clock, actor) as clinic:
        clinic.finance.add_starter_chart()
        put_rosa_on_the_roster(clinic)
    with opened(practice_file, clock, MAY_SEE_MONEY) as clinic:
        found = clinic.finance.variance(OCTOBER, OCTOBER)
        (wages,) = [line for line in found.lines if line.account.is_labor]
        assert (wages.actual_cents, wages.variance_cents, wages.is_good) == (None, None, None)
        assert wages.source.label == "not shown"
        assert found.cost.is_partial
        assert found.result.variance_cents is None
        assert not found.income.is_partial


def test_people_without_a_pay_rate_are_counted(clinic, finance, october, on_the_roster):
    shift = clinic.schedule.shifts(OCTOBER, date(2026, 10, 31))[0]
    position = shift.position_id
    bob = clinic.staff.hire(StaffDraft("Bob", "Roy", date(2026, 1, 1), (position,)))
    clinic.schedule.add_shift(_moved(shift, date(2026, 10, 6), bob))
    (actual,) = [each for each in finance.actuals(OCTOBER, OCTOBER) if each.account.is_labor]
    assert (actual.cents, actual.source, actual.unpaid) == (320_00, Source.ROSTER, 1)


def test_without_the_right_there_are_no_amounts_and_nothing_is_due(practice_file, clock, actor):
    with opened(practice_file, clock, actor) as clinic:
        clinic.finance.add_starter_chart()
    with opened(practice_file, clock, Actor("Guest", frozenset())) as clinic:
        finance = clinic.finance
        assert finance.due(date(2026, 11, 18)) == ()
        assert finance.find("rent") == []
        for ask in (
            lambda: finance.variance(OCTOBER, OCTOBER),
            lambda: finance.entries(OCTOBER, OCTOBER),
            lambda: finance.budget(2026),
            lambda: finance.close_through(date(2026, 10, 31)),
            lambda: finance.set_budget(2026, {(1, 1): 100}),
        ):
            with pytest.raises(UserError, match="Guest may not do this"):
                ask()


# Arithmetic

KINDS = st.sampled_from(list(AccountKind))
CENTS = st.integers(-(10**9), 10**9)
LINES = st.lists(
    st.tuples(KINDS, st.sampled_from(("", "Staff", "Facility")), CENTS, st.none() | CENTS),
    max_size=12,
)


@given(LINES)
def test_rows_add_up_to_groups_and_groups_to_the_result(lines):
    accounts = [
        Account(at, str(at), f"A{at}", kind, group)
        for at, (kind, group, _plan, _actual) in enumerate(lines)
    ]
    accounts.sort(key=lambda each: not each.is_income)
    plan = {(at, OCTOBER): line[2] for at, line in enumerate(lines)}
    actuals = {
        (each.id, OCTOBER): Actual(each, OCTOBER, lines[each.id][3], Source.ENTERED)
        for each in accounts
    }
    found = rules.variance(accounts, plan, actuals, OCTOBER, OCTOBER)
    assert len(found.lines) == len(lines)
    for line in found.lines:
        if line.actual_cents is not None:
            assert line.variance_cents == line.actual_cents - line.budget_cents
            good = (line.variance_cents > 0) == line.account.is_income
            assert line.is_good is (None if line.variance_cents == 0 else good)
    for total, groups in (
        (found.income, found.of(AccountKind.INCOME)),
        (found.cost, found.of(AccountKind.COST)),
    ):
        members = [line for group in groups for line in group.lines]
        assert total.budget_cents == sum(line.budget_cents for line in members)
        assert total.actual_cents == sum(line.actual_cents or 0 for line in members)
        assert total.budget_cents == sum(group.total.budget_cents for group in groups)
        assert total.actual_cents == sum(group.total.actual_cents for group in groups)
        hidden = any(line.actual_cents is None for line in members)
        assert total.is_partial is hidden
        if not hidden:
            assert total.variance_cents == sum(line.variance_cents or 0 for line in members)
    assert found.result.budget_cents == found.income.budget_cents - found.cost.budget_cents
    assert found.result.actual_cents == found.income.actual_cents - found.cost.actual_cents


# What is due


def test_an_account_far_over_its_budget_is_told_with_its_figures(finance, october):
    over, unplanned = finance.due(date(2026, 11, 18))
    assert over.urgency is Urgency.SOON
    assert over.kind == "Over budget"
    assert over.sentence == (
        "Equipment repair cost $1,840.00 in October 2026, $1,740.00 (1740 %) more than the "
        "$100.00 planned."
    )
    assert (over.page, over.ref) == ("money", ("month", OCTOBER))
    assert unplanned.sentence.startswith("There is no budget for 2027 yet.")
    finance.copy_budget(CopyRecipe(2026, 2027))
    assert finance.due(date(2026, 11, 18)) == [over]


@pytest.mark.parametrize(
    "spent, told",
    [
        (1_500_00 + 500_01, True),
        (1_500_00 + 500_00, False),  # not more than 500
        (1_500_00 - 600_00, False),  # under budget is good
    ],
)
def test_small_differences_are_not_told(finance, planned, spent, told):
    finance.add_entry(EntryDraft(date(2026, 10, 1), planned.rent, spent))
    kinds = [each.kind for each in finance.due(date(2026, 11, 5))]
    assert ("Over budget" in kinds) is told


def test_ten_percent_of_a_large_budget_are_not_told(finance, planned):
    finance.set_budget(2026, {(planned.rent, 10): 10_000_00})
    finance.add_entry(EntryDraft(date(2026, 10, 1), planned.rent, 11_000_00))
    assert [each.kind for each in finance.due(date(2026, 11, 5))] == ["No budget"]


def test_income_below_plan_is_told_once_the_month_should_be_complete(finance, planned):
    finance.add_entry(EntryDraft(date(2026, 10, 15), planned.visits, 7_000_00))
    assert [each.kind for each in finance.due(date(2026, 11, 15))] == ["No budget"]
    below = next(each for each in finance.due(date(2026, 11, 16)) if each.kind == "Below plan")
    assert below.sentence == (
        "Patient payments brought $7,000.00 in October 2026, $2,000.00 (22 %) less than the "
        "$9,000.00 planned."
    )


def test_a_month_that_ended_long_ago_without_any_entry_is_overdue(finance, planned):
    assert [each.kind for each in finance.due(date(2026, 11, 15))] == ["No budget"]
    missing = finance.due(date(2026, 11, 16))[0]
    assert (missing.urgency, missing.day) == (Urgency.OVERDUE, date(2026, 11, 15))
    assert missing.sentence.startswith("October 2026 ended 16 days ago and no income or expense")
    finance.close_through(date(2026, 10, 31))
    assert [each.kind for each in finance.due(date(2026, 11, 16))] == ["No budget"]


def test_a_practice_without_books_is_not_reminded_of_them(finance):
    assert finance.due(date(2026, 11, 18)) == ()
    finance.add_starter_chart()
    assert list(finance.due(date(2026, 11, 18))) == []


def test_in_spring_nobody_is_asked_for_next_years_budget(practice_file, actor):
    with opened(practice_file, FixedClock(datetime(2026, 4, 20, 9)), actor) as clinic:
        finance = clinic.finance
        rent = finance.add_account(AccountDraft("7000", "Rent"))
        finance.set_budget(2026, {(rent, 1): 100_00})
        finance.add_entry(EntryDraft(date(2026, 3, 1), rent, 100_00))
        assert list(finance.due(date(2026, 4, 20))) == []


def _moved(shift, day, member_id=None):
    return ShiftDraft(member_id or shift.member_id, day, shift.start, shift.end, shift.position_id)
