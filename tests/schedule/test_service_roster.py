"""What a manager does to the roster, and what each change is called."""

import time
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.schedule.clinic_of_three import FRI, MON, SUN, THU, TUE, WED
from tests.schedule.conftest import Practice

from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.records import ShiftDraft, ShiftTypeDraft

WEEK = timedelta(days=7)


def test_a_shift_is_added_changed_and_removed(practice: Practice) -> None:
    schedule = practice.schedule
    draft = practice.draft(practice.ann, WED, 8, 16, break_minutes=30, room_id=practice.exam)

    shift_id = schedule.add_shift(draft)
    assert schedule.shifts(WED, WED) == [draft.with_id(shift_id)]

    schedule.change_shift(shift_id, replace(draft, end=17 * 60))
    assert schedule.shift(shift_id).end == 17 * 60

    schedule.remove_shifts([shift_id])
    assert schedule.shifts(MON, SUN) == []


def test_changes_are_named_after_what_they_do(practice: Practice) -> None:
    schedule, journal = practice.schedule, practice.clinic.journal
    draft = practice.draft(practice.ann, WED, 8, 16)

    shift_id = schedule.add_shift(draft)
    assert journal.undo_title == "Add Ann's shift on Wed, Nov 18, 8:00 AM–4:00 PM"

    schedule.change_shift(shift_id, replace(draft, day=THU))
    assert journal.undo_title == "Move Ann's shift to Thu, Nov 19"

    schedule.change_shift(shift_id, replace(draft, day=THU, member_id=practice.bob))
    assert journal.undo_title == "Give Ann's shift on Thu, Nov 19, 8:00 AM–4:00 PM to Bob"

    schedule.lock_shifts([shift_id])
    assert journal.undo_title == "Lock Bob's shift on Thu, Nov 19, 8:00 AM–4:00 PM"

    schedule.unlock_shifts([shift_id])
    schedule.change_shift(shift_id, practice.draft(None, THU, 9, 16))
    assert journal.undo_title == "Change open shift on Thu, Nov 19, 9:00 AM–4:00 PM"


def test_a_block_is_edited_in_one_change_and_undone_in_one(practice: Practice) -> None:
    schedule = practice.schedule
    week = [practice.draft(practice.ann, day, 8, 16) for day in (MON, TUE, WED, THU, FRI)]
    ids = schedule.edit(add=week)
    before = schedule.shifts(MON, SUN)
    assert practice.clinic.journal.undo_title == "Add 5 shifts"

    added = schedule.edit(
        remove=ids[:2],
        change={ids[2]: replace(week[2], start=540)},
        add=[practice.draft(practice.bob, SUN, 8, 12)],
        title="Tidy the week",
    )

    after = schedule.shifts(MON, SUN)
    assert [one.id for one in after] == [*ids[2:], *added]
    assert after[0].start == 540
    assert practice.clinic.journal.undo() == "Tidy the week"
    assert schedule.shifts(MON, SUN) == before


def test_the_ids_of_many_new_shifts_come_in_the_order_they_were_given(practice: Practice) -> None:
    drafts = [practice.draft(practice.ann, MON + timedelta(days=n % 50), 8, 9) for n in range(2500)]
    drafts = [replace(one, note=str(n)) for n, one in enumerate(drafts)]

    ids = practice.schedule.edit(add=drafts)

    notes = {one.id: one.note for one in practice.schedule.shifts(MON, MON + timedelta(days=60))}
    assert [notes[id_] for id_ in ids] == [one.note for one in drafts]


def test_an_edit_that_changes_nothing_leaves_no_trace(practice: Practice) -> None:
    draft = practice.draft(practice.ann, WED, 8, 16)
    shift_id = practice.schedule.add_shift(draft)
    entries = len(practice.clinic.journal.history())

    practice.schedule.change_shift(shift_id, draft)

    assert len(practice.clinic.journal.history()) == entries


@pytest.mark.parametrize(
    "wrong, field, sentence",
    [
        ({"end": 480}, "end", "The end is after the start, by 24 hours at most."),
        ({"end": 480 + 1441}, "end", "The end is after the start, by 24 hours at most."),
        ({"start": 1440, "end": 1500}, "start", "The start is a time from 0:00 to 23:59."),
        ({"break_minutes": 480}, "break_minutes", "The break is shorter than the shift, 480"),
        ({"note": "x" * 501}, "note", "The note is too long"),
    ],
)
def test_a_shift_that_cannot_be_is_refused_beside_its_field(
    practice: Practice, wrong: dict[str, Any], field: str, sentence: str
) -> None:
    draft = replace(practice.draft(practice.ann, WED, 8, 16), **wrong)

    with pytest.raises(UserError) as caught:
        practice.schedule.edit(add=[practice.draft(practice.bob, WED, 8, 16), draft])

    assert caught.value.field == field
    assert str(caught.value).startswith(sentence)
    assert practice.schedule.shifts(MON, SUN) == []


