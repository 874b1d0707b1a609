"""What the sections say of themselves: short, computed, honest when there is nothing to tell."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.activity.records import Totals
from clinicmgr.finance.records import (
    Account,
    AccountKind,
    Variance,
    VarianceGroup,
    VarianceLine,
    VarianceTotal,
)
from clinicmgr.reports.records import (
    ActivityFigures,
    Compared,
    Counted,
    Cover,
    Coverage,
    Hours,
    MoneyFigures,
    NamedHours,
    PositionCover,
    Staffing,
)
from clinicmgr.reports.rules import Voice, headlines
from clinicmgr.reports.rules.headlines.change import MOST, the_few

VOICE = Voice()
NAMES = st.text("abcdefg", min_size=1, max_size=5)


def staffing(overtime, before=0, year_ago_shifts=10):
    people = tuple(
        NamedHours(name, Hours(1, 20, 9600, 9600, minutes)) for name, minutes in overtime.items()
    )
    total = sum(overtime.values())
    now = Hours(len(people), 20 * len(people), 9600 * len(people), 0, total)
    year_ago = Hours(1, year_ago_shifts, 9600, 0, before)
    return Staffing(Compared(now, year_ago, now), (), people, (), (), (3, 3), 0, Decimal(3))


def test_overtime_names_the_few_who_account_for_most_of_it():
    said = headlines.staffing(staffing({"Ana": 600, "Ben": 480, "Cy": 255}, before=2490), VOICE)
    assert "Overtime came to 22:15 hours, down from 41:30 a year earlier" in said
    assert "Ana and Ben account for 80.9% of it." in said


def test_overtime_of_many_names_nobody():
    said = headlines.staffing(staffing(dict.fromkeys("abcdefgh", 60)), VOICE)
    assert "Overtime came to 8:00 hours, up from 0:00 a year earlier." in said
    assert "account" not in said


def test_overtime_of_one_person_alone_is_all_of_it():
    said = headlines.staffing(staffing({"Ana": 60, "Ben": 0}), VOICE)
    assert "Overtime came to 1:00 hours" in said
    assert "all of it fell to Ana." in said


def test_no_overtime_is_said_with_what_it_was():
    assert "There was no overtime." in headlines.staffing(staffing({"Ana": 0}), VOICE)
    said = headlines.staffing(staffing({"Ana": 0}, before=90), VOICE)
    assert "There was no overtime; a year earlier it was 1:30." in said


def test_without_records_of_the_year_before_nothing_is_compared():
    said = headlines.staffing(staffing({"Ana": 60}, year_ago_shifts=0), VOICE)
    assert "earlier" not in said


@given(st.lists(st.tuples(NAMES, st.integers(0, 5000)), max_size=12))
def test_the_few_are_the_fewest_that_make_up_most(shares):
    total = sum(amount for _name, amount in shares)
    found = the_few(shares)
    if found is None:
        largest = sorted((amount for _name, amount in shares), reverse=True)[:3]
        assert not total or Decimal(sum(largest)) / total < MOST
        return
    names, share = found
    assert MOST <= share <= 1
    without_last = sorted((amount for _name, amount in shares), reverse=True)[: len(names) - 1]
    assert Decimal(sum(without_last)) / total < MOST


def test_full_coverage_is_said_in_a_word():
    full = Cover(6000, 0, 22, 0)
    figures = Coverage(Compared(full, Cover(), full), (), (full,) * 7, ())
    assert headlines.coverage(figures, VOICE) == "Every minimum was covered on all 22 days."


def test_gaps_say_how_much_when_and_who():
    now = Cover(6000, 600, 22, 4)
    positions = (
        PositionCover("Nurse", Cover(3000, 540, 22, 3), ()),
        PositionCover("Desk", Cover(3000, 60, 22, 1), ()),
    )
    figures = Coverage(Compared(now, Cover(6000, 300, 22, 2), now), positions, (now,) * 7, ())
    assert headlines.coverage(figures, VOICE) == (
        "90% of the minimum was covered, down from 95% a year earlier. "
        "10 person-hours were missing, on 4 of 22 days. 90% of them fell to Nurse."
    )


def test_activity_names_the_line_with_the_most_no_shows_if_it_has_enough_of_them():
    lines = (
        Counted("Visit", Totals(visits=90, no_shows=10), Totals()),
        Counted("Lab", Totals(diagnostics=100, no_shows=2), Totals()),
        Counted("Rare", Totals(procedures=1, no_shows=1), Totals()),
    )
    now = Totals(visits=90, procedures=1, diagnostics=100, no_shows=13)
    said = headlines.activity(ActivityFigures(Compared(now, Totals(), now), lines, (), ()), VOICE)
    assert said == (
        "90 visits. Besides, 1 procedure and 100 diagnostics. "
        "6.4% of those who were to come did not; the most for Visit, 10%."
    )


def variance(actual, budget=100_000):
    account = Account(1, "6100", "Rent", AccountKind.COST)
    line = VarianceLine(account, budget, actual)
    total = VarianceTotal("Cost", -1, budget, actual)
    month = date(2026, 10, 1)
    return Variance(
        month,
        month,
        (VarianceGroup("Facility", AccountKind.COST, (line,), total),),
        VarianceTotal("Income", 1, 0, 0),
        total,
        VarianceTotal("Result", 1, -budget, -actual),
    )


@pytest.mark.parametrize(
    "actual, said",
    [
        (130_000, "The result was -$1,300, $300 worse than the budget of -$1,000."),
        (70_000, "The result was -$700, $300 better than the budget of -$1,000."),
    ],
)
def test_money_says_better_or_worse_than_planned(actual, said):
    now = variance(actual)
    figures = MoneyFigures(now, variance(0, 0), now, ())
    assert headlines.money(figures, VOICE).startswith(said)
    assert "Rent: $300 (30%)" in headlines.money(figures, VOICE)


def test_money_without_budget_or_right_says_so():
    spent = variance(5_000, 0)
    assert "there was no budget" in headlines.money(MoneyFigures(spent, spent, spent, ()), VOICE)
    nothing = variance(0, 0)
    assert "Nothing was planned" in headlines.money(
        MoneyFigures(nothing, nothing, nothing, ()), VOICE
    )
    assert "needs the right" in headlines.money(None, VOICE)
