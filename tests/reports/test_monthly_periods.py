"""What a report compares its period with."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.periods import month_bounds
from clinicmgr.reports.records import Span
from clinicmgr.reports.rules import is_month, periods_of

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def test_a_month_is_compared_with_the_month_of_a_year_earlier_and_the_year_so_far():
    periods = periods_of(date(2026, 10, 1), date(2026, 10, 31))
    assert periods.year_ago == Span(date(2025, 10, 1), date(2025, 10, 31))
    assert periods.to_date == Span(date(2026, 1, 1), date(2026, 10, 31))
    assert periods.months[0] == Span(date(2025, 11, 1), date(2025, 11, 30))
    assert periods.months[-1] == periods.span
    assert periods.all == Span(date(2025, 10, 1), date(2026, 10, 31))


def test_the_end_of_february_stays_its_end_in_leap_years():
    assert periods_of(date(2025, 2, 1), date(2025, 2, 28)).year_ago.last == date(2024, 2, 29)
    assert periods_of(date(2024, 2, 1), date(2024, 2, 29)).year_ago.last == date(2023, 2, 28)


def test_a_part_of_a_month_shows_the_twelve_whole_months_before_it():
    periods = periods_of(date(2026, 11, 3), date(2026, 11, 18))
    assert periods.year_ago == Span(date(2025, 11, 3), date(2025, 11, 18))
    assert periods.months[-1] == Span(date(2026, 10, 1), date(2026, 10, 31))


def test_over_new_year_the_year_to_date_is_that_of_the_last_day():
    periods = periods_of(date(2025, 12, 15), date(2026, 1, 14))
    assert periods.to_date == Span(date(2026, 1, 1), date(2026, 1, 14))


@given(DAYS, st.integers(0, 365))
def test_any_period_has_twelve_months_in_a_row_that_have_ended(first, length):
    periods = periods_of(first, first + timedelta(length))
    assert len(periods.months) == 12
    assert all(is_month(month) for month in periods.months)
    assert periods.months[-1].last <= periods.span.last
    assert month_bounds(periods.months[-1].last + timedelta(1))[1] > periods.span.last
    for earlier, later in zip(periods.months, periods.months[1:], strict=False):
        assert later.first == earlier.last + timedelta(1)
    assert abs(periods.year_ago.days - periods.span.days) <= 1
    for span in (periods.span, periods.year_ago, periods.to_date, *periods.months):
        assert periods.all.first <= span.first <= span.last <= periods.all.last


def test_a_period_that_cannot_be_is_refused():
    with pytest.raises(UserError, match="end before it begins"):
        periods_of(date(2026, 10, 2), date(2026, 10, 1))
    with pytest.raises(UserError, match="a year at most"):
        periods_of(date(2025, 10, 1), date(2026, 10, 31))
