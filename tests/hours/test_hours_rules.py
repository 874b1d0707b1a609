"""The arithmetic of hours: parts add up, no overtime twice, nights, rounding, cells."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.hours import rules
from clinicmgr.hours.records import (
    Adjustment,
    AdjustmentKind,
    Differential,
    PayRules,
    PeriodKind,
    Rounding,
    Stretch,
    StretchDraft,
    day_text_of,
    parse_day_entry,
)
from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.periods import elapsed_minutes, week_of

MONDAY = date(2026, 11, 2)
DAY = timedelta(days=1)
ZONE = "America/Chicago"
EVENING = Differential(1, "Evening", 1080, 1380, cents=200)
NIGHT = Differential(2, "Night", 1320, 1800, percent=10)
WEEKEND = Differential(3, "Weekend", 0, 1440, (5, 6), holidays=True, cents=100)
BANDS = rules.Bands((EVENING, NIGHT, WEEKEND), frozenset({date(2026, 11, 26)}), ZONE)
FORTY = PayRules()
BOTH = PayRules(daily_limit=480)

steps = st.sampled_from(list(Rounding))
spring_and_fall = st.sampled_from([date(2026, 3, 7), date(2026, 3, 8), date(2026, 10, 31),
                                   date(2026, 11, 1), date(2026, 11, 26)])  # fmt: skip


@st.composite
def stretches(draw):
    day = draw(st.one_of(spring_and_fall, st.dates(MONDAY, MONDAY + 27 * DAY)))
    start = draw(st.integers(0, 1439))
    length = draw(st.integers(1, 1439))
    pause = draw(st.integers(0, length - 1))
    return StretchDraft(1, day, start, start + length, pause)


@st.composite
def weeks(draw):
    """Up to three weeks of work without overlaps: at most one stretch a day, within the day."""
    found = []
    for number in range(draw(st.integers(1, 21))):
        start = draw(st.integers(0, 700))
        end = start + draw(st.integers(1, 739))
        found.append(StretchDraft(1, MONDAY + number * DAY, start, end))
    return found


def cut(drafts, rounding=Rounding.NONE, bands=BANDS):
    return [piece for one in drafts for piece in rules.pieces(one, rounding, bands)]


@given(stretches(), steps)
def test_the_pieces_of_a_stretch_add_up_to_its_real_minutes(stretch, rounding):
    start, end = rules.rounded(stretch.start, rounding), rules.rounded(stretch.end, rounding)
    real = elapsed_minutes(stretch.day, start, end, ZONE) if end > start else 0
    found = rules.pieces(stretch, rounding, BANDS)
    assert sum(piece.minutes for piece in found) == max(0, real - stretch.break_minutes)
    assert all(piece.minutes > 0 and 0 <= piece.start < 1440 for piece in found)


@given(st.integers(0, 2879), steps)
def test_rounding_moves_a_time_by_half_a_step_at_most(minute, rule):
    moved = rules.rounded(minute, rule)
    assert abs(moved - minute) * 2 <= int(rule)
    assert not rule or moved % int(rule) == 0
    assert rules.rounded(minute + 1, rule) >= moved


def test_seven_minutes_go_down_and_eight_go_up():
    quarter = Rounding.QUARTER
    assert [rules.rounded(480 + each, quarter) - 480 for each in (0, 7, 8, 15)] == [0, 0, 15, 15]


@given(weeks(), st.sampled_from([FORTY, BOTH, PayRules(weekly_limit=None, daily_limit=600)]))
def test_no_minute_is_overtime_twice(drafts, pay_rules):
    marked = rules.with_overtime(cut(drafts), lambda _day: pay_rules)
    assert all(0 <= piece.overtime <= piece.minutes for piece in marked)
    by_week: dict[date, list] = {}
    for piece in marked:
        by_week.setdefault(week_of(piece.day), []).append(piece)
    for own in by_week.values():
        straight: dict[date, int] = {}
        for piece in own:
            straight[piece.day] = straight.get(piece.day, 0) + piece.minutes
        limit = pay_rules.daily_limit or 10_000
        daily = sum(max(0, minutes - limit) for minutes in straight.values())
        rest = sum(straight.values()) - daily
        weekly = max(0, rest - (pay_rules.weekly_limit or 10_000))
        assert sum(piece.overtime for piece in own) == daily + weekly


def test_weekly_overtime_comes_after_the_daily_one():
    """Five days of nine hours: five hours over eight a day, and the week is then exactly 40."""
    drafts = [StretchDraft(1, MONDAY + number * DAY, 480, 1020) for number in range(6)]
    marked = rules.with_overtime(cut(drafts[:5]), lambda _day: BOTH)
    assert [piece.overtime for piece in marked] == [60] * 5
    marked = rules.with_overtime(cut(drafts), lambda _day: BOTH)
    assert marked[-1].overtime == 540
    marked = rules.with_overtime(cut(drafts[:5]), lambda _day: FORTY)
    assert [piece.overtime for piece in marked] == [0, 0, 0, 0, 300]


@pytest.mark.parametrize(
    "day, minutes",
    [(date(2026, 3, 7), (120, 300)), (date(2026, 10, 31), (120, 420)), (MONDAY, (120, 360))],
)
def test_a_night_is_split_at_midnight_with_its_real_minutes(day, minutes):
    found = rules.pieces(StretchDraft(1, day, 1320, 1800), Rounding.NONE, rules.Bands(zone=ZONE))
    assert tuple((piece.day - day).days for piece in found) == (0, 1)
    assert tuple(piece.minutes for piece in found) == minutes


def test_a_differential_begins_and_ends_within_a_shift():
    found = rules.pieces(StretchDraft(1, MONDAY, 960, 1440), Rounding.NONE, BANDS)
    assert [(piece.start, piece.minutes, piece.differentials) for piece in found] == [
        (960, 120, ()), (1080, 240, (1,)), (1320, 60, (1, 2)), (1380, 60, (2,)),
    ]  # fmt: skip
    thanksgiving = rules.pieces(StretchDraft(1, date(2026, 11, 26), 480, 960), Rounding.NONE, BANDS)
    assert thanksgiving[0].differentials == (3,)


def test_the_regular_rate_of_the_week_has_the_differential_in_it():
    """45 hours at $20, ten of them in the evening for $2 more.

    Straight pay 900 + 20 = 920; the regular rate 920/45; half of it for five hours of overtime.
    """
    drafts = [StretchDraft(1, MONDAY + number * DAY, 660, 1200) for number in range(5)]
    marked = rules.with_overtime(cut(drafts), lambda _day: FORTY)
    basis = rules.PayBasis(Dated(((MONDAY, 2000),)), {1: EVENING, 2: NIGHT, 3: WEEKEND},
                           lambda _day: FORTY)  # fmt: skip
    found = rules.pay(marked, (), (MONDAY, MONDAY + 6 * DAY), basis)
    assert found is not None
    assert (found.regular, found.differentials) == (80_000, 2_000)
    assert found.overtime == 10_000 + round(92_000 / 45 * 5 / 2)


@given(weeks(), st.integers(800, 9000), st.integers(0, 20))
def test_pay_of_two_halves_adds_up_to_the_pay_of_the_whole(drafts, rate, days):
    """A period that ends within a week changes nothing but the week's premium, by a cent a part."""
    rates = Dated(((MONDAY, rate),))
    plain = rules.Bands(zone=ZONE)
    marked = rules.with_overtime(cut(drafts, bands=plain), lambda _day: BOTH)
    basis = rules.PayBasis(rates, {}, lambda _day: BOTH)
    last, border = MONDAY + 20 * DAY, MONDAY + days * DAY
    whole = rules.pay(marked, (), (MONDAY, last), basis)
    first = rules.pay(marked, (), (MONDAY, border), basis)
    second = rules.pay(marked, (), (border + DAY, last), basis)
    assert whole is not None
    assert first is not None
    assert second is not None
    assert abs(first.total + second.total - whole.total) <= 2
    minutes = sum(piece.regular * 2 + piece.overtime * 3 for piece in marked)
    assert abs(whole.total - minutes * rate / 120) <= 1


