"""What the grids are told: names of periods, texts of shifts, places of chips."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clinicmgr.schedule.gui.chip_layout import chip_rects
from clinicmgr.schedule.gui.period import Period
from clinicmgr.schedule.gui.shift_text import cell_text, times_texts
from clinicmgr.schedule.records import Shift, ShiftType, parse_entry


@pytest.mark.parametrize(
    "day, long, brief",
    [
        (date(2026, 11, 18), "November 16 – 22, 2026", "Nov 16 – 22, 2026"),
        (date(2026, 12, 1), "November 30 – December 6, 2026", "Nov 30 – Dec 6, 2026"),
        (
            date(2026, 12, 31),
            "December 28, 2026 – January 3, 2027",
            "Dec 28, 2026 – Jan 3, 2027",
        ),
    ],
)
def test_a_week_is_named_as_people_write_it(day, long, brief):
    week = Period(day)
    assert week.title("en_US") == long
    assert week.title("en_US", brief=True) == brief


def test_weeks_and_months_follow_each_other():
    assert Period(date(2026, 11, 18)).note() == "Week 47"
    assert Period(date(2026, 11, 18), week_start=6).first == date(2026, 11, 15)
    month = Period(date(2026, 11, 18), "month").step(3)
    assert (month.first, month.last) == (date(2027, 2, 1), date(2027, 2, 28))
    assert month.title("en_US") == "February 2027"
    assert "2026" in Period(date(2026, 11, 18)).title("de_DE")


@given(start=some.integers(0, 1439), length=some.integers(1, 1439))
def test_a_shift_is_typed_back_as_it_is_shown(start, length):
    shift = Shift(1, 1, date(2026, 11, 18), start, start + length, 1)
    (entry,) = parse_entry(cell_text([shift], {}, {}), ())
    assert (entry.start, entry.end) == (start, start + length)


def test_a_shift_of_a_type_is_written_by_its_code_unless_it_differs():
    kind = ShiftType(7, "Assistant early", "ME", 450, 960, 30, 1)
    same = Shift(1, 1, date(2026, 11, 18), 450, 960, 1, break_minutes=30, type_id=7)
    longer = Shift(2, 1, date(2026, 11, 18), 450, 990, 1, break_minutes=30, type_id=7)
    assert cell_text([same, longer], {7: kind}, {}) == "ME 7:30-16:30"


def test_times_are_written_in_ever_less_room():
    assert times_texts(450, 960, hour12=True) == (
        "7:30 AM – 4:00 PM",
        "7:30a–4:00p",
        "7:30a–4p",
        "7:30–4",
    )
    assert times_texts(450, 960, hour12=False)[2] == "7:30–16"


@given(width=some.integers(20, 240), height=some.integers(24, 90), count=some.integers(0, 8))
def test_chips_stay_in_their_cell_and_apart(width, height, count):
    places = chip_rects(width, height, count)
    assert len(places) <= count
    assert bool(places) == bool(count)
    for number, place in enumerate(places):
        assert place.left() >= 0
        assert place.top() >= 0
        assert place.right() < width
        assert place.bottom() < height
        assert not any(place.intersects(other) for other in places[:number])
