"""Times, hours and days are read as people type them, and night shifts count real hours."""

from datetime import UTC, date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.periods import (
    add_months,
    days,
    elapsed_minutes,
    format_day,
    format_hours,
    format_range,
    format_time,
    instant,
    month_bounds,
    parse_day,
    parse_hours,
    parse_time,
    parse_time_range,
    short_range,
    week_of,
    weeks,
)

CHICAGO = "America/Chicago"
ZONES = st.sampled_from([CHICAGO, "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"])
ANY_DAY = st.dates(date(1901, 1, 1), date(2198, 12, 31))
LOCALES = st.sampled_from(
    [
        "en_US",
        "en_GB",
        "de_DE",
        "fr_FR",
        "sv_SE",
        "nl_NL",
        "es_ES",
        "it_IT",
        "pl_PL",
        "pt_BR",
        "ja_JP",
        "hu_HU",
    ]
)


@pytest.mark.parametrize(
    "text, minutes",
    [
        ("7:30", 450),
        ("730", 450),
        ("0730", 450),
        ("7", 420),
        ("7a", 420),
        ("7:30 pm", 1170),
        ("7:30 p.m.", 1170),
        ("16.30", 990),
        ("16h30", 990),
        ("12a", 0),
        ("12p", 720),
        ("24:00", 1440),
        ("07:30:00", 450),
    ],
)
def test_times_are_read_as_people_type_them(text, minutes):
    assert parse_time(text) == minutes


@pytest.mark.parametrize(
    "text", ["", "7:5", "7:60", "24:01", "25", "13 pm", "0 am", "noonish", "-7"]
)
def test_what_is_no_time_is_named_with_an_example(text):
    with pytest.raises(UserError, match=r"is not a time of day\. Write it like 7:30"):
        parse_time(text)


@pytest.mark.parametrize(
    "text, span",
    [
        ("8-16:30", (480, 990)),
        ("7:30–12:00", (450, 720)),
        ("8a-4:30p", (480, 990)),
        ("8 to 16", (480, 960)),
        ("22-6", (1320, 1800)),
        ("18-6", (1080, 1800)),
        ("16-24", (960, 1440)),
        ("0-24", (0, 1440)),
        ("9-5", (540, 1020)),  # nobody works from nine to five the next morning
        ("12-4", (720, 960)),
        ("8a-4", (480, 960)),
        ("1-5p", (780, 1020)),
        ("10-2p", (600, 840)),
        ("10-6a", (1320, 1800)),
    ],
)
def test_ranges_are_read_as_people_type_them(text, span):
    assert parse_time_range(text) == span


@pytest.mark.parametrize("text", ["8-8", "24-8", "8", "8-", "8-9-10", "eight to four"])
def test_ranges_without_length_or_sense_are_refused(text):
    with pytest.raises(UserError):
        parse_time_range(text)


RANGES = st.tuples(st.integers(0, 1439), st.integers(1, 1439))


@given(RANGES, st.booleans())
@example((0, 1440), True)
@example((0, 1440), False)
def test_a_range_that_is_shown_is_read_back(span, hour12):
    start, length = span
    text = format_range(start, start + length, hour12=hour12)
    assert parse_time_range(text) == (start, start + length)


def test_times_look_as_usual_there():
    assert format_time(450) == "7:30 AM"
    assert format_time(0) == "12:00 AM"
    assert format_time(750) == "12:30 PM"
    assert format_time(450, "de_DE") == "07:30"
    assert format_time(1800, hour12=False) == "06:00"
    assert format_range(450, 960, hour12=False) == "07:30–16:00"


def test_hours_are_short_when_they_are_full():
    assert format_hours(2250) == "37:30"
    assert format_hours(2400) == "40"
    assert format_hours(-90) == "-1:30"


@pytest.mark.parametrize(
    "text, minutes",
    [("37:30", 2250), ("40", 2400), ("40 h", 2400), ("37.5", 2250), ("37,5", 2250), ("7h30", 450)],
)
def test_hours_are_read_as_people_type_them(text, minutes):
    assert parse_hours(text) == minutes


@pytest.mark.parametrize("text", ["", "-1", "7:75", "forty", "1:2:3", "9" * 9])
def test_what_is_no_number_of_hours_is_refused(text):
    with pytest.raises(UserError, match="37:30"):
        parse_hours(text)


@given(st.integers(0, 99_999))
def test_hours_that_are_shown_are_read_back(minutes):
    assert parse_hours(format_hours(minutes)) == minutes


def test_a_night_shift_is_seven_hours_in_spring_and_nine_in_autumn():
    assert elapsed_minutes(date(2026, 3, 7), 22 * 60, 30 * 60, CHICAGO) == 7 * 60
    assert elapsed_minutes(date(2026, 10, 31), 22 * 60, 30 * 60, CHICAGO) == 9 * 60
    assert elapsed_minutes(date(2026, 11, 17), 22 * 60, 30 * 60, CHICAGO) == 8 * 60


def test_the_hour_that_is_skipped_takes_no_time():
    spring = date(2026, 3, 8)
    assert elapsed_minutes(spring, 120, 180, CHICAGO) == 0
    assert instant(spring, 150, CHICAGO) == instant(spring, 180, CHICAGO)


