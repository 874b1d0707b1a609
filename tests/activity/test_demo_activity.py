"""The demo practice counted three years, by season and payer class, and forgot yesterday."""

from datetime import date

import pytest

from clinicmgr.demo import activity as part
from clinicmgr.demo.build import PARTS

TODAY = date(2026, 11, 18)
YESTERDAY = date(2026, 11, 17)

pytestmark = pytest.mark.skipif(part.add not in PARTS, reason="not among the demo's parts yet")


def test_three_years_are_counted_with_their_seasons(demo_clinic):
    activity = demo_clinic.activity
    assert len(activity.lines()) == 9
    assert len(activity.payer_classes()) == 4
    months = dict(activity.by_month(date(2024, 1, 1), date(2026, 10, 1)))
    assert min(total.visits for total in months.values()) > 700
    january, july = months[date(2026, 1, 1)], months[date(2026, 7, 1)]
    assert january.visits_per_day > july.visits_per_day
    vaccinations = activity.by_month(date(2025, 6, 1), date(2025, 10, 1))
    assert vaccinations[-1][1].procedures > 2 * vaccinations[0][1].procedures
    rates = [total.no_show_rate for total in months.values()]
    assert 0.04 < min(rates) < max(rates) < 0.09


def test_providers_are_busy_and_nothing_is_done_on_holidays(demo_clinic):
    activity = demo_clinic.activity
    use = activity.utilization(date(2026, 10, 1), date(2026, 10, 31))
    shares = {each.name: each.share for each in use.people}
    assert 0.75 < shares["Amara Okafor"] < 1
    assert all(0 < each.share < 1.01 for each in (*use.people, *use.rooms, *use.assets))
    assert {each.name for each in use.assets} == {"ECG (E-009)", "Ultrasound (E-016)"}
    closed = demo_clinic.schedule.closures(date(2024, 1, 1), TODAY)
    assert not closed.keys() & {each.day for each in activity.counts(date(2024, 1, 1), TODAY)}


def test_halves_of_a_month_add_up_to_the_month(demo_clinic):
    activity = demo_clinic.activity
    whole = activity.utilization(date(2026, 10, 1), date(2026, 10, 31))
    parts = (
        activity.utilization(date(2026, 10, 1), date(2026, 10, 14)),
        activity.utilization(date(2026, 10, 15), date(2026, 10, 31)),
    )
    for group in ("people", "rooms", "assets"):
        for name in ("used_minutes", "available_minutes", "outside_minutes"):
            halves = [sum(getattr(each, name) for each in getattr(part, group)) for part in parts]
            assert sum(halves) == sum(getattr(each, name) for each in getattr(whole, group))


def test_yesterday_is_still_to_be_counted(demo_clinic):
    (due,) = demo_clinic.activity.due(TODAY)
    assert (due.ref, due.sentence) == (YESTERDAY, "Nothing was counted on Tue, Nov 17.")
