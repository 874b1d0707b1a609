"""The price of a code for a payer on a day, with how it came about; and the workbench."""

from datetime import date
from decimal import Decimal

import pytest
from tests.rates.conftest import TODAY

from clinicmgr.kernel.errors import UserError
from clinicmgr.rates.records import Asked, Source

DAY = date(2026, 6, 1)


def test_the_payers_price_comes_first(rates, fees):
    quote = rates.quote(Asked("ov-20", DAY, payer_id=fees.blue))
    assert (quote.cents, quote.source, quote.payer) == (
        10450,
        Source.PAYER,
        "Blue Shield of the Lake",
    )
    assert quote.lines == ("$104.50 in Blue 2026, version from 1/1/2026: Prices as typed",)


def test_without_an_agreed_price_it_is_our_own_fee_and_says_so(rates, fees):
    quote = rates.quote(Asked("FLU", DAY, payer_id=fees.blue))
    assert (quote.cents, quote.source) == (2500, Source.OWN)
    assert quote.lines[0] == "Blue Shield of the Lake has no price for it; our own fee applies."


def test_medicare_pays_what_it_allows_here(with_medicare, fees):
    quote = with_medicare.quote(Asked("G0101", DAY, payer_id=fees.medicare))
    assert (quote.cents, quote.source) == (3942, Source.MEDICARE)
    assert quote.lines == ("$39.42 is what Medicare allows, 2025 October, CA-54",)


def test_before_the_practice_had_prices_there_is_none(rates, fees):
    quote = rates.quote(Asked("OV-20", date(2025, 12, 31)))
    assert (quote.cents, quote.source) == (None, Source.NONE)


def test_a_modifier_without_a_price_of_its_own_is_said(rates, fees):
    quote = rates.quote(Asked("OV-20", DAY, "26"))
    assert quote.cents == 12000
    assert quote.lines[0] == ("There is no service with modifier 26; this is OV-20 without it.")


def test_a_code_that_nobody_knows_is_said(rates, fees):
    with pytest.raises(UserError, match="Nothing is known of Z9999"):
        rates.quote(Asked("z9999", DAY))


def test_the_workbench_shows_who_pays_what_and_the_money_left_on_the_table(with_medicare, fees):
    bench = with_medicare.workbench()
    assert (bench.day, [each.name for each in bench.schedules]) == (TODAY, ["Blue 2026"])
    lines = {each.code: each for each in bench.lines}
    screening = lines["G0101"]
    assert (screening.own, screening.prices, screening.medicare) == (3500, (4120,), 3942)
    assert (screening.highest, screening.left) == (4120, 620)
    assert screening.share == Decimal(3500) / 3942
    assert (lines["OV-20"].left, lines["FLU"].highest, lines["FLU"].share) == (0, None, None)


def test_an_empty_practice_has_an_empty_workbench(rates):
    bench = rates.workbench()
    assert (bench.lines, bench.own, bench.schedules, bench.release) == ((), None, (), None)