def test_a_locked_shift_is_not_changed_moved_or_removed(practice: Practice) -> None:
    schedule = practice.schedule
    draft = practice.draft(practice.ann, WED, 8, 16)
    shift_id, other = schedule.edit(add=[replace(draft, locked=True), replace(draft, day=THU)])

    with pytest.raises(UserError, match=r"locked: Ann's shift on Wed, Nov 18.*Unlock it first"):
        schedule.remove_shifts([shift_id, other])
    with pytest.raises(UserError, match="locked"):
        schedule.change_shift(shift_id, replace(draft, day=FRI, locked=True))
    with pytest.raises(UserError, match="locked"):
        schedule.change_shift(shift_id, replace(draft, day=FRI, locked=False))
    assert len(schedule.shifts(MON, SUN)) == 2

    schedule.unlock_shifts([shift_id])
    schedule.remove_shifts([shift_id])
    assert [one.id for one in schedule.shifts(MON, SUN)] == [other]


def test_several_locked_shifts_are_counted(practice: Practice) -> None:
    days = (MON, TUE, WED)
    ids = practice.schedule.edit(add=[practice.draft(practice.ann, day, 8, 9) for day in days])
    practice.schedule.lock_shifts(ids)

    with pytest.raises(UserError, match="3 of these shifts are locked, the first is Ann's"):
        practice.schedule.remove_shifts(ids)


def test_a_shift_that_is_gone_is_told_in_a_sentence(practice: Practice) -> None:
    with pytest.raises(UserError, match="no longer there"):
        practice.schedule.remove_shifts([4711])
    with pytest.raises(UserError, match="no longer there"):
        practice.schedule.add_shift(practice.draft(4711, WED, 8, 16))


def test_people_rooms_and_positions_with_shifts_are_not_removed(practice: Practice) -> None:
    practice.schedule.add_shift(practice.draft(practice.ann, WED, 8, 16, room_id=practice.exam))

    with pytest.raises(UserError):
        practice.clinic.staff.remove(practice.ann)
    with pytest.raises(UserError):
        practice.clinic.places.remove_room(practice.exam)
    with pytest.raises(UserError):
        practice.clinic.staff.remove_position(practice.ma)


@pytest.mark.parametrize(
    "text, found",
    [
        ("ann", ["WED", "THU"]),
        ("thursday", ["THU"]),
        ("lee thu", ["THU"]),
        ("today", ["WED"]),
        ("tomorrow ann", ["THU"]),
        ("nov 19 ann", ["THU"]),
        ("2026-11-17", ["TUE"]),
        ("bob", []),
        ("ann bob", []),
        ("zebra", []),
        ("", []),
    ],
)
def test_shifts_are_found_by_person_and_day(
    practice: Practice, text: str, found: list[str]
) -> None:
    names = {"TUE": TUE, "WED": WED, "THU": THU}
    ids = practice.schedule.edit(
        add=[practice.draft(practice.ann, day, 8, 16) for day in names.values()]
    )
    by_day = dict(zip(names, ids, strict=True))

    hits = practice.schedule.find(text)

    assert [hit.ref for hit in hits] == [by_day[name] for name in found]


def test_a_shift_type_goes_but_its_shifts_stay(practice: Practice) -> None:
    schedule = practice.schedule
    type_id = schedule.add_shift_type(ShiftTypeDraft("Front AM", "FA", 450, 720))
    shift_id = schedule.add_shift(practice.draft(practice.cy, WED, 8, 12, type_id=type_id))

    schedule.remove_shift_type(type_id)

    assert schedule.shift_types() == []
    assert schedule.shift(shift_id).type_id is None
    practice.clinic.journal.undo()
    assert schedule.shift(shift_id).type_id == type_id


@pytest.mark.parametrize(
    "draft, field",
    [
        (ShiftTypeDraft("Other", "fa", 450, 720), "code"),
        (ShiftTypeDraft("front am", "FB", 450, 720), "name"),
        (ShiftTypeDraft(" ", "FB", 450, 720), "name"),
        (ShiftTypeDraft("Other", "F B", 450, 720), "code"),
        (ShiftTypeDraft("Other", "8B", 450, 720), "code"),
        (ShiftTypeDraft("Other", "FB", 720, 720), "end"),
    ],
)
def test_shift_types_have_names_and_codes_of_their_own(
    practice: Practice, draft: ShiftTypeDraft, field: str
) -> None:
    practice.schedule.add_shift_type(ShiftTypeDraft("Front AM", "FA", 450, 720))

    with pytest.raises(UserError) as caught:
        practice.schedule.add_shift_type(draft)

    assert caught.value.field == field


def test_a_month_among_years_is_read_at_once(practice: Practice) -> None:
    people = (practice.ann, practice.bob, practice.cy)
    start = date(2025, 1, 6)
    years = [
        ShiftDraft(people[n % 3], start + timedelta(days=n // 41), 480, 960, practice.ma)
        for n in range(30_000)
    ]
    practice.schedule.edit(add=years, title="Two years")
    practice.schedule.shifts(WED, WED)

    took, month = [], []
    for _again in range(5):
        began = time.process_time()
        month = practice.schedule.shifts(date(2026, 11, 1), date(2026, 11, 30))
        took.append(time.process_time() - began)

    assert len(month) == 30 * 41
    assert (
        min(took) < 0.03
    )  # promised are 10 ms, among ten years; a busy machine gets three times that
