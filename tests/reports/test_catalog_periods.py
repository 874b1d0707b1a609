"""Relative periods: what "last month" means on any day, and what they may never do."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.reports.catalog.asks import Moment, period
from clinicmgr.reports.catalog.periods import Period, bounds
from clinicmgr.reports.catalog.remembered import Remembered

WEDNESDAY = date(2026, 11, 18)
RELATIVE = [each for each in Period if each is not Period.DATES]
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
starts = st.integers(0, 6)
relative = st.sampled_from(RELATIVE)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    "wanted, today, first, last",
    [
        (Period.THIS_WEEK, WEDNESDAY, date(2026, 11, 16), date(2026, 11, 22)),
        (Period.LAST_WEEK, WEDNESDAY, date(2026, 11, 9), date(2026, 11, 15)),
        (Period.NEXT_WEEK, date(2026, 12, 31), date(2027, 1, 4), date(2027, 1, 10)),
        (Period.FOUR_WEEKS, WEDNESDAY, date(2026, 11, 16), date(2026, 12, 13)),
        (Period.NEXT_FOUR_WEEKS, WEDNESDAY, date(2026, 11, 23), date(2026, 12, 20)),
        (Period.LAST_MONTH, date(2027, 1, 1), date(2026, 12, 1), date(2026, 12, 31)),
        (Period.LAST_MONTH, date(2028, 3, 31), date(2028, 2, 1), date(2028, 2, 29)),
        (Period.NEXT_MONTH, date(2027, 1, 31), date(2027, 2, 1), date(2027, 2, 28)),
        (Period.THIS_QUARTER, date(2026, 5, 31), date(2026, 4, 1), date(2026, 6, 30)),
        (Period.LAST_QUARTER, date(2026, 1, 1), date(2025, 10, 1), date(2025, 12, 31)),
        (Period.LAST_YEAR, date(2028, 2, 29), date(2027, 1, 1), date(2027, 12, 31)),
        (Period.YEAR_TO_DATE, date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 1)),
    ],
)
def test_a_period_has_the_days_that_people_mean(wanted, today, first, last):
    assert bounds(wanted, today) == (first, last)


def test_weeks_begin_where_the_practice_begins_them():
    assert bounds(Period.THIS_WEEK, WEDNESDAY, 6) == (date(2026, 11, 15), date(2026, 11, 21))


@given(relative, days, starts)
def test_every_period_begins_before_it_ends(wanted, today, start):
    first, last = bounds(wanted, today, start)
    assert first <= last


@given(st.sampled_from(["week", "month", "quarter", "year"]), days, starts)
def test_last_this_and_next_follow_each_other_without_a_gap(kind, today, start):
    last = bounds(Period(f"last-{kind}"), today, start)
    this = bounds(Period(f"this-{kind}"), today, start)
    assert last[1] + DAY == this[0]
    assert this[0] <= today <= this[1]
    if kind in {"week", "month"}:
        assert this[1] + DAY == bounds(Period(f"next-{kind}"), today, start)[0]


@given(days, starts)
def test_weeks_have_seven_days_and_begin_on_their_day(today, start):
    for each, length in ((Period.THIS_WEEK, 7), (Period.FOUR_WEEKS, 28)):
        first, last = bounds(each, today, start)
        assert (last - first).days + 1 == length
        assert first.weekday() == start


@given(days)
def test_months_quarters_and_years_end_where_the_next_begins(today):
    for each in (Period.THIS_MONTH, Period.THIS_QUARTER, Period.THIS_YEAR, Period.LAST_QUARTER):
        first, last = bounds(each, today)
        assert first.day == 1
        assert (last + DAY).day == 1


def test_typed_days_have_no_other_meaning_and_are_checked():
    ask, moment = period(Period.THIS_WEEK), Moment(WEDNESDAY)
    with pytest.raises(ValueError, match="dates"):
        bounds(Period.DATES, WEDNESDAY)
    alone = ask.options({"period": Period.DATES, "first": date(2027, 2, 1)}, moment)
    assert alone == {"first": date(2027, 2, 1), "last": date(2027, 2, 28)}
    assert ask.options({}, moment)["first"] == date(2026, 11, 16)
    for first, last, words in (
        (WEDNESDAY, WEDNESDAY - DAY, "ends before it begins"),
        (date(2000, 1, 1), WEDNESDAY, "ten years"),
        (date(1900, 1, 1), WEDNESDAY, "from 1950"),
    ):
        with pytest.raises(UserError, match=words):
            ask.options({"period": Period.DATES, "first": first, "last": last}, moment)


# What is remembered

FIELDS = (
    *period(Period.FOUR_WEEKS).fields,
    Field("position_ids", "Positions", "choices", choices=lambda: [(1, "Nurse"), (2, "Clerk")]),
    Field("coverage", "Coverage", "flag", default=True),
    Field("notes", "Notes", "long_text"),
)


def kept(text: str, practice: str = "Lakeside") -> tuple[Remembered, list[str]]:
    texts: list[str] = []
    return Remembered(text, practice, texts.append), texts


def test_what_was_asked_is_asked_again_and_last_month_stays_last_month():
    remembered, texts = kept("")
    answers = {"period": Period.LAST_MONTH, "position_ids": (2,), "coverage": False, "notes": "Hi"}
    remembered.keep("week-roster", FIELDS, answers)
    again, _texts = kept(texts[-1])
    assert again.answers("week-roster", FIELDS) == answers
    assert "last-month" in texts[-1]
    assert again.answers("gaps", FIELDS) == {}


def test_another_practice_has_its_own_answers():
    remembered, texts = kept("")
    remembered.keep("week-roster", FIELDS, {"position_ids": (2,)})
    other, other_texts = kept(texts[-1], "Harbor")
    assert other.answers("week-roster", FIELDS) == {}
    other.note_use("gaps")
    back, _texts = kept(other_texts[-1])
    assert back.answers("week-roster", FIELDS) == {"position_ids": (2,)}
    assert back.used == ()


def test_who_is_gone_is_no_longer_asked_for():
    remembered, texts = kept("")
    remembered.keep("week-roster", FIELDS, {"position_ids": (1, 2), "first": WEDNESDAY})
    fewer = (FIELDS[1], FIELDS[3].choosing(lambda: [(1, "Nurse")]))
    again, _texts = kept(texts[-1])
    assert again.answers("week-roster", fewer) == {"first": WEDNESDAY, "position_ids": (1,)}


def test_what_was_printed_last_comes_first():
    remembered, texts = kept("")
    for name in ("gaps", "directory", "gaps", "assets", "readings"):
        remembered.note_use(name)
    assert remembered.used == ("readings", "assets", "gaps")
    assert kept(texts[-1])[0].used == remembered.used


@pytest.mark.parametrize(
    "text",
    ["{", "[]", "3", '{"Lakeside": 3}', '{"Lakeside": {"used": 1, "answers": [1]}}',
     '{"Lakeside": {"used": [1], "answers": {"week-roster": {"first": "x", "notes": [[1]]}}}}'],
)  # fmt: skip
def test_a_text_in_disorder_counts_as_none(text):
    remembered, _texts = kept(text)
    assert remembered.used == ()
    assert remembered.answers("week-roster", FIELDS) == {}
