"""Versions of a fee schedule: one answers for each day, and what stood on a day stays."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rates.conftest import NEW_YEAR, TODAY

from clinicmgr.kernel.errors import UserError
from clinicmgr.rates.records import FeeScheduleDraft

LATER = st.integers(0, 400).map(lambda days: TODAY + timedelta(days=days))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(LATER, st.integers(0, 50_000)), max_size=8))
def test_exactly_one_version_answers_for_each_day(rates, fees, journal, changes):
    before = rates.prices(fees.own, TODAY - timedelta(days=1))
    naive: dict[date, int] = {}  # the last price typed for each first day
    for day, cents in changes:
        rates.set_prices(fees.own, day, {fees.visit: cents})
        if _naive(naive, day, 12000) != cents:
            naive[day] = cents
    versions = rates.versions()[fees.own]
    for offset in range(-30, 430, 7):
        day = TODAY + timedelta(days=offset)
        begun = [each for first, each in versions.entries if first <= day]
        ended = [first - timedelta(days=1) for (first, _each) in versions.entries if first > day]
        assert versions.on(day) == begun[-1]
        assert not ended or day <= min(ended)
        assert rates.prices(fees.own, day)[fees.visit] == _naive(naive, day, 12000)
        assert rates.prices(fees.own, day)[fees.shot] == 2500
    assert rates.prices(fees.own, TODAY - timedelta(days=1)) == before
    while journal.undo_title and journal.undo_title != "Change 2 prices of Blue 2026":
        journal.undo()
    assert [first for first, _each in rates.versions()[fees.own].entries] == [NEW_YEAR]


def _naive(typed, day, otherwise):
    begun = [first for first in typed if first <= day]
    return typed[max(begun)] if begun else otherwise


def test_a_price_that_stood_before_today_stays(rates, fees):
    with pytest.raises(UserError, match="stay as they were"):
        rates.set_prices(fees.own, TODAY - timedelta(days=1), {fees.visit: 13000})
    with pytest.raises(UserError, match="stay as they were"):
        rates.set_prices(fees.own, NEW_YEAR, {fees.visit: 13000})
    rates.set_prices(fees.own, TODAY, {fees.visit: 13000})
    assert rates.prices(fees.own, TODAY)[fees.visit] == 13000
    assert rates.prices(fees.own, TODAY - timedelta(days=1))[fees.visit] == 12000


def test_a_price_that_was_missing_can_still_be_entered(rates, fees):
    rates.set_prices(fees.blue_fees, NEW_YEAR, {fees.shot: 2210})
    assert rates.prices(fees.blue_fees, NEW_YEAR)[fees.shot] == 2210


def test_typing_twice_on_a_day_makes_one_version(rates, fees, journal):
    rates.set_prices(fees.own, TODAY, {fees.visit: 13000})
    rates.set_prices(fees.own, TODAY, {fees.visit: 13100, fees.shot: None})
    assert len(rates.versions()[fees.own].entries) == 2
    assert rates.prices(fees.own, TODAY) == {fees.visit: 13100, fees.screening: 3500}
    journal.undo()
    assert rates.prices(fees.own, TODAY)[fees.shot] == 2500


def test_typing_what_is_there_changes_nothing(rates, fees, journal):
    title = journal.undo_title
    rates.set_prices(fees.own, TODAY, {fees.visit: 12000})
    assert journal.undo_title == title


def test_only_a_version_that_has_not_begun_before_today_is_removed(rates, fees):
    rates.set_prices(fees.own, date(2027, 1, 1), {fees.visit: 13000})
    versions = rates.versions()[fees.own]
    with pytest.raises(UserError, match="stay as they were"):
        rates.remove_version(versions.entries[0][1].id)
    rates.remove_version(versions.entries[1][1].id)
    assert rates.prices(fees.own, date(2027, 2, 1))[fees.visit] == 12000


@pytest.mark.parametrize("cents", [-1, 100_000_001])
def test_a_price_is_one(rates, fees, cents):
    with pytest.raises(UserError):
        rates.set_prices(fees.own, TODAY, {fees.visit: cents})


def test_there_is_one_own_schedule_and_one_for_each_payer(rates, fees):
    with pytest.raises(UserError, match="own fees already"):
        rates.add_schedule(FeeScheduleDraft("Ours again"), is_own=True)
    with pytest.raises(UserError, match="of this payer already"):
        rates.add_schedule(FeeScheduleDraft("Blue again", fees.blue))
    with pytest.raises(UserError, match="called Blue 2026 already"):
        rates.add_schedule(FeeScheduleDraft("blue 2026"))
