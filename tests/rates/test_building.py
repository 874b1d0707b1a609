"""Making a version by percent or from Medicare: the preview is what happens, undo takes it back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rates.conftest import TODAY

from clinicmgr.kernel.errors import UserError
from clinicmgr.rates import rules
from clinicmgr.rates.records import Recipe, Rounding, ServiceDraft

NEXT_YEAR = date(2027, 1, 1)


def test_a_version_by_percent_is_previewed_price_by_price_and_built_in_one_step(
    rates, fees, journal
):
    recipe = Recipe(fees.own, NEXT_YEAR, fees.own, Decimal(104), Rounding.DOLLAR)
    preview = rates.preview(recipe)
    assert [(each.code, each.before, each.after) for each in preview.changes] == [
        ("FLU", 2500, 2600),
        ("G0101", 3500, 3600),
        ("OV-20", 12000, 12500),
    ]
    assert preview.basis == "104 % of Our fees, rounded to dollar"
    rates.build_version(recipe)
    expected = {fees.visit: 12500, fees.screening: 3600, fees.shot: 2600}
    assert rates.prices(fees.own, NEXT_YEAR) == expected
    assert rates.prices(fees.own, date(2026, 12, 31))[fees.visit] == 12000
    journal.undo()
    assert rates.prices(fees.own, NEXT_YEAR)[fees.visit] == 12000


def test_a_version_from_medicare_keeps_what_medicare_has_no_amount_for(with_medicare, fees):
    recipe = Recipe(fees.own, NEXT_YEAR, None, Decimal(150), Rounding.CENT)
    preview = with_medicare.preview(recipe)
    # 39.42 in Bakersfield, times 1.5
    assert [(each.code, each.after) for each in preview.changes] == [("G0101", 5913)]
    assert preview.without_base == ("FLU", "OV-20")
    assert preview.basis == "150 % of Medicare 2025 October (CA-54), rounded to cent"
    with_medicare.build_version(recipe)
    assert with_medicare.prices(fees.own, NEXT_YEAR) == {
        fees.visit: 12000,
        fees.screening: 5913,
        fees.shot: 2500,
    }


def test_what_changed_in_a_period_is_told_for_the_monthly_report(rates, fees):
    rates.set_prices(fees.own, TODAY, {fees.visit: 13000, fees.shot: None})
    (begun,) = rates.begun(date(2026, 11, 1), date(2026, 11, 30))
    assert (begun.schedule.name, begun.version.from_day) == ("Our fees", TODAY)
    assert [(each.code, each.before, each.after) for each in begun.changes] == [
        ("FLU", 2500, None),
        ("OV-20", 12000, 13000),
    ]


def test_only_one_category_may_change(rates, fees):
    recipe = Recipe(fees.own, NEXT_YEAR, fees.own, Decimal(110), category="Visits")
    assert [each.code for each in rates.preview(recipe).changes] == ["OV-20"]
    rates.build_version(recipe)
    assert rates.prices(fees.own, NEXT_YEAR)[fees.shot] == 2500


def test_a_version_never_takes_the_place_of_another_or_of_yesterday(rates, fees):
    for day, sentence in ((date(2026, 1, 1), "begins on that day"), (date(2026, 6, 1), "stay as")):
        with pytest.raises(UserError, match=sentence) as refused:
            rates.preview(Recipe(fees.own, day, fees.own, Decimal(104)))
        assert refused.value.field == "from_day"
    with pytest.raises(UserError, match="No price would change"):
        rates.build_version(Recipe(fees.own, NEXT_YEAR, fees.own, Decimal(100)))
    with pytest.raises(UserError, match="not a percentage"):
        rates.preview(Recipe(fees.own, NEXT_YEAR, fees.own, Decimal(0)))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    prices=st.lists(st.integers(0, 500_000), min_size=1, max_size=12),
    percent=st.integers(1, 40_000).map(lambda number: Decimal(number) / 100),
    rounding=st.sampled_from(Rounding),
)
def test_undo_of_a_rebuilt_schedule_restores_every_price(
    rates, fees, journal, prices, percent, rounding
):
    known = {each.code: each.id for each in rates.services()}
    for number in range(len(prices)):
        if f"X{number}" not in known:
            known[f"X{number}"] = rates.add_service(ServiceDraft(f"X{number}"))
    typed = {known[f"X{number}"]: cents for number, cents in enumerate(prices)}
    rates.set_prices(fees.own, TODAY, typed)
    before = rates.prices(fees.own, NEXT_YEAR)
    recipe = Recipe(fees.own, NEXT_YEAR, fees.own, percent, rounding)
    preview = rates.preview(recipe)
    if preview.changes:
        rates.build_version(recipe)
        built = rates.prices(fees.own, NEXT_YEAR)
        assert {each.service_id: each.after for each in preview.changes}.items() <= built.items()
        assert len(built) == len(before)
        journal.undo()
    assert rates.prices(fees.own, NEXT_YEAR) == before


@given(
    cents=st.integers(0, 10**8), percent=st.integers(1, 10**6), rounding=st.sampled_from(Rounding)
)
def test_a_made_price_is_within_half_a_step_and_a_multiple_of_it(cents, percent, rounding):
    share = Decimal(percent) / 100
    step = {"cent": 1, "nickel": 5, "quarter": 25, "dollar": 100}[rounding]
    made = rules.share_of(cents, share, rounding)
    assert made % step == 0
    distance = made - cents * share / 100
    assert -Decimal(step) / 2 < distance <= Decimal(step) / 2


@pytest.mark.parametrize("text, percent", [("104", "104"), ("112,5 %", "112.5"), (" 95% ", "95")])
def test_a_percentage_is_read_as_people_write_it(text, percent):
    assert rules.check_percent(text) == Decimal(percent)


@pytest.mark.parametrize("text", ["", "ten", "0", "-5", "nan", "1e9"])
def test_what_is_no_percentage_is_said(text):
    with pytest.raises(UserError, match="not a percentage"):
        rules.check_percent(text)
