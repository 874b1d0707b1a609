"""Contract hours, availability, and the secrets: pay and tax ids."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.practice import open_practice
from clinicmgr.staff import rules
from clinicmgr.staff.records import ALWAYS, READ_PAY, READ_TAX_ID, StaffDraft, Window
from clinicmgr.staff.service import Staff

JAN, MAY = date(2026, 1, 1), date(2026, 5, 1)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
weekly = st.integers(0, 168 * 60)


def test_hours_hold_until_the_next_agreement(staff, lakeside):
    staff.set_contract(lakeside.ana, MAY, 32 * 60)
    staff.set_contract(lakeside.ana, JAN, 40 * 60)
    hours = staff.contracts()[lakeside.ana]
    assert hours.on(date(2025, 12, 31)) is None
    assert hours.on(date(2026, 4, 30)) == 2400
    assert hours.on(MAY) == 1920
    assert hours.on(date(2036, 1, 1)) == 1920


def test_a_second_agreement_of_the_same_day_replaces_the_first(staff, lakeside):
    staff.set_contract(lakeside.ana, JAN, 2400)
    staff.set_contract(lakeside.ana, JAN, 2250)
    assert staff.contracts()[lakeside.ana] == Dated(((JAN, 2250),))


def test_taking_back_an_agreement_lets_the_one_before_hold_on(staff, lakeside):
    staff.set_contract(lakeside.ana, JAN, 2400)
    staff.set_contract(lakeside.ana, MAY, 1920)
    staff.remove_contract(lakeside.ana, MAY)
    assert staff.contracts()[lakeside.ana].on(MAY) == 2400
    with pytest.raises(UserError, match="No entry begins on that day"):
        staff.remove_contract(lakeside.ana, MAY)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(agreements=st.lists(st.tuples(days, weekly), max_size=8))
def test_contracts_on_record_are_those_that_were_agreed(staff: Staff, journal: Journal, agreements):
    """Whatever the order of entry, each day has the hours of the last day before; undo empties."""
    member = staff.hire(StaffDraft("Cy", "Dunn", JAN))
    expected: Dated[int] = Dated()
    for from_day, minutes in agreements:
        staff.set_contract(member, from_day, minutes)
        expected = expected.with_entry(from_day, minutes)
    kept = staff.contracts().get(member, Dated())
    assert kept == expected
    for from_day, _minutes in agreements:
        for day in (from_day - timedelta(days=1), from_day, from_day + timedelta(days=1)):
            past = [entry for entry in expected.entries if entry[0] <= day]
            assert kept.on(day) == (past[-1][1] if past else None)
    while journal.undo() != "Hire Cy Dunn":
        pass
    assert staff.contracts() == {}


@pytest.mark.parametrize("minutes", [-1, 168 * 60 + 1])
def test_hours_a_week_fit_into_a_week(staff, lakeside, minutes):
    with pytest.raises(UserError, match="between 0 and 168") as refused:
        staff.set_contract(lakeside.ana, JAN, minutes)
    assert refused.value.field == "weekly_minutes"


def test_who_has_no_availability_on_record_is_always_available(staff, lakeside):
    assert staff.availability() == {}
    staff.set_availability(lakeside.ana, JAN, [Window(2, 480, 720), Window(0, 480, 1020)])
    kept = staff.availability()[lakeside.ana]
    assert kept.on(MAY) == (Window(0, 480, 1020), Window(2, 480, 720))
    staff.remove_availability(lakeside.ana, JAN)
    assert staff.availability() == {}


def test_no_windows_means_not_available_at_all(staff, lakeside, journal):
    staff.set_availability(lakeside.ana, JAN, ALWAYS)
    staff.set_availability(lakeside.ana, JAN, [])
    assert staff.availability()[lakeside.ana].on(MAY) == ()
    journal.undo()
    assert staff.availability()[lakeside.ana].on(MAY) == ALWAYS


@pytest.mark.parametrize(
    "windows, said",
    [
        ([Window(0, 480, 480)], "Monday: a window must begin before it ends"),
        ([Window(4, 1320, 1800)], "Friday: a window must begin before it ends and lie within"),
        ([Window(6, 480, 720), Window(6, 700, 900)], "Sunday: two windows overlap"),
        ([Window(7, 480, 720)], "Monday to Sunday"),
    ],
)
def test_windows_lie_within_their_day_and_apart(staff, lakeside, windows, said):
    with pytest.raises(UserError, match=said):
        staff.set_availability(lakeside.ana, JAN, windows)


@pytest.mark.parametrize(
    "typed, shown",
    [
        ("Mon-Fri 8-17; Sat 9-12", "Mon-Fri 08:00-17:00; Sat 09:00-12:00"),
        ("mon, wed: 8-12, 1-5p", "Mon 08:00-12:00, 13:00-17:00; Wed 08:00-12:00, 13:00-17:00"),
        ("Tuesday 7:30–16", "Tue 07:30-16:00"),
        ("Fri-Mon 0-24", "Mon 00:00-24:00; Fri-Sun 00:00-24:00"),
        ("Always", "always"),
        ("never", "never"),
    ],
)
def test_availability_is_typed_as_people_say_it(typed, shown):
    assert rules.format_windows(rules.parse_windows(typed)) == shown


@pytest.mark.parametrize("typed", ["whenever", "Mon", "Xyz 8-17", "Mon 8", "Mon-Tue 22-6", "8-17"])
def test_what_is_no_availability_is_refused(typed):
    with pytest.raises(UserError):
        rules.parse_windows(typed)


@st.composite
def weeks(draw):
    windows = []
    for weekday in range(7):
        marks = sorted(draw(st.sets(st.integers(0, 1440), max_size=6)))
        pairs = zip(marks[::2], marks[1::2], strict=False)
        windows += [Window(weekday, start, end) for start, end in pairs]
    return tuple(windows)


@given(weeks())
def test_every_availability_survives_being_written_and_read(windows):
    assert rules.parse_windows(rules.format_windows(windows)) == windows


@pytest.mark.parametrize(
    "typed, kept", [("123-45-6789", "123-45-6789"), ("123456789", "123-45-6789"), ("", "")]
)
def test_a_tax_id_is_kept_in_its_usual_shape(staff, lakeside, typed, kept):
    staff.set_tax_id(lakeside.ana, typed)
    assert staff.tax_id(lakeside.ana) == kept


@pytest.mark.parametrize(
    "typed", ["000-12-3456", "666-12-3456", "123-00-4567", "123-45-0000", "12"]
)
def test_numbers_that_are_never_given_out_are_no_tax_ids(staff, lakeside, typed):
    with pytest.raises(UserError) as refused:
        staff.set_tax_id(lakeside.ana, typed)
    assert refused.value.field == "tax_id"
    assert "write it like 123-45-6789" in str(refused.value)


def test_everybody_else_sees_only_the_last_four_figures(staff, lakeside):
    assert staff.masked_tax_id(lakeside.ana) == ""
    staff.set_tax_id(lakeside.ana, "123-45-6789")
    assert staff.masked_tax_id(lakeside.ana) == "•••-••-6789"
    staff.set_tax_id(lakeside.ana, "")
    assert staff.tax_id(lakeside.ana) == ""


def test_pay_and_tax_ids_need_their_right(practice_file: Path, clock):
    rights = frozenset({"staff.edit"})
    practice = open_practice(practice_file, clock, Actor("Front desk", rights))
    staff = Staff(practice.journal, clock)
    ana = staff.hire(StaffDraft("Ana", "Ruiz", JAN))
    refused = [
        staff.pay_rates,
        lambda: staff.set_pay_rate(ana, JAN, 2500),
        lambda: staff.remove_pay_rate(ana, JAN),
        lambda: staff.tax_id(ana),
        lambda: staff.set_tax_id(ana, "123-45-6789"),
    ]
    for attempt in refused:
        with pytest.raises(UserError, match="Front desk may not do this"):
            attempt()
    assert staff.masked_tax_id(ana) == ""
    practice.close()


def test_titles_in_the_history_never_tell_a_secret(staff, lakeside, journal):
    staff.set_pay_rate(lakeside.ana, JAN, 4150)
    staff.set_tax_id(lakeside.ana, "123-45-6789")
    titles = [entry.title for entry in journal.history(limit=2)]
    assert titles == ["Tax id of Ana Ruiz", "Pay of Ana Ruiz"]
    assert staff.pay_rates()[lakeside.ana].on(MAY) == 4150
    assert {READ_PAY.id, READ_TAX_ID.id} == {"staff.read_pay", "staff.read_tax_id"}
