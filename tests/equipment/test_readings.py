"""Readings against limits: what is possible, what opens work, what is missing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import OutageDraft, PointDraft, ReadingDraft
from clinicmgr.kernel.errors import UserError

TODAY = date(2026, 11, 18)
FRIDGE = PointDraft(1, "Temperature", TODAY, "°C", 1, 20, 80, (450, 990))


@pytest.mark.parametrize(
    "typed, value",
    [("4.2", 42), ("4,2", 42), ("4", 40), (" 4.2 °C", 42), ("-0.5", -5), ("−0.5", -5), (".5", 5),
     ("4.20", 42), ("+8", 80)],
)  # fmt: skip
def test_a_reading_is_read_as_it_is_typed(typed, value):
    assert rules.parse_value(typed, FRIDGE) == value


@pytest.mark.parametrize(
    "typed, part",
    [
        ("", "is not a reading"),
        ("warm", "“warm” is not a reading. Write a number such as 2.0"),
        ("4.2.1", "is not a reading"),
        ("4e3", "is not a reading"),
        ("nan", "is not a reading"),
        ("4.25", "with 1 decimals at most"),
        ("420", "420.0 °C cannot be right for Temperature; check the decimal point"),
        ("-99", "cannot be right"),
        ("45", "check the decimal point"),
        ("9" * 30, "is not a reading"),
    ],
)
def test_an_impossible_reading_is_refused(typed, part):
    with pytest.raises(UserError, match=part) as caught:
        rules.parse_value(typed, FRIDGE)
    assert caught.value.field == "value"


@given(st.integers(-280, 380), st.integers(0, 3))
def test_what_is_shown_is_read_as_the_same_value(value, decimals):
    point = replace(FRIDGE, decimals=decimals)
    assert rules.parse_value(rules.show_value(value, point), point) == value


@given(st.integers(-280, 380))
def test_the_limits_belong_to_what_is_allowed(value):
    assert bool(rules.beyond(value, FRIDGE)) == (not 20 <= value <= 80)


def test_times_are_read_as_people_write_them():
    assert rules.parse_times("7:30, 16:30") == (450, 990)
    assert rules.parse_times("4:30 PM; 7:30") == (450, 990)
    with pytest.raises(UserError) as caught:
        rules.parse_times("7:30, later")
    assert caught.value.field == "times"


def test_a_good_reading_is_kept_and_said_to_be_good(equipment, workshop, journal):
    done = equipment.record(ReadingDraft(workshop.temperature, TODAY, 450, 42, "AR"))
    assert (done.sentence, done.work_id) == ("4.2 °C is within 2.0 to 8.0 °C.", None)
    assert journal.undo_title == "Reading of Vaccine fridge (E-004): 4.2 °C"
    assert equipment.readings(TODAY, TODAY)[0].value == 42
    with pytest.raises(UserError, match="was read at 7:30 AM on Nov 18, 2026 already"):
        equipment.record(ReadingDraft(workshop.temperature, TODAY, 450, 44))


def test_a_reading_beyond_the_limits_opens_work_in_the_same_change(equipment, workshop, journal):
    done = equipment.record(ReadingDraft(workshop.temperature, TODAY, 450, 89))
    assert done.is_new_work
    assert done.sentence == (
        f"8.9 °C is above 8.0 °C. WO {done.work_id} was opened for Vaccine fridge (E-004)."
    )
    assert equipment.work(done.work_id).title == "Temperature: 8.9 °C is above 8.0 °C"
    again = equipment.record(ReadingDraft(workshop.temperature, TODAY, 520, 91))
    assert (again.work_id, again.is_new_work) == (done.work_id, False)
    journal.undo()
    journal.undo()
    assert (equipment.open_work(), equipment.readings(TODAY, TODAY)) == ([], [])


def test_a_corrected_reading_is_judged_again(equipment, workshop):
    draft = ReadingDraft(workshop.temperature, TODAY, 450, 42)
    done = equipment.record(draft)
    better = equipment.correct_reading(done.reading_id, replace(draft, value=14, note="Misread"))
    assert better.sentence.startswith("1.4 °C is below 2.0 °C. WO ")
    assert equipment.readings(TODAY, TODAY)[0].note == "Misread"


@pytest.mark.parametrize(
    "values, field, part",
    [
        ({"time": 990}, "time", "still to come"),
        ({"day": date(2026, 11, 19)}, "day", "still to come"),
        ({"day": date(2020, 1, 1)}, "day", "before the purchase"),
        ({"time": 1440}, "time", "between 0:00 and 23:59"),
        ({"value": 4200}, "value", "check the decimal point"),
    ],
)
def test_a_reading_at_an_impossible_moment_is_refused(equipment, workshop, values, field, part):
    good = ReadingDraft(workshop.temperature, TODAY, 450, 42)
    with pytest.raises(UserError, match=part) as caught:
        equipment.record(replace(good, **values))
    assert caught.value.field == field


@pytest.mark.parametrize(
    "values, field",
    [
        ({"name": ""}, "name"),
        ({"name": "temperature"}, "name"),
        ({"decimals": 9}, "decimals"),
        ({"low": 90}, "high"),
        ({"times": (2000,)}, "times"),
        ({"weekdays": ()}, "weekdays"),
        ({"from_day": date(2001, 1, 1)}, "from_day"),
    ],
)
def test_an_impossible_point_is_refused_by_field(equipment, workshop, values, field):
    good = PointDraft(workshop.fridge, "Humidity", TODAY, "%", 0, 20, 60, (450,))
    with pytest.raises(UserError) as caught:
        equipment.add_point(replace(good, **values))
    assert caught.value.field == field


def test_the_decimals_of_a_point_stay(equipment, workshop):
    (point,) = equipment.points()
    with pytest.raises(UserError, match="The decimals stay"):
        equipment.change_point(point.id, replace(point.draft(), decimals=2))


def test_a_reading_is_missing_where_it_was_to_be_taken_and_was_not(equipment, workshop):
    for day, time in ((16, 455), (16, 980), (17, 1000)):
        equipment.record(ReadingDraft(workshop.temperature, date(2026, 11, day), time, 50))
    missing = [(each.day.day, each.time) for each in equipment.missing(date(2026, 11, 10), TODAY)]
    assert missing == [
        (10, 450), (10, 990),  # the 11th is a holiday
        (12, 450), (12, 990), (13, 450), (13, 990),  # then a weekend
        (17, 450), (18, 450),  # this afternoon is still to come
    ]  # fmt: skip


def test_no_reading_is_missing_while_the_asset_is_out_of_service(equipment, workshop):
    equipment.take_out(OutageDraft(workshop.fridge, date(2026, 11, 1), "Moved out"))
    assert equipment.missing(date(2026, 11, 2), TODAY) == []
