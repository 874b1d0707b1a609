"""Figures: sums by whatever, months, and that all of them agree with the counts one by one."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clinicmgr.activity.records import Count, LineKind, Totals

TODAY = date(2026, 11, 18)
FIRST = date(2026, 8, 3)
PLACES = {"visit": 0, "procedure": 1, "diagnostic": 2}


def naive(counts, kinds):
    """The totals of counts, added up one by one."""
    done = [0, 0, 0]
    days = set()
    for each in counts:
        done[PLACES[kinds[each.line_id]]] += each.done
        if each.done:
            days.add((each.day, each.member_id))
    visits, procedures, diagnostics = done
    return Totals(
        visits,
        procedures,
        diagnostics,
        sum(each.cancelled for each in counts),
        sum(each.no_shows for each in counts),
        len(days),
    )


def add(some, other):
    return Totals(
        **{
            name: getattr(some, name) + getattr(other, name)
            for name in ("visits", "procedures", "diagnostics", "cancelled", "no_shows")
        }
    )


@pytest.fixture
def kinds(activity, office):
    return {line.id: line.kind.value for line in activity.lines()}


@st.composite
def blocks(draw):
    """Counts of a few days, providers, lines and classes, each key at most once."""
    keys = draw(
        st.sets(
            st.tuples(st.integers(0, 100), st.integers(0, 2), st.integers(0, 2),
                      st.integers(0, 2)),
            max_size=40,
        )
    )  # fmt: skip
    numbers = st.tuples(*[st.integers(0, 30)] * 3)
    return [(key, draw(numbers)) for key in sorted(keys)]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(block=blocks(), cut=st.integers(-5, 110))
def test_every_figure_equals_the_sum_of_the_counts(activity, office, kinds, clinic, block, cut):
    members, lines = (
        (office.ana, office.tom, office.eve),
        (office.visit, office.wound, office.x_ray),
    )
    classes = (None, office.medicare, office.self_pay)
    counts = [
        Count(FIRST + timedelta(days=day), members[who], lines[line], classes[which], *numbers)
        for (day, who, line, which), numbers in block
    ]
    last = FIRST + timedelta(days=100)
    activity.set_counts(counts, "Count")
    kept = [each for each in counts if not each.is_nothing]
    try:
        assert sorted(activity.counts(FIRST, last), key=str) == sorted(kept, key=str)
        whole = activity.totals(FIRST, last)
        assert whole == naive(kept, kinds)
        assert_groups_agree(activity, kept, kinds, last)
        middle = FIRST + timedelta(days=cut)
        parts = [activity.totals(FIRST, middle),
                 activity.totals(middle + timedelta(days=1), last)]  # fmt: skip
        if FIRST <= middle < last:
            assert parts[0].provider_days + parts[1].provider_days == whole.provider_days
            assert add(*parts) == add(whole, Totals())
    finally:
        activity.set_counts([Count(*each.key) for each in kept], "Empty")


def assert_groups_agree(activity, kept, kinds, last):
    for found, column in (
        (activity.by_line(FIRST, last), "line_id"),
        (activity.by_provider(FIRST, last), "member_id"),
        (activity.by_payer_class(FIRST, last), "payer_class_id"),
    ):
        groups = defaultdict(list)
        for each in kept:
            groups[getattr(each, column)].append(each)
        assert {(each and each.id): total for each, total in found} == {
            key: naive(group, kinds) for key, group in groups.items()
        }
    months = defaultdict(list)
    for each in kept:
        months[each.day.replace(day=1)].append(each)
    by_month = activity.by_month(FIRST, last)
    assert [month for month, _total in by_month] == [date(2026, 8 + at, 1) for at in range(4)]
    assert dict(by_month) == {month: naive(months[month], kinds) for month, _total in by_month}
    for line, done in activity.lines_by_month(FIRST, last):
        own = activity.by_month(FIRST, last, line_id=line.id)
        assert [total.done for _month, total in own] == done


def test_the_no_show_rate_leaves_cancelled_ones_out(activity, office):
    activity.set_counts([Count(TODAY, office.ana, office.visit, None, 19, 5, 1)], "Count")
    totals = activity.totals(TODAY, TODAY)
    assert totals.no_show_rate == Decimal("0.05")
    assert totals.visits_per_day == 19
    assert Totals().no_show_rate is None
    assert Totals().visits_per_day is None


def test_a_month_without_counts_is_there_with_nothing(activity, office):
    assert activity.by_month(date(2026, 1, 31), date(2026, 3, 1)) == [
        (date(2026, 1, 1), Totals()), (date(2026, 2, 1), Totals()), (date(2026, 3, 1), Totals()),
    ]  # fmt: skip
    assert activity.totals(FIRST, TODAY) == Totals()
    assert activity.by_line(FIRST, TODAY) == []


def test_one_line_and_one_provider_can_be_asked_for(activity, office):
    activity.set_counts(
        [
            Count(TODAY, office.ana, office.visit, None, 10),
            Count(TODAY, office.ana, office.wound, None, 2),
            Count(TODAY, office.tom, office.x_ray, None, 4),
        ],
        "Count",
    )
    ((_month, of_line),) = activity.by_month(TODAY, TODAY, line_id=office.wound)
    ((_month, of_tom),) = activity.by_month(TODAY, TODAY, member_id=office.tom)
    assert (of_line.done, of_tom.done, of_tom.diagnostics) == (2, 4, 4)
    assert LineKind.DIAGNOSTIC.label == "Diagnostic"


def test_three_years_of_counts_are_summed_by_month_in_no_time(activity, office, clinic):
    """3 years x 3 people x 3 lines x 3 classes on five days a week, about 20,000 counts."""
    first = date(2024, 2, 1)
    days = [first + timedelta(days=at) for at in range(1020) if (first.weekday() + at) % 7 < 5]
    activity.set_counts(
        [
            Count(day, who, line, which, 5, 1, 1)
            for day in days
            for who in (office.ana, office.tom, office.eve)
            for line in (office.visit, office.wound, office.x_ray)
            for which in (None, office.medicare, office.self_pay)
        ],
        "Three years",
    )
    activity.by_month(first, TODAY)
    begun = perf_counter()
    months = activity.by_month(first, TODAY)
    taken = perf_counter() - begun
    assert sum(total.done for _month, total in months) == len(days) * 27 * 5
    assert taken < 0.25  # measured 0.008; a slow machine that is busy may take longer