def test_an_adjustment_is_paid_at_the_rate_of_its_day():
    late = Adjustment(1, 1, MONDAY, -45, "left early", AdjustmentKind.REGULAR, MONDAY, "Dana")
    over = Adjustment(2, 1, MONDAY, 60, "stayed", AdjustmentKind.OVERTIME, MONDAY, "Dana")
    basis = rules.PayBasis(Dated(((MONDAY, 2000),)), {}, lambda _day: FORTY)
    found = rules.pay((), (late, over), (MONDAY, MONDAY), basis)
    assert found is not None
    assert found.adjustments == -1500 + 3000
    unpaid = rules.PayBasis(Dated(), {}, lambda _day: FORTY)
    assert rules.pay((), (late,), (MONDAY, MONDAY), unpaid) is None


@pytest.mark.parametrize(
    "kind, day, first, last",
    [
        (PeriodKind.WEEKLY, date(2026, 11, 18), date(2026, 11, 16), date(2026, 11, 22)),
        (PeriodKind.BIWEEKLY, date(2026, 11, 18), date(2026, 11, 16), date(2026, 11, 29)),
        (PeriodKind.SEMIMONTHLY, date(2026, 2, 28), date(2026, 2, 16), date(2026, 2, 28)),
        (PeriodKind.SEMIMONTHLY, date(2026, 2, 15), date(2026, 2, 1), date(2026, 2, 15)),
        (PeriodKind.MONTHLY, date(2026, 2, 3), date(2026, 2, 1), date(2026, 2, 28)),
    ],
)
def test_pay_periods_follow_their_kind(kind, day, first, last):
    assert rules.natural_period(PayRules(kind), day) == (first, last)


