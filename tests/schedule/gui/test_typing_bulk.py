"""Many shifts are changed at once, after a look at what that breaks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import Qt

from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.gui.bulk_change import NOTHING, BulkChange, Step, changed, parse_step
from clinicmgr.schedule.gui.bulk_panel import BulkPanel
from clinicmgr.schedule.records import Shift

MON, TUE, WED = (date(2026, 11, day) for day in range(16, 19))
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    "text, step",
    [
        ("+30", Step(30)),
        ("-0:15", Step(-15)),
        ("−15", Step(-15)),
        ("+1 h", Step(60)),
        ("8:30", Step(510, by=False)),
        ("9", Step(540, by=False)),
        ("", None),
    ],
)
def test_a_time_is_set_or_moved(text, step):
    assert parse_step(text, clock=True) == step


def test_a_break_is_a_number_of_minutes():
    assert parse_step("45", clock=False) == Step(45, by=False)
    with pytest.raises(UserError, match="no number of minutes"):
        parse_step("lunch", clock=False)


@given(start=some.integers(60, 700), minutes=some.integers(-60, 60), locked=some.booleans())
def test_moving_there_and_back_leaves_shifts_as_they_were(start, minutes, locked):
    shift = Shift(1, 1, MON, start, start + 240, 1, locked=locked)
    there = changed([shift], BulkChange(move=Step(minutes)), {}, {})
    assert bool(there) == (minutes != 0 and not locked)
    moved = [one.with_id(number) for number, one in there.items()]
    back = changed(moved, BulkChange(move=Step(-minutes)), {}, {})
    assert [one.with_id(number) for number, one in back.items()] == ([shift] if there else [])


def test_a_locked_shift_is_unlocked_at_most():
    shift = Shift(1, 1, MON, 480, 960, 1, locked=True)
    (after,) = changed([shift], BulkChange(start=Step(30), locked=False), {}, {}).values()
    assert (after.start, after.locked) == (480, False)


def test_a_note_is_added_to_what_is_there():
    shift = Shift(1, 1, MON, 480, 960, 1, room_id=3, note="Keys")
    change = BulkChange(note_how="add", note="Bank", room_id=NOTHING)
    (after,) = changed([shift], change, {}, {}).values()
    assert (after.note, after.room_id) == ("Keys Bank", None)


@pytest.fixture
def opened(shown, types):
    """The panel on Ann's and Bob's shifts of Monday."""
    for who in (types.ann, types.bob):
        types.schedule.add_shift(types.draft(who, MON, 8, 16, break_minutes=30))
    shown.at(types.ann, MON)
    shown.press(Qt.Key.Key_Down, SHIFT)
    shown.press(Qt.Key.Key_B, CTRL)
    panel = shown.page.side.panel.content
    assert isinstance(panel, BulkPanel)
    return panel


def write(panel, **texts):
    for name, text in texts.items():
        panel.form.editor(name).put(text)
    panel.look()


def test_the_panel_changes_all_selected_shifts_in_one_step(shown, types, opened):
    write(opened, start="+30", room_id=types.exam)
    assert opened.save_button.text() == "Change 2 shifts"
    opened.save()
    for who in (types.ann, types.bob):
        (one,) = shown.shifts(who, MON)
        assert (one.start, one.end, one.room_id, one.break_minutes) == (510, 960, types.exam, 30)
    assert shown.clinic.journal.undo() == "Change 2 shifts"
    assert shown.shifts(types.ann, MON)[0].start == 480


def test_it_says_beforehand_what_would_be_broken(shown, types, opened):
    types.schedule.add_shift(types.draft(types.ann, MON, 17, 19))
    assert opened.preview.broken == ()
    write(opened, end="+2:00")
    assert any("overlap" in one.sentence for one in opened.preview.broken)
    write(opened, end="")
    assert opened.preview.broken == ()


def test_it_follows_the_selection_and_keeps_what_was_said(shown, types, opened):
    write(opened, start="9")
    shown.at(types.bob, MON)
    assert opened.title == "Change 1 shift"
    opened.save()
    assert shown.shifts(types.ann, MON)[0].start == 480
    assert shown.shifts(types.bob, MON)[0].start == 540


def test_what_is_wrong_is_said_at_its_field_and_nothing_changes(shown, types, opened):
    write(opened, end="7")
    opened.look()
    write(opened, end="", pause="600")
    assert not opened.save_button.isEnabled()
    opened.save()
    assert shown.shifts(types.ann, MON)[0].break_minutes == 30


def test_without_shifts_it_says_what_to_do(shown, types, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(shown.desk, "warn", said.append)
    shown.at(types.ann, WED)
    shown.press(Qt.Key.Key_B, CTRL)
    assert said == ["Select the shifts to change first, with Shift and the arrows."]
