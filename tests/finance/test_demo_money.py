"""The money of the demo practice is alive on any day and the same for the same day."""

from datetime import date, datetime, time, timedelta

import pytest

from clinicmgr.clinic import Clinic
from clinicmgr.demo import finance as part
from clinicmgr.demo import places, team
from clinicmgr.demo.scene import ClockOfTheStory, Scene, beginning_before
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.settings import ClinicSettings


def story(path, today):
    """A practice with the places and people of the demo and its money, but without rosters."""
    begin = beginning_before(today) - timedelta(8)
    clock = ClockOfTheStory(datetime.combine(begin, time(9, 0)))
    settings = ClinicSettings("Lakeside", subdivision="MN")
    clinic = Clinic.create(path, settings, clock, Actor("Ruth Abernathy"))
    scene = Scene(clinic, clock, today)
    for add in (places.add, team.add, part.add):
        add(scene)
    clock.at = datetime.combine(today, time(9, 0))
    return clinic


@pytest.mark.parametrize(
    "today", [date(2026, 11, 18), date(2027, 1, 1), date(2028, 2, 29)], ids=str
)
def test_it_is_alive_on_any_day(tmp_path, today):
    clinic = story(tmp_path / "demo.clinic", today)
    finance = clinic.finance
    last_month = today.replace(day=1) - timedelta(days=1)
    over = [each.kind for each in finance.due(today)]
    assert over.count("Over budget") == 2
    assert "Nothing entered" not in over
    entries = finance.entries(date.min, date.max)
    assert len(entries) > 1_500
    assert max(each.day for each in entries) <= today
    assert finance.closed_through() < last_month.replace(day=1)
    years = {each.day.year for each in entries}
    assert len(years) >= 3
    assert all(not finance.budget(year).is_empty for year in years)
    assert finance.budget(today.year + 1).is_empty
    clinic.close()


def test_it_is_the_same_for_the_same_day(tmp_path):
    today = date(2026, 11, 18)
    told = []
    for name in ("one", "two"):
        clinic = story(tmp_path / f"{name}.clinic", today)
        told.append((clinic.finance.entries(date.min, date.max), clinic.finance.budget(2026)))
        clinic.close()
    assert told[0] == told[1]
