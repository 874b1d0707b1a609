"""Utilization: minutes used of minutes available, for people, rooms and assets."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.activity import rules
from clinicmgr.activity.records import Count, Use
from clinicmgr.equipment.records import OutageDraft
from clinicmgr.kernel.periods import Window
from clinicmgr.places.records import RoomDraft, SiteDraft
from clinicmgr.schedule.records import Shift, ShiftDraft

MONDAY = date(2026, 11, 9)
FRIDAY = date(2026, 11, 13)
HOLIDAY = date(2026, 11, 11)  # Veterans Day
DAY = timedelta(days=1)


def shift(office, who, day, start=480, end=1020, *, room=None, rest=60):
    return ShiftDraft(who, day, start, end, office.provider, room, break_minutes=rest)


def by_name(uses):
    return {each.name: each for each in uses}


def test_a_provider_is_used_as_far_as_what_was_done_takes_time(activity, office, clinic):
    clinic.schedule.edit(add=[shift(office, office.ana, MONDAY), shift(office, office.eve, MONDAY)])
    activity.set_counts(
        [
            Count(MONDAY, office.ana, office.visit, None, 12, 1, 3),
            Count(MONDAY, office.ana, office.wound, None, 2),
        ],
        "Count",
    )
    found = activity.utilization(MONDAY, FRIDAY)
    assert found.people == (Use("Ana Ruiz", office.ana, 12 * 20 + 2 * 30, 480),)
    assert found.people[0].share == Decimal(300) / 480
    assert (found.counted_days, found.roster_days) == (1, 1)


def test_days_without_a_shift_and_days_not_counted_are_left_out(activity, office, clinic):
    tuesday, wednesday = MONDAY + DAY, MONDAY + 2 * DAY
    clinic.schedule.edit(
        add=[shift(office, office.ana, MONDAY), shift(office, office.ana, tuesday)]
    )
    activity.set_counts(
        [
            Count(MONDAY, office.ana, office.visit, None, 12),
            Count(wednesday, office.ana, office.visit, None, 3),
        ],
        "Count",
    )
    assert activity.utilization(MONDAY, FRIDAY).people == (
        Use("Ana Ruiz", office.ana, 240, 480, outside_minutes=60),
    )


def test_a_practice_without_a_roster_has_counts_and_no_share(activity, office):
    activity.set_counts([Count(MONDAY, office.ana, office.visit, None, 12)], "Count")
    (ana,) = activity.utilization(MONDAY, FRIDAY).people
    assert (ana.share, ana.available_minutes, ana.outside_minutes) == (None, 0, 240)


def test_a_room_is_used_while_somebody_is_in_it(activity, office, clinic):
    clinic.schedule.edit(
        add=[
            shift(office, office.ana, MONDAY, 480, 720, room=office.desk),
            shift(office, office.tom, MONDAY, 600, 780, room=office.desk),
            shift(office, office.eve, MONDAY, 1000, 1080, room=office.desk),
            shift(office, None, MONDAY, 780, 1000, room=office.desk),
        ]
    )
    desk = by_name(activity.utilization(MONDAY, FRIDAY).rooms)["Front desk"]
    # 2,160 minutes are four days of nine hours: the practice is closed on Veterans Day
    assert desk == Use("Front desk", office.desk, 300 + 20, 2160, 60, by_counts=False)


def test_a_room_has_its_own_hours_and_a_night_reaches_into_the_next_day(activity, office, clinic):
    sunday = MONDAY - DAY
    clinic.schedule.edit(add=[shift(office, office.tom, sunday, 1320, 1980, room=office.night)])
    night = by_name(activity.utilization(MONDAY, FRIDAY).rooms)["Night room"]
    assert (night.used_minutes, night.outside_minutes) == (480, 60)
    assert night.available_minutes == 3 * 480  # Mon, Tue, Thu; Wed is a holiday
    assert by_name(activity.utilization(sunday, sunday).rooms)["Night room"].outside_minutes == 120


def test_a_room_that_lines_name_is_used_by_what_is_done_there(activity, office, clinic):
    activity.set_counts(
        [
            Count(MONDAY, office.ana, office.wound, None, 5),
            Count(MONDAY + DAY, office.ana, office.visit, None, 5),
            Count(MONDAY - DAY, office.ana, office.wound, None, 1),
        ],
        "Count",
    )
    exam = by_name(activity.utilization(MONDAY - DAY, FRIDAY).rooms)["Exam 1"]
    assert exam == Use("Exam 1", office.exam, 150, 1080, 30)  # two counted days; closed on Sunday


def test_what_is_done_is_shared_among_the_rooms_where_the_provider_was(activity, office, clinic):
    north = clinic.places.add_site(SiteDraft("North", "N"))
    rooms = [clinic.places.add_room(RoomDraft(north, name, name)) for name in ("N1", "N2")]
    line = next(each for each in activity.lines() if each.id == office.wound)
    activity.change_line(line.id, replace(line.draft(), room_ids=(office.exam, *rooms)))
    there = ShiftDraft(office.ana, MONDAY, 480, 1020, office.provider, site_id=north)
    clinic.schedule.edit(add=[there])
    activity.set_counts(
        [
            Count(MONDAY, office.ana, office.wound, None, 1),
            Count(MONDAY + DAY, office.ana, office.wound, None, 3),
        ],
        "Count",
    )
    rooms = by_name(activity.utilization(MONDAY, FRIDAY).rooms)
    assert {name: rooms[name].used_minutes for name in ("Exam 1", "N1", "N2")} == {
        "Exam 1": 30, "N1": 15 + 30, "N2": 15 + 30,
    }  # fmt: skip


def test_an_asset_is_available_while_its_room_is_open_and_it_works(activity, office, clinic):
    clinic.equipment.take_out(OutageDraft(office.machine, MONDAY + DAY, "Tube", MONDAY + 2 * DAY))
    counted = (MONDAY, MONDAY + DAY, MONDAY + 3 * DAY)
    activity.set_counts(
        [Count(day, office.tom, office.x_ray, None, 6, 1, 1) for day in counted], "Count"
    )
    (machine,) = activity.utilization(MONDAY, FRIDAY).assets
    assert machine == Use("X-ray machine (E-001)", office.machine, 180, 480, 90)
    asset = clinic.equipment.asset(office.machine)
    clinic.equipment.change_asset(asset.id, replace(asset.draft(), purchased=FRIDAY))
    assert activity.utilization(MONDAY, FRIDAY).assets[0].available_minutes == 0


def test_what_is_still_to_come_is_left_out(activity, office, clinic):
    today = activity.clock.today()
    clinic.schedule.edit(add=[shift(office, office.ana, today + DAY, room=office.desk)])
    found = activity.utilization(today + DAY, today + 30 * DAY)
    assert (found.people, found.rooms, found.assets) == ((), (), ())
    desk = by_name(activity.utilization(today, today + 30 * DAY).rooms)["Front desk"]
    assert (desk.used_minutes, desk.available_minutes) == (0, 540)


ROOMS = (1, 2)
DAYS = [MONDAY + timedelta(days=at) for at in range(4)]


@st.composite
def rosters(draw):
    """Shifts of four days, some over midnight, some open or without a room."""
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from((None, 1, 2, 3)), st.sampled_from(DAYS), st.integers(0, 1430),
                st.integers(1, 900), st.sampled_from((None, *ROOMS)), st.integers(0, 60),
            ),
            max_size=12,
        )
    )  # fmt: skip
    return [
        Shift(at, who, day, start, start + length, 1, room, None, min(rest, length))
        for at, (who, day, start, length, room, rest) in enumerate(rows)
    ]


@st.composite
def weeks(draw):
    windows = []
    for weekday in range(4):
        marks = sorted(draw(st.sets(st.integers(0, 1440), max_size=4)))
        pairs = zip(marks[::2], marks[1::2], strict=False)
        windows += [Window(weekday, start, end) for start, end in pairs]
    return tuple(windows)


def minute_by_minute(shifts, week, room, closed, days):
    """Used, available and outside minutes of a room, each minute looked at by itself."""
    used = available = outside = 0
    for day in days:
        base = day.toordinal() * 1440
        there = set()
        for each in shifts:
            if each.member_id and each.room_id == room:
                begun = each.day.toordinal() * 1440 - base
                there |= set(range(max(begun + each.start, 0), min(begun + each.end, 1440)))
        hours = {
            minute
            for window in week
            if window.weekday == day.weekday() and day not in closed
            for minute in range(window.start, window.end)
        }
        used += len(there & hours)
        outside += len(there - hours)
        available += len(hours)
    return used, available, outside


@given(st.integers(0, 10_000), st.integers(1, 9))
def test_sharing_out_loses_no_minute(minutes, rooms):
    shares = rules.share_out(minutes, range(rooms))
    assert sum(shares.values()) == minutes
    assert max(shares.values()) - min(shares.values()) <= 1


@given(rosters(), weeks(), st.sets(st.sampled_from(DAYS)), st.integers(0, 4))
def test_every_minute_of_a_room_is_counted_once(shifts, week, closed, cut):
    opening = dict.fromkeys(ROOMS, week)
    whole = rules.room_minutes(shifts, opening, DAYS, closed)
    parts = [rules.room_minutes(shifts, opening, some, closed) for some in (DAYS[:cut], DAYS[cut:])]
    for room in ROOMS:
        minutes = whole[room]
        found = (minutes.used, minutes.available, minutes.outside)
        assert found == minute_by_minute(shifts, week, room, closed, DAYS)
        assert 0 <= minutes.used <= minutes.available
        assert found == tuple(
            sum(getattr(part[room], name) for part in parts)
            for name in ("used", "available", "outside")
        )


@given(
    rosters(),
    st.dictionaries(st.tuples(st.sampled_from(DAYS), st.sampled_from((1, 2, 3))),
                    st.integers(1, 600)),
    st.sets(st.sampled_from(DAYS)),
)  # fmt: skip
def test_every_minute_of_a_person_is_inside_or_outside(shifts, used, counted):
    found = rules.people_minutes(shifts, used, counted, lambda each: each.worked_minutes)
    for who in (1, 2, 3):
        own = [each for each in shifts if each.member_id == who and each.day in counted]
        minutes = found.get(who, rules.Minutes())
        assert minutes.available == sum(each.worked_minutes for each in own) >= 0
        assert minutes.used + minutes.outside == sum(
            value for (_day, member), value in used.items() if member == who
        )
        days = {each.day for each in own}
        assert minutes.used == sum(
            value for (day, member), value in used.items() if member == who and day in days
        )


def test_the_clocks_that_change_make_a_night_longer(activity, office, clinic):
    night = date(2026, 10, 31)  # the clocks go back
    clinic.schedule.edit(add=[shift(office, office.ana, night, 1320, 1800, rest=0)])
    activity.set_counts([Count(night, office.ana, office.visit, None, 1)], "Count")
    assert activity.utilization(night, night).people[0].available_minutes == 540
