"""The manager keeps a week, lays it down elsewhere, and reads what was left out and why."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from tests.schedule.conftest import Practice
from tests.schedule.gui.conftest import MON, TUE, WED, Shown, show

from clinicmgr.qtkit.form import Form
from clinicmgr.schedule.records.week_plans import WeekPlanDraft
from clinicmgr.staff.records import LeaveDraft

WEEK = timedelta(days=7)


@pytest.fixture
def shown(qtbot: Any, practice: Practice, clock: Any) -> Shown:
    practice.schedule.edit(
        add=[
            *(practice.draft(practice.ann, day, 8, 16) for day in (MON, TUE, WED)),
            practice.draft(practice.bob, MON, 9, 17),
        ]
    )
    return show(qtbot, practice.clinic, clock)


def normal(shown: Shown) -> int:
    plan_id = shown.clinic.schedule.week_plans.keep_weeks(MON, WeekPlanDraft("Normal"))
    return int(plan_id)


def form_of(shown: Shown) -> Form:
    panel = shown.page.plans.panel
    assert panel is not None
    return panel.form


def has_row(shown: Shown, name: str) -> bool:
    row = form_of(shown).editor(name).parentWidget()
    assert row is not None
    return not row.isHidden()


def put(shown: Shown, name: str, value: object) -> None:
    editor: Any = form_of(shown).editor(name)
    editor.put(value)
    editor.edited.emit()


def said(shown: Shown) -> list[str]:
    panel = shown.page.plans.panel
    assert panel is not None
    return list(panel.said)


def test_a_week_is_kept_as_a_plan_from_the_menu_with_enter(shown: Shown) -> None:
    shown.page.plans.open_keep()
    keeping = shown.page.plans.keeping
    assert keeping is not None
    assert keeping.count.text() == "4 shifts of 2 people"

    shown.qtbot.keyClicks(keeping.form.editor("name"), "Normal")
    shown.qtbot.keyClick(keeping.form.editor("name"), Qt.Key.Key_Return)

    assert [one.name for one in shown.clinic.schedule.week_plans.plans()] == ["Normal"]
    assert not shown.page.side.is_open


def test_the_preview_says_person_by_person_what_comes_and_what_is_left_out(
    shown: Shown, practice: Practice
) -> None:
    normal(shown)
    practice.clinic.staff.add_leave(LeaveDraft(practice.ann, MON + WEEK, TUE + WEEK))
    shown.page.plans.open_plan()
    put(shown, "first", WED + WEEK)

    assert said(shown) == [
        "2 shifts are added. 2 are left out.",
        "Ann Lee, 1 new, Left out: on leave from Mon, Nov 23 to Tue, Nov 24 (2 shifts)",
        "Bob Roy: 1 new",
    ]

    put(shown, "absent_open", True)
    assert said(shown)[0] == "4 shifts are added. 2 of them are open, as somebody is away."
    assert said(shown)[-1] == "Bob Roy: 1 new; Open shifts: 2 new"


def test_enter_applies_shows_the_week_and_says_what_was_done(shown: Shown) -> None:
    normal(shown)
    shown.page.plans.open_plan()
    put(shown, "first", MON + WEEK)
    put(shown, "weeks", 3)

    shown.qtbot.keyClick(form_of(shown).editor("weeks"), Qt.Key.Key_Return)

    assert len(shown.clinic.schedule.shifts(MON + WEEK, MON + 4 * WEEK)) == 12
    assert shown.page.period.first == MON + WEEK
    assert said(shown)[0] == "12 shifts were added."
    shown.clinic.journal.undo()
    assert shown.clinic.schedule.shifts(MON + WEEK, MON + 4 * WEEK) == []
    assert said(shown)[0] == "12 shifts are added."


def test_nothing_can_be_applied_where_everything_is_there(shown: Shown) -> None:
    normal(shown)
    shown.page.plans.open_plan()

    assert said(shown)[0] == "There is nothing to change. 4 are there already."
    assert not shown.page.plans.apply_button.isEnabled()


def test_the_weeks_of_a_rotation_are_offered_and_only_there(shown: Shown) -> None:
    normal(shown)
    plans = shown.clinic.schedule.week_plans
    two = plans.keep_weeks(MON, WeekPlanDraft("Two weeks", weeks=2, anchor=MON))
    shown.page.plans.open_plan()
    assert not has_row(shown, "week")

    put(shown, "plan", two)
    assert has_row(shown, "week")
    put(shown, "first", MON + WEEK)
    put(shown, "weeks", 3)
    assert said(shown)[0] == "Weeks 2, 1, 2 of the rotation. 4 shifts are added."
    put(shown, "week", 1)
    assert said(shown)[0] == "Weeks 1, 2, 1 of the rotation. 8 shifts are added."


def test_a_week_is_copied_to_the_next_ones_in_place_of_what_is_there(shown: Shown) -> None:
    schedule = shown.clinic.schedule
    schedule.add_shift(schedule.shifts(MON, MON)[0].draft().__class__(None, MON + WEEK, 0, 60, 1))
    shown.at(None, WED)
    shown.page.plans.open_week()
    put(shown, "conflicts", "replace")

    assert said(shown)[0] == "4 shifts are added. 1 is removed."
    shown.page.plans.apply()
    assert len(schedule.shifts(MON + WEEK, MON + WEEK + timedelta(days=6))) == 4


def test_a_day_is_copied_to_chosen_days(shown: Shown) -> None:
    shown.at(None, MON)
    shown.page.plans.open_day()
    assert said(shown) == ["Choose another day to copy to."]

    put(shown, "days", (TUE, date(2026, 11, 20)))
    shown.page.plans.apply()

    assert said(shown)[0] == "3 shifts were added. 1 is there already."


def test_without_a_plan_one_is_asked_for(shown: Shown) -> None:
    shown.page.plans.open_plan()
    assert shown.page.plans.keeping is not None


def test_enter_in_a_list_applies_as_well_and_escape_closes(shown: Shown) -> None:
    normal(shown)
    shown.page.plans.open_plan()
    put(shown, "first", MON + WEEK)
    shown.qtbot.keyClick(form_of(shown).editor("conflicts"), Qt.Key.Key_Return)
    assert len(shown.clinic.schedule.shifts(MON + WEEK, MON + 2 * WEEK)) == 4

    shown.qtbot.keyClick(form_of(shown).editor("conflicts"), Qt.Key.Key_Escape)
    assert not shown.page.side.is_open


def test_the_commands_stand_in_the_menu_for_copying(shown: Shown) -> None:
    texts = [action.text() for action in shown.page.acts.copies]
    assert texts[-4:] == [
        "Apply a week plan…",
        "Keep this week as a plan…",
        "Copy this week to other weeks…",
        "Copy this day to other days…",
    ]


def test_copying_a_week_at_once_says_what_came_of_it(shown: Shown, practice: Practice) -> None:
    practice.clinic.staff.add_leave(LeaveDraft(practice.ann, MON + WEEK, MON + WEEK))
    shown.page.copy_week(1, here=False)
    there = shown.clinic.schedule.shifts(MON + WEEK, MON + WEEK)
    assert [one.member_id for one in there] == [None, practice.bob]
    assert shown.page.period.first == MON + WEEK


def test_some_of_the_weeks_in_a_row_are_chosen(shown: Shown) -> None:
    normal(shown)
    shown.page.plans.open_plan()
    put(shown, "first", MON + WEEK)
    assert not has_row(shown, "only")
    put(shown, "weeks", 4)
    assert said(shown)[0] == "16 shifts are added."

    put(shown, "only", (MON + 2 * WEEK, MON + 4 * WEEK))
    assert said(shown)[0] == "8 shifts are added."
    put(shown, "weeks", 2)
    assert said(shown)[0] == "4 shifts are added."
    shown.page.plans.apply()
    assert {one.day for one in shown.clinic.schedule.shifts(MON + WEEK, MON + 5 * WEEK)} == {
        day + 2 * WEEK for day in (MON, TUE, WED)
    }