@given(st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.sampled_from(list(PeriodKind)))
def test_every_day_is_in_exactly_one_pay_period(day, kind):
    changed = Dated(((date(2026, 7, 8), PayRules(kind)),))
    period = rules.period_of(day, changed, PayRules(PeriodKind.MONTHLY))
    assert period.holds(day)
    assert rules.period_of(period.last + DAY, changed, PayRules(PeriodKind.MONTHLY)).first == (
        period.last + DAY
    )


@given(st.lists(stretches(), min_size=1, max_size=1), st.sampled_from(["en_US", "de_DE"]))
def test_what_a_cell_shows_is_read_back_as_the_same(drafts, locale):
    (one,) = drafts
    shown = Stretch(1, 1, one.day, one.start, one.end, one.break_minutes, 7)
    text = day_text_of([shown], {7: "RN"}, locale)
    codes = [type("P", (), {"code": "RN", "id": 7})()]
    (read,) = parse_day_entry(text, codes).stretches
    assert (read.start, read.end, read.break_minutes, read.position_id) == (
        one.start, one.end, one.break_minutes, 7,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text, expected",
    [
        ("8-16:30 b30", [(480, 990, 30)]),
        ("8 - 4:30p  b30", [(480, 990, 30)]),
        ("8-12, 13-17", [(480, 720, 0), (780, 1020, 0)]),
        ("10p-6a", [(1320, 1800, 0)]),
        ("8-?", [(480, None, 0)]),
        ("8- b30", [(480, None, 30)]),
        ("8a–? 1p–5p", [(480, None, 0), (780, 1020, 0)]),
        ("", []),
    ],
)
def test_days_are_read_as_people_type_them(text, expected):
    found = parse_day_entry(text)
    assert [(one.start, one.end, one.break_minutes) for one in found.stretches] == expected


def test_the_reason_stands_behind_a_number_sign():
    found = parse_day_entry("8-16 #  forgot   the clock")
    assert found.reason == "forgot the clock"
    assert parse_day_entry("# was never here").stretches == ()
