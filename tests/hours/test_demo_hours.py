"""The demo practice has hours: two locked pay periods, one to sign, and something to put right."""

from datetime import date

import pytest

from clinicmgr.demo import hours as part
from clinicmgr.demo.build import PARTS
from clinicmgr.hours.records import FlagKind

TODAY = date(2026, 11, 18)

pytestmark = pytest.mark.skipif(part.add not in PARTS, reason="not among the demo's parts yet")


def test_the_periods_are_locked_one_after_another(demo_clinic):
    periods = demo_clinic.hours.periods(date(2026, 10, 5), TODAY)
    assert [one.is_locked for one in periods] == [True, True, False, False]
    sheets = demo_clinic.hours.timesheets(periods[0].first, periods[0].last)
    assert all(one.sign_off for one in sheets if one.has_work)
    assert not any(one.differs_from_paid for one in sheets)
    assert demo_clinic.journal.verify() == []


def test_what_is_wrong_is_said(demo_clinic):
    missing, period = demo_clinic.hours.due(TODAY)
    assert missing.sentence.startswith("Kwame Boateng came at ")
    assert period.sentence == "The pay period Nov 2–15 ended 3 days ago and is not signed off."
    last = demo_clinic.hours.period_of(date(2026, 11, 10))
    flags = [one.flags for one in demo_clinic.hours.timesheets(last.first, last.last)]
    found = {kind for each in flags for kind in each}
    assert {FlagKind.MISSING_PUNCH, FlagKind.ABSENT, FlagKind.LATE, FlagKind.OVERTIME} <= found
