"""Money is read without guessing, shown as usual, and never loses a cent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.money import (
    allocate,
    cents,
    format_amount,
    format_money,
    parse_money,
    pay_for,
    split,
)

AMOUNTS = st.integers(-(10**13), 10**13)
LOCALES = st.sampled_from(
    ["en_US", "en_GB", "en_IN", "de_DE", "de_CH", "fr_FR", "es_ES", "sv_SE", "pt_BR", "ja_JP"]
)


@pytest.mark.parametrize(
    "text, amount",
    [
        ("1,234.50", 123450),
        ("1234.5", 123450),
        ("$12", 1200),
        ("12 USD", 1200),
        ("-3.05", -305),
        ("-$3.05", -305),
        ("(12.50)", -1250),
        ("12.50-", -1250),
        (".75", 75),
        (" 0 ", 0),
    ],
)
def test_amounts_are_read_as_people_write_them(text, amount):
    assert parse_money(text) == amount


@pytest.mark.parametrize(
    "text", ["", "$", ".", "1,23", "1,2345.00", "12.345", "1.234,50", "twelve", "1e5", "--5", "١٢"]
)
def test_anything_else_is_refused_rather_than_guessed(text):
    with pytest.raises(UserError, match=r"is not an amount of money\. Write it like 1,234\.50\."):
        parse_money(text)


def test_an_amount_beyond_reason_is_refused():
    with pytest.raises(UserError, match="too large"):
        parse_money("9" * 30)


def test_amounts_look_as_usual_there():
    assert format_money(123450) == "$1,234.50"
    assert format_money(-5) == "-$0.05"
    assert format_money(123450, "EUR", "de_DE") == "1.234,50\xa0€"
    assert parse_money("1.234,50 €", "de_DE") == 123450
    assert parse_money("1’234.50 CHF", "de_CH") == 123450


@given(AMOUNTS, LOCALES, st.sampled_from(["USD", "EUR", "GBP", "CHF", "JPY"]))
def test_what_is_shown_is_read_back_as_the_same_amount(amount, locale, currency):
    assert parse_money(format_money(amount, currency, locale), locale) == amount
    assert parse_money(format_amount(amount, locale), locale) == amount


@given(AMOUNTS)
def test_the_quick_way_for_dollars_agrees_with_babel(amount):
    from babel.numbers import format_currency

    assert format_money(amount) == format_currency(Decimal(amount) / 100, "USD", locale="en_US")


def test_half_a_cent_is_rounded_up():
    assert cents(Decimal("0.125")) == 13
    assert cents(Decimal("-0.125")) == -13
    assert pay_for(50, 2501) == 2084  # 20.8416... dollars
    assert pay_for(30, 2501) == 1251  # 12.505 dollars


@given(AMOUNTS, st.integers(1, 60))
def test_splitting_loses_no_cent_and_is_even(total, parts):
    shares = split(total, parts)
    assert sum(shares) == total
    assert len(shares) == parts
    assert max(shares) - min(shares) <= 1


@given(AMOUNTS, st.lists(st.integers(0, 10_000), min_size=1, max_size=20).filter(any))
def test_shares_add_up_and_are_within_a_cent_of_exact(total, weights):
    shares = allocate(total, weights)
    assert sum(shares) == total
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share * sum(weights) - total * weight) < sum(weights)


def test_sharing_by_no_weight_at_all_is_a_bug():
    with pytest.raises(ValueError, match="weights"):
        allocate(100, (0, 0))