@given(
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.lists(st.integers(0, 2880), min_size=3, max_size=3),
    ZONES,
)
@example(date(2026, 3, 7), [1500, 1590, 1650], CHICAGO)
@example(date(2026, 10, 31), [1500, 1530, 1650], CHICAGO)
@example(date(2026, 10, 3), [1500, 1575, 1650], "Australia/Lord_Howe")  # half an hour of change
def test_time_never_runs_backwards_and_adds_up(day, minutes, zone):
    early, middle, late = sorted(minutes)
    parts = elapsed_minutes(day, early, middle, zone), elapsed_minutes(day, middle, late, zone)
    assert min(parts) >= 0
    assert sum(parts) == elapsed_minutes(day, early, late, zone)
    assert abs(sum(parts) - (late - early)) <= 60
    assert instant(day, early, zone).astimezone(UTC) <= instant(day, late, zone).astimezone(UTC)


def test_an_unknown_time_zone_is_named():
    with pytest.raises(UserError, match="Mars/Base"):
        elapsed_minutes(date(2026, 1, 1), 0, 60, "Mars/Base")
    with pytest.raises(UserError, match=r"\.\./etc"):
        instant(date(2026, 1, 1), 0, "../etc")


@given(ANY_DAY, st.integers(0, 6))
def test_a_week_is_seven_days_that_begin_where_the_practice_says(day, week_start):
    first = week_of(day, week_start)
    assert first.weekday() == week_start
    assert first <= day <= first + timedelta(days=6)
    assert list(weeks(day, day, week_start)) == [first]


def test_the_days_of_a_period_include_both_ends():
    assert list(days(date(2026, 2, 27), date(2026, 3, 1))) == [
        date(2026, 2, 27),
        date(2026, 2, 28),
        date(2026, 3, 1),
    ]
    assert list(days(date(2026, 3, 1), date(2026, 2, 1))) == []
    assert list(weeks(date(2026, 11, 18), date(2026, 11, 30))) == [
        date(2026, 11, 16),
        date(2026, 11, 23),
        date(2026, 11, 30),
    ]


def test_months_end_on_their_last_day():
    assert month_bounds(date(2028, 2, 10)) == (date(2028, 2, 1), date(2028, 2, 29))
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert add_months(date(2026, 3, 15), -3) == date(2025, 12, 15)


@given(ANY_DAY, st.integers(-24, 24))
def test_adding_months_lands_in_that_month(day, months):
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or later == month_bounds(later)[1]


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-18", "2026/11/18", "20261118", "11/18/2026", "11/18/26", "18.11.2026",
        "18. 11. 2026", "18 Nov 2026", "18-Nov-2026", "Nov 18, 2026", "November 18th, 2026",
        "Wed, Nov 18, 2026", "2026-11-18 00:00:00", "2026-11-18T00:00:00",
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(text):
    assert parse_day(text) == date(2026, 11, 18)


def test_the_country_decides_whether_the_month_comes_first():
    assert parse_day("2/3/2026", "en_US") == date(2026, 2, 3)
    assert parse_day("2/3/2026", "en_GB") == date(2026, 3, 2)
    assert parse_day("18. März 2026", "de_DE") == date(2026, 3, 18)
    assert parse_day("3 mars 2026", "fr_FR") == date(2026, 3, 3)


def test_an_impossible_date_is_named_with_examples():
    with pytest.raises(UserError) as caught:
        parse_day("31.02.2026")
    assert str(caught.value) == (
        '"31.02.2026" is not a date. Write it like 2026-02-28 or 2/28/2026.'
    )


@pytest.mark.parametrize(
    "text",
    ["", "13/1/2026", "2026-11", "1-2/2026", "18 Nix 2026", "11/18", "0026-01-01", "tomorrow"],
)
def test_a_date_is_never_guessed(text):
    with pytest.raises(UserError, match="is not a date"):
        parse_day(text)


@given(ANY_DAY, LOCALES)
def test_a_day_that_is_shown_is_read_back(day, locale):
    assert parse_day(format_day(day, "short", locale), locale) == day
    assert parse_day(format_day(day, "iso", locale), locale) == day


def test_days_look_as_usual_there():
    day = date(2026, 11, 18)
    assert format_day(day) == "11/18/2026"
    assert format_day(day, "long") == "Wednesday, November 18, 2026"
    assert format_day(day, "weekday") == "Wed, Nov 18"
    assert format_day(day, "long", "de_DE") == "Mittwoch, 18. November 2026"


@given(ANY_DAY)
def test_the_quick_way_for_american_days_agrees_with_babel(day):
    from babel.dates import format_date, format_skeleton

    assert format_day(day, "short") == format_skeleton("yMd", day, locale="en_US")
    assert format_day(day, "long") == format_date(day, "full", locale="en_US")
    assert format_day(day, "weekday") == format_skeleton("MMMEd", day, locale="en_US")


@pytest.mark.parametrize(
    "start, end, american, european",
    [
        (480, 990, "8a–4:30p", "8–16:30"),
        (0, 720, "12a–12p", "0–12"),
        (1320, 1800, "10p–6a", "22–6"),
        (450, 1440, "7:30a–12a", "7:30–0"),
    ],
)
def test_a_narrow_cell_shows_a_range_in_few_signs(
    start: int, end: int, american: str, european: str
) -> None:
    assert short_range(start, end, "en_US") == american
    assert short_range(start, end, "de_DE") == european
