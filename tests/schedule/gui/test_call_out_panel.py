"""Someone is out: asked beside the grid, the best chosen from the start, one click keeps it."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

from clinicmgr.schedule.records import DemandDraft
from clinicmgr.staff.records import LeaveDraft, StaffDraft

MON, TUE, WED, THU, FRI, SAT, SUN = (date(2026, 11, day) for day in range(16, 23))
LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def ill(shown: Any, types: Any) -> Any:
    """Ann works on Wednesday; Dee could stand in as well as Bob, who has a phone."""
    staff = shown.clinic.staff
    staff.hire(StaffDraft("Dee", "Poe", LONG_AGO, (types.ma,)))
    bob = staff.member(types.bob)
    staff.change(types.bob, StaffDraft("Bob", "Roy", bob.started, bob.position_ids,
                                       phone="+1 608 555 0102"))  # fmt: skip
    types.schedule.add_shift(types.draft(types.ann, WED, 8, 12, room_id=types.exam))
    return types


def asked(shown: Any, who: int | None, day: date = WED) -> Any:
    shown.page.go_to(("call-out", who, day))
    return shown.page.calling.panel


def test_the_best_is_chosen_and_one_click_covers_the_shift(shown: Any, ill: Any) -> None:
    panel = asked(shown, ill.ann)
    (choice,) = panel.choices.values()
    assert choice.names == ["Bob Roy", "Dee Poe", "Leave it open"]
    assert choice.member_id == ill.bob
    assert panel.summary.text() == "1 shift covered."
    button = shown.page.calling.keep_button
    assert button.text() == "Cover 1 shift"
    button.click()
    assert [one.member_id for one in ill.schedule.shifts(WED, WED)] == [ill.bob]
    assert shown.clinic.journal.undo_title == "Ann Lee is out Wed, Nov 18: 1 shift covered"
    assert shown.page.calling.done.lines == [
        "Wed, Nov 18, 8:00 AM–12:00 PM: Bob Roy · +1 608 555 0102"
    ]


def test_somebody_else_is_chosen_with_the_keyboard(shown: Any, ill: Any) -> None:
    panel = asked(shown, ill.ann)
    (choice,) = panel.choices.values()
    button, last = choice.button(ill.bob), choice.button(None)
    shown.qtbot.waitUntil(lambda: last.mapTo(choice, QPoint()).y() > button.height())
    button.setFocus()
    shown.qtbot.keyClick(button, Qt.Key.Key_Down)
    assert choice.member_id not in {ill.bob, None}
    shown.qtbot.keyClick(shown.window.focusWidget(), Qt.Key.Key_Down)
    assert choice.member_id is None
    assert panel.summary.text() == "1 left open, which can be spared."
    assert shown.page.calling.keep_button.text() == "Enter as out"


def test_what_an_open_shift_means_is_said(shown: Any, ill: Any) -> None:
    ill.schedule.add_demand(DemandDraft(ill.ma, WED.weekday(), 480, 720, 1, 1, LONG_AGO))
    panel = asked(shown, ill.ann)
    (choice,) = panel.choices.values()
    leave = choice.button(None)
    assert leave.accessibleName() == "Leave it open: Without it too few people are there."
    leave.click()
    assert panel.summary.text() == "1 left open."


def test_who_cannot_is_told_with_the_reason(shown: Any, ill: Any) -> None:
    shown.clinic.staff.add_leave(LeaveDraft(ill.bob, WED, WED))
    panel = asked(shown, ill.ann)
    (choice,) = panel.choices.values()
    assert choice.why_not.text() == "Why 2 others cannot"
    choice.why_not.click()
    assert [line.accessibleName() for line in choice.others.lines] == [
        "Bob Roy: on leave on Wed, Nov 18",
        "Cy Fox: not trained as Medical assistant",
    ]


def test_the_person_is_asked_for_where_nobody_is_named(shown: Any, ill: Any) -> None:
    panel = asked(shown, None)
    assert not shown.page.calling.keep_button.isEnabled()
    assert panel.summary.text() == "Choose who is out, and until when."
    editor = panel.form.editor("member_id")
    editor.put(ill.ann)
    panel.form.edited.emit("member_id")
    assert list(panel.choices)
    assert shown.page.calling.keep_button.isEnabled()


def test_the_menu_of_the_grid_asks_about_its_cell(shown: Any, ill: Any) -> None:
    shown.at(ill.ann, WED)
    shown.page.acts.out.trigger()
    assert shown.page.calling.panel.question() == (ill.ann, WED, WED)
    assert shown.page.acts.out in shown.page.acts.menu
    assert shown.page.acts.out in shown.page.actions_list()


def test_another_first_day_takes_the_last_one_along(shown: Any, ill: Any) -> None:
    panel = asked(shown, ill.ann)
    raw = panel.form.raw_values()
    panel.form.set_values({**raw, "first": THU, "last": WED})
    panel.form.edited.emit("first")
    assert panel.question() == (ill.ann, THU, THU)
    assert panel.summary.text() == "Ann Lee has no shifts then; only the days off are entered."


def test_what_changes_meanwhile_is_seen(shown: Any, ill: Any) -> None:
    panel = asked(shown, ill.ann)
    shown.clinic.staff.add_leave(LeaveDraft(ill.bob, WED, WED))
    (choice,) = panel.choices.values()
    assert "Bob Roy" not in choice.names
    assert choice.member_id is not None


def test_a_refusal_is_said_in_the_panel(shown: Any, ill: Any) -> None:
    panel = asked(shown, ill.ann)
    shown.clinic.staff.end_employment(ill.ann, WED)
    raw = panel.form.raw_values()
    panel.form.set_values({**raw, "last": FRI})
    panel.form.edited.emit("last")
    shown.page.calling.keep_button.click()
    assert shown.page.calling.panel is panel
    assert [one.member_id for one in ill.schedule.shifts(WED, WED)] == [ill.ann]


def test_the_sheet_opens_in_the_preview(shown: Any, ill: Any) -> None:
    asked(shown, ill.ann)
    papers: list[Any] = []
    shown.desk.paper_wanted.connect(papers.append)
    shown.page.calling.sheet_button.click()
    assert papers[0].title == "Call-out: Ann Lee"


def test_everything_has_a_name(shown: Any, ill: Any) -> None:
    panel = asked(shown, ill.ann)
    for button in panel.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button
