"""Records are entered in forms that say beside the field what is wrong."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPlainTextEdit, QPushButton

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.qtkit.day_edit import CalendarPopup
from clinicmgr.qtkit.form import Form

FIELDS = (
    Field("name", "Name", "text", required=True),
    Field("position", "Position", "choice", choices=((1, "Nurse"), (2, "Provider"))),
    Field("skills", "Skills", "choices", choices=((1, "X-ray"), (2, "Spanish"), (3, "Vaccines"))),
    Field("phone", "Phone", "phone"),
    Field("email", "E-mail", "email"),
    Field("started", "Started", "day"),
    Field("minutes", "Hours a week", "hours", help="Such as 40 or 37:30."),
    Field("cents", "Hourly rate", "money"),
    Field("opens", "Opens", "time"),
    Field("rank", "Rank", "whole"),
    Field("active", "Active", "flag", default=True),
    Field("note", "Note", "long_text"),
)
MAREK = {
    "name": "Marek Nowak",
    "position": 1,
    "skills": (1, 3),
    "phone": "555-0103",
    "email": "marek@example.com",
    "started": date(2021, 3, 1),
    "minutes": 2250,
    "cents": 4150,
    "opens": 450,
    "rank": 3,
    "active": False,
    "note": "Prefers mornings.\nNot on Fridays.",
}


@pytest.fixture
def form(qtbot):
    made = Form(FIELDS)
    qtbot.addWidget(made)
    made.resize(420, 900)
    made.show()
    return made


def visible_errors(form):
    return [
        label.text()
        for label in form.findChildren(QLabel)
        if label.property("tone") == "danger"
        and label.isVisible()
        and label.text() not in {"*", ""}
    ]


def test_what_is_put_in_comes_out(form):
    form.set_values(MAREK)
    assert form.values() == MAREK
    assert not form.is_dirty


def test_an_empty_form_has_the_defaults(form):
    form.editor("name").setText("Ana")
    values = form.values()
    assert values["active"] is True
    assert values["position"] is None
    assert values["skills"] == ()


def test_typed_text_is_understood_and_tidied_when_left(qtbot, form):
    form.set_values(MAREK)
    hours = form.editor("minutes")
    hours.setFocus()
    hours.selectAll()
    qtbot.keyClicks(hours, "37.5")
    form.editor("cents").setFocus()
    qtbot.waitUntil(lambda: not hours.hasFocus())
    assert hours.text() == "37:30"
    assert form.values()["minutes"] == 2250


def test_all_wrong_fields_are_marked_and_the_first_gets_the_cursor(form):
    form.set_values(MAREK)
    form.editor("name").setText("")
    form.editor("email").setText("nobody")
    with pytest.raises(UserError) as refused:
        form.values()
    assert refused.value.field == "name"
    assert len(visible_errors(form)) == 2
    assert form.focusWidget() is form.editor("name")


def test_the_sentence_goes_when_the_field_is_edited(qtbot, form):
    form.show_error(UserError("This number is taken. Choose another.", field="rank"))
    assert visible_errors(form) == ["This number is taken. Choose another."]
    assert form.editor("rank").accessibleDescription() == "This number is taken. Choose another."
    qtbot.keyClicks(form.editor("rank"), "7")
    assert visible_errors(form) == []


def test_an_error_of_no_field_stands_above_the_form(form):
    form.show_error(UserError("The practice is read-only."))
    assert form.banner.isVisible()
    form.clear_errors()
    assert not form.banner.isVisible()


def test_a_form_knows_what_was_typed(qtbot, form):
    form.set_values(MAREK)
    with qtbot.waitSignal(form.dirty_changed) as told:
        qtbot.keyClicks(form.editor("name"), "x")
    assert told.args == [True]
    assert form.dirty_fields() == {"name"}
    with qtbot.waitSignal(form.dirty_changed) as told:
        qtbot.keyClick(form.editor("name"), Qt.Key.Key_Backspace)
        form.set_clean()
    assert told.args == [False]


def test_news_does_not_overwrite_a_half_typed_field(qtbot, form):
    form.set_values(MAREK)
    form.editor("name").clear()
    qtbot.keyClicks(form.editor("name"), "Mar")
    form.renew_values({**MAREK, "name": "Marek Novak", "phone": "555-9999"})
    assert form.editor("name").text() == "Mar"
    assert form.editor("phone").text() == "555-9999"
    assert form.dirty_fields() == {"name"}


def test_each_kind_has_the_input_that_fits(form):
    assert isinstance(form.editor("position"), QComboBox)
    assert isinstance(form.editor("active"), QCheckBox)
    assert isinstance(form.editor("note"), QPlainTextEdit)
    chips = form.editor("skills").findChildren(QPushButton)
    assert [chip.text() for chip in chips] == ["X-ray", "Spanish", "Vaccines"]


def test_chips_are_pressed_and_walked_by_keyboard(qtbot, form):
    chips = form.editor("skills").findChildren(QPushButton)
    with qtbot.waitSignal(form.edited) as told:
        qtbot.keyClick(chips[1], Qt.Key.Key_Space)
    assert told.args == ["skills"]
    assert form.raw_values()["skills"] == (2,)
    chips[1].setFocus()
    qtbot.keyClick(chips[1], Qt.Key.Key_Right)
    assert form.focusWidget() is chips[2]


def test_chips_break_into_rows(form):
    chips = form.editor("skills")
    assert chips.heightForWidth(120) > chips.heightForWidth(900)


def test_a_day_is_stepped_and_picked(qtbot, form):
    form.set_values(MAREK)
    day = form.editor("started")
    qtbot.keyClick(day, Qt.Key.Key_Up)
    assert form.values()["started"] == date(2021, 3, 2)
    qtbot.keyClick(day, Qt.Key.Key_PageDown)
    assert form.values()["started"] == date(2021, 2, 23)
    popup = CalendarPopup(day.day(), "en_US", day)
    popup.picked.connect(day.take)
    popup.calendar.clicked.emit(QDate(2026, 11, 18))
    assert form.values()["started"] == date(2026, 11, 18)
    assert day.text() == "11/18/2026"


def test_a_value_that_is_no_longer_offered_stays_with_its_record(form):
    form.set_values({**MAREK, "position": 77})
    assert form.raw_values()["position"] == 77
    form.set_choices("position", ((5, "Admin"),))
    assert form.raw_values()["position"] == 77


def test_enter_submits(qtbot, form):
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(form.editor("name"), Qt.Key.Key_Return)
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(form.editor("note"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_every_input_says_its_name(form):
    for field in FIELDS:
        assert form.editor(field.name).accessibleName().startswith(field.title)
    assert form.editor("name").accessibleName() == "Name, required"
    assert form.editor("minutes").accessibleDescription() == "Such as 40 or 37:30."


def test_fields_can_be_hidden_or_read_only(form):
    form.show_field("rank", shown=False)
    assert not form.editor("rank").isVisible()
    form.set_read_only(True)
    assert not form.editor("name").isEnabled()
    form.show_error(UserError("Not this rank.", field="rank"))
    assert form.banner.isVisible()


def test_short_fields_stand_side_by_side(form):
    form.grab()
    pair = form.editor("started"), form.editor("minutes")
    top = [editor.mapTo(form, editor.rect().topLeft()).y() for editor in pair]
    assert top[0] == top[1]
