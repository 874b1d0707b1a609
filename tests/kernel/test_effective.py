"""A value that changes over time answers for every day from its first one on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.kernel.effective import Dated

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
HISTORIES = st.dictionaries(DAYS, st.integers(0, 99), min_size=1, max_size=8)


def dated(history: dict[date, int]) -> Dated[int]:
    return Dated(tuple(sorted(history.items())))


def test_a_contract_holds_until_the_next_one_begins():
    hours = Dated(((date(2026, 1, 1), 2400), (date(2026, 7, 1), 1800)))
    assert hours.on(date(2025, 12, 31)) is None
    assert hours.on(date(2026, 6, 30)) == 2400
    assert hours.on(date(2026, 7, 1)) == 1800
    assert hours.on(date(2040, 1, 1)) == 1800


@given(HISTORIES, DAYS)
def test_exactly_one_entry_answers_for_each_day_from_the_first_one_on(history, day):
    values = dated(history)
    answering = [
        since
        for since, until, _value in values.spans(min(history), date(2031, 1, 1))
        if since <= day <= until
    ]
    if day < min(history):
        assert answering == []
        assert values.on(day) is None
    else:
        assert answering == [max(since for since in history if since <= day)]
        assert values.on(day) == history[answering[0]]


@given(HISTORIES, DAYS, st.integers(100, 199))
def test_a_new_entry_changes_nothing_before_its_day(history, day, value):
    before, after = dated(history), dated(history).with_entry(day, value)
    assert after.on(day) == value
    assert after.on(day - timedelta(days=1)) == before.on(day - timedelta(days=1))
    assert after.without(day) == before.without(day)


@given(HISTORIES, DAYS, DAYS)
def test_the_spans_of_a_period_say_the_same_as_its_days(history, one, other):
    first, last = sorted((one, other))
    values = dated(history)
    by_spans = {
        date.fromordinal(day): value
        for since, until, value in values.spans(first, last)
        for day in range(since.toordinal(), until.toordinal() + 1)
    }
    by_days = {
        date.fromordinal(day): values.on(date.fromordinal(day))
        for day in range(first.toordinal(), last.toordinal() + 1)
    }
    assert by_spans == {day: value for day, value in by_days.items() if value is not None}


def test_two_entries_for_one_day_are_a_bug():
    with pytest.raises(ValueError, match="order"):
        Dated(((date(2026, 1, 1), 1), (date(2026, 1, 1), 2)))
