"""What a manager may type into a cell."""

import pytest
from tests.schedule.clinic_of_three import CY, FD, MA, WED

from clinicmgr.kernel.errors import UserError
from clinicmgr.places.records import Room
from clinicmgr.schedule.records import Entry, ShiftType, parse_entry

TYPES = (
    ShiftType(1, "Front AM", "FA", 450, 720, 0, FD),
    ShiftType(2, "Late", "L", 720, 1200, 30),
    ShiftType(3, "Night", "N-1", 1320, 1800, 45, MA, 9),
)
ROOMS = (Room(1, "Exam 2", "EX2", 1, 7), Room(1, "Lab", "LAB", 1, 8))


@pytest.mark.parametrize(
    "text, times",
    [
        ("8-16:30", [(480, 990)]),
        ("8 - 16:30", [(480, 990)]),
        ("8-12 13-17", [(480, 720), (780, 1020)]),
        ("8-12, 13-17", [(480, 720), (780, 1020)]),
        ("8-12/13-17", [(480, 720), (780, 1020)]),
        ("8a-4:30p", [(480, 990)]),
        ("8 am - 4:30 pm", [(480, 990)]),
        ("22-6", [(1320, 1800)]),
        ("fa", [(450, 720)]),
        ("FA L", [(450, 720), (720, 1200)]),
        ("n-1", [(1320, 1800)]),
        ("FA 13-17", [(450, 720), (780, 1020)]),
    ],
)
def test_codes_and_times_become_shifts(text: str, times: list[tuple[int, int]]) -> None:
    assert [(one.start, one.end) for one in parse_entry(text, TYPES, ROOMS)] == times


@pytest.mark.parametrize("text", ["", "  ", "\t"])
def test_an_empty_cell_has_no_shifts(text: str) -> None:
    assert parse_entry(text, TYPES, ROOMS) == ()


def test_a_shift_type_brings_its_break_position_and_room() -> None:
    assert parse_entry("N-1", TYPES) == (Entry(1320, 1800, 45, MA, 9, 3),)


@pytest.mark.parametrize("text", ["FA @EX2", "fa@ex2", "FA @ ex2"])
def test_a_room_stands_after_its_shift(text: str) -> None:
    (one,) = parse_entry(text, TYPES, ROOMS)

    assert (one.type_id, one.room_id) == (1, 7)


def test_each_shift_may_have_its_room() -> None:
    first, second = parse_entry("8-12 @EX2 13-17 @LAB", TYPES, ROOMS)

    assert (first.room_id, second.room_id) == (7, 8)


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("XX", "“XX” is neither a shift type nor a time. Type FA, L, N-1, or times such as"),
        ("8-", "“8-” is neither"),
        ("FA @EX9", "There is no room “EX9”. Rooms are EX2, LAB."),
        ("@EX2", "“@EX2” names a room before a shift."),
    ],
)
def test_what_cannot_be_read_is_told_with_what_can(text: str, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_entry(text, TYPES, ROOMS)

    assert str(caught.value).startswith(sentence)


def test_an_entry_becomes_a_shift_of_a_person_on_a_day() -> None:
    (front,) = parse_entry("FA", TYPES)
    (plain,) = parse_entry("8-12", TYPES)

    assert front.draft(CY, WED, MA).position_id == FD
    assert plain.draft(CY, WED, MA).position_id == MA
    assert plain.draft(CY, WED, MA).day == WED
