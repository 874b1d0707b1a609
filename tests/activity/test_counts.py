"""Keeping service lines, payer classes and counts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.activity import rules
from clinicmgr.activity.records import (
    Count,
    LineKind,
    PayerClassDraft,
    ServiceLineDraft,
    Totals,
)
from clinicmgr.clinic import opened
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.errors import UserError

TODAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 16)


def test_a_week_of_counts_is_one_named_change_and_one_undo(activity, office, clinic):
    week = [Count(MONDAY, office.ana, office.visit, office.medicare, 12, 2, 1),
            Count(TODAY, office.ana, office.visit, None, 9)]  # fmt: skip
    assert activity.set_counts(week, "Count the week of Nov 16") == 2
    assert activity.counts(MONDAY, TODAY) == week
    assert clinic.journal.undo_title == "Count the week of Nov 16"
    clinic.journal.undo()
    assert activity.counts(MONDAY, TODAY) == []


def test_a_count_is_changed_in_place_and_nothing_takes_it_away(activity, office, clinic):
    first = Count(MONDAY, office.ana, office.visit, None, 12)
    activity.set_counts([first], "Count")
    assert activity.set_counts([first], "Again") == 0
    assert clinic.journal.undo_title == "Count"
    assert activity.set_counts([replace(first, done=11, no_shows=1)], "Correct") == 1
    assert activity.counts(MONDAY, MONDAY) == [replace(first, done=11, no_shows=1)]
    assert activity.set_counts([replace(first, done=0)], "Empty") == 1
    assert activity.counts(MONDAY, MONDAY) == []
    assert activity.set_counts([replace(first, done=0)], "Empty again") == 0


def test_a_class_and_no_class_are_counted_apart(activity, office):
    one = Count(MONDAY, office.ana, office.visit, None, 3)
    other = Count(MONDAY, office.ana, office.visit, office.self_pay, 4)
    activity.set_counts([one, other], "Count")
    assert activity.totals(MONDAY, MONDAY).visits == 7
    assert [(each and each.name, total.visits)
            for each, total in activity.by_payer_class(MONDAY, MONDAY)] == [
        ("Self-pay", 4), (None, 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "values, field, part",
    [
        ({"day": TODAY + timedelta(days=1)}, "day", "Thu, Nov 19 is still to come"),
        (
            {"day": date(2023, 5, 1)},
            "day",
            "did not exist on 5/1/2023; its records begin on 2/1/2024",
        ),
        ({"done": 501}, "done", "501 for Ana Ruiz on Mon, Nov 16 cannot be; at most 500"),
        ({"no_shows": -1}, "no_shows", "cannot be"),
        ({"cancelled": 9999}, "cancelled", "cannot be"),
        ({"member_id": 99}, "member_id", "provider is no longer there"),
        ({"line_id": 99}, "line_id", "service line is no longer there"),
        ({"payer_class_id": 99}, "payer_class_id", "payer class is no longer there"),
    ],
)
def test_an_impossible_count_is_refused_by_field(activity, office, values, field, part):
    good = Count(MONDAY, office.ana, office.visit, None, 12)
    with pytest.raises(UserError, match=part) as caught:
        activity.set_counts([good, replace(good, **values)], "Count")
    assert caught.value.field == field
    assert activity.counts(date.min, date.max) == []


def test_nothing_is_counted_before_somebody_began_or_after_they_left(activity, office, clinic):
    with pytest.raises(UserError, match="Ben Sato left on 10/30/2026; there is nothing to count"):
        activity.set_counts([Count(MONDAY, office.ben, office.visit, None, 1)], "Count")
    clinic.staff.change(
        office.ana, replace(clinic.staff.member(office.ana).draft(), started=date(2026, 3, 2))
    )
    with pytest.raises(UserError, match="Ana Ruiz began on 3/2/2026; there is nothing"):
        activity.set_counts([Count(date(2026, 2, 27), office.ana, office.visit, None, 1)], "Count")


def test_a_wrong_count_can_be_taken_away_after_somebody_left(activity, office, clinic):
    count = Count(date(2026, 10, 30), office.ben, office.visit, None, 1)
    activity.set_counts([count], "Count")
    member = clinic.staff.member(office.ben)
    clinic.staff.change(office.ben, replace(member.draft(), ended=date(2026, 10, 1)))
    assert activity.set_counts([replace(count, done=0)], "Mend") == 1


def test_a_line_or_class_with_counts_is_taken_out_of_use_and_not_removed(activity, office):
    activity.set_counts([Count(MONDAY, office.ana, office.visit, office.medicare, 1)], "Count")
    with pytest.raises(UserError, match=r"Office visit has counts\. Take it out of use instead"):
        activity.remove_line(office.visit)
    with pytest.raises(UserError, match=r"Medicare has counts\. Take it out of use instead"):
        activity.remove_payer_class(office.medicare)
    line = activity.lines()[0]
    activity.change_line(line.id, replace(line.draft(), active=False))
    assert [each.active for each in activity.lines()] == [False, True, True]
    activity.remove_line(office.wound)
    activity.remove_payer_class(office.self_pay)
    assert len(activity.lines()) == 2
    assert len(activity.payer_classes()) == 1


def test_a_line_keeps_its_rooms_positions_and_asset(activity, office, clinic):
    line = next(each for each in activity.lines() if each.id == office.x_ray)
    assert (line.room_ids, line.asset_id, line.kind) == (
        (office.imaging,), office.machine, LineKind.DIAGNOSTIC,
    )  # fmt: skip
    activity.change_line(line.id, replace(line.draft(), room_ids=(office.exam, office.imaging)))
    changed = next(each for each in activity.lines() if each.id == office.x_ray)
    assert changed == replace(line, room_ids=(office.exam, office.imaging))
    clinic.journal.undo()
    assert line in activity.lines()
    with pytest.raises(UserError, match="Choose it again"):
        activity.change_line(line.id, replace(line.draft(), room_ids=(99,)))


@pytest.mark.parametrize(
    "draft, field, part",
    [
        (ServiceLineDraft("", "NN"), "name", "Give it a name"),
        (ServiceLineDraft("office  Visit", "NN"), "name", "“Office visit” is there already"),
        (ServiceLineDraft("Nails", "ov"), "code", "Office visit has the code OV already"),
        (ServiceLineDraft("Nails", "TOOLONG"), "code", "one to 6 letters"),
        (ServiceLineDraft("Nails", "NN", minutes=-1), "minutes", "between 0 and 1440"),
    ],
)
def test_an_impossible_line_is_refused_by_field(activity, office, draft, field, part):
    with pytest.raises(UserError, match=part) as caught:
        activity.add_line(draft)
    assert caught.value.field == field


def test_two_classes_of_one_name_are_refused(activity, office):
    with pytest.raises(UserError, match="“Medicare” is there already"):
        activity.add_payer_class(PayerClassDraft("medicare", "M2"))


def test_a_person_or_room_that_is_counted_is_not_removed(activity, office, clinic):
    activity.set_counts([Count(MONDAY, office.ana, office.visit, None, 1)], "Count")
    with pytest.raises(UserError):
        clinic.staff.remove(office.ana)
    with pytest.raises(UserError):
        clinic.places.remove_room(office.imaging)


def test_who_may_only_read_counts_nothing(practice_file, clock):
    with opened(practice_file, clock, Actor("Olga", frozenset())) as clinic:
        with pytest.raises(UserError, match="Change service lines"):
            clinic.activity.add_line(ServiceLineDraft("Visit", "OV"))
        assert clinic.activity.totals(MONDAY, TODAY) == Totals()


@pytest.mark.parametrize(
    "typed, read",
    [
        ("12", (12, 0, 0)), (" 12/1 ", (12, 1, 0)), ("12 / 1 / 2", (12, 1, 2)), ("", (0, 0, 0)),
        ("-", (0, 0, 0)), ("0/3", (0, 3, 0)),
    ],
)  # fmt: skip
def test_a_cell_holds_done_no_shows_and_cancelled(typed, read):
    assert rules.parse_count(typed) == read


@pytest.mark.parametrize("typed", ["12/", "a", "1.5", "-3", "1/2/3/4", "12 1"])
def test_what_is_no_count_is_refused(typed):
    with pytest.raises(UserError, match="write 12, or 12/1"):
        rules.parse_count(typed)


@given(*[st.integers(0, 500)] * 3)
def test_every_count_survives_being_written_and_read(done, no_shows, cancelled):
    shown = rules.format_count(done, no_shows, cancelled)
    assert rules.parse_count(shown) == (done, no_shows, cancelled)


def test_lines_and_classes_are_found_by_their_words(activity, office):
    assert [(hit.title, hit.ref, hit.page) for hit in activity.find("wound")] == [
        ("Wound care", ("lines", office.wound), "activity")
    ]
    assert [hit.title for hit in activity.find("self")] == ["Self-pay"]
    assert activity.find("") == []


def test_the_history_has_words_for_every_table(activity, office, clinic):
    activity.set_counts([Count(MONDAY, office.ana, office.visit, office.medicare, 1)], "Count")
    told, names = activity.told(), activity.names()
    touched = {change.table for entry in clinic.journal.history(domain="activity")
               for change in clinic.journal.details(entry.id)}  # fmt: skip
    assert touched <= told.tables.keys()
    assert names["line_id"][office.wound] == "Wound care"
    assert names["payer_class_id"][office.medicare] == "Medicare"
