"""What counts as a change: everything that is told to a person, and nothing else."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.schedule.clinic_of_three import ANN, BOB, EXAM, MON, WED, facts, shift

from clinicmgr.schedule.rules.changes import differences, news, pairs, what_is_told

DAY = timedelta(days=1)
SHIFTS = st.builds(
    lambda id_, who, day, times, room, note: shift(
        id_, who, MON + day * DAY, times, position_id=1, room_id=room, note=note
    ),
    st.integers(1, 8),
    st.sampled_from([ANN, BOB, None]),
    st.integers(0, 2),
    st.sampled_from(["8-12", "9-12", "22-6"]),
    st.sampled_from([None, EXAM]),
    st.sampled_from(["", "keys"]),
)
ROSTERS = st.lists(SHIFTS, max_size=8, unique_by=lambda one: one.id)


@given(ROSTERS, ROSTERS)
def test_the_changes_lead_from_one_version_to_the_other(before, after):
    found = pairs(before, after)
    told = Counter(map(what_is_told, before))
    told.subtract(what_is_told(old) for old, _new in found if old is not None)
    told.update(what_is_told(new) for _old, new in found if new is not None)
    assert +told == Counter(map(what_is_told, after))
    assert all(count >= 0 for count in told.values())


@given(ROSTERS)
def test_a_version_does_not_differ_from_itself(roster):
    assert pairs(roster, roster) == []
    again = [replace(one, id=one.id + 100, locked=True) for one in roster]
    assert pairs(roster, again) == []


@given(ROSTERS, ROSTERS)
def test_everybody_concerned_hears_of_a_change_and_nobody_else(before, after):
    found = pairs(before, after)
    heard = list(news(found, facts()))
    for one in heard:
        sides = [each.member_id for each in (one.before, one.after) if each is not None]
        assert one.member_id in sides
        assert one.sentence.endswith(".")
    for pair in found:
        people = {each.member_id for each in pair if each is not None} - {None}
        mine = {one.member_id for one in heard if (one.before, one.after) == pair}
        assert mine == (people or {None})


def test_each_thing_that_is_told_is_named_when_it_changes():
    one = shift(1, ANN, WED, "8-12", break_minutes=15)
    given = facts()
    for values, words in (
        ({"start": 540}, "time 08:00–12:00 → 09:00–12:00"),
        ({"position_id": 2}, "position Medical assistant → Front desk"),
        ({"room_id": EXAM}, "place none → Exam 1"),
        ({"break_minutes": 30}, "break 15 min → 30 min"),
        ({"note": "keys"}, "note none → keys"),
    ):
        assert differences(one, replace(one, **values), given) == [words]
