"""Open days of which nothing was counted are asked for; who does not count is left in peace."""

from datetime import date, timedelta

import pytest

from clinicmgr.activity.records import Count
from clinicmgr.kernel.domain import Urgency
from clinicmgr.schedule.records import ShiftDraft

TODAY = date(2026, 11, 18)
HOLIDAY = date(2026, 11, 11)
WORKDAYS = [
    day
    for day in (date(2026, 10, 19) + timedelta(days=at) for at in range(31))
    if day.weekday() < 5
]


@pytest.fixture
def rostered(activity, office, clinic):
    clinic.schedule.edit(
        add=[ShiftDraft(office.ana, day, 480, 1020, office.provider) for day in WORKDAYS]
    )
    return activity


def count(activity, office, days):
    activity.set_counts([Count(day, office.ana, office.visit, None, 9) for day in days], "Count")


def test_who_never_counted_is_not_asked_to(rostered):
    assert rostered.due(TODAY) == []


def test_a_day_that_was_forgotten_is_named(rostered, office):
    forgotten = date(2026, 11, 17)
    count(rostered, office, [day for day in WORKDAYS if day < forgotten])
    (due,) = rostered.due(TODAY)
    assert due.sentence == "Nothing was counted on Tue, Nov 17."
    assert (due.page, due.ref, due.day, due.urgency) == (
        "activity", forgotten, forgotten, Urgency.TODAY,
    )  # fmt: skip
    count(rostered, office, [forgotten])
    assert rostered.due(TODAY) == []


def test_many_days_are_one_sentence(rostered, office):
    count(rostered, office, [day for day in WORKDAYS if day < date(2026, 11, 9)])
    (due,) = rostered.due(TODAY)
    assert due.sentence == "Nothing was counted on 6 days, from Mon, Nov 9 to Tue, Nov 17."
    assert due.urgency is Urgency.OVERDUE
    assert HOLIDAY not in rostered.uncounted()


def test_only_the_last_fourteen_open_days_are_looked_at(rostered, office):
    count(rostered, office, [date(2026, 10, 19)])
    missing = rostered.uncounted()
    assert len(missing) == 14
    assert missing[0] == date(2026, 10, 28)


def test_days_on_which_no_provider_was_rostered_are_not_asked_for(activity, office, clinic):
    count(activity, office, [date(2026, 11, 9)])
    desk = next(each.id for each in clinic.staff.positions() if each.code == "FD")
    clinic.schedule.edit(add=[ShiftDraft(office.eve, date(2026, 11, 16), 480, 1020, desk)])
    assert activity.due(TODAY) == []
