"""The list of problems: in groups, worst first, each with ways to solve it and to accept it."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from clinicmgr.places.records import RoomDraft
from clinicmgr.schedule.gui.problem_list_fixes import fixes
from clinicmgr.schedule.records import DemandDraft, Strength
from clinicmgr.schedule.rules.rooms import ROOM
from clinicmgr.staff.records import LeaveDraft, StaffDraft

MON, TUE, WED, THU, FRI, SAT, SUN = (date(2026, 11, day) for day in range(16, 23))
LONG_AGO = date(2020, 1, 1)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def troubled(shown: Any, types: Any) -> Any:
    """Ann works on a day of leave, and on Friday nobody is there though one is needed."""
    schedule = types.schedule
    schedule.add_demand(DemandDraft(types.ma, FRI.weekday(), 480, 720, 1, 1, LONG_AGO))
    schedule.add_shift(types.draft(types.ann, WED, 8, 12))
    shown.clinic.staff.add_leave(LeaveDraft(types.ann, WED, WED))
    shown.page.problem_list.open()
    return types


def panel(shown: Any) -> Any:
    return shown.page.problem_list.panel


def ways(shown: Any) -> list[str]:
    return [button.text() for button in panel(shown).detail.ways]


def press(shown: Any, words: str) -> None:
    next(one for one in panel(shown).detail.ways if one.text() == words).click()


def found(shown: Any, rule: str) -> Any:
    return next(one for one in shown.page.material.checker.violations if one.rule == rule)


def offered(shown: Any, rule: str) -> list[str]:
    return [one.words for one in fixes(shown.page.material, found(shown, rule))]


# The list


def test_problems_stand_in_groups_with_the_worst_first(shown: Any, troubled: Any) -> None:
    said = panel(shown).sentences
    assert said[0] == "Leave (1)"
    assert said[1].startswith("Ann Lee: on leave on Wed, Nov 18")
    assert said[2] == "Demand: minimum (1)"
    assert panel(shown).problem.rule == "leave"
    assert shown.grid.current_place() == (("person", troubled.ann), WED)


def test_the_arrows_go_through_the_list_and_the_grid_follows(shown: Any, troubled: Any) -> None:
    rows = panel(shown).list
    shown.qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert panel(shown).problem.rule == "demand_minimum"
    assert rows.hasFocus()
    pill = shown.page.card.coverage.currentIndex()
    assert pill.column() == 4
    shown.qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert panel(shown).detail.ways[0].hasFocus()


def test_f8_takes_the_list_along(shown: Any, troubled: Any) -> None:
    shown.grid.setFocus()
    shown.press(Qt.Key.Key_F8)
    assert panel(shown).problem.rule == "demand_minimum"
    shown.press(Qt.Key.Key_F8, SHIFT)
    assert panel(shown).problem.rule == "leave"


def test_what_is_solved_leaves_the_list_and_the_next_is_selected(shown: Any, troubled: Any) -> None:
    press(shown, "Give it to Bob Roy")
    assert shown.clinic.journal.undo_title.endswith("to Bob")
    assert [one.member_id for one in troubled.schedule.shifts(WED, WED)] == [troubled.bob]
    assert panel(shown).problem.rule == "demand_minimum"
    press(shown, "Assign Ann Lee")
    assert panel(shown).problem is None
    assert panel(shown).empty.isVisible()


def test_a_way_out_is_one_step_of_undo(shown: Any, troubled: Any) -> None:
    press(shown, "Make it open")
    assert [one.member_id for one in troubled.schedule.shifts(WED, WED)] == [None]
    shown.clinic.journal.undo()
    assert [one.member_id for one in troubled.schedule.shifts(WED, WED)] == [troubled.ann]
    assert panel(shown).sentences[0] == "Leave (1)"


def test_everything_has_a_name(shown: Any, troubled: Any) -> None:
    for button in panel(shown).findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button


# Accepting


def test_a_problem_is_accepted_with_a_reason_and_taken_back(shown: Any, troubled: Any) -> None:
    detail = panel(shown).detail
    detail.approve_button.click()
    assert len(shown.page.material.checker.approved) == 0
    detail.form.set_values({"reason": "She swapped her day off"})
    detail.approve_button.click()
    assert [one.approved for one in shown.page.material.checker.approved] == [
        "She swapped her day off"
    ]
    assert panel(shown).sentences[-2] == "Approved: Leave (1)"
    assert shown.clinic.journal.undo_title == "Approve: Leave"
    panel(shown).list.setCurrentRow(len(panel(shown).sentences) - 1)
    panel(shown).detail.withdraw_button.click()
    assert shown.page.material.checker.approved == ()
    assert "Approved: Leave (1)" not in panel(shown).sentences


# The ways


def test_trying_a_way_changes_nothing(shown: Any, troubled: Any) -> None:
    before = shown.page.material.checker.violations
    for one in before:
        fixes(shown.page.material, one)
    assert shown.page.material.checker.violations == before
    assert shown.page.material.checker.shifts == shown.page.material.shifts


def test_too_short_a_rest_is_solved_by_other_times(shown: Any, types: Any) -> None:
    types.schedule.add_shift(types.draft(types.ann, MON, 14, 22))
    types.schedule.add_shift(types.draft(types.ann, TUE, 8, 16))
    said = offered(shown, "rest")
    assert "End at 9:00 PM" in said
    assert "Start at 9:00 AM" in said


def test_a_duplicate_is_removed(shown: Any, types: Any) -> None:
    for _number in range(2):
        types.schedule.add_shift(types.draft(types.ann, MON, 8, 16))
    assert "Remove the duplicate" in offered(shown, "double_booking")


def test_two_people_swap_their_days(shown: Any, types: Any) -> None:
    shown.clinic.staff.add_leave(LeaveDraft(types.ann, MON, MON))
    types.schedule.add_shift(types.draft(types.ann, MON, 8, 12))
    types.schedule.add_shift(types.draft(types.bob, THU, 8, 12))
    swap = next(
        one
        for one in fixes(shown.page.material, found(shown, "leave"))
        if one.words == "Swap with Bob Roy"
    )
    shown.page.problem_list.solve(swap)
    given = {one.day: one.member_id for one in types.schedule.shifts(MON, SUN)}
    assert given == {MON: types.bob, THU: types.ann}
    assert shown.clinic.journal.undo_title == "Swap shifts of Ann Lee and Bob Roy"


def test_a_crowded_room_has_free_ones_beside_it(shown: Any, types: Any) -> None:
    shown.clinic.places.add_room(RoomDraft(types.main, "Exam 2", "EX2"))
    for who in (types.ann, types.bob):
        types.schedule.add_shift(types.draft(who, MON, 8, 12, room_id=types.exam))
    assert "Move to Exam 2" in offered(shown, ROOM.id)


def test_a_short_gap_is_closed_by_who_is_there_before_it(shown: Any, types: Any) -> None:
    types.schedule.add_demand(DemandDraft(types.ma, MON.weekday(), 480, 780, 1, 1, LONG_AGO))
    types.schedule.add_shift(types.draft(types.ann, MON, 8, 12))
    assert offered(shown, "demand_minimum")[0] == "Let Ann Lee stay until 1:00 PM"


def test_nothing_is_offered_that_breaks_what_must_never_be(shown: Any, troubled: Any) -> None:
    shown.clinic.staff.hire(StaffDraft("Dee", "Poe", LONG_AGO, (troubled.ma,)))
    for one in shown.page.material.checker.violations:
        for way in fixes(shown.page.material, one):
            worse = [each for each in way.breaks if each.strength is Strength.NEVER]
            assert all(each.demand_id is not None for each in worse)
