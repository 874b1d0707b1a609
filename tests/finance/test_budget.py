"""The budget: typed, copied plus a percentage, spread to the cent."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clinicmgr.finance import rules
from clinicmgr.finance.gui.words import Amounts
from clinicmgr.finance.records import (
    AccountKind,
    Basis,
    CopyRecipe,
    EntryDraft,
    RoundTo,
    Shape,
    SpreadRecipe,
)
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.money import parse_money

AMOUNTS = st.integers(-(10**9), 10**9)
PERCENTS = st.decimals(-100, 1000, places=2)


@given(AMOUNTS)
def test_an_amount_spread_evenly_adds_up_to_the_cent(cents):
    parts = rules.spread_evenly(cents)
    assert len(parts) == 12
    assert sum(parts) == cents
    assert max(parts) - min(parts) <= 1


@given(AMOUNTS, st.lists(st.integers(-(10**6), 10**7), min_size=12, max_size=12))
def test_an_amount_spread_by_season_adds_up_to_the_cent(cents, actuals):
    if not any(each > 0 for each in actuals):
        with pytest.raises(UserError, match="Spread the amount evenly"):
            rules.spread_by_season(cents, actuals)
        return
    parts = rules.spread_by_season(cents, actuals)
    whole = sum(each for each in actuals if each > 0)
    assert sum(parts) == cents
    for part, actual in zip(parts, actuals, strict=True):
        assert abs(part - Decimal(cents) * max(0, actual) / whole) < 1
        assert actual > 0 or part == 0


@given(st.integers(0, 10**9), PERCENTS, PERCENTS, st.sampled_from(list(RoundTo)))
def test_a_higher_percentage_never_plans_less(cents, one, other, to):
    low, high = sorted((one, other))
    less, more = (rules.plus_percent(cents, each, to) for each in (low, high))
    assert less <= more
    assert more % to == 0
    assert abs(more - Decimal(cents) * (100 + high) / 100) * 2 <= to


@given(st.integers(0, 10**9), st.integers(0, 10**9), PERCENTS, st.sampled_from(list(RoundTo)))
def test_a_larger_amount_stays_the_larger_one(one, other, percent, to):
    low, high = sorted((one, other))
    assert rules.plus_percent(low, percent, to) <= rules.plus_percent(high, percent, to)


@pytest.mark.parametrize(
    "text, percent", [("3", "3"), ("-2.5", "-2.5"), ("4 %", "4"), ("−1,5%", "-1.5")]
)
def test_a_percentage_is_read_as_people_write_it(text, percent):
    assert rules.parse_percent(text) == Decimal(percent)


@pytest.mark.parametrize("text", ["", "much", "nan", "-101", "1001", "inf"])
def test_what_is_no_percentage_is_refused(text):
    with pytest.raises(UserError) as refused:
        rules.parse_percent(text)
    assert refused.value.field == "percent"


def test_amounts_are_typed_in_one_step_and_zero_takes_them_away(finance, chart, journal_of):
    finance.set_budget(2027, {(chart.rent, 1): 1_500_00})
    assert journal_of.undo_title == "Budget 2027: Rent"
    finance.set_budget(2027, {(chart.rent, 1): 1_600_00, (chart.supplies, 12): 50_00})
    assert journal_of.undo_title == "Budget 2027: 2 amounts"
    line = finance.budget(2027).line(chart.rent)
    assert line.months == (1_600_00, *[0] * 11)
    assert finance.budget_years() == [2027]
    finance.set_budget(2027, {(chart.rent, 1): 0, (chart.supplies, 12): 0})
    assert finance.budget(2027).is_empty
    assert finance.budget_years() == []
    journal_of.undo()
    assert finance.budget(2027).line(chart.supplies).cents == 50_00


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(1, 12), st.integers(0, 10**8)), max_size=12)
)
def test_whatever_is_typed_undo_restores_the_plan(finance, planned, journal_of, typed):
    ids = (planned.visits, planned.wages, planned.supplies, planned.rent, planned.repair)
    before, title = finance.budget(2026), journal_of.undo_title
    finance.set_budget(2026, {(ids[at], month): cents for at, month, cents in typed}, "Typed")
    changed = finance.budget(2026) != before
    assert (journal_of.undo_title == "Typed") == changed
    if changed:
        journal_of.undo()
    assert finance.budget(2026) == before
    assert journal_of.undo_title == title


def test_next_year_is_this_year_plus_a_percentage_shown_before_it_is_done(
    finance, planned, journal_of
):
    recipe = CopyRecipe(2026, 2027, Decimal("2.5"), RoundTo.TEN)
    preview = finance.preview_copy(recipe)
    assert len(preview.changes) == 5 * 12
    assert {(each.account.name, each.before, each.after) for each in preview.changes} == {
        ("Patient payments", 0, 9_230_00),  # 9,225.00; a half goes up
        ("Wages", 0, 2_050_00),
        ("Medical supplies", 0, 620_00),
        ("Rent", 0, 1_540_00),
        ("Equipment repair", 0, 100_00),
    }
    assert finance.budget(2027).is_empty
    finance.copy_budget(recipe)
    assert finance.budget(2027).line(planned.rent).months == (1_540_00,) * 12
    assert journal_of.undo_title == "Budget 2027 from the budget of 2026, +2.5 %"
    journal_of.undo()
    assert finance.budget(2027).is_empty


def test_only_costs_can_be_raised_and_nothing_else_changes(finance, planned):
    finance.copy_budget(CopyRecipe(2026, 2027))
    recipe = CopyRecipe(2026, 2027, Decimal(10), RoundTo.DOLLAR, kind=AccountKind.COST)
    assert {each.account.kind for each in finance.preview_copy(recipe).changes} == {
        AccountKind.COST
    }
    finance.copy_budget(recipe)
    assert finance.budget(2027).line(planned.visits).months == (9_000_00,) * 12
    assert finance.budget(2027).line(planned.supplies).months == (660_00,) * 12


def test_a_plan_can_begin_with_what_really_happened(finance, october):
    finance.copy_budget(CopyRecipe(2026, 2027, basis=Basis.ACTUALS, round_to=RoundTo.CENT))
    line = finance.budget(2027).line(october.supplies)
    assert line.months == (*[0] * 9, 550_00, 600_00, 600_00)  # November has not ended


def test_there_must_be_something_to_copy(finance, planned):
    with pytest.raises(UserError, match="no amounts of 2024"):
        finance.preview_copy(CopyRecipe(2024, 2027))
    with pytest.raises(UserError, match="Choose another year"):
        finance.preview_copy(CopyRecipe(2026, 2026))
    with pytest.raises(UserError, match="not a year to plan"):
        finance.set_budget(26, {(planned.rent, 1): 100})


def test_a_yearly_amount_is_spread_as_last_years_months_fell(finance, planned, journal_of):
    for month, cents in ((1, 300_00), (2, 100_00), (7, -50_00)):
        finance.add_entry(EntryDraft(date(2026, month, 9), planned.supplies, cents, "Vaccines Inc"))
    recipe = SpreadRecipe(planned.supplies, 2027, 1_000_01, Shape.SEASONS)
    preview = finance.preview_spread(recipe)
    assert [(each.month, each.after) for each in preview.changes] == [(1, 750_01), (2, 250_00)]
    finance.spread_budget(recipe)
    assert finance.budget(2027).line(planned.supplies).cents == 1_000_01
    assert journal_of.undo_title == "Budget 2027: spread Medical supplies over the months"
    with pytest.raises(UserError, match="no actuals of last year"):
        finance.preview_spread(SpreadRecipe(planned.rent, 2027, 100_00, Shape.SEASONS))


def test_a_yearly_amount_is_spread_evenly_to_the_cent(finance, planned):
    finance.spread_budget(SpreadRecipe(planned.rent, 2027, 100_05))
    months = finance.budget(2027).line(planned.rent).months
    assert months == (8_34, 8_34, 8_34, 8_34, 8_34, 8_34, 8_34, 8_34, 8_34, 8_33, 8_33, 8_33)


@given(AMOUNTS, st.sampled_from(["en_US", "en_IN", "de_DE", "fr_FR"]))
def test_an_amount_in_the_grid_is_read_back_as_it_is_shown(cents, locale):
    text = Amounts("USD", locale).planned(cents)
    assert (parse_money(text, locale) if text else 0) == cents
